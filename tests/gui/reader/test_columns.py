"""Tables break no word as long as there is room, and are set smaller before they do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from studyapp.course.markup import compile_page
from studyapp.gui.reader.view import Reader
from studyapp.model import Section

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import SimpleNamespace

    from PySide6.QtGui import QTextBlock
    from pytestqt.qtbot import QtBot

    from studyapp.gui.reader.build import Built
    from tests.gui.reader.conftest import MakeBuilt

MONTHS = ["Bird", *(f"M{number:02}" for number in range(1, 12)), "Year"]


def table(*rows: list[str]) -> str:
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return "\n".join([lines[0], "|" + "---|" * len(rows[0]), *lines[1:]])


WIDE = table(MONTHS, ["Sandpiper", *["1234"] * 12])
STARVED = table(["Article", "What it says"], ["Denunciation", "A long explanation of it. " * 12])
THREE = table(["Term", "Meaning", "Also"], ["Neap tide", "Words " * 30, "Springs and more " * 9])
SHORT = table(["Year", "Members"], ["1949", "12"])


def breaks(built: Built) -> Iterator[str]:
    """Yield the character before each break of a line."""
    block = built.document.begin()
    while block.isValid():
        yield from block_breaks(block)
        block = block.next()


def block_breaks(block: QTextBlock) -> Iterator[str]:
    layout = block.layout()
    for number in range(1, layout.lineCount()):
        yield block.text()[layout.lineAt(number).textStart() - 1]


@pytest.mark.parametrize("markdown", [WIDE, STARVED, THREE, SHORT])
@pytest.mark.parametrize("part", [1.0, 0.93])
def test_no_word_is_broken(make_built: MakeBuilt, markdown: str, part: float) -> None:
    built = make_built(compile_page(markdown))
    gutters = 2 * built.geometry.gutter
    column = built.painter.typography.column_width
    built.document.setTextWidth(column * part + gutters)
    built.document.size()
    assert set(breaks(built)) <= {" "}


def test_a_short_table_is_no_wider_than_its_words(make_built: MakeBuilt) -> None:
    built = make_built(compile_page(SHORT))
    grid = built.geometry.grid(built.scenery.tables[0])
    assert grid.right - grid.left < built.geometry.column / 2


def test_a_long_table_takes_the_whole_column(make_built: MakeBuilt) -> None:
    built = make_built(compile_page(STARVED))
    grid = built.geometry.grid(built.scenery.tables[0])
    assert grid.right - grid.left == pytest.approx(built.geometry.column, abs=2)


def test_cells_that_reach_over_rows_are_not_crossed_by_lines(make_built: MakeBuilt) -> None:
    source = (
        "<table><tr><th rowspan=2>Port</th><th>Spring</th></tr><tr><th>high</th></tr>"
        "<tr><td>North</td><td>5</td></tr></table>"
    )
    built = make_built(compile_page(source))
    grid = built.geometry.grid(built.scenery.tables[0])
    second_row = [left for top, left, _right in grid.lines if top == grid.rows[1]]
    assert len(second_row) == 1
    assert second_row[0] > grid.left


COMMANDS = table(
    ["Key", "What it does", "Where"],
    ["<kbd>Ctrl</kbd>+<kbd>Shift</kbd>+<kbd>Enter</kbd>", "Takes the page on " * 9, "everywhere"],
    ["`chapter:treaty`", "Only what stands in these chapters " * 4, "in the search field"],
)


@pytest.mark.parametrize("markdown", [STARVED, THREE, SHORT, COMMANDS])
def test_no_word_is_broken_where_the_window_leaves_half_the_column(
    make_built: MakeBuilt, markdown: str
) -> None:
    built = make_built(compile_page(markdown))
    width = built.painter.typography.column_width * 0.55 + 2 * built.geometry.gutter
    built.fit(width)
    built.document.setTextWidth(width)
    built.document.size()
    assert set(breaks(built)) <= {" "}


def test_where_nothing_helps_only_long_words_are_broken(make_built: MakeBuilt) -> None:
    rows = [["Short words", "Kraftfahrzeughaftpflichtversicherungen"], ["stay whole", "x " * 60]]
    built = make_built(compile_page(table(*rows)))
    width = 200 + 2 * built.geometry.gutter
    built.fit(width)
    built.document.setTextWidth(width)
    built.document.size()
    numbers = range(built.document.blockCount())
    cells = [built.document.findBlockByNumber(number) for number in numbers]
    broken = [cell.text()[:5] for cell in cells if set(block_breaks(cell)) - {" "}]
    assert broken == ["Kraft"]


def test_a_table_that_was_divided_is_as_it_was_once_there_is_room_again(
    make_built: MakeBuilt,
) -> None:
    built = make_built(compile_page(THREE))
    full = built.painter.typography.column_width + 2 * built.geometry.gutter
    sizes = []
    for width in (full, 400, full):
        built.fit(width)
        built.document.setTextWidth(width)
        sizes.append(built.document.size().height())
    assert sizes[0] == sizes[2] < sizes[1]


@pytest.fixture
def view(context: SimpleNamespace, qtbot: QtBot) -> Reader:
    made = Reader(context)
    qtbot.addWidget(made)
    made.resize(900, 500)
    with qtbot.waitExposed(made):
        made.show()
    return made


WORDY = table(
    ["Paper", "Washington", "Strasbourg", "Madrid"],
    ["Adversaries", "conventional aggression", "consolidation", "interdependencies"],
    ["Partners", "", "institutionalised cooperation", "Indo-Pacific"],
)
"""Set smaller, its words would still break in a pane of half a window."""


def narrowed(view: Reader, qtbot: QtBot, width: int) -> Built:
    view.resize(width, 500)
    qtbot.waitUntil(lambda: not view.busy)
    assert view.built
    view.built.document.size()
    return view.built


def test_a_table_is_dressed_anew_when_the_page_becomes_too_narrow_for_it(
    view: Reader, qtbot: QtBot
) -> None:
    page = compile_page("Words. " * 300 + "\n\n" + WORDY)
    view.show_page(Section("a.md", "A", "a.md"), page)
    assert view.built
    assert view.built.scenery.tables[0].columns() == 4
    built = narrowed(view, qtbot, 444)
    assert built.scenery.tables[0].columns() == 1
    assert set(breaks(built)) <= {" ", "-"}
    shown = built.scenery.tables[0].cellAt(2, 0)
    words = built.document.findBlock(shown.lastPosition()).text()
    assert words == "Madrid\u2002Indo-Pacific"
    assert narrowed(view, qtbot, 900).scenery.tables[0].columns() == 4


def test_place_and_selection_outlast_another_dress(view: Reader, qtbot: QtBot) -> None:
    page = compile_page("Words. " * 300 + "\n\n" + WORDY + "\n\n" + "More. " * 900)
    view.show_page(Section("a.md", "A", "a.md"), page)
    place = page.text.index("Partners")
    view.go_to(place)
    view.selecting.select(place, place + 8)
    before = view.built
    assert narrowed(view, qtbot, 444) is not before
    assert view.place() == place
    assert view.selected_text() == "Partners"


def test_a_card_is_copied_without_the_names_of_its_columns(view: Reader, qtbot: QtBot) -> None:
    page = compile_page(WORDY)
    view.show_page(Section("a.md", "A", "a.md"), page)
    narrowed(view, qtbot, 444)
    view.selecting.select(page.text.index("Partners"), len(page.text))
    assert view.selected_text() == "Partners\tinstitutionalised cooperation\tIndo-Pacific"
