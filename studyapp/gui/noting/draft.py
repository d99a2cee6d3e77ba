"""A note while it is being written: saved in every pause, and never over what others wrote.

The editor hands it each new text. What another device or a text editor writes into the same note
meanwhile is joined with what is being typed; both texts stay.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from studyapp.model import StudyError
from studyapp.notes.merging import merged_notes

if TYPE_CHECKING:
    from studyapp.gui.context import Context

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
        self, context: Context, annotation_id: str, section: str, origin: str, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._section = section
        self._origin = origin
        self._continues = False
        self.annotation_id = annotation_id
        known = context.workspace.notes.get(annotation_id) if annotation_id else None
        self.text = self._saved = known.note if known else ""
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._longest = QTimer(self, singleShot=True, interval=LONGEST_MS)
        for timer in (self._pause, self._longest):
            timer.timeout.connect(self.save)

    def take(self, text: str) -> None:
        """Take the text as it now stands in the editor."""
        if text == self.text:
            return
        self.text = text
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()

    def save(self) -> None:
        """Save what was typed; what cannot be written is told and kept."""
        self._pause.stop()
        self._longest.stop()
        if self.text == self._saved:
            return
        text, self._saved = self.text, self.text
        try:
            self._write(text)
        except StudyError as error:
            self._context.messages.error(error, id="notebook")
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
