"""Where the notebook is, in the settings: shown, opened, and chosen anew for the next start.

Nothing is moved, and the dialog says so: the running window goes on with the notebook it has.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from studyapp import files
from studyapp.course.identity import Register
from studyapp.course.loader import path_of
from studyapp.gui.announcing import announce
from studyapp.gui.folders import show_folder
from studyapp.gui.language import said
from studyapp.model import StudyError
from studyapp.notebookplace import Place, choose, place_in

if TYPE_CHECKING:
    from studyapp.gui.context import Context


class NotebookRow(QWidget):
    """The folder, what will be from the next start on, and what can be done."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.title = QLabel(self.tr("Notebook folder"))
        self.where = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.where.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.later = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        for label in (self.where, self.later):
            label.setProperty("muted", True)
        self.change = QPushButton(self.tr("Change…"))
        self.change.setAccessibleDescription(self.tr("Choose another folder for the notebook"))
        self.change.clicked.connect(self._ask)
        self.open = QPushButton(self.tr("Open folder"))
        self.open.clicked.connect(self._open)
        self.usual = QPushButton(self.tr("Use the usual folder"))
        self.usual.clicked.connect(self._reset)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for label in (self.title, self.where, self.later):
            column.addWidget(label)
        row = QHBoxLayout()
        for button in (self.change, self.open, self.usual):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch()
        column.addSpacing(4)
        column.addLayout(row)
        self._show()

    def says(self, words: str) -> bool:
        """Tell whether all of some words stand in what it says of itself."""
        told = f"{self.title.text()} {self.where.text()}".casefold()
        return all(word in told for word in words.casefold().split())

    def take(self, folder: Path) -> None:
        """Offer a folder: say what choosing it means, and keep the choice if it is wanted."""
        context = self._context
        known = [Path(course.path) for course in Register(context.home.state).known()]
        courses = [path_of(context.workspace.course), *known]
        try:
            place = place_in(folder, context.home, [one for one in courses if one.is_dir()])
        except StudyError as error:
            context.messages.error(error, id="notebook folder")
            self._show(said(str(error)))
            return
        dialog = ChangeDialog(place, context.home.notebook, self)
        dialog.accepted.connect(lambda: self._keep(place))
        dialog.open()

    def _ask(self) -> None:
        before = str(self._context.home.notebook.parent)
        title = self.tr("A folder for the notebook")
        if folder := QFileDialog.getExistingDirectory(self, title, before):
            self.take(Path(folder))

    def _keep(self, place: Place) -> None:
        try:
            choose(place, self._context.home)
        except StudyError as error:
            self._show(said(str(error)))
            return
        self._show()
        announce(self, self.later.text())

    def _reset(self) -> None:
        files.choose_notebook(self._context.home.config, None)
        self.change.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show()

    def _open(self) -> None:
        show_folder(self._context.home.notebook)

    def _show(self, error: str = "") -> None:
        """Show where it is, and where it will be if that is another folder."""
        home = self._context.home
        self.where.setText(str(home.notebook))
        try:
            wanted = files.chosen_notebook(home.config)
        except StudyError as broken:
            wanted, error = None, said(str(broken))
        self.usual.setVisible(wanted is not None)
        later = ""
        if wanted is not None and wanted != home.notebook:
            later = self.tr("From the next start: {}").format(wanted)
        elif wanted is None and home.is_chosen:
            later = self.tr("From the next start: the usual folder")
        self.later.setText(error or later)
        self.later.setVisible(bool(error or later))


class ChangeDialog(QDialog):
    """Says what choosing a folder means, before it is chosen."""

    def __init__(self, place: Place, before: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Notebook folder"))
        self.said = QLabel(self._words(place, before), wordWrap=True)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.use = buttons.addButton(
            self.tr("Use this folder"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(self.said)
        layout.addWidget(buttons)
        self.setMinimumWidth(480)

    def _words(self, place: Place, before: Path) -> str:
        if place.has_notebook:
            first = self.tr("There is a notebook in {}. It is opened from the next start on.")
        else:
            first = self.tr("Notes will be kept in {} from the next start on.")
        second = self.tr("Nothing is moved: what you have stays in {}.")
        third = self.tr(
            "To take it along, close Studyapp and move what is in the old folder into the new one "
            "before you start again."
        )
        parts = [first.format(place.folder), second.format(before)]
        return "\n\n".join([*parts, *([] if place.has_notebook else [third])])
