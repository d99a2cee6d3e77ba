"""Attention: what counts as time on a page, and when its end was reached."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from studyapp.gui.dwelling import IDLE_SECONDS, Dwelling
from studyapp.gui.reader.view import Reader

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from studyapp.gui.context import Context

HERON, TERNS = "01-waders/01-heron.md", "03-terns.md"


class Clock:
    """Time that passes when told."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now

    def wait(self, seconds: float) -> None:
        self.now += seconds


class Desk:
    """A reader in a window, and what watches it."""

    def __init__(self, context: Context, qtbot: QtBot) -> None:
        self.window, self.clock = QWidget(), Clock()
        self.reader = Reader(context)
        self.context, self.qtbot = context, qtbot
        QVBoxLayout(self.window).addWidget(self.reader)
        qtbot.addWidget(self.window)
        self.window.resize(700, 500)
        with qtbot.waitActive(self.window):
            self.window.show()
        self.dwelling = Dwelling(self.reader, self.window, self.clock)

    def show(self, section_id: str) -> None:
        workspace = self.context.workspace
        self.reader.show_page(workspace.section(section_id), workspace.page(section_id))
        self.qtbot.waitUntil(lambda: not self.reader.busy)
        self.dwelling.begin(section_id)

    def seconds(self) -> float:
        visit = self.dwelling.so_far()
        return visit.seconds if visit else 0.0

    def send(self, kind: QEvent.Type) -> None:
        QApplication.sendEvent(self.window, QEvent(kind))


@pytest.fixture
def desk(context: Context, qtbot: QtBot) -> Desk:
    return Desk(context, qtbot)


def test_time_counts_while_the_page_is_looked_at(desk: Desk) -> None:
    desk.show(HERON)
    desk.clock.wait(30)
    desk.reader.bar.setValue(200)
    desk.clock.wait(40)
    assert desk.dwelling.end() == (HERON, 70.0, False)
    assert desk.dwelling.end() is None


def test_a_page_left_alone_counts_for_two_minutes(desk: Desk) -> None:
    desk.show(HERON)
    desk.clock.wait(3600)
    assert desk.seconds() == IDLE_SECONDS
    desk.qtbot.mouseMove(desk.reader.viewport())
    desk.qtbot.keyClick(desk.reader, Qt.Key.Key_Shift)
    desk.clock.wait(10)
    assert desk.seconds() == IDLE_SECONDS + 10


def test_a_window_behind_others_counts_for_nothing(desk: Desk) -> None:
    desk.show(HERON)
    desk.clock.wait(10)
    desk.send(QEvent.Type.WindowDeactivate)
    desk.clock.wait(60)
    desk.send(QEvent.Type.WindowActivate)
    desk.clock.wait(5)
    assert desk.seconds() == 15


def test_a_page_behind_something_else_in_the_window_counts_for_nothing(desk: Desk) -> None:
    desk.show(HERON)
    desk.clock.wait(10)
    desk.reader.hide()
    desk.clock.wait(60)
    desk.reader.show()
    desk.clock.wait(5)
    assert desk.seconds() == 15


def test_a_page_flown_past_was_not_visited(desk: Desk) -> None:
    desk.show(HERON)
    desk.clock.wait(1.9)
    assert desk.dwelling.end() is None
    desk.show(TERNS)
    desk.clock.wait(2)
    assert desk.dwelling.end() == (TERNS, 2.0, True)


def test_the_end_is_reached_where_the_last_words_rest_on_screen(desk: Desk) -> None:
    desk.show(HERON)
    desk.clock.wait(30)
    assert desk.dwelling.so_far() == (HERON, 30.0, False)
    desk.reader.bar.setValue(desk.reader.bar.maximum())
    assert desk.dwelling.so_far() == (HERON, 30.0, False)
    desk.clock.wait(1)
    assert desk.dwelling.so_far() == (HERON, 31.0, True)
    desk.reader.bar.setValue(0)
    desk.clock.wait(5)
    assert desk.dwelling.so_far() == (HERON, 36.0, True)


def test_a_visit_that_ends_with_another_page_knows_nothing_of_that_ones_end(desk: Desk) -> None:
    desk.show(HERON)
    desk.clock.wait(30)
    workspace = desk.context.workspace
    desk.reader.show_page(workspace.section(TERNS), workspace.page(TERNS))
    assert desk.dwelling.end() == (HERON, 30.0, False)


def test_an_end_flown_past_is_not_reached(desk: Desk) -> None:
    desk.show(HERON)
    desk.clock.wait(30)
    desk.reader.bar.setValue(desk.reader.bar.maximum())
    desk.clock.wait(0.5)
    desk.reader.bar.setValue(0)
    desk.clock.wait(5)
    assert desk.dwelling.end() == (HERON, 35.5, False)


def test_what_was_taken_does_not_count_twice(desk: Desk) -> None:
    desk.show(TERNS)
    desk.clock.wait(20)
    assert desk.dwelling.so_far() == (TERNS, 20.0, True)
    desk.dwelling.restart()
    desk.clock.wait(7)
    assert desk.dwelling.end() == (TERNS, 7.0, True)


def test_rest_is_told_only_while_the_page_is_looked_at(desk: Desk) -> None:
    told: list[float] = []
    desk.dwelling.rested.connect(lambda: told.append(desk.clock.now))
    desk.show(HERON)
    desk.dwelling.look()
    desk.clock.wait(1)
    desk.dwelling.look()
    desk.reader.bar.setValue(100)
    desk.dwelling.look()
    desk.clock.wait(1)
    desk.send(QEvent.Type.WindowDeactivate)
    desk.dwelling.look()
    assert told == [1001.0]
