"""Pages made to do harm, in the real reader: shown, scrolled, and never long at a loss."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from studyapp.course.compiler import Compiler
from studyapp.gui.reader.view import Reader
from studyapp.model import Section

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from studyapp.gui.context import Context
    from studyapp.page import Page

STALL = 2.0
"""Seconds for which the window may not answer."""
ALL = 30.0

HOSTILE = {
    "20,000 headings": "# a\n" * 20_000,
    "20,000 cards": "a::b\n" * 20_000,
    "20,000 items": "- a\n" * 20_000,
    "20,000 formulas": "$x$ " * 20_000,
    "20,000 pieces of code": "`x` " * 20_000,
    "5,000 footnotes": "".join(f"a[^{n}]\n\n[^{n}]: b\n\n" for n in range(5_000)),
    "a table of 4,000 cells": "|a|b|\n|-|-|\n" + "|1|2|\n" * 2_000,
    "a table of 400,000 cells": "|a|b|\n|-|-|\n" + "|1|2|\n" * 200_000,
    "a table 500 columns wide": "|a" * 500 + "|\n" + "|-" * 500 + "|\n" + "|1" * 500,
    "nested tables": "<table><tr><td>" * 90 + "a" + "</td></tr></table>" * 90,
    "90 nested lists": "".join(f"{'  ' * n}- item\n" for n in range(90)),
    "90 nested quotes": ">" * 90 + " text",
    "10 MB without a space": "a" * 10_000_000,
    "10 MB of words on one line": "word " * 2_000_000,
    "a code line of 500,000 characters": "```\n" + "x" * 500_000 + "\n```",
    "bidi overrides": "\u202e\u2066\u202c\u2069 a `\u202e` " * 5_000,
    "90,000 combining marks": "a" + "\u0301" * 90_000,
    "joined emoji": "👨\u200d👩\u200d👧" * 20_000,
    "right to left, 5,000 words": "שלום עולם NATO " * 5_000,
}


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Page]]:
    with Compiler(tmp_path_factory.mktemp("cache"), 1.5) as compiler:
        yield lambda source: compiler.page(source.encode())


@pytest.fixture
def reader(context: Context, qtbot: object) -> Iterator[Reader]:
    made = Reader(context)
    made.resize(900, 700)
    made.show()
    yield made
    made.close()


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_page_never_stalls_the_window(
    reader: Reader, compiled: Callable[[str], Page], name: str
) -> None:
    page = compiled(HOSTILE[name])
    stalls = [_seconds(lambda: reader.show_page(Section("a.md", "a", "a.md"), page))]
    began = time.monotonic()
    while reader.busy and time.monotonic() - began < ALL:
        stalls.append(_seconds(QApplication.processEvents))
    stalls.append(_seconds(reader.viewport().repaint))
    stalls.append(_seconds(lambda: reader.go_to(len(page.text) // 2)))
    stalls.append(_seconds(reader.viewport().repaint))
    assert max(stalls) < STALL
    assert page.text[:40].split()[0][:5] in reader.toPlainText() or name == "bidi overrides"


def _seconds(act: Callable[[], object]) -> float:
    began = time.monotonic()
    act()
    return time.monotonic() - began
