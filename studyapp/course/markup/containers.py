"""Blocks that hold lines or other blocks: lists, quotes, callouts, code, formulas, raw HTML.

python-markdown asks for four spaces under a list item and blank lines around most blocks. Courses
are written for CommonMark readers, which do not, so `dialect` puts this in front of its own
readers: it takes such a block wherever it starts, strips what marks it, and lets the parser read
the rest of it as a document of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown.blockprocessors import BlockProcessor

from studyapp.course.markup.definitions import read_definition
from studyapp.course.markup.lines import Lines
from studyapp.course.markup.lists import read_list
from studyapp.course.markup.quotes import read_colons, read_quote, read_remark
from studyapp.course.markup.starts import START, interrupts
from studyapp.course.markup.tables import MOST_CELLS
from studyapp.course.markup.verbatim import (
    read_comment,
    read_directive,
    read_fence,
    read_formula,
    read_html,
    read_large_table,
    read_literal,
    read_tag,
)

if TYPE_CHECKING:
    import re
    from collections.abc import Callable
    from xml.etree.ElementTree import Element

_READERS: dict[str, Callable[[Lines, Element], None]] = {
    "fence": read_fence,
    "formula": read_formula,
    "quote": read_quote,
    "item": read_list,
    "definition": read_definition,
    "remark": read_remark,
    "colons": read_colons,
    "comment": read_comment,
    "literal": read_literal,
    "html": read_html,
    "tag": read_tag,
    "directive": read_directive,
    "table": read_large_table,
}


class Containers(BlockProcessor):
    """Finds the first container in a block, leaves what is before it to others, reads it whole."""

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002 - the parser's signature
        return _first(block) is not None

    def run(self, parent: Element, blocks: list[str]) -> None:
        block = blocks[0]
        start = _first(block)
        if start is None:
            return
        before = block[: start.start()].rstrip("\n")
        blocks[0] = block[start.start() :]
        if before:
            self.parser.parseBlocks(parent, [before])
        if start["table"] and before:
            return
        count = len(parent)
        lines = Lines(blocks, self.parser)
        _READERS[start.lastgroup or ""](lines, parent)
        lines.close()
        if before and len(parent) > count:
            # A card's answer may be a list, if no blank line parts them.
            parent[count].set("adjacent", "")


def _first(block: str) -> re.Match[str] | None:
    blank = len(block) - len(block.lstrip("\n"))
    for start in START.finditer(block):
        if start.start() > blank:
            if interrupts(start):
                return start
        elif not start["table"] or _is_large(block, start["table"]):
            return start
    return None


def _is_large(block: str, head: str) -> bool:
    columns = head.partition("\n")[0].count("|") + 1
    return (block.count("\n") + 1) * columns > MOST_CELLS
