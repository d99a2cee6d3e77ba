"""The panels on both sides of the page: made when first shown, one at a time on each side.

The window owns it; which panels are open and how wide the sides are goes into the memory.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from studyapp.gui.language import translate
from studyapp.gui.panels import PANELS
from studyapp.gui.panels.base import Panel

if TYPE_CHECKING:
    from collections.abc import Iterable

    from studyapp.gui.context import Context
    from studyapp.model import Section
    from studyapp.page import Page

WIDTHS = {"left": 280, "right": 260}
LEAST_WIDTH = 170
LEAST_HEIGHT = 240
BOTH_FROM = 1200
"""In a window narrower than this the right side is closed, until it is asked for."""


class Sides(QObject):
    """Keeps the panels in a splitter around the page.

    Signals: `go_requested(Location)`, `aside_requested(Location)`, the wishes of panels;
    `made(Panel)` when a panel is first shown.
    """

    go_requested = Signal(object)
    aside_requested = Signal(object)
    made = Signal(object)

    def __init__(self, context: Context, middle: QWidget, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._kinds = {kind.id: kind for kind in PANELS}
        self._panels: dict[str, Panel] = {}
        self._section: Section | None = None
        self._page: Page | None = None
        self._heading = ""
        self._beside = ""
        self._hidden: list[str] = []
        self._stacks = {side: QStackedWidget() for side in WIDTHS}
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self._middle = middle
        for part in (self._stacks["left"], middle, self._stacks["right"]):
            self.splitter.addWidget(part)
        for stack in self._stacks.values():
            stack.setMinimumSize(LEAST_WIDTH, LEAST_HEIGHT)
            stack.hide()
        for place in range(self.splitter.count()):  # heard in the order in which it is seen
            for part in (self.splitter.widget(place), self.splitter.handle(place)):
                if part is not None:
                    part.raise_()
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.splitterMoved.connect(self._remember_widths)

    def open_remembered(self, window_width: int) -> None:
        """Open the panels that were open, or the usual ones for a window of this width."""
        for kind in PANELS:
            usual = kind.usual and (kind.side == "left" or window_width >= BOTH_FROM)
            if self._context.memory.panels.get(kind.id, usual):
                self.show(kind.id, remember=False)

    def open_only(self, panel_ids: tuple[str, ...]) -> None:
        """Open these panels and close all others."""
        for panel_id in self._kinds:
            self.show(panel_id, shown=panel_id in panel_ids, remember=False)

    def panel(self, panel_id: str) -> Panel:
        """Return a panel, made on first use."""
        if panel_id not in self._panels:
            kind = self._kinds[panel_id]
            panel = kind(self._context)
            panel.setAccessibleName(translate("Panel", kind.title))
            panel.go_requested.connect(self.go_requested)
            panel.aside_requested.connect(self.aside_requested)
            self._panels[panel_id] = panel
            self._stacks[kind.side].addWidget(panel)
            self.made.emit(panel)
            if self._section and self._page:
                panel.show_page(self._section, self._page)
                panel.follow_place(self._heading)
            panel.follow_beside(self._beside)
        return self._panels[panel_id]

    def made_panel(self, panel_id: str) -> Panel | None:
        """Return a panel if it was ever shown."""
        return self._panels.get(panel_id)

    @property
    def ids(self) -> tuple[str, ...]:
        """Ids of all panels, shown or not."""
        return tuple(self._kinds)

    def side(self, panel_id: str) -> str:
        """Return on which side a panel stands."""
        return self._kinds[panel_id].side

    def open_around(self, pages: Iterable[QWidget]) -> list[QWidget]:
        """Return the panels that are open and take the keyboard, the pages in the middle."""
        left, right = ([] if s.isHidden() else [s.currentWidget()] for s in self._stacks.values())
        parts = [*left, *pages, *right]
        return [part for part in parts if part is not None and _takes_keys(part)]

    def stops(self, side: str) -> list[QWidget]:
        """Return what Tab stops at on a side, in order."""
        panel = self._stacks[side].currentWidget()
        return panel.stops() if isinstance(panel, Panel) else []

    def is_shown(self, panel_id: str) -> bool:
        """Return whether a panel is open."""
        stack = self._stacks[self._kinds[panel_id].side]
        panel = self._panels.get(panel_id)
        return panel is not None and not stack.isHidden() and stack.currentWidget() is panel

    def show(self, panel_id: str, *, shown: bool = True, remember: bool = True) -> None:
        """Open or close a panel; another one on its side gives way."""
        stack = self._stacks[self._kinds[panel_id].side]
        if shown:
            stack.setCurrentWidget(self.panel(panel_id))
            self._set_width(stack)
        if shown or self.is_shown(panel_id):
            stack.setVisible(shown)
        if remember:
            self._remember(panel_id, shown=shown)

    def _remember(self, panel_id: str, *, shown: bool) -> None:
        """Note that a panel was opened or closed; one that gave way is closed."""
        panels = self._context.memory.panels
        if shown:
            side = self._kinds[panel_id].side
            panels.update({kind.id: False for kind in PANELS if kind.side == side})
        panels[panel_id] = shown

    def set_all_hidden(self, hidden: bool) -> None:
        """Close every panel for a while, or open again those that were open."""
        if hidden:
            self._hidden = [side for side, stack in self._stacks.items() if not stack.isHidden()]
        for side in self._hidden:
            self._stacks[side].setHidden(hidden)

    def show_page(self, section: Section, page: Page) -> None:
        """Tell the panels which page is open."""
        self._section, self._page, self._heading = section, page, ""
        for panel in self._panels.values():
            panel.show_page(section, page)

    def show_beside(self, section_id: str) -> None:
        """Tell the panels what stands in the other pane; an empty id for nothing."""
        self._beside = section_id
        for panel in self._panels.values():
            panel.follow_beside(section_id)

    def show_place(self, heading_id: str) -> None:
        """Tell the panels under which heading the reader is."""
        self._heading = heading_id
        for panel in self._panels.values():
            panel.follow_place(heading_id)

    def _set_width(self, stack: QStackedWidget) -> None:
        if not stack.isHidden():
            return
        side = next(name for name, one in self._stacks.items() if one is stack)
        wanted = self._context.memory.widths.get(side, WIDTHS[side])
        sizes = self.splitter.sizes()
        place = self.splitter.indexOf(stack)
        sizes[1] = max(sizes[1] + sizes[place] - wanted, self._middle.minimumWidth())
        sizes[place] = wanted
        stack.show()
        self.splitter.setSizes(sizes)

    def _remember_widths(self) -> None:
        sizes = self.splitter.sizes()
        for side, stack in self._stacks.items():
            if not stack.isHidden():
                self._context.memory.widths[side] = sizes[self.splitter.indexOf(stack)]


def _takes_keys(part: QWidget) -> bool:
    """Return whether a part has something to put the keyboard on: an empty list is hidden."""
    target = part.focusProxy() or part
    return target.isVisibleTo(part)
