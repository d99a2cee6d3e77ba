"""Zooming and moving a picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QPainter, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from studyapp.gui.zooming.art import Art
from studyapp.gui.zooming.canvas import MARGIN, Canvas

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF
    from pytestqt.qtbot import QtBot


def art(width: float, height: float, *, is_vector: bool = True) -> Art:
    def paint(painter: QPainter, rect: QRectF) -> None:
        painter.fillRect(rect, Qt.GlobalColor.red)

    return Art(width, height, paint, is_vector, 20.0 if is_vector else 2.0, QImage)


@pytest.fixture
def canvas(qtbot: QtBot) -> Canvas:
    made = Canvas()
    qtbot.addWidget(made)
    made.resize(800, 600)
    made.show()
    qtbot.waitExposed(made)
    return made


def wheel(canvas: Canvas, point: QPoint, turn: int) -> None:
    at = QPointF(point)
    buttons, mods = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    event = QWheelEvent(
        at, at, QPoint(), QPoint(0, turn), buttons, mods, Qt.ScrollPhase.NoScrollPhase, False
    )
    QApplication.sendEvent(canvas, event)


def double_click(canvas: Canvas, point: QPoint) -> None:
    QTest.mouseDClick(canvas, Qt.MouseButton.LeftButton, pos=point)
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=point)


def test_it_is_first_shown_whole_in_the_middle(canvas: Canvas) -> None:
    canvas.show_art(art(400, 100))
    place = canvas.place()
    assert place.width() == 800 - 2 * MARGIN
    assert place.center() == QPointF(400, 300)


def test_pixels_are_not_blown_up_to_fit(canvas: Canvas) -> None:
    canvas.show_art(art(40, 30, is_vector=False))
    assert canvas.scale == 2.0


def test_a_new_size_of_the_window_fits_it_anew_until_it_is_zoomed(canvas: Canvas) -> None:
    canvas.show_art(art(400, 100))
    canvas.resize(500, 400)
    assert canvas.place().width() == 500 - 2 * MARGIN
    canvas.zoom_to(2.0)
    canvas.resize(800, 600)
    assert canvas.scale == 2.0


def test_the_wheel_zooms_around_the_mouse(canvas: Canvas) -> None:
    canvas.show_art(art(1000, 800))
    point = QPoint(500, 250)
    before = canvas.place()
    part = (point.x() - before.x()) / before.width(), (point.y() - before.y()) / before.height()
    for _ in range(4):
        wheel(canvas, point, 120)
    after = canvas.place()
    assert after.width() > before.width() * 2
    assert after.x() + part[0] * after.width() == pytest.approx(500, abs=0.01)
    assert after.y() + part[1] * after.height() == pytest.approx(250, abs=0.01)


def test_zoom_keeps_within_bounds(canvas: Canvas) -> None:
    canvas.show_art(art(1000, 800))
    whole = canvas.scale
    for _ in range(60):
        wheel(canvas, QPoint(10, 10), -120)
    assert canvas.scale == whole
    for _ in range(60):
        wheel(canvas, QPoint(10, 10), 120)
    assert canvas.scale == 20.0


def test_dragging_moves_it_up_to_its_edges(canvas: Canvas) -> None:
    canvas.show_art(art(1000, 800))
    canvas.zoom_to(2.0)
    before = canvas.place()
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=QPoint(400, 300))
    QTest.mouseMove(canvas, QPoint(420, 310))
    QTest.mouseMove(canvas, QPoint(450, 330))
    assert canvas.place().topLeft() - before.topLeft() == QPointF(50, 30)
    for _ in range(30):
        canvas.pan(-1, -1)
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=QPoint(450, 330))
    assert canvas.place().topLeft() == QPointF(MARGIN, MARGIN)


def test_a_double_click_goes_to_its_own_size_and_back(canvas: Canvas) -> None:
    canvas.show_art(art(2000, 1600))
    whole = canvas.scale
    double_click(canvas, QPoint(300, 300))
    assert canvas.scale == 1.0
    double_click(canvas, QPoint(300, 300))
    assert canvas.scale == whole


def test_a_click_beside_it_leaves_and_one_on_it_does_not(canvas: Canvas, qtbot: QtBot) -> None:
    canvas.show_art(art(400, 100))
    with qtbot.assertNotEmitted(canvas.left):
        QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(400, 300))
    with qtbot.waitSignal(canvas.left):
        QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(400, 30))


def test_what_is_drawn_is_where_it_is_said_to_be(canvas: Canvas) -> None:
    canvas.show_art(art(400, 100))
    image = canvas.grab().toImage()
    assert image.pixelColor(400, 300).red() == 255
    assert image.pixelColor(400, 300).green() == 0
    place = canvas.place()
    assert image.pixelColor(400, round(place.top()) - 3).green() != 0
