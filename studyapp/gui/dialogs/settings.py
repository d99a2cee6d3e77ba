"""The settings dialog, made of the rows of `studyapp.settings`: a new row appears by itself."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QLabel,
    QLineEdit,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from studyapp.gui import icons, style
from studyapp.gui.announcing import announce
from studyapp.gui.dialogs.fitting import fit
from studyapp.gui.dialogs.notebookrow import NotebookRow
from studyapp.gui.dialogs.settingrow import SettingRow
from studyapp.gui.dialogs.shortcuts import ShortcutEditor
from studyapp.gui.language import said
from studyapp.wording import worded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studyapp.gui.commands import Command
    from studyapp.gui.context import Context, Desk
    from studyapp.settings import Setting


FIND = Qt.FocusReason.ShortcutFocusReason


def open_settings(desk: Desk) -> SettingsDialog:
    """Show the dialog beside the window; what is changed is in force at once."""
    dialog = SettingsDialog(desk.context, tuple(desk.commands.rows.values()), desk.window())
    dialog.show()
    return dialog


class SettingsDialog(QDialog):
    """Every choice by group, and the keys."""

    def __init__(
        self, context: Context, commands: Sequence[Command], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._context = context
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Settings"))
        self.choices = Choices(context)
        tabs = QTabWidget()
        tabs.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its bar takes the keyboard
        tabs.setDocumentMode(True)
        tabs.addTab(self.choices, self.tr("General"))
        keys = ShortcutEditor(context, commands)
        tabs.addTab(keys, self.tr("Shortcuts"))
        buttons = QDialogButtonBox()
        self.reset_button = buttons.addButton(
            self.tr("Reset all"), QDialogButtonBox.ButtonRole.ResetRole
        )
        self.reset_button.clicked.connect(self._reset)
        self.undo_button = buttons.addButton(
            self.tr("Undo reset"), QDialogButtonBox.ButtonRole.ResetRole
        )
        self.undo_button.clicked.connect(self._undo)
        self.undo_button.hide()
        self._before: list[tuple[Setting[Any], Any]] = []
        """What was chosen before all was reset."""
        close = buttons.addButton(QDialogButtonBox.StandardButton.Close)
        close.clicked.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(tabs)
        layout.addWidget(buttons)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        fields = self.choices.field, keys.filter
        find.activated.connect(lambda: fields[tabs.currentIndex()].setFocus(FIND))
        context.bridge.settings_changed.connect(self._on_setting)
        self._on_setting()
        fit(self, 660, 720)
        self.choices.field.setFocus()

    def _reset(self) -> None:
        settings = self._context.settings
        self._before = [(row, settings.value_of(row)) for row in settings.rows()]
        self.undo_button.show()
        self.undo_button.setFocus(Qt.FocusReason.OtherFocusReason)
        settings.reset()
        announce(self, self.tr("All as usual"))

    def _undo(self) -> None:
        """Take a reset of all back."""
        for row, value in self._before:
            self._context.settings.put(row, value)
        self.undo_button.hide()
        self.reset_button.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, self.tr("Reset undone"))

    def _on_setting(self, _name: str = "") -> None:
        settings = self._context.settings
        rows = settings.rows()
        self.reset_button.setEnabled(any(settings.value_of(row) != row.default for row in rows))


class Choices(QWidget):
    """The rows below their groups, and a field to find one of them."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.field = QLineEdit(clearButtonEnabled=True)
        self.field.setPlaceholderText(self.tr("Find a setting"))
        self.field.setAccessibleName(self.tr("Find a setting"))
        self.field.textChanged.connect(self._filter)
        self._glass = self.field.addAction(
            icons.icon("search", context.theme, "panel_muted"),
            QLineEdit.ActionPosition.LeadingPosition,
        )
        self._glass.setText(self.tr("Find"))
        self._context = context
        context.bridge.theme_changed.connect(self._on_theme)
        self._nothing = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self._nothing.setProperty("muted", True)
        self._nothing.hide()
        self.groups: list[tuple[QLabel, list[SettingRow | NotebookRow]]] = []
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._filled(context))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 16, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.field)
        layout.addWidget(area, 1)

    def _filled(self, context: Context) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 12, 8)
        column.setSpacing(14)
        shown = [row for row in context.settings.rows() if row.group]
        for group, rows in groupby(shown, key=lambda row: row.group):
            self._add(
                column,
                said(worded("Setting", group)),
                [SettingRow(context, row, wide=True) for row in rows],
            )
        self._add(column, self.tr("Notebook"), [NotebookRow(context)])
        column.addWidget(self._nothing)
        column.addStretch(1)  # more than the rows, which would part where few are left
        return page

    def _add(
        self, column: QVBoxLayout, group: str, rows: Sequence[SettingRow | NotebookRow]
    ) -> None:
        title = QLabel(group)
        title.setFont(style.interface_font(QFont.Weight.DemiBold, 1.1))
        title.setContentsMargins(0, 10, 0, 0)
        self.groups.append((title, list(rows)))
        for part in (title, *rows):
            column.addWidget(part)

    def show_row(self, row: Setting[Any]) -> None:
        """Take the keyboard to the editor of a setting."""
        rows = (one for _, group in self.groups for one in group if isinstance(one, SettingRow))
        found = next(one for one in rows if one.row is row)
        found.stops()[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _filter(self, words: str) -> None:
        count = 0
        for title, rows in self.groups:
            found = [row.says(words) for row in rows]
            for row, shown in zip(rows, found, strict=True):
                row.setVisible(shown)
            title.setVisible(any(found))
            count += sum(found)
        self._nothing.setText(self.tr("No setting says “{}”.").format(words.strip()))
        self._nothing.setVisible(not count)
        announce(self.field, self.tr("%n setting(s)", "", count))

    def _on_theme(self) -> None:
        self._glass.setIcon(icons.icon("search", self._context.theme, "panel_muted"))
