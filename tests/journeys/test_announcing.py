"""What a reader who sees nothing hears of what happens in the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

from studyapp import files
from studyapp.gui.panels.notes import Notes
from studyapp.model import Location
from studyapp.settings import Settings

if TYPE_CHECKING:
    from pathlib import Path

    from driving import Start
    from pytestqt.qtbot import QtBot

    from studyapp.gui.window import Window

HERON, STORK = "01-waders/01-heron.md", "01-waders/02-stork.md"
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what is announced, in order."""
    said: list[str] = []

    def hear(event: object) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            said.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    return said


@pytest.fixture
def window(start: Start, heard: list[str]) -> Window:
    """The window at its first page, with nothing heard yet of what is to come."""
    made = start(section=HERON).window
    heard.clear()
    return made


def test_another_section_tells_its_title_chapter_and_how_long_it_is(
    window: Window, qtbot: QtBot, heard: list[str]
) -> None:
    window.go(Location(STORK))
    qtbot.waitUntil(lambda: bool(heard), timeout=20_000)
    assert heard[0].startswith("The stork. Waders. ")
    assert "minutes left in this section" in heard[0]
    assert "section 3 of 7" in heard[0]
    heard.clear()
    window.go(Location(STORK, "nests"))
    assert heard == []


def test_a_section_that_was_read_says_so(window: Window, qtbot: QtBot, heard: list[str]) -> None:
    qtbot.keyClick(window.reader, Qt.Key.Key_M, CTRL)
    assert heard[-1] == "Marked as read"
    window.go(Location(STORK))
    qtbot.waitUntil(lambda: len(heard) > 1, timeout=20_000)
    window.go(Location(HERON))
    qtbot.waitUntil(lambda: "this section is read" in heard[-1], timeout=20_000)
    qtbot.keyClick(window.reader, Qt.Key.Key_M, CTRL | SHIFT)
    assert heard[-1] == "Marked as unread"


def test_results_and_each_hit_are_counted(window: Window, qtbot: QtBot, heard: list[str]) -> None:
    qtbot.waitUntil(lambda: not window.context.search.index.busy, timeout=20_000)
    window.seeking.focus()
    qtbot.keyClicks(window.toolbar.field, "claps")
    qtbot.waitUntil(lambda: any("result" in words for words in heard), timeout=20_000)
    heard.clear()
    qtbot.keyClick(window.toolbar.field, Qt.Key.Key_F3)
    qtbot.waitUntil(lambda: any(words.startswith("1 of 3: ") for words in heard), timeout=20_000)
    assert "It claps." in next(words for words in heard if words.startswith("1 of 3: "))


def test_places_found_in_the_page_are_counted(
    window: Window, qtbot: QtBot, heard: list[str]
) -> None:
    window.seeking.find()
    assert window.seeking.bar
    qtbot.keyClicks(window.seeking.bar.field, "Part")
    qtbot.waitUntil(lambda: "1 of 8" in heard, timeout=20_000)
    qtbot.keyClick(window.seeking.bar.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "2 of 8" in heard, timeout=20_000)


def test_marks_made_recolored_removed_and_brought_back(
    window: Window, qtbot: QtBot, heard: list[str]
) -> None:
    reader = window.reader
    qtbot.keyClick(reader, Qt.Key.Key_J)
    heard.clear()
    for key, modifier in (
        (Qt.Key.Key_H, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_3, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_D, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Z, CTRL),
        (Qt.Key.Key_Z, CTRL | SHIFT),
    ):
        qtbot.keyClick(reader, key, modifier)
    heard = [words for words in heard if not words.startswith("Your notes are kept")]
    assert heard[:3] == ["Highlighted, Yellow", "Blue", "Removed"]
    assert heard[3].startswith("Undone: ")
    assert heard[4].startswith("Done again: ")


def test_a_note_is_told_when_it_is_saved_and_when_it_is_not(
    window: Window, qtbot: QtBot, heard: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    qtbot.keyClick(window.reader, Qt.Key.Key_J)
    qtbot.keyClick(window.reader, Qt.Key.Key_N)
    panel = window.panel("notes")
    assert isinstance(panel, Notes)
    assert panel.view.editor
    qtbot.keyClicks(panel.view.editor.text, "Patience")
    qtbot.keyClick(panel.view.editor.text, Qt.Key.Key_Escape)
    assert heard[-1] == "Note saved"

    def full(path: Path, data: object) -> None:
        raise files.unwritable(path, OSError(28, "No space left on device"))

    panel.edit(panel.view.cards.cards[0].annotation.id)
    heard.clear()
    with monkeypatch.context() as broken:
        broken.setattr(files, "write_atomic", full)
        qtbot.keyClicks(panel.view.editor.text, " more")
        qtbot.keyClick(panel.view.editor.text, Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda: any("no space left" in words.lower() for words in heard))
    assert "Note saved" not in heard


def test_messages_are_told_with_their_gravity(window: Window, heard: list[str]) -> None:
    window.context.messages.post("All is well.")
    window.context.messages.post("It is cold.", "warning")
    assert heard == ["All is well.", "Warning: It is cold."]


def test_sizes_and_themes_are_told(window: Window, qtbot: QtBot, heard: list[str]) -> None:
    settings = window.context.settings
    qtbot.keyClick(window.reader, Qt.Key.Key_Plus, CTRL)
    assert heard == ["Text size: 19 px"]
    settings.put(Settings.line_height, 1.8)
    settings.theme = "dark"
    assert heard[1:] == ["Line height: 1.80", "Theme: Dark"]


def test_panels_and_the_focus_mode_are_told(window: Window, qtbot: QtBot, heard: list[str]) -> None:
    qtbot.keyClick(window.reader, Qt.Key.Key_F8)
    qtbot.keyClick(window.reader, Qt.Key.Key_F8)
    qtbot.keyClick(window.reader, Qt.Key.Key_F11)
    qtbot.keyClick(window.reader, Qt.Key.Key_Escape)
    assert heard == ["Notes opened", "Notes closed", "Focus mode on", "Focus mode off"]


@pytest.mark.parametrize(
    ("command", "words"),
    [
        ("notes.quote", "Quotation copied."),
        ("page.copy_link", "Link to these words copied."),
        ("help.report", "Diagnostic report copied. It holds no private text."),
    ],
)
def test_what_is_copied_is_told_once_each_time(
    window: Window, heard: list[str], command: str, words: str
) -> None:
    window.reader.selecting.select(0, 9)
    window.context.messages.post("Something else is on show", "warning", id="other")
    for _ in range(2):
        heard.clear()
        window.commands[command].trigger()
        assert [said for said in heard if said == words] == [words]
    heard.clear()
    window.context.messages.dismiss()
    assert window.context.messages.current
    assert window.context.messages.current.text == words
    assert heard == []
