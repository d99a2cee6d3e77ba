"""The ends of a mark pulled with the mouse in the real window: written once, said, taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

if TYPE_CHECKING:
    from pathlib import Path

    from driving import Start
    from pytestqt.qtbot import QtBot

    from studyapp.gui.marking import Marking
    from studyapp.gui.session import Session
    from studyapp.model import Annotation


LEFT, CTRL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier
BOATS = "boats.md"
TEXT = """# Boats

A boat floats on water. Dr. Reed says it weighs 3.5 tons of water. Few believe him at first.

| Part | Use |
|---|---|
| keel | keeps it upright |
"""


@pytest.fixture
def course_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "boats"
    folder.mkdir()
    (folder / "course.toml").write_text('id = "boats"\ntitle = "All about boats"\n')
    (folder / BOATS).write_text(TEXT, encoding="utf-8")
    return folder


class Hand:
    """A hand on the mouse, in the active pane."""

    def __init__(self, session: Session, qtbot: QtBot) -> None:
        self.session, self.qtbot = session, qtbot
        self.window = session.window

    @property
    def marking(self) -> Marking:
        return self.window.marking

    @property
    def text(self) -> str:
        page = self.window.reader.page
        assert page
        return page.text

    def add(self, words: str, **fields: str) -> str:
        start = self.text.index(words)
        notes = self.session.context.workspace.notes
        return notes.add(BOATS, (start, start + len(words)), **fields).id  # type: ignore[arg-type]

    def known(self, mark_id: str) -> tuple[Annotation, str]:
        """Return an annotation, and the words it is on."""
        whereabouts = self.session.context.workspace.whereabouts
        one = next(p for p in whereabouts.of_section(BOATS) if p.annotation.id == mark_id)
        assert one.found
        return one.annotation, self.text[one.found.start : one.found.end]

    def point(self, offset: int) -> QPoint:
        reader = self.window.reader
        return reader.cursorRect(reader.cursor_at(reader.position_of(offset))).center()

    def click(self, words: str) -> None:
        spot = self.point(self.text.index(words) + 1) + QPoint(2, 0)
        self.qtbot.mouseClick(self.window.reader.viewport(), LEFT, pos=spot)

    def pull(self, until: str, *, at_start: bool = False) -> QPoint:
        """Drag an end of the mark that was clicked to some words, without letting go."""
        reader = self.window.reader
        handle = next(one for one in reader.marks.handles() if one.at_start == at_start)
        spot = (handle.edge.center() - reader.view_offset()).toPoint()
        offset = self.text.index(until) + (0 if at_start else len(until))
        self.qtbot.mousePress(reader.viewport(), LEFT, pos=spot)
        self.qtbot.mouseMove(reader.viewport(), (spot + self.point(offset)) / 2)
        self.qtbot.mouseMove(reader.viewport(), self.point(offset))
        return self.point(offset)

    def let_go(self, spot: QPoint) -> None:
        self.qtbot.mouseRelease(self.window.reader.viewport(), LEFT, pos=spot)

    def popup_shown(self) -> bool:
        popup = self.marking.popup.widget
        return popup is not None and popup.isVisible()


@pytest.fixture
def hand(start: Start, qtbot: QtBot) -> Hand:
    session = start(section=BOATS)
    session.window.resize(1200, 800)
    session.window.reader.setFocus()
    return Hand(session, qtbot)


def test_an_end_is_pulled_and_the_mark_is_the_same_one(
    hand: Hand, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark = hand.add("floats on water", color="pink", note="As ships do")
    before = hand.known(mark)[0]
    hand.click("floats")
    assert hand.popup_shown()
    said: list[str] = []

    def hear(event: object) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            said.append(event.message())

    spot = hand.pull("tons")
    assert not hand.popup_shown()
    assert hand.known(mark)[1] == "floats on water"  # nothing is written before it is let go
    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    hand.let_go(spot)
    after, words = hand.known(mark)
    assert words == "floats on water. Dr. Reed says it weighs 3.5 tons"
    assert (after.id, after.color, after.note, after.kind) == (
        before.id,
        before.color,
        before.note,
        before.kind,
    )
    assert said == [f"Marked: {words}"]
    assert hand.popup_shown()
    assert hand.marking.focused_id == mark
    assert hand.window.commands["notes.undo"].text().replace("&", "") == "Undo Change Passage"
    hand.qtbot.keyClick(hand.window.reader, Qt.Key.Key_Z, CTRL)
    assert hand.known(mark)[1] == "floats on water"


def test_the_end_of_an_underline_is_pulled_into_a_table(hand: Hand) -> None:
    mark = hand.add("him at", kind="underline", color="blue")
    hand.add("believe him", color="green")
    hand.click("him at")
    hand.marking.focus(mark)
    hand.let_go(hand.pull("keeps it"))
    assert hand.known(mark)[1] == "him at first.\nPart\nUse\nkeel\nkeeps it"
    hand.let_go(hand.pull("Few", at_start=True))
    assert hand.known(mark)[1].startswith("Few believe him at")


def test_escape_leaves_the_mark_as_it_was_and_focused(hand: Hand) -> None:
    mark = hand.add("floats on water")
    hand.click("floats")
    spot = hand.pull("tons")
    hand.qtbot.keyClick(hand.window.reader, Qt.Key.Key_Escape)
    assert hand.popup_shown()
    hand.let_go(spot)
    assert hand.known(mark)[1] == "floats on water"
    assert hand.session.context.workspace.notes.undo_names[0] != "Change Passage"
    assert hand.marking.focused_id == mark


def test_a_file_that_has_changed_meanwhile_is_told_and_nothing_is_written(
    hand: Hand, course_folder: Path
) -> None:
    mark = hand.add("floats on water")
    before = hand.known(mark)[0]
    hand.click("floats")
    spot = hand.pull("tons")
    changed = TEXT.replace("A boat", "Any old boat")
    (course_folder / BOATS).write_text(changed, encoding="utf-8")
    hand.let_go(spot)
    shown = hand.session.context.messages.current
    assert shown
    assert "the page has just changed" in shown.text
    hand.qtbot.waitUntil(lambda: hand.text.startswith("Boats\nAny"), timeout=20_000)
    after, words = hand.known(mark)
    assert (after, words) == (before, "floats on water")


def test_a_mark_removed_meanwhile_is_told(hand: Hand) -> None:
    mark = hand.add("floats on water")
    hand.click("floats")
    spot = hand.pull("tons")
    hand.session.context.workspace.notes.remove([mark])
    hand.let_go(spot)
    shown = hand.session.context.messages.current
    assert shown
    assert "its ends were not moved" in shown.text
    assert hand.session.context.workspace.whereabouts.of_section(BOATS) == []


def test_in_two_panes_the_mark_moves_in_both_and_handles_stand_in_one(hand: Hand) -> None:
    mark = hand.add("floats on water")
    hand.window.commands["pane.split"].trigger()
    hand.qtbot.waitUntil(hand.window.is_settled, timeout=20_000)
    hand.click("floats")
    here, there = (pane.reader.marks for pane in hand.window.panes.shown)
    if hand.window.panes.active is not hand.window.panes.shown[0]:
        here, there = there, here
    assert len(here.handles()) == 2
    assert there.handles() == []
    hand.let_go(hand.pull("Reed"))
    assert hand.known(mark)[1] == "floats on water. Dr. Reed"
    one, other = here.get(mark), there.get(mark)
    assert one
    assert other
    assert (one.first, one.last) == (other.first, other.last)
    assert there.handles() == []
