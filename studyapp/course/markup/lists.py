"""Lists as CommonMark has them: nested by any indent, tight or loose, numbered from any number."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from studyapp.course.markup.starts import ITEM, continues

if TYPE_CHECKING:
    from studyapp.course.markup.lines import Lines

_TASK = re.compile(r"\[([ xX])\][ ]+(?=\S)")


def read_list(lines: Lines, parent: Element) -> None:
    """Read a list and the blocks of its items."""
    first = ITEM.match(lines.peek() or "")
    if first is None:
        return
    items: list[list[str]] = []
    width = 0
    while (line := lines.peek()) is not None:
        marker = ITEM.match(line)
        if not line.strip():
            items[-1].append("")
        elif items and _indent(line) >= width:
            items[-1].append(line[width:])
        elif marker and marker["mark"][-1] == first["mark"][-1]:
            width = _content_width(marker)
            items.append([line[width:]])
        elif continues(line, items[-1][-1]):
            items[-1].append(line.lstrip(" "))
        else:
            break
        lines.take()
    _build(lines, parent, first["number"] or "", items)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _content_width(marker: re.Match[str]) -> int:
    # Five spaces or more are one space and indented code.
    space = len(marker["space"])
    return marker.end("mark") + (space if 1 <= space <= 4 else 1)


def _build(lines: Lines, parent: Element, number: str, items: list[list[str]]) -> None:
    block = SubElement(parent, "ol" if number else "ul")
    if number:
        block.set("start", number)
    if not _is_loose(items):
        block.set("tight", "")
    for item in items:
        element = SubElement(block, "li")
        if task := _TASK.match(item[0]):
            element.set("checked", task[1].strip())
            item[0] = item[0][task.end() :]
        lines.read_into(element, item)


def _is_loose(items: list[list[str]]) -> bool:
    """Whether a blank line stands between items, or between the blocks of one item."""
    if any(not item[-1] for item in items[:-1]):
        return True
    return any(_has_apart_blocks(item) for item in items)


def _has_apart_blocks(item: list[str]) -> bool:
    fenced = False
    own_indent = 4
    for line, following in pairwise(item):
        if line.lstrip().startswith(("```", "~~~")):
            fenced = not fenced
        elif ITEM.match(line):
            # What is indented further belongs to that inner item.
            own_indent = 2
        own = following[:own_indent].strip() and not ITEM.match(following)
        if not line and not fenced and own:
            return True
    return False
