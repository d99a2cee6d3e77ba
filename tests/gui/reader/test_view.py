"""The page under mouse and keys: places, selection, copy, folds, links, refusals."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QImage, QMouseEvent, QTextDocument, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from studyapp.course.markup import compile_page
from studyapp.gui.reader.build import KEPT
from studyapp.gui.reader.view import Reader
from studyapp.model import Section

if TYPE_CHECKING:
    from types import SimpleNamespace

    from pytestqt.qtbot import QtBot

SECTION = Section("a.md", "A", "a.md")
LONG = "\n\n".join(f"## Part {n}\n\n" + f"Words of part {n} go on and on. " * 20 for n in range(40))
SAMPLE = """\
# A page

First paragraph with [a link](other.md#there), `code here` and a [lost one](missing.md).

- one item 😀
- two items

> [!tip]- Folded
> The secret words.

| Name | Year |
|---|---:|
| NATO | 1949 |

```python
def f():
    return 1
```
"""


@pytest.fixture
def reader(context: SimpleNamespace, qtbot: QtBot) -> Reader:
    made = Reader(context)
    qtbot.addWidget(made)
    made.resize(900, 700)
    made.show()
    qtbot.waitExposed(made)
    return made


def show(reader: Reader, markdown: str) -> str:
    page = compile_page(markdown)
    reader.show_page(SECTION, page)
    QApplication.processEvents()
    return page.text


def point_of(reader: Reader, start: int) -> QPoint:
    """Return the middle of a character of the canonical text, in the viewport."""
    cursor = reader.textCursor()
    cursor.setPosition(reader.position_of(start))
    left = reader.cursorRect(cursor)
    cursor.movePosition(cursor.MoveOperation.Right)
    right = reader.cursorRect(cursor)
    return QPoint((left.center().x() + right.center().x()) // 2, left.center().y())


def test_dragging_selects_the_words_under_the_mouse(reader: Reader, qtbot: QtBot) -> None:
    text = show(reader, SAMPLE)
    start = text.index("paragraph with")
    end = start + len("paragraph with")
    viewport = reader.viewport()
    qtbot.mousePress(
        viewport, Qt.MouseButton.LeftButton, pos=point_of(reader, start) - QPoint(3, 0)
    )
    qtbot.mouseMove(viewport, point_of(reader, end - 1) + QPoint(3, 0))
    qtbot.mouseRelease(
        viewport, Qt.MouseButton.LeftButton, pos=point_of(reader, end - 1) + QPoint(3, 0)
    )
    assert reader.selected_range() == (start, end)
    assert reader.selected_text() == "paragraph with"


def test_a_selection_that_was_dragged_away_is_one_that_is_made(
    reader: Reader, qtbot: QtBot
) -> None:
    text, button = show(reader, SAMPLE), Qt.MouseButton.LeftButton
    start = text.index("paragraph with")
    reader.selecting.select(start, start + len("paragraph with"))
    viewport, place = reader.viewport(), point_of(reader, start + 4)
    qtbot.mousePress(viewport, button, pos=place)
    with qtbot.assertNotEmitted(reader.selecting.settled):
        qtbot.mouseMove(viewport, place + QPoint(0, 120))
    none = Qt.MouseButton.NoButton, Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    over = QMouseEvent(QEvent.Type.MouseMove, QPointF(place), viewport.mapToGlobal(place), *none)
    with qtbot.waitSignal(reader.selecting.settled):
        QApplication.sendEvent(viewport, over)
    assert reader.selected_text() == "paragraph with"
    qtbot.mouseRelease(viewport, button, pos=place)


def test_a_copy_of_everything_is_clean(reader: Reader) -> None:
    show(reader, SAMPLE)
    reader.selectAll()
    QTest.keyClick(reader, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QApplication.clipboard().text()
    assert "First paragraph with a link, code here and a lost one." in copied
    assert "• one item 😀\n• two items" in copied
    assert "Name\tYear\nNATO\t1949" in copied
    assert "def f():\n    return 1" in copied
    assert not {"\ufffc", "\u2029", "\u200b", "\u00a0"} & set(copied)


def test_the_place_is_kept_when_size_and_theme_change(
    reader: Reader, context: SimpleNamespace
) -> None:
    text = show(reader, LONG)
    wanted = text.index("Words of part 20")
    reader.go_to(wanted)
    assert abs(reader.place() - wanted) < 40
    context.settings.text_size = 24
    reader.apply_settings()
    assert abs(reader.place() - wanted) < 80


def test_resizing_the_window_keeps_the_lines(reader: Reader) -> None:
    show(reader, LONG)
    reader.go_to(4000)
    width, place = reader.document().textWidth(), reader.place()
    reader.resize(1300, 700)
    QApplication.processEvents()
    assert reader.document().textWidth() == width
    assert reader.place() == place


def test_scrolling_tells_place_and_heading(reader: Reader, qtbot: QtBot) -> None:
    text = show(reader, LONG)
    with qtbot.waitSignal(
        reader.place_changed, check_params_cb=lambda _offset, heading: heading == "part-7"
    ):
        reader.go_to(text.index("Words of part 7"))


def test_a_click_on_a_link_tells_its_address_as_written(reader: Reader, qtbot: QtBot) -> None:
    text = show(reader, SAMPLE)
    with qtbot.waitSignal(reader.link_followed) as told:
        qtbot.mouseClick(
            reader.viewport(),
            Qt.MouseButton.LeftButton,
            pos=point_of(reader, text.index("a link") + 2),
        )
    assert told.args == ["a.md", "other.md#there", False, "a link"]


def test_tab_and_enter_follow_a_link(reader: Reader, qtbot: QtBot) -> None:
    show(reader, SAMPLE)
    reader.setFocus()
    qtbot.keyClick(reader, Qt.Key.Key_Tab)
    with qtbot.waitSignal(reader.link_followed) as told:
        qtbot.keyClick(reader, Qt.Key.Key_Return)
    assert told.args == ["a.md", "other.md#there", False, "a link"]


def test_a_click_on_its_title_unfolds_a_callout(reader: Reader, qtbot: QtBot) -> None:
    text = show(reader, SAMPLE)
    assert "secret" not in reader.toPlainText()
    title = point_of(reader, text.index("Folded") + 2)
    qtbot.mouseClick(reader.viewport(), Qt.MouseButton.LeftButton, pos=title)
    assert "secret" in reader.toPlainText()
    qtbot.mouseClick(reader.viewport(), Qt.MouseButton.LeftButton, pos=title)
    assert "secret" not in reader.toPlainText()


def test_going_to_folded_words_unfolds_them(reader: Reader) -> None:
    text = show(reader, SAMPLE)
    reader.go_to(text.index("secret"), text.index("secret") + 6, flash=True)
    assert "secret" in reader.toPlainText()


def test_space_pages_and_asks_for_the_next_section_at_the_end(reader: Reader, qtbot: QtBot) -> None:
    show(reader, LONG)
    qtbot.keyClick(reader, Qt.Key.Key_Space)
    assert reader.bar.value() > 300
    qtbot.keyClick(reader, Qt.Key.Key_End)
    with qtbot.waitSignal(reader.next_requested) as told:
        qtbot.keyClick(reader, Qt.Key.Key_Space)
    assert told.args == [1]


def test_ctrl_wheel_asks_for_another_text_size(reader: Reader, qtbot: QtBot) -> None:
    show(reader, SAMPLE)
    with qtbot.waitSignal(reader.zoom_requested) as told:
        wheel(reader, 120, Qt.KeyboardModifier.ControlModifier)
    assert told.args == [1]


def wheel(reader: Reader, delta: int, modifiers: Qt.KeyboardModifier) -> None:
    at = QPointF(300, 300)
    event = QWheelEvent(
        at,
        reader.viewport().mapToGlobal(at),
        QPoint(),
        QPoint(0, delta),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(reader.viewport(), event)


def test_a_jump_far_down_a_long_page_arrives(reader: Reader, qtbot: QtBot) -> None:
    page = compile_page(LONG * 8)
    reader.show_page(SECTION, page)
    wanted = page.text.rindex("Part 30")
    reader.go_to(wanted)
    qtbot.waitUntil(lambda: abs(reader.place() - wanted) < 40)


def test_the_reader_serves_no_resource_and_opens_no_address(reader: Reader) -> None:
    show(reader, SAMPLE)
    for address in ("file:///etc/passwd", "http://127.0.0.1:9/x.png", "other.md"):
        assert not bytes(reader.loadResource(2, QUrl(address)))
        reader.setSource(QUrl(address))
    assert "First paragraph" in reader.toPlainText()


def test_the_page_has_its_theme_color_to_the_edges(
    reader: Reader, context: SimpleNamespace
) -> None:
    show(reader, SAMPLE)
    image: QImage = reader.grab().toImage()
    page = context.theme["page"].name()
    assert image.pixelColor(4, image.height() // 2).name() == page
    assert image.pixelColor(image.width() // 2, image.height() - 4).name() == page


def test_an_empty_page_and_no_page_are_shown(reader: Reader) -> None:
    assert reader.place() == 0
    assert reader.selected_range() is None
    show(reader, "")
    assert reader.place() == 0
    reader.clear_page()
    assert reader.toPlainText() == ""


def test_pages_left_long_ago_are_let_go_of(reader: Reader) -> None:
    def documents() -> int:
        gc.collect()
        return sum(isinstance(one, QTextDocument) for one in gc.get_objects())

    for number in range(KEPT + 2):
        reader.show_page(SECTION, compile_page(f"# Page {number}\n\nWords."))
    before = documents()
    for number in range(2 * KEPT):
        reader.show_page(SECTION, compile_page(f"# Later page {number}\n\nWords."))
    assert documents() <= before
    assert reader.toPlainText().startswith("Later page")
