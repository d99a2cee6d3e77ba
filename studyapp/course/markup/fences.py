"""Fenced code: its language, title and lines, as they were written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString

if TYPE_CHECKING:
    from markdown.blockparser import BlockParser

    from studyapp.course.markup.lines import Lines

_FENCE = re.compile(r"(?P<indent>[ ]{0,3})(?P<fence>`{3,}|~{3,})[ ]*(?P<info>.*)")
_LANGUAGE = re.compile(r"\{?[ ]*\.?(?P<name>[^\s,{}:=]+)(?![^\s,{}:]*=)")
_TITLE = re.compile(r"(?:title|file|filename)=(?:\"([^\"]*)\"|'([^']*)'|([^\s}]+))")


def read_fence(lines: Lines, parent: Element, parser: BlockParser) -> None:  # noqa: ARG001 - as every reader is called
    """Read a fenced code block; without its closing fence it runs to the end of what holds it."""
    opening = _FENCE.match(lines.take())
    if opening is None:
        return
    mark, indent = opening["fence"], len(opening["indent"])
    closing = re.compile(rf"[ ]{{0,3}}{re.escape(mark[0])}{{{len(mark)},}}[ ]*$")
    code: list[str] = []
    while (line := lines.peek()) is not None:
        lines.take()
        if closing.match(line):
            break
        code.append(line[min(indent, len(line) - len(line.lstrip(" "))) :])
    block = SubElement(
        parent, "fence", language=_language(opening["info"]), title=_title(opening["info"])
    )
    block.text = AtomicString("\n".join(code))


def _language(info: str) -> str:
    found = _LANGUAGE.match(info)
    return found["name"] if found else ""


def _title(info: str) -> str:
    found = _TITLE.search(info)
    return next((group for group in found.groups() if group), "") if found else ""
