"""Which words a passage takes in when one of its ends is pulled to a place in the text.

The page asks while an end of a mark is dragged, and shows what it is told. Offsets are code points
of the canonical text.
"""

from __future__ import annotations

import regex

REACH = 400
"""Characters within which the words beside a place are looked for."""

_LETTER = r"[\p{L}\p{N}\p{M}_'\u2019\-\u200c\u200d]"
_WORD = rf"""
    [\p{{Han}}\p{{Hiragana}}\p{{Katakana}}]\p{{M}}*+  # Chinese and Japanese go by character
    |
    (?:(?![\p{{Han}}\p{{Hiragana}}\p{{Katakana}}]){_LETTER}|(?<=\p{{N}})[.,:](?=\p{{N}}))++
    |
    (?:(?=\p{{S}})\X)++                               # emoji and other signs
"""
_PUNCTUATION = r"\p{P}++"
_WITH_END = regex.compile(rf"{_WORD}|{_PUNCTUATION}(?!{_LETTER}|\p{{S}})", regex.VERBOSE)
"""What a passage may end with: words, and punctuation that does not open the next word."""
_WITH_START = regex.compile(rf"{_WORD}|(?<!\S){_PUNCTUATION}", regex.VERBOSE)
"""What it may begin with: words, and punctuation that does not close the one before."""

Span = tuple[int, int]


def pulled(text: str, span: Span, offset: int, *, at_start: bool, whole_words: bool = True) -> Span:
    """Return a passage with its start, or its end, pulled to an offset; the other end stays.

    It takes in every word that it reaches, or only the characters up to the offset. At least one
    word is left, however far the end is pulled over the other.
    """
    start, end = span
    if at_start:
        least = _start_before(text, end)
        edge = _start_at(text, offset) if whole_words else skipped(text, offset)
        return (edge if edge < end else min(least, end - 1)), end
    least = _end_after(text, start)
    edge = _end_at(text, offset) if whole_words else len(text[:offset].rstrip())
    return start, (edge if edge > start else max(least, start + 1))


def _end_at(text: str, offset: int) -> int:
    """Return where the last word ends that begins before an offset; -1 where there is none."""
    around = _WITH_END.finditer(text, max(0, offset - REACH), offset + REACH)
    return max((word.end() for word in around if word.start() < offset), default=-1)


def _start_at(text: str, offset: int) -> int:
    """Return where the first word begins that ends after an offset; the end where none does."""
    around = _WITH_START.finditer(text, max(0, offset - REACH), offset + REACH)
    return min((word.start() for word in around if word.end() > offset), default=len(text))


def _end_after(text: str, start: int) -> int:
    """Return where the first word ends that a passage holds."""
    around = _WITH_END.finditer(text, max(0, start - REACH), start + REACH)
    return min((word.end() for word in around if word.end() > start), default=start)


def _start_before(text: str, end: int) -> int:
    """Return where the last word begins that a passage holds."""
    around = _WITH_START.finditer(text, max(0, end - REACH), end + REACH)
    return max((word.start() for word in around if word.start() < end), default=end)


def skipped(text: str, offset: int) -> int:
    """Return where the next word begins, behind the space at an offset."""
    rest = text[offset : offset + REACH]
    return offset + len(rest) - len(rest.lstrip())
