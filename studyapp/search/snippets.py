"""From a passage that answers to a `Hit`: the stretch of it that shows why, with the words marked.

Places in the index are numbers of terms; `analysis.spans` turns them into offsets, so that what is
marked is what was found, and `start` and `end` are exact.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from studyapp.search.analysis import spans_at
from studyapp.search.hits import Hit, Rung, Why
from studyapp.search.matching import Level
from studyapp.search.weighing import BODY

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from studyapp.search.ranking import Ranked
    from studyapp.search.snapshot import Snapshot

LENGTH = 240
"""Characters of a snippet."""
BEFORE = 60
"""Characters before the first mark, where there is room to choose."""
WHY = {
    Level.EXACT: Why.EXACT,
    Level.STEM: Why.STEM,
    Level.PREFIX: Why.PREFIX,
    Level.FUZZY: Why.FUZZY,
}


class Mark(NamedTuple):
    """A stretch of a text where one of the words stands."""

    start: int
    end: int
    word: int
    """Which of the words of the query."""


def marks_of(text: str, places: Sequence[tuple[Sequence[int], int]]) -> list[Mark]:
    """Return where words stand in the text of a passage, from (places, width) of each."""
    stretches = [
        (place - BODY, place - BODY + width - 1, word)
        for word, (found, width) in enumerate(places)
        for place in found
        if place >= BODY
    ]
    at = spans_at(text, (number for first, last, _ in stretches for number in (first, last)))
    return sorted(
        Mark(at[first][0], at[last][1], word)
        for first, last, word in stretches
        if first in at and last in at
    )


def hit_of(
    snapshot: Snapshot, ranked: Ranked, title: str, places: Sequence[tuple[Sequence[int], int]]
) -> Hit:
    """Return a hit, with `places` and width of each of the words in its passage."""
    key, section, passage = snapshot.stored(ranked.passage)
    if ranked.rung == Rung.PHRASE:
        places = [_phrase(places)]
    marks = marks_of(passage.text, places)
    best = _best(marks)
    snippet, shown = cut(passage.text, marks, best)
    start, end = (best[0].start, best[0].end) if best else (0, 0)
    if 0 <= passage.quoted < end:
        start, end = 0, passage.quoted
    return Hit(
        kind=passage.kind,
        key=key,
        section=section,
        title=title,
        heading=passage.heading,
        heading_id=passage.heading_id,
        snippet=snippet,
        marks=shown,
        start=passage.start + start,
        end=passage.start + end,
        score=round(ranked.score, 3),
        why=WHY[ranked.level],
        rung=ranked.rung,
    )


def _phrase(places: Sequence[tuple[Sequence[int], int]]) -> tuple[list[int], int]:
    """Return where all words stand side by side, in their order, as if they were one."""
    starts: set[int] | None = None
    width = 0
    for found, own in places:
        shifted = {place - width for place in found}
        starts = shifted if starts is None else starts & shifted
        width += own
    return sorted(starts or ()), width


def _best(marks: list[Mark]) -> list[Mark]:
    """Return the marks of the stretch with most different words, the shortest of several."""
    best: list[Mark] = []
    value = (0, 0, 0)
    for first, mark in enumerate(marks):
        window = [
            one for one in marks[first : first + 40] if one.end - mark.start <= LENGTH - BEFORE
        ]
        words = len({one.word for one in window})
        own = (words, -(window[words - 1].end - mark.start) if window else 0, len(window))
        if own > value or not best:
            best, value = window or [mark], own
    return best


def cut(
    text: str, marks: Iterable[Mark], best: list[Mark]
) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return a stretch of a text around the best marks, and all marks in it."""
    start = max(0, best[0].start - BEFORE) if best else 0
    end = min(len(text), max(start + LENGTH, best[0].end if best else 0))
    start = max(0, min(start, end - LENGTH))
    if start > 0:
        space = text.find(" ", start, best[0].start if best else end)
        start = space + 1 if space >= 0 else start
    if end < len(text):
        space = text.rfind(" ", best[-1].end if best and best[-1].end < end else start, end)
        end = space if space > start else end
    lead, tail = "…" if start else "", "…" if end < len(text) else ""
    snippet = lead + text[start:end].replace("\n", " ") + tail
    shift = len(lead) - start
    inside = {
        (mark.start + shift, mark.end + shift)
        for mark in marks
        if mark.start >= start and mark.end <= end
    }
    return snippet, tuple(sorted(inside))
