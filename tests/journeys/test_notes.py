"""What a learner writes, and what is there after the window was closed, or killed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from studyapp.gui.noting.draft import PAUSE_MS
from studyapp.gui.panels.notes import Notes
from studyapp.notes.annotationfile import parse

if TYPE_CHECKING:
    from pathlib import Path

    from driving import Start
    from pytestqt.qtbot import QtBot

    from studyapp.files import Home
    from studyapp.gui.session import Session
    from studyapp.model import Annotation

HERON = "01-waders/01-heron.md"
WORDS = "It stands and waits."


def select(session: Session, words: str = WORDS) -> None:
    reader = session.window.reader
    assert reader.page is not None
    start = reader.page.text.index(words)
    cursor = reader.textCursor()
    cursor.setPosition(reader.position_of(start))
    cursor.setPosition(reader.position_of(start + len(words)), cursor.MoveMode.KeepAnchor)
    reader.setTextCursor(cursor)
    reader.setFocus()


def panel(session: Session) -> Notes:
    found = session.window.panel("notes")
    assert isinstance(found, Notes)
    return found


def on_disk(home: Home) -> list[Annotation]:
    paths = sorted((home.notebook / "birds" / "annotations").glob("*.md"))
    return [parse(path.read_text(encoding="utf-8")) for path in paths]


def test_mark_note_tag_close_and_reopen(start: Start, home: Home, qtbot: QtBot) -> None:
    session = start(section=HERON)
    select(session)
    qtbot.keyClick(session.window.reader, Qt.Key.Key_N)
    editor = panel(session).view.editor
    assert editor is not None
    qtbot.waitUntil(editor.text.hasFocus)
    qtbot.keyClicks(editor.text, "Patience is *all*")
    qtbot.keyClick(editor.text, Qt.Key.Key_Tab)
    qtbot.waitUntil(editor.tags.hasFocus)
    qtbot.keyClicks(editor.tags, "exam")
    qtbot.keyClick(editor.tags, Qt.Key.Key_Escape)
    assert panel(session).view.editor is None
    session.window.close()
    (made,) = on_disk(home)
    assert made.anchor is not None
    assert (made.anchor.quote, made.note, made.tags) == (WORDS, "Patience is *all*", ("exam",))
    again = start(section=HERON)
    again.window.show_panel("notes")
    qtbot.waitUntil(lambda: len(panel(again).view.cards.cards) == 1)
    (card,) = panel(again).view.cards.cards
    assert (card.annotation, card.found is not None) == (made, True)
    assert list(again.window.reader.marks.tops()) == [made.id]


def test_everything_is_undone_from_the_keyboard(start: Start, home: Home, qtbot: QtBot) -> None:
    session = start(section=HERON)
    select(session)
    qtbot.keyClick(session.window.reader, Qt.Key.Key_2)
    select(session)
    qtbot.keyClick(session.window.reader, Qt.Key.Key_4)
    notes = session.context.workspace.notes
    names = []
    while notes.undo_names[0]:
        names.append(notes.undo_names[0])
        qtbot.keyClick(session.window.reader, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert names
    assert notes.all() == []
    assert [one.status for one in on_disk(home)] == ["trashed"]


def test_the_window_closed_while_a_note_is_typed_saves_it(
    start: Start, home: Home, qtbot: QtBot
) -> None:
    session = start(section=HERON)
    select(session)
    qtbot.keyClick(session.window.reader, Qt.Key.Key_N)
    editor = panel(session).view.editor
    assert editor is not None
    qtbot.keyClicks(editor.text, "unfinished tho")
    session.window.close()
    assert [one.note for one in on_disk(home)] == ["unfinished tho"]


TYPIST = """
import sys
from pathlib import Path
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from studyapp.files import Home
from studyapp.gui.session import Session
from studyapp.options import WindowOptions

session = Session(WindowOptions(Home.at(sys.argv[1]), Path(sys.argv[2]), "01-waders/01-heron.md"))
session.show()
window = session.window
while not window.is_settled():
    QTest.qWait(20)
start = window.reader.page.text.index("It stands")
window.reader.setFocus()
cursor = window.reader.textCursor()
cursor.setPosition(window.reader.position_of(start))
cursor.setPosition(window.reader.position_of(start + 9), cursor.MoveMode.KeepAnchor)
window.reader.setTextCursor(cursor)
QTest.keyClick(window.reader, Qt.Key.Key_N)
field = window.panel("notes").view.editor.text
print("ready", flush=True)
for number in range(10_000):
    QTest.keyClicks(field, f"{number} ", Qt.KeyboardModifier.NoModifier, 15)
"""


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is of POSIX")
def test_killed_while_a_note_is_typed_it_is_there(
    start: Start, home: Home, course_folder: Path, qtbot: QtBot
) -> None:
    typing = subprocess.Popen(
        [sys.executable, "-c", TYPIST, str(home.notebook.parent), str(course_folder)],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert typing.stdout is not None
    assert typing.stdout.readline() == b"ready\n"
    end = time.monotonic() + 60
    while not any(len(one.note) > 40 for one in on_disk(home)):
        assert time.monotonic() < end
        time.sleep(PAUSE_MS / 8000)
    typing.send_signal(signal.SIGKILL)
    typing.communicate(timeout=20)
    (left,) = on_disk(home)
    session = start(section=HERON)
    session.window.show_panel("notes")
    qtbot.waitUntil(lambda: len(panel(session).view.cards.cards) == 1, timeout=20_000)
    (card,) = panel(session).view.cards.cards
    assert card.annotation.note == left.note
    assert left.note.startswith("0 1 2 3 ")
