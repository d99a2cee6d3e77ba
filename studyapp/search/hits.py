"""What a search returns: values that the window and the command line show."""

from __future__ import annotations

from enum import IntEnum, StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

if TYPE_CHECKING:
    from collections.abc import Iterable


class Why(StrEnum):
    """In which form the words were found."""

    EXACT = "exact"
    STEM = "stem"
    PREFIX = "prefix"
    FUZZY = "fuzzy"


class Rung(IntEnum):
    """How well a passage answers, best first; within one form of the words."""

    PHRASE = 0
    """The words stand side by side, in their order."""
    TITLE = 1
    HEADING = 2
    NEAR = 3
    """They stand close together."""
    WORDS = 4
    """All of them stand in it."""
    SOME = 5
    """Some of them do."""


class Hit(Struct, frozen=True, gc=False):
    """A passage that was found."""

    kind: str
    """text, cards or notes."""
    key: str
    """The section's id; of a note, the id of the annotation."""
    section: str
    title: str
    """Of the section."""
    heading: str
    heading_id: str
    snippet: str
    marks: tuple[tuple[int, int], ...]
    """Where the words found stand in the snippet."""
    start: int
    """Where the best of them stand in the section's canonical text; of a note, in what was marked
    and written. `start` is `end` when only a title was found."""
    end: int
    score: float
    """Higher is better, in one result."""
    why: Why
    rung: Rung

    def shifted(self, by: int) -> Hit:
        """Return the hit at another place of the canonical text."""
        return replace(self, start=self.start + by, end=self.end + by)


class Group(Struct, frozen=True, gc=False):
    """The hits of one section."""

    section: str
    trail: tuple[str, ...]
    """Titles from the chapter down to the section itself: the breadcrumb."""
    count: int
    """Passages found in it."""
    hits: tuple[Hit, ...]
    """The best of them, best first."""


class Results(Struct, frozen=True, gc=False):
    """What has been found so far."""

    query: str
    hits: tuple[Hit, ...] = ()
    groups: tuple[Group, ...] = ()
    """The same hits by section, in the order of each section's best."""
    total: int = 0
    """Passages found, shown or not."""
    suggestion: str = ""
    """The query as it was probably meant."""
    problems: tuple[str, ...] = ()
    """What of the query was not understood, in whole sentences."""
    complete: bool = False
    """Whether nothing more will come."""


def in_order(hits: Iterable[Hit]) -> list[Hit]:
    """Return hits best first."""
    return sorted(hits, key=lambda hit: -hit.score)
