"""The panes of the window: one page, or two side by side or one below the other.

The window makes one `Panes` and asks the active pane for reader, places and marks. The second pane
is made when it is first needed; closed, it is emptied and kept for the next time, so that nothing
that still works for it is left without an object. Whoever has to do with pages hears `made` for
each pane and `activated` when another has the say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QSplitter

from studyapp.gui.memory import SecondPane
from studyapp.gui.middle import Middle
from studyapp.gui.pageview import LEAST_WIDTH
from studyapp.gui.pane import Pane
from studyapp.model import Location
from studyapp.settings import Settings

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from studyapp.gui.commands import Actions
    from studyapp.gui.context import Context

ROOM_FOR_TWO = 840
"""Pixels that two columns need to breathe; with less, the second pane stands below the first."""
WINDOW_LEAST_WIDTH = 280


class Panes(QObject):
    """Opens, closes and arranges panes, and knows which one is active.

    Signals: `made(Pane)`, `activated(Pane)`, `closed(Pane)`; `arranged()` when there is another
    number or order of them.
    """

    made = Signal(object)
    activated = Signal(object)
    closed = Signal(object)
    arranged = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._actions: Actions | None = None
        self._share = 0.5
        self._spare: Pane | None = None
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.widget = Middle(self.splitter, context.messages)
        self.widget.setMinimumWidth(WINDOW_LEAST_WIDTH)
        self.active = self._made()
        self.shown = [self.active]
        """Those on show, the first one first."""
        self.widget.resized.connect(self._arrange)
        self.splitter.splitterMoved.connect(self._on_moved)
        context.bridge.settings_changed.connect(self._on_setting)
        context.bridge.theme_changed.connect(self._on_theme)

    def use(self, actions: Actions) -> None:
        """Take the commands, once there are any; tell of the first pane."""
        self._actions = actions
        self.active.use(actions)
        self.made.emit(self.active)

    def _made(self) -> Pane:
        pane = Pane(self._context, self)
        self.splitter.addWidget(pane.view)
        pane.touched.connect(lambda: self.activate(pane))
        pane.close_requested.connect(lambda: self.close(pane))
        pane.places.page_shown.connect(lambda _section, _page: self.remember())
        pane.places.heading_reached.connect(lambda _heading: self.remember())
        return pane

    # Which

    @property
    def is_split(self) -> bool:
        """Whether there are two."""
        return len(self.shown) > 1

    @property
    def other(self) -> Pane | None:
        """The one on show that is not active."""
        return next((pane for pane in self.shown if pane is not self.active), None)

    @property
    def all(self) -> list[Pane]:
        """Those on show, and the one that is kept."""
        return [*self.shown, *([self._spare] if self._spare else [])]

    @property
    def busy(self) -> bool:
        """Whether a page is still to be completed."""
        return any(pane.busy for pane in self.shown)

    def activate(self, pane: Pane) -> None:
        """Let commands and panels work with a pane from now on, and the keyboard if it is here."""
        if pane is self.active or pane not in self.shown:
            return
        before, self.active = self.active, pane
        if before.has_focus():
            pane.reader.setFocus()
        self._show_which()
        self.activated.emit(pane)

    def go_to_other(self) -> None:
        """Take the keyboard to the pane that is not active."""
        if pane := self.other:
            pane.reader.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.activate(pane)

    def _on_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        found = [pane for pane in self.shown if now is not None and pane.holds(now)]
        for pane in found:
            self.activate(pane)

    # How many

    def split(self) -> None:
        """Open a second pane at the place of the first, and go there."""
        place = self.active.places.here()
        if not self.is_split and place.section:
            pane = self.beside()
            pane.places.go(Location(place.section, offset=place.offset), remember=False)
            self.activate(pane)
            pane.reader.setFocus()

    def beside(self) -> Pane:
        """Return the pane that is not active, opened without a page if there is none."""
        if pane := self.other:
            return pane
        pane, self._spare = self._spare or self._first_made(), None
        self.shown.append(pane)
        self._put_in_order()
        pane.view.show()
        self._on_arranged()
        return pane

    def _first_made(self) -> Pane:
        pane = self._made()
        if self._actions is not None:
            pane.use(self._actions)
        if isinstance(app := QApplication.instance(), QApplication):
            app.focusChanged.connect(self._on_focus)
        self.made.emit(pane)
        return pane

    def close(self, pane: Pane | None = None) -> None:
        """Close a pane, the active one by default; the other takes all the room."""
        pane = pane or self.active
        if self.is_split and pane in self.shown:
            self._put_away(pane)
            self._context.memory.course(self._context.workspace.course.id).second = None
            self.remember()

    def _put_away(self, pane: Pane) -> None:
        left = next(one for one in self.shown if one is not pane)
        self.activate(left)
        self.shown, self._spare = [left], pane
        left.view.take_banners(pane.view)
        self.closed.emit(pane)
        pane.clear()
        pane.view.hide()
        self._on_arranged()

    def swap(self) -> None:
        """Let the panes change places."""
        if self.is_split:
            self.shown.reverse()
            self._share = 1 - self._share
            self._put_in_order()
            self._on_arranged()
            self.remember()

    def clear(self) -> None:
        """Show one pane and nothing in it: another course is opened."""
        if self.is_split:
            self._put_away(self.shown[1])
        self.active.clear()

    def begin(self) -> None:
        """Take up the course that is now open."""
        for pane in self.all:
            pane.places.begin()

    def refresh(self) -> None:
        """Show every page again as its file now is."""
        for pane in self.shown:
            pane.places.refresh()

    # How they stand

    @property
    def stands_below(self) -> bool:
        """Whether a second pane stands below the first, or would."""
        chosen = self._context.settings.second_pane
        return chosen == "below" or (chosen == "auto" and self.widget.width() < ROOM_FOR_TWO)

    def turn(self) -> None:
        """Put the second pane below the first, or beside it, from now on."""
        chosen = "beside" if self.stands_below else "below"
        self._context.settings.put(Settings.second_pane, chosen)

    def _on_setting(self, name: str) -> None:
        if name == Settings.second_pane.name:
            self._arrange()
            self.arranged.emit()

    def _on_theme(self) -> None:
        self._context.messages.apply_theme(self._context.theme)

    def _put_in_order(self) -> None:
        for place, pane in enumerate(self.shown):
            self.splitter.insertWidget(place, pane.view)

    def _arrange(self) -> None:
        """Divide the room as it is now."""
        below = self.stands_below
        least = 2 * LEAST_WIDTH if self.is_split and not below else WINDOW_LEAST_WIDTH
        is_forced = self._context.settings.second_pane == "beside"
        self.widget.setMinimumWidth(least if is_forced else WINDOW_LEAST_WIDTH)
        if not self.is_split:
            return
        self.splitter.setOrientation(
            Qt.Orientation.Vertical if below else Qt.Orientation.Horizontal
        )
        room = self.splitter.height() if below else self.splitter.width()
        first = round(self._share * room)
        self.splitter.setSizes([first, room - first])

    def _on_moved(self) -> None:
        sizes = [size for size in self.splitter.sizes() if size]
        if self.is_split and len(sizes) == len(self.shown):
            self._share = sizes[0] / sum(sizes)
            self.remember()

    def _on_arranged(self) -> None:
        self._arrange()
        self._show_which()
        self.arranged.emit()

    def _show_which(self) -> None:
        for number, pane in enumerate(self.shown, 1):
            pane.header.show_among(others=self.is_split, active=pane is self.active)
            count = self.tr("Page, pane {} of {}").format(number, len(self.shown))
            pane.reader.setAccessibleName(count if self.is_split else self.tr("Page"))

    # What is remembered

    def remember(self) -> None:
        """Note in the memory what the panes show."""
        memory = self._context.memory.course(self._context.workspace.course.id)
        for pane in reversed(self.shown):  # of two places in one section, the first pane's counts
            pane.places.note()
        memory.section = self.shown[0].places.last or memory.section
        if self.is_split:
            place = self.shown[1].places.here()
            if place.section:
                memory.second = SecondPane(place.section, place.offset or 0, self._share)

    def restore(self) -> None:
        """Open the second pane as it was left in this course; the first one is on show by now."""
        course = self._context.workspace.course
        second = self._context.memory.course(course.id).second
        if second is None or self.is_split or second.section not in course.by_id:
            return
        self._share = min(max(second.share, 0.1), 0.9)
        self.beside().places.go(Location(second.section, offset=second.offset), remember=False)
