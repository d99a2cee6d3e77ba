"""What every side panel has in common.

A panel is a subclass with its class attributes set, and its name in `PANELS`. The window makes it
when it is first shown, tells it which page is open, and takes its wishes (`go_requested`). A panel
that is hidden only marks itself stale.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from PySide6.QtCore import Signal

from studyapp.gui.stops import Part

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent
    from PySide6.QtWidgets import QWidget

    from studyapp.gui.commands import Command
    from studyapp.gui.context import Context
    from studyapp.model import Change, Kind, Section
    from studyapp.page import Page


class Panel(Part):
    """A widget beside the page.

    Signals: `go_requested(Location)`, the wish to show a place; `aside_requested(Location)`, the
    wish to show it in the other pane.
    """

    go_requested = Signal(object)
    aside_requested = Signal(object)

    id: ClassVar[str]
    title: ClassVar[str]
    icon: ClassVar[str]
    side: ClassVar[Literal["left", "right"]]
    usual: ClassVar[bool] = True
    """Whether it is open as long as the user has not said otherwise."""
    shortcut: ClassVar[str] = ""
    """Keys that show and hide it."""
    shows: ClassVar[frozenset[Kind]] = frozenset()
    """Kinds of change after which it must be refreshed."""
    commands: ClassVar[tuple[Command, ...]] = ()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.section: Section | None = None
        self.page: Page | None = None
        self._stale = True
        self._behind = True
        context.bridge.changed.connect(self._on_changed)
        context.bridge.theme_changed.connect(self.apply_theme)

    def refresh(self) -> None:
        """Read again what is shown from the workspace."""

    def follow_page(self) -> None:
        """Show what belongs to `section` and `page`, which have just changed."""

    def follow_place(self, heading_id: str) -> None:
        """Mark the heading under which the reader is."""

    def follow_beside(self, section_id: str) -> None:
        """Mark the section that stands in the other pane; an empty id says that there is none."""

    def stops(self) -> list[QWidget]:
        """Return what Tab stops at, in order."""
        return []

    def apply_theme(self) -> None:
        """Take on the colors of the context's theme."""
        self.update()

    def show_page(self, section: Section, page: Page) -> None:
        """Note which page is open; called by the window for every page."""
        self.section, self.page = section, page
        self._behind = True
        if self.isVisible():
            self._catch_up()

    def showEvent(self, event: QShowEvent) -> None:
        """Make up for what was missed while hidden."""
        super().showEvent(event)
        self._catch_up()

    def _catch_up(self) -> None:
        if self._stale:
            self._stale = False
            self._behind = True
            self.refresh()
        if self._behind and self.section is not None:
            self._behind = False
            self.follow_page()

    def _on_changed(self, change: Change) -> None:
        if change.origin != self.id and self.shows & change.kinds:
            self._stale = True
            if self.isVisible():
                self._catch_up()
