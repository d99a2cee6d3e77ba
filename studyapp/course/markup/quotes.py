"""Quotes, and the three ways to write a callout: `> [!note]`, `!!! note`, `:::note`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from studyapp.course.markup.callouts import is_known, kind_of, title_of
from studyapp.course.markup.starts import continues

if TYPE_CHECKING:
    from studyapp.course.markup.lines import Lines

_CALLOUT = re.compile(r"[ ]{0,3}\[!([\w-]+)(?:\|[^\]]*)?\]([+-]?)[ ]*(.*)")
_REMARK = re.compile(r"[ ]*(!!!|\?\?\?\+?)[ ]?([\w-]*)[^\"]*?(?:\"(.*)\")?[ ]*$")
_COLONS = re.compile(r"[ ]*(:{3,})[ ]*\{?\.?([\w-]+)[^\s\[}]*\}?(?:\[([^\]]*)\]|[ ]*(.*))")


def read_quote(lines: Lines, parent: Element) -> None:
    """Read a block quotation, or the callout that it stands for."""
    inner: list[str] = []
    while line := lines.peek():
        stripped = line.lstrip(" ")
        if stripped.startswith(">") and len(line) - len(stripped) < 4:
            inner.append(stripped[2:] if stripped.startswith("> ") else stripped[1:])
        elif continues(line, inner[-1]):
            inner.append(line)
        else:
            break
        lines.take()
    if head := _CALLOUT.match(inner[0]):
        block = add_callout(parent, head[1], head[3] or None, fold=head[2])
        inner = inner[1:]
    else:
        block = SubElement(parent, "blockquote")
    lines.read_into(block, inner)


def read_remark(lines: Lines, parent: Element) -> None:
    """Read `!!! kind "title"`, or `???` and `???+` which fold, with the indented lines after it."""
    head = _REMARK.match(lines.take())
    if head is None:
        return
    inner: list[str] = []
    while (line := lines.peek()) is not None and (line.startswith("    ") or not line.strip()):
        inner.append(line[4:])
        lines.take()
    fold = {"!!!": "", "???": "-", "???+": "+"}[head[1]]
    block = add_callout(parent, head[2] or "details", head[3], fold=fold)
    lines.read_into(block, inner)


def read_colons(lines: Lines, parent: Element) -> None:
    """Read `:::kind title` up to its closing colons; of a kind unknown here, only the content."""
    head = _COLONS.match(lines.peek() or "")
    closing = re.compile(rf"^[ ]{{0,3}}:{{{len(head[1]) if head else 3}}}[ ]*$", re.MULTILINE)
    inner = lines.take_until(closing)
    if head is None or inner is None:
        SubElement(parent, "p").text = lines.take()
        return
    name, title = head[2], (head[3] or head[4] or "").strip() or None
    block = add_callout(parent, name, title) if is_known(name) else SubElement(parent, "div")
    lines.read_into(block, inner[1:-1])


def add_callout(parent: Element, name: str, title: str | None, *, fold: str = "") -> Element:
    """Add a callout; `fold` is "" when it does not fold, "+" and "-" when it starts open, closed.

    Without a title it is headed by its name, with an empty one by nothing.
    """
    callout = SubElement(parent, "callout", kind=kind_of(name), fold=fold)
    if title is None:
        title = title_of(name)
    SubElement(callout, "title").text = title
    return callout
