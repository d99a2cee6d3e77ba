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
from studyapp.model import State, StudyError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studyapp.gui.context import Context
    from studyapp.gui.hub.entries import Entry, Source
    from studyapp.gui.jobs import Tick

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
    """Entries at hand. Signal: `ready()` when they, or the index of their words, have changed."""

    ready = Signal()

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
        self._reading = QTimer(self, singleShot=True, interval=0)
        self._reading.timeout.connect(self._read)

    def read(self) -> None:
        """Read what there is now; the window is painted before."""
        self._reading.start()

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
            here, others, removed = self._sources()
        except StudyError as error:
            self._context.messages.error(error, id="notebook")
            return
        before = {entry.id: entry for part in self.kept for entry in part}

        def work(tick: Tick) -> Kept:
            trash = entries_of(removed, before, tick)
            trash.sort(key=lambda entry: entry.card.annotation.modified, reverse=True)
            return Kept(entries_of(here, before, tick), entries_of(others, before, tick), trash)

        self._context.jobs.run(work, done=self._take, key="hub", first=True)

    def _sources(self) -> tuple[list[Source], list[Source], list[Source]]:
        """Return what there is in the open course, in others, and in the trash."""
        workspace = self._context.workspace
        notes, course = workspace.notes, workspace.course
        report = notes.report()
        here = [source_of(course, notes.all(), report)]
        removed = [source_of(course, notes.removed(), ())]
        others: list[Source] = []
        if self._wants_others and notes.notebook is not None:
            for course_id in notes.notebook.courses():
                if course_id != course.id:
                    title = str(notes.notebook.course_description(course_id).get("title", ""))
                    others.append(closed_source(course_id, title, notes.all(course_id)))
                    removed.append(closed_source(course_id, title, notes.removed(course_id)))
        return here, others, removed

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


def _indexed(pairs: list[tuple[str, str]], tick: Tick) -> TextIndex:
    index = TextIndex()
    for number, (entry_id, text) in enumerate(pairs):
        if number % FEW == 0:
            tick(number, len(pairs))
        index.add(entry_id, text)
    index.prepare()
    return index
