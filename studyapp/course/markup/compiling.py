"""A section's source as a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.course.markup.converting import Converter
from studyapp.course.markup.dialect import Dialect
from studyapp.course.markup.flaws import Flaws
from studyapp.page import Page

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def compile_page(source: str, *, title: str = "") -> Page:
    """Return the page that a section's source makes, front matter and all; never raises.

    `title` is for a section that names none itself.
    """
    flaws = Flaws(source)
    root = Dialect().tree(source)
    notes = _notes_of(root)
    converter = Converter(notes, flaws)
    has_title = root.find(".//h1") is not None
    blocks = converter.page_blocks(root, "" if has_title else title)
    if has_title:
        title = next((heading.title for heading in converter.headings if heading.level == 1), title)
    composer = converter.composer
    text = composer.text
    return Page(
        title,
        text,
        blocks,
        headings=tuple(converter.headings),
        links=tuple(composer.links),
        images=tuple(composer.images),
        flaws=flaws.in_order(),
        words=len(text.split()),
    )


def _notes_of(root: Element) -> dict[str, Element]:
    notes = {note.get("id", ""): note for note in root.findall("note")}
    for note in notes.values():
        root.remove(note)
    return notes
