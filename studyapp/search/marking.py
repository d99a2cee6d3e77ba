"""Where the words of a query stand in one text: for marks on a page, and to go from hit to hit.

No index is needed: `studyapp.searching` calls `marks` with the text of the page that is shown, and
that may be newer than what was indexed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz.distance import OSA

from studyapp.search.analysis import spans, terms
from studyapp.search.languages import stemmer, stop_words
from studyapp.search.matching import distance_for

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from studyapp.search.query import Query, Words

Spans = list[tuple[int, int]]


def marks(query: Query, text: str, language: str) -> Spans:
    """Return where the words of a query stand, in order and without overlap.

    Words that must stand side by side are one mark. Other spellings count where the word itself
    stands nowhere in the text.
    """
    stops = stop_words(language)
    sought = [words for words in query.words if not stops.issuperset(words.terms)]
    found = terms(text)
    at = spans(text)
    marked: Spans = []
    for words in sought or query.words:
        width = len(words.terms)
        marked += [(at[n][0], at[n + width - 1][1]) for n in _places(words, found, language)]
    return _apart(marked)


def _places(words: Words, found: Sequence[str], language: str) -> list[int]:
    for tests in (_tests(words, language), [_like(term) for term in words.terms]):
        vocabulary = set(found)
        # Most places go by the first term, without a look at those after it
        first, *others = ({term for term in vocabulary if test(term)} for test in tests)
        places = [
            n
            for n in range(len(found) - len(others))
            if found[n] in first
            and all(found[n + step] in wanted for step, wanted in enumerate(others, 1))
        ]
        if places or words.quoted:
            return places
    return []


def _tests(words: Words, language: str) -> list[Callable[[str], bool]]:
    """Return, for each of some words, what tells whether a term stands for it."""
    stem = stemmer(language)
    last = len(words.terms) - 1
    return [
        _form(term, stem, quoted=words.quoted, is_open=words.open and place == last)
        for place, term in enumerate(words.terms)
    ]


def _form(
    term: str, stem: Callable[[str], str], *, quoted: bool, is_open: bool
) -> Callable[[str], bool]:
    root = stem(term)
    return lambda other: (
        other == term
        or (not quoted and bool(other) and stem(other) == root)
        or (is_open and other.startswith(term))
    )


def _like(term: str) -> Callable[[str], bool]:
    distance = distance_for(term)
    return lambda other: (
        distance > 0 and OSA.distance(term, other, score_cutoff=distance) <= distance
    )


def _apart(marked: Spans) -> Spans:
    """Return marks in order; of those that overlap, the one that begins first, or is longer."""
    kept: Spans = []
    for start, end in sorted(marked, key=lambda span: (span[0], -span[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return kept
