"""Notices the wish to open something in the other pane: a middle click, or a click with Ctrl.

The reader asks for its links; lists and trees of places make one `AsideClicks`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractItemView

ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


def wants_aside(event: QMouseEvent | QKeyEvent) -> bool:
    """Return whether what was pressed means the other pane."""
    if isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.MiddleButton:
        return True
    is_plain = isinstance(event, QKeyEvent) or event.button() == Qt.MouseButton.LeftButton
    return is_plain and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)


class AsideClicks(QObject):
    """Takes such clicks on the rows of a view, so that they select nothing.

    Signal: `opened(QModelIndex)`.
    """

    opened = Signal(QModelIndex)

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self._pressed = QPersistentModelIndex()
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take press and release of a click that is meant."""
        if not isinstance(event, QMouseEvent) or not wants_aside(event):
            return super().eventFilter(watched, event)
        index = self._view.indexAt(event.position().toPoint())
        if event.type() == QEvent.Type.MouseButtonPress:
            self._pressed = QPersistentModelIndex(index)
        elif event.type() == QEvent.Type.MouseButtonRelease:
            if index.isValid() and index == self._pressed:
                self.opened.emit(index)
        else:
            return super().eventFilter(watched, event)
        return True
