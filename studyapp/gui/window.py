"""The window: puts the panes, the panels and the commands together, and passes wishes on.

`go(location)` is the one way to a page, whoever wishes it, and leads there in the active pane.
There is no logic here: panes, courses, panels and commands each know their own business.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QMainWindow

from studyapp.gui import catalog
from studyapp.gui.announcing import announce
from studyapp.gui.commands import Actions
from studyapp.gui.courses import Courses
from studyapp.gui.noting.wiring import Noting
from studyapp.gui.overview import Overview
from studyapp.gui.pagemenu import open_page_menu
from studyapp.gui.panes import Panes
from studyapp.gui.reading import Reading
from studyapp.gui.seeking import Seeking
from studyapp.gui.sides import Sides
from studyapp.gui.stops import put_in_order, stops_of
from studyapp.gui.telling import Telling
from studyapp.gui.toolbar import ToolBar
from studyapp.gui.touring import Tour
from studyapp.gui.watching import Watch
from studyapp.model import Change, Kind, Location
from studyapp.workspace import Workspace

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QCloseEvent, QContextMenuEvent

    from studyapp.gui.context import Context
    from studyapp.gui.header import Header
    from studyapp.gui.marking import Marking
    from studyapp.gui.pageview import PageView
    from studyapp.gui.pane import Pane
    from studyapp.gui.panels.base import Panel
    from studyapp.gui.places import Places
    from studyapp.gui.reader.view import Reader
    from studyapp.model import Course

FIRST_SIZE = QSize(1280, 860)
ORIGIN = "window"


class Window(QMainWindow):
    """The `Desk` of the commands. Signals: `moved()` after what is worth keeping, `closing()`."""

    moved = Signal()
    closing = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.panes = Panes(context, self)
        self.sides = Sides(context, self.panes.widget, self)
        self.courses = Courses(context, self)
        self.watch = Watch(self)
        self.noting = Noting(self)
        self.overview = Overview(self)
        self.tour = Tour(self, self.view)
        self.seeking = Seeking(self)
        self.reading = Reading(self)
        self.telling = Telling(self)
        self.commands = Actions(self, self, catalog.ALL)
        self.toolbar = ToolBar(context, self.commands, self)
        self.addToolBar(self.toolbar)
        self.toolbar.field.left.connect(self.seeking.leave)
        self.setCentralWidget(self.sides.splitter)
        if sys.platform == "darwin":
            self.commands.fill(self.menuBar())
        self._connect()
        self.panes.use(self.commands)
        self.toolbar.show_course(context.workspace.course.title)
        self.resize(FIRST_SIZE)
        self.reader.setFocus()

    # The active pane

    @property
    def view(self) -> PageView:
        """What the active pane looks like."""
        return self.panes.active.view

    @property
    def reader(self) -> Reader:
        """The page of the active pane."""
        return self.panes.active.reader

    @property
    def header(self) -> Header:
        """The line above it."""
        return self.panes.active.header

    @property
    def places(self) -> Places:
        """Where it is, and was."""
        return self.panes.active.places

    @property
    def marking(self) -> Marking:
        """Its marks."""
        return self.panes.active.marking

    def _connect(self) -> None:
        bridge = self.context.bridge
        bridge.changed.connect(self._on_changed)
        bridge.theme_changed.connect(self._on_theme)
        bridge.settings_changed.connect(self._on_setting)
        self.courses.opened.connect(self._on_course)
        self.courses.changed.connect(self._on_edition)
        self.courses.failed.connect(self.context.messages.error)
        self.watch.disturbed.connect(self._on_disturbed)
        self.sides.made.connect(self.noting.take_panel)
        self.sides.made.connect(self.overview.take_panel)
        self.sides.go_requested.connect(self.go)
        self.sides.aside_requested.connect(self.go_aside)
        self.panes.made.connect(self._take_pane)
        self.panes.activated.connect(self._on_activated)
        self.panes.arranged.connect(self._on_arranged)

    def _take_pane(self, pane: Pane) -> None:
        """Hear what a pane tells and wishes."""
        pane.places.page_shown.connect(lambda *_: self._on_page(pane))
        pane.places.settled.connect(self.commands.refresh)
        pane.places.heading_reached.connect(lambda heading: self._on_heading(pane, heading))
        pane.reader.copyAvailable.connect(lambda _yes: self.commands.refresh())
        pane.marking.changed.connect(self.commands.refresh)
        pane.read_requested.connect(lambda: self._on_read(pane))
        pane.reader.link_followed.connect(self._on_link)
        pane.reader.zoom_requested.connect(self._on_zoom)
        pane.reader.viewport().installEventFilter(self)
        pane.view.retry_requested.connect(lambda: self._on_retry(pane))
        pane.view.course_requested.connect(self.commands["course.open"].trigger)
        pane.view.guide_requested.connect(self.commands["help.guide"].trigger)
        pane.header.setHidden(self.focus_mode())

    def is_settled(self) -> bool:
        """Return whether what is on show is complete: no page, picture or job is still to come."""
        context = self.context
        parts = self.panes, self.noting, self.overview, context.jobs, context.search
        return not any(part.busy for part in parts)

    # Places

    def place(self) -> Location:
        """Return where the page stands; of no section where none is on show."""
        return self.places.here()

    def go(self, location: Location, *, remember: bool = True) -> None:
        """Show a place of the open course; `remember` keeps the place left for the way back."""
        self.places.go(location, remember=remember)

    def go_aside(self, location: Location) -> None:
        """Show a place in the other pane, opened if there is none; the keyboard stays here."""
        self.panes.beside().places.go(location)

    def _on_page(self, pane: Pane) -> None:
        if pane is self.panes.active:
            self._follow_pane()
        self._follow_beside()
        course = self.context.workspace.course
        known = [one.reader.section for one in self.panes.shown]
        files = [course.root / one.file for one in known if one is not None and one.file]
        self.watch.watch([course.root, *(path for file in files for path in (file.parent, file))])
        self.moved.emit()

    def _follow_pane(self) -> None:
        """Let panels and title tell of the page of the active pane."""
        section, page = self.reader.section, self.reader.page
        if section is not None and page is not None:
            self.sides.show_page(section, page)
            self.setWindowTitle(f"{section.title} - {self.context.workspace.course.title}")

    def _follow_beside(self) -> None:
        """Let panels mark the section of the pane that is not active."""
        other = self.panes.other
        section = other.reader.section if other is not None else None
        self.sides.show_beside(section.id if section is not None else "")

    def _on_heading(self, pane: Pane, heading_id: str) -> None:
        if pane is self.panes.active:
            self.sides.show_place(heading_id)
        self.moved.emit()

    def _on_activated(self, pane: Pane) -> None:
        self._follow_pane()
        self._follow_beside()
        self.sides.show_place(pane.places.here().heading)
        self.commands.refresh()

    def _on_arranged(self) -> None:
        self._follow_beside()
        self.order_stops()
        self.commands.refresh()
        self.moved.emit()

    def _on_read(self, pane: Pane) -> None:
        self.panes.activate(pane)
        self.commands["read.section"].trigger()

    def _on_zoom(self, step: int) -> None:
        self.commands["view.zoom_in" if step > 0 else "view.zoom_out"].trigger()

    def _on_link(self, section_id: str, link: str, aside: bool, words: str) -> None:
        self.follow(section_id, link, words, aside=aside)

    def follow(self, section_id: str, link: str, words: str = "", *, aside: bool = False) -> None:
        """Go where a link leads that is written in a section; `aside` in the other pane."""
        from studyapp.gui.dialogs.links import follow  # noqa: PLC0415 - not at start

        follow(self, self.context.workspace.resolve(section_id, link), words, aside=aside)

    # Courses

    def open_course(self, folder: Path, location: Location | None = None) -> None:
        """Put another course in the window; an unreadable one leaves all as it is."""
        self.courses.open(folder, location)

    def reload(self) -> None:
        """Read the course again from disk."""
        self.courses.look_again(always=True)

    def _on_course(self, course: Course, location: Location | None) -> None:
        context = self.context
        self.panes.remember()
        self.panes.clear()
        context.workspace = Workspace(
            course, context.home, context.workspace.compiler, context.workspace.keeper
        )
        self.panes.begin()
        self.toolbar.show_course(course.title)
        context.bridge.follow(context.workspace)
        context.bridge.changed.emit(Change(frozenset({Kind.COURSE}), origin=ORIGIN))
        self.places.start(location)
        self.panes.restore()

    def _on_edition(self, course: Course) -> None:
        self.context.workspace.replace_course(course)

    def _on_changed(self, change: Change) -> None:
        if Kind.COURSE in change.kinds and change.origin != ORIGIN:
            self.toolbar.show_course(self.context.workspace.course.title)
            self.panes.refresh()

    def _on_disturbed(self) -> None:
        self.panes.refresh()
        self.courses.look_again()

    def _on_retry(self, pane: Pane) -> None:
        pane.places.start()
        self.reload()

    # View

    def panel(self, panel_id: str) -> Panel:
        """Return a panel, made on first use."""
        return self.sides.panel(panel_id)

    def panel_shown(self, panel_id: str) -> bool:
        """Return whether a panel is open."""
        return self.sides.is_shown(panel_id)

    def show_panel(self, panel_id: str, *, shown: bool = True) -> None:
        """Open or close a panel."""
        self.sides.show(panel_id, shown=shown)
        self.moved.emit()

    def order_stops(self) -> None:
        """Let Tab go through the window as the eye does."""
        left, right = self.sides.stops("left"), self.sides.stops("right")
        stops = [
            *stops_of(self.toolbar),
            *left,
            *(stop for pane in self.panes.shown for stop in stops_of(pane.view)),
            *stops_of(self.context.messages),
            *right,
        ]
        put_in_order(stops)

    def focusNextPrevChild(self, following: bool) -> bool:
        """Put the stops in order before Tab goes on: parts of the window come and go."""
        self.order_stops()
        return super().focusNextPrevChild(following)

    def focus_mode(self) -> bool:
        """Return whether only the page is shown."""
        return self.toolbar.isHidden()

    def set_focus_mode(self, on: bool) -> None:
        """Show only the page, or everything again."""
        if on == self.focus_mode():
            return
        self.toolbar.setHidden(on)
        for pane in self.panes.all:
            pane.header.setHidden(on)
        self.sides.set_all_hidden(on)
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        self.reader.setFocus()
        announce(self, self.tr("Focus mode on") if on else self.tr("Focus mode off"))

    def escape(self) -> None:
        """Close what is in the way, one at a time, the innermost first; end up in the page.

        From a panel one comes back to the page as it was left, with its sentence and caret.
        """
        is_here = self.panes.active.has_focus() or self.marking.popup.is_open
        if is_here and self.marking.escape():
            return
        if self.context.messages.current:
            self.context.messages.dismiss()
        elif self.seeking.close_bar():
            return
        elif self.focus_mode():
            self.set_focus_mode(False)
        elif not self.seeking.escape():
            self.reader.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_next_pane(self, step: int) -> None:
        """Give the keyboard to the next part of the window: panel, page, panel."""
        parts = self.sides.open_around(pane.reader for pane in self.panes.shown)
        focused = self.focusWidget() or self.reader
        inside = [part is focused or part.isAncestorOf(focused) for part in parts]
        here = inside.index(True) if any(inside) else 0
        if parts:  # none while a course is opened
            parts[(here + step) % len(parts)].setFocus(Qt.FocusReason.TabFocusReason)

    def show_text_controls(self) -> None:
        """Show size, column and line height at hand."""
        from studyapp.gui.dialogs.comfort import TextControls  # noqa: PLC0415 - not at start

        TextControls(self.context, self).open_below(self.toolbar.text_button)

    def show_menu(self) -> None:
        """Open the menu of all commands."""
        self.toolbar.menu_button.showMenu()

    def _on_theme(self) -> None:
        self.commands.apply_theme()
        self.toolbar.apply_theme()

    def _on_setting(self, name: str) -> None:
        if name == "shortcuts":
            self.commands.apply_keys()
            self.toolbar.apply_keys()
        self.commands.refresh()

    # Mouse and end

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the side buttons of the mouse go back and forward."""
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent):
            if event.button() == Qt.MouseButton.BackButton:
                self.commands["go.back"].trigger()
                return True
            if event.button() == Qt.MouseButton.ForwardButton:
                self.commands["go.forward"].trigger()
                return True
        return super().eventFilter(watched, event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the page, and with what is under the mouse."""
        open_page_menu(self, event)

    def restore(self, geometry: str) -> None:
        """Take the place on the screen that was remembered."""
        self.restoreGeometry(QByteArray.fromBase64(geometry.encode()))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Note the place in the course and on the screen, and tell who keeps the memory."""
        self.set_focus_mode(False)
        self.noting.finish()
        if not self.overview.unwritten.may_close():
            event.ignore()
            return
        self.panes.remember()
        self.context.memory.geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        self.closing.emit()
        super().closeEvent(event)
