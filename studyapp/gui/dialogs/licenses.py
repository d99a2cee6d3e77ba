"""The licenses of the app and of all that comes with it, to search, read and copy."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from studyapp.gui import fonts, icons, style
from studyapp.gui.announcing import announce
from studyapp.licenses import Licensed, all_licensed

if TYPE_CHECKING:
    from studyapp.gui.context import Context, Desk

ROLE = Qt.ItemDataRole.UserRole
TEXT_PIXELS = 12  # lines of 80 characters, as licenses are set, fit into the dialog


def open_licenses(desk: Desk) -> None:
    """Show the dialog."""
    LicensesDialog(desk.context, desk.window()).open()


class LicensesDialog(QDialog):
    """A list with a field to search it, and the text of what is chosen."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Licenses"))
        self.field = QLineEdit(clearButtonEnabled=True)
        self.field.setPlaceholderText(self.tr("Find a name, a license or words of its text"))
        self.field.setAccessibleName(self.tr("Find a license"))
        glass = icons.icon("search", context.theme, "panel_muted")
        self.field.addAction(glass, QLineEdit.ActionPosition.LeadingPosition)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Licenses"))
        self.title = QLabel(wordWrap=True)
        self.title.setFont(style.interface_font(QFont.Weight.DemiBold, 1.1))
        self.text = QPlainTextEdit(readOnly=True)
        self.text.setAccessibleName(self.tr("Text of the license"))
        self.text.setFont(fonts.font(fonts.CODE, TEXT_PIXELS))
        self.text.setTabChangesFocus(True)
        self._fill()
        self._lay_out()
        self.field.textChanged.connect(self._filter)
        self.list.currentItemChanged.connect(lambda item, _before: self._show(item))
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.activated.connect(self.field.setFocus)
        self._choose_first()
        self.field.setFocus()

    def _fill(self) -> None:
        kinds = {
            "app": self.tr("The app"),
            "course": self.tr("Courses"),
            "font": self.tr("Typefaces"),
            "icons": self.tr("Icons"),
            "language": self.tr("Language"),
            "package": self.tr("Packages"),
        }
        for kind, group in groupby(all_licensed(), key=lambda one: one.kind):
            head = QListWidgetItem(kinds[kind], self.list)
            head.setFlags(Qt.ItemFlag.NoItemFlags)
            head.setFont(style.interface_font(QFont.Weight.DemiBold, 0.9))
            for one in group:
                item = QListWidgetItem(f"{one.name}\n{one.terms}", self.list)
                item.setData(ROLE, one)
                item.setSizeHint(QSize(0, 44))

    def _lay_out(self) -> None:
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(12, 0, 0, 0)
        column.addWidget(self.title)
        column.addWidget(self.text, 1)
        parts = QSplitter()
        parts.addWidget(self.list)
        parts.addWidget(right)
        parts.setSizes([260, 600])
        parts.setChildrenCollapsible(False)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        self.copy_button = buttons.addButton(
            self.tr("Copy text"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.copy_button.clicked.connect(self._copy)
        self.copy_button.setAutoDefault(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(12)
        layout.addWidget(self.field)
        layout.addWidget(parts, 1)
        layout.addWidget(buttons)
        self.resize(900, 600)

    def shown(self) -> list[Licensed]:
        """Return what the list shows."""
        items = [self.list.item(row) for row in range(self.list.count())]
        return [item.data(ROLE) for item in items if item.data(ROLE) and not item.isHidden()]

    def _filter(self, words: str) -> None:
        wanted = words.casefold().split()
        head: QListWidgetItem | None = None
        for row in range(self.list.count()):
            item = self.list.item(row)
            one: Licensed | None = item.data(ROLE)
            if one is None:
                head = item
                head.setHidden(True)
                continue
            said = f"{one.name} {one.terms} {one.text}".casefold()
            item.setHidden(not all(word in said for word in wanted))
            if head is not None and not item.isHidden():
                head.setHidden(False)
        self._choose_first()
        announce(self.field, self.tr("%n license(s)", "", len(self.shown())))

    def _choose_first(self) -> None:
        """Show the first that is left, sooner one that is called so than one whose text says so."""
        wanted = self.field.text().casefold()
        items = [self.list.item(row) for row in range(self.list.count())]
        left = [one for one in items if one.data(ROLE) and not one.isHidden()]
        left.sort(key=lambda one: wanted not in one.text().casefold())
        first = left[0] if left else None
        self.list.setCurrentRow(self.list.row(first) if first is not None else -1)
        self._show(first)

    def _show(self, item: QListWidgetItem | None) -> None:
        one: Licensed | None = item.data(ROLE) if item is not None else None
        self.copy_button.setEnabled(one is not None)
        if one is None:
            self.title.setText(self.tr("Nothing found"))
            self.text.clear()
            return
        self.title.setText(f"{one.name} {one.version}".strip())
        self.text.setPlainText(one.text or self._without_text(one))

    def _without_text(self, one: Licensed) -> str:
        said = self.tr("This package came without the text of its license.")
        terms = self.tr("Its terms: {}").format(one.terms) if one.terms else ""
        return "\n".join(part for part in (said, terms, one.home) if part)

    def _copy(self) -> None:
        text = f"{self.title.text()}\n\n{self.text.toPlainText()}\n"
        QGuiApplication.clipboard().setText(text)
        announce(self, self.tr("Copied"))
        self.copy_button.setText(self.tr("Copied"))
