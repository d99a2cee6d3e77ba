"""Notes that the disk did not take: tried again, told of, and a reason to ask before the end.

The notebook keeps what it could not write and writes it with the next act; here it is tried without
one, for as long as the window lives. `Overview` makes it, the window asks it before it closes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from studyapp.gui.commands import FAILED
from studyapp.gui.language import said
from studyapp.gui.messages import Remedy
from studyapp.gui.noting.saver import MESSAGE
from studyapp.model import Kind, StudyError

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from studyapp.gui.context import Context
    from studyapp.model import Change
    from studyapp.notes.notebook import Notebook

PAUSE_MS = 5000


class Unwritten(QObject):
    """Tries again, and says when all is written."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._is_told = self._is_accepted = False
        self.pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self.pause.timeout.connect(self.retry)
        context.bridge.changed.connect(self._on_changed)

    def retry(self) -> StudyError | None:
        """Write what is still to be written, or return why it cannot be; then try again later."""
        notebook = self._waiting()
        if notebook is None:
            return None
        try:
            notebook.unwritten.retry()
        except StudyError as error:
            self._tell(len(notebook.unwritten.edits), error)
            self.pause.start()
            return error
        if self._is_told:
            self._is_told = False
            self._context.messages.clear(MESSAGE)
            self._context.messages.confirm(self.tr("All notes are written now."), id=MESSAGE)
        return None

    def may_close(self) -> bool:
        """Return whether nothing is lost with the window, or that was accepted; else ask."""
        error = self.retry()
        if error is None or self._is_accepted:
            return True
        text = self.tr("What is not written yet would be lost: {}.").format(said(error.why))
        close = Remedy(self.tr("Close anyway"), self._close)
        self._context.messages.post(text, "error", id=MESSAGE, remedy=close, is_first=True)
        return False

    def accept(self) -> None:
        """Let the window close, come what may."""
        self._is_accepted = True

    def _close(self) -> None:
        self.accept()
        self._window.close()

    def _waiting(self) -> Notebook | None:
        """Return the notebook if something of it is still to be written."""
        try:
            notebook = self._context.workspace.notes.notebook
        except StudyError:
            return None  # told where notes are shown
        return notebook if notebook is not None and notebook.unwritten.edits else None

    def _tell(self, number: int, error: StudyError) -> None:
        """Say once that nothing is lost as long as the window is open."""
        if self._is_told:
            return
        self._is_told = True
        self._context.messages.clear(FAILED)  # the act that began it: this says more
        text = self.tr(
            "%Ln note(s) cannot be written: {}. Nothing is lost while the window is open.",
            "",
            number,
        )
        text = text.format(said(error.why))
        self._context.messages.post(text, "error", id=MESSAGE, is_first=True)

    def _on_changed(self, change: Change) -> None:
        is_due = Kind.NOTES in change.kinds and not self.pause.isActive()
        if is_due and self._waiting() is not None:
            self.pause.start()
