"""Footnotes as python-markdown defines them, read into the tree for `converting` to number."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from markdown.extensions.footnotes import FootnoteBlockProcessor, FootnoteExtension
from markdown.treeprocessors import Treeprocessor

from studyapp.course.markup.inlines import Construct

if TYPE_CHECKING:
    import re

    from markdown import Markdown


class Notes(FootnoteExtension):
    """Makes a reference a `<noteref id>`, and each definition a `<note id>` at the end.

    A note that is written where it is referred to, `^[like this]`, is a `<noteref>` without id
    that holds the note.
    """

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - python-markdown's name
        self.parser = md.parser
        md.registerExtension(self)
        md.parser.blockprocessors.register(FootnoteBlockProcessor(self), "footnote", 17)
        md.inlinePatterns.register(Construct(r"\[\^([^\]\s]+)\]", _reference), "footnote", 175)
        inline = r"(?<!\\)\^\[((?:[^\[\]]|\[[^\[\]]*\])+)\]"
        md.inlinePatterns.register(Construct(inline, _inline_note), "inline_footnote", 176)
        md.treeprocessors.register(_NoteReader(md, self), "footnote", 50)


def _reference(match: re.Match[str]) -> Element:
    return Element("noteref", id=match[1])


def _inline_note(match: re.Match[str]) -> Element:
    reference = Element("noteref")
    SubElement(reference, "p").text = match[1]
    return reference


class _NoteReader(Treeprocessor):
    """Reads the notes' own Markdown, before inline markup is looked for in the whole tree."""

    def __init__(self, md: Markdown, notes: Notes) -> None:
        super().__init__(md)
        self._notes = notes

    def run(self, root: Element) -> None:
        for name, text in list(self._notes.footnotes.items()):
            self._notes.parser.parseChunk(SubElement(root, "note", id=name), text)
