"""A reader goes through a page by its headings, links, figures and tables, by keys alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from studyapp.gui.dialogs.elements import Elements, figures_of

if TYPE_CHECKING:
    from pathlib import Path

    from driving import Start
    from pytestqt.qtbot import QtBot


HERON, STORK, GULL = "01-waders/01-heron.md", "01-waders/02-stork.md", "02-gulls/01-herring.md"
ALT, CTRL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
GULLS = (
    "# Herring gull\n\n![A gull](gull.png 'A gull on a roof')\n\n"
    "| Bird | Voice |\n|--|--|\n| Gull | loud |\n| Tern | shrill |\n\nLoud.\n"
)


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what is announced."""
    said: list[str] = []

    def hear(event: object) -> None:
        if hasattr(event, "message"):
            said.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", hear)
    return said


def elements() -> Elements:
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, Elements)
    return popup


def test_a_heading_is_found_and_gone_to(start: Start, qtbot: QtBot, heard: list[str]) -> None:
    window = start(section=HERON).window
    qtbot.keyClick(window.reader, Qt.Key.Key_H, ALT | SHIFT)
    listed = elements()
    assert [one.title for one in listed.elements()] == [
        "The heron",
        *(f"Part {n}" for n in range(8)),
    ]
    assert listed.elements()[3].detail == "level 2"
    qtbot.keyClicks(listed.field, "part 5")
    assert [one.title for one in listed.elements()] == ["Part 5"]
    qtbot.keyClick(listed.field, Qt.Key.Key_Return)
    assert window.place().heading == "part-5"
    assert window.reader.hasFocus()
    assert window.reader.sentence.words() == "Part 5"
    assert "Part 5" in heard


def test_the_heading_being_read_is_marked(start: Start, qtbot: QtBot) -> None:
    window = start(section=HERON, heading="part-3").window
    window.commands["go.headings"].trigger()
    assert elements().list.currentRow() == 4


def test_a_link_is_followed(start: Start, qtbot: QtBot) -> None:
    window = start(section=HERON).window
    qtbot.keyClick(window.reader, Qt.Key.Key_L, ALT | SHIFT)
    listed = elements()
    assert [(one.title, one.detail) for one in listed.elements()] == [
        ("the stork", "The stork"),
        ("nothing", "leads nowhere"),
        ("the web", "example.org"),
    ]
    qtbot.keyClick(listed.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.place().section == STORK)
    qtbot.waitUntil(window.is_settled, timeout=20_000)
    assert window.place().heading == "nests"


def test_figures_and_tables_are_listed_too(start: Start, qtbot: QtBot, course_folder: Path) -> None:
    (course_folder / GULL).write_text(GULLS, "utf-8")
    window = start(section=GULL).window
    window.commands["go.headings"].trigger()
    listed = elements()
    qtbot.keyClick(listed.field, Qt.Key.Key_Tab, CTRL)
    assert listed.elements() == []
    assert "no links" in listed.said.text()
    qtbot.keyClick(listed.field, Qt.Key.Key_Tab, CTRL)
    assert [(one.title, one.detail) for one in listed.elements()] == [
        ("A gull on a roof", "figure"),
        ("Bird, Voice, Gull, loud", "table, 3 rows"),
    ]
    page = window.reader.page
    assert page
    assert [page.text[one.start :].split("\n")[0] for one in figures_of(page)][1] == "Bird"


def test_keys_go_from_heading_to_heading(start: Start, qtbot: QtBot, heard: list[str]) -> None:
    reader = start(section=HERON).window.reader
    for _ in range(3):
        qtbot.keyClick(reader, Qt.Key.Key_PageDown, ALT)
    assert reader.sentence.words() == "Part 2"
    assert heard[-1] == "Part 2, heading level 2"
    qtbot.keyClick(reader, Qt.Key.Key_PageUp, ALT)
    assert reader.sentence.words() == "Part 1"
    for _ in range(3):
        qtbot.keyClick(reader, Qt.Key.Key_PageUp, ALT)
    assert heard[-1] == "No heading before this"
    assert reader.sentence.words() == "The heron"


def test_with_a_caret_it_is_the_caret_that_goes(start: Start, qtbot: QtBot) -> None:
    reader = start(section=HERON).window.reader
    qtbot.keyClick(reader, Qt.Key.Key_F7)
    qtbot.keyClick(reader, Qt.Key.Key_PageDown, ALT)
    qtbot.keyClick(reader, Qt.Key.Key_PageDown, ALT)
    offset = reader.selecting.caret_offset()
    assert reader.page
    assert offset is not None
    assert reader.page.text[offset:].startswith("Part 1")
    assert reader.sentence.range is None
