"""Backs the notebook up while the app is used: within the hour after something was written.

The session makes one after the first page is on screen; the copying is a job.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from studyapp.model import Kind, StudyError

if TYPE_CHECKING:
    from studyapp.gui.context import Context
    from studyapp.model import Change

LOOK_MS = 10 * 60 * 1000
FIRST_LOOK_MS = 20 * 1000
"""What was written when the app was last used is backed up soon, but not before the first page."""


class Snapshots(QObject):
    """Looks now and then whether a snapshot is due."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._written = True
        context.bridge.changed.connect(self._on_changed)
        self._looking = QTimer(self, interval=LOOK_MS)
        self._looking.timeout.connect(self.look)
        self._looking.start()
        QTimer.singleShot(FIRST_LOOK_MS, self, self.look)

    def _on_changed(self, change: Change) -> None:
        self._written = self._written or Kind.NOTES in change.kinds

    def look(self) -> None:
        """Take a snapshot if something was written and the last one is an hour old."""
        keeper = self._context.workspace.keeper
        try:
            backups = keeper.backups if self._written and keeper.notebook else None
        except StudyError:
            return  # the notebook is gone, which is told where notes are shown
        if backups is None or not backups.is_due():
            return
        self._written = False
        self._context.jobs.run(lambda _tick: backups.take(), failed=self._on_failed, key="backup")

    def _on_failed(self, error: StudyError) -> None:
        self._written = True
        self._context.messages.error(error, id="backup")
