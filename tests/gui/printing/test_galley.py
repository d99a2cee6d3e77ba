"""Sections cut into pages as a printer would: all bundled ones, and generated ones."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studyapp.course.markup import compile_page
from studyapp.files import bundled
from studyapp.gui import fonts
from studyapp.gui.printing.choices import Choices
from studyapp.gui.printing.galley import Galley
from studyapp.gui.printing.paginating import Break
from studyapp.gui.printing.pieces import HEADINGS, OBJECT
from studyapp.gui.printing.sheet import Sheet
from studyapp.gui.printing.typesetting import (
    PaperDrawings,
    PaperPictured,
    PaperSetter,
    PaperTypography,
)
from studyapp.gui.printing.writing import write_page
from tests.gui.printing.conftest import composed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.page import Page

SHEETS = {
    "usual": {},
    "large type, narrow column": {"text_size": 16.0, "notes": "margin"},
}
SMALL = 1.0
"""Pixels that a rounding may take or give."""


def complaints(galley: Galley, room: float) -> list[str]:
    """Return what a reader would find wrong with the pages of a galley."""
    return [
        *missing_lines(galley),
        *overfull(galley, room),
        *lonely_headings(galley),
        *cut_boxes(galley, room),
        *lonely_lines(galley, room),
    ]


def missing_lines(galley: Galley) -> Iterator[str]:
    printed = Counter(
        line
        for leaf in galley.leaves
        for piece in galley.pieces[leaf.first : leaf.last]
        for line in piece.lines
    )
    block = galley.setter.document.begin()
    while block.isValid():
        for number in range(block.layout().lineCount()):
            times = printed[(block.blockNumber(), number)]
            if times != 1 and (block.text() or block.next().isValid()):
                yield f"{block.text()[:40]!r}, line {number} stands on {times} pages"
        block = block.next()


def overfull(galley: Galley, room: float) -> Iterator[str]:
    for leaf in galley.leaves:
        top, bottom = galley.pieces[leaf.first].top, galley.pieces[leaf.last - 1].bottom
        head = leaf.head.height if leaf.head else 0.0
        if head + bottom - top > room + SMALL:
            yield f"a page is {bottom - top:.0f} high, of {room:.0f}"


def ends(galley: Galley) -> Iterator[tuple[int, int]]:
    """Yield the last block of each page that goes on, and the first on the next, by number."""
    for leaf in galley.leaves[:-1]:
        yield galley.pieces[leaf.last - 1].last, galley.pieces[leaf.last].first


def text_of(galley: Galley, number: int) -> str:
    return galley.setter.document.findBlockByNumber(number).text()


def lonely_headings(galley: Galley) -> Iterator[str]:
    roles = galley.setter.roles
    for above, below in ends(galley):
        if roles.get(above) in HEADINGS | {"label"}:
            yield f"{text_of(galley, above)!r} stands at the foot of a page"
        if roles.get(below) == "caption" and text_of(galley, above) == OBJECT:
            yield f"{text_of(galley, below)!r} stands apart from its picture"


def cut_boxes(galley: Galley, room: float) -> Iterator[str]:
    spans = [(b.first, b.last, b.kind) for b in galley.setter.scenery.boxes if b.kind == "code"]
    find = galley.setter.document.findBlock
    for table in galley.setter.scenery.tables:
        first, last = find(table.firstPosition()), find(table.lastPosition())
        spans.append((first.blockNumber(), last.blockNumber(), "table"))
    for first, last, kind in spans:
        inside = [p for p in galley.pieces if first <= p.first and p.last <= last]
        start = galley.pieces.index(inside[0])
        while start and galley.pieces[start].before >= Break.TIED:
            start -= 1  # the headings above it have to stand on the same page
        height = inside[-1].bottom - galley.pieces[start].top
        cut = any(first <= above < last + 1 and below <= last for above, below in ends(galley))
        if cut and height <= room:
            yield f"{kind} {text_of(galley, first)[:30]!r} of {height:.0f} is cut"


def lonely_lines(galley: Galley, room: float) -> Iterator[str]:
    for leaf in galley.leaves[:-1]:
        above, below = galley.pieces[leaf.last - 1], galley.pieces[leaf.last]
        cut = {line.block for line in above.lines} & {line.block for line in below.lines}
        is_table = len(above.lines) > 1 or galley.setter.roles.get(below.first, "") == ""
        full = above.bottom - galley.pieces[leaf.first].top > room * 0.5
        for number in cut if full and not is_table else ():
            lines = galley.setter.document.findBlockByNumber(number).layout().lineCount()
            place = below.lines[0].number
            if place in {1, lines - 1}:
                yield f"{text_of(galley, number)[:40]!r} leaves one line alone"


@pytest.mark.parametrize("sheet", SHEETS)
@pytest.mark.parametrize("course", ["nato", "guide"])
@pytest.mark.timeout(300)
def test_bundled_sections_are_cut_well(open_course, course, sheet):
    context = open_course(bundled("content") / course)
    book = composed(context, **SHEETS[sheet])
    found = {
        part.title: wrong
        for part in book.parts
        if (wrong := complaints(part.galley, book.sheet.room))
    }
    assert found == {}
    assert book.pages > len(context.workspace.course.order)


WORDS = "the tide comes in over the flats and the birds move up to the saltings where "


def words(count: int) -> str:
    return (WORDS * (count // 15 + 1))[: count * 5].strip()


PARAGRAPHS = st.integers(3, 260).map(words)
BLOCKS = st.one_of(
    PARAGRAPHS,
    PARAGRAPHS,
    st.integers(1, 4).map(lambda level: f"{'#' * level} {words(level * 4)}"),
    st.integers(1, 70).map(lambda n: "```python\n" + "count = count + 1\n" * n + "```"),
    st.integers(1, 60).map(
        lambda n: "| Bird | Seen |\n|---|---|\n" + f"| {words(9)} | {words(30)} |\n" * n
    ),
    st.lists(PARAGRAPHS, min_size=1, max_size=4).map(lambda items: "- " + "\n- ".join(items)),
    st.lists(PARAGRAPHS, min_size=1, max_size=3).map(
        lambda items: "> [!tip] Look\n> " + "\n>\n> ".join(items)
    ),
    st.lists(PARAGRAPHS, min_size=1, max_size=3).map(lambda items: "> " + "\n>\n> ".join(items)),
    st.just("Where do they roost?::On the saltings."),
    st.just("---"),
)


@given(st.lists(BLOCKS, min_size=1, max_size=14).map("\n\n".join))
@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_generated_sections_are_cut_well(context, theme, source):
    page = compile_page(source)
    sheet = Sheet.chosen(Choices(paper="A4"))
    galley = galley_of(context, theme, page, sheet)
    assert complaints(galley, sheet.room) == []


def galley_of(context, theme, page: Page, sheet: Sheet) -> Galley:
    fonts.register_first()
    typography = PaperTypography(theme, fonts.TEXT, sheet.column)
    pictured = PaperPictured(context, typography, "a.md", PaperDrawings(context), sheet.room)
    setter = PaperSetter(typography, pictured, str)
    galley = Galley(setter, sheet.room)
    for steps in (galley.set(write_page(setter, page.title, page)), galley.cut()):
        for _ in steps:
            pass
    return galley


def test_a_long_table_repeats_its_header(context, theme):
    source = "| Bird | Seen |\n|---|---|\n" + "| Ringed plover | spring |\n" * 90
    sheet = Sheet.chosen(Choices(paper="A4"))
    galley = galley_of(context, theme, compile_page(source), sheet)
    assert len(galley.leaves) > 2
    assert galley.leaves[0].head is None
    assert all(leaf.head and leaf.head.height > 10 for leaf in galley.leaves[1:])


def test_folded_remarks_are_printed_and_handles_are_not(context, theme):
    source = '??? tip "Look"\n    On the saltings.\n\nWhere?::There.\n'
    sheet = Sheet.chosen(Choices(paper="A4"))
    galley = galley_of(context, theme, compile_page(source), sheet)
    shown = galley.setter.document.toPlainText()
    assert "On the saltings." in shown
    assert "There." in shown
    assert "answer" not in shown
