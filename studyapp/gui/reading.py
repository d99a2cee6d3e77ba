"""The window's part in progress: the reading log, the length of sections, marks by hand.

Made by the window; what each pane gets of attention is told by its `Visits`. Long work (reading the
log of a long time, measuring a course) goes to the job lane in pieces, after the first page is on
screen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from studyapp.gui.announcing import announce
from studyapp.gui.panels.contents import Contents
from studyapp.gui.visits import ORIGIN, Visits
from studyapp.model import Kind

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from studyapp.gui.dwelling import Dwelling
    from studyapp.gui.pane import Pane
    from studyapp.gui.panels.base import Panel
    from studyapp.gui.window import Window
    from studyapp.measuring import Measures
    from studyapp.model import Change, StudyError
    from studyapp.progressing import Progress


class Reading(QObject):
    """Follows the pages on show."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._context = window.context
        self._progress = window.context.workspace.progress
        self._visits: dict[Pane, Visits] = {}
        self._begun = False
        window.panes.made.connect(self._take_pane)
        window.panes.activated.connect(self._on_activated)
        window.panes.closed.connect(lambda pane: self._visits[pane].end())
        window.sides.made.connect(self._on_panel)
        window.closing.connect(self.close)
        window.courses.opened.connect(self.close)
        window.context.bridge.changed.connect(self._on_changed)

    def _take_pane(self, pane: Pane) -> None:
        visits = self._visits[pane] = Visits(self._context, pane, self._window)
        visits.dwelling.returned.connect(self._load)
        visits.begun.connect(lambda: self._on_begun(visits))
        self._on_activated()

    def _on_begun(self, visits: Visits) -> None:
        self._progress = self._context.workspace.progress
        if self._begun:
            self._measure(visits.chapter())

    def _on_activated(self) -> None:
        for pane, visits in self._visits.items():
            visits.dwelling.set_active(pane is self._window.panes.active)

    @property
    def _active(self) -> Visits:
        return self._visits[self._window.panes.active]

    @property
    def dwelling(self) -> Dwelling:
        """What measures the attention that the active pane gets."""
        return self._active.dwelling

    def close(self) -> None:
        """Write what is left to write: the course or the window is being closed."""
        for visits in self._visits.values():
            visits.leave()
        self._active.write(self._progress.close)

    # Long work

    def begin(self) -> None:
        """Read and measure what the first page did not need."""
        self._begun = True
        self._load()
        for visits in self._visits.values():
            self._measure(visits.chapter())
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
            for visits in self._visits.values():
                visits.show_state()

    def _on_course(self) -> None:
        if self._context.workspace.progress is not self._progress:
            self.close()
            for visits in self._visits.values():
                visits.end()
        if self._begun:
            self.begin()

    # Marks

    def _on_panel(self, panel: Panel) -> None:
        if isinstance(panel, Contents):
            panel.mark_requested.connect(self._on_mark)

    def _on_mark(self, sections: list[str], read: bool) -> None:
        self._active.write(lambda: self.mark(sections, read=read))

    def mark(self, sections: Iterable[str], *, read: bool) -> None:
        """Mark sections by hand; what they got in this visit is of no account then."""
        for visits in self._visits.values():
            visits.dwelling.restart()
        self._progress.mark(sections, read=read, origin=ORIGIN)
        announce(self._window, self.tr("Marked as read") if read else self.tr("Marked as unread"))
        if self._begun:
            self._measure("")

    def here(self) -> list[str]:
        """Return the id of the section on show."""
        section = self._active.section
        return [section.id] if section else []

    def chapter(self) -> list[str]:
        """Return the ids of the chapter on show and of all sections in it."""
        chapter = self._active.chapter()
        course = self._context.workspace.course
        return [one.id for one in course.by_id[chapter].walk()] if chapter else []
