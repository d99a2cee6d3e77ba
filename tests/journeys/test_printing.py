"""A learner marks a passage and prints the chapter with it, by keys alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from studyapp.gui.dialogs.printing import PrintDialog

if TYPE_CHECKING:
    from pathlib import Path

    import pytest
    from driving import Start
    from pytestqt.qtbot import QtBot


STORK = "01-waders/02-stork.md"


def test_print_a_chapter_with_a_note_by_keys(
    start: Start, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = tmp_path / "waders.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    session = start(section=STORK)
    text = session.context.workspace.page(STORK).text
    place = text.index("High up")
    session.context.workspace.notes.add(
        STORK, (place, place + 7), color="green", note="On chimneys too."
    )
    qtbot.keyClick(session.window.reader, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, PrintDialog)
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Down)
    assert session.context.memory.printing.scope == "chapter"
    qtbot.waitUntil(lambda: dialog.told.text().endswith("pages"), timeout=20_000)
    for _ in range(20):
        if dialog.focusWidget() is dialog.pdf_button:
            break
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Space)
    messages = session.context.messages
    messages.dismiss()  # what was said of the first note
    qtbot.waitUntil(lambda: messages.current is not None and path.exists(), timeout=20_000)
    document = pypdfium2.PdfDocument(path)
    shown = "".join(page.get_textpage().get_text_range() for page in document)
    assert "On chimneys too." in shown
    assert [mark.get_title() for mark in document.get_toc()][:2] == ["Contents", "Waders"]
    assert session.window.focusWidget() is session.window.reader
