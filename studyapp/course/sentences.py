"""Where the sentences of a section begin and end, in its canonical text.

The reader's sentence cursor goes by them, and study takes the sentence around a passage. A
sentence never crosses a newline: blocks, items, cells and lines of code stand alone. Rules, not a
model: they are quick, the same on every machine, and err on the side of sentences that are too
long.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_ENDS = re.compile(
    r"""
    [.!?\u2026\u061f\u06d4\u0964\u0965\u2e2e\u037e\u055c\u055e\u0589]+  # the mark, in many scripts
    ["'\u201d\u2019\u00bb\u00ab\u203a\u201c)\]]*                        # what closes with it
    (?:\[?\d{1,3}\]?)?                                                  # the number of a note
    [ ]
    |
    (?P<wide>[\u3002\uff01\uff1f\uff61\u203c\u2047-\u2049]+)
    ["'\u201d\u2019\u300d\u300f\uff09)\u3011\u300b]* [ ]?
    """,
    re.VERBOSE,
)
"""Where a sentence may end: its mark, what closes it, and the space; CJK needs no space."""

_WORD_BEFORE = re.compile(r"[^\s(\[\"'\u201c\u2018\u00ab\u201e]+$")
_OPENING = re.compile(
    "[\"'\u201c\u201d\u2018\u2019\u00ab\u00bb\u201e\u2039\u203a(\\[\u00bf\u00a1\u2013\u2014 -]*"
)
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]", re.UNICODE)
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_ORDINAL = re.compile(r"\d{1,2}|[IVXLC]+")

ABBREVIATIONS = frozenset(
    """
    adm al alt anon apr approx art arts assn assoc aug ave bd bros bsp bzgl bzw ca cap capt cf chap
    cmdr cmte co col comdr corp cpl dec dept dir dist div dr ed eds eg esp est etc et ev evtl ex
    feb fig figs fn fr fri ft gal gen gov hon ibid ie inc incl insp int intl jan jr lat lb lbs lit
    lt ltd maj max mgr min misc mlle mm mme mon mr mrs ms msgr mt mts n nat nb no nos nov nr op orig
    oct oz p para pars phd pl pp pres prof pt pub pvt resp rev sat sec sect secs sen sep sept ser
    sgt sog sp sq sr st sta ste str sun supp supt tel thu tue u univ usw v vgl viz vol vols vs wed
    z zzgl
    """.split()  # noqa: SIM905 - a list of literals would fill two screens
)
"""Words that are followed by a period within a sentence: English, and common German and French."""

REACH = 400
"""Characters within which the next word is looked for."""

FINAL = frozenset({"etc", "usw", "al", "inc", "ltd", "co", "corp", "jr", "sr", "phd"})
"""Abbreviations that also end a sentence, if what follows looks like the start of another."""

NUMBERED = frozenset({"no", "nos", "art", "arts", "fig", "sun", "mon", "sat", "fri", "v", "p"})
"""Abbreviations that are words as well: within a sentence, a number follows."""

STARTERS = frozenset(
    """
    A After All Although An And Another As At Before Both But By Das Der Die Each Ein Eine Er Es For
    From Has Have He Here His How However I If Il In Instead Is It Its La Le Les Many Most Next No
    Nor Not Now On One Only Or Our Sein She Sie Since So Some Still Such That The Their Then There
    These They This Those Though Thus To Today Un Une We What When Where Whether While Who Why With
    Yet You
    """.split()  # noqa: SIM905 - a list of literals would fill a screen
)
"""Words in capitals after initials, only because a sentence begins with them."""

MONTHS = frozenset(
    """
    Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember
    """.split()  # noqa: SIM905 - as above
)
"""What follows the number of a day in German."""


def sentences(text: str) -> list[tuple[int, int]]:
    """Return start and end of every sentence, in order, without the space between them."""
    found: list[tuple[int, int]] = []
    start = 0
    for line in text.split("\n"):
        found += [(start + a, start + b) for a, b in _in_line(line)]
        start += len(line) + 1
    return found


def sentence_at(spans: Sequence[tuple[int, int]], offset: int) -> int:
    """Return the place in `sentences` of the one that an offset is in, or that begins next."""
    place = bisect_right(spans, offset, key=lambda span: span[0]) - 1
    if place >= 0 and offset < spans[place][1]:
        return place
    return min(place + 1, len(spans) - 1)


def _in_line(line: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _ENDS.finditer(line):
        if match["wide"] is None and not _is_end(line, start, match):
            continue
        yield from _trimmed(line, start, match.end())
        start = match.end()
    yield from _trimmed(line, start, len(line))


def _trimmed(line: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    words = line[start:end]
    first = start + len(words) - len(words.lstrip())
    last = end - (len(words) - len(words.rstrip()))
    if first < last:
        yield first, last


def _is_end(line: str, start: int, match: re.Match[str]) -> bool:
    """Tell whether a mark followed by a space ends the sentence that began at `start`."""
    rest = line[match.end() :]
    opening = _OPENING.match(rest)
    following = _FIRST_WORD.match(rest, opening.end() if opening else 0)
    word_after = following[0] if following else ""
    if word_after[:1].islower():
        return False
    mark = match[0].strip()
    if mark[0] != "." or mark.startswith("..") or not mark.endswith("."):
        return True
    before = _WORD_BEFORE.search(line, start, match.start())
    word = before[0] if before else ""
    if word.casefold() in NUMBERED and not rest[:1].isdigit():
        return True
    return _ends_after(word, word_after, is_first=not before or before.start() == start)


def _ends_after(word: str, following: str, *, is_first: bool) -> bool:
    """Tell whether a period between two words ends a sentence; the second is not in lower case."""
    plain = word.replace(".", "").casefold()
    if is_first and (_ORDINAL.fullmatch(word) or len(word) == 1):
        return False  # the number of an item, not a sentence
    if plain in FINAL:
        return following[:1].isupper()
    if word.isdecimal() and following in MONTHS:
        return False
    if plain in ABBREVIATIONS and (len(plain) > 1 or word.islower()):
        return False
    # J. R. R. Tolkien, the U.S. Army; but "the U.S. The" does end
    return not _INITIALS.fullmatch(word) or following in STARTERS


_WORDS = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"  # Chinese and Japanese go character by character
    r"|(?:(?![\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff])[\w'\u2019-])+"
)


def stretched(
    text: str, span: tuple[int, int], *, at_start: bool, step: int
) -> tuple[int, int] | None:
    """Return a passage with one end moved to the next word, forward (1) or back (-1).

    None where there is no further word, or where no word would be left.
    """
    start, end = span
    here = start if at_start else end
    low, high = (max(0, here - REACH), here) if step < 0 else (here, here + REACH)
    edges = [word.start() if at_start else word.end() for word in _WORDS.finditer(text, low, high)]
    edges = [edge for edge in edges if (edge - here) * step > 0]
    if low > 0 and step < 0:
        edges = edges[1:]  # the window may have cut a word
    if not edges:
        return None
    edge = edges[0] if step > 0 else edges[-1]
    moved = (edge, end) if at_start else (start, edge)
    return moved if moved[0] < moved[1] else None
