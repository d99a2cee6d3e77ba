"""Which icon and which hue stand for each kind of callout."""

from __future__ import annotations

from types import MappingProxyType
from typing import NamedTuple


class Look(NamedTuple):
    """How a callout of one kind looks."""

    icon: str
    hue: str
    """Role of the theme."""


LOOKS = MappingProxyType(
    {
        "note": Look("info", "callout_note"),
        "info": Look("info", "callout_note"),
        "abstract": Look("clipboard-list", "callout_abstract"),
        "todo": Look("circle-check", "callout_note"),
        "tip": Look("lightbulb", "callout_tip"),
        "success": Look("check", "callout_success"),
        "question": Look("circle-help", "callout_question"),
        "warning": Look("triangle-alert", "callout_warning"),
        "failure": Look("x", "callout_danger"),
        "danger": Look("zap", "callout_danger"),
        "bug": Look("bug", "callout_danger"),
        "example": Look("flask-conical", "callout_example"),
        "quote": Look("quote", "callout_quote"),
        "important": Look("octagon-alert", "callout_example"),
        "details": Look("list", "callout_quote"),
    }
)


def look_of(kind: str) -> Look:
    """Return the look of a kind; an unknown kind looks like a note."""
    return LOOKS.get(kind, LOOKS["note"])
