"""What page and notes panel wish of each other, passed on: the window's part in writing notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from studyapp.gui.noting.saver import Saver
from studyapp.gui.panels.notes import Notes

if TYPE_CHECKING:
    from studyapp.gui.context import Desk
    from studyapp.gui.noting.standing import Standing
    from studyapp.gui.pane import Pane
    from studyapp.gui.panels.base import Panel

NEAR = 20
"""A passage this close to the edge of the view is not taken for seen, in pixels."""


class Noting(QObject):
    """Opens the editor of a note, and shows the passage of a card."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window())
        self._desk = desk
        self._standing: Standing | None = None
        self._panel: Notes | None = None
        self._saver = Saver(desk.context, self)
        desk.context.workspace.keeper.write_later = self._saver.write
        desk.panes.made.connect(self._take_pane)
        desk.panes.activated.connect(self._turn)
        desk.panes.closed.connect(self._follow_held)

    def _take_pane(self, pane: Pane) -> None:
        marking = pane.marking
        marking.note_requested.connect(self.write)
        marking.section_note_requested.connect(self.write_on_section)
        marking.mark_activated.connect(self.show_card)
        marking.mark_focused.connect(self._choose)
        pane.places.page_shown.connect(self._follow_held)

    @property
    def _pane(self) -> Pane:
        """The pane with the page whose notes are listed: the active one, unless one is written."""
        panes, panel = self._desk.panes, self._panel
        is_beside = panel is not None and panel.is_held and panes.other is not None
        return panes.other or panes.active if is_beside else panes.active

    def _turn(self) -> None:
        if self._standing is not None:
            self._standing.turn_to(self._pane.reader)

    def _follow_held(self) -> None:
        """Show the notes of the active page again, once the page of the one written is gone."""
        panel = self._panel
        if panel is not None and panel.view.editor is not None and not panel.is_held:
            panel.follow_page()

    def _is_on_show(self, section_id: str) -> bool:
        return any(pane.places.here().section == section_id for pane in self._desk.panes.shown)

    def _enter(self) -> None:
        self._desk.panes.activate(self._pane)

    def take_panel(self, panel: Panel) -> None:
        """Connect the notes panel, once it is made."""
        if isinstance(panel, Notes):
            from studyapp.gui.noting.standing import Standing  # noqa: PLC0415 - not at start

            self._panel = panel
            self._standing = Standing(self._desk.reader, panel, self._desk.window())
            panel.is_on_show = self._is_on_show
            panel.turned.connect(self._turn)
            panel.entered.connect(self._enter)
            panel.mark_chosen.connect(self.show_passage)
            panel.mark_chosen.connect(self._point_out)
            panel.page_scrolled.connect(self._scroll)
            panel.top_wanted.connect(lambda: self._pane.reader.go_to(0))
            panel.link_followed.connect(self._desk.follow)

    def finish(self) -> None:
        """End the writing, saved as it stands; called before the window closes."""
        if self._panel is not None:
            self._panel.finish()

    @property
    def busy(self) -> bool:
        """Whether cards still have to find their places, or notes to be written."""
        standing = self._standing
        return self._saver.busy or (standing is not None and standing.busy)

    def write(self, annotation_id: str) -> None:
        """Open the editor of an annotation's note in the panel."""
        self._desk.show_panel(Notes.id)
        panel = self._desk.panel(Notes.id)
        if isinstance(panel, Notes):
            panel.edit(annotation_id)

    def write_on_section(self) -> None:
        """Begin a note on the section on show."""
        self._desk.show_panel(Notes.id)
        panel = self._desk.panel(Notes.id)
        if isinstance(panel, Notes):
            panel.write_on_section()

    def show_card(self, annotation_id: str) -> None:
        """Open the panel at the card of an annotation."""
        self._desk.show_panel(Notes.id)
        self._choose(annotation_id)

    def _choose(self, annotation_id: str) -> None:
        if self._panel is not None:
            self._panel.choose(annotation_id)

    def show_passage(self, annotation_id: str) -> None:
        """Bring the passage of an annotation into view, unless it is there."""
        workspace = self._desk.context.workspace
        known = workspace.notes.get(annotation_id)
        if known is None:
            return
        placed = workspace.whereabouts.place(known)
        if placed.found is not None and placed.section == self._desk.place().section:
            from studyapp.gui.noting.standing import top_of  # noqa: PLC0415 - not at start

            start, end, _ = placed.found
            top, bar = top_of(self._desk.reader, start), self._desk.reader.bar
            seen = bar.value() + NEAR <= top <= bar.value() + bar.pageStep() - 2 * NEAR
            if not seen:
                self._desk.reader.go_to(start, end, flash=True)

    def _point_out(self, annotation_id: str) -> None:
        self._desk.marking.point_out(annotation_id)

    def _scroll(self, pixels: int) -> None:
        reader = self._desk.reader
        reader.hold.let_go()
        reader.bar.setValue(reader.bar.value() + pixels)
