"""Finding a marked passage again when the text around it has changed.

The notebook describes a passage when it is marked and locates it whenever a section is shown or a
course has been updated. Nothing here reads or writes files, and nothing raises: a passage that
cannot be told with confidence is an orphan, since a lost mark can be linked again by hand, while a
wrong one is believed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import Indel

from studyapp.model import Found, State
from studyapp.notes.aligning import Alignment, Match
from studyapp.notes.comparing import ALIKE, inside_word
from studyapp.notes.describing import CONTEXT, stands_there, text_hash
from studyapp.notes.judging import SHORT, agreement, cuts, cuts_word, in_order, moved
from studyapp.notes.seeking import occurrences, windows

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.model import Anchor

AROUND = 160
"""Characters of the old text, before and after a passage, that help to find it when it moved."""
WIDENED = 40
"""Characters at most by which a passage is widened to whole words."""
HALF = 48
"""Characters that a passage has with what was on one of its sides, if that is to tell its place."""
BEST = 1.5
"""The score of a place where the whole passage is kept with all that was around it."""
RIVAL = 0.1
"""Two places whose scores differ by less are as good as each other."""
TAKEN = 0.5
"""Share of a place that may be what became of other words."""


class Scored(NamedTuple):
    """A place found and how much speaks for it, to be compared with rivals."""

    found: Found
    score: float


def locate(anchor: Anchor, old_text: str | None, new_text: str) -> Found | None:
    """Return where a passage stands in the section as it now is.

    `old_text` is the text that the anchor was made on, if it was kept. For many passages of one
    section, keep an `Edition`.
    """
    return Edition(old_text, new_text).locate(anchor)


class Edition:
    """A section before and after a change; compares the two texts once for all its passages."""

    def __init__(self, old: str | None, new: str) -> None:
        """Prepare; `old` is the text that the anchors were made on, or None if it is not known."""
        self._old = old
        self._new = new
        self._hash = text_hash(new)
        self._alignment: Alignment | None = None

    def locate(self, anchor: Anchor) -> Found | None:
        """Return where the passage stands now; None when that cannot be told."""
        if not anchor.quote.strip():
            return self._at_offsets(anchor)
        if found := self._at_offsets(anchor):
            return found
        if not _is_of(anchor, self._old):
            return self._sought(anchor)
        if found := self._unmistakable(anchor, self._old or ""):
            return found
        alignment = self._aligned(self._old or "")
        match = alignment.match(anchor.start, anchor.end)
        if match and (found := self._judged(match, anchor)):
            return found
        if gap := alignment.gap(anchor.start, anchor.end):
            return self._replaced(anchor, gap) or self._half_there(anchor)
        return self._sought(anchor) or self._half_there(anchor)

    def received(self, anchor: Anchor) -> Scored | None:
        """Return where a passage of another section has moved to in this one, if it has."""
        if _is_of(anchor, self._old):
            old = self._old or ""
            if found := self._unmistakable(anchor, old):
                return Scored(found, BEST)
            match = self._aligned(old).match(anchor.start, anchor.end)
            if places := placed(
                match and snapped(match, anchor, self._new), anchor, self._new, far=True
            ):
                return places[0]
        return unrivaled(seek(anchor, self._old, self._new, far=True))

    def _judged(self, match: Match, anchor: Anchor) -> Found | None:
        match = snapped(match, anchor, self._new)
        start, end = widened(anchor, self._new, match.start, match.end)
        return in_order(match._replace(start=start, end=end), anchor, self._new)

    def _at_offsets(self, anchor: Anchor) -> Found | None:
        same = anchor.text == self._hash and _is_of(anchor, self._new)
        return Found(anchor.start, anchor.end, State.ANCHORED) if same else None

    def _unmistakable(self, anchor: Anchor, old: str) -> Found | None:
        """Return the place of the passage if it and its context stand once in both texts.

        That is so for most passages, and spares comparing the texts when only few are asked for.
        """
        first, last = max(0, anchor.start - CONTEXT), min(len(old), anchor.end + CONTEXT)
        if last - first < len(anchor.quote) + CONTEXT or _only(old[first:last], old) < 0:
            return None
        return self._standing(anchor, old, first, last)

    def _half_there(self, anchor: Anchor) -> Found | None:
        """Return the place of the passage if it stands once with what was on one of its sides."""
        if not _is_of(anchor, self._old):
            return None
        old, room = self._old or "", max(HALF - len(anchor.quote), CONTEXT // 2)
        sides = ((anchor.start - room, anchor.end), (anchor.start, anchor.end + room))
        inside = (side for side in sides if side[0] >= 0 and side[1] <= len(old))
        places = (self._standing(anchor, old, *side) for side in inside)
        found = next((place for place in places if place), None)
        return found and found._replace(state=State.CHANGED)

    def _standing(self, anchor: Anchor, old: str, first: int, last: int) -> Found | None:
        """Return where the passage is if that stretch of the old text stands once in the new."""
        place = _only(old[first:last], self._new)
        start = place + anchor.start - first
        end = start + len(anchor.quote)
        if place < 0 or cuts_word(anchor, self._new, start, end):
            return None
        return Found(start, end, State.ANCHORED)

    def _aligned(self, old: str) -> Alignment:
        if self._alignment is None:
            self._alignment = Alignment(old, self._new)
        return self._alignment

    def _replaced(self, anchor: Anchor, gap: tuple[int, int]) -> Found | None:
        """Return the place between both sides of the passage if it is still much the same there."""
        start, end = widened(anchor, self._new, *gap)
        if Indel.normalized_similarity(anchor.quote, self._new[start:end]) >= ALIKE:
            return Found(start, end, State.CHANGED)
        moved = self._sought(anchor)
        return moved if moved and self._new[moved.start : moved.end] == anchor.quote else None

    def _sought(self, anchor: Anchor) -> Found | None:
        alignment = self._aligned(self._old or "") if _is_of(anchor, self._old) else None
        best = unrivaled(seek(anchor, self._old, self._new, alignment))
        return best.found if best else None


def seek(
    anchor: Anchor,
    old: str | None,
    new: str,
    alignment: Alignment | None = None,
    *,
    far: bool = False,
) -> list[Scored]:
    """Return the places of a text where the passage may have moved, best first.

    With the alignment of both texts, a place that is known to be another passage is left out.
    """
    pattern, start = surroundings(anchor, old)
    end = start + len(anchor.quote)
    places: dict[tuple[int, int], Scored] = {}
    for low, high in _candidates(anchor, pattern, start, new):
        match = Alignment(pattern, new[low:high]).match(start, end)
        if match is None:
            continue
        match = match._replace(start=match.start + low, end=match.end + low)
        match = snapped(match, anchor, new)
        if alignment and alignment.taken(match, anchor.start, anchor.end) > TAKEN:
            continue
        for place in placed(match, anchor, new, far=far):
            places[place.found.start, place.found.end] = place
    return sorted(places.values(), key=lambda scored: -scored.score)


def placed(match: Match | None, anchor: Anchor, new: str, *, far: bool = False) -> list[Scored]:
    """Return the match with its score if it may be where the passage moved, else nothing.

    It is not if the words that are kept stand elsewhere too, as those of a list of like lines do.
    """
    if match is None or _only(match.telling, new) < 0:
        return []
    found = moved(match, anchor, new, far=far)
    return [Scored(found, match.kept + match.context / 2)] if found else []


def unrivaled(places: list[Scored]) -> Scored | None:
    """Return the best place unless another is nearly as good."""
    if not places:
        return None
    best = places[0]
    rivals = (other for other in places[1:] if not _overlap(best.found, other.found))
    rival = next(rivals, None)
    return None if rival and best.score - rival.score < RIVAL else best


def snapped(match: Match, anchor: Anchor, new: str) -> Match:
    """Return the match with the borders of the quote itself, if it stands there word for word."""
    length = len(anchor.quote)
    first = max(0, match.start - length + 1)
    places = occurrences(anchor.quote, new[first : match.end + length - 1], 20)
    if not places:
        return match
    exact = (
        match._replace(start=first + place, end=first + place + length, kept=1.0)
        for place in places
    )
    whole = [one for one in exact if not cuts_word(anchor, new, one.start, one.end)]
    return max(
        whole,
        key=lambda one: (agreement(anchor, new, one.start, one.end), -abs(one.start - match.start)),
        default=match,
    )


def _candidates(anchor: Anchor, pattern: str, start: int, new: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a text that may hold the passage."""
    for window in windows(pattern, new):
        yield window.start, window.end
    if len(anchor.quote) >= SHORT:
        after = len(pattern) - start + CONTEXT
        for place in occurrences(anchor.quote, new, 10):
            yield max(0, place - start - CONTEXT), place + after


def surroundings(anchor: Anchor, old: str | None) -> tuple[str, int]:
    """Return the passage with what stood around it, and where in that it starts."""
    if old is None or not _is_of(anchor, old):
        return anchor.prefix + anchor.quote + anchor.suffix, len(anchor.prefix)
    first = max(0, anchor.start - AROUND)
    return old[first : anchor.end + AROUND], anchor.start - first


def _is_of(anchor: Anchor, text: str | None) -> bool:
    return text is not None and stands_there(anchor, text)


def _only(part: str, text: str) -> int:
    """Return where `part` stands in `text`; -1 unless it stands there exactly once."""
    place = text.find(part)
    return place if place >= 0 and text.find(part, place + 1) < 0 else -1


def _overlap(one: Found, other: Found) -> bool:
    return one.start < other.end and other.start < one.end


def widened(anchor: Anchor, new: str, start: int, end: int) -> tuple[int, int]:
    """Return a place with the whole words at its borders, unless only parts were marked."""
    cuts_before, cuts_after = cuts(anchor, new, start, end)
    if cuts_before:
        start = next(
            (at for at in range(start, start - WIDENED, -1) if not inside_word(new, at)), start
        )
    if cuts_after:
        end = next((at for at in range(end, end + WIDENED) if not inside_word(new, at)), end)
    return start, end
