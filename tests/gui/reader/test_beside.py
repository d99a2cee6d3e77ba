"""A panel beside words: inside the window, and never over them."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, QSize

from studyapp.gui.reader.beside import beside

AREA = QRect(10, 20, 600, 400)
SIZE = QSize(200, 50)


def test_above_if_there_is_room_else_below():
    assert beside(SIZE, QRect(200, 200, 100, 20), [AREA]) == QPoint(149, 144)
    assert beside(SIZE, QRect(200, 40, 100, 20), [AREA]) == QPoint(149, 66)


def test_held_inside_at_the_sides():
    assert beside(SIZE, QRect(12, 200, 20, 20), [AREA]) == QPoint(10, 144)
    assert beside(SIZE, QRect(590, 200, 20, 20), [AREA]) == QPoint(410, 144)


def test_words_from_top_to_bottom_leave_the_sides():
    corner = beside(SIZE, QRect(10, 20, 300, 400), [AREA])
    assert corner == QPoint(316, 194)


def test_where_there_is_no_room_there_is_no_panel():
    assert beside(SIZE, AREA, [AREA]) is None
    assert beside(SIZE, AREA, [AREA, AREA.adjusted(0, -60, 0, 0)]) == QPoint(209, -36)


@given(*[st.integers(-300, 900)] * 2, *[st.integers(1, 700)] * 2, *[st.integers(1, 500)] * 2)
def test_never_over_the_words_and_never_outside(x, y, width, height, wide, high):
    words, size = QRect(x, y, width, height), QSize(wide, high)
    corner = beside(size, words, [AREA])
    if corner is not None:
        placed = QRect(corner, size)
        assert not placed.intersects(words)
        assert AREA.contains(placed)
