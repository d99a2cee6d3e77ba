"""The settings dialog, made of the rows of `studyapp.settings`: a new row appears by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from studyapp.gui import style
from studyapp.gui.dialogs.editors import editor, help_of, title_of
from studyapp.gui.dialogs.fitting import fit, scrolled
from studyapp.gui.dialogs.shortcuts import ShortcutEditor
from studyapp.gui.language import said
from studyapp.settings import Settings
from studyapp.wording import worded

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studyapp.gui.commands import Command
    from studyapp.gui.context import Context, Desk
    from studyapp.settings import Setting


def open_settings(desk: Desk, commands: Sequence[Command]) -> SettingsDialog:
    """Show the dialog beside the window; what is changed is in force at once."""
    dialog = SettingsDialog(desk.context, commands, desk.window())
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
        tabs = QTabWidget()
        tabs.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # its bar takes the keyboard
        tabs.setDocumentMode(True)
        tabs.addTab(scrolled(self._choices()), self.tr("General"))
        tabs.addTab(ShortcutEditor(context, commands), self.tr("Shortcuts"))
        buttons = QDialogButtonBox()
        reset = buttons.addButton(self.tr("Reset all"), QDialogButtonBox.ButtonRole.ResetRole)
        reset.clicked.connect(self._reset)
        close = buttons.addButton(QDialogButtonBox.StandardButton.Close)
        close.clicked.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(tabs)
        layout.addWidget(buttons)
        fit(self, 640, 720)

    def _choices(self) -> QWidget:
        page = QWidget()
        form = QFormLayout(page)
        form.setContentsMargins(0, 16, 0, 0)
        form.setVerticalSpacing(12)
        form.setHorizontalSpacing(24)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        group = ""
        for row in self._context.settings.rows():
            if row.group and row.group != group:
                group = row.group
                form.addRow(self._title(said(worded("Setting", group))))
            if row.group:
                self._add(form, row)
        return page

    def _title(self, group: str) -> QLabel:
        title = QLabel(group)
        title.setFont(style.interface_font(QFont.Weight.DemiBold))
        title.setContentsMargins(0, 8, 0, 0)
        return title

    def _add(self, form: QFormLayout, row: Setting[Any]) -> None:
        made = editor(self._context, row, self._further(row))
        if isinstance(made, QCheckBox):
            form.addRow("", made)
        else:
            form.addRow(title_of(row), made)
        if row.help:
            said = QLabel(help_of(row), wordWrap=True)
            said.setProperty("muted", True)
            form.addRow("", said)

    def _further(self, row: Setting[Any]) -> list[tuple[str, str]]:
        """Return what only this machine offers: the user's own themes, its typefaces."""
        if row is Settings.theme:
            return [
                (theme.id, QCoreApplication.translate("Theme", theme.title))
                for theme in self._context.themes.all()
            ]
        if row is Settings.reader_font:
            return [
                (family, family) for family in QFontDatabase.families() if family[0] not in ".@"
            ]
        return []

    def _reset(self) -> None:
        self._context.settings.reset()
