"""The element tree of a page as its blocks: which reader takes which element."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from studyapp.course.markup.builder import Builder
from studyapp.course.markup.leaves import (
    read_display,
    read_fence,
    read_figure,
    read_preformatted,
    read_table,
)
from studyapp.course.markup.nests import (
    read_callout,
    read_definitions,
    read_details,
    read_list,
    read_quote,
)
from studyapp.course.markup.prose import add_heading, read_heading, read_paragraph
from studyapp.page import Notice, Rule, Run

if TYPE_CHECKING:
    from collections.abc import Mapping
    from xml.etree.ElementTree import Element

    from studyapp.course.markup.builder import Blocks, Reader
    from studyapp.course.markup.flaws import Flaws


_HOLDERS = ("center", "dd", "div", "dt", "figcaption", "li", "section", "summary")
_READERS: Mapping[str, Reader] = MappingProxyType(
    {
        "blockquote": read_quote,
        "callout": read_callout,
        "details": read_details,
        "display": read_display,
        "dl": read_definitions,
        "fence": read_fence,
        "figure": read_figure,
        "hr": lambda _builder, _element: (Rule(),),
        "notice": lambda _builder, element: (Notice(str(element.text or "")),),
        "ol": read_list,
        "p": read_paragraph,
        "pre": read_preformatted,
        "table": read_table,
        "ul": read_list,
        **{f"h{level}": read_heading for level in range(1, 7)},
        **dict.fromkeys(_HOLDERS, Builder.blocks),
    }
)


def convert(root: Element, flaws: Flaws, title: str) -> tuple[Blocks, Builder]:
    """Return the blocks of a tree, and the builder that knows their text, headings and links.

    The page is headed by `title` when one is given; its footnotes come last.
    """
    notes = {note.get("id", ""): note for note in root.findall("note")}
    for note in notes.values():
        root.remove(note)
    builder = Builder(_READERS, notes, flaws)
    heading = add_heading(builder, 1, [Run(title, 0)]) if title else ()
    blocks = heading + builder.blocks(root)
    footnotes = builder.numbering.block(builder.blocks)
    return (*blocks, footnotes) if footnotes else blocks, builder
