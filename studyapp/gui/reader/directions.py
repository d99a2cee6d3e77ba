"""Which way a text runs."""

from __future__ import annotations

import re

STRONG = re.compile(
    "[A-Za-z\u00c0-\u058f\u0900-\u1fff\u3040-\ud7ff]|([\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff])"
)
"""A character with a direction of its own; the group holds it if that is right to left."""


def is_rtl(text: str) -> bool:
    """Tell whether a text runs from right to left, by its first strong character."""
    if text.isascii():
        return False
    found = STRONG.search(text)
    return bool(found and found.group(1))


def has_rtl(text: str) -> bool:
    """Tell whether any word of a text runs from right to left."""
    return not text.isascii() and any(match.group(1) for match in STRONG.finditer(text))
