"""The disk is full while one marks and writes: nothing is lost as long as the window is open."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING

import pytest
from driving import PATIENCE, said
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPushButton

from studyapp.notes.notebook import Notebook

if TYPE_CHECKING:
    from driving import Start
    from pytestqt.qtbot import QtBot

    from studyapp.gui.session import Session

HERON = "01-waders/01-heron.md"


class Disk:
    """Whether anything can be written."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.is_full = False
        real = os.fsync

        def fsync(handle: int) -> None:
            if self.is_full:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            real(handle)

        patch.setattr(os, "fsync", fsync)


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Disk:
    return Disk(monkeypatch)


@pytest.fixture
def full(start: Start, disk: Disk, qtbot: QtBot) -> Session:
    """A highlight was made, the disk is full, and another one was made."""
    session = start(section=HERON)
    session.context.workspace.notes.add(HERON, (0, 5), kind="highlight")
    session.window.overview.unwritten.pause.setInterval(1)
    disk.is_full = True
    reader = session.window.reader
    cursor = reader.textCursor()
    cursor.setPosition(reader.position_of(14))
    cursor.setPosition(reader.position_of(20), QTextCursor.MoveMode.KeepAnchor)
    reader.setTextCursor(cursor)
    qtbot.waitUntil(session.window.is_settled, timeout=PATIENCE)
    qtbot.keyClick(reader, Qt.Key.Key_H)
    qtbot.waitUntil(lambda: "Nothing is lost" in said(session), timeout=PATIENCE)
    return session


def written(session: Session) -> int:
    return len(Notebook(session.context.home.notebook, "other").annotations("birds"))


def test_a_mark_is_kept_and_written_once_there_is_room(
    full: Session, disk: Disk, qtbot: QtBot
) -> None:
    assert len(full.window.reader.marks.all) == 2
    full.context.messages.dismiss()
    assert full.context.messages.current is None
    before, disk.is_full = written(full), False
    qtbot.waitUntil(lambda: "written now" in said(full), timeout=PATIENCE)
    assert (before, written(full)) == (1, 2)
    full.context.messages.dismiss()
    assert full.context.messages.current is None


def test_the_window_asks_before_it_closes_on_what_is_not_written(
    full: Session, qtbot: QtBot
) -> None:
    assert not full.window.close()
    assert "would be lost" in said(full)
    (button,) = [
        one
        for one in full.context.messages.findChildren(QPushButton)
        if one.isVisibleTo(full.context.messages)
    ]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not full.window.isVisible()


def test_the_window_closes_by_itself_once_there_is_room(full: Session, disk: Disk) -> None:
    disk.is_full = False
    assert full.window.close()
    assert written(full) == 2
