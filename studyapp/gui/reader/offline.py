"""A view of rich text that fetches nothing and opens nothing by itself.

The sheet of the reader and the view of excerpts are made of it; courses may be hostile.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QPointF, QUrl
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class OfflineBrowser(QTextBrowser):
    """Lines are as wide as who shows it says."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)

    def view_offset(self) -> QPointF:
        """Return where the top left of the viewport is in the document, in pixels."""
        return QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def loadResource(self, _kind: int, _url: QUrl) -> object:
        """Serve nothing: pictures are read by the builder, from the course folder alone."""
        return QByteArray()

    def doSetSource(self, _url: QUrl, _kind: object = None) -> None:
        """Never open an address by itself."""
