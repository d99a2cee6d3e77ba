"""The course is changed outside: notes move with their words, and the learner decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt

from studyapp.course.compiler import Compiler
from studyapp.course.loader import load_course
from studyapp.gui.panels.hub import Hub
from studyapp.model import State
from studyapp.notes.outcomes import Outcome
from studyapp.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path

    from driving import Start
    from pytestqt.qtbot import QtBot

    from studyapp.files import Home
    from studyapp.gui.session import Session


CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
LEFT = Qt.MouseButton.LeftButton
STORK, GULL = "01-waders/02-stork.md", "02-gulls/01-herring.md"
BEFORE = (
    "# Herring gull\n\nIt is loud all day long on every roof of the town.\n\n"
    "Its back is as grey as the sea in winter.\n\n"
    "It eats what the boats leave behind in the harbor at night.\n"
)
PASSAGES = ("loud all day long on every roof", "as grey as the sea", "what the boats leave behind")
AFTER = (
    "# Herring gull\n\nA new paragraph before all others, so that every word stands elsewhere.\n\n"
    "It is loud all day long on every roof of the town.\n\n"
    "Its back is as grey as the sky in winter.\n\nIt likes chips.\n"
)


@pytest.fixture
def gull(home: Home, course_folder: Path) -> Path:
    """The file of a section with three marked passages."""
    file = course_folder / GULL
    file.write_text(BEFORE)
    with Compiler(home.cache) as compiler:
        workspace = Workspace(load_course(course_folder, home), home, compiler)
        text = workspace.page(GULL).text
        for words in (
            "loud all day long on every roof",
            "as grey as the sea",
            "what the boats leave behind",
        ):
            start = text.index(words)
            workspace.notes.add(GULL, (start, start + len(words)), color="green", note=words[:4])
    return file


def until_told(session: Session, qtbot: QtBot) -> None:
    banner = session.window.overview.updates.banner
    qtbot.waitUntil(banner.isVisible, timeout=20_000)
    qtbot.waitUntil(session.window.is_settled, timeout=20_000)


def select(session: Session, qtbot: QtBot, words: str) -> None:
    """Select words with the mouse."""
    reader = session.window.reader
    assert reader.page
    start = reader.page.text.index(words)
    points: list[QPoint] = []
    for offset in (start, start + len(words)):
        cursor = reader.textCursor()
        cursor.setPosition(reader.position_of(offset))
        points.append(reader.cursorRect(cursor).center())
    qtbot.mousePress(reader.viewport(), LEFT, pos=points[0])
    qtbot.mouseMove(reader.viewport(), points[1])
    qtbot.mouseRelease(reader.viewport(), LEFT, pos=points[1])
    assert reader.selected_text() == words


def test_nothing_is_said_while_the_course_is_as_it_was(
    start: Start, qtbot: QtBot, gull: Path
) -> None:
    session = start(section=GULL)
    assert gull.exists()
    qtbot.waitUntil(lambda: session.context.workspace.whereabouts.surveyed, timeout=20_000)
    assert not session.window.overview.updates.banner.isVisible()


def test_a_note_is_linked_again_in_the_section_it_was_made_on(
    start: Start, qtbot: QtBot, gull: Path
) -> None:
    gull.write_text(AFTER)
    session = start(section=STORK)
    until_told(session, qtbot)
    qtbot.mouseClick(session.window.overview.updates.banner.buttons[0], LEFT)
    review = session.window.overview.review_page
    lost = next(card for card in review.in_order() if card.row.outcome is Outcome.ORPHANED)
    qtbot.mouseClick(lost.buttons["link"], LEFT)
    qtbot.waitUntil(lambda: session.window.place().section == GULL, timeout=20_000)
    qtbot.waitUntil(session.window.is_settled, timeout=20_000)
    assert session.window.overview.linking.banner.isVisible()
    assert session.window.view.shows_page


def test_an_edited_file_is_told_at_the_next_start_and_accepted(
    start: Start, qtbot: QtBot, gull: Path
) -> None:
    gull.write_text(AFTER)
    session = start(section=GULL)
    until_told(session, qtbot)
    updates, workspace = session.window.overview.updates, session.context.workspace
    assert updates.banner.text.text().endswith("1 in place, 1 changed, 1 not found.")
    placed = {one.annotation.note: one for one in workspace.whereabouts.of_section(GULL)}
    assert placed["loud"].state is State.ANCHORED
    assert placed["loud"].found
    assert placed["loud"].found.start > BEFORE.index("loud")
    assert placed["as g"].state is State.CHANGED
    qtbot.mouseClick(updates.banner.buttons[0], LEFT)
    review = session.window.overview.review_page
    assert review.isVisible()
    changed = next(card for card in review.in_order() if card.row.outcome is Outcome.CHANGED)
    qtbot.mouseClick(changed.buttons["accept"], LEFT)
    assert {row.outcome for row in updates.rows()} == {Outcome.ORPHANED}
    qtbot.keyClick(session.window.focusWidget(), Qt.Key.Key_Z, CTRL)
    assert {row.outcome for row in updates.rows()} == {Outcome.CHANGED, Outcome.ORPHANED}
    qtbot.keyClick(session.window.focusWidget(), Qt.Key.Key_Z, CTRL | SHIFT)
    assert {row.outcome for row in updates.rows()} == {Outcome.ORPHANED}
    qtbot.mouseClick(review.close_button, LEFT)
    assert session.window.place().section == GULL
    assert {one.state for one in workspace.whereabouts.of_section(GULL)} == {
        State.ANCHORED,
        State.ORPHANED,
    }


def test_a_file_edited_while_it_is_read_is_told_too(start: Start, qtbot: QtBot, gull: Path) -> None:
    session = start(section=GULL)
    qtbot.waitUntil(lambda: session.context.workspace.whereabouts.surveyed, timeout=20_000)
    gull.write_text(AFTER)
    until_told(session, qtbot)
    qtbot.keyClick(session.window, Qt.Key.Key_F5)
    until_told(session, qtbot)
    assert len(session.window.overview.updates.rows()) == 2


def test_a_lost_passage_is_linked_by_selecting_with_the_mouse(
    start: Start, qtbot: QtBot, gull: Path
) -> None:
    gull.write_text(AFTER)
    session = start(section=GULL)
    until_told(session, qtbot)
    qtbot.keyClick(session.window, Qt.Key.Key_H, CTRL | SHIFT)
    panel = session.window.panel("hub")
    assert isinstance(panel, Hub)
    hub = panel.board
    qtbot.waitUntil(hub.lost.isVisible, timeout=20_000)
    qtbot.mouseClick(hub.lost, LEFT)
    assert len(hub.model.rows) == 1
    qtbot.mouseClick(hub.actions_row.link, LEFT)
    linking = session.window.overview.linking
    assert linking.banner.isVisible()
    select(session, qtbot, "It likes chips.")
    qtbot.mouseClick(linking.banner.buttons[0], LEFT)
    notes = session.context.workspace.notes
    linked = next(one for one in notes.all() if one.note == "what")
    assert linked.anchor
    assert linked.anchor.quote == "It likes chips."
    qtbot.waitUntil(lambda: not hub.lost.isVisible())
    assert notes.undo() == "Relink"
    qtbot.waitUntil(hub.lost.isVisible)


def test_review_keep_and_show_by_keys_alone(start: Start, qtbot: QtBot, gull: Path) -> None:
    gull.write_text(AFTER)
    session = start(section=STORK)
    until_told(session, qtbot)
    window = session.window
    window.commands["hub.review"].trigger()
    review = window.overview.review_page
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.place().section == GULL, timeout=20_000)
    window.commands["hub.review"].trigger()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_K)
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_K)
    assert review.in_order() == []
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert window.reader.hasFocus()
    assert not window.overview.updates.banner.isVisible()
    window.close()
    again = start()
    qtbot.waitUntil(lambda: again.context.workspace.whereabouts.surveyed, timeout=20_000)
    assert not again.window.overview.updates.banner.isVisible()
    assert len(again.window.overview.updates.all_rows()) == 2
