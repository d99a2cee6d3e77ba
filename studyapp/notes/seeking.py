"""Where in a text a passage may stand, with nothing known but its words: candidates for anchoring.

The passage is cut into short probes. Where several of them are found at the same distance from
each other as in the passage, it may stand; whether it does is for the caller to find out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

PROBE = 16
"""Characters of a probe; long enough to be rare, short enough to survive an edit nearby."""
PROBES = 32
"""Probes of a passage that are looked for; a long one has more, evenly spread ones are tried."""
COMMON = 30
"""A probe that is found this often says nothing."""
LIKELY = 3
"""Stretches that are worth a closer look."""


class Window(NamedTuple):
    """A stretch of a text that may hold a passage."""

    start: int
    end: int
    votes: int
    """Probes found there."""


def windows(passage: str, text: str) -> list[Window]:
    """Return the stretches of `text` that speak most like the passage, best first."""
    slack = 60 + len(passage) // 4
    tried = list(probes(passage))
    tried = tried[:: 1 + len(tried) // PROBES]
    hits = sorted((place - at, at) for at, probe in tried for place in _all(probe, text))
    groups: list[list[tuple[int, int]]] = []
    for hit in hits:
        if groups and hit[0] - groups[-1][-1][0] <= slack:
            groups[-1].append(hit)
        else:
            groups.append([hit])
    found = [_window(group, len(passage), slack) for group in groups]
    return sorted(found, key=lambda window: -window.votes)[:LIKELY]


def occurrences(quote: str, text: str, limit: int = 200) -> list[int]:
    """Return where `quote` stands in `text`, overlapping ones too."""
    places: list[int] = []
    place = text.find(quote)
    while place >= 0 and len(places) < limit:
        places.append(place)
        place = text.find(quote, place + 1)
    return places


def _window(group: list[tuple[int, int]], length: int, slack: int) -> Window:
    shifts = [shift for shift, _ in group]
    votes = len({at for _, at in group})
    return Window(max(0, min(shifts) - slack), max(shifts) + length + slack, votes)


def _all(probe: str, text: str) -> list[int]:
    places = occurrences(probe, text, COMMON + 1)
    return places if len(places) <= COMMON else []


def probes(passage: str) -> Iterator[tuple[int, str]]:
    """Yield pieces of the passage with their places, cut where a word ends."""
    start = 0
    while start < len(passage):
        end = passage.find(" ", start + PROBE, start + 2 * PROBE)
        end = end if end > 0 else start + PROBE
        if end - start > PROBE // 2:
            yield start, passage[start:end]
        start = end + 1 if passage[end : end + 1] == " " else end
