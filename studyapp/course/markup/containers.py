"""Blocks that hold lines or other blocks: lists, quotes, callouts, code, formulas, raw HTML.

python-markdown asks for four spaces under a list item and blank lines around most blocks. Courses
are written for CommonMark readers, which do not, so `dialect` puts this in front of its own
readers: it takes such a block wherever it starts, strips what marks it, and lets the parser read
the rest of it as a document of its own.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from markdown.blockprocessors import BlockProcessor

from studyapp.course.markup.fences import read_fence
from studyapp.course.markup.lines import Lines

if TYPE_CHECKING:
    from collections.abc import Callable

    from markdown.blockparser import BlockParser

_HTML_BLOCKS = (
    "address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|"
    "fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|"
    "menuitem|nav|noframes|ol|optgroup|option|p|param|picture|section|summary|table|tbody|td|tfoot|th|thead|title|tr|"
    "track|ul|video"
)
_VALUE = r"""\s*=\s*(?:"[^"]*"|'[^']*'|\{[^}]*\}|[^\s"'=<>`]+)"""
_TAG = rf"</?[A-Za-z][\w.:-]*(?:\s+[^\s\"'=<>]+(?:{_VALUE})?)*\s*/?>"
_RULE = r"(?:(?:\*[ ]*){3,}|(?:-[ ]*){3,}|(?:_[ ]*){3,})$"
_DELIMITERS = r"[ ]{0,3}\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)*\|?[ ]*$"

_START = re.compile(
    rf"""^[ ]{{0,3}}(?:
      (?P<fence>(?:`{{3,}}(?=[^`\n]*$)|~{{3,}}))
    | (?P<formula>\$\$(?![^\n]*\$\$[ ]*\S)|\\\[[ ]*$)
    | (?P<quote>>)
    | (?!{_RULE})(?P<item>(?P<mark>[-+*]|\d{{1,9}}[.)])(?:[ ]+(?=\S)|[ ]*$))
    | (?P<remark>(?:!!!|\?\?\?\+?)[ ]?(?=[\w"]))
    | (?P<colons>:{{3,}}[ ]*(?=[A-Za-z{{]))
    | (?P<comment><!--|%%(?![^\n]*%%))
    | (?P<literal><(?:script|pre|style|textarea)\b)
    | (?P<html></?(?:{_HTML_BLOCKS})(?=[\s/>]|$))
    | (?P<tag>{_TAG}[ ]*$)
    | (?P<table>[^\n]*\|[^\n]*\n(?=[^\n]*\|){_DELIMITERS})
    )""",
    re.MULTILINE | re.VERBOSE | re.IGNORECASE,
)
_LEAF = re.compile(rf"[ ]{{0,3}}(?:\#{{1,6}}[ ]|{_RULE})")
_ITEM = re.compile(
    rf"(?!{_RULE})(?P<indent>[ ]{{0,3}})(?P<mark>[-+*]|(?P<number>\d{{1,9}})[.)])(?P<space>[ ]+|$)"
)
_TASK = re.compile(r"\[([ xX])\][ ]+(?=\S)")


class Containers(BlockProcessor):
    """Finds the first container in a block, leaves what is before it to others, reads it whole."""

    def __init__(self, parser: BlockParser) -> None:
        super().__init__(parser)
        self._readers: dict[str, Callable[[Lines, Element, BlockParser], None]] = {
            "fence": read_fence,
            "quote": _read_quote,
            "item": _read_list,
        }

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002 - python-markdown's signature
        return self._first(block) is not None

    def run(self, parent: Element, blocks: list[str]) -> None:
        block = blocks[0]
        start = self._first(block)
        if start is None:
            return
        if before := block[: start.start()].rstrip("\n"):
            blocks[0] = block[start.start() :]
            self.parser.parseBlocks(parent, [before])
            return
        lines = Lines(blocks)
        self._readers[start.lastgroup or ""](lines, parent, self.parser)
        lines.close()

    def _first(self, block: str) -> re.Match[str] | None:
        for start in _START.finditer(block):
            if start.lastgroup in self._readers and (not start.start() or _interrupts(start)):
                return start
        return None


def _interrupts(start: re.Match[str]) -> bool:
    """Whether this may follow a paragraph without a blank line."""
    if start["item"]:
        return start["item"][-1:] == " " and (start["mark"] in "-+*" or start["mark"][:-1] == "1")
    return not start["tag"]


def starts_block(line: str) -> bool:
    """Whether a line cannot be the lazy continuation of a paragraph."""
    return bool(_START.match(line) or _LEAF.match(line))


def _read_quote(lines: Lines, parent: Element, parser: BlockParser) -> None:
    inner: list[str] = []
    while line := lines.peek():
        stripped = line.lstrip(" ")
        if stripped.startswith(">") and len(line) - len(stripped) < 4:
            inner.append(stripped[2:] if stripped.startswith("> ") else stripped[1:])
        elif starts_block(line) or not inner[-1]:
            break
        else:
            inner.append(line)
        lines.take()
    parser.parseChunk(SubElement(parent, "blockquote"), _chunk(inner))


def _read_list(lines: Lines, parent: Element, parser: BlockParser) -> None:
    first = _ITEM.match(lines.peek() or "")
    if first is None:
        return
    items: list[list[str]] = []
    width = 0
    while (line := lines.peek()) is not None:
        indent = len(line) - len(line.lstrip(" "))
        marker = _ITEM.match(line)
        if not line.strip():
            items[-1].append("")
        elif items and indent >= width:
            items[-1].append(line[width:])
        elif marker and _same_list(marker, first):
            width = _content_width(marker)
            items.append([line[width:]])
        elif items[-1][-1] and not starts_block(line):
            items[-1].append(line.lstrip(" "))
        else:
            break
        lines.take()
    _build_list(parent, first, items, parser)


def _same_list(marker: re.Match[str], first: re.Match[str]) -> bool:
    return marker["mark"][-1] == first["mark"][-1]


def _content_width(marker: re.Match[str]) -> int:
    # Five spaces or more are one space and indented code.
    space = len(marker["space"])
    return marker.end("mark") + (space if 1 <= space <= 4 else 1)


def _build_list(
    parent: Element, first: re.Match[str], items: list[list[str]], parser: BlockParser
) -> None:
    block = SubElement(parent, "ol" if first["number"] else "ul")
    if first["number"]:
        block.set("start", first["number"])
    if not _is_loose(items):
        block.set("tight", "")
    for item in items:
        element = SubElement(block, "li")
        if task := _TASK.match(item[0]):
            element.set("checked", task[1].strip())
            item[0] = item[0][task.end() :]
        parser.parseChunk(element, _chunk(item))


def _is_loose(items: list[list[str]]) -> bool:
    """Whether a blank line stands between items, or between the blocks of one item."""
    if any(not item[-1] for item in items[:-1]):
        return True
    return any(_has_apart_blocks(item) for item in items)


def _has_apart_blocks(item: list[str]) -> bool:
    fenced = False
    for line, following in pairwise(item):
        if line.lstrip().startswith(("```", "~~~")):
            fenced = not fenced
        if not line and not fenced and following[:2].strip() and not _ITEM.match(following):
            return True
    return False


def _chunk(lines: list[str]) -> str:
    return "\n".join(line if line.strip() else "" for line in lines)
