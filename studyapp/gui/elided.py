"""A line of words that ends in an ellipsis where there is no room for it; panels title with it.

What it says stays whole for assistive technology and in its tooltip.
"""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

BEFORE_TAIL = "  "


class ElidedLabel(QLabel):
    """A line of plain text, and what follows it, which is never cut."""

    def __init__(self, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent, textFormat=Qt.TextFormat.PlainText)
        self._words, self._tail = words, ""
        self.say(words)

    def say(self, words: str, tail: str = "") -> None:
        """Show these words, and something short at their end."""
        self._words, self._tail = words, f"{BEFORE_TAIL}{tail}" if tail else ""
        self.setText(self._words + self._tail)

    def shown(self) -> str:
        """Return what of it there is room for."""
        metrics, tail = self.fontMetrics(), self._tail
        room = self.contentsRect().width() - metrics.horizontalAdvance(tail)
        return metrics.elidedText(self._words, Qt.TextElideMode.ElideRight, room) + tail

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what there is room for; the rest is in the tooltip."""
        shown = self.shown()
        self.setToolTip(self.text() if shown != self.text() else "")
        with QPainter(self) as painter:
            painter.setFont(self.font())
            painter.setPen(self.palette().color(self.foregroundRole()))
            painter.drawText(self.contentsRect(), self.alignment(), shown)
