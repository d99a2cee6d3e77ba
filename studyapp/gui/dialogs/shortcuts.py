"""The keys of every command: shown in an overlay by "?", and changed in the settings."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QKeySequenceEdit,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from studyapp.gui import style
from studyapp.gui.announcing import announce
from studyapp.gui.commands import clashes, keys_of, menu_title, shown_keys, title_of, without_dots
from studyapp.gui.language import plural
from studyapp.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from studyapp.gui.commands import Command
    from studyapp.gui.context import Context

COLUMNS = 2
EDGE = 40
"""Room left between the keys and the edges of the window, in pixels."""
SCROLLING = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


def groups(commands: Iterable[Command]) -> dict[str, list[Command]]:
    """Return the commands that may have keys by the menu they stand in."""
    found: dict[str, list[Command]] = {}
    for command in commands:
        if command.rows is None:
            found.setdefault(command.menu or "Elsewhere", []).append(command)
    return found


class ShortcutOverlay(QDialog):
    """All keys at a glance, and those of the words typed; Esc or Enter ends it."""

    def __init__(
        self, context: Context, commands: Sequence[Command], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Keyboard shortcuts"))
        self._own = context.settings.shortcuts
        self._commands = commands
        self._rows: list[tuple[str, list[QWidget]]] = []
        self.filter = QLineEdit(clearButtonEnabled=True)
        self.filter.setPlaceholderText(self.tr("Filter commands and keys"))
        self.filter.setAccessibleName(self.tr("Filter commands and keys"))
        self.filter.textChanged.connect(self._on_filter)
        self.filter.installEventFilter(self)
        self.area = QScrollArea(widgetResizable=True)
        self.area.setAccessibleName(self.tr("Commands and their keys"))
        self.area.setFrameShape(QScrollArea.Shape.NoFrame)
        top = QHBoxLayout()
        top.setContentsMargins(16, 12, 16, 0)
        top.addWidget(self.filter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(top)
        layout.addWidget(self.area)
        room = parent.size() - QSize(2 * EDGE, 2 * EDGE) if parent else self.maximumSize()
        size = self._put(COLUMNS)
        if size.width() > room.width():
            size = self._put(1)
        self.resize(size.boundedTo(room))

    def _put(self, count: int) -> QSize:
        """Put the keys into so many columns; return the size to show all of them."""
        self._rows.clear()
        inside = QWidget()
        columns = QHBoxLayout(inside)
        columns.setContentsMargins(24, 8, 24, 16)
        columns.setSpacing(40)
        for part in self._balanced(count):
            column = QVBoxLayout()
            column.setSpacing(24)
            for title, rows in part:
                column.addLayout(self._group(title, rows))
            column.addStretch(1)
            columns.addLayout(column, 1)
        self.area.setWidget(inside)
        return inside.sizeHint() + QSize(24, 56)

    def _balanced(self, count: int) -> list[list[tuple[str, list[Command]]]]:
        """Return the groups in columns of about equal length."""
        parts: list[list[tuple[str, list[Command]]]] = [[] for _ in range(count)]
        heights = [0] * count
        for title, rows in groups(self._commands).items():
            keyed = [row for row in rows if keys_of(row, self._own)]
            if keyed:
                shortest = heights.index(min(heights))
                parts[shortest].append((title, keyed))
                heights[shortest] += len(keyed) + 2
        return parts

    def _on_filter(self, text: str) -> None:
        """Leave only the rows that have all the words, and the titles of menus that have rows."""
        words = text.casefold().split()
        shown: dict[QWidget, bool] = {}
        for said, (heading, *parts) in self._rows:
            fits = all(word in said for word in words)
            shown[heading] = shown.get(heading, False) or fits
            shown.update(dict.fromkeys(parts, fits))
        for widget, fits in shown.items():
            widget.setVisible(fits)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let keys scroll while the keyboard is in the filter."""
        is_key = isinstance(event, QKeyEvent) and event.key() in SCROLLING
        if is_key and event.type() == QEvent.Type.KeyPress:
            self.area.event(event)
            return True
        return super().eventFilter(watched, event)

    def _group(self, title: str, rows: list[Command]) -> QGridLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(6)
        grid.setHorizontalSpacing(24)
        grid.setColumnStretch(0, 1)
        heading = QLabel(menu_title(title))
        heading.setFont(style.interface_font(QFont.Weight.DemiBold))
        grid.addWidget(heading, 0, 0)
        for place, row in enumerate(rows, 1):
            name = QLabel(without_dots(title_of(row)))
            grid.addWidget(name, place, 0)
            keys = QLabel(self.tr("  or  ").join(shown_keys(keys_of(row, self._own))))
            keys.setProperty("muted", True)
            grid.addWidget(keys, place, 1, Qt.AlignmentFlag.AlignRight)
            said = f"{heading.text()} {name.text()} {keys.text()}".casefold()
            self._rows.append((said, [heading, name, keys]))
        return grid


def _inside(top: QTreeWidgetItem) -> Iterator[QTreeWidgetItem]:
    for place in range(top.childCount()):
        if child := top.child(place):
            yield child


class ShortcutEditor(QWidget):
    """A list of commands, a field to find them, and one that takes new keys for the one marked."""

    def __init__(
        self, context: Context, commands: Sequence[Command], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._commands = commands
        self.filter = QLineEdit(clearButtonEnabled=True)
        self.filter.setPlaceholderText(self.tr("Filter commands and keys"))
        self.filter.setAccessibleName(self.tr("Filter commands and keys"))
        self.filter.textChanged.connect(self._on_filter)
        self.list = QTreeWidget(columnCount=2)
        self.list.setAllColumnsShowFocus(True)
        self.list.setHeaderLabels([self.tr("Command"), self.tr("Keys")])
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setAccessibleName(self.tr("Commands and their keys"))
        self.field = QKeySequenceEdit()
        self.field.setMaximumSequenceLength(1)
        self.field.setClearButtonEnabled(True)
        self.field.setAccessibleName(self.tr("New keys"))
        self.said = QLabel(wordWrap=True)
        self.said.setProperty("muted", True)
        self.set_button = QPushButton(self.tr("Set"))
        self.reset_button = QPushButton(self.tr("Usual"))
        self.set_button.clicked.connect(lambda: self._put(self.field.keySequence().toString()))
        self.reset_button.clicked.connect(lambda: self._put(None))
        self.list.currentItemChanged.connect(self._on_item)
        self._lay_out()
        self._fill()
        self._on_item(None)
        context.bridge.settings_changed.connect(self._on_setting)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.field, 1)
        line.addWidget(self.set_button)
        line.addWidget(self.reset_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 16, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.filter)
        layout.addWidget(self.list, 1)
        layout.addLayout(line)
        layout.addWidget(self.said)

    def _fill(self) -> None:
        for title, rows in groups(self._commands).items():
            head = QTreeWidgetItem(self.list, [menu_title(title)])
            head.setFlags(Qt.ItemFlag.ItemIsEnabled)
            for row in rows:
                item = QTreeWidgetItem(head, [without_dots(title_of(row)), ""])
                item.setData(0, Qt.ItemDataRole.UserRole, row)
                self._show_keys(item, row)
        self.list.expandAll()

    def _show_keys(self, item: QTreeWidgetItem, row: Command) -> None:
        keys = keys_of(row, self._context.settings.shortcuts)
        item.setText(1, ", ".join(shown_keys(keys)))

    def _groups(self) -> dict[QTreeWidgetItem, list[QTreeWidgetItem]]:
        """Return the rows of commands by that of the menu they stand in."""
        tops = (self.list.topLevelItem(place) for place in range(self.list.topLevelItemCount()))
        return {top: list(_inside(top)) for top in tops if top}

    def _on_filter(self, text: str) -> None:
        """List only the commands that have all the words, below the menus they stand in."""
        words, count = text.casefold().split(), 0
        for head, items in self._groups().items():
            said = [f"{head.text(0)} {one.text(0)} {one.text(1)}".casefold() for one in items]
            fitting = [all(word in told for word in words) for told in said]
            for item, fits in zip(items, fitting, strict=True):
                item.setHidden(not fits)
            head.setHidden(not any(fitting))
            count += sum(fitting)
        announce(self.filter, plural("Palette", "%n command(s)", count))

    def _on_setting(self, name: str) -> None:
        """Show keys that were set elsewhere, such as by a reset of all."""
        if name == Settings.shortcuts.name:
            for item in chain.from_iterable(self._groups().values()):
                self._show_keys(item, item.data(0, Qt.ItemDataRole.UserRole))
            self._on_item(self.list.currentItem())

    def _on_item(self, item: QTreeWidgetItem | None) -> None:
        row = item.data(0, Qt.ItemDataRole.UserRole) if item else None
        for part in (self.field, self.set_button, self.reset_button):
            part.setEnabled(row is not None)
        keys = keys_of(row, self._context.settings.shortcuts) if row else []
        self.field.setKeySequence(keys[0] if keys else QKeySequence())
        self.said.clear()

    def _put(self, keys: str | None) -> None:
        """Give the marked command other keys, or its usual ones, unless another has them."""
        item = self.list.currentItem()
        if item is None:
            return
        row: Command = item.data(0, Qt.ItemDataRole.UserRole)
        own = dict(self._context.settings.shortcuts)
        own.pop(row.id, None)
        if keys is not None and keys != row.shortcut:
            own[row.id] = keys
        if taken := next((one for one in clashes(self._commands, own) if row.id in one[1:]), None):
            other = next(one for one in self._commands if one.id in taken[1:] and one.id != row.id)
            spelled = QKeySequence(taken[0]).toString(QKeySequence.SequenceFormat.NativeText)
            words = self.tr("{} already belongs to “{}”. Give that command other keys first.")
            self.said.setText(words.format(spelled, without_dots(title_of(other))))
            announce(self, self.said.text())
            return
        self._context.settings.shortcuts = own
