"""From the filters of a query to the scope of a search, in the course as it is.

`studyapp.searching` calls `scope_of`. A filter that means nothing here is told and passed over, so
that a slip never hides what is there.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from studyapp.search.analysis import terms
from studyapp.search.passages import KINDS
from studyapp.wording import translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from studyapp.search.query import Filter, Query
    from studyapp.search.snapshot import Snapshot

Places = Iterable[tuple[str, tuple[str, ...]]]
"""Every section's id, with the titles from its chapter down to its own."""


class Scope(Struct, frozen=True):
    """Where to search."""

    kinds: frozenset[str] = frozenset(KINDS)
    sections: frozenset[str] | None = None
    """Ids; None for all."""
    labels: frozenset[str] = frozenset()
    """All of these are borne by what is found."""
    without: frozenset[str] = frozenset()
    """None of these is."""

    def allows(self, snapshot: Snapshot) -> Callable[[Iterable[int]], set[int]] | None:
        """Return what picks the passages of an index that are in scope; None when all are."""
        if self == Scope():
            return None
        kinds = {KINDS.index(kind) for kind in self.kinds}
        borne = zip(snapshot.sections, map(frozenset, snapshot.labels), strict=True)
        owners = {
            place
            for place, (section, labels) in enumerate(borne)
            if (self.sections is None or section in self.sections)
            and self.labels <= labels
            and not self.without & labels
        }
        return lambda found: {
            one for one in found if snapshot.kinds[one] in kinds and snapshot.owners[one] in owners
        }


def within(scope: Scope, label: str) -> Scope:
    """Return a scope narrowed to what bears a label."""
    return replace(scope, labels=scope.labels | {label})


class _Narrowing:
    """Takes the filters in, one after the other."""

    def __init__(self, kinds: Collection[str], sections: Collection[str] | None) -> None:
        self.kinds = frozenset(kinds)
        self.sections = None if sections is None else frozenset(sections)
        self.labels: set[str] = set()
        self.without: set[str] = set()
        self.problems: list[str] = []

    def take_kind(self, one: Filter) -> None:
        named = frozenset(part for part in one.value.split(",") if part in KINDS)
        if not named:
            self.problems.append(
                translate(
                    "Search", "“in:{}” is not known; there are in:text, in:notes and in:cards."
                ).format(one.value)
            )
        else:
            self.kinds = self.kinds - named if one.excluded else self.kinds & named

    def take_sections(self, one: Filter, found: Collection[str], everything: Iterable[str]) -> None:
        chosen = frozenset(everything) - frozenset(found) if one.excluded else frozenset(found)
        self.sections = chosen if self.sections is None else self.sections & chosen

    def take_label(self, one: Filter) -> None:
        (self.without if one.excluded else self.labels).add(f"{one.name}:{one.value}")


def scope_of(
    query: Query,
    places: Places,
    kinds: Collection[str],
    sections: Collection[str] | None,
    states: Mapping[str, Collection[str]],
) -> tuple[Scope, tuple[str, ...]]:
    """Return where a query is to be searched, and what of its filters was not understood."""
    narrowing = _Narrowing(kinds, sections)
    places = list(places) if query.filters else ()
    for one in query.filters:
        if one.name == "in":
            narrowing.take_kind(one)
        elif one.name in ("tag", "color"):
            narrowing.take_label(one)
        else:
            _take_place(narrowing, one, places, states)
    scope = Scope(
        narrowing.kinds,
        narrowing.sections,
        frozenset(narrowing.labels),
        frozenset(narrowing.without),
    )
    return scope, tuple(narrowing.problems)


def _take_place(
    narrowing: _Narrowing,
    one: Filter,
    places: Collection[tuple[str, tuple[str, ...]]],
    states: Mapping[str, Collection[str]],
) -> None:
    everything = [section for section, _ in places]
    if one.name == "is":
        if one.value in states:
            narrowing.take_sections(one, states[one.value], everything)
        else:
            known = ", ".join(f"is:{name}" for name in states) or translate(
                "Search", "none in this search"
            )
            narrowing.problems.append(
                translate("Search", "“is:{}” is not known; there are: {}.").format(one.value, known)
            )
        return
    found = [section for section, trail in places if _is_in_chapter(one.value, section, trail)]
    if not found:
        narrowing.problems.append(
            translate("Search", "No chapter is called “{}”.").format(one.value)
        )
    narrowing.take_sections(one, found or everything, everything)


def _is_in_chapter(value: str, section: str, trail: tuple[str, ...]) -> bool:
    """Return whether a chapter is meant: by its number, the name of its folder, or its title."""
    folder = section.partition("/")[0]
    number = folder.partition("-")[0]
    if value.isdigit():
        return number.isdigit() and int(number) == int(value)
    wanted = terms(value)
    title = terms(trail[0]) if trail else []
    return folder.casefold().startswith(value) or (bool(wanted) and set(wanted) <= set(title))
