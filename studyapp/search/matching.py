"""From the words of a query to the passages that hold them, in one form or another.

`ranking.py` asks a `Matcher`, level by level: the very words, then their other forms, then what
begins with the word that is being typed, then what is spelled alike. Each level holds those before.
"""

from __future__ import annotations

from collections import OrderedDict
from enum import IntEnum
from math import log
from typing import TYPE_CHECKING, NamedTuple

from studyapp.search.codec import Postings
from studyapp.search.languages import stemmer
from studyapp.search.query import AllOf, Words
from studyapp.search.weighing import BODY, HEADING, STEPS, TITLE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from studyapp.search.query import Node
    from studyapp.search.snapshot import Snapshot


class Level(IntEnum):
    """How far a word may be from the one asked for."""

    EXACT = 0
    STEM = 1
    PREFIX = 2
    FUZZY = 3


FACTORS = (1.0, 0.7, 0.6, 0.5)
"""By level: what a word in that form is worth beside the very word."""
MOST_BEGINNINGS = 24
"""Terms that one beginning stands for: those in most passages."""
MOST_SPELLINGS = 8
SHORT = 2
"""Letters: so short a beginning is looked for in titles and headings alone."""
KEPT_SCORES = 400_000
"""Passages in the matches that are kept: each letter typed asks for much the same again."""
ROUGH_FROM, ROUGHER_FROM = 4, 8
"""Letters from which one or two may be wrong."""


class Variant(NamedTuple):
    """A term that stands for a word of the query."""

    term: str
    level: Level
    field: str = "text"


class Match(NamedTuple):
    """Where one element of a query stands."""

    scores: dict[int, float]
    """By passage."""
    found: tuple[tuple[Level, Postings], ...]
    """Places, by level; of words side by side, the places of the first."""
    width: int
    """Terms side by side."""
    aside: frozenset[int]
    """Passages that hold it in the title of their section alone, which is above all of them."""


class Matcher:
    """Finds the passages of one index that hold words; keeps what it found for the next query."""

    def __init__(self, snapshot: Snapshot, language: str) -> None:
        self.snapshot = snapshot
        self._stem = stemmer(language)
        self._matches: OrderedDict[tuple[Words, Level], Match] = OrderedDict()
        self._room = KEPT_SCORES
        self._spellings: dict[str, tuple[str, ...]] = {}

    def passages(self, node: Node, level: Level) -> Collection[int]:
        """Return the passages that a part of a query asks for: a set, or keys, which act as one."""
        if isinstance(node, Words):
            return self.match(node, level).scores.keys()
        parts = sorted((self.passages(inner, level) for inner in node.nodes), key=len)
        return meeting(parts) if isinstance(node, AllOf) else set[int]().union(*parts)

    def level_of(self, words: Words, level: Level) -> Level:
        """Return the lowest level at which as much is found of some words as at another."""
        if words.quoted:
            return Level.EXACT
        if level == Level.FUZZY and not words.rough and self._is_known(words):
            level = Level.PREFIX
        return level if level != Level.PREFIX or words.open else Level.STEM

    def _is_known(self, words: Words) -> bool:
        places = range(len(words.terms))
        return all(
            self.variants(words, place, Level.PREFIX) and not self.meant(words, place)
            for place in places
        )

    def match(self, words: Words, level: Level) -> Match:
        """Return where some words stand, in forms up to a level."""
        key = (words, self.level_of(words, level))
        found = self._matches.get(key)
        if found is None:
            found = self._matches[key] = self._match(*key)
            self._room -= len(found.scores)
            while self._room < 0 and len(self._matches) > 1:
                _, dropped = self._matches.popitem(last=False)
                self._room += len(dropped.scores)
        else:
            self._matches.move_to_end(key)
        return found

    def _match(self, words: Words, level: Level) -> Match:
        variants = [self.variants(words, place, level) for place in range(len(words.terms))]
        if len(variants) == 1:
            found = [(one.level, self.snapshot.posting(one.term, one.field)) for one in variants[0]]
        else:
            found = self._side_by_side(variants)
        if words.part:
            found = [(one, _in_part(posting, words.part)) for one, posting in found]
        aside = frozenset[int]() if words.part else self._aside(found)
        return Match(self._scores(found), tuple(found), len(variants), aside)

    def _aside(self, found: list[tuple[Level, Postings]]) -> frozenset[int]:
        """Return the passages after the first of their section that hold it in the title alone."""
        aside: set[int] = set()
        beside: set[int] = set()
        for _, posting in found:
            titled = posting.passages_before(HEADING)
            if titled:
                aside.update(titled)
                beside.update(set(posting.passages).difference(titled))
            elif aside:
                beside.update(posting.passages)
        return frozenset(aside - beside - self.snapshot.firsts)

    def _scores(self, found: list[tuple[Level, Postings]]) -> dict[int, float]:
        """Return what the words are worth by passage; the nearest form there counts."""
        rarity = self.rarity(sum(len(posting) for _, posting in found))
        scores: dict[int, float] = {}
        for level, posting in reversed(found):
            worth = [rarity * FACTORS[level] * weight / STEPS for weight in range(256)]
            weighed = map(worth.__getitem__, posting.weights)
            scores.update(zip(posting.passages, weighed, strict=True))
        return scores

    def rarity(self, count: int) -> float:
        """Return what one more occurrence tells, when so many passages have one (BM25's idf)."""
        size = self.snapshot.size
        return log(1 + (max(size - count, 0) + 0.5) / (count + 0.5))

    def variants(self, words: Words, place: int, level: Level) -> list[Variant]:
        """Return the terms of the index that stand for one of some words, nearest first."""
        term = words.terms[place]
        counts = self.snapshot.counts
        found = [Variant(term, Level.EXACT)] if term in counts else []
        if level >= Level.STEM and not words.quoted:
            found += [Variant(one, Level.STEM) for one in self._forms(term)]
        last = place == len(words.terms) - 1
        if level >= Level.PREFIX and words.open and last:
            found += self._beginnings(term, {one.term for one in found})
        if level >= Level.FUZZY and not words.quoted:
            known = {one.term for one in found}
            near = self.spellings(term) if words.rough else self.meant(words, place)
            found += [Variant(one, Level.FUZZY) for one in near if one not in known]
        return found

    def _forms(self, term: str) -> list[str]:
        """Return the other terms with the same stem: they differ in their last letters alone."""
        stem = self._stem(term)
        near = self.snapshot.starting(stem[:-1] if len(stem) > 2 else stem)
        return [one for one in near if one != term and self._stem(one) == stem]

    def _beginnings(self, term: str, known: set[str]) -> list[Variant]:
        short = len(term) <= SHORT and term.isascii()
        counts = self.snapshot.heads if short else self.snapshot.counts
        found = [one for one in self.snapshot.starting(term, heads=short) if one not in known]
        found.sort(key=lambda one: -counts[one])
        field = "head" if short else "text"
        return [Variant(one, Level.PREFIX, field) for one in found[:MOST_BEGINNINGS]]

    def spellings(self, term: str) -> tuple[str, ...]:
        """Return the terms spelled almost like one, the most likely first."""
        if term not in self._spellings:
            self._spellings[term] = self._spelled_like(term)
        return self._spellings[term]

    def meant(self, words: Words, place: int) -> tuple[str, ...]:
        """Return what a word was probably meant to be, the likeliest first; none if it is right.

        A word that stands nowhere while others share its stem may be another form of theirs, or
        misspelled: then one wrong letter is believed.
        """
        term = words.terms[place]
        if words.quoted or term in self.snapshot.counts:
            return ()
        found = self.variants(words, place, Level.PREFIX)
        if any(one.level is not Level.STEM for one in found):
            return ()
        near, known = self.spellings(term), {one.term for one in found}
        near = tuple(one for one in near if one not in known)
        return near if near and (not found or _letters_apart(term, near[0]) == 1) else ()

    def _spelled_like(self, term: str) -> tuple[str, ...]:
        from rapidfuzz.distance import OSA  # noqa: PLC0415 - few words are misspelled
        from rapidfuzz.process import extract  # noqa: PLC0415 - as above

        length, distance = len(term), distance_for(term)
        if not distance:
            return ()
        by_length = self.snapshot.by_length
        near = [
            one
            for n in range(length - distance, length + distance + 1)
            for one in by_length.get(n, ())
        ]
        found = extract(term, near, scorer=OSA.distance, score_cutoff=distance, limit=None)
        nearest = min((off for _, off, _ in found if off), default=0)
        found = [(one, int(off)) for one, off, _ in found if off == nearest]
        found.sort(key=lambda one: (one[1], one[0][0] != term[0], -self.snapshot.counts[one[0]]))
        return tuple(one for one, _ in found[:MOST_SPELLINGS])

    def _side_by_side(self, variants: list[list[Variant]]) -> list[tuple[Level, Postings]]:
        """Return where one variant of each word follows one of the word before."""
        if not all(variants):
            return []
        read = self.snapshot.posting
        columns = [
            [(one.level, read(one.term)) for one in column if one.field == "text"]
            for column in variants
        ]
        level = max(max((one for one, _ in column), default=Level.EXACT) for column in columns)
        rows: list[tuple[int, int, list[int]]] = []
        holders = sorted((_passages(column) for column in columns), key=len)
        for passage in sorted(meeting(holders)):
            starts = _starts([places_of(column, passage) for column in columns])
            if starts:
                weight = round(STEPS * (1 + len(starts) / (1 + len(starts))))
                rows.append((passage, weight, sorted(starts)))
        return [(level, Postings.of(rows))] if rows else []


def _passages(column: Sequence[tuple[Level, Postings]]) -> set[int]:
    return set[int]().union(*(posting.passages for _, posting in column))


def _starts(columns: list[list[int]]) -> set[int]:
    starts = set(columns[0])
    for step, places in enumerate(columns[1:], 1):
        starts.intersection_update([place - step for place in places])
    return starts


def _letters_apart(term: str, other: str) -> int:
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - few words are misspelled

    return OSA.distance(term, other)


def distance_for(term: str) -> int:
    """Return how many letters of a word may be wrong (left out, too many, or swapped)."""
    if len(term) < ROUGH_FROM or term.isdigit():
        return 0
    return 1 if len(term) < ROUGHER_FROM else 2


def meeting(parts: Sequence[Collection[int]]) -> set[int]:
    """Return what is in all of some sets (or keys), the smallest of which comes first."""
    found = set(parts[0])
    for part in parts[1:]:
        found = {one for one in found if one in part}
    return found


def places_of(found: Iterable[tuple[Level, Postings]], passage: int) -> list[int]:
    """Return where something stands in a passage, unsorted; of heads alone, that of a heading."""
    places: list[int] = []
    for _, posting in found:
        own = posting.places_in(passage)
        if own is not None:
            places += own or (HEADING,)
    return places


def _in_part(posting: Postings, part: str) -> Postings:
    first, end = (TITLE, HEADING) if part == "title" else (HEADING, BODY)
    return Postings.of(
        [
            (passage, weight, places)
            for passage, weight, places in posting.rows()
            if not places or any(first <= place < end for place in places)
        ]
    )
