"""Cuts a galley into pages: where a page may end, and where it had better not.

A galley is a row of pieces that no page may cut: lines, rows of a table, pictures. Each says how
bad a break before it would be. Nothing of Qt is known here.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence


class Break(IntEnum):
    """How bad a page break is."""

    FREE = 0
    POOR = 1
    """It leaves a single line of a paragraph alone, or a colon without what follows it."""
    TIED = 2
    """It parts a heading, a title or a question from what it stands over."""
    WHOLE = 3
    """It cuts what fits on a page: a table, code, a picture and its caption."""


COSTS = (0.0, 0.45, 4.0, 16.0)
"""Of each kind of break, in pages left empty: half an empty page is worse than a lonely line."""


class Strip(NamedTuple):
    """A stretch of a galley, from top to bottom in its pixels."""

    top: float
    bottom: float

    @property
    def height(self) -> float:
        return self.bottom - self.top


@dataclass(slots=True)
class Piece:
    """What stands on one page or another, but not on two."""

    top: float
    bottom: float
    before: Break = Break.FREE
    """How bad a break before it is."""
    head: Strip | None = None
    """Header of its table, which is repeated on a page that begins with this piece."""


class Leaf(NamedTuple):
    """What of a galley stands on one page: pieces `first` up to `last`, without the latter."""

    first: int
    last: int
    head: Strip | None = None
    """Repeated above the first piece."""


def paginated(pieces: Sequence[Piece], room: float) -> list[Leaf]:
    """Return the pages of a galley; a piece taller than a page has one for itself."""
    leaves: list[Leaf] = []
    first = 0
    while first < len(pieces):
        head = pieces[first].head if first else None
        if head and head.height > room / 3:
            head = None
        last = _end(pieces, first, room - (head.height if head else 0.0))
        leaves.append(Leaf(first, last, head))
        first = last
    return leaves


def _end(pieces: Sequence[Piece], first: int, room: float) -> int:
    """Return where the page ends that begins with a piece: at the last of its best breaks."""
    top = pieces[first].top
    ends = range(first + 1, len(pieces) + 1)
    fitting = [first + 1]
    for end in ends[1:]:
        if pieces[end - 1].bottom - top > room:
            break
        fitting.append(end)
    else:
        return len(pieces)
    return min(
        reversed(fitting),
        key=lambda end: COSTS[pieces[end].before] - (pieces[end - 1].bottom - top) / room,
    )
