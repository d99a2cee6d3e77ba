"""From a query to the passages that answer it, best first, in stages.

The ladder: the words side by side, in the title, in the heading, close together, all of them; the
same for their other forms, for what begins with the word being typed, for what is spelled alike;
then passages with some of the words. Each stage adds to those before and never reorders them, and
is climbed only while there are not enough answers. `session.py` asks.
"""

from __future__ import annotations

from collections import Counter
from heapq import nlargest
from itertools import islice
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from studyapp.search.hits import Rung
from studyapp.search.languages import stop_words
from studyapp.search.matching import Level, meeting, places_of
from studyapp.search.passages import CARDS, KINDS
from studyapp.search.query import Words
from studyapp.search.weighing import BODY, HEADING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from studyapp.search.codec import Postings
    from studyapp.search.matching import Matcher
    from studyapp.search.query import Node, Query

    Places = Sequence[tuple[Level, Postings]]
    """Where a word stands, by the level of its form."""

CLOSE = 60
"""Passages of a stage that are looked at closely: are the words side by side, near each other?"""
MOST_WITH_SOME = 100
TITLE_BONUS = 50
"""For a title that says no more than the query."""
CARD_FACTOR = 0.7
"""Of two like passages the one that explains comes before the one that asks."""
GAP = 6
"""Other words that may stand between words that are near each other."""
FREQUENT = 5_000
"""Passages: a word in more of them does not bring in passages by itself, where others do."""
STAGE_WORTH, RUNG_WORTH = 1_000, 100


class Ranked(NamedTuple):
    """A passage that answers."""

    passage: int
    level: Level
    rung: Rung
    score: float


class Ranking:
    """The passages of one index that answer one query."""

    def __init__(
        self,
        matcher: Matcher,
        query: Query,
        language: str,
        allows: Callable[[Iterable[int]], set[int]] | None = None,
    ) -> None:
        """Prepare; `allows` returns those of some passages that the filters let through."""
        stops = stop_words(language)
        self.counts: Counter[int] = Counter()
        """By document (its place in the snapshot): how many passages were found."""
        self.leaves = query.words
        self.sought = tuple(one for one in self.leaves if not _is_stop(one, stops)) or self.leaves
        self._matcher = matcher
        self._snapshot = matcher.snapshot
        self._allows = allows
        self._query = query
        needed = tuple(node for node in query.required if not _is_stop(node, stops))
        self._needed = needed or query.required
        self._seen: set[int] = set()
        self._levels: set[tuple[Level, ...]] = set()

    def stage(self, level: Level, most: int) -> list[Ranked]:
        """Return passages with all words in forms up to a level, best first, but those told before.

        `most` are returned; `counts` has all.
        """
        if not self._needed:
            return self._all(most) if level == Level.EXACT else []
        levels = tuple(self._matcher.level_of(words, level) for words in self.sought)
        if levels in self._levels:
            return []
        self._levels.add(levels)
        parts = sorted((self._matcher.passages(node, level) for node in self._needed), key=len)
        found = meeting(parts) - self._only_aside(level)
        return self._ranked(self._fresh(found), level, most)

    def _only_aside(self, level: Level) -> frozenset[int]:
        """Return the passages that have none of the words but in the title of their section."""
        asides = [self._matcher.match(words, level).aside for words in self.sought]
        return asides[0].intersection(*asides[1:]) if asides else frozenset()

    def last_stage(self) -> list[Ranked]:
        """Return passages with some of the words, those with the more telling ones first."""
        return self._with_some() if len(self.sought) > 1 else []

    def _all(self, most: int) -> list[Ranked]:
        """Return all that the filters let through: nothing else was asked for."""
        if self._allows is None:
            return []
        found = sorted(self._fresh(set(range(self._snapshot.size))))
        return [Ranked(one, Level.EXACT, Rung.WORDS, 0.0) for one in found[:most]]

    def _fresh(self, found: set[int]) -> set[int]:
        """Return those of some passages that count and were not found before; note them."""
        found -= self._seen
        found -= self._snapshot.deleted
        for node in self._query.excluded:
            found.difference_update(self._matcher.passages(node, Level.STEM))
        if self._allows is not None and found:
            found = self._allows(found)
        self._seen |= found
        self.counts.update(map(self._snapshot.owners.__getitem__, found))
        return found

    def _ranked(self, found: set[int], level: Level, most: int) -> list[Ranked]:
        scores = self._scores(found, level)
        best = dict(nlargest(max(CLOSE, most), scores.items(), key=itemgetter(1)))
        closely = dict(islice(best.items(), CLOSE))
        heads = self._heads(level) & found
        closely |= nlargest(CLOSE, ((one, scores[one]) for one in heads), key=itemgetter(1))
        places = [self._matcher.match(words, level).found for words in self.leaves]
        close = [self._close(one, score, level, places) for one, score in closely.items()]
        close.sort(key=_by_score)
        close += [
            Ranked(one, level, Rung.WORDS, _score(level, Rung.WORDS, score))
            for one, score in best.items()
            if one not in closely
        ]
        return close

    def _scores(self, found: set[int], level: Level) -> dict[int, float]:
        matches = [self._matcher.match(words, level).scores for words in self.sought]
        if len(matches) == 1 and len(found) == len(matches[0]):
            return matches[0]
        if len(matches) == 2:  # the most frequent case, without a loop inside the loop
            one, other = matches
            return {passage: one.get(passage, 0.0) + other.get(passage, 0.0) for passage in found}
        return {passage: sum(one.get(passage, 0.0) for one in matches) for passage in found}

    def _heads(self, level: Level) -> set[int]:
        """Return the passages with all words in the title or heading."""
        found: set[int] | None = None
        for words in self.sought:
            own: set[int] = set()
            for place in range(len(words.terms)):
                for variant in self._matcher.variants(words, place, level):
                    own.update(self._snapshot.posting(variant.term, "head").passages)
            found = own if found is None else found & own
            if not found:
                break
        return found or set()

    def _close(self, passage: int, score: float, level: Level, found: Sequence[Places]) -> Ranked:
        """Look at a passage closely: return it with its rung."""
        places = [sorted(places_of(one, passage)) for one in found]
        pairs = zip(self.leaves, places, strict=True)
        sought = [own for words, own in pairs if own and words in self.sought]
        rung = Rung.WORDS
        in_title = passage in self._snapshot.firsts and all(own[0] < HEADING for own in sought)
        if self._is_phrase(places):
            rung = Rung.PHRASE
        elif in_title:
            rung = Rung.TITLE
        elif all(any(HEADING <= place < BODY for place in own) for own in sought):
            rung = Rung.HEADING
        elif len(sought) > 1 and _are_near(sought):
            rung = Rung.NEAR
        if in_title:
            size = self._snapshot.title_sizes[self._snapshot.owners[passage]]
            asked = sum(len(words.terms) for words in self.leaves)
            score += TITLE_BONUS * min(1, asked / max(size, 1))
        if self._snapshot.kinds[passage] == KINDS.index(CARDS):
            score *= CARD_FACTOR
        return Ranked(passage, level, rung, _score(level, rung, score))

    def places_in(self, ranked: Ranked) -> list[tuple[list[int], int]]:
        """Return where each word stands in a passage, and how many terms it is wide.

        Words that are not looked for by themselves ("the") count where they are part of a phrase.
        """
        words = self.leaves if ranked.rung == Rung.PHRASE else self.sought
        matches = [self._matcher.match(one, ranked.level) for one in words]
        return [(sorted(places_of(one.found, ranked.passage)), one.width) for one in matches]

    def _is_phrase(self, places: Sequence[list[int]]) -> bool:
        """Return whether all words stand side by side, in their order, in the text itself."""
        nodes = self._query.required
        if len(nodes) < 2 or not all(places) or any(not isinstance(node, Words) for node in nodes):
            return False
        starts = {place for place in places[0] if place >= BODY}
        width = len(self.leaves[0].terms)
        for words, own in zip(self.leaves[1:], places[1:], strict=True):
            starts.intersection_update([place - width for place in own])
            width += len(words.terms)
        return bool(starts)

    def _with_some(self) -> list[Ranked]:
        scores: dict[int, float] = {}
        shares: dict[int, float] = {}
        matched = [(words, self._level_of(words)) for words in self.sought]
        matches = [self._matcher.match(words, level) for words, level in matched]
        rarities = [self._matcher.rarity(len(match.scores)) for match in matches]
        whole = sum(rarities)
        aside = set[int]().union(*(match.aside for match in matches))
        by_rarity = sorted(zip(rarities, matches, strict=True), key=lambda one: -one[0])
        for rarity, match in by_rarity:
            own = match.scores
            if scores and len(own) > FREQUENT:
                own = {one: own[one] for one in scores if one in own}
            for one, score in own.items():
                scores[one] = scores.get(one, 0.0) + score
                shares[one] = shares.get(one, 0.0) + rarity / whole
        found = self._fresh(
            {
                one
                for one in scores
                if one not in aside
                or any(one in match.scores and one not in match.aside for match in matches)
            }
        )
        weighed = ((one, scores[one] * shares[one] ** 2) for one in found)
        level = max((level for _, level in matched), default=Level.EXACT)
        return [
            Ranked(one, level, Rung.SOME, _score(Level.FUZZY, Rung.SOME, score))
            for one, score in nlargest(MOST_WITH_SOME, weighed, key=itemgetter(1))
        ]

    def _level_of(self, words: Words) -> Level:
        level = Level.PREFIX if words.open else Level.STEM
        return level if self._matcher.match(words, level).scores else Level.FUZZY


def _is_stop(node: Node, stops: frozenset[str]) -> bool:
    if not isinstance(node, Words) or node.quoted or node.part or node.rough:
        return False
    return len(node.terms) == 1 and node.terms[0] in stops


def _by_score(one: Ranked) -> float:
    return -one.score


def _score(level: Level, rung: Rung, score: float) -> float:
    stage = Level.FUZZY - level
    return stage * STAGE_WORTH + (Rung.SOME - rung) * RUNG_WORTH + min(score, RUNG_WORTH - 1.0)


def _are_near(places: list[list[int]]) -> bool:
    """Return whether one place of each stands within a short stretch of the text itself."""
    bodies = [[place for place in found if place >= BODY] for found in places]
    if not all(bodies):
        return False
    marks = sorted((place, number) for number, found in enumerate(bodies) for place in found)
    limit = 2 * len(places) + GAP
    latest: dict[int, int] = {}
    for place, number in marks:
        latest[number] = place
        if len(latest) == len(places) and place - min(latest.values()) <= limit:
            return True
    return False
