"""The search field of the toolbar: in the middle while there is room, else narrower."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from studyapp.gui import style
from studyapp.gui.finding.field import LEAST_WIDTH, WIDTH
from studyapp.gui.window import Window

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from studyapp.gui.context import Context


@pytest.fixture
def window(context: Context, qtbot: QtBot, qapp: QApplication) -> Iterator[Window]:
    style.apply(qapp, context.theme)
    made = Window(context)
    qtbot.addWidget(made)
    made.show()
    yield made
    context.search.close()


@pytest.mark.parametrize("width", [1440, 2560])
def test_the_field_is_in_the_middle_of_the_window(window: Window, qtbot: QtBot, width: int) -> None:
    window.resize(width, 700)
    field = window.toolbar.field

    def is_in_the_middle() -> bool:
        middle = field.mapTo(window, field.rect().center()).x()
        return abs(middle - width // 2) <= 2

    qtbot.waitUntil(is_in_the_middle)
    assert field.width() == WIDTH


def test_the_field_gives_way_in_a_narrow_window(window: Window, qtbot: QtBot) -> None:
    window.resize(620, 500)
    field, last = window.toolbar.field, window.toolbar.menu_button
    qtbot.waitUntil(last.isVisible)
    qtbot.waitUntil(lambda: LEAST_WIDTH <= field.width() < WIDTH)
    right = field.mapTo(window, field.rect().topRight()).x()
    assert right < last.mapTo(window, last.rect().topLeft()).x()


def test_the_empty_field_names_its_key(window: Window) -> None:
    field = window.toolbar.field
    assert field.placeholderText().endswith("Ctrl+Shift+F")
    window.context.settings.shortcuts = {"search.focus": "Ctrl+J"}
    assert field.placeholderText().endswith("Ctrl+J")
