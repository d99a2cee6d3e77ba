"""How wide the columns of a table are: no word is broken as long as there is room for it.

`tables.py` asks before it sets a table, and again when the page is as wide as the window lets it
be. Qt alone would let a long cell starve its neighbors until their words break.
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


class Fit(NamedTuple):
    """How a table is set so that it fits its column of text."""

    dress: Dress
    needs: Needs
    percents: tuple[float, ...]
    """Share of each column; empty when every cell fits on one line."""


def fit(typography: Typography, block: Table, columns: int, room: float) -> Fit:
    """Return how to set a table into `room` pixels: smaller if its words would break otherwise."""
    needs, dress = Needs((), ()), ORDINARY
    for dress in (ORDINARY, SMALL):
        needs = _needs(typography, block, columns, dress)
        if sum(needs.most) <= room:
            return Fit(dress, needs, ())
        if sum(needs.least) <= room * NARROWER:
            return Fit(dress, needs, needs.percents(room * NARROWER))
    return Fit(dress, needs, needs.percents(room))


def _needs(typography: Typography, block: Table, columns: int, dress: Dress) -> Needs:
    least, most = widths(typography, block, columns, dress)
    return Needs(tuple(least), tuple(most))


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
