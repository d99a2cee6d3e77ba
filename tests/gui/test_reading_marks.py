"""How far sections were read, as contents and header show and tell it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from studyapp.gui import reading_words as words
from studyapp.gui.panels.contents import Contents
from studyapp.gui.panels.marker import SIZE, draw_mark
from studyapp.gui.panels.tree import STATE_ROLE, Mark
from studyapp.study.progress import Standing, Summary

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from studyapp.gui.context import Context
    from studyapp.gui.theme import Theme

WADERS, HERON, STORK = "01-waders/index.md", "01-waders/01-heron.md", "01-waders/02-stork.md"
GULLS, TERNS = "02-gulls", "03-terns.md"


@pytest.fixture
def contents(context: Context, qtbot: QtBot) -> Contents:
    panel = Contents(context)
    qtbot.addWidget(panel)
    panel.resize(260, 400)
    panel.show()
    panel.tree.expandAll()
    return panel


def mark(contents: Contents, section: str) -> Mark | None:
    found = contents.model.index_of(section).data(STATE_ROLE)
    assert found is None or isinstance(found, Mark)
    return found


def heard(contents: Contents, section: str) -> str:
    return str(contents.model.index_of(section).data(Qt.ItemDataRole.AccessibleTextRole))


def read(context: Context, section: str, *, seconds: float = 3600, end: bool = True) -> None:
    workspace = context.workspace
    workspace.progress.take_page(workspace.section(section), workspace.page(section))
    workspace.progress.dwell(section, seconds, end)


def test_each_state_has_its_mark_and_its_words(contents: Contents, context: Context) -> None:
    assert mark(contents, HERON) is None
    assert heard(contents, HERON) == "The heron"
    read(context, HERON)
    read(context, STORK, seconds=10, end=False)
    assert mark(contents, HERON) == Mark(Standing.READ)
    assert heard(contents, HERON) == "The heron, read"
    assert mark(contents, STORK) == Mark(Standing.SEEN)
    assert heard(contents, STORK) == "The stork, opened, not read yet"
    file = context.workspace.course.root / HERON
    file.write_text("# The heron\n\nIt flies.\n", encoding="utf-8")
    context.workspace.progress.catch_up()
    assert mark(contents, HERON) == Mark(Standing.CHANGED)
    assert heard(contents, HERON) == "The heron, changed since you read it"
    assert mark(contents, WADERS) == Mark(Standing.CHANGED, is_chapter=True)


def test_a_chapter_shows_how_much_of_it_is_read(contents: Contents, context: Context) -> None:
    assert mark(contents, WADERS) is None
    read(context, HERON)
    assert mark(contents, WADERS) == Mark(Standing.SEEN, 1 / 3, is_chapter=True)
    context.workspace.progress.catch_up()
    assert heard(contents, WADERS).startswith("Waders, 1 of 3 read, ")
    context.workspace.progress.mark([WADERS, STORK])
    assert mark(contents, WADERS) == Mark(Standing.READ, is_chapter=True)
    assert heard(contents, WADERS) == "Waders, all read"
    assert mark(contents, GULLS) is None


def test_rows_and_their_chapters_are_told_to_have_changed(
    contents: Contents, context: Context
) -> None:
    told: list[str] = []
    contents.model.dataChanged.connect(
        lambda first, _last, _roles: told.append(contents.model.section(first).id)
    )
    read(context, HERON)
    assert set(told[-2:]) == {HERON, WADERS}


@pytest.mark.parametrize(("section", "ids"), [(HERON, [HERON]), (WADERS, [WADERS, HERON, STORK])])
def test_the_menu_of_a_row_marks_it_with_all_under_it(
    contents: Contents, context: Context, section: str, ids: list[str]
) -> None:
    wishes: list[tuple[list[str], bool]] = []
    contents.mark_requested.connect(lambda ids, read: wishes.append((ids, read)))

    def menu() -> dict[str, object]:
        made = contents._menu(contents.model.index_of(section))
        return {action.text(): action.trigger for action in made.actions()}

    name = "Mark Chapter as {}" if len(ids) > 1 else "Mark as {}"
    assert name.format("Unread") not in menu()
    trigger = menu()[name.format("Read")]
    assert callable(trigger)
    trigger()
    context.workspace.progress.mark(ids)
    assert name.format("Read") not in menu()
    trigger = menu()[name.format("Unread")]
    assert callable(trigger)
    trigger()
    assert wishes == [(ids, True), (ids, False)]


MARKS = (
    Mark(Standing.READ),
    Mark(Standing.SEEN),
    Mark(Standing.CHANGED),
    Mark(Standing.SEEN, 0.5, is_chapter=True),
    Mark(Standing.SEEN, 0.75, is_chapter=True),
)


def test_marks_differ_by_shape_where_they_have_one_color(theme: Theme) -> None:
    shapes = {picture(mark, theme) for mark in MARKS}
    assert len(shapes) == len(MARKS)


def picture(mark: Mark, theme: Theme) -> bytes:
    """Return a mark as it is drawn on a selected row, where all have the color of the words."""
    image = QImage(SIZE, SIZE, QImage.Format.Format_ARGB32)
    image.fill(theme["selected"])
    painter = QPainter(image)
    draw_mark(painter, QRectF(0, 0, SIZE, SIZE), mark, theme, selected=True)
    painter.end()
    return bytes(image.constBits())


@pytest.mark.parametrize(
    ("state", "seconds", "chapter", "shown"),
    [
        (Standing.UNSEEN, 250.0, 1000.0, "4 min left  ·  17 min in chapter"),
        (Standing.SEEN, 5.0, None, "1 min left"),
        (Standing.READ, 250.0, 1000.0, "Read  ·  17 min in chapter"),
        (Standing.READ, None, None, "Read"),
        (Standing.UNSEEN, None, None, ""),
    ],
)
def test_time_left_in_words(
    state: Standing, seconds: float | None, chapter: float | None, shown: str
) -> None:
    assert words.time_left(state, seconds, chapter) == shown


@pytest.mark.parametrize(
    ("summary", "told"),
    [
        (Summary(sections=3), ""),
        (Summary(sections=3, seen=1), "0 of 3 read"),
        (Summary(sections=3, read=3), "all read"),
        (
            Summary(3, 1, 0, 1, seconds_left=130, measured=3),
            "1 of 3 read, 1 changed since, 2 min left",
        ),
    ],
)
def test_a_chapter_in_words(summary: Summary, told: str) -> None:
    assert words.of_chapter(summary) == told
