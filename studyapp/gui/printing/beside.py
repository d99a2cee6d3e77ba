"""Notes in the margin: each as near to its passage as the notes above it let it be."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

GAP = 14.0
"""Between two notes, in pixels."""


class Wish(NamedTuple):
    """A note that wants to stand beside a passage."""

    page: int
    top: float
    """How far down its page, in pixels."""
    height: float


class Place(NamedTuple):
    """Where a note stands."""

    page: int
    top: float


def arranged(wishes: Iterable[Wish], room: float) -> list[Place]:
    """Return a place for each note, in this order, none upon another.

    A note that finds no room on its page stands on the next; there may be pages of notes alone
    after the last. A note taller than a page begins at the top of one.
    """
    places: list[Place] = []
    waiting = list(wishes)
    page = 0
    while waiting:
        here: list[Wish] = []
        used = 0.0
        while waiting and waiting[0].page <= page:
            gap = GAP if here else 0.0
            if here and used + gap + waiting[0].height > room:
                break
            used += gap + waiting[0].height
            here.append(waiting.pop(0))
        places += [Place(page, top) for top in _spread(here, page, room)]
        page += 1
    return places


def _spread(here: Sequence[Wish], page: int, room: float) -> list[float]:
    """Return the tops of notes on one page: pushed down by those above, up by its end."""
    tops: list[float] = []
    end = -GAP
    for wish in here:
        tops.append(max(wish.top if wish.page == page else 0.0, end + GAP))
        end = tops[-1] + wish.height
    limit = room
    for place in reversed(range(len(here))):
        tops[place] = max(min(tops[place], limit - here[place].height), 0.0)
        limit = tops[place] - GAP
    return tops
