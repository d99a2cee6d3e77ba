"""Paints highlights and underlines beneath the words: rounded on each line, two colors mixed.

What a block shows is worked out once and kept until the page is laid out anew: a page may have
thousands of marks, and a screen shows a few. The reader's painter calls `paint` for the blocks in
view.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPainterPathStroker, QPen

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
DASHES = (3.0, 2.4)
DOTS = (0.1, 2.2)
EDGE_ALPHA = 0.55


Measure = tuple[float, float, float]
"""Width and height of a block, and its width on a single line: as long as these, so its words."""

_Key = TypeVar("_Key")


class Shape(NamedTuple):
    """What is filled with a color; outlines too, which are worked out once and not at each look."""

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
        fills: dict[str, QPainterPath] = {}
        for mark in marks:
            if mark.is_filled:
                _add_rounded(fills, mark.color, self._rects(block, mark.first, mark.last))
        for color, path in fills.items():
            yield Shape(path, self._theme[f"highlight_{color}"])
            if self._outlined:
                yield _outline(path.simplified(), QPen(self._theme[f"line_{color}"], 1))
        yield from self._mixtures(block, marks)
        yield from self._lines(block, marks)

    def _mixtures(self, block: QTextBlock, marks: Sequence[PageMark]) -> Iterator[Shape]:
        paths: dict[tuple[str, str], QPainterPath] = {}
        end = block.position() + block.length() - 1
        for piece in overlaps(marks, block.position(), end):
            _add_rounded(paths, piece.colors, self._rects(block, piece.first, piece.last))
        for (one, other), path in paths.items():
            fill = mixed(self._theme[f"highlight_{one}"], self._theme[f"highlight_{other}"])
            yield Shape(path, fill)
            edge = mixed(self._theme[f"line_{one}"], self._theme[f"line_{other}"])
            edge.setAlphaF(EDGE_ALPHA)
            yield _outline(path, QPen(edge, 1))

    def _lines(self, block: QTextBlock, marks: Sequence[PageMark]) -> Iterator[Shape]:
        """Yield underlines, the dashed edges of what has changed, the dots of uncolored notes."""
        before: list[PageMark] = []
        for mark in marks:
            if mark.kind == "bookmark":
                continue
            pen = _pen_of(mark, self._theme)
            if pen is None:
                continue
            level = sum(1 for one in before if one.last > mark.first) if not mark.is_filled else 0
            before += [] if mark.is_filled else [mark]
            path = QPainterPath()
            for rect in self._rects(block, mark.first, mark.last):
                y = rect.bottom() - 1
                if not mark.is_filled:
                    y = rect.bottom() - round(BELOW * rect.height()) + min(level, 1) * STEP
                path.moveTo(QPointF(rect.left() + LINE / 2, y))
                path.lineTo(QPointF(rect.right() - LINE / 2, y))
            yield _outline(path, pen)

    def _rects(self, block: QTextBlock, first: int, last: int) -> list[QRectF]:
        """Return bands on whole pixels of the page, which look sharp; counted from the block."""
        start, top = block.position(), self._geometry.rect(block).top()
        bands = self._geometry.block_bands(block, first - start, last - start, QPointF(0, top))
        return [
            QRectF(band.left(), round(band.top()) - top, band.width(), round(band.height()))
            for band in bands
        ]


def _add_rounded(paths: dict[_Key, QPainterPath], key: _Key, rects: Iterable[QRectF]) -> None:
    path = paths.get(key)
    if path is None:
        path = paths[key] = QPainterPath()
        path.setFillRule(Qt.FillRule.WindingFill)
    for rect in rects:
        path.addRoundedRect(rect.adjusted(-1, 0, 1, 0), RADIUS, RADIUS)


def _pen_of(mark: PageMark, theme: Theme) -> QPen | None:
    if mark.is_filled and not mark.changed:
        return None
    pen = QPen(theme[f"line_{mark.color}" if mark.color else "muted"], LINE)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap if mark.changed else Qt.PenCapStyle.RoundCap)
    if mark.changed:
        pen.setDashPattern(DASHES)
    elif not mark.color:
        pen.setWidthF(1.6)
        pen.setDashPattern(DOTS)
    return pen


def _outline(path: QPainterPath, pen: QPen) -> Shape:
    return Shape(QPainterPathStroker(pen).createStroke(path), pen.color())
