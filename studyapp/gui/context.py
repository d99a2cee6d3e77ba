"""What every part of the window is handed, and what a command may ask of the window.

There are no globals: a part gets the `Context`, reads from it, and asks the `Desk` for what
concerns others.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct

from studyapp.gui.searching import Search

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from studyapp.files import Home
    from studyapp.gui.bridge import Bridge
    from studyapp.gui.commands import Actions
    from studyapp.gui.jobs import Jobs
    from studyapp.gui.marking import Marking
    from studyapp.gui.memory import Memory
    from studyapp.gui.messages import Messages
    from studyapp.gui.overview import Overview
    from studyapp.gui.pageview import PageView
    from studyapp.gui.panels.base import Panel
    from studyapp.gui.panes import Panes
    from studyapp.gui.places import Places
    from studyapp.gui.reader.view import Reader
    from studyapp.gui.reading import Reading
    from studyapp.gui.seeking import Seeking
    from studyapp.gui.theme import Theme, Themes
    from studyapp.gui.touring import Tour
    from studyapp.model import Location
    from studyapp.settings import Settings
    from studyapp.workspace import Workspace


class Context(Struct, dict=True, eq=False):
    """What the parts share. `workspace` and `theme` are replaced as courses and themes change."""

    home: Home
    settings: Settings
    memory: Memory
    workspace: Workspace
    theme: Theme
    themes: Themes
    jobs: Jobs
    bridge: Bridge
    messages: Messages

    @cached_property
    def search(self) -> Search:
        """What is searched for, and found."""
        return Search(self)


class Desk(Protocol):
    """The window as its commands see it. View, reader, places and marks are the active pane's."""

    context: Context
    commands: Actions
    panes: Panes
    seeking: Seeking
    overview: Overview
    tour: Tour
    reading: Reading

    @property
    def view(self) -> PageView: ...

    @property
    def reader(self) -> Reader: ...

    @property
    def places(self) -> Places: ...

    @property
    def marking(self) -> Marking: ...

    def place(self) -> Location:
        """Return where the page stands now."""
        ...

    def go(self, location: Location, *, remember: bool = True) -> None:
        """Show a place of the open course; `remember` keeps the place left for the way back."""
        ...

    def go_aside(self, location: Location) -> None:
        """Show a place in the other pane, opened if there is none."""
        ...

    def follow(self, section_id: str, link: str, words: str = "", *, aside: bool = False) -> None:
        """Go where a link leads that is written in a section; `aside` in the other pane."""
        ...

    def open_course(self, folder: Path, location: Location | None = None) -> None:
        """Put another course in the window; an unreadable one leaves all as it is."""
        ...

    def panel(self, panel_id: str) -> Panel:
        """Return a panel, made on first use."""
        ...

    def show_panel(self, panel_id: str, *, shown: bool = True) -> None: ...

    def panel_shown(self, panel_id: str) -> bool: ...

    def focus_mode(self) -> bool: ...

    def set_focus_mode(self, on: bool) -> None:
        """Show only the page, or everything again."""
        ...

    def focus_next_pane(self, step: int) -> None:
        """Give the keyboard to the next part of the window: panel, page, panel."""
        ...

    def show_text_controls(self) -> None: ...

    def show_menu(self) -> None: ...

    def escape(self) -> None:
        """Close what is in the way, the innermost first; put the keyboard into the page."""
        ...

    def reload(self) -> None:
        """Read the course again from disk."""
        ...

    def window(self) -> QWidget:
        """Return what dialogs belong to."""
        ...

    def close(self) -> bool: ...
