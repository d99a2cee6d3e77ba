"""The words that an address points at, in the text of a section as it now is.

The window asks, for links that were copied from the page at some time. What stands there word for
word is found at once; else `anchoring` says what became of it, with the care that it takes of
notes: of words that are not there any more nothing is shown for them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.model import Found, State
from studyapp.notes.seeking import occurrences

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from studyapp.model import Anchor

ALONE = 8
"""Characters of a quote that speaks for itself where it stands but once."""
STRETCHED = 3
"""A passage whose ends are further apart than this many times its length is not the one."""
MOST_PLACES = 2000


def find_words(words: Sequence[Anchor], text: str) -> Found | None:
    """Return where the words of an address stand: one anchor, or those of a passage's two ends."""
    if not words:
        return None
    if len(words) == 1:
        return _found(words[0], text)
    first, last = words[0], words[-1]
    start = _found(first, text)
    if start is None:
        return None
    length = max(last.end - first.start, len(first.quote))
    end = _found(last, text, after=start.end, near=start.start + length - len(last.quote))
    if end is None or end.end - start.start > STRETCHED * length:
        return None
    sure = start.state == end.state == State.ANCHORED
    return Found(start.start, end.end, State.ANCHORED if sure else State.CHANGED)


def _found(anchor: Anchor, text: str, after: int = 0, near: int | None = None) -> Found | None:
    near = anchor.start if near is None else near
    places = [at for at in occurrences(anchor.quote, text, MOST_PLACES) if at >= after]
    within = [at for at in places if _stands_between(anchor, text, at)]
    length = len(anchor.quote)
    if within:
        at = _nearest(within, near)
        return Found(at, at + length, State.ANCHORED)
    from studyapp.notes.anchoring import locate  # noqa: PLC0415 - most words stand where they did

    found = locate(anchor, None, text)
    if found is not None and found.start >= after:
        return found
    alone = len(places) == 1 and length >= ALONE
    return Found(places[0], places[0] + length, State.CHANGED) if alone else None


def _stands_between(anchor: Anchor, text: str, at: int) -> bool:
    end = at + len(anchor.quote)
    before = text[max(0, at - len(anchor.prefix)) : at]
    return before == anchor.prefix and text[end : end + len(anchor.suffix)] == anchor.suffix


def _nearest(places: Iterable[int], near: int) -> int:
    return min(places, key=lambda at: abs(at - near))
