"""A pane's part in progress: visits told to the workspace, time left in the header.

`Reading` makes one for each pane.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from studyapp.gui import reading_words as words
from studyapp.gui.dwelling import Dwelling
from studyapp.model import StudyError
from studyapp.study.progress import Standing

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from studyapp.gui.context import Context
    from studyapp.gui.pane import Pane
    from studyapp.model import Section
    from studyapp.page import Page

ORIGIN = "reading"


class Visits(QObject):
    """Follows the page of a pane. Signal: `begun()` when another section has come on show."""

    begun = Signal()

    def __init__(self, context: Context, pane: Pane, window: QWidget) -> None:
        super().__init__(pane)
        self._context = context
        self._pane = pane
        self._progress = context.workspace.progress
        self._section: Section | None = None
        self._stuck = False
        self.dwelling = Dwelling(pane.reader, window)
        self.dwelling.rested.connect(self._on_rest)
        pane.places.page_shown.connect(self._on_page)
        pane.reader.place_changed.connect(self._show_time)

    # Visits

    def _on_page(self, section: Section, page: Page) -> None:
        self.leave()
        self._section, self._progress = section, self._context.workspace.progress
        self._progress.take_page(section, page, ORIGIN)
        self.dwelling.begin(section.id)
        self.begun.emit()
        self.show_state()

    def leave(self) -> None:
        """Tell of the visit that ends; it is written once the next page rests."""
        self._stuck = False
        if visit := self.dwelling.end():
            self._progress.dwell(*visit)

    def _on_rest(self) -> None:
        visit = self.dwelling.so_far()
        if visit and self._progress.completes(*visit):
            self.dwelling.restart()
            self._progress.dwell(*visit)
        if not self._stuck:  # a disk that refuses is told of, and tried again, once a visit
            self.write(self._progress.store)

    def write(self, write: Callable[[], object]) -> None:
        """Write what was read; an error that the user can mend is told."""
        try:
            write()
        except StudyError as error:
            self._stuck = True
            self._context.messages.error(error, id=ORIGIN)

    def end(self) -> None:
        """Forget the section: pane or course is being closed."""
        self.leave()
        self._section = None

    # What is shown

    @property
    def section(self) -> Section | None:
        """The section on show."""
        return self._section

    def chapter(self) -> str | None:
        """Return the id of the chapter that the section on show belongs to, or is."""
        course, section = self._context.workspace.course, self._section
        if section is None or section.id not in course.by_id:
            return None
        if section.children:
            return section.id
        parent = course.parents.get(section.id)
        return parent.id if parent else None

    def show_state(self) -> None:
        """Show in the header how far the section was read."""
        section = self._section
        state = self._progress.state(section.id) if section else Standing.UNSEEN
        self._pane.header.show_changed(state == Standing.CHANGED)
        self._show_time()

    def _show_time(self) -> None:
        if self._section is None:
            return
        length = self._progress.length(self._section.id)
        whole = length[1] if length else None
        left = None if whole is None else whole * self._share_left()
        state = self._progress.state(self._section.id)
        done = 0 if whole is None or left is None or state == Standing.READ else whole - left
        told = state, left, self._left_in_chapter(done)
        self._pane.header.show_time(words.time_left(*told), words.time_left_spoken(*told))

    def _share_left(self) -> float:
        page = self._pane.reader.page
        total = len(page.text) if page else 0
        return 1 - self._pane.reader.place() / total if total else 1.0

    def _left_in_chapter(self, done: float) -> float | None:
        chapter = self.chapter()
        if chapter is None:
            return None
        summary = self._progress.summary(chapter)
        is_known = summary.measured == summary.sections and summary.unread
        return max(0.0, summary.seconds_left - done) if is_known else None
