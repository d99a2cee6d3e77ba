"""Blocks whose lines are not Markdown: code, formulas, comments, raw HTML, other tools' words."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString

from studyapp.course.markup.callouts import is_known
from studyapp.course.markup.quotes import add_callout
from studyapp.wording import noted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from studyapp.course.markup.lines import Lines

_FENCE = re.compile(r"(?P<indent>[ ]{0,3})(?P<fence>`{3,}|~{3,})[ ]*(?P<info>.*)")
_DIRECTIVE = re.compile(r"\{([\w-]+)\}[ ]*(.*)")
_LANGUAGE = re.compile(r"\{?[ ]*\.?(?P<name>[^\s,{}:=]+)(?![^\s,{}:]*=)")
_TITLE = re.compile(r"(?:title|file|filename)=(?:\"([^\"]*)\"|'([^']*)'|([^\s}]+))")
_MARKS = {
    "$$": re.compile(r"(?<!\\)\$\$"),
    "\\[": re.compile(r"\\\]"),
    "<!--": re.compile("-->"),
    "%%": re.compile("%%"),
}
_OPENING = re.compile(r"[ ]*(\$\$|\\\[|<!--|%%)")
_ATTRIBUTES = re.compile(r"^[ ]*\{[^}]*\}[ ]*$")
_COMPONENT = re.compile(r"[ ]*<[A-Z][^>]*/>[ ]*$", re.DOTALL)
# A tag that asks for Markdown inside it.
_MARKDOWN = re.compile(r"<[^>]*\smarkdown(?:=[\"']?(?:1|block|span)[\"']?)?(?=[\s>])")


def read_fence(lines: Lines, parent: Element) -> None:
    """Read a fenced code block; without its closing fence it runs to the end of what holds it."""
    opening = _FENCE.match(lines.take())
    if opening is None:
        return
    code = _fenced(lines, opening["fence"], len(opening["indent"]))
    info = opening["info"].strip()
    directive = _DIRECTIVE.match(info)
    if directive and is_known(directive[1]):
        callout = add_callout(parent, directive[1], directive[2] or None)
        lines.read_into(callout, code)
    elif info in ("math", "{math}"):
        add_formula(parent, code)
    elif directive:
        add_source(parent, code, language=directive[2].partition(" ")[0])
    else:
        add_source(parent, code, language=_language(info), title=_title(info))


def _fenced(lines: Lines, fence: str, indent: int) -> list[str]:
    closing = re.compile(rf"[ ]{{0,3}}{re.escape(fence[0])}{{{len(fence)},}}[ ]*$")
    code: list[str] = []
    while (line := lines.peek()) is not None:
        lines.take()
        if closing.match(line):
            break
        code.append(line[min(indent, len(line) - len(line.lstrip(" "))) :])
    return code


def _language(info: str) -> str:
    found = _LANGUAGE.match(info)
    return found["name"] if found else ""


def _title(info: str) -> str:
    found = _TITLE.search(info)
    return next((group for group in found.groups() if group), "") if found else ""


def add_source(parent: Element, lines: Iterable[str], **about: str) -> None:
    """Add a code block; `about` may tell its language, title and caption."""
    SubElement(parent, "fence", about).text = AtomicString("\n".join(lines))


def add_formula(parent: Element, lines: Iterable[str]) -> None:
    """Add a displayed formula."""
    SubElement(parent, "display").text = AtomicString("\n".join(lines))


def read_formula(lines: Lines, parent: Element) -> None:
    r"""Read a formula between `$$` and `$$`, or `\[` and `\]`."""
    if (tex := _between_marks(lines, parent)) is not None:
        add_formula(parent, [tex])


def read_comment(lines: Lines, parent: Element) -> None:
    """Drop a comment."""
    _between_marks(lines, parent)


def _between_marks(lines: Lines, parent: Element) -> str | None:
    """Take what stands between two marks; what is never closed is text."""
    line = lines.take()
    opening = _OPENING.match(line)
    if opening is None:
        return None
    closing = _MARKS[opening[1]]
    inner = [line[opening.end() :]]
    if not closing.search(inner[0]):
        rest = lines.take_until(closing)
        if rest is None:
            SubElement(parent, "p").text = line
            return None
        inner += rest
    end = closing.search(inner[-1])
    if end is not None:
        lines.give_back(_ATTRIBUTES.sub("", inner[-1][end.end() :]))
        inner[-1] = inner[-1][: end.start()]
    return "\n".join(inner)


def read_literal(lines: Lines, parent: Element) -> None:
    """Read raw HTML that ends with its closing tag, blank lines or not."""
    name = re.match(r"[ ]*<(\w+)", lines.peek() or "")
    closing = re.compile(rf"</{name[1] if name else ''}\s*>", re.IGNORECASE)
    inner = lines.take_until(closing)
    if inner is None:
        read_html(lines, parent)
    else:
        _add_raw(parent, inner)


def read_html(lines: Lines, parent: Element) -> None:
    """Read raw HTML up to the next blank line; what comes after it is Markdown again."""
    paragraph = lines.take_paragraph()
    if not _MARKDOWN.match(paragraph[0].lstrip()):
        _add_raw(parent, paragraph)
        return
    for is_html, group in groupby(paragraph, lambda line: line.lstrip().startswith("<")):
        if is_html:
            _add_raw(parent, group)
        else:
            lines.read_into(parent, group)


def read_tag(lines: Lines, parent: Element) -> None:
    """Read a lone tag; that of a component, which a browser would not know, is shown."""
    if not _COMPONENT.match(lines.peek() or ""):
        read_html(lines, parent)
        return
    add_source(
        parent, lines.take_paragraph(), caption=noted("Notice", "Component shown as its source")
    )


def read_directive(lines: Lines, parent: Element) -> None:
    """Show a line meant for another tool."""
    add_source(
        parent, lines.take_paragraph(), caption=noted("Notice", "Directive shown as its source")
    )


def read_large_table(lines: Lines, parent: Element) -> None:
    """Show a table that would take too long as its source."""
    SubElement(parent, "notice").text = AtomicString(
        noted("Notice", "This table is too large to be set.")
    )
    add_source(parent, lines.take_paragraph(), caption=noted("Notice", "Table shown as its source"))


def _add_raw(parent: Element, lines: Iterable[str]) -> None:
    SubElement(parent, "raw").text = AtomicString("\n".join(lines))
