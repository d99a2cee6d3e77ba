"""A pane: one page in the window, with its places, its marks and what is found on it.

`Panes` makes the first with the window and a second when the window is first split. What a pane can
do by itself it does; what concerns the window goes up as a signal.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from studyapp.gui.finding.pagehits import PageHits
from studyapp.gui.marking import Marking
from studyapp.gui.pageview import PageView
from studyapp.gui.places import Places
from studyapp.model import Location

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from studyapp.gui.commands import Actions
    from studyapp.gui.context import Context
    from studyapp.gui.header import Header


class Pane(QObject):
    """Puts the parts of one page together.

    Signals: `touched()` when the mouse does something with its header; `close_requested()`;
    `read_requested()` to count what has changed as read.
    """

    touched = Signal()
    close_requested = Signal()
    read_requested = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.view = PageView(context)
        self.reader = self.view.reader
        self.places = Places(context, self.view, self)
        self.marking = Marking(context, self.reader, self)
        self.hits = PageHits(context, self.view, self)
        self.places.page_shown.connect(lambda _section, _page: self._on_page())
        self.places.settled.connect(self._show_steps)
        self.marking.outdated.connect(self.places.refresh)
        self.reader.section_requested.connect(self._go_to_top)
        self.reader.next_requested.connect(self.step)

    def use(self, actions: Actions) -> None:
        """Take the commands: their keys count on this page, their buttons stand around it."""
        self.marking.use(actions)
        actions.count_in(self.reader)
        header = self.view.add_header(actions)
        header.go_requested.connect(self._on_crumb)
        header.step_requested.connect(self._on_step)
        header.read_requested.connect(self.read_requested)
        header.close_requested.connect(self.close_requested)
        header.touched.connect(self.touched)

    @property
    def header(self) -> Header:
        """The line above the page."""
        assert self.view.header is not None  # noqa: S101 - `use` comes first
        return self.view.header

    @property
    def busy(self) -> bool:
        """Whether what it shows is still to be completed."""
        return self.places.waiting or self.reader.busy or self.marking.busy

    def has_focus(self) -> bool:
        """Return whether the keyboard is in this pane."""
        focused = QApplication.focusWidget()
        return focused is not None and self.holds(focused)

    def holds(self, widget: QWidget) -> bool:
        """Return whether a widget is part of this pane."""
        return self.view is widget or self.view.isAncestorOf(widget)

    def clear(self) -> None:
        """Show nothing, and forget the way that led there."""
        self.hits.end()
        self.marking.popup.close()
        self.reader.selecting.switch_caret(on=False)
        self.reader.clear_page()
        self.places.begin()

    def step(self, step: int) -> None:
        """Go to the top of the section before or after."""
        if section_id := self.places.neighbor(step):
            self._go_to_top(section_id)

    def _on_step(self, step: int) -> None:
        self.touched.emit()
        if section_id := self.places.neighbor(step):
            self.places.go(Location(section_id))

    def _on_crumb(self, section_id: str) -> None:
        self.touched.emit()
        is_here = self.places.here().section == section_id
        self.places.go(Location(section_id, offset=0 if is_here else None))

    def _go_to_top(self, section_id: str) -> None:
        self.places.go(Location(section_id, offset=0))

    def _on_page(self) -> None:
        self.marking.show_page()
        self.hits.show_page()

    def _show_steps(self) -> None:
        steps = {"back": bool(self.places.neighbor(-1)), "on": bool(self.places.neighbor(1))}
        self.header.show_steps(**steps)
