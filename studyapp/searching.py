"""Searching an open course: its text, its cards and the learner's notes.

The workspace has one `Searching`; the command line and, on the job lane, the window call its verbs.
All of them run on one thread at a time. The index rests in the cache folder and is brought up to
date by `update`; what is damaged or missing is built again when it is needed. A first build runs in
a process of its own, since a busy Python thread would hold the window back.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from studyapp import indexing
from studyapp.indexing import (
    changed_keys,
    notes_index,
    text_index,
    update_apart,
    wanted_marks,
)
from studyapp.search.index import BusyError, DamagedError, Mark
from studyapp.search.passages import KINDS, MARKED, of_annotation
from studyapp.search.query import parse
from studyapp.search.scopes import scope_of, within
from studyapp.search.session import Session
from studyapp.search.snapshot import Snapshot

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
    from pathlib import Path

    from studyapp.book import Book
    from studyapp.model import Annotation, Course
    from studyapp.search.hits import Hit, Results
    from studyapp.search.index import Index
    from studyapp.search.pagefind import Found, Pattern
    from studyapp.search.titles import TitleHit, Titles

    Tick = Callable[[int, int], object]

MANY = 60
"""Changed sections from which an update runs in a process of its own."""


class Counts(NamedTuple):
    """What an update did, and what there is now."""

    sections: int
    passages: int
    updated: int
    removed: int


class Searching:
    """The verbs of searching; one thread at a time."""

    def __init__(self, book: Book) -> None:
        """Take the open course; nothing is read or built yet."""
        self._book = book
        self._open: dict[Path, Snapshot] = {}
        self._session: Session | None = None
        self._titles: tuple[Course, Titles] | None = None

    # The index

    def is_current(self) -> bool:
        """Return whether the index holds the course as its files are now, at a glance."""
        marks = self._text.marks()
        return marks is not None and wanted_marks(self._book.course, marks) == marks

    def outdated(self) -> int:
        """Return how many sections the index misses, or holds as they no longer are."""
        marks = self._text.marks() or {}
        wanted = wanted_marks(self._book.course, marks)
        return len(changed_keys(wanted, marks)) + len(marks.keys() - wanted.keys())

    def update(
        self, tick: Tick | None = None, *, thorough: bool = False, apart: bool = True
    ) -> Counts:
        """Bring the index up to date with the course.

        Files of the same size and time count as unchanged unless `thorough`. Much work is done in a
        process of its own unless not `apart`. `tick(done, total)` may raise to end it; what was
        done is kept. StudyError when the cache folder cannot be written, or another process has
        been writing for ten seconds.
        """
        course, home, compiler = self._book.course, self._book.home, self._book.compiler
        marks = self._text.marks() or {}
        if apart and len(todo := changed_keys(wanted_marks(course, marks), marks)) >= MANY:
            gone = marks.keys() - course.by_id.keys()
            update_apart(course, home, tick)
            done = (len(todo), len(gone))
        else:
            done = indexing.update(course, home, compiler, tick, thorough=thorough)
        snapshot = self._snapshot(self._text)
        if snapshot is None:
            return Counts(0, 0, *done)
        passages = snapshot.size - len(snapshot.deleted)
        return Counts(len(self._text.marks() or ()), passages, *done)

    def update_notes(self, annotations: Iterable[Annotation]) -> None:
        """Bring the index of notes up to date: with all annotations of the course, as they are."""
        made = {one.id: one for one in annotations if not one.status}
        wanted = {key: Mark(f"{one.modified} {one.section}") for key, one in made.items()}
        with suppress(BusyError):  # another window does the same, with the same notebook
            self._notes.update(wanted, lambda keys: (of_annotation(made[key]) for key in keys))

    def is_built(self) -> bool:
        """Return whether there is an index to search, current or not."""
        return self._text.marks() is not None

    def clear(self) -> None:
        """Throw the index away; the next search builds it again."""
        self.close()
        for index in (self._text, self._notes):
            index.clear()

    def close(self) -> None:
        """Let go of the files of the index."""
        self._session = None
        for snapshot in self._open.values():
            snapshot.close()
        self._open.clear()

    # Asking

    def stream(
        self,
        text: str,
        *,
        kinds: Collection[str] = KINDS,
        sections: Collection[str] | None = None,
        marked: bool = False,
        states: Mapping[str, Collection[str]] | None = None,
        limit: int = 50,
        tick: Tick | None = None,
    ) -> Iterator[Results]:
        """Yield what a query finds, more each time, the last results complete.

        `kinds` and `sections` say where to search, `marked` only in what the learner highlighted or
        underlined; `states` gives the ids of the sections that `is:` can ask for, by its value
        ("unread"). `limit` bounds the hits, not the total. `tick` may raise to end the search, as
        when another letter was typed.
        """
        course = self._book.course
        query = parse(text)
        scope, problems = scope_of(query, _places(course), kinds, sections, states or {})
        if marked:
            scope = within(scope, MARKED)
        trail = _Trails(course)
        for again in (False, True):
            try:
                session = self._current(tick)
                pause = (lambda: tick(0, 0)) if tick else lambda: None
                for results in session.search(query, scope, trail, limit, pause):
                    yield replace(results, problems=(*query.problems, *problems))
            except DamagedError:
                if again:
                    raise
                self.clear()
            else:
                return

    def search(
        self,
        text: str,
        *,
        kinds: Collection[str] = KINDS,
        sections: Collection[str] | None = None,
        states: Mapping[str, Collection[str]] | None = None,
        limit: int = 50,
    ) -> Results:
        """Return all that a query finds; see `stream`."""
        *_, results = self.stream(text, kinds=kinds, sections=sections, states=states, limit=limit)
        return results

    def like(self, section: str, start: int, end: int, limit: int = 10) -> list[Hit]:
        """Return the passages most like a stretch of a section, one of each section."""
        text = self._book.page(section).text[start:end]
        trails, own = _Trails(self._book.course), (section, start, end)
        try:
            return self._current(None).like(text, trails, limit, own)
        except DamagedError:
            self.clear()
            return self._current(None).like(text, trails, limit, own)

    def titles(self, text: str, limit: int = 20) -> list[TitleHit]:
        """Return the sections whose titles answer what was typed, slips forgiven."""
        from studyapp.search.titles import Titles  # noqa: PLC0415 - other searches need none

        course = self._book.course
        if self._titles is None or self._titles[0] is not course:
            self._titles = course, Titles(_places(course))
        return self._titles[1].find(text, limit)

    # In texts, without the index

    def marks(self, text: str, section: str) -> list[tuple[int, int]]:
        """Return where the words of a query stand in a section, as its file is now."""
        from studyapp.search.marking import marks  # noqa: PLC0415 - as for titles

        return marks(parse(text), self._book.page(section).text, self._book.course.language)

    def find(
        self, pattern: Pattern, sections: Iterable[str], tick: Tick | None = None
    ) -> Iterator[tuple[str, Found]]:
        """Yield each section in which a pattern stands, with the places; find in page, for several.

        It ends after the first problem, which is told with the places found up to there.
        """
        from studyapp.search.pagefind import find  # noqa: PLC0415 - `regex` is for this alone

        everything = list(sections)
        for done, section in enumerate(everything):
            if tick:
                tick(done, len(everything))
            found = find(pattern, self._book.page(section).text)
            if found.spans or found.problem:
                yield section, found
            if found.problem:
                return

    # How

    @property
    def _text(self) -> Index:
        return text_index(self._book.course, self._book.home, self._book.compiler.edition)

    @property
    def _notes(self) -> Index:
        return notes_index(self._book.course, self._book.home, self._book.compiler.edition)

    def _current(self, tick: Tick | None) -> Session:
        """Return a session of the index as it is now, building it when there is none."""
        text = self._snapshot(self._text)
        if text is None:
            self.update(tick)
            text = self._snapshot(self._text)
        found = [one for one in (text, self._snapshot(self._notes)) if one is not None]
        if self._session is None or self._session.snapshots != found:
            self._session = Session(found, self._book.course.language)
        return self._session

    def _snapshot(self, index: Index) -> Snapshot | None:
        generation = index.generation()
        known = self._open.get(index.folder)
        if known is not None and known.generation == generation:
            return known
        if known is not None:
            known.close()
            del self._open[index.folder]
        if not index.marks():
            return None
        try:
            self._open[index.folder] = Snapshot.open(index.folder)
        except DamagedError:
            index.clear()
        return self._open.get(index.folder)


class _Trails:
    """Breadcrumbs of a course, by section."""

    def __init__(self, course: Course) -> None:
        self._course = course

    def __call__(self, section: str) -> tuple[str, ...]:
        if section not in self._course.by_id:
            return ()
        return tuple(one.title for one in self._course.trail(section))


def _places(course: Course) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.id, tuple(above.title for above in course.trail(one.id))) for one in course.order]
