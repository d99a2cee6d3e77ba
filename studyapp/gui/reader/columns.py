"""How wide the columns of a table are: no word is broken as long as there is room for it.

`tables.py` asks before it sets a table. Qt alone would let a long cell starve its neighbors until
their words break.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QFontMetricsF

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


class Fit(NamedTuple):
    """What a table needs to fit its column of text."""

    dress: Dress
    percents: tuple[float, ...]
    """Share of each column; empty when every cell fits on one line."""


def fit(typography: Typography, block: Table, columns: int, room: float) -> Fit:
    """Return how to set a table into `room` pixels: smaller if its words would break otherwise."""
    for dress in (ORDINARY, SMALL):
        least, most = widths(typography, block, columns, dress)
        if sum(most) <= room:
            return Fit(dress, ())
        if sum(least) <= room * NARROWER:
            return Fit(dress, _shares(least, most, room * NARROWER))
    return Fit(SMALL, _shares(least, least, sum(least)))


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
    texts: dict[tuple[int, bool], list[str]] = {}
    for column, cell in _cells(block, columns):
        words = "".join(r.text if r.shown is None else r.shown for r in cell.runs)
        texts.setdefault((column, cell.header), []).append(words)
    for (column, header), cells in texts.items():
        metrics = QFontMetricsF(typography.font(dress.head if header else dress.cell))
        pad = 2 * typography.px(dress.padding) + 2
        words = [word for cell in cells for word in cell.split()]
        least[column] = max(least[column], _widest(metrics, words) + pad)
        most[column] = max(most[column], _widest(metrics, cells) + pad)
    return least, most


def _cells(block: Table, columns: int) -> Iterator[tuple[int, Cell]]:
    """Yield the cells that stand in one column alone, with its number."""
    for row in block.rows:
        if len(row) == columns:
            yield from ((n, cell) for n, cell in enumerate(row) if cell.columns == 1)


def _widest(metrics: QFontMetricsF, texts: list[str]) -> float:
    longest = sorted(texts, key=len, reverse=True)[:MEASURED]
    return max((metrics.horizontalAdvance(text) for text in longest), default=0.0)
