"""The scroll bar: its handle, its ticks, its jumps, and the smooth wheel."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QEnterEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from studyapp.gui import motion
from studyapp.gui.reader.scrollbar import PIXELS_A_LINE, SmoothWheel, Tick, TickBar
from studyapp.gui.theme import Themes
from studyapp.settings import Settings


@pytest.fixture
def context(qapp):
    return SimpleNamespace(theme=Themes().find("light"), settings=Settings())


@pytest.fixture
def bar(qtbot, context):
    bar = TickBar(context)
    qtbot.addWidget(bar)
    bar.resize(14, 400)
    bar.setRange(0, 3600)
    bar.setPageStep(400)
    bar.show()
    return bar


def wheel(angle: int, pixels: int = 0) -> QWheelEvent:
    return QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, pixels),
        QPoint(0, angle),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )


def press(bar: TickBar, y: float) -> None:
    QTest.mousePress(bar, Qt.MouseButton.LeftButton, pos=QPoint(7, round(y)))


def test_the_handle_shows_the_part_in_view(bar):
    assert bar.handle().top() == 2
    assert bar.handle().height() == pytest.approx(396 * 400 / 4000, abs=0.1)
    bar.setValue(3600)
    assert bar.handle().bottom() == pytest.approx(398)


def test_the_handle_of_an_endless_page_can_still_be_gripped(bar):
    bar.setRange(0, 10_000_000)
    assert bar.handle().height() == 36


def test_there_is_no_handle_when_all_is_in_view(bar):
    bar.setRange(0, 0)
    assert bar.handle().isEmpty()


def test_a_click_on_the_groove_jumps_there(bar):
    press(bar, 200)
    assert bar.value() == pytest.approx(1800, abs=20)
    assert bar.handle().center().y() == pytest.approx(200, abs=2)


def test_the_handle_is_dragged_without_a_jump(bar):
    press(bar, 10)
    assert bar.value() == 0
    QTest.mouseMove(bar, QPoint(7, 110))
    assert bar.value() == pytest.approx(1000, abs=30)
    QTest.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=QPoint(7, 110))
    assert not bar.isSliderDown()


def test_ticks_are_drawn_where_they_belong(bar, context):
    bar.set_ticks([Tick(0.5, "search_hit"), Tick(1.0, "danger"), Tick(7.0, "danger")])
    image = bar.grab().toImage()
    ratio = image.devicePixelRatio()

    def color(y: float) -> str:
        return image.pixelColor(round(5 * ratio), round(y * ratio)).name()

    assert color(199.5) == context.theme["search_hit"].name()
    assert color(397) == context.theme["danger"].name()
    assert color(300) == context.theme["page"].name()


def test_the_handle_widens_under_the_mouse(bar):
    QApplication.sendEvent(bar, QEvent(QEvent.Type.Leave))
    slim = bar.handle().width()
    place = QPointF(7, 300)
    QApplication.sendEvent(bar, QEnterEvent(place, place, place))
    assert bar.handle().width() > slim


def test_it_has_a_name_for_screen_readers(bar):
    assert bar.accessibleName()


def test_the_wheel_slides_to_its_goal(qtbot, bar, context):
    smooth = SmoothWheel(bar, context)
    assert smooth.take(wheel(-120))
    assert bar.value() < 90
    goal = QApplication.wheelScrollLines() * PIXELS_A_LINE
    qtbot.waitUntil(lambda: bar.value() == goal)


def test_turns_of_the_wheel_add_up(qtbot, bar, context):
    smooth = SmoothWheel(bar, context)
    for _ in range(3):
        smooth.take(wheel(-120))
    goal = 3 * QApplication.wheelScrollLines() * PIXELS_A_LINE
    qtbot.waitUntil(lambda: bar.value() == goal)


def test_a_system_that_asks_for_little_motion_is_heard(bar, context, monkeypatch):
    asks = SimpleNamespace(motionPreference=lambda: SimpleNamespace(name="ReducedMotion"))
    hints = SimpleNamespace(accessibility=lambda: asks)
    monkeypatch.setattr(motion, "QGuiApplication", SimpleNamespace(styleHints=lambda: hints))
    SmoothWheel(bar, context).take(wheel(-120))
    assert bar.value() == QApplication.wheelScrollLines() * PIXELS_A_LINE


def test_without_such_a_system_the_wheel_slides(bar, context, monkeypatch):
    hints = SimpleNamespace(accessibility=SimpleNamespace)
    monkeypatch.setattr(motion, "QGuiApplication", SimpleNamespace(styleHints=lambda: hints))
    assert not motion.is_reduced(context.settings)


def test_reduced_motion_goes_straight(bar, context):
    context.settings.reduced_motion = True
    SmoothWheel(bar, context).take(wheel(-120))
    assert bar.value() == QApplication.wheelScrollLines() * PIXELS_A_LINE


def test_a_touchpad_is_left_to_slide_by_itself(bar, context):
    assert not SmoothWheel(bar, context).take(wheel(-120, pixels=-30))
    assert bar.value() == 0


def test_the_ends_hold(bar, context):
    context.settings.reduced_motion = True
    SmoothWheel(bar, context).take(wheel(1200))
    assert bar.value() == 0


def test_each_who_shows_ticks_changes_only_its_own(bar, context):
    bar.set_ticks([Tick(0.9, "danger")], "marks")
    bar.set_ticks([Tick(0.5, "search_hit")])

    def shown() -> set[str]:
        image = bar.grab().toImage()
        x = image.width() // 2
        found = {image.pixelColor(x, y).name() for y in range(image.height())}
        return {role for role in ("danger", "search_hit") if context.theme[role].name() in found}

    assert shown() == {"danger", "search_hit"}
    bar.set_ticks([])
    assert shown() == {"danger"}
    bar.resize(14, 300)
    context.theme = Themes().find("dark")
    assert shown() == {"danger"}
