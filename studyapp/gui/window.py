"""The window: puts the page, the panels and the commands together, and passes wishes on.

`go(location)` is the one way to a page, whoever wishes it. There is no logic here: places, courses,
panels and commands each know their own business.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtWidgets import QMainWindow, QMenu

from studyapp.gui import catalog
from studyapp.gui.announcing import announce
from studyapp.gui.commands import Actions
from studyapp.gui.courses import Courses
from studyapp.gui.marking import Marking
from studyapp.gui.noting.wiring import Noting
from studyapp.gui.overview import Overview
from studyapp.gui.pageview import PageView
from studyapp.gui.places import Places
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

    from PySide6.QtGui import QCloseEvent

    from studyapp.gui.context import Context
    from studyapp.gui.panels.base import Panel
    from studyapp.model import Course, Section
    from studyapp.page import Page

FIRST_SIZE = QSize(1280, 860)
ORIGIN = "window"
PAGE_MENU = (
    ("page.copy", "notes.quote", "page.copy_link"),
    ("read.section", "unread.section"),
    ("notes.highlight", "notes.underline", "notes.note", "notes.bookmark", "notes.remove"),
    ("go.back", "go.forward"),
    ("go.previous", "go.next"),
)


class Window(QMainWindow):
    """The `Desk` of the commands. Signals: `moved()` after what is worth keeping, `closing()`."""

    moved = Signal()
    closing = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.view = PageView(context)
        self.reader = self.view.reader
        self.sides = Sides(context, self.view, self)
        self.places = Places(context, self.view, self)
        self.marking = Marking(context, self.reader, self)
        self.courses = Courses(context, self)
        self.watch = Watch(self)
        self.noting = Noting(self)
        self.overview = Overview(self, self.view)
        self.tour = Tour(self, self.view)
        self.seeking = Seeking(self)
        self.reading = Reading(self)
        self.commands = Actions(self, self, catalog.ALL)
        self.marking.use(self.commands)
        self.header = self.view.add_header(self.commands)
        self.toolbar = ToolBar(context, self.commands, self)
        self.addToolBar(self.toolbar)
        self.toolbar.field.left.connect(self.seeking.leave)
        self.setCentralWidget(self.sides.splitter)
        if sys.platform == "darwin":
            self.commands.fill(self.menuBar())
        self._connect_facts()
        self._connect_wishes()
        self.toolbar.show_course(context.workspace.course.title)
        self.resize(FIRST_SIZE)
        self.telling = Telling(self)
        self.reader.setFocus()

    def _connect_facts(self) -> None:
        bridge = self.context.bridge
        bridge.changed.connect(self._on_changed)
        bridge.theme_changed.connect(self._on_theme)
        bridge.settings_changed.connect(self._on_setting)
        self.places.page_shown.connect(self._on_page)
        self.places.settled.connect(self.commands.refresh)
        self.places.heading_reached.connect(self._on_heading)
        self.courses.opened.connect(self._on_course)
        self.courses.changed.connect(self._on_edition)
        self.courses.failed.connect(self.context.messages.error)
        self.watch.disturbed.connect(self._on_disturbed)
        self.sides.made.connect(self.noting.take_panel)
        self.sides.made.connect(self.overview.take_panel)
        self.reader.copyAvailable.connect(lambda _yes: self.commands.refresh())
        self.marking.changed.connect(self.commands.refresh)
        self.marking.outdated.connect(self.places.refresh)

    def _connect_wishes(self) -> None:
        reader, view = self.reader, self.view
        self.sides.go_requested.connect(self.go)
        self.header.go_requested.connect(self._on_crumb)
        self.header.read_requested.connect(self.commands["read.section"].trigger)
        reader.link_followed.connect(self._on_link)
        reader.section_requested.connect(lambda section_id: self.go(Location(section_id, offset=0)))
        reader.next_requested.connect(self._on_paged)
        reader.zoom_requested.connect(self._on_zoom)
        reader.viewport().installEventFilter(self)
        view.retry_requested.connect(self._on_retry)
        view.course_requested.connect(self.commands["course.open"].trigger)
        view.guide_requested.connect(self.commands["help.guide"].trigger)

    def is_settled(self) -> bool:
        """Return whether what is on show is complete: no page, picture or job is still to come."""
        context = self.context
        parts = self.reader, self.marking, self.noting, self.overview, context.jobs, context.search
        return not (self.places.waiting or any(part.busy for part in parts))

    # Places

    def place(self) -> Location:
        """Return where the page stands; of no section where none is on show."""
        return self.places.here()

    def go(self, location: Location, *, remember: bool = True) -> None:
        """Show a place of the open course; `remember` keeps the place left for the way back."""
        self.places.go(location, remember=remember)

    def _on_page(self, section: Section, page: Page) -> None:
        course = self.context.workspace.course
        self.sides.show_page(section, page)
        self.marking.show_page()
        self.setWindowTitle(f"{section.title} - {course.title}")
        file = course.root / section.file
        self.watch.watch([course.root, *([file.parent, file] if section.file else [])])
        self.moved.emit()

    def _on_heading(self, heading_id: str) -> None:
        self.sides.show_place(heading_id)
        self.moved.emit()

    def _on_crumb(self, section_id: str) -> None:
        is_here = self.place().section == section_id
        self.go(Location(section_id, offset=0 if is_here else None))

    def _on_paged(self, step: int) -> None:
        if section_id := self.places.neighbor(step):
            self.go(Location(section_id, offset=0))

    def _on_zoom(self, step: int) -> None:
        self.commands["view.zoom_in" if step > 0 else "view.zoom_out"].trigger()

    def _on_link(self, link: str, _in_new_pane: bool) -> None:
        self.follow(self.place().section, link)

    def follow(self, section_id: str, link: str) -> None:
        """Go where a link leads that is written in a section."""
        from studyapp.gui.dialogs.links import follow  # noqa: PLC0415 - not at start

        follow(self, self.context.workspace.resolve(section_id, link))

    # Courses

    def open_course(self, folder: Path, location: Location | None = None) -> None:
        """Put another course in the window; an unreadable one leaves all as it is."""
        self.courses.open(folder, location)

    def reload(self) -> None:
        """Read the course again from disk."""
        self.courses.look_again(always=True)

    def _on_course(self, course: Course, location: Location | None) -> None:
        context = self.context
        self.places.note()
        context.workspace = Workspace(
            course, context.home, context.workspace.compiler, context.workspace.keeper
        )
        self.reader.clear_page()
        self.places.begin()
        self.toolbar.show_course(course.title)
        context.bridge.follow(context.workspace)
        context.bridge.changed.emit(Change(frozenset({Kind.COURSE}), origin=ORIGIN))
        self.places.start(location)

    def _on_edition(self, course: Course) -> None:
        self.context.workspace.replace_course(course)

    def _on_changed(self, change: Change) -> None:
        if Kind.COURSE in change.kinds and change.origin != ORIGIN:
            self.toolbar.show_course(self.context.workspace.course.title)
            self.places.refresh()

    def _on_disturbed(self) -> None:
        self.places.refresh()
        self.courses.look_again()

    def _on_retry(self) -> None:
        self.places.start()
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
            *stops_of(self.view),
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
        self.header.setHidden(on)
        self.sides.set_all_hidden(on)
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
        self.reader.setFocus()
        announce(self, self.tr("Focus mode on") if on else self.tr("Focus mode off"))

    def escape(self) -> None:
        """Close what is in the way: a message, the focus mode; put the keyboard into the page."""
        if self.marking.escape():
            return
        if self.context.messages.current:
            self.context.messages.dismiss()
        elif self.focus_mode():
            self.set_focus_mode(False)
        elif not self.seeking.escape():
            self.reader.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_next_pane(self, step: int) -> None:
        """Give the keyboard to the next part of the window: panel, page, panel."""
        parts = self.sides.open_around(self.reader)
        focused = self.focusWidget() or self.reader
        inside = [part is focused or part.isAncestorOf(focused) for part in parts]
        here = inside.index(True) if any(inside) else 0
        parts[(here + step) % len(parts)].setFocus(Qt.FocusReason.TabFocusReason)

    def show_shortcuts(self) -> None:
        """Show the keys of all commands."""
        from studyapp.gui.dialogs.shortcuts import ShortcutOverlay  # noqa: PLC0415 - not at start

        ShortcutOverlay(self.context, catalog.ALL, self).open()

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
        """Offer what can be done with the page."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for group in PAGE_MENU:
            menu.addActions([self.commands[command_id] for command_id in group])
            menu.addSeparator()
        menu.popup(event.globalPos())

    def restore(self, geometry: str) -> None:
        """Take the place on the screen that was remembered."""
        self.restoreGeometry(QByteArray.fromBase64(geometry.encode()))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Note the place in the course and on the screen, and tell who keeps the memory."""
        self.set_focus_mode(False)
        self.noting.finish()
        self.places.note()
        self.context.memory.geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        self.closing.emit()
        super().closeEvent(event)
