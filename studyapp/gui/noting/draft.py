"""A note while it is being written: saved in every pause, and never over what others wrote.

The editor hands it each new text. What another device or a text editor writes into the same note
meanwhile is joined with what is being typed; both texts stay.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from studyapp.gui.noting.saver import MESSAGE
from studyapp.model import StudyError
from studyapp.notes.merging import merged_notes

if TYPE_CHECKING:
    from studyapp.gui.context import Context
    from studyapp.gui.noting.saver import Saver

PAUSE_MS = 800
"""After the last key, the note is saved."""
LONGEST_MS = 2500
"""While someone types without a pause, it is saved this often."""


class Draft(QObject):
    """The note of one annotation, or of one that is made with the first words.

    Signals: `made(id)` when the annotation has been made, `joined(text)` when what others wrote was
    joined with what is typed.
    """

    made = Signal(str)
    joined = Signal(str)

    def __init__(
        self, context: Context, saver: Saver, annotation_id: str, section: str, origin: str
    ) -> None:
        super().__init__()
        self._context = context
        self._saver = saver
        self._section = section
        self._origin = origin
        self._continues = False
        self.annotation_id = annotation_id
        known = context.workspace.notes.get(annotation_id) if annotation_id else None
        self.text = self._saved = known.note if known else ""
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._longest = QTimer(self, singleShot=True, interval=LONGEST_MS)
        saver.free.connect(self._on_free)
        for timer in (self._pause, self._longest):
            timer.timeout.connect(self.save_soon)

    def take(self, text: str) -> None:
        """Take the text as it now stands in the editor."""
        if text == self.text:
            return
        self.text = text
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()

    def save_soon(self) -> None:
        """Save what was typed, without waiting for the disk."""
        self._pause.stop()
        if self._saver.busy or self.text == self._saved:
            return  # the saver tells when it is free again
        self._longest.stop()
        if not self.annotation_id:
            self.save()
            return
        self._saved = self.text
        try:
            staged = self._context.workspace.notes.stage_note(
                self.annotation_id, self.text, origin=self._origin, continues=self._continues
            )
        except StudyError as error:
            self._context.messages.error(error, id=MESSAGE)
            return
        self._continues = True
        if staged is not None:
            self._saver.write([staged])

    def _on_free(self) -> None:
        if self.text != self._saved:
            self._pause.start()

    def save(self) -> None:
        """Save what was typed before returning; what cannot be written is told and kept."""
        self._pause.stop()
        self._longest.stop()
        try:
            if self.text != self._saved:
                text, self._saved = self.text, self.text
                self._write(text)
            elif self._saver.busy and (notebook := self._context.workspace.notes.notebook):
                notebook.unwritten.retry()
        except StudyError as error:
            self._context.messages.error(error, id=MESSAGE)
        self._continues = True

    def _write(self, text: str) -> None:
        notes = self._context.workspace.notes
        if self.annotation_id:
            notes.edit(
                self.annotation_id, note=text, origin=self._origin, continues=self._continues
            )
        else:
            made = notes.add(self._section, kind="note", note=text, origin=self._origin)
            self.annotation_id = made.id
            self.made.emit(made.id)

    def end(self) -> None:
        """Save, and listen no more."""
        self.save()
        self._saver.free.disconnect(self._on_free)

    def look(self) -> None:
        """Take in what others have written into the note since it was last seen."""
        known = self._context.workspace.notes.get(self.annotation_id)
        if known is None or known.note == self._saved:
            return
        theirs, before = known.note, self._saved
        self._saved = theirs
        joined = theirs if self.text == before else merged_notes(self.text, theirs, before)
        if joined != self.text:
            self.text = joined
            self.joined.emit(joined)
        if joined != theirs:
            self._pause.start()
