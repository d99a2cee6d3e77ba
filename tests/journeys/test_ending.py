"""The system ends the program while someone writes: no word is lost."""

from __future__ import annotations

import os
import signal
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from studyapp.gui.ending import Ending
from studyapp.gui.noting.writing import NoteText
from studyapp.gui.panels.notes import Notes
from studyapp.notes.notebook import Notebook

if TYPE_CHECKING:
    from driving import Start
    from pytestqt.qtbot import QtBot

HERON = "01-waders/01-heron.md"


@pytest.mark.skipif(os.name != "posix", reason="there are no such signals")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGINT", "SIGHUP"])
def test_a_note_that_is_being_typed_outlives_a_signal(
    start: Start, qtbot: QtBot, name: str
) -> None:
    session = start(section=HERON)
    ending = Ending()
    ending.asked.connect(session.end)
    session.context.workspace.notes.add(HERON, (0, 5), kind="highlight")
    session.window.show_panel("notes")
    panel = session.window.panel("notes")
    assert isinstance(panel, Notes)
    panel.write_freely()
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), NoteText))
    field = QApplication.focusWidget()
    assert field is not None
    qtbot.keyClicks(field, "The last words")
    qtbot.keyClick(field, Qt.Key.Key_Exclam)
    os.kill(os.getpid(), getattr(signal, name))
    qtbot.waitUntil(lambda: not session.window.isVisible())
    ending.close()
    kept = Notebook(session.context.home.notebook, "other").annotations("birds")
    assert "The last words!" in {one.note for one in kept.values()}


def test_afterwards_signals_are_as_before(qtbot: QtBot) -> None:
    before = signal.getsignal(signal.SIGTERM)
    ending = Ending()
    ending.close()
    ending.close()
    assert signal.getsignal(signal.SIGTERM) == before
