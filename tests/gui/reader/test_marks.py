"""Marks of a page: found by place, and painted so that each kind can be told."""

from __future__ import annotations

import time
from random import Random
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from studyapp.course.markup import compile_page
from studyapp.gui.reader.margin import Margin
from studyapp.gui.reader.markpaint import MarkPainter, mixed, overlaps
from studyapp.gui.reader.marks import Marks, PageMark
from studyapp.gui.reader.positions import Positions, Segment
from studyapp.gui.reader.view import Reader
from studyapp.model import Annotation, Found, Section, State
from studyapp.notes.describing import describe
from studyapp.placing import Placed

if TYPE_CHECKING:
    from types import SimpleNamespace

    from pytestqt.qtbot import QtBot

    from studyapp.gui.reader.build import Built
    from tests.gui.reader.conftest import MakeBuilt

SECTION = Section("a.md", "A", "a.md")
SAMPLE = """\
# A page

First paragraph with **bold** words, `code here` and more than one line of text, as there must be.

- one item 😀 here
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

$$a^2 + b^2$$

שלום לכל הילדים
"""


def annotated(text: str, words: str, until: str = "", **given: object) -> Placed:
    start = text.index(words)
    end = text.index(until, start) + len(until) if until else start + len(words)
    state = given.pop("state", State.ANCHORED)
    fields = {"id": f"{words}-{until}", "kind": "highlight", "color": "yellow", **given}
    mark = Annotation(section="a.md", anchor=describe(text, start, end), **fields)  # type: ignore[arg-type]
    assert isinstance(state, State)
    return Placed(mark, "a.md", Found(start, end, state), state)


def mark(first: int, last: int, color: str = "yellow", **given: str) -> PageMark:
    fields = {"kind": "highlight", "note": "", **given}
    return PageMark(
        f"{first}-{last}-{color}", color=color, first=first, last=last, changed=False, **fields
    )


def marks_at(*spans: tuple[int, int]) -> Marks:
    positions = Positions()
    positions.add(Segment(0, "x" * 500, 0, 500, linear=True, copied="x" * 500))
    text = "x" * 500
    placed = []
    for number, (start, end) in enumerate(spans):
        anchor = describe(text, start, end)
        one = Annotation(f"{number:04}", "highlight", "a.md", anchor, color="blue")
        placed.append(Placed(one, "a.md", Found(start, end, State.ANCHORED), State.ANCHORED))
    return Marks(placed, positions)


def test_the_marks_of_a_stretch_are_those_that_a_look_at_all_would_find() -> None:
    random = Random(5)
    spans = [(start, start + random.randint(1, 120)) for start in random.choices(range(380), k=80)]
    marks = marks_at(*spans)
    assert len(marks.all) == 80
    for _ in range(200):
        first = random.randrange(480)
        last = first + random.randint(1, 30)
        wanted = {one for one in marks.all if one.first < last and one.last > first}
        assert set(marks.between(first, last)) == wanted
        begun = {one for one in marks.all if first <= one.first < last}
        assert set(marks.beginning(first, last)) == begun


def test_the_innermost_mark_comes_first() -> None:
    marks = marks_at((0, 100), (20, 40), (10, 60))
    assert [(one.first, one.last) for one in marks.at(30)] == [(20, 40), (10, 60), (0, 100)]
    assert [one.first for one in marks.at(99)] == [0]
    assert marks.at(100) == []


def test_where_marks_overlap_the_two_that_began_last_are_mixed() -> None:
    three = [mark(0, 30, "yellow"), mark(10, 40, "green"), mark(20, 25, "blue")]
    found = [(piece.first, piece.last, piece.colors) for piece in overlaps(three, 0, 100)]
    assert found == [
        (10, 20, ("yellow", "green")),
        (20, 25, ("green", "blue")),
        (25, 30, ("yellow", "green")),
    ]
    assert list(overlaps([mark(0, 10), mark(10, 20)], 0, 100)) == []
    assert list(overlaps([mark(0, 10), mark(0, 20, kind="underline")], 0, 100)) == []


def test_neighbors_with_the_same_two_colors_are_one_piece() -> None:
    pair = [mark(0, 50), mark(5, 20), mark(20, 30)]
    assert [(one.first, one.last) for one in overlaps(pair, 0, 100)] == [(5, 30)]


# On a real page


@pytest.fixture
def reader(context: SimpleNamespace, qtbot: QtBot) -> Reader:
    made = Reader(context)
    qtbot.addWidget(made)
    made.resize(900, 1400)
    made.show()
    qtbot.waitExposed(made)
    return made


def show(reader: Reader, *wanted: tuple[str, dict[str, object]]) -> str:
    page = compile_page(SAMPLE)
    reader.show_page(SECTION, page)
    reader.set_marks([annotated(page.text, words, **given) for words, given in wanted])
    end = time.monotonic() + 20
    while reader.busy and time.monotonic() < end:
        QApplication.processEvents()
    QApplication.processEvents()
    return page.text


def colors_behind(reader: Reader, words: str) -> set[str]:
    """Return the colors in the rectangle of some words."""
    text = reader.page.text if reader.page else ""
    built = reader.built
    assert built
    start = text.index(words)
    area = reader.area_of(*built.positions.range_to_document(start, start + len(words)))
    assert area
    image = reader.viewport().grab(area.adjusted(0, -1, 0, 2)).toImage()
    return {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }


@pytest.mark.parametrize(
    "words",
    ["A page", "bold", "code here", "one item 😀 here", "NATO", "1949", "return 1", "שלום לכל"],
)
def test_words_of_every_kind_of_block_stand_on_their_color(reader: Reader, words: str) -> None:
    fill = reader.context.theme["highlight_green"].name()
    show(reader)
    assert fill not in colors_behind(reader, words)
    show(reader, (words, {"color": "green"}))
    assert fill in colors_behind(reader, words)


def test_a_formula_is_marked_as_a_whole(reader: Reader) -> None:
    text = show(reader)
    formula = next(line for line in text.split("\n") if "^2" in line)
    show(reader, (formula, {"color": "pink"}))
    fill = reader.context.theme["highlight_pink"].name()
    assert fill in colors_behind(reader, formula)
    assert fill not in colors_behind(reader, "return 1")


def test_two_marks_mix_and_each_alone_keeps_its_color(reader: Reader) -> None:
    theme = reader.context.theme
    show(reader, ("First", {"until": "with"}), ("paragraph", {"until": "words", "color": "blue"}))
    yellow, blue = theme["highlight_yellow"], theme["highlight_blue"]
    both = mixed(yellow, blue).name()
    assert both in colors_behind(reader, "paragraph")
    assert yellow.name() in colors_behind(reader, "First")
    assert both not in colors_behind(reader, "First")
    assert blue.name() in colors_behind(reader, "bold")


def test_an_underline_is_a_line_and_no_ground(reader: Reader) -> None:
    theme = reader.context.theme
    show(reader, ("First paragraph", {"kind": "underline", "color": "purple"}))
    found = colors_behind(reader, "First paragraph")
    assert theme["line_purple"].name() in found
    assert theme["highlight_purple"].name() not in found


def test_what_has_changed_has_an_edge(reader: Reader) -> None:
    line = reader.context.theme["line_yellow"].name()
    show(reader, ("First paragraph", {}))
    assert line not in colors_behind(reader, "First paragraph")
    show(reader, ("First paragraph", {"state": State.CHANGED}))
    assert line in colors_behind(reader, "First paragraph")


def test_a_mark_in_focus_stands_out(reader: Reader) -> None:
    line = reader.context.theme["line_yellow"].name()
    show(reader, ("First paragraph", {}))
    reader.marks.focus("First paragraph-")
    assert line in colors_behind(reader, "First paragraph")
    reader.marks.focus("")
    assert line not in colors_behind(reader, "First paragraph")


def test_orphans_and_words_folded_away_are_not_shown(reader: Reader) -> None:
    show(reader, ("secret", {}), ("two items", {"state": State.ORPHANED}), ("one item", {}))
    assert [one.id for one in reader.marks.all] == ["one item-"]
    reader.toggle_fold(0)
    assert [one.id for one in reader.marks.all] == ["one item-", "secret-"]


def test_ticks_are_beside_what_they_stand_for(reader: Reader) -> None:
    show(reader, ("First paragraph", {}), ("return 1", {"color": "blue"}))
    reader.resize(900, 400)
    QApplication.processEvents()
    image = reader.bar.grab().toImage()
    wanted = {name: reader.context.theme[f"line_{name}"].name() for name in ("yellow", "blue")}
    heights = {name: [] for name in wanted}
    for y in range(image.height()):
        for name, color in wanted.items():
            if image.pixelColor(image.width() // 2, y).name() == color:
                heights[name].append(y)
    assert heights["yellow"]
    assert heights["blue"]
    assert max(heights["yellow"]) < min(heights["blue"])


def test_what_was_worked_out_is_thrown_away_with_the_layout(
    context: SimpleNamespace, make_built: MakeBuilt
) -> None:
    page = compile_page("Words that go on and on over the line. " * 12)
    built = make_built(page)
    marks = Marks([annotated(page.text, "Words", "line")], built.positions)
    painter = MarkPainter(context.theme, built.geometry, marks)
    wide = painted(painter, built)
    built.document.setTextWidth(300)
    narrow = painted(painter, built)
    assert narrow.height() > wide.height() > 0
    built.document.setTextWidth(700)
    assert painted(painter, built) == wide


def painted(painter: MarkPainter, built: Built) -> QRectF:
    """Return what of a picture was painted over."""
    image = QImage(900, 400, QImage.Format.Format_ARGB32)
    image.fill(0)
    brush = QPainter(image)
    painter.paint(brush, [built.document.firstBlock()])
    brush.end()
    touched = [
        (x, y) for x in range(0, 900, 3) for y in range(0, 400, 3) if image.pixelColor(x, y).alpha()
    ]
    xs, ys = [x for x, _ in touched], [y for _, y in touched]
    return QRectF(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))


# The margin


def margin_of(built: Built, context: SimpleNamespace, *placed: Placed) -> Margin:
    return Margin(context.theme, built.geometry, Marks(placed, built.positions))


def test_one_sign_stands_beside_each_line_with_notes(
    context: SimpleNamespace, make_built: MakeBuilt
) -> None:
    page = compile_page(SAMPLE)
    built, text = make_built(page), page.text
    section_note = Placed(
        Annotation("s", "note", "a.md", None, note="All of it"), "a.md", None, State.ANCHORED
    )
    margin = margin_of(
        built,
        context,
        section_note,
        annotated(text, "First", note="one"),
        annotated(text, "paragraph", note="two"),
        annotated(text, "with", note=" "),
        annotated(text, "NATO", note="three"),
        annotated(text, "1949", note="four"),
        annotated(text, "two items", kind="bookmark"),
    )
    blocks = [built.document.findBlockByNumber(n) for n in range(built.document.blockCount())]
    signs = list(margin.signs(blocks))
    assert [(sign.kind, len(sign.marks)) for sign in signs] == [
        ("note", 1),
        ("note", 2),
        ("bookmark", 1),
        ("note", 2),
    ]
    column = QRectF(built.geometry.gutter, 0, built.geometry.column, 10_000)
    assert not any(sign.rect.intersects(column) for sign in signs)
    middle = signs[1].rect.center()
    assert margin.sign_at(blocks, middle) == signs[1]
    assert margin.sign_at(blocks, middle - QPointF(60, 0)) is None


def test_the_hint_of_a_sign_is_plain_and_not_long(
    context: SimpleNamespace, make_built: MakeBuilt
) -> None:
    page = compile_page(SAMPLE)
    built = make_built(page)
    blocks = [built.document.firstBlock(), built.document.firstBlock().next()]

    def hint(note: str) -> str:
        margin = margin_of(built, context, annotated(page.text, "First", note=note))
        return next(margin.signs(blocks)).hint()

    assert hint("a <b>\nsecond") == '<p style="white-space: pre-wrap">a &lt;b&gt;\nsecond</p>'
    assert len(hint("long " * 1000)) < 500
    assert hint("line\n" * 100).count("\n") < 13
    assert hint("long " * 1000).endswith("…</p>")
