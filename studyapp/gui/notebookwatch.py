"""Takes in what others write into the notebook: sync, another device, a text editor.

The system tells of files that come, go or are replaced; a file that was written in place is found
when the window is used again, and within an hour in any case. What cannot be used is told with its
place and reason, and never hides the rest.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer

from studyapp.gui.folders import show_folder
from studyapp.gui.language import said
from studyapp.gui.messages import Remedy
from studyapp.gui.watching import Watch
from studyapp.model import StudyError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from studyapp.annotating import Looked
    from studyapp.gui.context import Context
    from studyapp.model import Change
    from studyapp.notes.folders import Finding

QUIET_MS = 300
HOUR_MS = 60 * 60 * 1000
LOSSES, FINDINGS, WHERE = "notebook losses", "notebook findings", "notebook folder"
"""Ids of messages."""


class NotebookWatch(QObject):
    """Looks into the notebook when there is reason to."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window
        self._told: Sequence[Finding] = ()
        self._told_where = False
        self._watch = Watch(self, quiet_ms=QUIET_MS)
        self._watch.disturbed.connect(self.look)
        self._hourly = QTimer(self, interval=HOUR_MS)
        self._hourly.timeout.connect(self.look)

    def start(self) -> None:
        """Begin to watch, and look for the first time."""
        self._hourly.start()
        self._context.bridge.changed.connect(self._on_changed)
        self.look()
        self._window.installEventFilter(self)

    def look(self) -> None:
        """Take in what has changed on disk; to find that out is a job."""
        try:
            notebook = self._context.workspace.notes.notebook
        except StudyError as error:
            self.tell(error)
            return
        if notebook is not None:
            look = notebook.look
            done, failed = self._refresh, self.tell
            self._context.jobs.run(lambda _: look(), done=done, failed=failed, key="notebook")

    def _refresh(self, looked: Looked | None = None, *, accept_losses: bool = False) -> None:
        notes = self._context.workspace.notes
        try:
            notes.refresh(looked=looked, accept_losses=accept_losses)
        except StudyError as error:
            self.tell(error)
            return
        self._context.messages.clear(LOSSES)
        self._place()
        self._tell_findings()

    def tell(self, error: StudyError) -> None:
        """Tell that the notebook is not in order; that much is gone can be accepted."""
        remedy = Remedy(self.tr("Accept"), self._accept) if _is_loss(error) else None
        self._context.messages.error(error, id=LOSSES, remedy=remedy)

    def _accept(self) -> None:
        self._refresh(accept_losses=True)

    def _place(self) -> None:
        """Watch the folders of all courses that have notes."""
        try:
            notebook = self._context.workspace.notes.notebook
            courses = notebook.courses() if notebook else ()
        except StudyError:
            return  # the notebook is gone, which is told where notes are shown
        if notebook:
            folders = [notebook.folder / course / "annotations" for course in courses]
            self._watch.watch([notebook.folder, *folders])

    def _tell_findings(self) -> None:
        """Say which files cannot be used, once for each time that they are others."""
        try:
            notebook = self._context.workspace.notes.notebook
        except StudyError:
            return
        findings = notebook.findings if notebook else ()
        if findings == self._told:
            return
        self._told = findings
        if not findings:
            self._context.messages.clear(FINDINGS)
            return
        first = findings[0]
        line = self.tr(", line {}").format(first.line) if first.line else ""
        more = self.tr(" And %n more.", "", len(findings) - 1) if len(findings) > 1 else ""
        text = self.tr("A note cannot be read: {}{}: {}.{}").format(
            first.path, line, said(first.reason), more
        )
        self._context.messages.post(text, "warning", id=FINDINGS)

    def _on_changed(self, _change: Change) -> None:
        """Watch a notebook that has just been made, and the folder of another course."""
        self._place()
        keeper = self._context.workspace.keeper
        if self._told_where:
            self._context.messages.clear(WHERE)  # the next act has news of its own
        elif keeper.is_new:
            self._told_where = True
            self._tell_where(self._context.home.notebook)

    def _tell_where(self, folder: Path) -> None:
        """Say once where notes are kept, when the first one is."""
        text = self.tr("Your notes are kept as plain files in {}.").format(folder)
        show = Remedy(self.tr("Show folder"), lambda: show_folder(folder))
        self._context.messages.post(text, id=WHERE, remedy=show)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look when the window is used again."""
        if event.type() == QEvent.Type.WindowActivate:
            self.look()
        return super().eventFilter(watched, event)


def _is_loss(error: StudyError) -> bool:
    """Tell whether it is about annotations that are gone, which may be meant."""
    return error.hint.endswith("accept it")
