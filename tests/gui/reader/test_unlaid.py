"""A page is laid out to its end, whatever is changed while Qt is still at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from studyapp.course.markup import compile_page
from studyapp.gui.reader.view import Reader
from studyapp.model import Section

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import SimpleNamespace

    from pytestqt.qtbot import QtBot

TABLE = "| Term | Meaning | Also |\n|---|---|---|\n| Neap tide | {} | {} |\n".format(
    "Words " * 30, "Springs and more " * 9
)
PAGE = f"# Tides\n\n{'They come and go. ' * 60}\n\n" + f"{TABLE}\nWords between.\n\n" * 4
PAGE += "> [!tip] Wait\n> for the tide.\n\n" * 6


def unlaid(reader: Reader) -> Iterator[str]:
    """Yield the words that have no place on the page."""
    block = reader.document().begin()
    while block.isValid():
        if not block.layout().lineCount():
            yield block.text()
        block = block.next()


def test_what_follows_a_table_is_there_in_every_width(
    context: SimpleNamespace, qtbot: QtBot
) -> None:
    reader = Reader(context)
    qtbot.addWidget(reader)
    reader.show()
    reader.show_page(Section("a.md", "A", "a.md"), compile_page(PAGE))
    qtbot.waitUntil(lambda: not reader.busy)
    for width in (900, 420, 700, 360, 640):
        reader.resize(width, 600)
        reader.bar.setValue(reader.bar.maximum())
        QApplication.processEvents()
        assert not reader.grab().isNull()
        reader.document().size()  # makes Qt lay out what it still means to
        assert list(unlaid(reader)) == [], width
