"""A setting in a dialog: its name, its editor, and a way back to its default once it was changed.

The settings dialog sets them side by side, the text controls below each other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from studyapp.gui import icons
from studyapp.gui.announcing import announce
from studyapp.gui.dialogs.choosers import Faces, Swatches
from studyapp.gui.dialogs.editors import editor, help_of, put, title_of
from studyapp.gui.language import said
from studyapp.settings import Settings
from studyapp.wording import worded

if TYPE_CHECKING:
    from studyapp.gui.context import Context
    from studyapp.settings import Setting

EDITOR_WIDTH = 300


def fitting_editor(context: Context, row: Setting[Any]) -> QWidget:
    """Return the editor of a setting; themes and typefaces show themselves."""
    if row is Settings.theme:
        return Swatches(context)
    if row is Settings.reader_font:
        return Faces(context)
    return editor(context, row)


class SettingRow(QWidget):
    """One setting; `wide` puts its words to the left of its editor, with what it is for."""

    def __init__(self, context: Context, row: Setting[Any], *, wide: bool = False) -> None:
        super().__init__()
        self.row = row
        self._context = context
        self.editor = fitting_editor(context, row)
        self.title = QLabel(title_of(row))
        self.title.setBuddy(self.editor.focusProxy() or self.editor)
        self.help = QLabel(help_of(row), wordWrap=True)
        self.help.setProperty("muted", True)
        self.help.setVisible(wide and bool(row.help))
        self.reset = QToolButton()
        self.reset.setIconSize(QSize(15, 15))
        self.reset.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.reset.setToolTip(self.tr("Reset to what is usual"))
        self.reset.setAccessibleName(self.tr("Reset “{}”").format(title_of(row)))
        self.reset.clicked.connect(self._reset)
        keeps = self.reset.sizePolicy()
        keeps.setRetainSizeWhenHidden(True)
        self.reset.setSizePolicy(keeps)
        self._lay_out(wide)
        context.bridge.settings_changed.connect(self._on_setting)
        context.bridge.theme_changed.connect(self._draw_icon)
        self._draw_icon()
        self._on_setting(row.name)

    def stops(self) -> list[QWidget]:
        """Return what Tab goes through, in this order."""
        return [self.editor.focusProxy() or self.editor, self.reset]

    def says(self, words: str) -> bool:
        """Tell whether all of some words stand in what it says of itself."""
        row = self.row
        parts = [row.group, row.title, row.help, *(title for _, title in row.choices)]
        told = " ".join(said(worded("Setting", part)) for part in parts).casefold()
        return all(word in told for word in words.casefold().split())

    def _lay_out(self, wide: bool) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(2)
        top = Qt.AlignmentFlag.AlignTop
        if not wide:
            grid.addWidget(self.title, 0, 0)
            grid.addWidget(self.reset, 0, 1)
            grid.addWidget(self.editor, 1, 0, 1, 2)
            grid.setColumnStretch(0, 1)
            return
        switch = isinstance(self.editor, QCheckBox)
        self.title.setHidden(switch)
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addWidget(self.editor if switch else self.title)
        words.addWidget(self.help)
        words.addStretch()
        grid.addLayout(words, 0, 0)
        if not switch:
            self.editor.setFixedWidth(EDITOR_WIDTH)
            grid.addWidget(self.editor, 0, 1, top)
        grid.addWidget(self.reset, 0, 2, top)
        grid.setColumnStretch(0, 1)

    def _reset(self) -> None:
        # Its button is about to hide, and must not take the keyboard with it
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        put(self._context, self.row, self.row.default)
        announce(self, self.tr("{}: as usual").format(title_of(self.row)))

    def _draw_icon(self) -> None:
        self.reset.setIcon(icons.icon("undo-2", self._context.theme, "panel_muted"))

    def _on_setting(self, name: str) -> None:
        if name == self.row.name:
            changed = self._context.settings.value_of(self.row) != self.row.default
            self.reset.setVisible(changed)
