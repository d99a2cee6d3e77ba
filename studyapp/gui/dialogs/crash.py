"""The report of an unexpected error, to read, copy, and go on or quit. `crash` opens it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from studyapp.gui.dialogs.fitting import fit


class CrashDialog(QDialog):
    """Tells of an unexpected error: copy the report, go on, or quit."""

    def __init__(
        self, text: str, parent: QWidget | None = None, *, last_time: bool = False
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Unexpected error"))
        self.said = QLabel(self.tr("Studyapp stopped last time.") if last_time else self._words())
        self.said.setWordWrap(True)
        self.details = QPlainTextEdit(text, readOnly=True)
        self.details.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.details.setAccessibleName(self.tr("Report"))
        self.details.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        for part in (self.said, self.details, self._buttons(last_time=last_time)):
            layout.addWidget(part)
        fit(self, 640, 420)
        self.go_on_button.setFocus()

    def _words(self) -> str:
        return self.tr(
            "Something unexpected went wrong in Studyapp. Your notes are safe: they are written as "
            "you make them. You can go on; if things look odd, quit and start again."
        )

    def _buttons(self, *, last_time: bool) -> QDialogButtonBox:
        box = QDialogButtonBox()
        self.copy_button = QPushButton(self.tr("Copy report"))
        self.copy_button.clicked.connect(self._copy)
        self.go_on_button = QPushButton(self.tr("Close") if last_time else self.tr("Go on"))
        self.go_on_button.clicked.connect(self.accept)
        self.go_on_button.setDefault(True)
        box.addButton(self.copy_button, QDialogButtonBox.ButtonRole.ActionRole)
        if not last_time:
            quit_button = QPushButton(self.tr("Quit"))
            quit_button.clicked.connect(self._quit)
            box.addButton(quit_button, QDialogButtonBox.ButtonRole.DestructiveRole)
        box.addButton(self.go_on_button, QDialogButtonBox.ButtonRole.AcceptRole)
        return box

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.details.toPlainText())
        self.copy_button.setText(self.tr("Copied"))

    def _quit(self) -> None:
        self.accept()
        QGuiApplication.exit(1)
