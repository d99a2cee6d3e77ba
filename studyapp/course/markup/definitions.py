"""Definition lists: a paragraph of terms, and after it what each `:` says of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from studyapp.course.markup.starts import continues

if TYPE_CHECKING:
    from studyapp.course.markup.lines import Lines

_MARK = re.compile(r"[ ]{0,3}:[ ]{1,4}")


def read_definition(lines: Lines, parent: Element) -> None:
    """Read one definition, of the terms in the paragraph before it or of those before that."""
    block = _block_for(parent)
    if block is None:
        # A colon with nothing before it defines nothing.
        SubElement(parent, "p").text = "\n".join(lines.take_paragraph())
        return
    mark = _MARK.match(lines.peek() or "")
    width = mark.end() if mark else 0
    inner = [lines.take()[width:]]
    while (line := lines.peek()) is not None:
        indent = len(line) - len(line.lstrip(" "))
        if not line.strip():
            inner.append("")
        elif indent >= width:
            inner.append(line[width:])
        elif continues(line, inner[-1]) and not _MARK.match(lines.peek(1) or ""):
            inner.append(line.lstrip(" "))
        else:
            break
        lines.take()
    lines.read_into(SubElement(block, "dd"), inner)


def _block_for(parent: Element) -> Element | None:
    """Return the definition list to add to, its terms in place."""
    last = parent[-1] if len(parent) else None
    if last is None or last.tag == "dl":
        return last
    if last.tag != "p" or not last.text:
        return None
    parent.remove(last)
    before = parent[-1] if len(parent) else None
    block = before if before is not None and before.tag == "dl" else SubElement(parent, "dl")
    for term in last.text.split("\n"):
        SubElement(block, "dt").text = term.strip()
    return block
