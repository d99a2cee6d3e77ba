"""Which rows of the hub are shown, in which order, under which headings.

Pure functions on `Entry` rows; with 50,000 of them a key takes less than a tenth of a second.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Literal, NamedTuple

from studyapp.gui.hub.entries import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from studyapp.gui.hub.entries import Entry
    from studyapp.gui.hub.words import WordFinder

Order = Literal["place", "time", "relevance"]


@dataclass(frozen=True, slots=True)
class Criteria:
    """What is wanted; what is empty does not matter."""

    words: str = ""
    colors: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    """All of them are wanted; of the others, any."""
    states: frozenset[str] = frozenset()
    first_day: str = ""
    last_day: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether everything is wanted."""
        return not any(getattr(self, field.name) for field in fields(self))


class HubView(NamedTuple):
    """Where the hub looks and what for."""

    scope: str
    is_lost: bool
    """Whether only passages that are not found are listed."""
    order: Order
    criteria: Criteria


class Header(NamedTuple):
    """The head of a group."""

    title: str
    of: str
    """Title of the course; empty where all are of one course."""
    count: int


def filtered(finder: WordFinder, wanted: Criteria) -> list[Entry]:
    """Return the entries that are wanted, in the same order."""
    rows = finder.find(wanted.words)
    for keep in _checks(wanted):
        rows = [row for row in rows if keep(row)]
    return rows


def _checks(wanted: Criteria) -> Iterable[Callable[[Entry], bool]]:
    if wanted.colors:
        yield lambda row: row.card.annotation.color in wanted.colors
    if wanted.kinds:
        yield lambda row: row.card.annotation.kind in wanted.kinds
    if wanted.states:
        yield lambda row: row.card.state in wanted.states
    if wanted.tags:
        yield lambda row: wanted.tags.issubset(row.card.annotation.tags)
    if wanted.first_day:
        yield lambda row: row.day >= wanted.first_day
    if wanted.last_day:
        yield lambda row: "" < row.day <= wanted.last_day


def ordered(rows: list[Entry], order: Order, words: str = "") -> list[Entry]:
    """Return rows that stand by place in another order; among equals that of place is kept."""
    if order == "time":
        return sorted(rows, key=lambda row: row.card.annotation.modified, reverse=True)
    if order == "relevance":
        score = _relevance(fold(words))
        return sorted(rows, key=lambda row: -score(row.text))
    return rows


def _relevance(sought: str) -> Callable[[str], int]:
    """Return how well a text fits: whole phrase, then whole words, then parts of words."""
    whole = f" {sought} "
    words = sought.split() if " " in sought else []

    def score(text: str) -> int:
        found = 8 * (whole in text) + 4 * (sought in text)
        return found + sum(2 * (f" {word} " in text) + (word in text) for word in words)

    return score


def grouped(
    rows: Sequence[Entry], order: Order, name: Callable[[Entry], tuple[str, str]]
) -> dict[int, Header]:
    """Return where groups begin: by section, or by day; none when sorted by relevance.

    `name` gives the title of a row's group, and the course's if it matters.
    """
    if order == "relevance":
        return {}
    keys = [row.day for row in rows] if order == "time" else [row.group for row in rows]
    counts = Counter(keys)
    starts = [n for n, key in enumerate(keys) if n == 0 or key != keys[n - 1]]
    return {n: Header(*name(rows[n]), counts[keys[n]]) for n in starts}


def nearest(rows: Sequence[Entry], course: str, section: int, offset: int) -> int:
    """Return the row nearest to an offset of the section at a place in the course."""

    def distance(number: int) -> tuple[bool, int, int]:
        row = rows[number]
        return row.course != course, abs(row.place[0] - section), abs(row.place[1] - offset)

    return min(range(len(rows)), key=distance)
