"""From the words of a query to the passages that hold them, in one form or another.

`ranking.py` asks a `Matcher`, level by level: the very words, then their other forms, then what
begins with the word that is being typed, then what is spelled alike. Each level holds those before.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from enum import IntEnum
from math import log
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from studyapp.search.languages import stemmer
from studyapp.search.query import AllOf, Words
from studyapp.search.store import Posting
from studyapp.search.weighing import BODY, HEADING, TITLE

if TYPE_CHECKING:
    from collections.abc import Iterable

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
    found: tuple[tuple[Level, Posting], ...]
    """Places, by level; of words side by side, the places of the first."""
    width: int
    """Terms side by side."""


class Matcher:
    """Finds the passages of one index for one query at a time."""

    def __init__(self, snapshot: Snapshot, language: str) -> None:
        self.snapshot = snapshot
        self._stem = stemmer(language)
        self._matches: dict[tuple[Words, Level], Match] = {}
        self._spellings: dict[str, tuple[str, ...]] = {}

    def forget(self) -> None:
        """Drop what was found for the last query."""
        self._matches.clear()

    def passages(self, node: Node, level: Level) -> set[int] | Iterable[int]:
        """Return the passages that a part of a query asks for; a set, or keys that act as one."""
        if isinstance(node, Words):
            return self.match(node, level).scores.keys()
        found = [set(self.passages(inner, level)) for inner in node.nodes]
        if isinstance(node, AllOf):
            found.sort(key=len)
            return found[0].intersection(*found[1:])
        return found[0].union(*found[1:])

    def match(self, words: Words, level: Level) -> Match:
        """Return where some words stand, in forms up to a level."""
        key = (words, level)
        if key not in self._matches:
            self._matches[key] = self._match(words, level)
        return self._matches[key]

    def is_known(self, words: Words, level: Level) -> bool:
        """Return whether each of some words stands anywhere, in a form up to a level."""
        return all(self.variants(words, place, level) for place in range(len(words.terms)))

    def _match(self, words: Words, level: Level) -> Match:
        variants = [self.variants(words, place, level) for place in range(len(words.terms))]
        if len(variants) == 1:
            found = [(one.level, self.snapshot.posting(one.term, one.field)) for one in variants[0]]
        else:
            found = self._side_by_side(variants)
        if words.part:
            found = [(one, _in_part(posting, words.part)) for one, posting in found]
        return Match(self._scores(found), tuple(found), len(variants))

    def _scores(self, found: list[tuple[Level, Posting]]) -> dict[int, float]:
        if not found:
            return {}
        rarity = self.rarity(sum(len(posting.passages) for _, posting in found))
        scores: dict[int, float] = {}
        for level, posting in found:
            factor = rarity * FACTORS[level]
            if not scores:
                weighed = [weight * factor for weight in posting.weights]
                scores = dict(zip(posting.passages, weighed, strict=True))
                continue
            for passage, weight in zip(posting.passages, posting.weights, strict=True):
                if scores.get(passage, 0.0) < weight * factor:
                    scores[passage] = weight * factor
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
        if level >= Level.FUZZY and not words.quoted and (words.rough or not found):
            found += [Variant(one, Level.FUZZY) for one in self.spellings(term)]
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

    def _spelled_like(self, term: str) -> tuple[str, ...]:
        length = len(term)
        if length < ROUGH_FROM or term.isdigit():
            return ()
        distance = 1 if length < ROUGHER_FROM else 2
        by_length = self.snapshot.by_length
        near = [
            one
            for n in range(length - distance, length + distance + 1)
            for one in by_length.get(n, ())
        ]
        found = extract(term, near, scorer=OSA.distance, score_cutoff=distance, limit=None)
        found = [(one, int(off)) for one, off, _ in found if off]
        found.sort(key=lambda one: (one[1], one[0][0] != term[0], -self.snapshot.counts[one[0]]))
        return tuple(one for one, _ in found[:MOST_SPELLINGS])

    def _side_by_side(self, variants: list[list[Variant]]) -> list[tuple[Level, Posting]]:
        """Return where one variant of each word follows one of the word before."""
        if not all(variants):
            return []
        read = self.snapshot.posting
        columns = [
            [(one.level, read(one.term)) for one in column if one.field == "text"]
            for column in variants
        ]
        level = max(max((one for one, _ in column), default=Level.EXACT) for column in columns)
        holders = sorted((_passages(column) for column in columns), key=len)
        found = Posting([], [], [])
        for passage in sorted(holders[0].intersection(*holders[1:])):
            starts = _starts([places_of(column, passage) for column in columns])
            if starts:
                found.passages.append(passage)
                found.weights.append(1.0 + len(starts) / (1.0 + len(starts)))
                found.places.append(array("H", sorted(starts)).tobytes())
        return [(level, found)] if found.passages else []


def _passages(column: Iterable[tuple[Level, Posting]]) -> set[int]:
    return set[int]().union(*(posting.passages for _, posting in column))


def _starts(columns: list[list[int]]) -> set[int]:
    starts = set(columns[0])
    for step, places in enumerate(columns[1:], 1):
        starts.intersection_update([place - step for place in places])
    return starts


def places_of(found: Iterable[tuple[Level, Posting]], passage: int) -> list[int]:
    """Return where something stands in a passage; of heads alone, the place of a heading."""
    places: list[int] = []
    for _, posting in found:
        row = bisect_left(posting.passages, passage)
        if row < len(posting.passages) and posting.passages[row] == passage:
            places += array("H", posting.places[row]) if posting.places[row] else (HEADING,)
    return places


def _in_part(posting: Posting, part: str) -> Posting:
    first, end = (TITLE, HEADING) if part == "title" else (HEADING, BODY)
    kept = Posting([], [], [])
    for passage, weight, places in zip(*posting, strict=True):
        if not places or any(first <= place < end for place in array("H", places)):
            kept.passages.append(passage)
            kept.weights.append(weight)
            kept.places.append(places)
    return kept
