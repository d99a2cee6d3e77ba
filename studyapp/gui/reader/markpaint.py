"""Paints highlights and underlines beneath the words: rounded on each line, two colors mixed.

What a block shows is worked out once and kept until the page is laid out anew: a page may have
thousands of marks, and a screen shows a few. The reader's painter calls `paint` for the blocks in
view.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from PySide6.QtGui import QTextBlock

    from studyapp.gui.reader.geometry import Geometry
    from studyapp.gui.reader.marks import Marks, PageMark
    from studyapp.gui.theme import Theme

RADIUS = 3.0
LINE = 2.0
"""Thickness of an underline."""
STEP = 3.0
"""How far a second underline is below the first."""
BELOW = 0.13
"""Where it runs, from the lower edge of a band, in units of the band's height."""
DASHES = (6.0, 4.0)
DOTS = (2.0, 2.5)


Measure = tuple[float, float, float]
"""Width and height of a block, and its width on a single line: as long as these, so its words."""


class Shape(NamedTuple):
    """What is filled with a color."""

    path: QPainterPath
    color: QColor


class Piece(NamedTuple):
    """A stretch of words on which marks overlap."""

    first: int
    last: int
    colors: tuple[str, str]


def mixed(one: QColor, other: QColor) -> QColor:
    """Return the color between two, on which words read no worse than on the worse of both.

    To multiply or to screen the colors would look bolder, and cost a third of the contrast.
    """
    return QColor.fromRgbF(
        (one.redF() + other.redF()) / 2,
        (one.greenF() + other.greenF()) / 2,
        (one.blueF() + other.blueF()) / 2,
    )


def overlaps(marks: Sequence[PageMark], first: int, last: int) -> Iterator[Piece]:
    """Yield where colored marks overlap, each with the colors of the two that began last."""
    filled = [one for one in marks if one.is_filled]
    edges = sorted({edge for one in filled for edge in (one.first, one.last)})
    edges = [first, *(edge for edge in edges if first < edge < last), last]
    pending: Piece | None = None
    for start, end in pairwise(edges):
        here = [one for one in filled if one.first < end and one.last > start][-2:]
        if len(here) < 2:
            continue
        colors = (here[0].color, here[1].color)
        if pending and pending.last == start and pending.colors == colors:
            pending = pending._replace(last=end)
            continue
        if pending:
            yield pending
        pending = Piece(start, end, colors)
    if pending:
        yield pending


class MarkPainter:
    """Draws the marks of one document with a theme."""

    def __init__(self, theme: Theme, geometry: Geometry, marks: Marks) -> None:
        self._theme = theme
        self._geometry = geometry
        self._marks = marks
        self._drawn: dict[int, tuple[Measure, list[Shape]]] = {}
        self._outlined = theme["code_border"] == theme["ink"]
        """Whether the theme is one of strong lines, where color alone says nothing."""

    def paint(self, painter: QPainter, blocks: Iterable[QTextBlock]) -> None:
        """Paint what some blocks show."""
        if not self._marks.all:
            return
        for block in blocks:
            rect = self._geometry.rect(block)
            measure = (rect.width(), rect.height(), block.layout().maximumWidth())
            known = self._drawn.get(block.blockNumber())
            if known is None or known[0] != measure:
                known = self._drawn[block.blockNumber()] = measure, list(self._shapes(block))
            if known[1]:
                painter.translate(rect.topLeft())
                for path, color in known[1]:
                    painter.fillPath(path, color)
                painter.translate(-rect.topLeft())

    def forget(self) -> None:
        """Work out anew what each block shows: a mark has other ends."""
        self._drawn.clear()

    def paint_focus(self, painter: QPainter, mark: PageMark, clip: QRectF) -> None:
        """Draw a ring around the words of a mark."""
        path = QPainterPath()
        for rect in self._geometry.bands(mark.first, mark.last):
            if rect.bottom() > clip.top() and rect.top() < clip.bottom():
                ring = QRectF(rect.toAlignedRect()).adjusted(-1, 0, 1, 0)
                path.addRoundedRect(ring, RADIUS + 1, RADIUS + 1)
        role = f"line_{mark.color}" if mark.color else "focus"
        painter.strokePath(path.simplified(), QPen(self._theme[role], 2))

    def _shapes(self, block: QTextBlock) -> Iterator[Shape]:
        start = block.position()
        end = start + block.length() - 1
        marks = self._marks.between(start, end)
        if not marks:
            return
        rects: dict[str, list[QRectF]] = {}
        for mark in marks:
            if mark.is_filled:
                rects.setdefault(mark.color, []).extend(self._rects(block, mark.first, mark.last))
        for color, places in rects.items():
            edge = self._theme[f"line_{color}"] if self._outlined else None
            yield from _rounded(places, self._theme[f"highlight_{color}"], edge)
        yield from self._mixtures(block, overlaps(marks, start, end))
        yield from self._lines(block, marks)

    def _mixtures(self, block: QTextBlock, pieces: Iterable[Piece]) -> Iterator[Shape]:
        rects: dict[tuple[str, str], list[QRectF]] = {}
        for piece in pieces:
            places = self._rects(block, piece.first, piece.last)
            rects.setdefault(piece.colors, []).extend(places)
        for (one, other), places in rects.items():
            fill = mixed(self._theme[f"highlight_{one}"], self._theme[f"highlight_{other}"])
            line = mixed(self._theme[f"line_{one}"], self._theme[f"line_{other}"])
            yield from _rounded(places, fill, mixed(fill, line))

    def _lines(self, block: QTextBlock, marks: Sequence[PageMark]) -> Iterator[Shape]:
        """Yield underlines, the dashed edges of what has changed, the dots of uncolored notes."""
        underlined: list[PageMark] = []
        for mark in marks:
            if mark.kind == "bookmark" or (mark.is_filled and not mark.changed):
                continue
            level = 0
            if not mark.is_filled:
                level = min(sum(1 for one in underlined if one.last > mark.first), 1)
                underlined.append(mark)
            path = QPainterPath()
            for rect in self._rects(block, mark.first, mark.last):
                above = 0 if mark.is_filled else round(BELOW * rect.height()) - level * STEP
                line = QRectF(rect.left(), rect.bottom() - above - LINE, rect.width(), LINE)
                _add_line(path, line, _pattern_of(mark))
            yield Shape(path, self._theme[f"line_{mark.color}" if mark.color else "muted"])

    def _rects(self, block: QTextBlock, first: int, last: int) -> list[QRectF]:
        """Return bands on whole pixels of the page, which look sharp; counted from the block."""
        start, top = block.position(), self._geometry.rect(block).top()
        bands = self._geometry.block_bands(block, first - start, last - start, QPointF(0, top))
        return [
            QRectF(band.left(), round(band.top()) - top, band.width(), round(band.height()))
            for band in bands
        ]


def _rounded(rects: Iterable[QRectF], fill: QColor, edge: QColor | None) -> Iterator[Shape]:
    """Yield rounded bands of a color; the edge is one band under another, cheaper than a line."""
    outer, inner = QPainterPath(), QPainterPath()
    for path in (outer, inner):
        path.setFillRule(Qt.FillRule.WindingFill)
    for rect in rects:
        outer.addRoundedRect(rect.adjusted(-1, 0, 1, 0), RADIUS, RADIUS)
        inner.addRoundedRect(rect.adjusted(0, 1, 0, -1), RADIUS - 1, RADIUS - 1)
    if edge is None:
        yield Shape(outer, fill)
    else:
        yield Shape(outer, edge)
        yield Shape(inner, fill)


def _pattern_of(mark: PageMark) -> tuple[float, float] | None:
    """Return dash and gap of a mark's line; None for an unbroken one."""
    if mark.changed:
        return DASHES
    return None if mark.color else DOTS


def _add_line(path: QPainterPath, line: QRectF, pattern: tuple[float, float] | None) -> None:
    if pattern is None:
        path.addRoundedRect(line, LINE / 2, LINE / 2)
        return
    dash, gap = pattern
    for number in range(int((line.width() + gap) / (dash + gap))):
        path.addRect(QRectF(line.left() + number * (dash + gap), line.top(), dash, LINE))
