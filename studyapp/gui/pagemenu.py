"""The menu of the page: what can be done with it, its words, and the link under the mouse.

The window opens it where it is asked for. Its rows are those of commands, whose keys it shows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from studyapp.gui.context import Desk

GROUPS = (
    ("page.copy", "notes.quote", "page.copy_link"),
    ("read.section", "unread.section"),
    ("notes.highlight", "notes.underline", "notes.note", "notes.bookmark", "notes.remove"),
    ("go.back", "go.forward"),
    ("go.previous", "go.next"),
)


def open_page_menu(desk: Desk, spot: QPoint) -> None:
    """Open the menu at a point of the screen."""
    menu = QMenu(desk.window())
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if follow := desk.reader.links.aside_at(spot):
        link = desk.commands["pane.link"]
        menu.addAction(link.icon(), link.text(), follow)
        menu.addSeparator()
    for group in GROUPS:
        menu.addActions([desk.commands[command_id] for command_id in group])
        menu.addSeparator()
    menu.popup(spot)
