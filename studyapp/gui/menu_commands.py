"""The commands that lead to others: the menu of what has the keyboard, the main menu, the palette.

`catalog.ALL` takes the rows in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication

from studyapp.gui.commands import Command

if TYPE_CHECKING:
    from studyapp.gui.context import Desk


def _offer_menu(_desk: Desk) -> None:
    """Open the menu of what has the keyboard, as the key for menus does where there is one."""
    widget = QApplication.focusWidget()
    if widget is not None:
        cursor = widget.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
        mark = QRectF(cursor).center().toPoint()
        place = mark if widget.rect().contains(mark) else widget.rect().center()
        reason = QContextMenuEvent.Reason.Keyboard
        QApplication.sendEvent(widget, QContextMenuEvent(reason, place, widget.mapToGlobal(place)))


def _open_palette(desk: Desk) -> None:
    from studyapp.gui.dialogs.palette import open_palette  # noqa: PLC0415 - not at start

    open_palette(desk)


MENUS = (
    Command("view.context_menu", "Context Menu", "View", _offer_menu, "Shift+F10", group="menus"),
    Command(
        "view.menu", "Menu", "View", lambda desk: desk.show_menu(), "F10", "menu", group="menus"
    ),
    Command(
        "app.palette", "Find a Command…", "View", _open_palette, "Ctrl+K", "zap", group="menus"
    ),
)
