"""The annotations of the page on show, by where they stand in its document.

The reader makes one `Marks` of what it is given for each document it shows; painter, margin, scroll
bar and mouse ask it. Positions are those of the document (UTF-16 units). Values only.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from studyapp.model import COLORS, State

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from studyapp.gui.reader.positions import Positions
    from studyapp.placing import Placed

COLORED = frozenset({"highlight", "underline"})
"""Kinds that have a color even if none is named."""


class PageMark(NamedTuple):
    """An annotation as the page shows it."""

    id: str
    kind: str
    color: str
    """One of `model.COLORS`; empty for a note without a color."""
    first: int
    """Where its words begin in the document."""
    last: int
    """Where they end; for a note on the whole section, as `first`."""
    note: str
    changed: bool
    """Whether its words are not those that were marked."""

    @property
    def is_filled(self) -> bool:
        """Whether its words stand on color."""
        return bool(self.color) and self.kind not in {"underline", "bookmark"}

    @property
    def in_margin(self) -> bool:
        """Whether there is a sign of it in the margin."""
        return self.kind == "bookmark" or bool(self.note.strip())


def page_mark(placed: Placed, positions: Positions) -> PageMark | None:
    """Return how an annotation is shown; None if the page has no place for it now."""
    annotation, found = placed.annotation, placed.found
    if placed.state is State.ORPHANED:
        return None
    first = last = 0
    if found is not None:
        first, last = positions.range_to_document(found.start, found.end)
        if first == last or found.start >= positions.reach:
            return None
    color = annotation.color if annotation.color in COLORS else ""
    if not color and annotation.kind in COLORED:
        color = COLORS[0]
    is_changed = placed.state is State.CHANGED
    return PageMark(annotation.id, annotation.kind, color, first, last, annotation.note, is_changed)


class Marks:
    """Every annotation that a document shows."""

    def __init__(self, placed: Iterable[Placed], positions: Positions) -> None:
        found = (page_mark(one, positions) for one in placed)
        self._take(one for one in found if one)

    def _take(self, marks: Iterable[PageMark]) -> None:
        self.all: tuple[PageMark, ...] = tuple(
            sorted(marks, key=lambda one: (one.first, -one.last, one.id))
        )
        self._starts = [one.first for one in self.all]
        self._reaches = list(accumulate((one.last for one in self.all), max))
        """How far the marks up to each one reach: those before a stretch need no look."""
        self._by_id = {one.id: one for one in self.all}

    def get(self, mark_id: str) -> PageMark | None:
        """Return a mark that the document shows."""
        return self._by_id.get(mark_id)

    def stretch(self, mark_id: str, first: int, last: int) -> None:
        """Let a mark begin and end elsewhere, as while its ends are dragged."""
        mark = self._by_id.get(mark_id)
        if mark is not None:
            moved = mark._replace(first=first, last=last)
            self._take(moved if one is mark else one for one in self.all)

    def between(self, first: int, last: int) -> Sequence[PageMark]:
        """Return the marks of which a stretch of the document shows words, by where they begin."""
        end = bisect_left(self._starts, last)
        start = bisect_right(self._reaches, first, 0, end)
        return [one for one in self.all[start:end] if one.last > first]

    def at(self, position: int) -> Sequence[PageMark]:
        """Return the marks on a character that can be seen there, the innermost first."""
        found = [one for one in self.between(position, position + 1) if one.kind != "bookmark"]
        return sorted(found, key=lambda one: one.last - one.first)

    def beginning(self, first: int, last: int) -> Sequence[PageMark]:
        """Return the marks that begin in a stretch of the document."""
        return self.all[bisect_left(self._starts, first) : bisect_left(self._starts, last)]
