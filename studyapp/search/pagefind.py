"""Find in page: the very letters typed, or a regular expression, in one text.

`studyapp.searching` calls `find` for the page that is shown, and for each section that is to be
looked through. An expression may be one that takes for ever: `regex` has a time limit, which
Python's own module has not.
"""

from __future__ import annotations

from typing import NamedTuple

import regex

from studyapp.wording import translate

SECONDS = 0.5
"""For one text; the slowest honest expression on 300 KB takes a tenth of it."""
LONGEST = 500
"""Characters of a pattern."""
MOST = 10_000
"""Places found in one text."""
ALIKE = {"'": "['\u2018\u2019]", '"': '["\u201c\u201d\u201e]', "-": "[-\u2010-\u2014]"}
"""What a keyboard has, with what stands for it in print."""


class Pattern(NamedTuple):
    """What to find, and how."""

    text: str
    whole_words: bool = False
    match_case: bool = False
    expression: bool = False
    """The text is a regular expression."""


class Found(NamedTuple):
    """Where it stands."""

    spans: tuple[tuple[int, int], ...] = ()
    problem: str = ""
    """Why nothing or not all could be found, in a whole sentence."""


def find(pattern: Pattern, text: str) -> Found:
    """Return where a pattern stands in a text, in order; stretches without letters do not count."""
    if not pattern.text:
        return Found()
    if len(pattern.text) > LONGEST:
        return Found(
            problem=translate("Search", "What is looked for is longer than {} characters.").format(
                LONGEST
            )
        )
    try:
        compiled = regex.compile(_source(pattern), _flags(pattern))
    except (regex.error, OverflowError, RecursionError, MemoryError) as error:
        return Found(problem=_told(error))
    spans: list[tuple[int, int]] = []
    try:
        for match in compiled.finditer(text, timeout=SECONDS):
            if match.end() > match.start():
                spans.append(match.span())
            if len(spans) >= MOST:
                return Found(
                    tuple(spans),
                    translate("Search", "Only the first {} places are shown.").format(MOST),
                )
    except TimeoutError:
        return Found(
            tuple(spans), translate("Search", "This expression takes too long; make it simpler.")
        )
    except (MemoryError, RecursionError):
        return Found(
            tuple(spans),
            translate("Search", "This expression needs too much memory; make it simpler."),
        )
    return Found(tuple(spans))


def _source(pattern: Pattern) -> str:
    source = pattern.text if pattern.expression else _plain(pattern.text)
    return rf"(?<!\w)(?:{source})(?!\w)" if pattern.whole_words else source


def _plain(text: str) -> str:
    """Return an expression for some letters; white space stands for any, as between lines."""
    words = ("".join(ALIKE.get(one) or regex.escape(one) for one in word) for word in text.split())
    inner = r"\s+".join(words)
    before = r"\s" if text[:1].isspace() and inner else ""
    after = r"\s" if text[-1:].isspace() and inner else ""
    return before + (inner or r"\s") + after


def _flags(pattern: Pattern) -> int:
    flags = regex.VERSION0 | regex.MULTILINE
    return flags if pattern.match_case else flags | regex.IGNORECASE


def _told(error: BaseException) -> str:
    message, place = getattr(error, "msg", str(error)), getattr(error, "pos", None)
    where = "" if place is None else translate("Search", ", at character {}").format(place + 1)
    return translate("Search", "This is no regular expression: {}{}.").format(message, where)
