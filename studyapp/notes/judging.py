"""How much speaks for a place: whether it is what became of a marked passage, and how surely.

`anchoring` asks for each place that it comes upon. The thresholds were found on books with years of
changes between their editions; what they rest on is told in decision 0020.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from studyapp.model import Found, State
from studyapp.notes.aligning import REACH
from studyapp.notes.comparing import inside_word, weight, word_list
from studyapp.notes.describing import CONTEXT

if TYPE_CHECKING:
    from studyapp.model import Anchor
    from studyapp.notes.aligning import Match

SHORT = 25
"""A quote below this length is told apart by its context more than by itself."""
WORD = 8
"""A line below this length may be the same by chance."""
LONG = 40
"""A verbatim quote of this length speaks for itself."""
LONGER = 60
"""One of this length does so in another section too."""
SURVIVING = 0.45
"""Share that is kept at least of an edited passage and what was around it, taken together.

A sentence that gave way to another on the same subject has half its words there as well, in their
order; what was around it has gone with it.
"""
MOVED = 0.65
"""The same for a short one at a place that the order of the two texts does not speak for."""
RUN = 44
"""Characters unbroken, of a passage word for word with what is next to it, that show its place."""
EDITED_RUN = 50
"""The same of an edited one, wherever the run is in it or around it."""
EDITED_KEPT = 0.4
"""Share of an edited passage that is kept at least beside such a run."""
AROUND = 0.75
"""Likeness of what is around a place that shows it."""
BESIDE = 0.4
"""Share of the rare words around a passage that shows its place in its own section."""
BESIDE_FAR = 0.7
"""The same in another."""
APART = 0.2
"""Below this share a line in another section is that of another list."""


def in_order(match: Match, anchor: Anchor, new: str) -> Found | None:
    """Return a place that the order of both texts speaks for as a find, if enough else does."""
    if cuts_word(anchor, new, match.start, match.end):
        return None
    around = agreement(anchor, new, match.start, match.end)
    length = len(anchor.quote)
    if _is_verbatim(match, anchor, new):
        by_itself = length >= (WORD if _is_line(anchor, new, match.start, match.end) else SHORT)
        enough = by_itself or around >= 0.5 or match.context >= 0.25
        sure = length >= LONG or match.context >= 0.4
        return _found(match, sure=sure and (length >= SHORT or around >= 0.85)) if enough else None
    alike = (Indel.normalized_similarity(anchor.quote, new[match.start : match.end]) + around) / 2
    enough = match.kept >= 0.5 and alike >= (0.0 if length >= LONG else 0.5)
    survives = surviving(match, length) >= SURVIVING
    return _found(match) if enough and survives and _fits(match, length) else None


def moved(match: Match, anchor: Anchor, new: str, *, far: bool) -> Found | None:
    """Return a place found by its words alone as a find, if enough speaks for it.

    `far` is for a text that is not that of the passage's own section.
    """
    if cuts_word(anchor, new, match.start, match.end):
        return None
    if _is_verbatim(match, anchor, new):
        return _moved_whole(match, anchor, new, far=far)
    return _moved_and_edited(match, anchor, new, far=far)


def _moved_whole(match: Match, anchor: Anchor, new: str, *, far: bool) -> Found | None:
    length = len(anchor.quote)
    around = agreement(anchor, new, match.start, match.end)
    rare = beside(anchor, new, match.start, match.end)
    if far and SHORT <= length < LONGER and rare < APART:
        return None
    run = match.telling if anchor.quote in match.telling else anchor.quote
    kept = max(around, match.context) >= AROUND or rare >= (BESIDE_FAR if far else BESIDE)
    sure = around >= (0.6 if length >= LONG else 0.85)
    return _found(match, sure=sure) if kept or weight(run) >= RUN else None


def _moved_and_edited(match: Match, anchor: Anchor, new: str, *, far: bool) -> Found | None:
    length = len(anchor.quote)
    if not _fits(match, length):
        return None
    if length >= LONG:
        unbroken = match.kept >= EDITED_KEPT and len(match.telling) >= EDITED_RUN
        return _found(match) if unbroken else None
    around = max(agreement(anchor, new, match.start, match.end), match.context)
    alike = (Indel.normalized_similarity(anchor.quote, new[match.start : match.end]) + around) / 2
    enough = not far and match.kept >= 0.5 and alike >= 0.8
    return _found(match) if enough and surviving(match, length) >= MOVED else None


def _found(match: Match, *, sure: bool = False) -> Found:
    return Found(match.start, match.end, State.ANCHORED if sure else State.CHANGED)


def _is_verbatim(match: Match, anchor: Anchor, new: str) -> bool:
    return new[match.start : match.end] == anchor.quote


def _fits(match: Match, length: int) -> bool:
    """Whether a place is not far longer than the passage was."""
    return match.end - match.start <= 3 * length + 40


def surviving(match: Match, length: int) -> float:
    """Return the share that is kept of a passage of a length and of its surroundings together.

    The surroundings count as much as the characters of one side.
    """
    return (match.kept * length + match.context * CONTEXT) / (length + CONTEXT)


def agreement(anchor: Anchor, text: str, start: int, end: int) -> float:
    """Return how alike the characters around a place are to the anchor's, from 0 to 1."""
    before = text[max(0, start - len(anchor.prefix)) : start]
    after = text[end : end + len(anchor.suffix)]
    sides = [(anchor.prefix, before), (anchor.suffix, after)]
    alike = [Indel.normalized_similarity(*side) for side in sides if side[0]]
    return sum(alike) / len(alike) if alike else 1.0


def beside(anchor: Anchor, text: str, start: int, end: int) -> float:
    """Return the share of the words around a passage that stand around a place, from 0 to 1.

    A word counts for less the more often the text has it: those of a template say nothing.
    """
    near = {*word_list(text[max(0, start - REACH) : start]), *word_list(text[end : end + REACH])}
    words = word_list(anchor.prefix) + word_list(anchor.suffix)
    weights = [len(word) / max(1, text.count(word)) for word in words]
    kept = sum(size for word, size in zip(words, weights, strict=True) if word in near)
    return kept / sum(weights) if words else 1.0


def _is_line(anchor: Anchor, text: str, start: int, end: int) -> bool:
    """Whether the passage is a line of its own, as a heading is, then and now."""
    ends = (
        anchor.prefix[-1:],
        anchor.suffix[:1],
        text[max(0, start - 1) : start],
        text[end : end + 1],
    )
    return set(ends) <= {"", "\n"}


def cuts_word(anchor: Anchor, text: str, start: int, end: int) -> bool:
    """Tell whether a border of a place is inside a word where the passage as marked had none."""
    return any(cuts(anchor, text, start, end))


def cuts(anchor: Anchor, text: str, start: int, end: int) -> tuple[bool, bool]:
    """Tell the same of both borders."""
    before, after = anchor.prefix + anchor.quote, anchor.quote + anchor.suffix
    return (
        inside_word(text, start) and not inside_word(before, len(anchor.prefix)),
        inside_word(text, end) and not inside_word(after, len(anchor.quote)),
    )
