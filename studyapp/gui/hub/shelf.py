"""Reads what the hub lists from the workspace, and keeps it: entries, trash, index of words.

The panel asks for `read` after each change and hears `ready()` once a job has made the rows.
Courses that are not open are read when they are first asked for, one at a time.
"""

from __future__ import annotations

from collections import Counter
from itertools import islice
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from studyapp.gui.hub import scopes
from studyapp.gui.hub.entries import closed_source, entries_of, source_of
from studyapp.gui.hub.words import TextIndex
from studyapp.model import Change, Kind, State, StudyError
from studyapp.placing import SURVEYED

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from studyapp.gui.context import Context
    from studyapp.gui.hub.entries import Entry, Source
    from studyapp.gui.jobs import Tick
    from studyapp.model import Annotation
    from studyapp.notes.notebook import Notebook

EVERYTHING = "*"
"""Stands for all sections; it cannot be the path of one."""
SLICE_SECONDS = 0.03
"""So long annotations are read before the window is heard again."""
FEW = 500
"""So many new texts are taken into the index at once; more are a job."""


class Kept(NamedTuple):
    """What is kept of one reading."""

    here: Sequence[Entry] = ()
    """Of the open course."""
    others: Sequence[Entry] = ()
    """Of all other courses."""
    trash: Sequence[Entry] = ()
    """Of all courses that were read, what was removed last first."""


class Shelf(QObject):
    """Entries at hand.

    Signals: `ready()` when they have changed; `indexed()` when the index of their words is another;
    `failed(StudyError)` when the notebook cannot be read.
    """

    ready = Signal()
    indexed = Signal()
    failed = Signal(object)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.kept = Kept()
        self.index = TextIndex()
        self.loaded = False
        """Whether anything was read yet."""
        self.has_others = False
        """Whether the courses that are not open were read."""
        self._wants_others = False
        self._held: dict[str, dict[str, list[Annotation]]] = {}
        """Annotations by course and section."""
        self._due: dict[str, set[str]] = {}
        """Sections of them that are still to be read."""
        self._touched: set[str] = set()
        """Sections whose annotations have changed since they were read."""
        context.bridge.changed.connect(self._on_changed)
        self._reading = QTimer(self, singleShot=True, interval=0)
        self._reading.timeout.connect(self._read)

    def read(self) -> None:
        """Read what there is now; the window is painted before."""
        self._reading.start()

    @property
    def busy(self) -> bool:
        """Whether something is to be read at once."""
        return self._reading.isActive()

    def want_others(self) -> None:
        """Read the courses that are not open too, from now on."""
        if not self._wants_others:
            self._wants_others = True
            self.read()

    def tags(self, entries: Sequence[Entry]) -> Counter[str]:
        """Return the tags in use with their counts."""
        return Counter(tag for entry in entries for tag in entry.card.annotation.tags)

    def counts(self, section: str) -> dict[str, int | None]:
        """Return how many there are in each scope; None where that is not known yet."""
        kept, all_read = self.kept, self.has_others
        own = sum(entry.card.section == section for entry in kept.here)
        return {
            scopes.SECTION: own if self.loaded else None,
            scopes.COURSE: len(kept.here) if self.loaded else None,
            scopes.ALL: len(kept.here) + len(kept.others) if all_read else None,
            scopes.TRASH: len(kept.trash) if all_read and kept.trash else None,
        }

    @property
    def lost(self) -> list[Entry]:
        """The entries of the open course whose passage is not found."""
        return [entry for entry in self.kept.here if entry.card.state is State.ORPHANED]

    def _read(self) -> None:
        """Read for a moment; when all is read, let a job make rows of it."""
        try:
            sources = self._sources()
        except StudyError as error:
            self.failed.emit(error)
            return
        if sources is None:
            self._reading.start()
            return
        before = {entry.id: entry for part in self.kept for entry in part}
        self._context.jobs.run(
            lambda tick: _kept(sources, before, tick), done=self._take, key="hub", first=True
        )

    def _sources(self) -> list[Source] | None:
        """Return what there is, removed annotations too: of the open course, then of others.

        None if there is still something to be read.
        """
        workspace = self._context.workspace
        course, notebook = workspace.course, workspace.notes.notebook
        if notebook is None:
            return [source_of(course, (), ())]
        others = notebook.courses() if self._wants_others else ()
        others = [one for one in others if one != course.id]
        if not self._keep_up(notebook, (course.id, *others)):
            return None
        report = workspace.whereabouts.report()
        sources = [source_of(course, self._annotations(course.id), report)]
        for one in others:
            title = str(notebook.course_description(one).get("title", ""))
            sources.append(closed_source(one, title, self._annotations(one)))
        return sources

    def _keep_up(self, notebook: Notebook, courses: Collection[str]) -> bool:
        """Read what was not read before or touched since, for a moment; return whether it is all.

        Others than these courses may be other ones when they are asked for again.
        """
        touched, self._touched = self._touched, set()
        if EVERYTHING in touched:
            self._due.clear()
        for course in courses:
            if course not in self._due:
                self._due[course] = notebook.all_sections(course)
                self._held[course] = {}
            self._due[course] |= touched - {EVERYTHING}
        self._due = {course: self._due[course] for course in courses}
        self._held = {course: self._held[course] for course in courses}
        until = perf_counter() + SLICE_SECONDS
        for course, due in self._due.items():
            for section in tuple(due):
                self._held[course][section] = list(notebook.of_section(course, section).values())
                due.remove(section)
                if perf_counter() > until:
                    return False
        return True

    def _annotations(self, course: str) -> list[Annotation]:
        return [one for made in self._held[course].values() for one in made]

    def _on_changed(self, change: Change) -> None:
        """Remember which sections are to be read again."""
        if Kind.NOTES in change.kinds and change.origin != SURVEYED:
            self._touched |= change.sections or {EVERYTHING}

    def _take(self, kept: Kept) -> None:
        self.kept, self.loaded, self.has_others = kept, True, self._wants_others
        held = self.index.texts
        unheard = (entry for part in kept for entry in part if held.get(entry.id) != entry.text)
        fresh = list(islice(unheard, FEW + 1))
        if len(fresh) > FEW:
            self._context.jobs.run(
                lambda tick: _indexed(kept, tick), done=self._take_index, key="hub words"
            )
        else:
            for entry in fresh:
                self.index.add(entry.id, entry.text)
        self.ready.emit()

    def _take_index(self, index: TextIndex) -> None:
        self.index = index
        self.indexed.emit()


def _kept(sources: Sequence[Source], before: Mapping[str, Entry], tick: Tick) -> Kept:
    """Return the entries of sources, the open course's first; those of `before` are used again."""
    shown = [source.without(removed=True) for source in sources]
    removed = [source.without(removed=False) for source in sources]
    trash = entries_of(removed, before, tick)
    trash.sort(key=lambda entry: entry.card.annotation.modified, reverse=True)
    return Kept(entries_of(shown[:1], before, tick), entries_of(shown[1:], before, tick), trash)


def _indexed(kept: Kept, tick: Tick) -> TextIndex:
    index = TextIndex()
    entries = [entry for part in kept for entry in part]
    for number, entry in enumerate(entries):
        if number % FEW == 0:
            tick(number, len(entries))
        index.add(entry.id, entry.text)
    index.prepare()
    return index
