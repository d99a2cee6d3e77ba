"""From text to terms: what counts as a word, and which words count as the same.

Indexing, queries, snippets and marks all use these functions, so that what is found is what is
shown. `spans` and `terms` go through a text in step: the term with number n stands at span n.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LONGEST = 64
"""Characters of a term; what is longer (a hash, an address) is found by its beginning."""

# Scripts written without spaces, or with endings glued on: pairs of letters are their terms.
_PAIRED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf"
    "\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
# Marks that stand on or inside letters, which `\w` leaves out; whole blocks for Indic scripts.
_MARKS = (
    "\u00ad\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a"
    "\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0900-\u0963\u0966-\u0dff"
    "\u200c\u200d"
)
# In this order: 1,040 as one number; C++ and C#; don't and NATO's, but l' and d' apart; words.
_NUMBER = r"\d{1,3}(?:,\d{3})+(?![\d,])"
_CODE = r"[^\W\d_](?:\+\+|#)(?!\w)"
_PLAIN = re.compile(rf"{_NUMBER}|{_CODE}|[^\W_]{{3,}}(?:['\u2019][^\W_]+)*|[^\W_]+")
_LETTER = rf"(?:[^\W_{_PAIRED}]|[{_MARKS}])"
# `re` compiles these for the first text with such letters, and keeps them: that takes longer than
# all the rest of a search.
_FULL = rf"[{_PAIRED}]+|{_NUMBER}|{_CODE}|{_LETTER}{{3,}}(?:['\u2019]{_LETTER}+)*|{_LETTER}+"
_SPECIAL = f"[{_PAIRED}{_MARKS}]"
_PAIRED_LETTER = f"[{_PAIRED}]"
_POSSESSIVE = re.compile("['\u2019]s$")
_STRIPPED = re.compile(
    "[\u00ad\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u200c\u200d'\u2019,]"
)
_LETTERS = str.maketrans(
    {**dict(zip("ıłøđðħŧ", "iloddht", strict=True)), "æ": "ae", "œ": "oe", "þ": "th"}
)
_ACCENTS = re.compile("[\u0300-\u036f]")
_CYRILLIC = re.compile("[\u0400-\u04ff]")


def terms(text: str) -> list[str]:
    """Return the terms of a text, in order; one may be empty (a lone soft hyphen)."""
    if not _is_special(text):
        return list(map(fold, _PLAIN.findall(text)))
    found: list[str] = []
    for word in re.findall(_FULL, text):
        found += map(fold, _pieces(word))
    return found


def asked_terms(text: str) -> tuple[str, ...]:
    """Return the terms of a part of a query: of a run of paired letters, without its last one.

    In a text the run may go on, and the last letter is then half of another pair.
    """
    found: list[str] = []
    for word in re.findall(_FULL if _is_special(text) else _PLAIN, text):
        pieces = _pieces(word)
        found += map(fold, pieces[:-1] if len(pieces) > 1 else pieces)
    return tuple(filter(None, found))


def spans(text: str) -> list[tuple[int, int]]:
    """Return where the terms of a text stand, as code-point offsets."""
    if not _is_special(text):
        return [match.span() for match in _PLAIN.finditer(text)]
    found: list[tuple[int, int]] = []
    for match in re.finditer(_FULL, text):
        start = match.start()
        pieces = _pieces(match[0])
        if len(pieces) == 1:
            found.append(match.span())
        else:
            found += [(start + n, start + n + len(piece)) for n, piece in enumerate(pieces)]
    return found


def spans_at(text: str, numbers: Iterable[int]) -> dict[int, tuple[int, int]]:
    """Return where the terms with some numbers stand; a number beyond the last is left out."""
    wanted = sorted(set(numbers))
    if _is_special(text):
        every = spans(text)
        return {number: every[number] for number in wanted if number < len(every)}
    matches = _PLAIN.finditer(text)
    found: dict[int, tuple[int, int]] = {}
    following = 0
    for number in wanted:
        match = next(islice(matches, number - following, None), None)
        if match is None:
            break
        found[number] = match.span()
        following = number + 1
    return found


def _is_special(text: str) -> bool:
    return not text.isascii() and bool(re.search(_SPECIAL, text))


def _pieces(word: str) -> Sequence[str]:
    """Return a word itself, or the overlapping pairs of a run, and its last letter."""
    if len(word) == 1 or word.isascii() or not re.match(_PAIRED_LETTER, word):
        return (word,)
    return [word[n : n + 2] for n in range(len(word))]


@lru_cache(1 << 16)
def fold(word: str) -> str:
    """Return a word as it is compared: without case, accents, apostrophes and possessive s."""
    if word.isascii():
        folded = word.lower()
        if folded.isalnum():
            return folded[:LONGEST]
    else:
        folded = _unaccented(word.casefold())
    return _STRIPPED.sub("", _POSSESSIVE.sub("", folded))[:LONGEST]


def _unaccented(word: str) -> str:
    if _CYRILLIC.search(word):  # here some accents make another letter
        return unicodedata.normalize("NFKC", word).replace("\u0451", "\u0435")  # as most write it
    return _ACCENTS.sub("", unicodedata.normalize("NFKD", word)).translate(_LETTERS)
