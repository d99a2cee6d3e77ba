"""All notes: of this section, of the course, of all courses, and what was removed.

The panel is made of a `Board`, which is loaded when it is first shown: the first page needs none of
it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from PySide6.QtWidgets import QVBoxLayout

from studyapp.gui.commands import Command
from studyapp.gui.panels.base import Panel
from studyapp.model import Kind

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from studyapp.gui.context import Context, Desk


class Hub(Panel):
    """The board, kept up to date."""

    id = "hub"
    title = "All Notes"
    icon = "clipboard-list"
    side: ClassVar[Literal["left", "right"]] = "left"
    usual = False
    shortcut = "Ctrl+Shift+H"
    shows = frozenset({Kind.NOTES, Kind.COURSE})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        from studyapp.gui.hub.board import Board  # noqa: PLC0415 - not at start

        super().__init__(context, parent)
        self.board = Board(context, self)
        self.board.go_requested.connect(self.go_requested)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.board)
        self.setFocusProxy(self.board)

    def refresh(self) -> None:
        """Read the annotations again."""
        self.board.refresh()

    def follow_page(self) -> None:
        """Show what belongs to the section on show, where that is asked for."""
        self.board.follow_page(self.section)

    def stops(self) -> list[QWidget]:
        """Return what Tab stops at, in order."""
        return self.board.stops()

    def apply_theme(self) -> None:
        """Take on the colors of the theme."""
        self.board.apply_theme()


def _hub(desk: Desk) -> Hub:
    desk.show_panel("hub")
    panel = desk.panel("hub")
    assert isinstance(panel, Hub)  # noqa: S101 - the id says so
    return panel


Hub.commands = (
    Command(
        "hub.filter",
        "Find in All Notes",
        "Notes",
        lambda desk: _hub(desk).board.focus_filter(),
        "Ctrl+Alt+F",
        "search",
        group="hub",
    ),
    Command(
        "hub.review",
        "What Changed in the Course",
        "Notes",
        lambda desk: desk.overview.review(),
        icon="history",
        group="hub",
    ),
    Command(
        "hub.link",
        "Link Note to the Selection",
        "Notes",
        lambda desk: desk.overview.linking.link(),
        "Ctrl+Alt+L",
        "link",
        lambda desk: desk.overview.linking.waits,
        group="hub",
    ),
)
