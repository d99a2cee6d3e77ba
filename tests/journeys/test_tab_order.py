"""With Tab one reaches all there is, in the order in which it is seen, and sees where one is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from wcag import ratio

from studyapp.course.compiler import Compiler
from studyapp.course.loader import load_course
from studyapp.gui.hub import scopes
from studyapp.gui.panels.hub import Hub
from studyapp.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from driving import Start
    from pytestqt.qtbot import QtBot

    from studyapp.files import Home
    from studyapp.gui.window import Window

CHAPTER = "01-waders/index.md"
THEMES = ("light", "sepia", "dark", "contrast")
CLEAR = 3.0
"""The contrast, between a place with and without the keyboard, that counts as seen."""
SEEN = 80
"""Pixels that change so much: a frame of one pixel around the smallest button has as many."""
MOST_STOPS = 120
MOST_LINKS = 8
SCENES = {
    "contents": ("panel.outline",),
    "notes": ("panel.hub", "panel.notes", "find.open"),
    "search": ("search.focus",),
    "settings": ("app.settings",),
    "text": ("view.text",),
    "keys": ("help.shortcuts",),
    "headings": ("go.headings",),
    "print": ("page.print",),
    "about": ("help.about",),
}


@pytest.fixture
def marked(home: Home, course_folder: Path) -> None:
    with Compiler(home.cache) as compiler:
        workspace = Workspace(load_course(course_folder, home), home, compiler)
        workspace.notes.add(CHAPTER, (0, 6), color="green", note="They wade")


@pytest.fixture(params=SCENES)
def top(start: Start, marked: None, request: pytest.FixtureRequest, qtbot: QtBot) -> QWidget:
    """The window on top in a scene."""
    window = start(section=CHAPTER).window
    for command_id in SCENES[request.param]:
        window.commands[command_id].trigger()
        qtbot.waitUntil(window.is_settled, timeout=20_000)
    shown = [one for one in window.findChildren(QWidget) if one.isWindow() and one.isVisible()]
    return shown[0] if shown else window


def tour(top: QWidget) -> Iterator[QWidget]:
    """Press Tab until it leads to where it first led; yield each stop while it has the keyboard."""
    first, before = None, top.focusWidget()
    for press in range(MOST_STOPS):
        QTest.keyClick(before or top, Qt.Key.Key_Tab)
        QApplication.processEvents()
        here = top.focusWidget()
        is_only = first is None and press > MOST_LINKS
        if here is first:
            return
        if here is not before or is_only:  # the page has stops inside, its links
            first = first or here
            yield here
        before = here
    raise AssertionError("Tab never comes back")


def reachable(top: QWidget) -> set[QWidget]:
    return {
        one
        for one in top.findChildren(QWidget)
        if one.isVisible()
        and one.isEnabled()
        and one.focusPolicy() & Qt.FocusPolicy.TabFocus
        and one.focusProxy() is None
        and one.window() is top
    }


def test_of_places_to_look_the_chosen_one_is_a_stop_and_arrows_lead_to_the_others(
    start: Start,
) -> None:
    window = start(section=CHAPTER).window
    window.show_panel("hub")
    panel = window.panel("hub")
    assert isinstance(panel, Hub)
    buttons = panel.board.scopes.buttons
    buttons[scopes.COURSE].setFocus()
    QTest.keyClick(buttons[scopes.COURSE], Qt.Key.Key_Right)
    assert buttons[scopes.ALL].isChecked()
    assert buttons[scopes.ALL].hasFocus()
    assert panel.board.scope == scopes.ALL
    assert [b for b in buttons.values() if b.focusPolicy()] == [buttons[scopes.ALL]]


def test_everything_is_reached_and_nothing_holds_the_keyboard(top: QWidget) -> None:
    assert {told(one) for one in reachable(top) - set(tour(top))} == set()


def test_the_place_of_the_keyboard_is_seen(top: QWidget) -> None:
    context = (top if hasattr(top, "context") else top.parentWidget()).context
    context.messages.hide()  # what comes and goes moves what is around
    unseen = {}
    for context.settings.theme in THEMES:
        unseen[context.theme.id] = unseen_stops(top)
    assert unseen == {key: [] for key in THEMES}


def unseen_stops(top: QWidget) -> list[str]:
    """Return the stops that look the same with the keyboard and without it."""
    stops, unseen = 0, []
    for stop in tour(top):
        stops += 1
        place, with_it = area(stop, top), top.grab().toImage()
        stop.clearFocus()
        if changed(with_it, top.grab().toImage(), place) < SEEN:
            unseen.append(told(stop))
        stop.setFocus(Qt.FocusReason.TabFocusReason)
    return unseen if stops > 1 else []  # of one stop, the keyboard can be nowhere else


def area(stop: QWidget, top: QWidget) -> QRect:
    return QRect(stop.mapTo(top, QPoint()), stop.size()).intersected(top.rect())


def changed(one: QImage, other: QImage, area: QRect) -> int:
    """Return how many pixels of an area change clearly."""
    count = 0
    for y in range(area.top(), area.bottom() + 1):
        for x in range(area.left(), area.right() + 1):
            before, after = one.pixel(x, y), other.pixel(x, y)
            if before != after and ratio(QColor(before), QColor(after)) >= CLEAR:
                count += 1
                if count >= SEEN:
                    return count
    return count


def told(widget: QWidget) -> str:
    text = getattr(widget, "text", str)
    return f"{type(widget).__name__} {widget.accessibleName() or text()}"


def test_a_list_that_is_empty_hands_the_keyboard_on(start: Start, qtbot: QtBot) -> None:
    window = start(section=CHAPTER).window
    window.commands["panel.hub"].trigger()
    panel = window.panel("hub")
    assert isinstance(panel, Hub)
    qtbot.waitUntil(panel.board.list.isHidden, timeout=20_000)
    assert panel.board.scopes.buttons[scopes.COURSE].hasFocus()


def test_tab_goes_as_the_eye_does(start: Start) -> None:
    window: Window = start(section=CHAPTER).window
    window.resize(1400, 900)
    window.show_panel("outline")
    stops = list(tour(window))
    stops = stops[stops.index(next(one for one in stops if window.toolbar.isAncestorOf(one))) :]
    regions = [window.toolbar, window.panel("contents"), window.view, window.panel("outline")]
    places = [
        next(place for place, region in enumerate(regions) if region.isAncestorOf(stop))
        for stop in stops
    ]
    assert places == sorted(places)
    lefts = [stop.mapTo(window, QPoint()).x() for stop in stops if stop.height() < 50]
    bar = lefts[: places.count(0)]
    assert bar == sorted(bar)
    crumbs = [one for one in stops if window.header.isAncestorOf(one)]
    assert crumbs == sorted(crumbs, key=lambda one: one.mapTo(window, QPoint()).x())
