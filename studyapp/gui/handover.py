"""What a window leaves to the one that takes its place when the language changes.

Places, panels and courses are in the memory; here is what a window knows beside it: the ways back
and forward, the search, the find bars, which pane has the say, what the notes are filtered by,
whether only the page is shown. The session takes it from the one window and gives it to the other.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from studyapp.gui.finding.bar import Wanted
    from studyapp.gui.history import History
    from studyapp.gui.hub.filtering import HubView
    from studyapp.gui.pane import Pane
    from studyapp.gui.searching import Asked
    from studyapp.gui.window import Window
    from studyapp.model import Location


@dataclass(frozen=True, slots=True)
class PaneState:
    """What one pane leaves."""

    history: History
    wanted: Wanted | None
    """What its find bar looks for; None where it is closed."""

    @classmethod
    def of(cls, pane: Pane) -> PaneState:
        """Return what a pane leaves."""
        bar = pane.hits.bar if pane.hits.finds else None
        return cls(pane.places.history, bar.wanted if bar else None)

    def put(self, pane: Pane) -> None:
        """Let a new pane go on with it."""
        pane.places.history = self.history
        if self.wanted is not None and pane.view.shows_page:
            self._find(pane)
        elif self.wanted is not None:  # once its page is there
            once = Qt.ConnectionType.SingleShotConnection
            pane.places.page_shown.connect(lambda *_: self._find(pane), once)

    def _find(self, pane: Pane) -> None:
        pane.hits.find()
        if pane.hits.bar is not None and self.wanted is not None:
            pane.hits.bar.look_for(self.wanted)


def _hub_view(window: Window) -> HubView | None:
    from studyapp.gui.panels.hub import Hub  # noqa: PLC0415 - seldom

    panel = window.sides.made_panel(Hub.id)
    return panel.board.view if isinstance(panel, Hub) else None


@dataclass(frozen=True, slots=True)
class Handover:
    """What one window leaves to the next."""

    panes: tuple[PaneState, ...]
    active: int
    query: Asked
    before: Location | None
    hub: HubView | None
    """Where the panel of all notes looks and what for; None where it was never opened."""
    only_page: bool
    settings_at: QPoint | None
    """Where the settings stand on the screen; None where they are closed."""

    @classmethod
    def of(cls, window: Window) -> Handover:
        """Return what a window leaves; asked for before it closes."""
        from studyapp.gui.dialogs.settings import SettingsDialog  # noqa: PLC0415 - seldom

        panes, search = window.panes, window.context.search
        open_ones = [one.pos() for one in window.findChildren(SettingsDialog) if one.isVisible()]
        return cls(
            tuple(map(PaneState.of, panes.shown)),
            panes.shown.index(panes.active),
            search.query,
            search.before,
            _hub_view(window),
            window.focus_mode(),
            open_ones[0] if open_ones else None,
        )

    def put(self, window: Window) -> None:
        """Let the window that stands in the same place go on with it."""
        search = window.context.search
        search.resume(self.query)
        search.set_before(self.before)
        for pane, state in zip(window.panes.shown, self.panes, strict=False):
            state.put(pane)
        if self.active < len(window.panes.shown):
            window.panes.activate(window.panes.shown[self.active])
            window.reader.setFocus()
        if self.hub is not None:
            self._resume_hub(window, self.hub)
        window.set_focus_mode(self.only_page)
        window.commands.refresh()
        if self.settings_at is not None:
            self._open_settings(window, self.settings_at)

    @staticmethod
    def _resume_hub(window: Window, view: HubView) -> None:
        from studyapp.gui.panels.hub import Hub  # noqa: PLC0415 - seldom

        panel = window.panel(Hub.id)
        if isinstance(panel, Hub):
            panel.board.resume(view)

    @staticmethod
    def _open_settings(window: Window, place: QPoint) -> None:
        from studyapp.gui.dialogs.settings import open_settings  # noqa: PLC0415 - seldom
        from studyapp.settings import Settings  # noqa: PLC0415 - seldom

        dialog = open_settings(window)
        dialog.move(place)
        dialog.choices.show_row(Settings.language)
