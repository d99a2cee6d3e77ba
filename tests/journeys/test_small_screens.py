"""In type three times as large, a usual screen is 640 by 360 points: all is still of use."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from studyapp.gui.dialogs.shortcuts import ShortcutOverlay
from studyapp.gui.hub.scopes import TRASH
from studyapp.gui.panels.hub import Hub
from studyapp.gui.sides import LEAST_WIDTH

if TYPE_CHECKING:
    from driving import Start
    from pytestqt.qtbot import QtBot

    from studyapp.gui.session import Session
    from studyapp.gui.window import Window

ROOT = Path(__file__).parents[2]
HERON = "01-waders/01-heron.md"
SMALL = QSize(640, 360)
DIALOGS = (
    "app.settings",
    "app.palette",
    "view.text",
    "help.shortcuts",
    "go.headings",
    "go.switch",
    "page.print",
    "help.about",
)


def least(widget: QWidget) -> QSize:
    return widget.minimumSizeHint().boundedTo(widget.size()).expandedTo(widget.minimumSize())


def test_the_window_shrinks_to_a_small_screen_with_panels_and_bars(
    start: Start, qtbot: QtBot
) -> None:
    window = start(section=HERON).window
    for command_id in ("panel.hub", "panel.notes", "find.open"):
        window.commands[command_id].trigger()
        qtbot.waitUntil(window.is_settled, timeout=20_000)
        assert least(window).expandedTo(SMALL) == SMALL
    window.resize(SMALL)
    button = window.toolbar.menu_button
    qtbot.waitUntil(lambda: button.geometry().right() < SMALL.width())
    assert window.size() == SMALL
    assert window.reader.viewport().width() >= 200


@pytest.fixture
def small(start: Start) -> Window:
    window = start(section=HERON).window
    window.sides.open_only(())
    window.resize(SMALL)
    return window


@pytest.mark.parametrize("command_id", DIALOGS)
def test_a_dialog_fits_a_small_screen(small: Window, command_id: str, qtbot: QtBot) -> None:
    small.commands[command_id].trigger()
    qtbot.waitUntil(small.is_settled, timeout=20_000)
    shown = [one for one in small.findChildren(QWidget) if one.isWindow() and one.isVisible()]
    (dialog,) = shown
    assert least(dialog).expandedTo(SMALL) == SMALL


def test_the_keys_stand_in_one_column_rather_than_be_cut_off(small: Window, qtbot: QtBot) -> None:
    small.commands["help.shortcuts"].trigger()
    (overlay,) = small.findChildren(ShortcutOverlay)
    qtbot.waitUntil(overlay.isVisible)
    assert overlay.area.horizontalScrollBar().maximum() == 0
    overlay.close()


@pytest.mark.parametrize("factor", ["1", "1.5", "2", "3"])
def test_the_window_is_drawn_in_any_scale(course_folder: Path, tmp_path: Path, factor: str) -> None:
    picture = tmp_path / "window.png"
    place = ("--course", course_folder, "--section", HERON, "--home", tmp_path / "home")
    done = subprocess.run(
        [sys.executable, "-m", "studyapp", "screenshot", picture, "--size", "640x360", *place],
        env={**os.environ, "QT_SCALE_FACTOR": factor, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert QImage(str(picture)).size() == SMALL * float(factor)


def speak(session: Session, qtbot: QtBot, language: str) -> None:
    """Change the language, unless it is spoken already, and wait for the window made anew."""
    if language == "en":
        return
    before = session.window
    session.context.settings.language = language
    qtbot.waitUntil(lambda: session.window is not before, timeout=20_000)


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_panel_can_be_as_narrow_as_its_side(
    start: Start, qtbot: QtBot, language: str
) -> None:
    """One that needs more would be laid out for more, and cut at its edge."""
    session = start(section=HERON)
    session.context.workspace.notes.add(HERON, (0, 5), note="Here")
    speak(session, qtbot, language)
    sides = session.window.sides
    for panel_id in sides.ids:
        session.window.show_panel(panel_id)
        panel = session.window.panel(panel_id)
        sizes = sides.splitter.sizes()
        place = 0 if sides.side(panel_id) == "left" else 2
        sizes[1], sizes[place] = sizes[1] + sizes[place] - LEAST_WIDTH, LEAST_WIDTH
        sides.splitter.setSizes(sizes)
        qtbot.waitUntil(lambda panel=panel: panel.width() == LEAST_WIDTH, timeout=5_000)
        qtbot.waitUntil(session.window.is_settled, timeout=20_000)
        assert panel.minimumSizeHint().width() <= LEAST_WIDTH, panel_id


def test_filters_keep_all_their_rows_in_a_narrow_panel(start: Start, qtbot: QtBot) -> None:
    session = start(section=HERON)
    session.context.workspace.notes.add(HERON, (0, 5), note="Here")
    session.window.show_panel("hub")
    panel = session.window.panel("hub")
    assert isinstance(panel, Hub)
    head = panel.board.head
    qtbot.waitUntil(head.bar.isVisible, timeout=5_000)
    panel.resize(LEAST_WIDTH, 600)
    for chip in head.bar.chips():
        assert head.bar.rect().contains(chip.geometry())


@pytest.mark.parametrize("language", ["en", "de"])
def test_the_narrowest_list_of_all_notes_cuts_no_words_of_its_own(
    start: Start, qtbot: QtBot, language: str
) -> None:
    session = start(section=HERON)
    session.context.workspace.notes.add(HERON, (0, 5), note="Here")
    speak(session, qtbot, language)
    session.window.show_panel("hub")
    panel = session.window.panel("hub")
    assert isinstance(panel, Hub)
    head = panel.board.head
    qtbot.waitUntil(head.bar.isVisible, timeout=5_000)
    sides = session.window.sides
    sizes = sides.splitter.sizes()
    sides.splitter.setSizes([LEAST_WIDTH, sizes[0] + sizes[1] - LEAST_WIDTH, sizes[2]])
    qtbot.waitUntil(lambda: head.width() == LEAST_WIDTH)
    head.show_lost(123)
    head.scopes.show_counts(dict.fromkeys(head.scopes.buttons, 1234))
    qtbot.waitUntil(lambda: head.lost.width() > LEAST_WIDTH / 2)
    assert head.lost.sizeHint().width() <= head.lost.width()
    shown = [button.shown_title() for key, button in head.scopes.buttons.items() if key != TRASH]
    assert not any("…" in title for title in shown)


def test_where_nothing_is_listed_the_filters_stay_together(start: Start, qtbot: QtBot) -> None:
    session = start(section=HERON)
    session.context.workspace.notes.add(HERON, (0, 5), note="Here")
    session.window.show_panel("hub")
    panel = session.window.panel("hub")
    assert isinstance(panel, Hub)
    head = panel.board.head
    qtbot.waitUntil(head.bar.isVisible, timeout=5_000)
    usual = head.height()
    panel.board.bar.line.setText("nothing has these words")
    qtbot.waitUntil(panel.board.empty.isVisible)
    qtbot.waitUntil(lambda: head.height() <= usual + 30)


def test_a_low_list_of_all_notes_folds_its_filters_away(small: Window, qtbot: QtBot) -> None:
    for start in range(3):
        small.context.workspace.notes.add(HERON, (start, start + 5), note="Here")
    small.show_panel("hub")
    panel = small.panel("hub")
    assert isinstance(panel, Hub)
    head, cards = panel.board.head, panel.board.list
    qtbot.waitUntil(lambda: head.more.isVisible() and panel.board.model.rowCount() == 3)
    qtbot.waitUntil(small.is_settled, timeout=20_000)
    folded = [*head.bar.chips(), *head.bar.dots, head.order]
    assert not any(part.isVisible() for part in folded)
    assert cards.height() >= 90
    head.more.click()
    assert all(part.isVisible() for part in folded)
    small.resize(1000, 700)
    qtbot.waitUntil(lambda: not head.more.isVisible())
    assert all(part.isVisible() for part in folded)
