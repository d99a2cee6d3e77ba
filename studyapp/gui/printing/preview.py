"""The pages as they will be printed, side by side, painted as they come into view."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from studyapp.gui.context import Context
    from studyapp.gui.printing.book import Book

GAP = 16
WIDTH = 330
"""Of a page, in pixels, where several stand side by side."""
KEPT = 24
"""Pages kept painted: a screen shows about six."""


class Preview(QAbstractScrollArea):
    """Shows a book, as far as it has been composed."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._book: Book | None = None
        self._images: OrderedDict[tuple[int, int, float], QImage] = OrderedDict()
        self.setAccessibleName(self.tr("Preview of the pages"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumSize(WIDTH // 2 + 2 * GAP + 20, 160)

    def show_book(self, book: Book) -> None:
        """Show another book, where the one before was shown."""
        self._book = book
        self._images.clear()
        self.refresh()

    def refresh(self) -> None:
        """Take in the pages that have come since."""
        # The number of pages stands on each of them
        if self._book and self._book.complete:
            self._images.clear()
        self._measure()
        self.viewport().update()

    def sizeHint(self) -> QSize:
        """Ask for two pages side by side."""
        return QSize(2 * WIDTH + 3 * GAP + 20, 640)

    def page_rect(self, page: int) -> QRect:
        """Return where a page stands in the view."""
        size, columns = self._size, self._columns
        row, column = divmod(page, columns)
        used = columns * size.width() + (columns - 1) * GAP
        left = (self.viewport().width() - used) // 2
        at = QPoint(left + column * (size.width() + GAP), GAP + row * (size.height() + GAP))
        return QRect(at - QPoint(0, self.verticalScrollBar().value()), size)

    @property
    def _columns(self) -> int:
        pages = self._book.pages if self._book else 1
        fitting = (self.viewport().width() - GAP) // (WIDTH + GAP)
        return max(1, min(fitting, max(pages, 1), 4))

    @property
    def _size(self) -> QSize:
        if self._book is None:
            return QSize(WIDTH, WIDTH)
        columns, sheet = self._columns, self._book.sheet
        width = (self.viewport().width() - GAP * (columns + 1)) // columns
        width = max(min(width, round(WIDTH * 1.6)), 60)
        return QSize(width, round(width * sheet.height / sheet.width))

    def _measure(self) -> None:
        pages = self._book.pages if self._book else 0
        rows = -(-pages // self._columns)
        height = rows * (self._size.height() + GAP) + GAP
        bar = self.verticalScrollBar()
        bar.setRange(0, max(height - self.viewport().height(), 0))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(48)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put as many pages side by side as fit."""
        super().resizeEvent(event)
        self._measure()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """Paint the pages that come into view."""
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages in view, each with a thin edge, on the ground of the window."""
        with QPainter(self.viewport()) as painter:
            painter.fillRect(event.rect(), self._context.theme["chrome"])
            for page in range(self._book.pages if self._book else 0):
                rect = self.page_rect(page)
                if rect.intersects(event.rect()):
                    painter.drawImage(rect.topLeft(), self._image(page, rect.size()))
                    painter.setPen(self._context.theme["border"])
                    painter.drawRect(rect.adjusted(-1, -1, 0, 0))

    def _image(self, page: int, size: QSize) -> QImage:
        ratio = self.devicePixelRatioF()
        key = (page, size.width(), ratio)
        image = self._images.pop(key, None) or self._painted(page, size, ratio)
        self._images[key] = image
        while len(self._images) > KEPT:
            self._images.popitem(last=False)
        return image

    def _painted(self, page: int, size: QSize, ratio: float) -> QImage:
        image = QImage(size * ratio, QImage.Format.Format_RGB32)
        image.setDevicePixelRatio(ratio)
        book = self._book
        if book is None:
            return image
        image.fill(book.typography.theme["page"])
        with QPainter(image) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            scale = size.width() / book.sheet.width
            painter.scale(scale, scale)
            book.paint(painter, page)
        return image
