"""The header: what stands in it, what goes first when room is short, where its buttons lead."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from studyapp.gui.header import CRUMB_LEAST, SEPARATOR_WIDTH, Breadcrumb, shares
from studyapp.model import Section

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from studyapp.gui.context import Context

TRAIL = (
    Section("a", "The first and outermost part of the course", ""),
    Section("a/b", "A chapter on R&D in it", ""),
    Section("a/b/c.md", "The section itself", "a/b/c.md"),
)


@pytest.mark.parametrize(
    ("wanted", "room", "given"),
    [
        ([], 300, []),
        ([100], 300, [100]),
        ([100], 60, [60]),
        ([100, 100], 216, [100, 100]),
        ([100, 100], 200, [84, 100]),
        ([100, 100], 180, [0, 100]),
        ([100, 100], 60, [0, 60]),
        ([50, 200, 100], 300, [0, 184, 100]),
    ],
)
def test_outer_crumbs_shrink_and_go_first(wanted: list[int], room: int, given: list[int]) -> None:
    assert shares(wanted, room) == given


@pytest.mark.parametrize("room", range(CRUMB_LEAST, 700, 7))
def test_crumbs_never_take_more_than_there_is(room: int) -> None:
    widths = shares([180, 240, 130, 200], room)
    assert sum(widths) + SEPARATOR_WIDTH * sum(width > 0 for width in widths[:-1]) <= room


@pytest.fixture
def crumbs(context: Context, qtbot: QtBot) -> Breadcrumb:
    made = Breadcrumb(context)
    qtbot.addWidget(made)
    made.resize(900, 40)
    made.show()
    made.show_trail(TRAIL)
    return made


def shown(crumbs: Breadcrumb) -> list[str]:
    return [b.text() for b in crumbs.findChildren(QToolButton) if b.isVisible()]


def test_where_there_is_room_every_title_is_whole(crumbs: Breadcrumb) -> None:
    assert shown(crumbs) == [section.title.replace("&", "&&") for section in TRAIL]


def test_where_there_is_none_the_page_itself_stays(crumbs: Breadcrumb) -> None:
    crumbs.resize(260, 40)
    assert shown(crumbs)[-1] == "The section itself"
    crumbs.resize(130, 40)
    assert shown(crumbs) == ["The section itself"]
    crumbs.resize(900, 40)
    assert len(shown(crumbs)) == 3


def test_each_crumb_leads_to_its_section(crumbs: Breadcrumb, qtbot: QtBot) -> None:
    wishes: list[str] = []
    crumbs.go_requested.connect(wishes.append)
    for button in crumbs.findChildren(QToolButton):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert wishes == ["a", "a/b", "a/b/c.md"]


def test_another_trail_takes_the_place_of_the_first(crumbs: Breadcrumb) -> None:
    crumbs.show_trail(TRAIL[:1])
    assert shown(crumbs) == [TRAIL[0].title]
    crumbs.show_trail(())
    assert shown(crumbs) == []
