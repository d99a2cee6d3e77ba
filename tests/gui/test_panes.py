"""The panes: made once, emptied when closed, arranged by the room there is, remembered."""

from __future__ import annotations

import gc
from collections import Counter, deque
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt
from PySide6.QtTest import QSignalSpy

from studyapp.gui.banner import Banner
from studyapp.gui.jobs import Jobs
from studyapp.gui.memory import Memory, SecondPane, load, save
from studyapp.gui.pageview import LEAST_WIDTH
from studyapp.gui.panes import ROOM_FOR_TWO
from studyapp.gui.reader.build import Built
from studyapp.gui.states import Way
from studyapp.gui.window import Window
from studyapp.model import Location

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from studyapp.gui.context import Context

HERON, STORK, TERNS = "01-waders/01-heron.md", "01-waders/02-stork.md", "03-terns.md"
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(context: Context, qtbot: QtBot) -> Window:
    made = Window(context)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    made.places.start(Location(HERON))
    return made


def sections(window: Window) -> list[str]:
    return [pane.places.here().section for pane in window.panes.shown]


def delete_now() -> None:
    """Let go of what is to be deleted later."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()


def test_one_pane_is_made_at_start_and_one_at_the_first_split(window: Window) -> None:
    assert len(window.panes.all) == 1
    made = QSignalSpy(window.panes.made)
    window.panes.split()
    second = window.panes.active
    window.panes.close()
    window.panes.split()
    assert window.panes.active is second
    assert made.count() == 1


def test_nothing_grows_with_splits(window: Window) -> None:
    """Sixty splits, pages and ends of splits leave what a few have left."""

    def cycle() -> None:
        window.panes.split()
        window.panes.active.hits.find()
        window.go(Location(STORK))
        window.go_aside(Location(TERNS))
        window.panes.swap()
        window.panes.close()
        window.go(Location(HERON))

    def counted() -> Counter[str]:
        delete_now()
        kinds = (QObject, Built)
        return Counter(type(one).__name__ for one in gc.get_objects() if isinstance(one, kinds))

    for _ in range(10):
        cycle()
    delete_now()
    children, before = len(window.findChildren(QObject)), counted()
    for _ in range(60):
        cycle()
    delete_now()
    children, after = len(window.findChildren(QObject)) - children, counted()
    assert {kind: after[kind] - before[kind] for kind in after if after[kind] > before[kind]} == {}
    assert children <= 0
    assert len(window.panes.all) == 2
    assert sections(window) == [HERON]


def test_a_page_that_comes_late_is_not_shown_in_a_closed_pane(
    context: Context, window: Window, course_folder: Path
) -> None:
    waiting: deque[Callable[[], None]] = deque()
    context.jobs = Jobs(waiting.append)
    (course_folder / STORK).write_text("# A stork never seen before\n")
    window.go_aside(Location(STORK))
    closed = window.panes.other
    assert closed
    assert window.panes.busy
    window.panes.close(closed)
    assert not window.panes.busy
    while waiting:
        waiting.popleft()()
    assert closed.reader.section is None
    assert not closed.view.isVisible()


def test_pages_asked_for_in_both_panes_both_come(
    context: Context, window: Window, course_folder: Path
) -> None:
    window.panes.split()
    for section in (STORK, TERNS):
        (course_folder / section).write_text(f"# New words in {section}\n")
    waiting: deque[Callable[[], None]] = deque()
    context.jobs = Jobs(waiting.append)
    window.go(Location(STORK))
    window.go_aside(Location(TERNS))
    while waiting:
        waiting.popleft()()
    assert sections(window) == [TERNS, STORK]


def test_keys_of_the_page_count_in_both(window: Window, qtbot: QtBot) -> None:
    window.go_aside(Location(STORK))
    assert sections(window) == [HERON, STORK]
    for pane in window.panes.shown:
        pane.reader.setFocus()
        qtbot.keyClick(pane.reader, Qt.Key.Key_J)
        assert pane.reader.sentence.range
        qtbot.keyClick(pane.reader, Qt.Key.Key_H)
        assert len(pane.reader.marks.all) == 1


def test_the_active_pane_is_that_of_the_keyboard_or_the_last_press(
    window: Window, qtbot: QtBot
) -> None:
    window.go_aside(Location(STORK))
    first, second = window.panes.shown
    assert window.panes.active is first
    assert window.reader is first.reader
    second.reader.setFocus()
    assert window.panes.active is second
    assert window.marking is second.marking
    window.panel("contents").setFocus()
    assert window.panes.active is second
    qtbot.mousePress(first.header, Qt.MouseButton.LeftButton, pos=QPoint(300, 40))
    assert window.panes.active is first


def test_a_line_tells_which_one_is_active(window: Window) -> None:
    def lines() -> list[bool]:
        accent = window.context.theme["accent"].rgb()
        pictures = [pane.header.grab().toImage() for pane in window.panes.shown]
        return [picture.pixelColor(picture.width() // 2, 0).rgb() == accent for picture in pictures]

    assert lines() == [False]
    window.panes.split()
    assert lines() == [False, True]
    window.panes.go_to_other()
    assert lines() == [True, False]
    window.panes.close()
    assert lines() == [False]


@pytest.mark.parametrize(("width", "below"), [(ROOM_FOR_TWO - 1, True), (ROOM_FOR_TWO, False)])
def test_with_less_room_the_second_stands_below(window: Window, width: int, below: bool) -> None:
    window.sides.open_only(())
    window.panes.split()
    window.resize(width, 700)
    assert window.width() == width
    assert window.panes.stands_below == below
    first, second = (pane.view.geometry() for pane in window.panes.shown)
    assert (second.top() > first.bottom()) == below
    assert (second.left() > first.right()) != below


def test_what_the_user_chose_holds_in_any_room(context: Context, window: Window) -> None:
    window.sides.open_only(())
    window.panes.split()
    context.settings.second_pane = "below"
    assert window.panes.stands_below
    context.settings.second_pane = "beside"
    window.resize(300, 700)
    widths = [pane.view.width() for pane in window.panes.shown]
    assert not window.panes.stands_below
    assert min(widths) >= LEAST_WIDTH


def test_the_words_read_stay_at_the_top_when_lines_change(window: Window) -> None:
    reader = window.reader
    reader.go_to_heading("part-5")
    reader.hold.let_go()
    place = window.place()
    assert place.heading == "part-5"
    for _ in range(3):
        window.panes.split()
        window.panes.go_to_other()
        assert window.place() == place
        window.panes.close(window.panes.other)
        assert window.place() == place


def test_a_page_at_its_top_stays_there(window: Window) -> None:
    window.panes.split()
    window.panes.close()
    assert window.reader.bar.value() == 0


def test_a_banner_outlives_the_pane_it_stood_in(
    context: Context, window: Window, qtbot: QtBot
) -> None:
    banner = Banner(context, "info", lambda: None)
    window.view.add_banner(banner)
    banner.say("News", (Way("Look", lambda: None),))
    window.panes.split()
    window.panes.close(window.panes.shown[0])
    qtbot.waitUntil(banner.isVisible)
    window.panes.split()
    window.panes.close(window.panes.shown[0])
    qtbot.waitUntil(banner.isVisible)


def test_a_note_is_linked_to_words_of_either_pane(context: Context, window: Window) -> None:
    notes = context.workspace.notes
    made = notes.add(HERON, (4, 9), kind="highlight")
    window.go_aside(Location(STORK))
    window.overview.linking.begin(made.id)
    window.panes.go_to_other()
    window.reader.selecting.select(10, 20)
    assert window.overview.linking.banner.buttons[0].isEnabled()
    window.overview.linking.link()
    known = notes.get(made.id)
    assert known
    assert known.section == STORK


def test_a_pane_that_cannot_show_its_page_tries_again(window: Window, course_folder: Path) -> None:
    (course_folder / TERNS).rename(course_folder / "away")
    (course_folder / TERNS).mkdir()
    window.go_aside(Location(TERNS))
    first, second = window.panes.shown
    assert not second.view.shows_page
    assert first.view.shows_page
    (course_folder / TERNS).rmdir()
    (course_folder / "away").rename(course_folder / TERNS)
    second.view.retry_requested.emit()
    assert sections(window) == [HERON, TERNS]


def test_what_is_remembered_of_a_split(context: Context, window: Window) -> None:
    memory = context.memory.course("birds")
    assert memory.second is None
    window.go_aside(Location(STORK, "nests"))
    window.panes.splitter.setSizes([300, 900])
    window.panes.splitter.splitterMoved.emit(300, 1)
    assert memory.section == HERON
    assert memory.second
    assert memory.second.section == STORK
    assert memory.second.offset > 0
    assert memory.second.share < 0.45
    window.panes.swap()
    assert memory.section == STORK
    assert memory.second.section == HERON
    assert memory.second.share > 0.55
    window.panes.close(window.panes.shown[1])
    assert memory.section == STORK
    assert memory.second is None


def test_a_split_is_restored_unless_its_section_is_gone(context: Context, window: Window) -> None:
    memory = context.memory.course("birds")
    memory.second = SecondPane("gone.md")
    window.panes.restore()
    assert not window.panes.is_split
    memory.second = SecondPane(STORK, 300, 0.3)
    window.panes.restore()
    assert sections(window) == [HERON, STORK]
    assert window.panes.active is window.panes.shown[0]
    assert 200 < (window.panes.shown[1].places.here().offset or 0) <= 300


def test_memory_keeps_the_second_pane(tmp_path: Path) -> None:
    memory = Memory()
    memory.course("birds").second = SecondPane(STORK, 5, 0.25)
    save(memory, tmp_path)
    assert load(tmp_path).course("birds").second == SecondPane(STORK, 5, 0.25)


def test_a_course_without_pages_cannot_be_split(window: Window) -> None:
    window.panes.clear()
    window.commands.refresh()
    assert not window.commands["pane.split"].isEnabled()
    window.panes.split()
    assert not window.panes.is_split


LOW = 700


@pytest.fixture
def low(window: Window, qtbot: QtBot) -> Window:
    """Two panes, one below the other, between two panels."""
    for panel in ("contents", "notes"):
        window.show_panel(panel)
    window.panes.split()
    window.resize(1000, LOW)
    qtbot.waitUntil(lambda: window.panes.widget.height() < LOW and window.panes.stands_below)
    qtbot.waitUntil(window.is_settled, timeout=20_000)
    return window


def test_a_low_pane_has_a_thin_header_and_a_high_one_its_usual(low: Window, qtbot: QtBot) -> None:
    thin = [pane.header.height() for pane in low.panes.shown]
    low.panes.close()
    pane = low.panes.active
    qtbot.waitUntil(lambda: pane.header.height() > max(thin))
    assert len(set(thin)) == 1


def test_in_a_low_pane_the_find_bar_keeps_to_one_row(low: Window, qtbot: QtBot) -> None:
    low.commands["find.open"].trigger()
    bar = low.panes.active.hits.bar
    assert bar is not None
    bar.field.setText("e")
    qtbot.waitUntil(lambda: bar.count.text() != "")
    for _ in range(len(bar._spans) + 1):
        bar.step(1)  # on from the top, too
    parts = (bar.field, bar.words, bar.case, bar.expression, bar.next, bar.close_button)
    assert all(part.isVisible() for part in parts)
    middles = [part.geometry().center().y() for part in parts]
    assert max(middles) - min(middles) <= 2
    assert bar.height() < 48
    assert bar.field.width() >= 80


def test_news_takes_no_room_from_the_pages(low: Window, qtbot: QtBot) -> None:
    heights = [pane.reader.height() for pane in low.panes.shown]
    low.context.messages.post("The note was removed")
    bar = low.context.messages
    qtbot.waitUntil(lambda: bar.isVisible() and bar.height() < 48)
    assert [pane.reader.height() for pane in low.panes.shown] == heights
    assert low.panes.widget.rect().contains(bar.geometry())


def test_news_stands_above_the_find_bar_at_the_foot(window: Window, qtbot: QtBot) -> None:
    window.context.messages.post("The note was removed")
    window.commands["find.open"].trigger()
    bar, middle = window.panes.active.hits.bar, window.panes.widget
    assert bar is not None
    message = window.context.messages
    qtbot.waitUntil(
        lambda: (
            bar.isVisible() and message.geometry().bottom() < bar.mapTo(middle, QPoint(0, 0)).y()
        )
    )


def test_what_waits_for_an_answer_hides_nothing(window: Window, qtbot: QtBot) -> None:
    message, middle = window.context.messages, window.panes.widget
    message.post("The notebook is full", "error")
    ends = middle.height
    qtbot.waitUntil(lambda: window.panes.splitter.geometry().bottom() < message.y())
    assert message.geometry().bottom() == ends() - 1
    message.dismiss()
    qtbot.waitUntil(lambda: window.panes.splitter.height() == ends())
