"""Which rows of the hub are shown, in which order, under which headings.

Pure functions on `Entry` rows; 50,000 of them take less than a tenth of a second for each key.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Literal, NamedTuple

from studyapp.gui.hub.entries import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from studyapp.gui.hub.entries import Entry

LETTERS_A_TYPO = 5
"""A word may have one error for each so many letters."""

Order = Literal["place", "time", "relevance"]


@dataclass(frozen=True, slots=True)
class Criteria:
    """What is wanted; what is empty does not matter."""

    words: str = ""
    colors: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    """All of them are wanted; of the others, any."""
    states: frozenset[str] = frozenset()
    first_day: str = ""
    last_day: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether everything is wanted."""
        return not any(getattr(self, field.name) for field in fields(self))

    def without_words(self) -> Criteria:
        """Return the same for any words."""
        return replace(self, words="")


class TextIndex:
    """The words of many texts, to find those that were typed with errors."""

    def __init__(self) -> None:
        self._holders: dict[str, list[str]] = {}
        self._words: dict[int, list[str]] = {}
        self._begins: dict[int, dict[str, list[str]]] = {}
        self.texts: dict[str, str] = {}
        """Each entry with its text."""

    def add(self, entry_id: str, text: str) -> None:
        """Take up a text, or a newer one of the same entry."""
        self.texts[entry_id] = text
        for word in set(_WORD.findall(text)):
            holders = self._holders.get(word)
            if holders is None:
                holders = self._holders[word] = []
                self._take(word)
            holders.append(entry_id)

    def _take(self, word: str) -> None:
        self._words.setdefault(len(word), []).append(word)
        for length, begins in self._begins.items():
            if len(word) > length:
                begins.setdefault(word[:length], []).append(word)

    def prepare(self) -> None:
        """Do beforehand what else the first keys would wait for."""
        for length in range(LETTERS_A_TYPO - 1, 2 * LETTERS_A_TYPO + 2):
            self._begins[length] = self._cut(length)

    def alike(self, typed: str, *, ended: bool) -> dict[str, list[str]]:
        """Return words that may be meant, each with the entries that have it or had it.

        What is still being typed (not `ended`) may be the beginning of a word.
        """
        errors = len(typed) // LETTERS_A_TYPO
        if not errors:
            return {}
        wanted = {word for n in self._lengths(typed, errors) for word in self._close(typed, n)}
        if not ended:
            wanted |= self._beginning(typed, errors)
        return {word: self._holders[word] for word in wanted}

    def _lengths(self, typed: str, errors: int) -> Iterable[int]:
        return range(len(typed) - errors, len(typed) + errors + 1)

    def _close(self, typed: str, length: int) -> Iterable[str]:
        return _within(typed, self._words.get(length, ()))

    def _beginning(self, typed: str, errors: int) -> set[str]:
        """Return longer words whose beginning is close to what was typed."""
        found: set[str] = set()
        for length in self._lengths(typed, errors):
            if length not in self._begins:
                self._begins[length] = self._cut(length)
            begins = self._begins[length]
            for begin in _within(typed, list(begins)):
                found.update(begins[begin])
        return found

    def _cut(self, length: int) -> dict[str, list[str]]:
        """Return the longer words by their beginnings of this length."""
        begins: dict[str, list[str]] = {}
        for size, words in self._words.items():
            if size > length:
                for word in words:
                    begins.setdefault(word[:length], []).append(word)
        return begins


_WORD = re.compile(r"\w{4,}")


def _within(typed: str, words: Sequence[str]) -> list[str]:
    """Return the words that differ from what was typed by no more than may be errors."""
    from rapidfuzz.distance import OSA  # noqa: PLC0415 - not at start
    from rapidfuzz.process import extract_iter  # noqa: PLC0415

    errors = len(typed) // LETTERS_A_TYPO
    close = extract_iter(typed, words, scorer=OSA.distance, score_cutoff=errors)
    return [word for word, _, _ in close]


class Header(NamedTuple):
    """The head of a group."""

    title: str
    of: str
    """Title of the course; empty where all are of one course."""
    count: int


def filtered(
    entries: Sequence[Entry], wanted: Criteria, index: TextIndex | None = None
) -> list[Entry]:
    """Return the entries that are wanted, in the same order."""
    rows = list(entries)
    for keep in _checks(wanted):
        rows = [row for row in rows if keep(row)]
    words = _words(wanted.words)
    for number, word in enumerate(words):
        ended = number + 1 < len(words) or wanted.words[-1:].isspace()
        rows = _with_word(rows, word, index.alike(word, ended=ended) if index else {})
    return rows


def _words(typed: str) -> list[str]:
    return [part.strip("#") or part for part in fold(typed).split()]


def _checks(wanted: Criteria) -> Iterable[Callable[[Entry], bool]]:
    if wanted.colors:
        yield lambda row: row.card.annotation.color in wanted.colors
    if wanted.kinds:
        yield lambda row: row.card.annotation.kind in wanted.kinds
    if wanted.states:
        yield lambda row: row.card.state in wanted.states
    if wanted.tags:
        yield lambda row: wanted.tags.issubset(row.card.annotation.tags)
    if wanted.first_day:
        yield lambda row: row.day >= wanted.first_day
    if wanted.last_day:
        yield lambda row: "" < row.day <= wanted.last_day


def _with_word(rows: list[Entry], word: str, alike: Mapping[str, Collection[str]]) -> list[Entry]:
    if not alike:
        return [row for row in rows if word in row.text]
    maybe = {entry_id for holders in alike.values() for entry_id in holders}
    # An entry may have had the word once and lost it since
    return [
        row
        for row in rows
        if word in row.text
        or (row.card.annotation.id in maybe and any(one in row.text for one in alike))
    ]


def ordered(rows: list[Entry], order: Order, words: str = "") -> list[Entry]:
    """Return rows that stand by place in another order; among equals that of place is kept."""
    if order == "time":
        return sorted(rows, key=lambda row: row.card.annotation.modified, reverse=True)
    if order == "relevance":
        score = _relevance(fold(words))
        return sorted(rows, key=lambda row: -score(row.text))
    return rows


def _relevance(sought: str) -> Callable[[str], int]:
    """Return how well a text fits: whole phrase, then whole words, then parts of words."""
    whole = f" {sought} "
    words = sought.split() if " " in sought else []

    def score(text: str) -> int:
        found = 8 * (whole in text) + 4 * (sought in text)
        return found + sum(2 * (f" {word} " in text) + (word in text) for word in words)

    return score


def grouped(
    rows: Sequence[Entry], order: Order, name: Callable[[Entry], tuple[str, str]]
) -> dict[int, Header]:
    """Return where groups begin: by section, or by day; none when sorted by relevance.

    `name` gives the title of a row's group, and the course's if it matters.
    """
    if order == "relevance":
        return {}
    keys = [row.day for row in rows] if order == "time" else [row.group for row in rows]
    counts = Counter(keys)
    starts = [n for n, key in enumerate(keys) if n == 0 or key != keys[n - 1]]
    return {n: Header(*name(rows[n]), counts[keys[n]]) for n in starts}


def nearest(rows: Sequence[Entry], course: str, section: int, offset: int) -> int:
    """Return the row nearest to an offset of the section at a place in the course."""

    def distance(number: int) -> tuple[bool, int, int]:
        row = rows[number]
        return row.course != course, abs(row.place[0] - section), abs(row.place[1] - offset)

    return min(range(len(rows)), key=distance)
