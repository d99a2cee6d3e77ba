"""Finds what is typed into the filter of the hub: parts of words, and words typed with errors."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studyapp.gui.hub.entries import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from studyapp.gui.hub.entries import Entry

LETTERS_A_TYPO = 5
"""A word may have one error for each so many letters."""
ENOUGH = 50
"""Where so many entries have a word as it is typed, none is sought that differs."""
REMEMBERED = 40
"""Words whose places are remembered, for the next key."""


class WordFinder:
    """Finds words in some entries; each key is quicker for the one before."""

    def __init__(self, entries: Sequence[Entry], index: TextIndex) -> None:
        self.entries = entries
        self.index = index
        self._holding: dict[str, Sequence[int]] = {"": range(len(entries))}
        self._numbers: dict[str, int] = {}

    def find(self, typed: str) -> list[Entry]:
        """Return the entries that have all words, in the same order."""
        words = [part.strip("#") or part for part in fold(typed).split()]
        if not words:
            return list(self.entries)
        last = len(words) - 1
        found = [
            self._with(word, ended=place < last or typed[-1:].isspace())
            for place, word in enumerate(words)
        ]
        numbers = found[0] if len(found) == 1 else sorted(set(found[0]).intersection(*found[1:]))
        return [self.entries[number] for number in numbers]

    def _with(self, word: str, *, ended: bool) -> Sequence[int]:
        exactly = self._exactly(word)
        if len(exactly) >= ENOUGH:
            return exactly
        numbers = set(exactly)
        for alike, holders in self.index.alike(word, ended=ended).items():
            for holder in holders:
                number = self._number(holder)
                # An entry may have had the word once and lost it since, or not be among these
                if number is not None and alike in self.entries[number].text:
                    numbers.add(number)
        return sorted(numbers)

    def _exactly(self, word: str) -> Sequence[int]:
        """Return which entries have it; sought among those known to have its beginning."""
        if word not in self._holding:
            begins = (word[:n] for n in range(len(word) - 1, -1, -1))
            known = next(begin for begin in begins if begin in self._holding)
            entries = self.entries
            numbers = self._holding[known]
            if len(self._holding) > REMEMBERED:
                self._holding = {"": range(len(entries))}
            self._holding[word] = [n for n in numbers if word in entries[n].text]
        return self._holding[word]

    def _number(self, entry_id: str) -> int | None:
        if not self._numbers:
            self._numbers = {entry.place[2]: n for n, entry in enumerate(self.entries)}
        return self._numbers.get(entry_id)


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
        lengths = self._lengths(typed, errors)
        wanted = {word for n in lengths for word in _within(typed, self._words.get(n, ()))}
        if not ended:
            wanted |= self._beginning(typed, errors)
        return {word: self._holders[word] for word in wanted}

    def _lengths(self, typed: str, errors: int) -> Iterable[int]:
        return range(len(typed) - errors, len(typed) + errors + 1)

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
