"""What has the keyboard offers its menu by Shift+F10, what is under the mouse by a right click."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from popups import close_popups
from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMenu

from studyapp.gui.window import Window
from studyapp.model import Location

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from studyapp.gui.context import Context

HERON = "01-waders/01-heron.md"
FIRST = {
    "contents": "Mark as Unread",
    "hub": "Show in Text",
    "search": "Go There",
    "outline": "Go There",
    "notes": "Edit Note",
}
"""What the menu of a row begins with, by panel."""


@pytest.fixture
def window(context: Context, qtbot: QtBot) -> Iterator[Window]:
    """A window with a page that has headings, a mark, and something found."""
    made = Window(context)
    qtbot.addWidget(made)
    made.resize(1440, 900)
    with qtbot.waitActive(made):
        made.show()
    made.places.start(Location(HERON))
    qtbot.waitUntil(made.is_settled)
    made.reader.selecting.select(20, 30)
    made.marking.pen.highlight("yellow")
    made.commands["read.section"].trigger()
    made.seeking.ask("feathers")
    qtbot.waitUntil(lambda: made.is_settled() and bool(context.search.results))
    yield made
    close_popups()
    context.search.close()


def opened() -> list[str]:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return [action.text() for action in menu.actions() if not action.isSeparator()]


def show(window: Window, qtbot: QtBot, panel_id: str) -> QAbstractItemView:
    """Open a panel, and put the keyboard on one of its rows."""
    panel = window.panel(panel_id)
    window.show_panel(panel_id)
    qtbot.waitUntil(window.is_settled)
    panel.setFocus()
    view = QApplication.focusWidget()
    assert isinstance(view, QAbstractItemView)
    if not view.currentIndex().isValid():
        view.setCurrentIndex(view.model().index(0, 0))
    return view


def press(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.keyClick(widget, Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)


def right_click(view: QAbstractItemView) -> None:
    place = view.visualRect(view.currentIndex()).center()
    port = view.viewport()
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(port, QContextMenuEvent(reason, place, port.mapToGlobal(place)))


@pytest.mark.parametrize("panel_id", FIRST)
def test_the_key_offers_what_can_be_done_with_a_row(
    window: Window, qtbot: QtBot, panel_id: str
) -> None:
    press(qtbot, show(window, qtbot, panel_id))
    assert opened()[0] == FIRST[panel_id]


@pytest.mark.parametrize("panel_id", FIRST)
def test_a_right_click_offers_the_same(window: Window, qtbot: QtBot, panel_id: str) -> None:
    right_click(show(window, qtbot, panel_id))
    assert opened()[0] == FIRST[panel_id]


def test_the_page_offers_its_menu_by_key(window: Window, qtbot: QtBot) -> None:
    window.reader.setFocus()
    press(qtbot, window.reader)
    assert "Copy as Quotation" in opened()


def test_the_outline_copies_a_link(window: Window, qtbot: QtBot) -> None:
    right_click(show(window, qtbot, "outline"))
    menu = QApplication.activePopupWidget()
    menu.actions()[1].trigger()
    assert QGuiApplication.clipboard().text() == f"studyapp://birds/{HERON}#part-0"


def test_a_result_copies_its_words(window: Window, qtbot: QtBot) -> None:
    view = show(window, qtbot, "search")
    view.setCurrentIndex(view.model().index(1, 0))  # below the line of its section
    right_click(view)
    menu = QApplication.activePopupWidget()
    menu.actions()[2].trigger()
    assert "feathers" in QGuiApplication.clipboard().text()


def test_a_card_is_edited_from_its_menu(window: Window, qtbot: QtBot) -> None:
    view = show(window, qtbot, "notes")
    right_click(view)
    menu = QApplication.activePopupWidget()
    menu.actions()[0].trigger()
    assert window.panel("notes").view.editor is not None


def test_f6_passes_over_a_panel_without_rows(window: Window, qtbot: QtBot) -> None:
    window.go(Location("03-terns.md"))
    qtbot.waitUntil(window.is_settled)
    window.show_panel("outline")
    window.show_panel("contents")
    window.panel("contents").setFocus()
    focused = []
    for _ in range(2):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_F6)
        focused.append(window.reader.hasFocus())
    assert focused == [True, False]
