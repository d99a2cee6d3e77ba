"""Follows a link: inside, the window goes there; outside, the address is shown first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QFont, QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from studyapp.gui import style
from studyapp.gui.addressing import go_to_address, top_of

if TYPE_CHECKING:
    from studyapp.course.links import Target
    from studyapp.gui.context import Desk


def follow(desk: Desk, target: Target, words: str = "", *, aside: bool = False) -> None:
    """Go where a link leads, ask before leaving the app, or say what is missing.

    With `aside`, a place in the course is shown in the other pane. The words of the link are looked
    for there, in a glossary.
    """
    messages = desk.context.messages
    if target.kind == "section" and target.location is not None:
        go = desk.go_aside if aside else desk.go
        go(replace(top_of(target.location), term=words))
        if target.message:
            messages.post(target.message, "warning", id="link", passes=True)
    elif target.kind == "address":
        go_to_address(desk, target.url, aside=aside)
    elif target.kind in ("web", "mail"):
        LinkDialog(QUrl(target.url), desk.window()).open()
    elif target.kind == "file" and target.path is not None:
        LinkDialog(QUrl.fromLocalFile(str(target.path)), desk.window()).open()
    else:
        messages.post(target.message, "warning", id="link", passes=True)


def spelled(url: QUrl) -> str:
    """Return an address in full; a host in another script also as the network spells it."""
    shown = url.toLocalFile() if url.isLocalFile() else url.toDisplayString()
    network = url.host(QUrl.ComponentFormattingOption.FullyEncoded)
    if network != url.host(QUrl.ComponentFormattingOption.PrettyDecoded):
        shown = f"{shown}\n({network})"
    return shown


class LinkDialog(QDialog):
    """Shows an address in full before another program opens it."""

    def __init__(self, url: QUrl, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._url = url
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Open a link"))
        said = QLabel(self._question(), wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        said.setFont(style.interface_font(QFont.Weight.DemiBold, 1.1))
        self.address = QPlainTextEdit(spelled(url), readOnly=True)
        self.address.setAccessibleName(self.tr("Address"))
        self.address.setFixedHeight(5 * self.fontMetrics().lineSpacing())
        self.address.setTabChangesFocus(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        for part in (said, self.address, self._buttons()):
            layout.addWidget(part)
        self.setMinimumWidth(480)
        self.open_button.setFocus()

    def _question(self) -> str:
        if self._url.isLocalFile():
            return self.tr("Open this file of the course in another program?")
        if self._url.scheme() == "mailto":
            return self.tr("Write to this address in your mail program?")
        host = self._url.host(QUrl.ComponentFormattingOption.PrettyDecoded)
        return self.tr("Open {} in your browser?").format(host)

    def _buttons(self) -> QDialogButtonBox:
        box = QDialogButtonBox()
        role = QDialogButtonBox.ButtonRole
        self.copy_button = box.addButton(self.tr("Copy address"), role.ActionRole)
        self.copy_button.clicked.connect(self._copy)
        cancel = box.addButton(self.tr("Cancel"), role.RejectRole)
        cancel.clicked.connect(self.reject)
        self.open_button = box.addButton(self.tr("Open"), role.AcceptRole)
        self.open_button.clicked.connect(self._open)
        self.open_button.setDefault(True)
        return box

    def _copy(self) -> None:
        local = self._url.isLocalFile()
        encoded = QUrl.ComponentFormattingOption.FullyEncoded
        text = self._url.toLocalFile() if local else self._url.toString(encoded)
        QGuiApplication.clipboard().setText(text)
        self.accept()

    def _open(self) -> None:
        self.accept()
        QDesktopServices.openUrl(self._url)
