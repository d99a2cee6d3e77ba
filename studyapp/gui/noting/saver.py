"""Writes notes on a thread of its own: typing does not wait for the disk, nor do acts on many.

The notes panel has one for the note that is being typed; the window has one for acts on many notes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from studyapp.gui.jobs import Jobs
from studyapp.model import StudyError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studyapp.gui.context import Context
    from studyapp.gui.jobs import Tick
    from studyapp.notes.staging import Staged

MESSAGE = "notebook"
"""Id of the message that says why a note cannot be written."""


class Saver(QObject):
    """One write after the other. Signal: `free()` after each."""

    free = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._jobs = Jobs(parent=self)

    @property
    def busy(self) -> bool:
        """Whether something is being written."""
        return self._jobs.busy

    def write(self, staged: Sequence[Staged]) -> None:
        """Write what was staged, and settle it; what goes wrong is told and tried again later."""
        notebook = self._context.workspace.notes.notebook
        if notebook is None:
            return

        def work(tick: Tick) -> list[bytes | None]:
            stamps: list[bytes | None] = []
            for done, one in enumerate(staged):
                tick(done, len(staged))
                stamps.append(notebook.unwritten.write(one))
            return stamps

        def settle(stamps: list[bytes | None]) -> None:
            try:
                for one, stamp in zip(staged, stamps, strict=True):
                    notebook.unwritten.settle(one, stamp)
            except StudyError as error:
                self._failed(error)
            else:
                self.free.emit()

        self._jobs.run(work, done=settle, failed=self._failed)

    def _failed(self, error: StudyError) -> None:
        self._context.messages.error(error, id=MESSAGE)
        self.free.emit()
