"""The words of the app: the values that every floor passes around.

Read this file first. Everything here is frozen and knows nothing of files, Qt or Whoosh.
A compiled section, its blocks and its canonical text are in `page.py`.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct

from studyapp.wording import translate

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class StudyError(Exception):
    """Something that the user can mend; told in one line, never as a traceback."""

    def __init__(self, what: str, why: str, hint: str = "") -> None:
        super().__init__(what, why, hint)
        self.what = what
        self.why = why
        self.hint = hint

    def __str__(self) -> str:
        """One line: `what: why (hint)`, which can still be said in another language."""
        if self.hint:
            return translate("StudyError", "{}: {} ({})").format(self.what, self.why, self.hint)
        return translate("StudyError", "{}: {}").format(self.what, self.why)


class Severity(StrEnum):
    """How much a problem in a course matters to its reader."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Problem(Struct, frozen=True):
    """Something wrong in a course's own files, told with its remedy."""

    severity: Severity
    file: str
    """POSIX path relative to the course root; empty when it concerns the course as a whole."""
    line: int
    """1-based; 0 when no line can be named."""
    message: str
    hint: str = ""


class Section(Struct, frozen=True):
    """One page of a course, or a chapter that groups pages."""

    id: str
    """POSIX path relative to the course root; for a chapter without a page, its folder."""
    title: str
    file: str
    """POSIX path of its Markdown file below the course root; empty for a group without a page."""
    children: tuple[Section, ...] = ()

    def walk(self) -> Iterator[Section]:
        """Yield this section and all below it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


class Course(Struct, frozen=True, dict=True):
    """A folder of Markdown as a tree of sections."""

    id: str
    title: str
    root: Path
    layout: str
    """Which of `course.layouts.LAYOUTS` read it."""
    sections: tuple[Section, ...]
    language: str = ""
    version: str = ""
    license: str = ""
    authors: tuple[str, ...] = ()
    description: str = ""
    aliases: tuple[tuple[str, str], ...] = ()
    """Other names that sections give themselves, each with the section's id."""
    problems: tuple[Problem, ...] = ()

    @cached_property
    def order(self) -> tuple[Section, ...]:
        """Every section in reading order, groups included."""
        return tuple(inner for section in self.sections for inner in section.walk())

    @cached_property
    def by_id(self) -> dict[str, Section]:
        """Section id to section."""
        return {section.id: section for section in self.order}

    @cached_property
    def places(self) -> dict[str, int]:
        """Section id to its place in reading order, from 0."""
        return {section.id: place for place, section in enumerate(self.order)}

    @cached_property
    def parents(self) -> dict[str, Section]:
        """Section id to the section that holds it; top sections are missing."""
        return {child.id: section for section in self.order for child in section.children}

    def trail(self, section_id: str) -> tuple[Section, ...]:
        """Return the sections from the top down to and with this one (the breadcrumb)."""
        trail = [self.by_id[section_id]]
        while (parent := self.parents.get(trail[0].id)) is not None:
            trail.insert(0, parent)
        return tuple(trail)

    def neighbor(self, section_id: str, step: int) -> Section | None:
        """Return the section `step` places on in reading order, if there is one."""
        place = self.places[section_id] + step
        return self.order[place] if 0 <= place < len(self.order) else None


class Kind(StrEnum):
    """What sort of thing a change touched."""

    COURSE = "course"
    NOTES = "notes"
    INDEX = "index"
    STUDY = "study"


class Change(Struct, frozen=True):
    """What a verb of the workspace changed, where, and on whose behalf."""

    kinds: frozenset[Kind]
    sections: frozenset[str] = frozenset()
    """Ids of the sections concerned; empty means all."""
    origin: str = ""
    """Name of the part that asked for it, which need not refresh itself."""


class Anchor(Struct, frozen=True):
    """How a passage is found again, in this edition of a course and in later ones.

    `start` and `end` are code-point offsets into the canonical text whose hash is `text`; the
    notebook keeps that text, so that a changed section can be compared with what was read.
    """

    quote: str
    prefix: str
    """Up to 32 characters before the quote."""
    suffix: str
    """Up to 32 characters after it."""
    start: int
    end: int
    text: str
    """Hash of the section's canonical text at the time: 16 hexadecimal digits."""


class Location(Struct, frozen=True):
    """A place in the open course: a section, and where in it."""

    section: str
    heading: str = ""
    """Heading id inside the section; empty for its top."""
    offset: int | None = None
    """Code-point offset into the canonical text; wins over `heading` when given."""
    end: int | None = None
    """Where the passage ends that begins at `offset`; one with an end is pointed out."""
    words: tuple[Anchor, ...] = ()
    """What finds a passage that an address names, or its first and last words; wins over all."""
    term: str = ""
    """What the link that leads here says; where that is defined at the place, it is the place."""


COLORS = ("yellow", "green", "blue", "pink", "purple")
"""Names of the highlight colors in files; themes say how each looks, the user what it is called."""


class State(StrEnum):
    """How sure we are of where an anchor stands in the course as it now is."""

    ANCHORED = "anchored"
    CHANGED = "changed"
    ORPHANED = "orphaned"


class Found(NamedTuple):
    """Where a passage stands now, as code-point offsets into a section's canonical text."""

    start: int
    end: int
    state: State


class Annotation(Struct, frozen=True):
    """What a learner marked or wrote; one file in the notebook."""

    id: str
    """A ULID."""
    kind: str
    """highlight, underline, note, bookmark, question, card."""
    section: str
    anchor: Anchor | None
    """None for a note on a whole section, or a free note (whose section is empty)."""
    note: str = ""
    """Markdown, verbatim."""
    color: str = ""
    tags: tuple[str, ...] = ()
    created: str = ""
    """UTC, ISO 8601 with milliseconds and `Z`."""
    modified: str = ""
    status: str = ""
    """`trashed` when removed; empty otherwise."""
    other: tuple[tuple[str, object], ...] = ()
    """Keys of the file that this version does not know, kept as they were."""
