"""The window's part in progress: visits told to the workspace, time left in the header, marks.

Made by the window. Long work (reading the log of a long time, measuring a course) goes to the job
lane in pieces, after the first page is on screen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from studyapp.gui import reading_words as words
from studyapp.gui.announcing import announce
from studyapp.gui.dwelling import Dwelling
from studyapp.gui.panels.contents import Contents
from studyapp.model import Kind, StudyError
from studyapp.study.progress import Standing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from studyapp.gui.panels.base import Panel
    from studyapp.gui.window import Window
    from studyapp.measuring import Measures
    from studyapp.model import Change, Section
    from studyapp.page import Page
    from studyapp.progressing import Progress

ORIGIN = "reading"


class Reading(QObject):
    """Follows the page on show."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._context = window.context
        self._progress = window.context.workspace.progress
        self._section: Section | None = None
        self._begun = False
        self._stuck = False
        self.dwelling = Dwelling(window.reader, window)
        self.dwelling.rested.connect(self._on_rest)
        self.dwelling.returned.connect(self._load)
        window.places.page_shown.connect(self._on_page)
        window.reader.place_changed.connect(self._show_time)
        window.sides.made.connect(self._on_panel)
        window.closing.connect(self.close)
        window.courses.opened.connect(self.close)
        window.context.bridge.changed.connect(self._on_changed)

    # Visits

    def _on_page(self, section: Section, page: Page) -> None:
        self._leave()
        self._section, self._progress = section, self._context.workspace.progress
        self._progress.take_page(section, page, ORIGIN)
        self.dwelling.begin(section.id)
        if self._begun:
            self._measure(self._chapter())
        self._show_state()

    def _leave(self) -> None:
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
            self._write(self._progress.store)

    def _write(self, write: Callable[[], object]) -> None:
        try:
            write()
        except StudyError as error:
            self._stuck = True
            self._context.messages.error(error, id=ORIGIN)

    def close(self) -> None:
        """Write what is left to write: the course or the window is being closed."""
        self._leave()
        self._write(self._progress.close)

    # Long work

    def begin(self) -> None:
        """Read and measure what the first page did not need."""
        self._begun = True
        self._load()
        self._measure(self._chapter())
        self._measure("")

    def _load(self) -> None:
        """Read the log if it is not known as it now is: other devices add to it too."""
        progress = self._context.workspace.progress
        if self._begun and not progress.is_current():
            load = progress.loading()
            self._context.jobs.run(
                lambda _tick: load(),
                done=progress.take,
                failed=self._ignore,
                key="reading log",
            )

    def _measure(self, below: str | None) -> None:
        progress = self._context.workspace.progress
        work = progress.measuring(below) if below is not None else None
        if work is not None:
            self._run(progress, work, f"reading {bool(below)}")

    def _run(self, progress: Progress, work: Callable[[], Measures], key: str) -> None:
        def taken(measures: Measures) -> None:
            progress.take_measures(measures.found, ORIGIN)
            if measures.left and progress is self._context.workspace.progress:
                self._run(progress, progress.measuring_on(measures.left), key)

        self._context.jobs.run(lambda _tick: work(), done=taken, failed=self._ignore, key=key)

    def _ignore(self, _error: StudyError) -> None:
        """Leave it: a course that cannot be read is told where its pages are shown."""

    # What is shown

    def _on_changed(self, change: Change) -> None:
        if Kind.COURSE in change.kinds:
            self._on_course()
        if Kind.STUDY in change.kinds:
            self._window.commands.refresh()
            self._show_state()

    def _on_course(self) -> None:
        if self._context.workspace.progress is not self._progress:
            self.close()
            self._section = None
        if self._begun:
            self.begin()

    def _show_state(self) -> None:
        header, section = self._window.header, self._section
        state = self._progress.state(section.id) if section else Standing.UNSEEN
        header.show_changed(state == Standing.CHANGED)
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
        self._window.header.show_time(words.time_left(*told), words.time_left_spoken(*told))

    def _share_left(self) -> float:
        page = self._window.reader.page
        total = len(page.text) if page else 0
        return 1 - self._window.reader.place() / total if total else 1.0

    def _left_in_chapter(self, done: float) -> float | None:
        chapter = self._chapter()
        if chapter is None:
            return None
        summary = self._progress.summary(chapter)
        is_known = summary.measured == summary.sections and summary.unread
        return max(0.0, summary.seconds_left - done) if is_known else None

    def _chapter(self) -> str | None:
        """Return the id of the chapter that the section on show belongs to, or is."""
        course, section = self._context.workspace.course, self._section
        if section is None or section.id not in course.by_id:
            return None
        if section.children:
            return section.id
        parent = course.parents.get(section.id)
        return parent.id if parent else None

    # Marks

    def _on_panel(self, panel: Panel) -> None:
        if isinstance(panel, Contents):
            panel.mark_requested.connect(self._on_mark)

    def _on_mark(self, sections: list[str], read: bool) -> None:
        self._write(lambda: self.mark(sections, read=read))

    def mark(self, sections: Iterable[str], *, read: bool) -> None:
        """Mark sections by hand; what they got in this visit is of no account then."""
        self.dwelling.restart()
        self._progress.mark(sections, read=read, origin=ORIGIN)
        announce(self._window, self.tr("Marked as read") if read else self.tr("Marked as unread"))
        if self._begun:
            self._measure("")

    def here(self) -> list[str]:
        """Return the id of the section on show."""
        return [self._section.id] if self._section else []

    def chapter(self) -> list[str]:
        """Return the ids of the chapter on show and of all sections in it."""
        chapter = self._chapter()
        course = self._context.workspace.course
        return [one.id for one in course.by_id[chapter].walk()] if chapter else []
