"""What one chooses before printing; remembered from one time to the next in `gui.memory`."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct


class Choices(Struct, frozen=True, omit_defaults=True):
    """How pages are set on paper, and what of the notebook goes with them."""

    scope: Literal["section", "chapter", "course"] = "section"
    paper: Literal["", "A4", "Letter"] = ""
    """Empty for what is usual where the user lives."""
    margins: Literal["narrow", "normal", "wide"] = "normal"
    text_size: float = 11.0
    """In points."""
    highlights: bool = True
    """Whether highlights and underlines are shown."""
    notes: Literal["none", "end", "margin"] = "end"
    """Where the words of notes stand: after their section, or beside their passages."""
    answers: bool = True
    """Whether the answers of cards are shown."""
    addresses: bool = True
    """Whether the addresses of links are listed after each section."""
