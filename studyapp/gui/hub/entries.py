"""The annotations of one or many courses as rows that can be filtered without a stall.

The panel says in `Source` what there is; a job makes `Entry` rows of it, in the order of the
courses, with all that a filter looks at worked out once.
"""

from __future__ import annotations

import unicodedata
from datetime import UTC, datetime
from typing import TYPE_CHECKING, NamedTuple

from studyapp.course.sources import readable_name
from studyapp.gui.noting.plain import plain_note
from studyapp.model import Found, State
from studyapp.notes.merging import TRASHED
from studyapp.notes.outcomes import Outcome
from studyapp.placing import Placed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from studyapp.model import Annotation, Course
    from studyapp.notes.outcomes import Moved

STATES = {
    Outcome.KEPT: State.ANCHORED,
    Outcome.MOVED: State.CHANGED,
    Outcome.CHANGED: State.CHANGED,
    Outcome.ORPHANED: State.ORPHANED,
}
LAST = 2**31
"""Place of the first section that is not in the course; also, offset of a passage not found."""
FRONTS = ("index.", "readme.")
"""How files begin that are the page of their folder."""
SLICE = 2000
"""Entries made between two looks at whether the work is still wanted."""


class Source(NamedTuple):
    """The annotations of one course, and what is known of the course."""

    course: str
    title: str
    annotations: Sequence[Annotation]
    sections: Mapping[str, tuple[int, str]]
    """Section id to its place in reading order and its title."""
    moved: Mapping[str, Moved]
    """By annotation: what is no longer as it was when it was marked."""
    is_open: bool
    places: Mapping[str, tuple[int, str]] = {}
    """As `sections`, with those that are gone after them; `entries_of` works them out."""

    def without(self, *, removed: bool) -> Source:
        """Return the same without removed annotations, or without the others."""
        kept = [one for one in self.annotations if (one.status == TRASHED) is not removed]
        return self._replace(annotations=kept)


class Entry(NamedTuple):
    """One row of the hub."""

    card: Placed
    course: str
    course_title: str
    title: str
    """Of its section."""
    place: tuple[int, int, str]
    """Of the section in the course, of the passage in the section, and its id."""
    group: str
    """The same for all entries of one section."""
    lengths: tuple[int, int]
    """Characters of the quote, and of the note as it is shown."""
    day: str
    """Of its last change, in local time: YYYY-MM-DD; empty if that is not known."""
    text: str
    """All its words, folded, between spaces."""

    @property
    def id(self) -> str:
        return self.place[2]

    @property
    def gone_from(self) -> str:
        """The folder in which its section was last known; empty while it is in the course."""
        return self.card.section.rpartition("/")[0] if self.place[0] >= LAST else ""


def source_of(course: Course, annotations: Sequence[Annotation], moved: Iterable[Moved]) -> Source:
    """Return the source for the open course."""
    sections = {section.id: (n, section.title) for n, section in enumerate(course.order)}
    by_id = {row.annotation.id: row for row in moved}
    return Source(course.id, course.title, annotations, sections, by_id, is_open=True)


def closed_source(course_id: str, title: str, annotations: Sequence[Annotation]) -> Source:
    """Return the source for a course that is not open: its sections by their ids alone."""
    ids = sorted({annotation.section for annotation in annotations})
    sections = {section: (n, last_title(section)) for n, section in enumerate(ids) if section}
    return Source(course_id, title or course_id, annotations, sections, {}, is_open=False)


def last_title(section: str) -> str:
    """Return what a section was probably called, of which only the id is known."""
    folder, _, file = section.rpartition("/")
    is_front = file.lower().startswith(FRONTS) and folder
    return readable_name(folder if is_front else file)


def _places_of_gone(source: Source) -> dict[str, tuple[int, str]]:
    """Return places after those of the course for sections that only annotations know."""
    known = {annotation.section for annotation in source.annotations}
    gone = known.difference(source.sections, ("",))
    if not gone:
        return {}
    from natsort import natsorted, ns  # noqa: PLC0415 - most courses lose no section

    gone = natsorted(gone, alg=ns.IGNORECASE)
    return {section: (LAST + n, last_title(section)) for n, section in enumerate(gone)}


def entries_of(
    sources: Iterable[Source],
    before: Mapping[str, Entry],
    tick: Callable[[int, int], object] = lambda _now, _total: None,
) -> list[Entry]:
    """Return the rows in the order of the courses; those of `before` that still hold are kept."""
    rows: list[Entry] = []
    days = Days()
    for given in sources:
        made: list[Entry] = []
        source = given._replace(places={**_places_of_gone(given), **given.sections})
        for number, annotation in enumerate(source.annotations):
            if number % SLICE == 0:
                tick(number, len(source.annotations))
            made.append(_entry(source, annotation, before.get(annotation.id), days))
        rows += sorted(made, key=lambda one: one.place)
    return rows


def _entry(source: Source, annotation: Annotation, before: Entry | None, days: Days) -> Entry:
    card = _placed(source, annotation)
    place, title = source.places.get(card.section, (LAST, ""))
    if before and before.card == card and before.title == title and before.place[0] == place:
        return before
    offset = card.found.start if card.found else (LAST if annotation.anchor else -1)
    text = fold(f"{_quote(annotation)} {annotation.note} {title} {' '.join(annotation.tags)}")
    where = (place if card.section else -1, offset, annotation.id)
    day = days.of(annotation.modified)
    group = f"{source.course}/{card.section}"
    lengths = len(_quote(annotation)), len(plain_note(annotation.note))
    of = source.course, source.title
    return Entry(card, *of, title, where, group, lengths, day, f" {text} ")


def _quote(annotation: Annotation) -> str:
    return annotation.anchor.quote if annotation.anchor else ""


def _placed(source: Source, annotation: Annotation) -> Placed:
    """Return where an annotation is as far as that is known without looking into the course."""
    row = source.moved.get(annotation.id)
    if row is not None:
        section, state = row.section or annotation.section, STATES[row.outcome]
        return Placed(annotation, section, row.found, state, row.is_verbatim)
    anchor, section = annotation.anchor, annotation.section
    if source.is_open and section and section not in source.sections:
        return Placed(annotation, section, None, State.ORPHANED)
    found = Found(anchor.start, anchor.end, State.ANCHORED) if anchor else None
    return Placed(annotation, section, found, State.ANCHORED)


def fold(text: str) -> str:
    """Return a text without differences of case and accent, white space as single spaces."""
    if not text.isascii():
        apart = unicodedata.normalize("NFKD", text)
        text = "".join(letter for letter in apart if not unicodedata.combining(letter))
    return " ".join(text.casefold().split())


class Days:
    """The local days of times in UTC; notes come many a day, so each hour is worked out once."""

    def __init__(self) -> None:
        self._known: dict[str, str] = {}

    def of(self, written: str) -> str:
        """Return the day of a time of the notebook; empty if it is none."""
        hour = written[:13]
        # Some places are half an hour off
        key = hour + ("a" if written[14:16] < "30" else "b")
        if key not in self._known:
            self._known[key] = _local_day(written)
        return self._known[key]


def _local_day(written: str) -> str:
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        return ""
    return moment.replace(tzinfo=moment.tzinfo or UTC).astimezone().date().isoformat()
