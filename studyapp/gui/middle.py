"""What stands between the sides: the panes, and the messages, below them or over the last lines.

Made by `Panes`. News that goes by itself floats, so that no line of a page moves for it; what waits
for an answer takes room, so that it hides nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from studyapp.gui.pageview import LOW_HEIGHT, PageView

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QSplitter

    from studyapp.gui.messages import Messages

AROUND = 10
"""Pixels between news and the edges of the page."""


class Middle(QWidget):
    """Panes and messages. Signal: `resized()`."""

    resized = Signal()

    def __init__(self, panes: QSplitter, messages: Messages) -> None:
        super().__init__()
        self._panes, self._messages = panes, messages
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(panes)
        messages.setParent(self)
        messages.changed.connect(self.place_messages)
        panes.installEventFilter(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place_messages()
        self.resized.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let news stay above a find bar that comes."""
        if event.type() == QEvent.Type.LayoutRequest and self._messages.floats:
            self.place_messages()
        return super().eventFilter(watched, event)

    def place_messages(self) -> None:
        """Put the message where it belongs, and give the panes what remains."""
        bar = self._messages
        is_low = any(view.height() < LOW_HEIGHT for view in self._views())
        bar.stand(is_low=is_low)
        strip = self._strip()
        taken = 0 if bar.isHidden() or bar.floats else strip.height()
        self._column.setContentsMargins(0, 0, 0, taken)
        self._column.activate()
        if not bar.isHidden():
            bar.setGeometry(self._floating() if bar.floats else strip)
            bar.raise_()

    def _views(self) -> list[PageView]:
        views = (self._panes.widget(n) for n in range(self._panes.count()))
        return [one for one in views if isinstance(one, PageView) and one.isVisible()]

    def _strip(self) -> QRect:
        height = self._messages.heightForWidth(self.width())
        return QRect(0, self.height() - height, self.width(), height)

    def _floating(self) -> QRect:
        """Return a place as wide as the words, above what stands at the foot of the pages."""
        width = min(self._messages.width_of_words(), self.width() - 2 * AROUND)
        height = self._messages.heightForWidth(width)
        left = (self.width() - width) // 2
        return QRect(left, self._foot() - AROUND - height, width, height)

    def _foot(self) -> int:
        """Return where the lowest pages end and bars below them begin."""
        views = self._views()
        lowest = max((view.geometry().bottom() for view in views), default=0)
        last = [view for view in views if view.geometry().bottom() == lowest]
        ends = (view.mapTo(self, QPoint(0, view.page_bottom())).y() for view in last)
        return min(ends, default=self.height())
