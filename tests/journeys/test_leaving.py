"""Another start opens another course while something of this one is open over the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from birds import write_birds
from driving import PATIENCE
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from pathlib import Path

    from driving import Start
    from pytestqt.qtbot import QtBot

HERON, OTHER = "01-waders/01-heron.md", "04-owls.md"


def open_over_the_window() -> QWidget | None:
    return QApplication.activePopupWidget() or QApplication.activeModalWidget()


@pytest.mark.parametrize("command", ["page.print", "page.pdf", "go.links"])
def test_a_dialog_goes_with_its_section(
    start: Start, qtbot: QtBot, tmp_path: Path, command: str
) -> None:
    other = write_birds(tmp_path / "others")
    (other / OTHER).write_text("# Owls\n\nThey fly by night.\n", encoding="utf-8")
    window = start(section=HERON).window
    window.commands[command].trigger()
    assert open_over_the_window()
    window.open_course(other)
    qtbot.waitUntil(lambda: OTHER in window.context.workspace.course.by_id)
    qtbot.waitUntil(window.is_settled, timeout=PATIENCE)
    assert open_over_the_window() is None
    assert window.context.messages.current is None


def test_the_next_part_is_asked_for_while_there_is_none(start: Start, qtbot: QtBot) -> None:
    window = start(section=HERON).window
    window.sides.set_all_hidden(True)
    window.reader.hide()  # as before the first page
    before = QApplication.focusWidget()
    window.focus_next_pane(1)
    assert QApplication.focusWidget() is before
