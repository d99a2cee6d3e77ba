"""Dragging the ends of a mark with the mouse: what they take in, and when they stay put."""

from __future__ import annotations

import re
from random import Random
from typing import TYPE_CHECKING, NamedTuple

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from studyapp.course.markup import compile_page
from studyapp.gui.reader.markhandles import SCROLL_MS
from studyapp.gui.reader.view import Reader
from studyapp.model import Annotation, Found, Section, State
from studyapp.notes.describing import describe
from studyapp.placing import Placed

if TYPE_CHECKING:
    from types import SimpleNamespace

    from pytestqt.qtbot import QtBot

    from studyapp.gui.reader.markhandles import Handle

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
PLAIN, ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier
PRESS, MOVE, RELEASE = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.MouseButtonRelease,
)
SECTION = Section("a.md", "A", "a.md")
MIXED = """A boat floats on water and few believe it at first sight

- oars 😀 and a rudder
- a sail *if there* is wind

> [!tip] How it is done
> Pull the secret rope twice

| Part | Use |
|---|---|
| keel | keeps it upright |
| mast | holds sails |

שלום לכל הסירות בים

Last words of all
"""


class Desk(NamedTuple):
    """A reader with one mark, and what it told."""

    reader: Reader
    text: str
    pulled: list[tuple[int, int]]

    def mark(self, words: str, **fields: str) -> None:
        start = self.text.index(words)
        self.put((start, start + len(words)), **fields)

    def put(self, span: tuple[int, int], **fields: str) -> None:
        anchor = describe(self.text, *span)
        one = Annotation("one", "highlight", SECTION.id, anchor, color="blue")
        found = Found(*span, State.ANCHORED)
        placed = Placed(replace(one, **fields), SECTION.id, found, State.ANCHORED)
        self.reader.set_marks([placed])
        self.reader.marks.focus("one")

    def handle(self, *, at_start: bool) -> Handle:
        return next(one for one in self.reader.marks.handles() if one.at_start == at_start)

    def shown(self) -> str:
        """Return the words on which the page shows the mark."""
        mark, built = self.reader.marks.get("one"), self.reader.built
        assert mark
        assert built
        span = built.positions.range_from_document(mark.first, mark.last)
        return self.text[slice(*span)] if span else ""

    def point(self, offset: int) -> QPoint:
        return self.reader.cursorRect(
            self.reader.cursor_at(self.reader.position_of(offset))
        ).center()

    def send(
        self, kind: QEvent.Type, point: QPoint, keys: Qt.KeyboardModifier = PLAIN, held: bool = True
    ) -> None:
        viewport = self.reader.viewport()
        button = NONE if kind == MOVE else LEFT
        buttons = NONE if kind == RELEASE or not held else LEFT
        spot = QPointF(point)
        glob = QPointF(viewport.mapToGlobal(point))
        QApplication.sendEvent(viewport, QMouseEvent(kind, spot, glob, button, buttons, keys))

    def grab(self, *, at_start: bool) -> QPoint:
        edge = self.handle(at_start=at_start).edge
        point = (edge.center() - self.reader.view_offset()).toPoint()
        self.send(PRESS, point)
        return point

    def drag(self, offset: int, *, at_start: bool, keys: Qt.KeyboardModifier = PLAIN) -> None:
        """Take hold of an end, and move it to an offset without letting go."""
        start = self.grab(at_start=at_start)
        self.send(MOVE, start + QPoint(0, 9), keys)
        self.send(MOVE, self.point(offset), keys)

    def drop(self, offset: int) -> str:
        """Let go at an offset, and return the words that were asked for; empty for no change."""
        before = len(self.pulled)
        self.send(RELEASE, self.point(offset))
        return self.text[slice(*self.pulled[-1])] if len(self.pulled) > before else ""


@pytest.fixture
def desk(context: SimpleNamespace, qtbot: QtBot) -> Desk:
    reader = Reader(context)
    qtbot.addWidget(reader)
    reader.resize(900, 900)
    reader.show()
    qtbot.waitExposed(reader)
    return shown(reader, MIXED)


def shown(reader: Reader, markdown: str) -> Desk:
    page = compile_page(markdown)
    reader.show_page(SECTION, page)
    QApplication.processEvents()
    pulled: list[tuple[int, int]] = []
    reader.marks.pulled.connect(lambda start, end: pulled.append((start, end)))
    return Desk(reader, page.text, pulled)


def test_handles_stand_at_both_ends_large_enough_to_be_hit(desk: Desk) -> None:
    assert desk.reader.marks.handles() == []
    desk.mark("floats on water")
    first, last = desk.reader.marks.handles()
    assert (first.at_start, last.at_start) == (True, False)
    start = desk.text.index("floats on water")
    for handle, offset in (first, start), (last, start + len("floats on water")):
        spot = handle.edge.center() - desk.reader.view_offset()
        assert abs(spot.x() - desk.point(offset).x()) <= 2
        assert handle.area.width() >= 12
        assert handle.area.height() >= 20
        assert handle.area.contains(handle.knob)
    assert first.knob.y() < first.edge.top()  # between the lines, where no words are
    assert last.knob.y() > last.edge.bottom()


@pytest.mark.parametrize("fields", [{"kind": "bookmark"}, {"id": "other"}])
def test_there_are_none_without_a_mark_that_stands_out_on_words(
    desk: Desk, fields: dict[str, str]
) -> None:
    desk.mark("floats on water", **fields)
    assert desk.reader.marks.handles() == []


def test_right_to_left_the_start_is_on_the_right(desk: Desk) -> None:
    desk.mark("לכל הסירות")
    first, last = desk.reader.marks.handles()
    assert first.edge.left() > last.edge.left()
    assert last.is_left
    desk.drag(desk.text.index("בים") + 2, at_start=False)
    assert desk.shown() == "לכל הסירות בים"


def test_dragging_to_any_place_gives_exactly_the_words_that_are_reached(desk: Desk) -> None:
    words = [match.span() for match in re.finditer(r"\S+", desk.text)]
    random = Random(11)
    for _ in range(150):
        one, other = sorted(random.sample(range(len(words)), 2))
        first, last = words[one][0], words[other][1]
        at_start, offset = random.random() < 0.5, random.randrange(len(desk.text))
        desk.put((first, last))
        desk.drag(offset, at_start=at_start)
        if at_start:
            reached = [a for a, b in words if b > offset and a < last]
            wanted = min(reached, default=words[other][0]), last
        else:
            reached = [b for a, b in words if a < offset and b > first]
            wanted = first, max(reached, default=words[one][1])
        assert desk.shown() == desk.text[slice(*wanted)]
        told = desk.drop(offset)
        assert told == ("" if wanted == (first, last) else desk.text[slice(*wanted)])
        assert desk.shown() == desk.text[first:last]  # nobody wrote it


def test_with_alt_an_end_stops_at_any_letter_and_never_within_an_emoji(desk: Desk) -> None:
    desk.mark("floats on")
    start = desk.text.index("water")
    desk.drag(start + 3, at_start=False, keys=ALT)
    assert desk.shown() == "floats on wat"
    desk.send(MOVE, desk.point(start + 3))
    assert desk.shown() == "floats on water"
    desk.send(RELEASE, desk.point(start + 3))
    for step in range(12):
        desk.mark("oars")
        desk.drag(desk.text.index("rudder"), at_start=False, keys=ALT)
        near = desk.point(desk.text.index("😀")) + QPoint(2 * step, 0)
        desk.send(MOVE, near, ALT)
        assert desk.shown() in ("oars", "oars 😀")
        desk.send(RELEASE, near, ALT)


def test_ends_do_not_cross(desk: Desk) -> None:
    desk.mark("floats on water")
    desk.drag(desk.text.index("first sight"), at_start=True)
    assert desk.shown() == "water"
    assert desk.drop(desk.text.index("first sight")) == "water"
    desk.drag(0, at_start=False)
    assert desk.shown() == "floats"


def test_a_click_on_a_handle_moves_nothing_and_is_one_on_the_words(
    desk: Desk, qtbot: QtBot
) -> None:
    desk.mark("floats on water")
    point = desk.grab(at_start=True) + QPoint(1, 0)
    with qtbot.waitSignal(desk.reader.clicked, timeout=1000):
        desk.send(RELEASE, point)
    assert desk.pulled == []
    assert desk.reader.marks.focused == "one"


def test_dragging_selects_nothing_and_the_cursor_tells_of_it(desk: Desk) -> None:
    viewport = desk.reader.viewport()
    desk.mark("floats on water")
    usual = viewport.cursor().shape()
    edge = desk.handle(at_start=False).edge
    desk.send(MOVE, (edge.center() - desk.reader.view_offset()).toPoint(), held=False)
    assert viewport.cursor().shape() == Qt.CursorShape.SizeHorCursor
    desk.send(MOVE, desk.point(desk.text.index("rope")), held=False)
    assert viewport.cursor().shape() == usual
    desk.drag(desk.text.index("rope"), at_start=False)
    assert viewport.cursor().shape() == Qt.CursorShape.SizeHorCursor
    desk.drop(desk.text.index("rope"))
    assert viewport.cursor().shape() == usual
    assert not desk.reader.textCursor().hasSelection()


def test_cancelled_or_let_go_elsewhere_the_mark_is_as_it_was(desk: Desk) -> None:
    desk.mark("floats on water")
    desk.drag(desk.text.index("rope"), at_start=False)
    assert desk.shown() != "floats on water"
    assert desk.reader.marks.cancel()
    assert desk.shown() == "floats on water"
    assert not desk.reader.marks.cancel()
    assert desk.drop(desk.text.index("rope")) == ""
    desk.drag(desk.text.index("rope"), at_start=False)
    desk.send(MOVE, desk.point(3), held=False)  # the button went up over another window
    assert desk.shown() == "floats on water"
    assert desk.pulled == []


def test_news_of_other_marks_leaves_the_hand_what_it_holds(desk: Desk, qtbot: QtBot) -> None:
    desk.mark("floats on water")
    offset = desk.text.index("believe")
    desk.drag(offset + 1, at_start=False)
    desk.mark("floats on water", note="Written meanwhile")
    assert desk.shown() == "floats on water and few believe"
    with qtbot.waitSignal(desk.reader.marks.interrupted, timeout=1000):
        desk.mark("few believe")  # another machine has moved it
    assert desk.shown() == "few believe"
    assert desk.drop(offset) == ""


def test_a_page_shown_anew_ends_the_drag(desk: Desk, qtbot: QtBot) -> None:
    desk.mark("floats on water")
    desk.drag(desk.text.index("rope"), at_start=False)
    with qtbot.waitSignals([desk.reader.marks.let_go, desk.reader.marks.interrupted], timeout=1000):
        desk.reader.show_page(SECTION, compile_page("Another page"))
    assert desk.pulled == []


FOLDED = """Above it all

> [!tip]- Folded away
> Secret words in here

Below it all
"""


def test_no_end_goes_over_what_is_folded_away(desk: Desk) -> None:
    desk = shown(desk.reader, FOLDED)
    desk.mark("Above")
    desk.drag(desk.text.index("Below") + 2, at_start=False)
    assert desk.shown() == "Above it all\nFolded away"
    desk.drop(0)
    desk.mark("Below it")
    desk.drag(1, at_start=True)
    assert desk.shown() == "Below it"
    desk.drop(1)
    desk.put((0, desk.text.index(" in here")))
    assert [one.at_start for one in desk.reader.marks.handles()] == [True]
    desk.reader.toggle_fold(0)
    assert len(desk.reader.marks.handles()) == 2
    desk.drag(desk.text.index("Below") + 2, at_start=False)
    assert desk.shown().endswith("in here\nBelow")


def test_at_the_edge_of_the_view_the_page_scrolls_and_the_end_follows(
    desk: Desk, qtbot: QtBot
) -> None:
    lines = "\n\n".join(f"Line {number} of a long page" for number in range(200))
    desk = shown(desk.reader, lines)
    desk.mark("Line 3 of")
    desk.drag(desk.text.index("Line 5"), at_start=False)
    below = QPoint(200, desk.reader.viewport().height() + 40)
    desk.send(MOVE, below)
    qtbot.waitUntil(lambda: desk.reader.bar.value() > 1000, timeout=10_000)
    assert desk.shown().count("Line") > 30
    desk.send(RELEASE, below)
    assert len(desk.pulled) == 1
    timers = desk.reader.marks.findChildren(QTimer)
    assert not any(timer.isActive() for timer in timers if timer.interval() == SCROLL_MS)
