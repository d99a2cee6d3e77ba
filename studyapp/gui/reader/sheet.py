"""The bare sheet of text that the reader is set on: its dress, its scrolling, its places.

`view.Reader` is the only one made of it; what is shown on the sheet is the reader's business.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QColor, QPalette, QTextCursor

from studyapp.gui.reader.hold import Hold
from studyapp.gui.reader.offline import OfflineBrowser
from studyapp.gui.reader.scrollbar import SmoothWheel, TickBar

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QTextDocument, QWheelEvent
    from PySide6.QtWidgets import QWidget

    from studyapp.gui.context import Context


class Sheet(OfflineBrowser):
    """A column of text in the middle of its ground.

    Signals: `next_requested(step)` when one pages on past the end or the top;
    `zoom_requested(step)`; `menu_requested(QPoint)` in the viewport, before the window shows it.
    """

    next_requested = Signal(int)
    zoom_requested = Signal(int)
    menu_requested = Signal(QPoint)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.setAutoFillBackground(True)  # beside the column too, the ground is the page's
        self.setAccessibleName(self.tr("Page"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.bar = TickBar(context, self)
        self.setVerticalScrollBar(self.bar)
        self.overlap = 0.0
        """Pixels that stay in view when one pages on."""
        self.hold = Hold(self.bar)
        self._document: QTextDocument | None = None
        self._wheel = SmoothWheel(self.bar, context)

    def apply_theme(self) -> None:
        """Take on the colors of the context's theme."""
        theme, palette = self.context.theme, self.palette()
        for ground in (QPalette.ColorRole.Base, QPalette.ColorRole.Window):
            palette.setColor(ground, theme["page"])
        palette.setColor(QPalette.ColorRole.Text, theme["ink"])
        # The selection is painted under the words with rounded ends; Qt's own would leave stripes
        palette.setColor(QPalette.ColorRole.Highlight, QColor(0, 0, 0, 0))
        palette.setColor(QPalette.ColorRole.HighlightedText, QColor(0, 0, 0, 0))
        palette.setBrush(QPalette.ColorRole.HighlightedText, Qt.BrushStyle.NoBrush)
        self.setPalette(palette)

    @property
    def free_width(self) -> int:
        """How wide a column can be, in pixels, with what stands beside it."""
        return max(self.width() - self.bar.sizeHint().width(), 160)

    def set_column(self, full: float) -> None:
        """Center a column that is so wide, in pixels, where there is room; else narrow it."""
        free = self.width() - self.bar.sizeHint().width()
        width = min(round(full), self.free_width)
        side = max((free - width) // 2, 0)
        self.setViewportMargins(side, 0, free - width - side if free > width else 0, 0)
        if self.lineWrapColumnOrWidth() != width:
            self.setLineWrapColumnOrWidth(width)

    def show_document(self, document: QTextDocument) -> None:
        """Show a document, and let go of the one before."""
        before, self._document = self._document, document
        self.setDocument(document)
        if before is not None and before is not document:
            # PySide6 took the sheet for its parent, and would keep every page ever shown
            before.setParent(None)

    def cursor_at(self, position: int) -> QTextCursor:
        """Return a cursor at a document position."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(position, self.document().characterCount() - 1))
        return cursor

    def scroll_pages(self, step: int) -> None:
        """Scroll by screens, keeping two lines; at the end or the top ask for the neighbor."""
        self.hold.let_go()
        edge = self.bar.maximum() if step > 0 else 0
        if self.bar.value() == edge:
            self.next_requested.emit(step)
            return
        distance = step * (self.viewport().height() - self.overlap)
        self.bar.setValue(round(self.bar.value() + distance))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll smoothly; with Ctrl change the text size."""
        self.hold.let_go()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            step = event.angleDelta().y()
            if step:
                self.zoom_requested.emit(1 if step > 0 else -1)
            event.accept()
        elif not self._wheel.take(event):
            super().wheelEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Leave the menu to the window, which knows the commands."""
        self.menu_requested.emit(self.viewport().mapFromGlobal(event.globalPos()))
        event.ignore()
