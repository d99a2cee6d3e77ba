"""What became of a marked passage when its course was updated: one row of the update report.

`updating` makes the rows, the workspace keeps them, the window shows them.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from studyapp.model import Annotation, Found


class Outcome(StrEnum):
    """What became of a passage."""

    KEPT = "kept"
    MOVED = "moved"
    CHANGED = "changed"
    ORPHANED = "orphaned"


class Moved(Struct, frozen=True):
    """One annotation in the update report."""

    annotation: Annotation
    outcome: Outcome
    """`kept` is the same words in the same section, wherever they stand there now; `moved`, the
    same words in another section; `changed`, other words, or too little around them to be sure."""
    section: str
    """Where it is now; empty for an orphan."""
    found: Found | None
    old: str
    """The passage as it was marked."""
    new: str
    """The passage as it is now; empty for an orphan."""

    @property
    def is_verbatim(self) -> bool:
        """Whether the words are those that were marked, however sure their place is."""
        return self.new == self.old
