"""Which way a text runs."""

from __future__ import annotations

from unicodedata import bidirectional

STRONG = frozenset({"L", "R", "AL"})


def has_rtl(text: str) -> bool:
    """Tell whether any word of a text runs from right to left."""
    if text.isascii():
        return False
    # A regular expression with these ranges would take longer to compile than a page to build
    return any(_is_rtl(char) for char in set(text))


def _is_rtl(char: str) -> bool:
    return (
        "\u0590" <= char <= "\u08ff" or "\ufb1d" <= char <= "\ufdff" or "\ufe70" <= char <= "\ufeff"
    )


def is_rtl(text: str) -> bool:
    """Tell whether a text runs from right to left, by its first strong character."""
    if not has_rtl(text):
        return False
    return next((way for char in text if (way := bidirectional(char)) in STRONG), "L") != "L"
