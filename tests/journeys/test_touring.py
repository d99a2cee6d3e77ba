"""Whoever is new is invited to the tour once, taken there, and brought back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from studyapp.files import bundled
from studyapp.gui import memory
from studyapp.gui.catalog import ALL
from studyapp.gui.commands import keys_of
from studyapp.gui.touring import PAGE

if TYPE_CHECKING:
    from driving import Start
    from pytestqt.qtbot import QtBot

    from studyapp.files import Home
    from studyapp.gui.session import Session


LEFT = Qt.MouseButton.LeftButton
HERON = "01-waders/01-heron.md"
GUIDE = "studyapp-guide"


def shown(session: Session) -> list[str]:
    """Return the buttons of the tour's banner, if it is on show."""
    banner = session.window.tour.banner
    return [button.text() for button in banner.buttons] if banner.isVisible() else []


def press(session: Session, qtbot: QtBot, title: str) -> None:
    banner = session.window.tour.banner
    button = next(one for one in banner.buttons if one.text() == title)
    qtbot.mouseClick(button, LEFT)


def at(session: Session, qtbot: QtBot, course: str) -> None:
    qtbot.waitUntil(lambda: session.context.workspace.course.id == course, timeout=20_000)
    qtbot.waitUntil(session.window.is_settled, timeout=20_000)


def ended(session: Session) -> None:
    session.window.close()


def test_the_tour_is_taken_and_leads_back_to_the_line_that_was_left(
    start: Start, qtbot: QtBot
) -> None:
    session = start(section=HERON, new=True)
    assert shown(session) == ["Take the tour", "Not now"]
    session.window.reader.go_to(2000)
    left = session.window.place()
    press(session, qtbot, "Take the tour")
    at(session, qtbot, GUIDE)
    assert session.window.place().section == PAGE
    assert shown(session) == ["Back to my course"]
    assert session.window.reader.hasFocus()
    press(session, qtbot, "Back to my course")
    at(session, qtbot, "birds")
    assert session.window.place() == left
    assert shown(session) == []


def test_who_declines_is_not_asked_again(start: Start, qtbot: QtBot) -> None:
    session = start(new=True)
    press(session, qtbot, "Not now")
    assert shown(session) == []
    ended(session)
    assert shown(start()) == []


def test_who_closes_without_an_answer_is_asked_again(start: Start) -> None:
    ended(start(new=True))
    assert shown(start()) == ["Take the tour", "Not now"]


def test_the_way_back_outlasts_a_restart(start: Start, qtbot: QtBot) -> None:
    session = start(new=True)
    press(session, qtbot, "Take the tour")
    at(session, qtbot, GUIDE)
    ended(session)
    again = start(bundled("content") / "guide")
    assert shown(again) == ["Back to my course"]
    press(again, qtbot, "Back to my course")
    at(again, qtbot, "birds")
    assert shown(again) == []


def test_who_goes_elsewhere_needs_no_way_back(start: Start, qtbot: QtBot) -> None:
    session = start(new=True)
    press(session, qtbot, "Take the tour")
    at(session, qtbot, GUIDE)
    session.window.open_course(bundled("content") / "nato")
    qtbot.waitUntil(lambda: session.context.workspace.course.id != GUIDE, timeout=20_000)
    assert shown(session) == []
    assert session.context.memory.left_for_tour == ""


def test_who_was_here_before_is_not_invited_and_finds_the_tour_in_the_menu(
    start: Start, qtbot: QtBot, home: Home
) -> None:
    home.state.mkdir(parents=True)
    (home.state / memory.FILE).write_text("{ broken")
    session = start()
    assert shown(session) == []
    session.window.commands["help.tour"].trigger()
    at(session, qtbot, GUIDE)
    assert session.window.place().section == PAGE


def test_the_keyboard_reaches_the_invitation(start: Start, qtbot: QtBot) -> None:
    session = start(new=True)
    buttons = session.window.tour.banner.buttons
    seen = []
    for _ in range(40):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    assert all(button in seen for button in buttons)
    assert session.window.toolbar.field in seen
    assert session.window.toolbar.menu_button in seen


def test_in_a_small_window_the_invitation_stands_above_its_buttons(
    start: Start, qtbot: QtBot
) -> None:
    session = start(new=True)
    banner = session.window.tour.banner
    session.window.resize(1280, 700)
    first = banner.buttons[0]
    qtbot.waitUntil(lambda: first.x() > banner.text.geometry().right())
    session.window.resize(640, 360)
    qtbot.waitUntil(lambda: first.y() > banner.text.geometry().center().y())
    line = banner.text.fontMetrics().lineSpacing()
    qtbot.waitUntil(lambda: banner.text.height() < 4 * line)
    assert banner.buttons[-1].geometry().right() < banner.width()


def test_each_key_of_the_tour_is_one_of_the_app() -> None:
    text = (bundled("content") / "guide" / PAGE).read_text(encoding="utf-8")
    chords = re.findall(r"<kbd>.*?</kbd>(?:\+<kbd>.*?</kbd>)*", text)
    written = {"+".join(re.findall(r"<kbd>(.*?)</kbd>", chord)) for chord in chords}
    spelled = {one.replace("\\\\", "\\").replace("↑", "Up") for one in written}
    known = {key.toString() for row in ALL for key in keys_of(row, {})}
    portable = {QKeySequence.fromString(one).toString() for one in spelled}
    assert portable - known == set()
    assert len(spelled) > 8
