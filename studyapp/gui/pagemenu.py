"""The menu of the page: what can be done with it, and with what is under the mouse.

The window opens it by a right click or by key; then what has the keyboard counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QMenu

from studyapp.gui.peeking.peek import can_preview
from studyapp.gui.reader.links import PICTURE, follow, leads_away

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from studyapp.gui.reader.links import Link
    from studyapp.gui.reader.view import Reader
    from studyapp.gui.window import Window

GROUPS = (
    ("page.copy", "notes.quote", "page.copy_link"),
    ("read.section", "unread.section"),
    ("notes.highlight", "notes.underline", "notes.note", "notes.bookmark", "notes.remove"),
    ("go.back", "go.forward"),
    ("go.previous", "go.next"),
)

Act = tuple[str, "Callable[[], object]"]
"""Id of a command, and what it does here."""


def open_page_menu(window: Window, event: QContextMenuEvent) -> None:
    """Open the menu where it was asked for."""
    menu = QMenu(window)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for command_id, run in _looks(window.reader, event):
        command = window.commands[command_id]
        menu.addAction(command.icon(), command.text(), run)
    menu.addSeparator()
    for group in GROUPS:
        menu.addActions([window.commands[command_id] for command_id in group])
        menu.addSeparator()
    menu.popup(event.globalPos())


def _looks(reader: Reader, event: QContextMenuEvent) -> Iterator[Act]:
    """Yield what looks closer at the link, picture or table in question."""
    link, drawn = _link(reader, event), _drawn(reader, event)
    if link is not None and leads_away(link):
        yield "pane.link", lambda: follow(reader, link.href, reader.links.text_of(link), aside=True)
    if link is not None and can_preview(link):
        yield "page.preview", lambda: reader.peek.open_for(link)
    if drawn is not None:
        yield "page.enlarge", lambda: reader.zoom.open_at(drawn)


def _by_key(event: QContextMenuEvent) -> bool:
    return event.reason() == QContextMenuEvent.Reason.Keyboard


def _link(reader: Reader, event: QContextMenuEvent) -> Link | None:
    if _by_key(event):
        return reader.links.focused
    return reader.links.at(reader.viewport().mapFromGlobal(event.globalPos()))


def _drawn(reader: Reader, event: QContextMenuEvent) -> int | None:
    """Return where in the document a picture, formula or table stands that can be enlarged."""
    if _by_key(event):
        link = reader.links.focused
        return link.first if link is not None and link.href == PICTURE else None
    from studyapp.gui.zooming.subjects import subject_at  # noqa: PLC0415 - not at start

    subject = subject_at(reader, reader.viewport().mapFromGlobal(event.globalPos()))
    return None if subject is None else subject.first
