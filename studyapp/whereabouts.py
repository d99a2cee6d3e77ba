"""Where the annotations of the open course are in it as it now is.

The workspace has one `Whereabouts`: page and panels ask it what a section shows, and `annotating`
which passage an act is on. Texts are compared by `surveying`; what a survey of the whole course
found is held here until the course changes again. Nothing here writes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from studyapp.model import Annotation, Change, Kind, State
from studyapp.notes.merging import TRASHED
from studyapp.notes.outcomes import Outcome
from studyapp.placing import Placed
from studyapp.surveying import Finder, Survey, placed_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from studyapp.book import Book
    from studyapp.notekeeping import Keeper
    from studyapp.notes.outcomes import Moved


class Whereabouts:
    """The places of the open course's annotations."""

    def __init__(self, book: Book, keeper: Keeper, tell: Callable[[Change], None]) -> None:
        """Take the open course, who keeps the notebook, and whom to tell of a survey."""
        self._book = book
        self._keeper = keeper
        self._tell = tell
        self._finder = Finder(self._old_text)
        self._moved: dict[str, Moved] = {}
        self.surveyed = False
        """Whether it is known what became of all passages in the course as it now is."""

    def of_section(self, section: str) -> list[Placed]:
        """Return what is annotated on a section, by place; orphans last.

        A passage that moved to another section is found there once a survey was taken.
        """
        notebook = self._keeper.notebook
        if notebook is None:
            return []
        own = notebook.of_section(self._course, section).values()
        text = self._book.page(section).text
        placed = placed_in(
            (one for one in own if one.status != TRASHED), section, text, self._finder
        )
        stayed = [one for one in placed if one.found or not self._left(one.annotation)]
        return sorted([*stayed, *self._arrived(section, text)], key=lambda one: one.order)

    def _left(self, annotation: Annotation) -> bool:
        """Tell whether a passage is known to be in another section now."""
        row = self._moved.get(annotation.id)
        return bool(row and row.section and row.annotation.anchor == annotation.anchor)

    def _arrived(self, section: str, text: str) -> Iterable[Placed]:
        for row in self._moved.values():
            if row.section != section or row.annotation.section == section or row.found is None:
                continue
            current = self._current(row.annotation.id)
            same = text[row.found.start : row.found.end] == row.new
            if current and self._left(current) and same and current.status != TRASHED:
                yield Placed(current, section, row.found, State.CHANGED, row.is_verbatim)

    def place(self, annotation: Annotation) -> Placed:
        """Return where an annotation of the open course is now, as far as is known."""
        row = self._moved.get(annotation.id)
        if row and row.section and row.section != annotation.section and self._left(annotation):
            return Placed(annotation, row.section, row.found, State.CHANGED, row.is_verbatim)
        section = annotation.section
        if section not in self._book.course.by_id:
            state = State.ORPHANED if section else State.ANCHORED
            return Placed(annotation, section, None, state)
        return placed_in([annotation], section, self._book.page(section).text, self._finder)[0]

    # After the course has changed

    def survey(self, annotations: Iterable[Annotation]) -> Survey:
        """Return the work of finding these passages again; give its rows to `take`."""
        return Survey(annotations, self._book, self._old_text)

    def take(self, rows: Iterable[Moved], origin: str = "") -> None:
        """Take what a survey of all annotations found, and tell everyone."""
        self._moved = {row.annotation.id: row for row in rows if row.outcome is not Outcome.KEPT}
        self.surveyed = True
        self._tell(Change(frozenset({Kind.NOTES}), origin=origin))

    def report(self) -> list[Moved]:
        """Return the rows of the survey that are not settled yet, without what was kept."""
        current: dict[str, Annotation] = {}
        if notebook := self._keeper.notebook if self._moved else None:
            # One that is of another section now was linked anew, and so is settled
            for section in {row.annotation.section for row in self._moved.values()}:
                current.update(notebook.of_section(self._course, section))
        return [
            replace(row, annotation=known)
            for key, row in self._moved.items()
            if (known := current.get(key))
            and known.anchor == row.annotation.anchor
            and known.status != TRASHED
        ]

    def forget(self) -> None:
        """Count what a survey found as out of date: the course has changed."""
        self._moved = {}
        self.surveyed = False

    @property
    def _course(self) -> str:
        return self._book.course.id

    def _current(self, annotation_id: str) -> Annotation | None:
        notebook = self._keeper.notebook
        return notebook.annotation(self._course, annotation_id) if notebook else None

    def _old_text(self, name: str) -> str | None:
        notebook = self._keeper.notebook
        return notebook.text(self._course, name) if notebook else None
