"""What was read of the open course, and every act on that: the workspace's `progress`.

Pages tell of attention with `dwell`, the learner marks by hand with `mark`; panels, header, search
and the command line ask for states and sums. Looking up is quick and touches no file. Reading a
long log, and measuring a course, is handed out as work for the job lane (`loading`, `measuring`)
and its results are taken on the thread that asks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from studyapp.journaling import Journal
from studyapp.measuring import Measures, Wish, measured, of_page, pieces
from studyapp.model import Change, Kind
from studyapp.study import progresscache
from studyapp.study.progress import NOTHING, Record, Standing, Summary, entry_of, fold, summary

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from studyapp.book import Book
    from studyapp.model import Section
    from studyapp.notekeeping import Keeper
    from studyapp.page import Page
    from studyapp.study.progress import Entry
    from studyapp.study.progresscache import Measure, Stamp

GLANCE_SECONDS = 5.0
"""A shorter visit is no reading: it is noted once, as `seen`."""
MOST_STRANGERS = 500
"""Among more sections than these that were never opened, none is looked for that was renamed."""
FEW = 200
"""For more sections at once all sums are made anew."""


class Loaded(NamedTuple):
    """The log, read: what it says, and its stamps before that."""

    stamps: dict[str, Stamp]
    records: dict[str, Record]


class Progress:
    """States, sums and marks of reading, for one course."""

    def __init__(self, book: Book, keeper: Keeper, tell: Callable[[Change], None]) -> None:
        """Take the open course, who keeps the notebook, and whom to tell; nothing is read yet."""
        self._book = book
        self._tell = tell
        self._journal = Journal(book.course, book.home, keeper)
        self._file = book.home.cache / "reading" / f"{book.course.id}.msgpack"
        self._kept: progresscache.Kept | None = None
        self._fresh = False
        self._waiting: list[dict[str, Any]] = []
        self._sums: dict[str, Summary] = {}
        self._summed_course = book.course

    # What there is

    @property
    def _known(self) -> progresscache.Kept:
        if self._kept is None:
            self._kept = progresscache.read(self._file)
        return self._kept

    def state(self, section: str) -> Standing:
        """Return how a section stands."""
        return self._standing(section, self._known)

    def states(self) -> dict[str, Standing]:
        """Return how each section stands that has a page."""
        known = self._known
        return {one.id: self._standing(one.id, known) for one in self._pages()}

    def named(self) -> Mapping[str, Collection[str]]:
        """Return the sections that a search can ask for: is:unread, seen, read, changed.

        What is not read as it now is counts as unread: unseen, seen or changed.
        """
        states = self.states()
        found = {
            name: frozenset(one for one, state in states.items() if state == name)
            for name in (Standing.SEEN, Standing.READ, Standing.CHANGED)
        }
        return {"unread": states.keys() - found[Standing.READ], **found}

    def summary(self, section: str = "") -> Summary:
        """Return the sums of a section with all below it, by default of the course."""
        course = self._book.course
        if course is not self._summed_course:
            self._summed_course = course
            self._sums.clear()
        if section not in self._sums:
            top = course.by_id.get(section)
            pages = _pages_of(top.walk()) if top else [] if section else self._pages()
            self._sums[section] = self._summed(pages)
        return self._sums[section]

    def length(self, section: str) -> tuple[int, float] | None:
        """Return a section's words, and the seconds they take; None while they are not known."""
        measure = self._known.measures.get(section)
        return (measure.words, measure.seconds) if measure else None

    def next_unread(self, section: str) -> str:
        """Return the next section after this one that is not read; empty if all are."""
        course = self._book.course
        start = course.places.get(section, -1) + 1
        for one in _pages_of([*course.order[start:], *course.order[:start]]):
            if one.id != section and self.state(one.id) != Standing.READ:
                return one.id
        return ""

    def _standing(self, section: str, known: progresscache.Kept) -> Standing:
        record = known.records.get(section)
        if record is None:
            return Standing.UNSEEN
        measure = known.measures.get(section)
        return record.standing(measure.text if measure else "")

    def _summed(self, sections: Iterable[Section]) -> Summary:
        known = self._known
        return summary(
            (self._standing(one.id, known), self._record(one.id), self.length(one.id))
            for one in sections
        )

    def _pages(self) -> list[Section]:
        return _pages_of(self._book.course.order)

    # Reading it in

    def is_current(self) -> bool:
        """Return whether the log is as it was when it was read: no other device added to it."""
        return self._known.stamps == self._journal.stamps()

    def loading(self) -> Callable[[], Loaded]:
        """Return the work of reading the log; give its result to `take`."""
        stamps, entries = self._journal.stamps(), self._journal.reader()
        return lambda: Loaded(stamps, fold(entries()))

    def take(self, loaded: Loaded, origin: str = "") -> None:
        """Take the log as it was read, and tell everyone; one that has changed since is left."""
        if loaded.stamps != self._journal.stamps():
            return
        known = self._known
        known.stamps, known.records = loaded.stamps, loaded.records
        self._fresh = True
        self._apply(self._waiting)
        self._changed((), origin)

    def measuring(self, below: str = "") -> Callable[[], Measures] | None:
        """Return the work of measuring what is not known; None if there is none.

        Of all sections, else of those `below` one, without a look whether files have changed.
        """
        known = self._known.measures
        wishes = [wish for wish in self._wishes(below) if not below or wish.section.id not in known]
        return self.measuring_on(tuple(wishes)) if wishes else None

    def _wishes(self, below: str = "") -> list[Wish]:
        """Return what is to be measured: with its text where that was read, here or elsewhere."""
        known, course = self._known, self._book.course
        pages = _pages_of(course.by_id[below].walk()) if below else self._pages()
        strangers = sum(one.id not in known.records for one in pages)
        moved = bool(self._lost_texts()) and strangers <= MOST_STRANGERS
        return [
            Wish(
                one,
                known.measures.get(one.id),
                exact=bool(self._record(one.id).read) or (moved and one.id not in known.records),
            )
            for one in pages
        ]

    def _lost_texts(self) -> set[str]:
        """Return the texts that were read in sections which are not in the course any more."""
        here = self._book.course.by_id
        lost = (one for key, one in self._known.records.items() if key not in here)
        return {text for record in lost for text in record.read if text}

    def measuring_on(self, wishes: tuple[Wish, ...]) -> Callable[[], Measures]:
        """Return the work on what a piece of measuring has left."""
        book = self._book
        return lambda: measured(book, wishes)

    def take_measures(self, found: Mapping[str, Measure], origin: str = "") -> None:
        """Take what was measured, and tell everyone."""
        known = self._known.measures
        # A page that was shown meanwhile told more than a look at its file did
        found = {key: one for key, one in found.items() if not _tells_less(one, known.get(key))}
        if not found:
            return
        known.update(found)
        self._fresh = True
        lost = self._lost_texts()
        self._note(
            [
                {"kind": "read", "section": key, "text": one.text}
                for key, one in found.items()
                if one.text and self._was_read(key, one.text, lost)
            ]
        )
        self._changed(found, origin)

    def _was_read(self, section: str, text: str, lost: set[str]) -> bool:
        """Tell whether a text counts as read that the log does not name for this section."""
        is_new = section not in self._known.records
        return "" in self._record(section).read or (is_new and text in lost)

    def catch_up(self) -> None:
        """Read and measure all there is, however long it takes: for the command line."""
        if not self.is_current():
            self.take(self.loading()())
        for found in pieces(self._book, self._wishes()):
            self.take_measures(found)

    def take_page(self, section: Section, page: Page, origin: str = "") -> None:
        """Take a page that is on show for what the section now is."""
        made = of_page(self._book.course, section, page) if section.file else None
        if made and made != self._known.measures.get(section.id):
            self.take_measures({section.id: made}, origin)

    def _record(self, section: str) -> Record:
        return self._known.records.get(section, NOTHING)

    # Verbs

    def mark(self, sections: Iterable[str], *, read: bool = True, origin: str = "") -> None:
        """Mark sections as read, as they now are, or as unread: as if never seen."""
        pages = {one.id for one in self._pages()}
        marked = [one for one in sections if one in pages and self._differs(one, read=read)]
        measures = self._known.measures
        if read:
            texts = {one: measures[one].text if one in measures else "" for one in marked}
            self._note({"kind": "read", "section": key, "text": texts[key]} for key in marked)
        else:
            self._note({"kind": "unread", "section": key} for key in marked)
        if marked:
            self.store(by_hand=True)
            self._changed(marked, origin)

    def _differs(self, section: str, *, read: bool) -> bool:
        return self.state(section) != Standing.READ if read else self._record(section).seen

    def dwell(
        self,
        section: str,
        seconds: float,
        reached_end: bool,
        origin: str = "",
    ) -> None:
        """Take in a visit to a section: attention in seconds, and whether its end was on screen.

        It is written by the next `store`, so that turning a page waits for no disk.
        """
        before = self.state(section)
        if seconds >= GLANCE_SECONDS or (reached_end and before != Standing.READ):
            self._note([self._visit(section, seconds, reached_end)])
        elif before == Standing.UNSEEN:
            self._note([{"kind": "seen", "section": section}])
        if self.state(section) != before:
            self._changed([section], origin)

    def completes(self, section: str, seconds: float, reached_end: bool) -> bool:
        """Return whether a visit so far makes the section read, which it is not yet."""
        entry = _provisional(self._visit(section, seconds, reached_end))
        if entry is None or self.state(section) == Standing.READ:
            return False
        return self._record(section).after(entry).standing(entry.text) == Standing.READ

    def _visit(self, section: str, seconds: float, reached_end: bool) -> dict[str, Any]:
        measure = self._known.measures.get(section)
        return {
            "kind": "dwell",
            "section": section,
            "seconds": round(seconds, 1),
            "of": round(measure.seconds, 1) if measure else 0,
            "end": reached_end and measure is not None,
            "text": measure.text if measure else "",
        }

    def store(self, *, by_hand: bool = False) -> None:
        """Write what was noted since the last time; StudyError if nothing takes it."""
        if not self._waiting:
            return
        is_current = self.is_current()
        self._journal.append(self._waiting, by_hand=by_hand)
        self._waiting = []
        if is_current:
            self._known.stamps = self._journal.stamps()
        self._fresh = True

    def close(self) -> None:
        """Write what waits, and what makes the next start quick."""
        self.store()
        if self._fresh:
            progresscache.write(self._file, self._known)
            self._fresh = False

    def _note(self, entries: Iterable[dict[str, Any]]) -> None:
        entries = list(entries)
        self._waiting += entries
        self._apply(entries)

    def _apply(self, entries: Iterable[dict[str, Any]]) -> None:
        """Count entries that are not written yet: they will be the last ones."""
        records = self._known.records
        for line in entries:
            if entry := _provisional(line):
                records[entry.section] = self._record(entry.section).after(entry)

    def _changed(self, sections: Collection[str], origin: str) -> None:
        self._forget_sums(sections)
        self._tell(Change(frozenset({Kind.STUDY}), frozenset(sections), origin))

    def _forget_sums(self, sections: Collection[str]) -> None:
        course = self._book.course
        if not 0 < len(sections) <= FEW:
            self._sums.clear()
            return
        for section in sections:
            trail = course.trail(section) if section in course.by_id else ()
            for key in ("", *(one.id for one in trail)):
                self._sums.pop(key, None)


def _tells_less(one: Measure, known: Measure | None) -> bool:
    same = known is not None and (known.size, known.time) == (one.size, one.time)
    return known is not None and same and bool(known.text) and not one.text


def _provisional(line: Mapping[str, Any]) -> Entry | None:
    """Return a line as an entry that has no time yet."""
    return entry_of({"at": "", "device": "", "n": 0, **line})


def _pages_of(sections: Iterable[Section]) -> list[Section]:
    """Return the sections that have a page of their own to read."""
    return [one for one in sections if one.file]
