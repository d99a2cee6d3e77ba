"""What cannot be shown is explained where it would stand, with a way out that works."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from driving import PATIENCE, said, settle
from PySide6.QtCore import QPoint, QRect, Qt

from studyapp.gui.panels.hub import Hub
from studyapp.gui.panels.notes import Notes
from studyapp.gui.panels.search import SearchPanel
from studyapp.gui.states import StatePage, Way
from studyapp.model import Location

if TYPE_CHECKING:
    from pathlib import Path

    from driving import Start
    from pytestqt.qtbot import QtBot

    from studyapp.files import Home
    from studyapp.gui.session import Session


LEFT = Qt.MouseButton.LeftButton
HERON = "01-waders/01-heron.md"
HERON_RENAMED = "01-waders/01-the-heron.md"
STORK = "01-waders/02-stork.md"


def state(session: Session) -> StatePage:
    """Return what is shown in place of the page."""
    found = session.window.view.state
    assert found.isVisible()
    return found


def press(page: StatePage, qtbot: QtBot, title: str) -> None:
    button = next(one for one in page.buttons() if one.text() == title)
    qtbot.mouseClick(button, LEFT)


def notes_state(session: Session) -> StatePage:
    session.window.show_panel("notes")
    panel = session.window.panel("notes")
    assert isinstance(panel, Notes)
    found = panel.findChildren(StatePage)[0]
    assert found.isVisible()
    return found


def hub_state(session: Session, qtbot: QtBot) -> StatePage:
    session.window.show_panel("hub")
    panel = session.window.panel("hub")
    assert isinstance(panel, Hub)
    qtbot.waitUntil(panel.board.empty.isVisible, timeout=PATIENCE)
    return panel.board.empty


def test_an_empty_folder_becomes_a_course_once_it_has_a_page(
    start: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "new"
    folder.mkdir()
    session = start(folder)
    page = state(session)
    assert page.title.text() == "This course has no pages yet"
    assert str(folder) in page.text.text().replace("\N{ZERO WIDTH SPACE}", "")
    (folder / "one.md").write_text("# One\n\nThe first page.\n")
    press(page, qtbot, "Read again")
    qtbot.waitUntil(lambda: session.window.place().section == "one.md", timeout=PATIENCE)
    assert not page.isVisible()


def test_a_section_that_is_gone_is_shown_when_it_is_back(
    start: Start, qtbot: QtBot, course_folder: Path, tmp_path: Path
) -> None:
    session = start(section=HERON)
    aside = tmp_path / "aside.md"
    (course_folder / STORK).rename(aside)
    session.window.go(Location(STORK))
    settle(session, qtbot)
    page = state(session)
    assert page.title.text() == "“The stork” cannot be read"
    assert not session.window.commands["notes.bookmark"].isEnabled()  # the heron is out of sight
    aside.rename(course_folder / STORK)
    press(page, qtbot, "Try again")
    qtbot.waitUntil(lambda: session.window.place().section == STORK, timeout=PATIENCE)


def test_from_a_section_that_cannot_be_read_one_gets_back(
    start: Start, qtbot: QtBot, course_folder: Path
) -> None:
    session = start(section=HERON)
    session.window.reader.go_to_heading("part-4")
    (course_folder / STORK).unlink()
    session.window.go(Location(STORK))
    settle(session, qtbot)
    press(state(session), qtbot, "Back")
    qtbot.waitUntil(lambda: session.window.view.shows_page, timeout=PATIENCE)
    assert (session.window.place().section, session.window.place().heading) == (HERON, "part-4")


def test_what_stands_in_the_place_of_a_section_that_was_removed_is_shown(
    start: Start, qtbot: QtBot, course_folder: Path
) -> None:
    session = start(section=HERON)
    (course_folder / HERON).unlink()
    qtbot.waitUntil(lambda: session.window.place().section == STORK, timeout=PATIENCE)
    assert said(session) == (
        "“The heron” is no longer in the course; here is what stands in its place."
    )


def test_a_section_whose_file_was_renamed_is_read_on_where_it_was_left(
    start: Start, qtbot: QtBot, course_folder: Path
) -> None:
    session = start(section=HERON)
    session.window.reader.go_to_heading("part-4")
    qtbot.waitUntil(lambda: session.window.place().heading == "part-4", timeout=PATIENCE)
    (course_folder / HERON).rename(course_folder / HERON_RENAMED)
    qtbot.waitUntil(lambda: session.window.place().section == HERON_RENAMED, timeout=PATIENCE)
    assert session.window.place().heading == "part-4"
    assert not session.context.messages.current


def test_a_course_whose_folder_is_gone_offers_others(
    start: Start, qtbot: QtBot, course_folder: Path
) -> None:
    session = start(section=HERON)
    shutil.rmtree(course_folder)
    session.window.go(Location(STORK))
    settle(session, qtbot)
    page = state(session)
    assert page.title.text() == "The folder of this course is gone"
    press(page, qtbot, "Open the guide")
    qtbot.waitUntil(
        lambda: session.context.workspace.course.id == "studyapp-guide", timeout=PATIENCE
    )


@pytest.mark.parametrize("words", ["[" * 40_000, "words " * 4_000_000], ids=["refused", "large"])
def test_a_page_that_the_guards_refuse_is_shown_as_text_with_the_reason(
    words: str, start: Start, course_folder: Path
) -> None:
    (course_folder / STORK).write_text(f"# The stork\n\n{words}\n")
    session = start(section=STORK)
    page = session.window.reader.page
    assert page is not None
    assert page.flaws[0].message.startswith("shown as plain text")
    assert words[:100].strip() in page.text


def test_what_of_a_course_cannot_be_read_is_told(
    start: Start, course_folder: Path, tmp_path: Path
) -> None:
    outside = tmp_path / "outside.md"
    outside.write_text("# Outside\n")
    (course_folder / "04-link.md").symlink_to(outside)
    session = start(section=HERON)
    assert said(session) == (
        "In this course: 04-link.md: this link leads out of the course and is not followed."
    )


def test_a_notebook_that_is_gone_is_told_in_the_panels_until_it_is_back(
    start: Start, qtbot: QtBot, home: Home, tmp_path: Path
) -> None:
    first = start(section=HERON)
    first.context.workspace.notes.add(HERON, (0, 9), color="yellow")
    first.window.close()
    aside = tmp_path / "aside"
    home.notebook.rename(aside)
    session = start(section=HERON)
    page = notes_state(session)
    assert page.title.text() == "Your notes cannot be read now"
    assert "is gone" in page.text.text()
    listed = hub_state(session, qtbot)
    assert listed.title.text() == page.title.text()
    aside.rename(home.notebook)
    press(page, qtbot, "Try again")
    press(listed, qtbot, "Try again")
    assert not page.isVisible()
    qtbot.waitUntil(lambda: not listed.isVisible(), timeout=PATIENCE)


def test_a_file_in_the_place_of_the_notebook_is_told(
    start: Start, qtbot: QtBot, home: Home
) -> None:
    home.notebook.parent.mkdir(parents=True, exist_ok=True)
    home.notebook.write_text("not a folder")
    session = start(section=HERON)
    assert "it is a file" in notes_state(session).text.text().lower()
    session.window.reader.selecting.select(0, 9)
    session.window.commands["notes.highlight"].trigger()
    settle(session, qtbot)
    assert "it is a file" in said(session)
    assert home.notebook.read_text() == "not a folder"


def test_panels_without_notes_say_how_to_make_some(start: Start, qtbot: QtBot) -> None:
    session = start(section=HERON)
    assert hub_state(session, qtbot).title.text() == "Nothing is marked yet"
    page = notes_state(session)
    assert page.title.text() == "No notes on this page yet"
    press(page, qtbot, "Write about this page")
    panel = session.window.panel("notes")
    assert isinstance(panel, Notes)
    assert panel.view.editor is not None
    assert not page.isVisible()


def test_a_search_without_results_can_be_widened(start: Start, qtbot: QtBot) -> None:
    session = start(section=HERON)
    qtbot.waitUntil(lambda: not session.context.search.index.busy, timeout=PATIENCE)
    session.window.seeking.ask("claps")
    panel = session.window.panel("search")
    assert isinstance(panel, SearchPanel)
    qtbot.waitUntil(lambda: bool(session.context.search.hits), timeout=PATIENCE)
    panel.head.scope.kinds["cards"].click()
    qtbot.waitUntil(panel.nothing.isVisible, timeout=PATIENCE)
    assert panel.nothing.title.text() == "Nothing found for “claps”"
    press(panel.nothing, qtbot, "Search everywhere")
    qtbot.waitUntil(lambda: bool(session.context.search.hits), timeout=PATIENCE)
    assert panel.list.isVisible()
    session.window.seeking.ask("zebra")
    qtbot.waitUntil(panel.nothing.isVisible, timeout=PATIENCE)
    assert panel.nothing.buttons() == []


@pytest.mark.parametrize("width", [200, 340, 900])
def test_ways_out_fit_into_any_width(width: int, start: Start, qtbot: QtBot) -> None:
    session = start(section=HERON)
    page = StatePage(session.context.theme)
    qtbot.addWidget(page)
    ways = [Way(title, lambda: None) for title in ("Read again", "Open another", "Open the guide")]
    page.show_state("book-open", "Nothing", "/a/very/long/path/to/a/folder" * 6, ways)
    page.resize(width, 500)
    page.show()
    assert page.width() == width
    places = [QRect(button.mapTo(page, QPoint()), button.size()) for button in page.buttons()]
    assert [page.rect().contains(place) for place in places] == [True] * len(ways)


def test_a_way_out_is_read_in_full_in_the_narrowest_panel(start: Start, qtbot: QtBot) -> None:
    page = StatePage(start(section=HERON).context.theme, beside=True)
    qtbot.addWidget(page)
    page.show_state("book-open", "Nothing", "", (Way("Write about this page", lambda: None),))
    page.resize(170, 400)
    page.show()
    (button,) = page.buttons()
    assert button.text() == "Write about\nthis page"
    assert button.accessibleName() == "Write about this page"
    assert button.width() >= button.sizeHint().width()
    page.resize(300, 400)
    assert button.text() == "Write about this page"
