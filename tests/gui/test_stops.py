"""The order in which Tab goes, as layouts have it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLayout,
    QLayoutItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from studyapp.gui.stops import laid_out, stops_of

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def filled() -> tuple[QWidget, QVBoxLayout, list[QWidget]]:
    """Return a widget whose children were made in another order than they are laid out in."""
    widget = QWidget()
    last, second, third, first = (QPushButton(widget), *(QLabel(widget) for _ in range(3)))
    column, row = QVBoxLayout(widget), QHBoxLayout()
    column.addWidget(first)
    column.addLayout(row)
    row.addWidget(second)
    row.addStretch(1)
    row.addWidget(third)
    column.addWidget(last)
    return widget, column, [first, second, third, last]


def kept_items() -> int:
    """Return how many items of layouts Python holds."""
    held = shiboken6.getAllValidWrappers()
    return sum(isinstance(one, QLayoutItem) and not isinstance(one, QLayout) for one in held)


def test_widgets_come_in_the_order_of_their_layouts(qtbot: QtBot) -> None:
    widget, column, order = filled()
    qtbot.addWidget(widget)
    assert list(laid_out(column)) == order
    assert list(stops_of(widget)) == order[-1:]


def test_no_item_of_a_layout_is_kept(qtbot: QtBot) -> None:
    widget, column, _ = filled()
    qtbot.addWidget(widget)
    before = kept_items()
    assert len(list(laid_out(column))) == 4
    assert kept_items() == before
