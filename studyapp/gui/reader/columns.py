"""How a table is dressed and how wide its columns are, so that none of its words is broken.

`tables.py` asks before it sets a table; `build.py` asks again when the page becomes wider or
narrower. Qt alone would let a long cell starve its neighbors until their words break.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QFontMetricsF

from studyapp.page import Style

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from studyapp.gui.reader.typography import Typography
    from studyapp.page import Cell, Table

MEASURED = 3
"""How many of the longest words and cells of a column are measured; the others are shorter."""

NARROWER = 0.92
"""Words stay whole in a window that leaves the text column this part of its width."""


class Dress(NamedTuple):
    """How the cells of a table are set."""

    cell: str
    head: str
    padding: float
    """At each side of a cell, in units of the text size."""


ORDINARY = Dress("cell", "cell_head", 0.62)
SMALL = Dress("cell_small", "cell_head_small", 0.36)
STACKED = Dress("cell", "cell_head", 0.4)
"""Each row is one cell, in which what its columns hold stands below each other."""


PILL = Style.CODE | Style.KBD
PILL_PAD = 0.7
"""Width of the space on each side of a pill, in spaces of its text."""

_SPACES = re.compile(r"[ \n\t]+")

Word = list[tuple[str, int]]
"""What stands between two spaces, each part with its style."""


class Needs(NamedTuple):
    """What the columns of a table need, in pixels."""

    least: tuple[float, ...]
    """For their longest words."""
    most: tuple[float, ...]
    """For each cell to stay on one line."""

    def percents(self, room: float) -> tuple[float, ...]:
        """Return the share of each column; empty when every cell fits on one line."""
        if sum(self.most) <= room:
            return ()
        least = _held(self.least, room)
        return _shares(least, self.most if sum(self.least) <= room else least, room)


class Fitting:
    """A table that is to fit its column of text, however wide that is just now."""

    def __init__(self, typography: Typography, block: Table, columns: int) -> None:
        self._typography = typography
        self._block = block
        self._columns = columns
        self._needs: dict[Dress, Needs] = {}

    def needs(self, dress: Dress) -> Needs:
        """Return what its columns need in a dress, measured once."""
        if dress not in self._needs:
            least, most = widths(self._typography, self._block, self._columns, dress)
            self._needs[dress] = Needs(tuple(least), tuple(most))
        return self._needs[dress]

    def dress(self, room: float) -> Dress:
        """Return how to set it into `room` pixels.

        Smaller if its words would break otherwise; if they would even so, its rows become cards.
        A page that scrolls sideways would hide half of each sentence beside the table, too.
        """
        for dress in (ORDINARY, SMALL):
            needs = self.needs(dress)
            if sum(needs.most) <= room or sum(needs.least) <= room * NARROWER:
                return dress
        breaks = sum(self.needs(SMALL).least) > room
        return STACKED if breaks and stacks(self._block, self._columns) else SMALL

    def percents(self, dress: Dress, room: float) -> tuple[float, ...]:
        """Return the share of each column; empty when every cell fits on one line."""
        spare = sum(self.needs(dress).least) <= room * NARROWER
        return self.needs(dress).percents(room * NARROWER if spare else room)


def stacks(block: Table, columns: int) -> bool:
    """Tell whether the rows of a table can be cards: one row of headings, no cell that spans."""
    is_even = all(
        len(row) == columns and all(cell.columns == cell.rows == 1 for cell in row)
        for row in block.rows
    )
    heads = [all(cell.header for cell in row) for row in block.rows]
    return columns > 1 and is_even and heads[:1] == [True] and not any(heads[1:])


def _held(least: Sequence[float], room: float) -> list[float]:
    """Return what each column gets for its longest word; without room, the longest give way."""
    left = room
    for number, need in enumerate(sorted(least)):
        fair = left / (len(least) - number)
        if need > fair:
            return [min(need, fair) for need in least]
        left -= need
    return list(least)


def _shares(least: Sequence[float], most: Sequence[float], room: float) -> tuple[float, ...]:
    """Give each column its longest word, and the rest of the room by what its cells still lack."""
    lacking = [m - n for n, m in zip(least, most, strict=True)]
    spare, whole = room - sum(least), sum(lacking) or 1.0
    shares = [n + spare * lack / whole for n, lack in zip(least, lacking, strict=True)]
    total = sum(shares) or 1.0
    return tuple(100.0 * share / total for share in shares)


def widths(
    typography: Typography, block: Table, columns: int, dress: Dress
) -> tuple[list[float], list[float]]:
    """Return the least and the full width of each column, in pixels."""
    least, most = [0.0] * columns, [0.0] * columns
    texts: dict[tuple[int, bool], list[Word]] = {}
    for column, cell in _cells(block, columns):
        parts = [(r.text if r.shown is None else r.shown, int(r.style)) for r in cell.runs]
        texts.setdefault((column, cell.header), []).append(parts)
    pad = 2 * typography.px(dress.padding) + 2
    for (column, header), cells in texts.items():
        role = dress.head if header else dress.cell
        words = [word for cell in cells for word in _words(cell)]
        least[column] = max(least[column], _widest(typography, role, words) + pad)
        most[column] = max(most[column], _widest(typography, role, cells) + pad)
    return least, most


def _words(cell: Word) -> Iterator[Word]:
    """Yield what stands between spaces; no-break spaces do not count."""
    word: Word = []
    for text, style in cell:
        for number, part in enumerate(_SPACES.split(text)):
            if number and word:
                yield word
                word = []
            if part:
                word.append((part, style))
    if word:
        yield word


def _cells(block: Table, columns: int) -> Iterator[tuple[int, Cell]]:
    """Yield the cells that stand in one column alone, with its number."""
    for row in block.rows:
        if len(row) == columns:
            yield from ((n, cell) for n, cell in enumerate(row) if cell.columns == 1)


def _widest(typography: Typography, role: str, words: list[Word]) -> float:
    longest = sorted(words, key=_length, reverse=True)[:MEASURED]
    return max((_width(typography, role, word) for word in longest), default=0.0)


def _length(word: Word) -> int:
    return sum(len(text) + (3 if style & PILL else 0) for text, style in word)


def _width(typography: Typography, role: str, word: Word) -> float:
    space = QFontMetricsF(typography.font(role)).horizontalAdvance("\u00a0")
    width = 0.0
    for text, style in word:
        width += QFontMetricsF(typography.font(role, style)).horizontalAdvance(text)
        if style & PILL:
            width += 2 * PILL_PAD * space + 1
    return width
