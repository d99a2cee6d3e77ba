"""A learner reads to the end, sees it marked, comes back, and finds a section changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from studyapp.gui.panels.contents import Contents
from studyapp.gui.panels.tree import STATE_ROLE
from studyapp.study.progress import Standing

if TYPE_CHECKING:
    from pathlib import Path

    from driving import Start
    from pytestqt.qtbot import QtBot

    from studyapp.files import Home
    from studyapp.gui.session import Session


CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT, PLAIN = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier
WADERS, HERON, STORK = "01-waders/index.md", "01-waders/01-heron.md", "01-waders/02-stork.md"
HERRING, TERNS = "02-gulls/01-herring.md", "03-terns.md"


class Reader:
    """Who sits before the window; time passes only while they read."""

    def __init__(self, session: Session, qtbot: QtBot) -> None:
        self.session, self.window, self.qtbot = session, session.window, qtbot
        self.now = 0.0
        self.window.reading.dwelling.clock = lambda: self.now
        self.window.reading.dwelling.begin(self.window.place().section)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        self.qtbot.keyClick(self.window.reader, key, modifiers)

    def go(self, section: str) -> None:
        contents = self.contents()
        contents.tree.expandAll()
        row = contents.tree.visualRect(contents.model.index_of(section)).center()
        self.qtbot.mouseClick(
            contents.tree.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(100, row.y())
        )
        self.until_at(section)

    def until_at(self, section: str) -> None:
        self.qtbot.waitUntil(lambda: self.window.place().section == section, timeout=20_000)
        self.qtbot.waitUntil(self.window.is_settled, timeout=20_000)

    def read_screens(self, seconds: float) -> None:
        """Read to the end, screen by screen."""
        bar = self.window.reader.bar
        while bar.value() < bar.maximum():
            self.now += seconds
            self.press(Qt.Key.Key_Space)
        self.rest(seconds)

    def rest(self, seconds: float) -> None:
        """Let the page rest until that is noticed."""
        self.now += seconds
        self.qtbot.waitSignal(self.window.reading.dwelling.rested, timeout=20_000).wait()

    def contents(self) -> Contents:
        panel = self.window.panel("contents")
        assert isinstance(panel, Contents)
        return panel

    def state(self, section: str) -> str:
        mark = self.contents().model.index_of(section).data(STATE_ROLE)
        return mark.state if mark else ""

    def until(self, section: str, state: str) -> None:
        self.qtbot.waitUntil(lambda: self.state(section) == state, timeout=20_000)


@pytest.fixture
def sit_down(start: Start, qtbot: QtBot):
    """Start the app and sit down before it."""
    return lambda section="": Reader(start(section=section), qtbot)


def test_read_to_the_end_and_see_it_marked(sit_down, home: Home) -> None:
    reader = sit_down(HERON)
    header = reader.window.header
    assert header.facts.text().startswith("11 min left  ·  ")
    reader.read_screens(45)
    reader.until(HERON, Standing.READ)
    assert header.facts.text().startswith("Read  ·  ")
    assert header.facts.accessibleName().startswith("this section is read, ")
    assert reader.state(WADERS) == Standing.SEEN
    assert not home.notebook.exists()
    reader.press(Qt.Key.Key_PageDown, CTRL)
    reader.until_at(STORK)
    reader.now += 10
    reader.press(Qt.Key.Key_PageUp, CTRL)
    reader.until_at(HERON)
    reader.until(STORK, Standing.SEEN)


def test_flying_past_reads_nothing(sit_down) -> None:
    reader = sit_down(HERON)
    reader.press(Qt.Key.Key_End)
    reader.now += 0.5
    reader.press(Qt.Key.Key_PageDown, CTRL)
    reader.until_at(STORK)
    assert reader.state(HERON) == ""


def test_come_back_and_find_a_section_changed(
    sit_down, start: Start, qtbot: QtBot, course_folder: Path
) -> None:
    reader = sit_down(TERNS)
    reader.rest(30)
    reader.until(TERNS, Standing.READ)
    reader.window.close()
    (course_folder / TERNS).write_text("Other words than before.\n")
    reader = sit_down(WADERS)
    reader.until(TERNS, Standing.CHANGED)
    header = reader.window.header
    assert not header.changed.isVisible()
    reader.go(TERNS)
    assert header.changed.isVisible()
    qtbot.mouseClick(header.changed, Qt.MouseButton.LeftButton)
    reader.until(TERNS, Standing.READ)
    assert not header.changed.isVisible()


def test_a_section_that_changes_while_it_is_open_says_so(sit_down, course_folder: Path) -> None:
    reader = sit_down(TERNS)
    reader.press(Qt.Key.Key_M, CTRL)
    reader.until(TERNS, Standing.READ)
    (course_folder / TERNS).write_text("Other words than before.\n")
    reader.until(TERNS, Standing.CHANGED)
    assert reader.window.header.changed.isVisible()


def test_mark_by_key_and_go_where_one_has_not_been(sit_down, home: Home) -> None:
    reader = sit_down(HERON)
    reader.press(Qt.Key.Key_M, CTRL)
    assert reader.state(HERON) == Standing.READ
    assert home.notebook.exists()
    assert not reader.window.commands["read.section"].isEnabled()
    reader.press(Qt.Key.Key_M, CTRL | SHIFT)
    assert reader.state(HERON) == ""
    reader.press(Qt.Key.Key_M, ALT)
    assert reader.state(WADERS) == reader.state(STORK) == Standing.READ
    reader.press(Qt.Key.Key_PageDown, CTRL | SHIFT)
    reader.until_at(HERRING)
    for section in ("02-gulls/02-black-headed.md", TERNS):
        reader.press(Qt.Key.Key_M, CTRL)
        reader.press(Qt.Key.Key_PageDown, CTRL | SHIFT)
        reader.until_at(section)
    reader.press(Qt.Key.Key_PageDown, CTRL | SHIFT)
    message = reader.session.context.messages.current
    assert message
    assert message.text == "Every other section is read."


def test_mark_a_chapter_from_the_contents(sit_down, qtbot: QtBot) -> None:
    reader = sit_down(TERNS)
    contents = reader.contents()
    place = contents.tree.visualRect(contents.model.index_of(WADERS)).center()
    contents.tree.customContextMenuRequested.emit(place)
    menu = contents.findChildren(QMenu)[-1]
    action = next(one for one in menu.actions() if one.text() == "Mark Chapter as Read")
    qtbot.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
    reader.until(STORK, Standing.READ)
    assert reader.state(WADERS) == Standing.READ


def test_a_disk_that_refuses_is_told_of_once_a_visit(
    sit_down, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader = sit_down(TERNS)
    messages = reader.session.context.messages

    def refuse(_path: Path, _data: bytes) -> None:
        raise OSError(28, "no space left")

    with monkeypatch.context() as patch:
        patch.setattr("studyapp.notes.log._append", refuse)
        reader.rest(30)
        reader.until(TERNS, Standing.READ)
        reader.qtbot.waitUntil(lambda: messages.current is not None)
        messages.dismiss()
        reader.rest(30)
        assert messages.current is None
    reader.press(Qt.Key.Key_PageUp, CTRL)
    reader.rest(5)
    reader.qtbot.waitUntil((home.state / "reading" / "birds" / "early.jsonl").exists)


def test_another_course_takes_the_visit_along(
    sit_down, tmp_path: Path, course_folder: Path
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "01.md").write_text("# One\n\nWords.\n")
    reader = sit_down(TERNS)
    reader.rest(1.5)
    reader.now += 30
    reader.window.open_course(other)
    reader.until_at("01.md")
    assert reader.state("01.md") == ""
    reader.window.open_course(course_folder)
    reader.until_at(TERNS)
    reader.until(TERNS, Standing.READ)
