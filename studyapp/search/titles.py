"""Sections by their titles, for the quick switcher: beginnings, slips of the finger, initials.

`studyapp.searching` makes one for the course as it is. No index is needed, so it works at once.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from msgspec import Struct
from rapidfuzz.distance import OSA

from studyapp.search.analysis import asked_terms, spans, terms
from studyapp.search.matching import distance_for

if TYPE_CHECKING:
    from collections.abc import Iterable

EXACT, BEGINNING, INSIDE, ALIKE = 4.0, 3.0, 1.5, 1.0
"""What a word of the title is worth, by how the word typed stands in it."""
ABOVE = 0.4
"""What that is worth in the title of a chapter above."""


class TitleHit(Struct, frozen=True, gc=False):
    """A section whose title answers."""

    section: str
    trail: tuple[str, ...]
    """Titles from the chapter down to its own."""
    marks: tuple[tuple[int, int], ...]
    """Where the words stand in its own title."""
    score: float


class Titles:
    """The titles of a course."""

    def __init__(self, places: Iterable[tuple[str, tuple[str, ...]]]) -> None:
        """Take every section's id, with the titles down to its own, in reading order."""
        self._places = list(places)
        self._words: dict[str, dict[int, float]] = defaultdict(dict)
        self._sizes: list[int] = []
        self._initials: list[str] = []
        for number, (_, trail) in enumerate(self._places):
            for above in trail[:-1]:
                for word in terms(above):
                    self._words[word].setdefault(number, ABOVE)
            own = [word for word in terms(trail[-1]) if word]
            self._words.update({word: {**self._words[word], number: 1.0} for word in own})
            self._sizes.append(len(own))
            self._initials.append("".join(word[0] for word in own))

    def find(self, text: str, limit: int = 20) -> list[TitleHit]:
        """Return the sections whose titles hold all the words typed, best first."""
        asked = asked_terms(text)
        if not asked:
            return []
        found: dict[int, float] | None = None
        standing: set[str] = set()
        for place, term in enumerate(asked):
            own = self._holding(term, standing, last=place == len(asked) - 1)
            if found is None:
                found = own
            else:
                found = {one: score + own[one] for one, score in found.items() if one in own}
        scores = found or {}
        if len(asked) == 1 and len(asked[0]) > 1:
            for number, initials in enumerate(self._initials):
                if initials.startswith(asked[0]):
                    scores.setdefault(number, INSIDE)
        ranked = sorted(scores, key=lambda one: (-self._score(one, scores[one], len(asked)), one))
        return [self._hit(one, scores[one], standing) for one in ranked[:limit]]

    def _score(self, number: int, score: float, asked: int) -> float:
        return score + asked / max(self._sizes[number], asked)

    def _holding(self, term: str, standing: set[str], *, last: bool) -> dict[int, float]:
        """Return the sections with a word that stands for one typed; note the words."""
        found: dict[int, float] = {}
        distance = distance_for(term)
        for word, numbers in self._words.items():
            worth = _worth(term, word, distance, last=last)
            if worth:
                standing.add(word)
                for number, share in numbers.items():
                    found[number] = max(found.get(number, 0.0), worth * share)
        return found

    def _hit(self, number: int, score: float, standing: set[str]) -> TitleHit:
        section, trail = self._places[number]
        words = zip(terms(trail[-1]), spans(trail[-1]), strict=True)
        marked = tuple(span for word, span in words if word in standing)
        return TitleHit(section, trail, marked, score)


def _worth(term: str, word: str, distance: int, *, last: bool) -> float:
    if word == term:
        return EXACT
    if word.startswith(term):
        return BEGINNING if last else INSIDE
    if len(term) > 2 and term in word:
        return INSIDE
    if not distance:
        return 0.0
    # While a word is typed its beginning counts: "detere" is on the way to "deterrence".
    near = OSA.distance(term, word, score_cutoff=distance) <= distance or (
        last
        and len(word) > len(term)
        and OSA.distance(term, word[: len(term)], score_cutoff=1) <= 1
    )
    return ALIKE if near else 0.0
