"""The command palette: what it lists, in which order, and what its keys do."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest
from popups import close_popups
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QApplication
from wcag import ratio

from studyapp.gui import chooser, memory, style
from studyapp.gui.dialogs.palette import MOST_RECENT, Entry, Palette
from studyapp.gui.window import Window
from studyapp.model import Location

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from studyapp.gui.context import Context

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
LEFT = Qt.MouseButton.LeftButton
HERON = "01-waders/01-heron.md"


@pytest.fixture
def window(context: Context, qtbot: QtBot) -> Iterator[Window]:
    made = Window(context)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    made.places.start(Location(HERON))
    qtbot.waitUntil(made.is_settled)
    yield made
    close_popups()
    context.search.close()


@pytest.fixture
def opened(window: Window, qtbot: QtBot) -> Callable[[str], Palette]:
    """Return what opens the palette by its key and types some words."""

    def press(typed: str = "") -> Palette:
        close_popups()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        qtbot.keyClick(window.reader, Key.Key_K, CTRL)
        box = QApplication.activePopupWidget()
        assert isinstance(box, Palette)
        qtbot.keyClicks(box.field, typed)
        return box

    return press


def titles(box: Palette) -> list[str]:
    return [entry.title for entry in box.entries()]


def marked(entry: Entry) -> list[str]:
    return [entry.title[start:end] for start, end in entry.marks]


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("nex sec", "Next Section"),
        ("secton next", "Next Section"),
        ("focsu", "Focus Mode"),
        ("nus", "Next Unread Section"),
        ("sepia", "Theme: Sepia"),
        ("theme sep", "Theme: Sepia"),
        ("notes find", "Find in All Notes"),
        ("recent", "Open Recent: No other course yet"),
    ],
)
def test_words_beginnings_slips_and_initials_find_it(
    opened: Callable[[str], Palette], typed: str, title: str
) -> None:
    assert title in titles(opened(typed))[:2]


def test_the_letters_typed_are_marked(opened: Callable[[str], Palette]) -> None:
    assert marked(opened("nex sec").entries()[0]) == ["Nex", "Sec"]
    assert marked(opened("nus").entries()[0]) == ["N", "U", "S"]
    assert marked(opened("sectoin previous").entries()[0]) == ["Previous", "Section"]


def test_what_cannot_be_used_stands_below_and_is_not_run(
    window: Window, opened: Callable[[str], Palette], qtbot: QtBot
) -> None:
    box = opened("redo")
    usable = [entry.usable for entry in box.entries()]
    assert usable == sorted(usable, reverse=True)
    place = titles(box).index("Redo")
    box.list.setCurrentRow(place)
    qtbot.keyClick(box.field, Key.Key_Return)
    assert box.isVisible()
    assert box.said.text() == "Redo cannot be used now"
    assert window.context.memory.commands == []


def test_what_was_run_last_comes_first(
    window: Window, opened: Callable[[str], Palette], qtbot: QtBot
) -> None:
    for typed in ("larger text", "bookmark here", "larger text"):
        qtbot.keyClick(opened(typed).field, Key.Key_Return)
    assert window.context.settings.text_size == 20
    assert titles(opened(""))[:2] == ["Larger Text", "Bookmark Here"]


def test_only_so_many_are_remembered_and_they_outlast_a_restart(
    window: Window, opened: Callable[[str], Palette], qtbot: QtBot, tmp_path: Path
) -> None:
    kept = window.context.memory.commands
    kept[:] = [entry.row.id for entry in opened("").entries()]
    assert len(kept) > MOST_RECENT
    qtbot.keyClick(opened("wider column").field, Key.Key_Return)
    assert (len(kept), kept[0]) == (MOST_RECENT, "view.wider")
    memory.save(window.context.memory, tmp_path)
    assert memory.load(tmp_path).commands == kept


def test_a_switch_that_is_on_says_so(window: Window, opened: Callable[[str], Palette]) -> None:
    window.show_panel("outline")
    on = {entry.row.id: entry.on for entry in opened("panel").entries()}
    assert (on["panel.outline"], on["panel.notes"]) == (True, False)
    theme = {entry.row.id: entry.on for entry in opened("theme").entries()}
    assert theme["theme.system"]


def test_titles_are_as_things_are_now(window: Window, opened: Callable[[str], Palette]) -> None:
    window.context.settings.color_pink = "Doubt"
    window.reader.selecting.select(20, 30)
    window.marking.pen.highlight("yellow")
    assert "Highlight: Doubt" in titles(opened("pink"))
    assert titles(opened("undo"))[0].startswith("Undo ")


def test_keys_walk_through_the_list(opened: Callable[[str], Palette], qtbot: QtBot) -> None:
    box = opened("")
    last = box.list.count() - 1
    page = box.list.height() // box.list.sizeHintForRow(0) - 1
    assert page > 5
    reached = []
    for key in (Key.Key_Down, Key.Key_Up, Key.Key_Up, Key.Key_End, Key.Key_Down, Key.Key_Home):
        qtbot.keyClick(box.field, key)
        reached.append(box.list.currentRow())
    assert reached == [1, 0, 0, last, last, 0]
    qtbot.keyClick(box.field, Key.Key_PageDown)
    assert box.list.currentRow() == page
    qtbot.keyClick(box.field, Key.Key_PageUp)
    assert box.list.currentRow() == 0
    qtbot.keyClick(box.field, Key.Key_Escape)
    assert not box.isVisible()


def test_a_command_of_the_page_works_on_what_is_selected(
    window: Window, opened: Callable[[str], Palette], qtbot: QtBot
) -> None:
    window.reader.setFocus()
    window.reader.selecting.select(20, 30)
    qtbot.keyClick(opened("highlight green").field, Key.Key_Return)
    whereabouts = window.context.workspace.whereabouts
    (placed,) = whereabouts.of_section(HERON)
    assert placed.annotation.color == "green"
    assert window.reader.hasFocus()


@pytest.mark.parametrize("typed", ["split view", "clear the search"])
def test_the_icon_of_the_current_row_is_seen_in_high_contrast(
    window: Window, opened: Callable[[str], Palette], typed: str, qtbot: QtBot
) -> None:
    theme = window.context.themes.find("contrast")
    window.context.theme = theme
    style.apply(QApplication.instance(), theme)
    window.commands.apply_theme()
    box = opened(typed)
    row = box.list.visualItemRect(box.list.currentItem())
    picture = box.list.viewport().grab(QRect(row.topLeft(), QSize(28, row.height()))).toImage()
    inside = itertools.product(range(7, picture.width()), range(6, picture.height() - 6))
    ground = theme["selected"]
    assert any(ratio(picture.pixelColor(*place), ground) >= 3 for place in inside)
    QApplication.instance().setStyleSheet("")


def test_nothing_like_it_is_said(opened: Callable[[str], Palette]) -> None:
    box = opened("xylophone")
    assert box.entries() == []
    assert box.said.text() == "No command like this"


def test_the_number_found_and_the_current_row_are_announced(
    opened: Callable[[str], Palette], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(chooser, "announce", lambda _source, words: said.append(words))
    box = opened("smaller tex")
    assert said[-1].endswith("Smaller Text, View, Ctrl+-")
    assert said[-1].startswith(f"{len(box.entries())} command")
    qtbot.keyClicks(box.field, " ")
    qtbot.keyClick(box.field, Key.Key_Down)
    assert said[-1].startswith(box.entries()[box.list.currentRow()].title)
