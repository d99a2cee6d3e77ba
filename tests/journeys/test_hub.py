"""What a learner does with all notes: look, filter, go there, change several, take back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from birds import write_birds
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication

from studyapp.course.compiler import Compiler
from studyapp.course.loader import load_course
from studyapp.gui.hub import scopes
from studyapp.gui.panels.hub import Hub
from studyapp.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path

    from driving import Start
    from pytestqt.qtbot import QtBot

    from studyapp.files import Home
    from studyapp.gui.hub.board import Board
    from studyapp.gui.session import Session


CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton
HERON, STORK, GULL = "01-waders/01-heron.md", "01-waders/02-stork.md", "02-gulls/01-herring.md"


def marks(workspace: Workspace) -> None:
    for section, words, color, note in (
        (HERON, "stands and waits", "yellow", "Patience"),
        (STORK, "High up", "blue", "On chimneys"),
        (GULL, "Loud", "yellow", ""),
    ):
        start = workspace.page(section).text.index(words)
        workspace.notes.add(section, (start, start + len(words)), color=color, note=note)


@pytest.fixture
def marked(home: Home, course_folder: Path) -> None:
    """Three passages of the course, marked before the app is started."""
    with Compiler(home.cache) as compiler:
        marks(Workspace(load_course(course_folder, home), home, compiler))


def open_hub(session: Session, qtbot: QtBot) -> Board:
    qtbot.keyClick(session.window, Qt.Key.Key_H, CTRL | SHIFT)
    panel = session.window.panel("hub")
    assert isinstance(panel, Hub)
    hub = panel.board
    qtbot.waitUntil(lambda: bool(hub.shelf.loaded))
    return hub


def until_at(session: Session, qtbot: QtBot, section: str) -> None:
    window = session.window
    qtbot.waitUntil(lambda: window.place().section == section, timeout=20_000)
    qtbot.waitUntil(window.is_settled, timeout=20_000)


def quotes(hub: Board) -> list[str]:
    anchors = (row.card.annotation.anchor for row in hub.model.rows)
    return [anchor.quote if anchor else "" for anchor in anchors]


@pytest.mark.usefixtures("marked")
def test_open_by_key_filter_and_go_there(start: Start, qtbot: QtBot) -> None:
    session = start(section=STORK)
    hub = open_hub(session, qtbot)
    assert quotes(hub) == ["stands and waits", "High up", "Loud"]
    current = hub.list.current()
    assert current
    assert current.card.section == STORK
    qtbot.keyClick(session.window, Qt.Key.Key_F, CTRL | Qt.KeyboardModifier.AltModifier)
    qtbot.keyClicks(hub.bar.line, "pateince")
    qtbot.waitUntil(lambda: quotes(hub) == ["stands and waits"])
    qtbot.keyClick(hub.bar.line, Qt.Key.Key_Return)
    until_at(session, qtbot, HERON)
    qtbot.keyClick(hub.bar.line, Qt.Key.Key_Escape)
    assert quotes(hub) == ["stands and waits", "High up", "Loud"]
    qtbot.keyClick(hub.bar.line, Qt.Key.Key_Escape)
    assert session.window.reader.hasFocus()


@pytest.mark.usefixtures("marked")
def test_a_click_on_a_card_shows_its_passage(start: Start, qtbot: QtBot) -> None:
    session = start(section=HERON)
    hub = open_hub(session, qtbot)
    rect = hub.list.visualRect(hub.model.index(1))
    qtbot.mouseClick(hub.list.viewport(), LEFT, pos=rect.center())
    until_at(session, qtbot, STORK)
    page = session.window.reader.page
    assert page
    offset = session.window.place().offset
    assert offset is not None
    assert 0 <= page.text.index("High up") - offset < 600  # in the upper part of the view


@pytest.mark.usefixtures("marked")
def test_several_are_removed_and_come_back(start: Start, qtbot: QtBot) -> None:
    session = start(section=HERON)
    hub = open_hub(session, qtbot)
    view = hub.list.viewport()
    qtbot.mouseClick(view, LEFT, pos=hub.list.visualRect(hub.model.index(0)).center())
    until_at(session, qtbot, HERON)
    place = hub.list.visualRect(hub.model.index(1)).center()
    qtbot.mouseClick(view, LEFT, CTRL, pos=place)
    qtbot.mouseClick(hub.actions_row.remove, LEFT)
    qtbot.waitUntil(lambda: quotes(hub) == ["Loud"])
    qtbot.keyClick(session.window.focusWidget(), Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: len(hub.model.rows) == 3)
    qtbot.keyClick(session.window.focusWidget(), Qt.Key.Key_Z, CTRL | SHIFT)
    qtbot.waitUntil(lambda: quotes(hub) == ["Loud"])
    qtbot.mouseClick(hub.scopes.buttons[scopes.TRASH], LEFT)
    qtbot.waitUntil(lambda: len(hub.model.rows) == 2)
    hub.list.setFocus()
    qtbot.keyClick(hub.list, Qt.Key.Key_A, CTRL)
    qtbot.mouseClick(hub.actions_row.restore, LEFT)
    qtbot.mouseClick(hub.scopes.buttons[scopes.COURSE], LEFT)
    qtbot.waitUntil(lambda: quotes(hub) == ["stands and waits", "High up", "Loud"])


@pytest.mark.usefixtures("marked")
def test_copied_notes_are_markdown(start: Start, qtbot: QtBot) -> None:
    session = start(section=STORK)
    hub = open_hub(session, qtbot)
    hub.list.setFocus()
    qtbot.keyClick(hub.list, Qt.Key.Key_C, CTRL)
    text = QGuiApplication.clipboard().text()
    assert text == "## Birds of the coast: The stork\n\n> High up\n\nOn chimneys\n"


@pytest.mark.usefixtures("marked")
def test_a_note_of_another_course_opens_that_course_at_its_passage(
    start: Start, qtbot: QtBot, home: Home, tmp_path: Path
) -> None:
    other = write_birds(tmp_path / "other")
    (other / "course.toml").write_text('id = "other"\ntitle = "Other birds"\n')
    session = start(other)
    hub = open_hub(session, qtbot)
    assert quotes(hub) == []
    qtbot.mouseClick(hub.scopes.buttons[scopes.ALL], LEFT)
    qtbot.waitUntil(lambda: len(hub.model.rows) == 3)
    hub.list.select([1], 1)
    qtbot.keyClick(hub.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: session.context.workspace.course.id == "birds", timeout=20_000)
    until_at(session, qtbot, STORK)
    page = session.window.reader.page
    assert page
    start_of = page.text.index("High up")
    qtbot.waitUntil(lambda: 0 <= start_of - (session.window.place().offset or 0) < 600)


@pytest.mark.usefixtures("marked")
def test_a_file_changed_outside_appears_in_the_list(start: Start, qtbot: QtBot, home: Home) -> None:
    session = start(section=GULL)
    hub = open_hub(session, qtbot)
    folder = home.notebook / "birds" / "annotations"
    file = next(file for file in folder.glob("*.md") if "Loud" in file.read_text())
    arriving = folder / "arriving.tmp"
    arriving.write_text(file.read_text() + "Heard on the pier")
    arriving.replace(file)

    def notes() -> list[str]:
        return [row.card.annotation.note for row in hub.model.rows]

    qtbot.waitUntil(lambda: "Heard on the pier" in notes(), timeout=20_000)


@pytest.mark.usefixtures("marked")
def test_the_hub_and_the_contents_take_turns_and_the_last_one_comes_back(
    start: Start, qtbot: QtBot
) -> None:
    session = start(section=GULL)
    assert session.window.panel_shown("contents")
    open_hub(session, qtbot)
    assert not session.window.panel_shown("contents")
    session.window.close()
    again = start()
    assert again.window.panel_shown("hub")
    qtbot.keyClick(again.window, Qt.Key.Key_F9)
    assert again.window.panel_shown("contents")


@pytest.mark.usefixtures("marked")
def test_a_right_click_offers_the_acts(start: Start, qtbot: QtBot) -> None:
    session = start(section=GULL)
    hub = open_hub(session, qtbot)
    hub.list.setFocus()
    menu = hub.menu()
    said = [action.text() for action in menu.actions() if action.text()]
    assert said[0] == "Show in Text"
    assert {"Color", "Tags", "Copy as Markdown"} <= set(said)
    menu.popup(hub.list.mapToGlobal(QPoint(10, 10)))
    menu.close()
