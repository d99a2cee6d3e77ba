"""Reads what the hub lists from the workspace, and keeps it: entries, trash, index of words.

The panel asks for `read` after each change and hears `ready()` once a job has made the rows.
Courses that are not open are read when they are first asked for, one at a time.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from studyapp.gui.hub import scopes
from studyapp.gui.hub.entries import closed_source, entries_of, source_of
from studyapp.gui.hub.words import TextIndex
from studyapp.model import Change, Kind, State, StudyError
from studyapp.placing import SURVEYED

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from studyapp.gui.context import Context
    from studyapp.gui.hub.entries import Entry, Source
    from studyapp.gui.jobs import Tick
    from studyapp.model import Annotation
    from studyapp.notes.notebook import Notebook

EVERYTHING = "*"
"""Stands for all sections; it cannot be the path of one."""
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

    Signals: `ready()` when they, or the index of their words, have changed; `failed(StudyError)`
    when the notebook cannot be read.
    """

    ready = Signal()
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
        try:
            sources = self._sources()
        except StudyError as error:
            self.failed.emit(error)
            return
        before = {entry.id: entry for part in self.kept for entry in part}
        self._context.jobs.run(
            lambda tick: _kept(sources, before, tick), done=self._take, key="hub", first=True
        )

    def _sources(self) -> list[Source]:
        """Return what there is, removed annotations too: of the open course, then of others."""
        workspace = self._context.workspace
        notes, course = workspace.notes, workspace.course
        notebook = notes.notebook
        if notebook is None:
            return [source_of(course, (), ())]
        others = notebook.courses() if self._wants_others else ()
        others = [one for one in others if one != course.id]
        self._keep_up(notebook, (course.id, *others))
        sources = [source_of(course, self._annotations(course.id), notes.report())]
        for one in others:
            title = str(notebook.course_description(one).get("title", ""))
            sources.append(closed_source(one, title, self._annotations(one)))
        return sources

    def _keep_up(self, notebook: Notebook, courses: Iterable[str]) -> None:
        """Read courses that were not read before, and of the others the sections touched since."""
        touched, self._touched = self._touched, set()
        for course in courses:
            held = self._held.get(course)
            if held is None or EVERYTHING in touched:
                self._held[course] = held = {}
                for one in notebook.annotations(course).values():
                    held.setdefault(one.section, []).append(one)
            else:
                for section in touched:
                    held[section] = list(notebook.of_section(course, section).values())
        for course in self._held.keys() - set(courses):
            del self._held[course]  # it may be another one when it is asked for again

    def _annotations(self, course: str) -> list[Annotation]:
        return [one for made in self._held[course].values() for one in made]

    def _on_changed(self, change: Change) -> None:
        """Remember which sections are to be read again."""
        if Kind.NOTES in change.kinds and change.origin != SURVEYED:
            self._touched |= change.sections or {EVERYTHING}

    def _take(self, kept: Kept) -> None:
        self.kept, self.loaded, self.has_others = kept, True, self._wants_others
        fresh = [
            (entry.id, entry.text)
            for part in kept
            for entry in part
            if self.index.texts.get(entry.id) != entry.text
        ]
        if len(fresh) <= FEW:
            self._extend(self.index, fresh)
        else:
            pairs = [(entry.id, entry.text) for part in kept for entry in part]
            self._context.jobs.run(
                lambda tick: _indexed(pairs, tick), done=self._take_index, key="hub words"
            )
        self.ready.emit()

    @staticmethod
    def _extend(index: TextIndex, pairs: list[tuple[str, str]]) -> None:
        for entry_id, text in pairs:
            index.add(entry_id, text)

    def _take_index(self, index: TextIndex) -> None:
        self.index = index
        self.ready.emit()


def _kept(sources: Sequence[Source], before: Mapping[str, Entry], tick: Tick) -> Kept:
    """Return the entries of sources, the open course's first; those of `before` are used again."""
    shown = [source.without(removed=True) for source in sources]
    removed = [source.without(removed=False) for source in sources]
    trash = entries_of(removed, before, tick)
    trash.sort(key=lambda entry: entry.card.annotation.modified, reverse=True)
    return Kept(entries_of(shown[:1], before, tick), entries_of(shown[1:], before, tick), trash)


def _indexed(pairs: list[tuple[str, str]], tick: Tick) -> TextIndex:
    index = TextIndex()
    for number, (entry_id, text) in enumerate(pairs):
        if number % FEW == 0:
            tick(number, len(pairs))
        index.add(entry_id, text)
    index.prepare()
    return index
