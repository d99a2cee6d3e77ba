"""Notices what a new edition of the course did to the notes, and tells so above the page.

The window makes one and starts it once the first page is painted. Finding the passages is a job;
what was found is taken here, and a banner says how many moved, changed or were not found. What the
reader wants to keep as it is goes into the memory of this machine, and is not told again.
"""

from __future__ import annotations

import time
from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from studyapp.gui.banner import Banner
from studyapp.gui.states import Way
from studyapp.model import Annotation, Change, Kind, StudyError
from studyapp.notes.describing import text_hash
from studyapp.notes.merging import TRASHED
from studyapp.notes.outcomes import Moved, Outcome
from studyapp.placing import SURVEYED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from studyapp.gui.context import Context
    from studyapp.gui.jobs import Job
    from studyapp.gui.pageview import PageView
    from studyapp.workspace import Workspace

SLICE_SECONDS = 0.012  # less than a frame


class Updates(QObject):
    """Looks after each reading of the course.

    Signals: `review_requested()` from the banner, `failed(StudyError)` when the notebook is not in
    order.
    """

    review_requested = Signal()
    failed = Signal(object)

    def __init__(self, context: Context, view: PageView, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._started = False
        self._in_place = 0
        self._job: Job | None = None
        self.banner = Banner(context, "history", self.keep_all)
        view.add_banner(self.banner)
        self._gathering: Iterator[list[Annotation]] = iter(())
        self._gathered: list[Annotation] = []
        self._slices = QTimer(self, interval=0)
        self._slices.timeout.connect(self._gather)
        context.bridge.changed.connect(self._on_changed)

    def start(self) -> None:
        """Look for the first time, and after each change of the course from now on."""
        self._started = True
        self.look()

    def look(self) -> None:
        """Find out what became of all passages, if anything is marked."""
        if self._job is not None:
            self._job.cancel()
        self._gathering = _by_section(self._context.workspace)
        self._gathered = []
        self._slices.start()

    @property
    def gathering(self) -> bool:
        """Whether annotations are being read."""
        return self._slices.isActive()

    def _gather(self) -> None:
        """Read some sections' annotations, or begin to look for them once all are read."""
        begun = time.monotonic()
        try:
            for made in self._gathering:
                self._gathered += made
                if time.monotonic() - begun > SLICE_SECONDS:
                    return
        except StudyError as error:
            self._slices.stop()
            self.failed.emit(error)
            return
        self._slices.stop()
        if self._gathered:
            self._survey()
        else:
            self.banner.hide()

    def _survey(self) -> None:
        workspace = self._context.workspace
        survey, course = workspace.whereabouts.survey(self._gathered), workspace.course
        self._gathered = []

        def take(rows: list[Moved]) -> None:
            if self._context.workspace is workspace and workspace.course is course:
                self._take(workspace, rows)

        self._job = self._context.jobs.run(
            survey.run,
            done=take,
            failed=self.failed.emit,
            key="survey",
            title=self.tr("Finding your notes again"),
        )

    def rows(self) -> list[Moved]:
        """Return what is not settled: neither accepted, nor linked, nor kept as it is."""
        workspace = self._context.workspace
        quiet = set(self._context.memory.course(workspace.course.id).kept)
        report = workspace.whereabouts.report()
        return _sorted(workspace, (row for row in report if key_of(row) not in quiet))

    def all_rows(self) -> list[Moved]:
        """Return everything that is no longer as it was marked, what is kept too."""
        workspace = self._context.workspace
        return _sorted(workspace, workspace.whereabouts.report())

    def keep(self, rows: Sequence[Moved]) -> None:
        """Leave these flagged, and do not tell of them again for this edition."""
        workspace = self._context.workspace
        memory = self._context.memory.course(workspace.course.id)
        known = {key_of(row) for row in workspace.whereabouts.report()}
        kept = [key for key in memory.kept if key in known]
        memory.kept = list(dict.fromkeys([*kept, *map(key_of, rows)]))
        self._tell()

    def keep_all(self) -> None:
        """Tell of none of them again for this edition."""
        self.keep(self.rows())

    def _take(self, workspace: Workspace, rows: list[Moved]) -> None:
        self._job = None
        self._in_place = sum(row.outcome is Outcome.KEPT for row in rows)
        workspace.whereabouts.take(rows, SURVEYED)

    def _on_changed(self, change: Change) -> None:
        if not self._started:
            return
        if Kind.COURSE in change.kinds:
            self.banner.hide()
            self.look()
        elif Kind.NOTES in change.kinds and self._context.workspace.whereabouts.surveyed:
            self._tell()

    def _tell(self) -> None:
        rows = self.rows()
        if rows:
            review = Way(self.tr("Review"), self.review_requested.emit)
            self.banner.say(self._summary(rows), (review,))
        else:
            self.banner.hide()

    def _summary(self, rows: Iterable[Moved]) -> str:
        counts = Counter((row.outcome, row.is_verbatim) for row in rows)
        moved = counts[Outcome.MOVED, True]
        changed, uncertain = counts[Outcome.CHANGED, False], counts[Outcome.CHANGED, True]
        lost = counts[Outcome.ORPHANED, False]
        words = (
            (self._in_place, self.tr("%Ln in place", "", self._in_place)),
            (moved, self.tr("%Ln moved", "", moved)),
            (changed, self.tr("%Ln changed", "", changed)),
            (uncertain, self.tr("%Ln uncertain", "", uncertain)),
            (lost, self.tr("%Ln not found", "", lost)),
        )
        said = [text for number, text in words if number]
        return self.tr("The course has changed. Your notes: {}.").format(", ".join(said))


def _by_section(workspace: Workspace) -> Iterator[list[Annotation]]:
    """Yield the annotations of the course, a section each, to be read without a stall."""
    notebook, course = workspace.notes.notebook, workspace.course.id
    for section in workspace.notes.counts() if notebook else ():
        made = notebook.of_section(course, section) if notebook else {}
        yield [one for one in made.values() if one.status != TRASHED]


def key_of(row: Moved) -> str:
    """Return what tells a row from that of any other edition."""
    return f"{row.annotation.id} {row.outcome} {text_hash(row.section + row.new)}"


def _sorted(workspace: Workspace, rows: Iterable[Moved]) -> list[Moved]:
    """Return rows by place: those that are found first, as the course has them."""
    places = workspace.course.places

    def place(row: Moved) -> tuple[int, int, str]:
        start = row.found.start if row.found else 0
        return places.get(row.section, len(places)), start, row.annotation.id

    return sorted(rows, key=place)
