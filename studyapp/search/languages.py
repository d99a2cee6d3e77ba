"""Of each language: how the forms of a word are brought together, and which words say little.

`matching.py`, `ranking.py` and `marking.py` ask, with the language that a course names. One that
names none is taken for English; in a language that nobody here knows, each word stands for itself.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

from whoosh import lang  # pyright: ignore[reportMissingTypeStubs] - Whoosh has none

from studyapp.search.analysis import fold

if TYPE_CHECKING:
    from collections.abc import Callable

_languages: Any = lang
ENGLISH = (
    "a about all also am an and any are as at be been but by can could did do does for from had has"
    " have he her his how i if in into is it its me my no not of on or our she should so some such"
    " than that the their them then there these they this to us was we were what when where which"
    " who whom whose why will with would you your"
)
"""Without "against", "before", "between" and others that may be what a question is about."""


@lru_cache(64)
def stemmer(language: str) -> Callable[[str], str]:
    """Return what brings the forms of a word together."""
    code = _code(language)
    try:
        stem = _languages.stemmer_for_language("en_porter" if code == "en" else code)
    except _languages.NoStemmer:
        return _same
    return lru_cache(1 << 15)(cast("Callable[[str], str]", stem))


def _same(word: str) -> str:
    return word


@lru_cache(64)
def stop_words(language: str) -> frozenset[str]:
    """Return the words that a question may hold without an answer having to hold them."""
    code = _code(language)
    if code == "en":
        return frozenset(ENGLISH.split())
    try:
        return frozenset(map(fold, _languages.stopwords_for_language(code)))
    except _languages.NoStopWords:
        return frozenset()


def _code(language: str) -> str:
    return language.replace("_", "-").partition("-")[0].lower() or "en"
