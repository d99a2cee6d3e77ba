"""When the popup of the page is shown, and where: made on first use, following its words.

`Marking` opens and closes it. It stays beside its words while the page scrolls, is hidden while
they are out of view, and covers them nowhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent

from studyapp.gui.reader.beside import beside

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from studyapp.gui.commands import Actions
    from studyapp.gui.context import Context
    from studyapp.gui.reader.popup import Popup
    from studyapp.gui.reader.view import Reader

Choices = list[tuple[str, str, str]]
"""Id, color and first words of each mark to choose from."""
MARGIN = 2
HANDLES = 4
"""How far the handles of a mark come nearer to the popup than its words."""


class MarkPopup(QObject):
    """The popup of a selection or a mark. Signal: `chosen(id)`, another mark on the same words."""

    chosen = Signal(str)

    def __init__(self, context: Context, reader: Reader, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._reader = reader
        self._popup: Popup | None = None
        self._mark = ""
        self.actions: Actions | None = None
        """Those of the window; without them there is no popup."""
        self.is_open = False
        """Whether there is one, be it out of view with its words."""
        self._is_held_back = False
        reader.bar.valueChanged.connect(lambda _value: self._place())
        reader.marks.moved.connect(self._place)
        reader.installEventFilter(self)
        reader.viewport().installEventFilter(self)

    def open_for_selection(self) -> None:
        """Show it beside what is selected."""
        self._open("", [])

    def open_for_mark(self, mark_id: str, choices: Sequence[tuple[str, str, str]]) -> None:
        """Show it beside a mark, with the others on the same words to choose from."""
        self._open(mark_id, list(choices))

    def close(self) -> None:
        """Show it no more."""
        self.is_open = False
        if self._popup is not None:
            self._popup.hide()

    def refresh(self) -> None:
        """Show what can be done now, where the words now are."""
        if self._popup is not None and self.is_open:
            self._popup.refresh()
            self._place()

    def hold_back(self, *, on: bool) -> None:
        """Be out of the way, though open, while an end of the mark is dragged."""
        self._is_held_back = on
        self._place()

    @property
    def widget(self) -> Popup | None:
        """The panel itself, once it was needed."""
        return self._popup

    def _open(self, mark_id: str, choices: Choices) -> None:
        if self.actions is None:
            return
        popup = self._made(self.actions)
        self._mark, self.is_open = mark_id, True
        popup.offer(choices, mark_id)
        self._place()

    def _made(self, actions: Actions) -> Popup:
        if self._popup is None:
            from studyapp.gui.reader.popup import Popup  # noqa: PLC0415 - not at start

            self._popup = Popup(self._context, actions, self._reader.window())
            self._popup.chosen.connect(self.chosen)
        return self._popup

    def _place(self) -> None:
        popup = self._popup
        if popup is None or not self.is_open:
            return
        words = None if self._is_held_back else self._words()
        corner = beside(popup.size(), words, self._areas()) if words else None
        if corner is None:
            popup.hide()
            return
        popup.move(corner)
        popup.show()
        popup.raise_()

    def _words(self) -> QRect | None:
        """Return what is in view of the words, in the window."""
        reader = self._reader
        area = reader.selecting.area()
        if self._mark and (area := reader.marks.area(self._mark)):
            area = area.adjusted(0, -HANDLES, 0, HANDLES)
        return area.translated(self._corner(reader.viewport())) if area else None

    def _areas(self) -> list[QRect]:
        """Return where the popup may be: on the page if there is room, else over the window."""
        reader, window = self._reader, self._reader.window()
        page = reader.rect().translated(self._corner(reader)).adjusted(0, 0, -MARGIN, -MARGIN)
        return [page, window.rect().adjusted(MARGIN, MARGIN, -MARGIN, -MARGIN)]

    def _corner(self, part: QWidget) -> QPoint:
        return part.mapTo(self._reader.window(), QPoint(0, 0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the page when it changes its size; go when it is hidden or left."""
        if event.type() == QEvent.Type.Resize:
            self._place()
        elif event.type() == QEvent.Type.Hide or _is_left(event):
            self.close()
        return super().eventFilter(watched, event)


def _is_left(event: QEvent) -> bool:
    """Tell whether the keyboard went from the page to another part of the window."""
    if event.type() != QEvent.Type.FocusOut or not isinstance(event, QFocusEvent):
        return False
    stays = Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason
    return event.reason() not in stays
