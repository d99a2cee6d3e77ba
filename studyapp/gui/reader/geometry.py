"""Where blocks, lines and stretches of words lie on the page, in document coordinates (pixels).

The painter and the view ask; a `Geometry` belongs to one document.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QTextLine, QTextTable

from studyapp.gui.reader.directions import has_rtl
from studyapp.gui.reader.scenery import HEADER_CELL

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QTextBlock, QTextDocument

ASCENT, DESCENT = 0.96, 0.34
"""How far a painted band reaches above and below the baseline, in units of the font size."""

Key = tuple[float, float, float, float]
"""Edges of a table: when they are the same, so are its rows."""


class Geometry:
    """Rectangles of a laid-out document."""

    def __init__(self, document: QTextDocument, gutter: float) -> None:
        self.document = document
        self.gutter = gutter
        self._tables: dict[int, tuple[Key, TableGrid]] = {}

    @property
    def column(self) -> float:
        """Width of the text column."""
        return self.document.textWidth() - 2 * self.gutter

    def rect(self, block: QTextBlock) -> QRectF:
        """Return the rectangle of a block's lines, without its margins."""
        return self.document.documentLayout().blockBoundingRect(block)

    def top(self, number: int) -> float:
        """Return the top edge of a block, or of the table that it opens."""
        block = self.document.findBlockByNumber(number)
        table = self.table_of(block)
        return self.grid(table).top if table else self.rect(block).top()

    def bottom(self, number: int) -> float:
        """Return the bottom edge of a block, or of the table that it closes."""
        block = self.document.findBlockByNumber(number)
        table = self.table_of(block)
        return self.grid(table).bottom if table else self.rect(block).bottom()

    def table_of(self, block: QTextBlock) -> QTextTable | None:
        """Return the table in which a block stands."""
        frame = self.document.frameAt(block.position())
        return frame if isinstance(frame, QTextTable) else None

    def grid(self, table: QTextTable) -> TableGrid:
        """Return the lines of a table, worked out once for each width and place."""
        first = self.rect(table.firstCursorPosition().block())
        last = self.rect(table.lastCursorPosition().block())
        key = (first.top(), first.left(), last.bottom(), last.right())
        known = self._tables.get(table.objectIndex())
        if known is None or known[0] != key:
            known = (key, TableGrid(self, table))
            self._tables[table.objectIndex()] = known
        return known[1]

    def visible(self, clip: QRectF) -> Iterator[QTextBlock]:
        """Yield the blocks that a stretch of the page shows, top to bottom."""
        layout = self.document.documentLayout()
        position = layout.hitTest(QPointF(self.gutter + 1, clip.top()), Qt.HitTestAccuracy.FuzzyHit)
        block = self.document.findBlock(max(position, 0))
        table = self.table_of(block)
        if table:
            block = table.firstCursorPosition().block()
        while block.isValid():
            if self.rect(block).top() > clip.bottom() and not self.table_of(block):
                return
            yield block
            block = block.next()

    def line_top(self, position: int) -> float:
        """Return the top edge of the line in which a position is."""
        block = self.document.findBlock(position)
        line = block.layout().lineForTextPosition(position - block.position())
        return self.rect(block).top() + (line.y() if line.isValid() else 0.0)

    def fractions(self) -> Callable[[int], float]:
        """Return what tells how far down the page a position is, from 0 to 1.

        Qt lays a long page out little by little; until it has, the position itself has to do.
        """
        height = self.document.documentLayout().documentSize().height()
        length = max(self.document.characterCount(), 1)
        is_laid_out = self.document.lastBlock().layout().lineCount() > 0
        if not is_laid_out or height <= 0:
            return lambda position: position / length
        return lambda position: self.line_top(position) / height

    def bands(self, start: int, end: int) -> list[QRectF]:
        """Return a rectangle for each line (or run of one direction) of a stretch of positions."""
        found: list[QRectF] = []
        block = self.document.findBlock(start)
        while block.isValid() and block.position() < end:
            first, last = start - block.position(), end - block.position()
            found += self.block_bands(block, first, last, self.rect(block).topLeft())
            block = block.next()
        return found

    def edge(self, position: int, *, trailing: bool = False) -> QRectF | None:
        """Return the edge at which the character at a position is entered, or left if `trailing`.

        A rectangle of no width, as high as the band; right to left, it is entered at its right.
        """
        block = self.document.findBlock(position)
        line = block.layout().lineForTextPosition(position - block.position())
        if not line.isValid():
            return None
        side = QTextLine.Edge.Trailing if trailing else QTextLine.Edge.Leading
        origin = self.rect(block).topLeft()
        top, height = _band_of(block, line)
        x = _x(line, position - block.position(), side)
        return QRectF(origin.x() + x, origin.y() + top, 0, height)

    def block_bands(self, block: QTextBlock, start: int, end: int, origin: QPointF) -> list[QRectF]:
        """Return the bands of a stretch of a block, whose lines begin at `origin`."""
        layout = block.layout()
        mixed = has_rtl(block.text())
        found: list[QRectF] = []
        opening = layout.lineForTextPosition(max(start, 0))
        for number in range(max(opening.lineNumber(), 0), layout.lineCount()):
            line = layout.lineAt(number)
            if line.textStart() >= end:
                break
            first = max(start, line.textStart())
            last = min(end, line.textStart() + line.textLength())
            if first < last:
                spans = _runs(line, first, last) if mixed else [_span(line, first, last)]
                top, height = _band_of(block, line)
                top += origin.y()
                found += [QRectF(origin.x() + a, top, b - a, height) for a, b in spans if b > a]
        return found


def _band_of(block: QTextBlock, line: QTextLine) -> tuple[float, float]:
    """Return where the bands of a line begin, counted from its block, and how high they are."""
    if block.text() == "\ufffc":  # a displayed formula or a picture
        return line.y(), line.height()
    size = block.charFormat().font().pixelSize()
    return line.y() + line.ascent() - ASCENT * size, (ASCENT + DESCENT) * size


def _span(line: QTextLine, first: int, last: int) -> tuple[float, float]:
    a, b = _x(line, first), _x(line, last)
    if last == line.textStart() + line.textLength():
        b = min(b, line.naturalTextRect().right()) if b > a else b
    return min(a, b), max(a, b)


def _x(line: QTextLine, position: int, side: QTextLine.Edge = QTextLine.Edge.Leading) -> float:
    # PySide6 returns the position too; its stub does not say so
    return line.cursorToX(position, side)[0]  # pyright: ignore[reportIndexIssue]


def _runs(line: QTextLine, first: int, last: int) -> list[tuple[float, float]]:
    """Return a span for each visual run: mixed directions break a stretch of words apart."""
    boxes = [run.boundingRect() for run in line.glyphRuns(first, last - first)]
    return [(box.left(), box.right()) for box in boxes if box.width() > 0]


class TableGrid:
    """Edges of a table's rows and of its frame."""

    def __init__(self, geometry: Geometry, table: QTextTable) -> None:
        tops: list[float] = []
        bottom, left, right = 0.0, float("inf"), 0.0
        for row in range(table.rows()):
            cells = [table.cellAt(row, column) for column in range(table.columns())]
            own = [cell for cell in cells if cell.row() == row] or cells
            rects = [geometry.rect(cell.firstCursorPosition().block()) for cell in own]
            pads = [cell.format().toTableCellFormat() for cell in own]
            tops.append(min(r.top() - p.topPadding() for r, p in zip(rects, pads, strict=True)))
            left = min(
                left, *(r.left() - p.leftPadding() for r, p in zip(rects, pads, strict=True))
            )
            right = max(
                right, *(r.right() + p.rightPadding() for r, p in zip(rects, pads, strict=True))
            )
            ends = [geometry.rect(cell.lastCursorPosition().block()).bottom() for cell in own]
            bottom = max(bottom, *(e + p.bottomPadding() for e, p in zip(ends, pads, strict=True)))
        self.rows = tuple(tops)
        self.lines = tuple(_rules(geometry, table, tops))
        self.top, self.bottom, self.left, self.right = tops[0], bottom, left, right
        self.headers = sum(1 for row in range(table.rows()) if _is_header(table, row))


def _rules(
    geometry: Geometry, table: QTextTable, tops: list[float]
) -> Iterator[tuple[float, float, float]]:
    """Yield the lines that divide a table whose cells reach over rows: top, left, right."""
    for row in range(1, table.rows()):
        for column in range(table.columns()):
            cell = table.cellAt(row, column)
            if cell.row() == row and cell.column() == column:
                rect = geometry.rect(cell.firstCursorPosition().block())
                pads = cell.format().toTableCellFormat()
                yield (
                    tops[row],
                    rect.left() - pads.leftPadding(),
                    rect.right() + pads.rightPadding(),
                )


def _is_header(table: QTextTable, row: int) -> bool:
    return bool(table.cellAt(row, 0).format().property(HEADER_CELL))
