"""What of a page can be enlarged, and what it is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor, QImage

from studyapp.gui.zooming.subjects import Subject, area, is_drawn_at, subject_at, subjects
from studyapp.gui.zooming.tablesheet import markdown
from studyapp.page import Table

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtCore import QPoint

    from studyapp.gui.reader.view import Reader


SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100">'
    '<rect width="200" height="100" fill="var(--accent)"/></svg>'
)
PAGE = """\
# Pictures

![A square](square.png "The square, drawn")

Words with ![small](drawing.svg) among them, and [![linked](square.png)](01-waders/02-stork.md).

[![linked alone](square.png)](01-waders/02-stork.md)

![Gone](gone.png)

![Outside](../../outside.png)

| Name | Year |
|:--|--:|
| **NATO** `x` | 1949 |
| a \\| b | 1950 |

Table: Of treaties

| Second | table |
|---|---|
| NATO | again |

![A square](square.png)
"""


@pytest.fixture
def reader(open_reader: Callable[..., Reader], course_folder: Path) -> Reader:
    image = QImage(120, 80, QImage.Format.Format_RGB32)
    image.fill(QColor("teal"))
    image.save(str(course_folder / "square.png"))
    image.save(str(course_folder.parent / "outside.png"))
    (course_folder / "drawing.svg").write_text(SVG, encoding="utf-8")
    (course_folder / "04-pictures.md").write_text(PAGE, encoding="utf-8")
    return open_reader("04-pictures.md", height=1200)


def middle(reader: Reader, subject: Subject) -> QPoint:
    assert reader.built
    spot = area(reader.built, subject).center() - reader.view_offset()
    return spot.toPoint()


def test_links_and_what_cannot_be_shown_are_left_out(reader: Reader) -> None:
    found = [(one.name, one.caption) for one in subjects(reader)]
    assert found == [
        ("A square", "The square, drawn"),
        ("small", ""),
        ("Of treaties", "Of treaties"),
        ("", ""),
        ("A square", ""),
    ]


def test_each_is_found_where_it_stands(reader: Reader) -> None:
    for subject in subjects(reader):
        assert subject_at(reader, middle(reader, subject)) == subject
        assert is_drawn_at(reader, middle(reader, subject)) == (subject.table is None)


def test_words_and_refused_pictures_are_nothing_to_enlarge(reader: Reader) -> None:
    built = reader.built
    assert built
    text = built.document.toPlainText()
    for place in (text.index("Words with"), text.index("Pictures")):
        cursor = reader.cursor_at(place + 2)
        assert subject_at(reader, reader.cursorRect(cursor).center()) is None
        assert not is_drawn_at(reader, reader.cursorRect(cursor).center())


def test_tables_alike_in_words_are_told_apart(reader: Reader) -> None:
    tables = [one.table for one in subjects(reader) if one.table]
    assert [len(table.rows) for table in tables] == [3, 2]


def test_a_table_as_markdown_can_be_read_again(reader: Reader) -> None:
    table = next(one.table for one in subjects(reader) if one.table)
    assert isinstance(table, Table)
    assert markdown(table) == (
        "| Name | Year |\n|:--|--:|\n| **NATO** `x` | 1949 |\n| a \\| b | 1950 |\n"
    )
