"""Takes a laid-out galley apart: into the lines, rows and pictures that no page may cut.

`galley.py` asks, block after block, since measuring is what makes Qt lay them out.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from studyapp.gui.printing.paginating import Break, Piece, Strip

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QTextBlock, QTextLine, QTextTable

    from studyapp.gui.printing.typesetting import PaperSetter
    from studyapp.gui.reader.geometry import Geometry
    from studyapp.gui.reader.scenery import Box

OBJECT = "\ufffc"
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
OVER = HEADINGS | {"label", "term"}
"""Roles of what stands over something."""
SHORT = {"callout": 0.4, "quote": 0.25, "answer": 0.25, "code": 1.0, "meta": 1.0, "notice": 1.0}
"""Boxes that stay whole up to this part of a page."""


class Line(NamedTuple):
    """A line of a block, by their numbers."""

    block: int
    number: int


@dataclass(slots=True, eq=False)
class Lines(Piece):
    """Lines that stand at one height: one, or those of the cells of a table."""

    lines: list[Line] = field(default_factory=list[Line])

    @property
    def first(self) -> int:
        """Number of its first block."""
        return min(line.block for line in self.lines)

    @property
    def last(self) -> int:
        """Number of its last block."""
        return max(line.block for line in self.lines)


class Cutter:
    """Makes the pieces of one galley."""

    def __init__(self, setter: PaperSetter, geometry: Geometry, room: float) -> None:
        self._setter = setter
        self._geometry = geometry
        self._room = room
        self.pieces: list[Lines] = []

    def steps(self) -> Iterator[None]:
        """Cut the galley block by block; afterwards `pieces` are complete."""
        block = self._setter.document.begin()
        while block.isValid():
            table = self._geometry.table_of(block)
            if table:
                self._add_table(table)
                block = self._setter.document.findBlock(table.lastPosition()).next()
            else:
                self._add_block(block)
                block = block.next()
            yield
        for box in self._setter.scenery.boxes:
            self._keep_box(box)

    def _add_block(self, block: QTextBlock) -> None:
        if _is_remainder(block):
            return
        before = self._before(block)
        lines = list(_lines(self._geometry, block))
        role = self._role(block)
        for place, piece in enumerate(lines):
            if place == 0:
                piece.before = before
            elif role in HEADINGS or role == "caption":
                piece.before = Break.WHOLE
            elif place in {1, len(lines) - 1}:
                piece.before = Break.POOR
        self.pieces += lines

    def _role(self, block: QTextBlock) -> str:
        return self._setter.roles.get(block.blockNumber(), "")

    def _before(self, block: QTextBlock) -> Break:
        """Return how bad it is to part a block from the one before it."""
        previous = block.previous()
        if not previous.isValid():
            return Break.FREE
        role, number = self._role(previous), previous.blockNumber()
        if self._role(block) == "caption" and previous.text() == OBJECT:
            return Break.WHOLE
        is_over = role in OVER or (role == "caption" and previous.previous().text() != OBJECT)
        if is_over or number in self._setter.tied:
            return Break.TIED
        starts_blank = self._role(block) == "code" and not block.text().strip()
        is_poor = starts_blank or previous.text().rstrip().endswith(":")
        return Break.POOR if is_poor else Break.FREE

    # Tables

    def _add_table(self, table: QTextTable) -> None:
        grid = self._geometry.grid(table)
        tops = [*grid.rows, grid.bottom]
        heads, rows = grid.headers, table.rows()
        head = Strip(grid.top, tops[heads]) if 0 < heads < rows else None
        before = self._before(table.firstCursorPosition().block())
        above = self._tied_top(len(self.pieces), before, grid.top)
        fits = grid.bottom - above <= self._room
        made: list[Lines] = []
        for row, (top, bottom) in enumerate(pairwise(tops)):
            pieces = self._row(table, row)
            if not pieces:
                continue
            pieces[0].top, pieces[-1].bottom = top, bottom
            pieces[0].before = Break.TIED if 0 < row <= heads else Break.FREE
            if row in {heads + 1, rows - 1}:
                pieces[0].before = max(pieces[0].before, Break.POOR)
            for piece in pieces[1:]:
                # A row is cut only where it alone is taller than a page
                piece.before = Break.WHOLE
            for piece in pieces if row >= heads else ():
                piece.head = head
            made += pieces
        for piece in made:
            piece.before = Break.WHOLE if fits else piece.before
        if made:
            made[0].before = before
        self.pieces += made

    def _tied_top(self, place: int, before: Break, top: float) -> float:
        """Return where what is tied to the piece at a place begins: its headings, if it has any."""
        while place and before >= Break.TIED:
            place -= 1
            before, top = self.pieces[place].before, self.pieces[place].top
        return top

    def _row(self, table: QTextTable, row: int) -> list[Lines]:
        lines: list[Lines] = []
        for column in range(table.columns()):
            cell = table.cellAt(row, column)
            if cell.row() != row or cell.column() != column:
                continue
            block = cell.firstCursorPosition().block()
            last = cell.lastCursorPosition().block()
            while block.isValid():
                lines += _lines(self._geometry, block)
                if block == last:
                    break
                block = block.next()
        return _level(lines)

    # Boxes

    def _keep_box(self, box: Box) -> None:
        """Let the edges of a box stand with its first and last line, and a short one stay whole."""
        inside = [one for one in self.pieces if box.first <= one.first and one.last <= box.last]
        if not inside:
            return
        rect_top = self._geometry.top(box.first) - box.above
        rect_bottom = self._geometry.bottom(max(box.last, box.first)) + box.below
        inside[0].top = min(inside[0].top, rect_top)
        inside[-1].bottom = max(inside[-1].bottom, rect_bottom)
        if box.kind == "answer":
            inside[0].before = max(inside[0].before, Break.TIED)
        above = self._tied_top(self.pieces.index(inside[0]), inside[0].before, rect_top)
        is_short = (
            rect_bottom - rect_top <= SHORT.get(box.kind, 0.0) * self._room
            and rect_bottom - above <= self._room
        )
        for piece in inside[1:] if is_short else (inside[1:2] + inside[-1:])[: len(inside) - 1]:
            piece.before = max(piece.before, Break.WHOLE if is_short else Break.POOR)


def _is_remainder(block: QTextBlock) -> bool:
    """Tell whether a block is the empty one that Qt keeps at the end, after a table."""
    return not block.text() and not block.next().isValid()


def _lines(geometry: Geometry, block: QTextBlock) -> Iterator[Lines]:
    top = geometry.rect(block).top()  # lays it out
    layout, number = block.layout(), block.blockNumber()
    for place in range(layout.lineCount()):
        line = layout.lineAt(place)
        start = top + line.y()
        yield Lines(start, start + line.height(), lines=[Line(number, place)])


def _level(lines: Sequence[Lines]) -> list[Lines]:
    """Join the lines of neighboring cells that no cut can go between."""
    joined: list[Lines] = []
    for line in sorted(lines, key=lambda one: (one.top, one.bottom)):
        if joined and line.top < joined[-1].bottom - 0.5:
            joined[-1].bottom = max(joined[-1].bottom, line.bottom)
            joined[-1].lines += line.lines
        else:
            joined.append(line)
    return joined


def x_of(line: QTextLine, position: int) -> float:
    """Return where a position stands on its line."""
    # PySide6 returns the position too; its stub does not say so
    return line.cursorToX(position)[0]  # pyright: ignore[reportIndexIssue]
