"""Paints what of a galley stands on one page: scenery, marks and exactly the lines of that page.

`galley.py` calls it. The reader's painter does the drawing; here is only what differs on paper: a
box that goes on over the page stays open there, icons are drawn as vectors, and no line of another
page is drawn beneath a clip, where a search in the PDF would still find it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from studyapp.gui import icons
from studyapp.gui.printing.paginating import Strip
from studyapp.gui.reader.geometry import Geometry
from studyapp.gui.reader.paint import Painter

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QColor, QTextBlock, QTextDocument, QTextTable

    from studyapp.gui.printing.marked import Marked
    from studyapp.gui.printing.pieces import Lines
    from studyapp.gui.reader.scenery import Box, Scenery
    from studyapp.gui.reader.typography import Typography

OPEN = 0.5
"""How far a box reaches past the last line of a page on which it does not end."""
EVERYTHING = Strip(float("-inf"), float("inf"))


class PaperGeometry(Geometry):
    """Rectangles of a galley, for the strip that is being painted."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document, 0)
        self.strip = EVERYTHING

    def bands(self, start: int, end: int) -> list[QRectF]:
        """Return the rectangles of a stretch of positions that stand in the strip."""
        low, high = self.strip
        return [rect for rect in super().bands(start, end) if low < rect.center().y() < high]


class PaperPainter(Painter):
    """Draws strips of one galley."""

    geometry: PaperGeometry

    def __init__(self, typography: Typography, geometry: PaperGeometry, scenery: Scenery) -> None:
        super().__init__(typography, geometry, scenery)
        self.geometry = geometry

    def paint(
        self,
        painter: QPainter,
        pieces: Sequence[Lines],
        marked: Marked | None = None,
    ) -> None:
        """Paint some pieces that stand below each other, in the coordinates of the galley."""
        self.geometry.strip = Strip(pieces[0].top, pieces[-1].bottom)
        lines = sorted(line for piece in pieces for line in piece.lines)
        blocks = self._blocks(lines[0].block, lines[-1].block)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._scenery(painter, blocks)
        if marked:
            self._marked(painter, marked, blocks)
        by_number = {block.blockNumber(): block for block in blocks}
        for number, place in lines:
            self._line(painter, by_number[number], place)
        self.geometry.strip = EVERYTHING

    def _blocks(self, first: int, last: int) -> list[QTextBlock]:
        block = self.geometry.document.findBlockByNumber(first)
        blocks: list[QTextBlock] = []
        while block.isValid() and block.blockNumber() <= last:
            blocks.append(block)
            block = block.next()
        return blocks

    def _line(self, painter: QPainter, block: QTextBlock, place: int) -> None:
        origin = self.geometry.rect(block).topLeft()
        marker = self.scenery.markers.get(block.blockNumber())
        if marker and place == 0:
            self._marker(painter, block, marker)
        block.layout().lineAt(place).draw(painter, origin)

    def _marked(self, painter: QPainter, marked: Marked, blocks: list[QTextBlock]) -> None:
        strip, whole = self.geometry.strip, self.geometry.column
        if marked.marks:
            # A block may go on over the page; the words marked there are no letters to be found
            painter.save()
            clip = QRectF(-4, strip.top, whole + 8, strip.height + self._px(0.1))
            painter.setClipRect(clip, Qt.ClipOperation.IntersectClip)
            marked.marks.paint(painter, blocks)
            painter.restore()
        end = 0.0
        for position, text in marked.numbers:
            for rect in self.geometry.bands(position, position + 1):
                end = self._beside(painter, text, rect, end)

    def _beside(self, painter: QPainter, text: str, rect: QRectF, end: float) -> float:
        """Draw the number of a note beside its line, below the one that ends at `end`."""
        font = self.typography.font("meta")
        font.setPixelSize(round(self._px(0.62)))
        font.setWeight(font.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(self.theme["accent"])
        top = max(rect.top() + self._px(0.06), end)
        height = painter.fontMetrics().height()
        left = self.geometry.column + self._px(0.5)
        painter.drawText(QRectF(left, top, self._px(3), height), Qt.AlignmentFlag.AlignLeft, text)
        return top + height * 0.9

    # Over the edge of a page

    def _box(self, painter: QPainter, box: Box) -> None:
        rect, strip = self.box_rect(box), self.geometry.strip
        past = self._px(OPEN)
        above = past if rect.top() < strip.top - 1 else 1
        below = past if rect.bottom() > strip.bottom + 1 else 1
        painter.save()
        painter.setClipRect(_opened(rect, strip, above, below), Qt.ClipOperation.IntersectClip)
        super()._box(painter, box)
        painter.restore()

    def _table(self, painter: QPainter, table: QTextTable) -> None:
        grid, strip = self.geometry.grid(table), self.geometry.strip
        rect = QRectF(grid.left, grid.top, grid.right - grid.left, grid.bottom - grid.top)
        painter.save()
        painter.setClipRect(_opened(rect, strip, 1, 1), Qt.ClipOperation.IntersectClip)
        super()._table(painter, table)
        painter.restore()

    def _begins_here(self, rect: QRectF) -> bool:
        return rect.top() >= self.geometry.strip.top - 1

    def _icon(self, painter: QPainter, rect: QRectF, box: Box) -> None:
        if self._begins_here(rect):
            super()._icon(painter, rect, box)

    def _label(self, painter: QPainter, rect: QRectF, box: Box) -> None:
        if self._begins_here(rect):
            super()._label(painter, rect, box)

    def _stamp(self, painter: QPainter, name: str, rect: QRectF, color: QColor) -> None:
        icons.paint(painter, name, rect, color)


def _opened(rect: QRectF, strip: Strip, above: float, below: float) -> QRectF:
    """Return the part of a frame that a strip shows, and how far it may reach beyond."""
    top, bottom = strip.top - above, strip.bottom + below
    return QRectF(rect.left() - 2, top, rect.width() + 4, bottom - top)
