"""The contents: the sections of the course as a tree that follows the page.

Typing into the box above filters it. The tree opens what leads to the page on show, and scrolls
only when the page was changed from elsewhere: a row that was clicked stays under the mouse.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QMenu, QVBoxLayout

from studyapp.gui import icons
from studyapp.gui.commands import Command
from studyapp.gui.panels.base import Panel
from studyapp.gui.panels.rows import ContentsTree
from studyapp.gui.panels.tree import SectionTree
from studyapp.model import Kind, Location
from studyapp.study.progress import Standing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

    from studyapp.gui.context import Context, Desk
    from studyapp.model import Change, Section

NEXT_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F3)


class Contents(Panel):
    """Tree and filter. Signal: `mark_requested(section_ids, read)`."""

    mark_requested = Signal(list, bool)

    id = "contents"
    title = "Contents"
    icon = "panel-left"
    side: ClassVar[Literal["left", "right"]] = "left"
    shortcut = "F9"
    shows = frozenset({Kind.COURSE})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.model = SectionTree(self)
        self.tree = ContentsTree(context, self.model)
        self.filter = QLineEdit(placeholderText=self.tr("Filter contents"))
        self.filter.setAccessibleName(self.tr("Filter contents"))
        self._find = QAction(self.tr("Filter"), self)
        self._clear = QAction(self.tr("Clear filter"), self, visible=False)
        self.filter.addAction(self._find, QLineEdit.ActionPosition.LeadingPosition)
        self.filter.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self.count = QLabel()
        self.count.setProperty("muted", True)
        self.count.setContentsMargins(8, 0, 8, 4)
        self.count.hide()
        self._expanded: set[str] = set()
        self.apply_theme()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 0)
        layout.setSpacing(8)
        layout.addWidget(self.filter)
        layout.addWidget(self.count)
        layout.addWidget(self.tree)
        self.setFocusProxy(self.tree)

    def _connect(self) -> None:
        self.tree.opened.connect(self._open)
        self.tree.opened_aside.connect(self._open_aside)
        self.tree.expanded.connect(lambda index: self._note(index, is_open=True))
        self.tree.collapsed.connect(lambda index: self._note(index, is_open=False))
        self.tree.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.tree.customContextMenuRequested.connect(self._on_menu)
        self.filter.textChanged.connect(self._on_filter)
        self._clear.triggered.connect(self.filter.clear)
        self.filter.installEventFilter(self)
        self.tree.installEventFilter(self)
        self.context.bridge.changed.connect(self._on_study)

    def stops(self) -> list[QWidget]:
        """Return what Tab stops at, in order."""
        return [self.filter, self.tree]

    # What is shown

    def refresh(self) -> None:
        """Read the sections of the course again; what was open stays open."""
        self.model.set_course(self.context.workspace.course)
        self.model.set_progress(self.context.workspace.progress)
        if self.filter.text():
            self._on_filter(self.filter.text())
        else:
            self._restore()

    def follow_page(self) -> None:
        """Mark the page on show, open what leads to it and what is in it, bring it into view."""
        if self.section is None:
            return
        clicked = self.tree.current_id() == self.section.id
        self.tree.page_id = self.section.id
        index = self.model.index_of(self.section.id)
        opened = index if self.model.hasChildren(index) else index.parent()
        while opened.isValid():
            self.tree.expand(opened)
            opened = opened.parent()
        self.tree.setCurrentIndex(index)
        if not clicked and index.isValid():
            self.tree.scrollTo(index)
        self.tree.viewport().update()

    def follow_beside(self, section_id: str) -> None:
        """Mark the section in the other pane, and nothing else: no row opens for it."""
        if self.model.beside != section_id:
            before, self.model.beside = self.model.beside, section_id
            self.model.tell_states([one for one in (before, section_id) if one])

    def _on_study(self, change: Change) -> None:
        """Draw anew what was read, is not any more, or has changed."""
        if Kind.STUDY in change.kinds:
            self.model.tell_states(change.sections)
            self.tree.viewport().update()

    def apply_theme(self) -> None:
        """Take on the colors of the context's theme."""
        for action, name in ((self._find, "search"), (self._clear, "x")):
            action.setIcon(icons.icon(name, self.context.theme, "panel_muted"))
        self.update()

    # Filter

    def _on_filter(self, words: str) -> None:
        self._clear.setVisible(bool(words))
        self.model.filter(words)
        matches = self.model.matches
        self.count.setVisible(matches is not None)
        if matches is None:
            self._restore()
            self.follow_page()
            return
        self.count.setText(self._counted(len(matches)))
        self.tree.expandAll()
        if matches:
            self.tree.setCurrentIndex(self.model.index_of(matches[0]))
            self.tree.scrollToTop()

    def _counted(self, number: int) -> str:
        if number == 0:
            return self.tr("No title has these words")
        return self.tr("%Ln section(s)", "", number)

    def next_match(self, step: int = 1) -> None:
        """Open the match after (1) or before (-1) the row that is marked."""
        matches = self.model.matches
        if not matches:
            return
        here = self.tree.current_id()
        if here != self.tree.page_id and here in matches:
            place = matches.index(here)
        elif here in matches:
            place = (matches.index(here) + step) % len(matches)
        else:
            place = 0
        index = self.model.index_of(matches[place])
        self.tree.setCurrentIndex(index)
        self.tree.scrollTo(index)
        self._open(matches[place])

    def focus_filter(self) -> None:
        """Put the keyboard into the filter, ready to type over what is there."""
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Give the filter its keys: next match, clear, down into the tree."""
        if event.type() == QEvent.Type.ShortcutOverride and self._claims(event):
            event.accept()  # what Esc and F3 mean to the filter goes before what they do elsewhere
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._filter_key(watched, event)
        return super().eventFilter(watched, event)

    def _escapes(self, event: QEvent) -> bool:
        is_escape = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape
        return is_escape and bool(self.filter.text())

    def _claims(self, event: QEvent) -> bool:
        is_f3 = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F3
        return self._escapes(event) or (is_f3 and self.model.is_filtered)

    def _filter_key(self, watched: QObject, event: QKeyEvent) -> bool:
        in_filter = watched is self.filter
        if event.key() == Qt.Key.Key_F3 or (in_filter and event.key() in NEXT_KEYS):
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.next_match(-1 if back else 1)
        elif self._escapes(event):
            self.filter.clear()
        elif in_filter and event.key() == Qt.Key.Key_Down:
            self.tree.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            return False
        return True

    # Expanding

    def expand_all(self) -> None:
        """Open every row."""
        self.tree.expandAll()
        self._expanded = {section.id for section in self.context.workspace.course.order}

    def collapse_all(self) -> None:
        """Close every row."""
        self.tree.collapseAll()
        self._expanded.clear()

    def expand_below(self, index: QModelIndex, *, is_open: bool = True) -> None:
        """Open or close a row and all under it."""
        for inner in self._walk(index):
            self.tree.setExpanded(inner, is_open)

    def expand_level(self, index: QModelIndex, *, is_open: bool = True) -> None:
        """Open or close every row that is as deep in the tree as this one."""
        depth = _depth(index)
        for inner in self._walk(QModelIndex()):
            if _depth(inner) == depth:
                self.tree.setExpanded(inner, is_open)

    def _walk(self, index: QModelIndex) -> Iterator[QModelIndex]:
        if index.isValid():
            yield index
        for row in range(self.model.rowCount(index)):
            yield from self._walk(self.model.index(row, 0, index))

    def _note(self, index: QModelIndex, *, is_open: bool) -> None:
        """Remember what is open, so that a filter or a new edition does not lose it."""
        if not self.model.is_filtered:
            change = self._expanded.add if is_open else self._expanded.discard
            change(self.model.section(index).id)

    def _restore(self) -> None:
        for section_id in tuple(self._expanded):
            index = self.model.index_of(section_id)
            if index.isValid():
                self.tree.expand(index)

    # Wishes

    def _open(self, section_id: str) -> None:
        self.go_requested.emit(Location(section_id))

    def _open_aside(self, section_id: str) -> None:
        self.aside_requested.emit(Location(section_id))

    def _on_menu(self, place: QPoint) -> None:
        menu = self._menu(self.tree.indexAt(place))
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.tree.viewport().mapToGlobal(place))

    def _menu(self, index: QModelIndex) -> QMenu:
        menu = QMenu(self)

        def add(title: str, icon: str = "") -> QAction:
            action = menu.addAction(title)
            if icon:
                action.setIcon(icons.icon(icon, self.context.theme))
            return action

        if index.isValid():
            section = self.model.section(index)
            for title, icon, read in self._marks(section):
                add(title, icon).triggered.connect(
                    lambda _=False, read=read: self.mark_requested.emit(
                        [one.id for one in section.walk()], read
                    )
                )
            add(self.tr("Open in Other Pane"), "columns-2").triggered.connect(
                lambda: self._open_aside(section.id)
            )
            menu.addSeparator()
        add(self.tr("Expand All"), "chevrons-up-down").triggered.connect(self.expand_all)
        add(self.tr("Collapse All"), "chevrons-down-up").triggered.connect(self.collapse_all)
        if index.isValid() and self.model.rowCount(index):
            menu.addSeparator()
            for title, act, is_open in (
                (self.tr("Expand All Under This"), self.expand_below, True),
                (self.tr("Collapse All Under This"), self.expand_below, False),
                (self.tr("Expand All at This Level"), self.expand_level, True),
                (self.tr("Collapse All at This Level"), self.expand_level, False),
            ):
                add(title).triggered.connect(
                    lambda _=False, act=act, is_open=is_open: act(index, is_open=is_open)
                )
        menu.addSeparator()
        add(self.tr("Copy Contents as Text"), "copy").triggered.connect(self.copy_as_text)
        return menu

    def _marks(self, section: Section) -> Iterator[tuple[str, str, bool]]:
        """Yield title, icon and meaning of the marks that would change something."""
        progress = self.context.workspace.progress
        states = {progress.state(one.id) for one in section.walk() if one.file}
        if states - {Standing.READ}:
            whole = self.tr("Mark Chapter as Read")
            yield whole if section.children else self.tr("Mark as Read"), "circle-check", True
        if states - {Standing.UNSEEN}:
            whole = self.tr("Mark Chapter as Unread")
            yield whole if section.children else self.tr("Mark as Unread"), "", False

    def copy_as_text(self) -> None:
        """Put the titles on the clipboard, indented by depth; only what the filter shows."""
        lines = [
            f"{'  ' * _depth(index)}- {self.model.section(index).title}"
            for index in self._walk(QModelIndex())
        ]
        QGuiApplication.clipboard().setText("\n".join(lines))


def _depth(index: QModelIndex) -> int:
    depth, parent = 0, index.parent()
    while parent.isValid():
        depth, parent = depth + 1, parent.parent()
    return depth


def _contents(desk: Desk) -> Contents:
    panel = desk.panel("contents")
    assert isinstance(panel, Contents)  # noqa: S101 - the id says so
    return panel


def _filter(desk: Desk) -> None:
    desk.show_panel("contents")
    _contents(desk).focus_filter()


Contents.commands = (
    Command(
        "contents.filter",
        "Filter Contents",
        "Go",
        _filter,
        "Ctrl+Shift+E",
        "list-tree",
        group="pane",
    ),
    Command(
        "contents.expand_all",
        "Expand All Contents",
        "Course",
        lambda desk: _contents(desk).expand_all(),
        icon="chevrons-up-down",
        group="contents",
    ),
    Command(
        "contents.collapse_all",
        "Collapse All Contents",
        "Course",
        lambda desk: _contents(desk).collapse_all(),
        icon="chevrons-down-up",
        group="contents",
    ),
    Command(
        "contents.copy",
        "Copy Contents as Text",
        "Course",
        lambda desk: _contents(desk).copy_as_text(),
        icon="copy",
        group="contents",
    ),
)
