"""Commands that are asked for before there is a page: none of them fails."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QFileDialog

from studyapp.gui.session import Session
from studyapp.options import WindowOptions

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from driving import Start
    from pytestqt.qtbot import QtBot

    from studyapp.files import Home
    from studyapp.gui.window import Window


@pytest.fixture(autouse=True)
def _nothing_is_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, chosen in (("getSaveFileName", ("", "")), ("getExistingDirectory", "")):
        monkeypatch.setattr(QFileDialog, name, lambda *_, chosen=chosen: chosen)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: True)


@pytest.fixture
def unread(qtbot: QtBot, home: Home, course_folder: Path) -> Iterator[Window]:
    """The window as it is while its first page is still to come."""
    session = Session(WindowOptions(home, course_folder, "", ""))
    session.window.show()
    yield session.window
    session.window.close()
    session.close()
    session.window.deleteLater()


def close_popup() -> None:
    if popup := QApplication.activePopupWidget():
        popup.close()


def try_all(window: Window) -> None:
    for command_id in window.commands.rows:
        if command_id != "app.quit":
            window.panes.clear()
            assert not window.view.shows_page
            window.commands[command_id].setEnabled(True)  # as it was when last asked
            QTimer.singleShot(0, close_popup)  # a menu that is opened waits for an answer
            window.commands[command_id].trigger()
            QApplication.processEvents()


def test_before_the_first_page(unread: Window) -> None:
    try_all(unread)


def test_while_another_course_is_opened(start: Start) -> None:
    try_all(start().window)
