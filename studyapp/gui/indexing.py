"""Keeps the index of the open course current, on a lane of its own.

The `Search` has one. A first build may take long, and neither a page nor a keystroke may wait for
it: the job lane asks, this lane writes, each with a `Searching` of its own, as two windows would.
Notes are taken as values on the GUI thread.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from studyapp.gui.jobs import Jobs
from studyapp.model import Change, Kind, StudyError

if TYPE_CHECKING:
    from collections.abc import Callable

    from studyapp.gui.context import Context
    from studyapp.gui.jobs import Job, Tick
    from studyapp.searching import Searching
    from studyapp.workspace import Workspace

log = logging.getLogger(__name__)

ORIGIN = "index"
FIRST_MS = 900
"""After the first paint: the page and its neighbors come first."""
NOTES_MS = 150
"""Changes of notes that follow each other closely are taken together."""


class IndexKeeper(QObject):
    """Brings the index up to date. Signal: `changed()` when it begins, gets on, or ends."""

    changed = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.jobs = Jobs(parent=self)
        self._job: Job | None = None
        self._workspace: Workspace | None = None
        self._begun = self._again = self._told = False
        context.messages.follow(self.jobs)
        self.jobs.progressed.connect(lambda _job: self.changed.emit())
        self.jobs.settled.connect(self._on_settled)
        self._first = QTimer(self, interval=FIRST_MS, singleShot=True)
        self._first.timeout.connect(self.look)
        self._notes = QTimer(self, interval=NOTES_MS, singleShot=True)
        self._notes.timeout.connect(self._update_notes)
        context.bridge.changed.connect(self._on_changed)

    def begin(self) -> None:
        """Keep the index current from now on; called after the first paint."""
        self._first.start()

    @property
    def begun(self) -> bool:
        """Whether it was looked whether the index is current."""
        return self._begun

    @property
    def busy(self) -> bool:
        """Whether the text is being indexed."""
        return self._job is not None

    @property
    def progress(self) -> tuple[int, int]:
        """Sections done, and in all."""
        return (self._job.now, self._job.total) if self._job else (0, 0)

    def look(self) -> None:
        """See whether the index is current, and bring it up to date if it is not."""
        self._begun = True
        if self._job is None:
            self._first.stop()
            self._workspace = self._context.workspace
            self._job = self._run(_update, "index", self.tr("Preparing the search"))
            self._notes.start()
            self.changed.emit()

    def _update_notes(self) -> None:
        try:
            annotations = self._context.workspace.notes.all()
        except StudyError:
            return  # told where the notes are shown
        self._run(lambda own, _tick: own.update_notes(annotations) is None, "notes")

    def _run(self, act: Callable[[Searching, Tick], bool], key: str, title: str = "") -> Job:
        workspace = self._context.workspace
        return self.jobs.run(
            lambda tick: _with_own(workspace, lambda own: act(own, tick)),
            done=self._on_done,
            failed=self._on_failed,
            key=key,
            title=title,
        )

    def _on_failed(self, error: StudyError) -> None:
        """Say so once: each new note would else bring it up again."""
        log.warning("%s", error)
        if not self._told:
            self._told = True
            text = self.tr("The search cannot be brought up to date. The log says why.")
            self._context.messages.post(text, "warning", id="index", passes=True)

    def _on_done(self, changed: bool) -> None:
        if changed:
            self._told = False
            self._context.bridge.changed.emit(Change(frozenset({Kind.INDEX}), origin=ORIGIN))

    def _on_settled(self, job: Job) -> None:
        if job is self._job:
            self._job = None
            if self._again:
                self._again = False
                self.look()
            self.changed.emit()

    def _on_changed(self, change: Change) -> None:
        if not self._begun:
            return
        if Kind.COURSE in change.kinds and self._job is not None:
            self._again = True  # what is done is not lost, and the rest is little
            if self._workspace is not self._context.workspace:
                self._job.cancel()
        elif Kind.COURSE in change.kinds:
            self.look()
        elif Kind.NOTES in change.kinds:
            self._notes.start()

    def close(self) -> None:
        """Stop what is under way."""
        self._first.stop()
        self._notes.stop()
        self.jobs.close()


def _with_own(workspace: Workspace, act: Callable[[Searching], bool]) -> bool:
    from studyapp.searching import Searching  # noqa: PLC0415 - Whoosh is loaded on this lane

    own = Searching(workspace)
    try:
        return act(own)
    finally:
        own.close()


def _update(own: Searching, tick: Tick) -> bool:
    if own.is_current():
        return False
    own.update(tick)
    return True
