"""A section set in one long column as wide as the paper's text, then cut into pages.

The book makes one for each section, for its title and for its table of contents; `steps` sets and
measures it little by little.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.gui.printing.marked import Marked
from studyapp.gui.printing.paginating import paginated
from studyapp.gui.printing.painting import PaperGeometry, PaperPainter
from studyapp.gui.printing.pieces import Cutter, Line, x_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QPainter

    from studyapp.gui.printing.paginating import Leaf, Strip
    from studyapp.gui.printing.pieces import Lines
    from studyapp.gui.printing.typesetting import PaperSetter

AT_ONCE = 4
"""Blocks set between two pauses."""


class Galley:
    """What stands below each other in one document."""

    def __init__(self, setter: PaperSetter, room: float) -> None:
        self.setter = setter
        self.marked = Marked()
        self.leaves: Sequence[Leaf] = ()
        self._room = room
        self.geometry = PaperGeometry(setter.document)
        self._painter = PaperPainter(setter.typography, self.geometry, setter.scenery)
        self.pieces: list[Lines] = []

    def set(self, steps: Iterator[None]) -> Iterator[None]:
        """Set what `steps` write, pausing every few blocks."""
        ended = False
        while not ended:
            cursor = self.setter.cursor
            cursor.beginEditBlock()
            ended = any(next(steps, self) is self for _ in range(AT_ONCE))
            cursor.endEditBlock()
            yield

    def cut(self) -> Iterator[None]:
        """Lay the galley out and cut it into pages; pictures and formulas must be there."""
        for box in self.setter.scenery.boxes:
            box.fold = -1  # paper has no handle for it
        cutter = Cutter(self.setter, self.geometry, self._room)
        yield from cutter.steps()
        self.pieces = cutter.pieces
        self.leaves = paginated(self.pieces, self._room)

    def place_of(self, position: int) -> tuple[int, float]:
        """Return the page on which a document position is, and how far down, in pixels."""
        block = self.setter.document.findBlock(position)
        inner = block.layout().lineForTextPosition(position - block.position())
        line = Line(block.blockNumber(), max(inner.lineNumber(), 0) if inner.isValid() else 0)
        for page, leaf in enumerate(self.leaves):
            for piece in self.pieces[leaf.first : leaf.last]:
                if piece.lines[-1] >= line:
                    return page, piece.top - self._top(leaf)
        return max(len(self.leaves) - 1, 0), 0.0

    def _top(self, leaf: Leaf) -> float:
        return self.pieces[leaf.first].top - (leaf.head.height if leaf.head else 0.0)

    @property
    def height(self) -> float:
        """Height of all pieces together."""
        return self.pieces[-1].bottom - self.pieces[0].top if self.pieces else 0.0

    def tab_gaps(self, page: int) -> Iterator[tuple[float, float, float]]:
        """Yield where the tabs of a page leave room: from, to, and the baseline, as painted."""
        leaf = self.leaves[page]
        for piece in self.pieces[leaf.first : leaf.last]:
            for number, place in piece.lines:
                block = self.setter.document.findBlockByNumber(number)
                line = block.layout().lineAt(place)
                tab = block.text().find("\t")
                if line.textStart() <= tab < line.textStart() + line.textLength():
                    left = self.geometry.rect(block).left()
                    baseline = piece.top - self._top(leaf) + line.ascent()
                    yield left + x_of(line, tab), left + x_of(line, tab + 1), baseline

    def paint(self, painter: QPainter, page: int) -> None:
        """Paint a page, its text beginning at the painter's origin."""
        leaf = self.leaves[page]
        pieces = self.pieces[leaf.first : leaf.last]
        if leaf.head:
            painter.translate(0, -leaf.head.top)
            self._painter.paint(painter, self._within(leaf.head))
            painter.translate(0, leaf.head.top)
        painter.translate(0, -self._top(leaf))
        self._painter.paint(painter, pieces, self.marked)
        painter.translate(0, self._top(leaf))

    def _within(self, strip: Strip) -> list[Lines]:
        low, high = strip.top - 0.5, strip.bottom + 0.5
        return [one for one in self.pieces if one.top >= low and one.bottom <= high]
