"""Links a note to another passage: the reader selects it in the page and presses one button.

The hub and the review of an update ask for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from studyapp.gui.banner import Banner
from studyapp.gui.states import Way
from studyapp.model import Change, Kind, StudyError

if TYPE_CHECKING:
    from studyapp.gui.context import Context
    from studyapp.gui.pageview import PageView

SHOWN_QUOTE = 60


class Linking(QObject):
    """Waits for a selection and links it."""

    def __init__(self, context: Context, view: PageView, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._view = view
        self._reader = view.reader
        self._annotation_id = ""
        self.banner = Banner(context, "link", self.cancel)
        view.add_banner(self.banner)
        self._reader.selectionChanged.connect(self._on_selection)
        context.bridge.changed.connect(self._on_changed)

    def turn_to(self, view: PageView) -> None:
        """Take the passage from another page from now on."""
        self._reader.selectionChanged.disconnect(self._on_selection)
        self._view, self._reader = view, view.reader
        self._reader.selectionChanged.connect(self._on_selection)
        self._on_selection()

    @property
    def waits(self) -> bool:
        """Whether a note waits for its passage."""
        return bool(self._annotation_id)

    def begin(self, annotation_id: str) -> None:
        """Wait for the passage of a note."""
        known = self._context.workspace.notes.get(annotation_id)
        if known is None:
            return
        self._annotation_id = annotation_id
        from studyapp.gui.noting.plain import plain_note  # noqa: PLC0415 - not at start

        quote = " ".join((known.anchor.quote if known.anchor else plain_note(known.note)).split())
        shown = quote if len(quote) <= SHOWN_QUOTE else quote[:SHOWN_QUOTE].rstrip() + "…"
        self.banner.say(
            self.tr("Select the passage for “{}” in the page.").format(shown),
            (
                Way(self.tr("Link to the selection"), self.link),
                Way(self.tr("Cancel"), self.cancel),
            ),
        )
        self._view.add_banner(self.banner)
        self._view.show_reader()
        self._reader.setFocus()
        self._on_selection()

    def link(self) -> None:
        """Link the waiting note to what is selected."""
        span, section = self._reader.selected_range(), self._reader.section
        if not self._annotation_id or span is None or section is None:
            return
        try:
            self._context.workspace.notes.relink(self._annotation_id, section.id, span)
        except StudyError as error:
            self._context.messages.error(error, id="notebook")
            return
        self.cancel()
        self._context.messages.post(self.tr("Linked to the selection."), id="linked")

    def cancel(self) -> None:
        """Wait no longer."""
        self._annotation_id = ""
        self.banner.hide()

    def _on_selection(self) -> None:
        if self._annotation_id:
            has_words = self._reader.selected_range() is not None
            self.banner.buttons[0].setEnabled(has_words)

    def _on_changed(self, change: Change) -> None:
        notes = self._context.workspace.notes
        is_here = not self.waits or notes.get(self._annotation_id) is not None
        if Kind.COURSE in change.kinds and not is_here:
            self.cancel()
