"""Which Studyapp this is, under which terms, and where it keeps what it keeps."""

from __future__ import annotations

import platform
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, qVersion
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from studyapp import __version__
from studyapp.gui import icons, style

if TYPE_CHECKING:
    from studyapp.gui.context import Context, Desk


def open_about(desk: Desk) -> None:
    """Show the dialog."""
    AboutDialog(desk.context, desk.window(), desk).open()


class AboutDialog(QDialog):
    """Version, license, folders."""

    def __init__(
        self, context: Context, parent: QWidget | None = None, desk: Desk | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About Studyapp"))
        picture = QLabel()
        picture.setAccessibleName(self.tr("Icon of Studyapp"))
        picture.setPixmap(icons.app_icon().pixmap(64, 64))
        name = QLabel(f"Studyapp {__version__}")
        name.setFont(style.interface_font(QFont.Weight.Bold, 1.5))
        said = QLabel(
            self.tr(
                "Read a course of Markdown offline, search it, and keep notes for years.\n"
                "Free software under the MIT license; the bundled courses under CC BY 4.0."
            ),
            wordWrap=True,
        )
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        if desk is not None:
            licenses = buttons.addButton(
                self.tr("Licenses"), QDialogButtonBox.ButtonRole.ActionRole
            )
            licenses.clicked.connect(lambda: self._open_licenses(desk))
            licenses.setAutoDefault(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(32, 24, 32, 16)
        layout.setSpacing(16)
        for part in (picture, name, said):
            layout.addWidget(part)
        layout.addLayout(self._facts(context))
        layout.addWidget(buttons)
        self.setMinimumWidth(480)

    def _open_licenses(self, desk: Desk) -> None:
        from studyapp.gui.dialogs.licenses import open_licenses  # noqa: PLC0415 - seldom

        self.accept()
        open_licenses(desk)

    def _facts(self, context: Context) -> QFormLayout:
        form = QFormLayout()
        form.setHorizontalSpacing(24)
        form.setVerticalSpacing(6)
        for title, value in (
            (self.tr("Notebook"), str(context.home.notebook)),
            (self.tr("Settings"), str(context.home.config)),
            (self.tr("Log"), str(context.home.state)),
            (self.tr("Built on"), f"Python {platform.python_version()}, Qt {qVersion()}"),
        ):
            label = QLabel(value, wordWrap=True)
            label.setProperty("muted", True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            form.addRow(title, label)
        return form
