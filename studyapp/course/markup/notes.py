"""Footnotes as python-markdown defines them, read into the tree for `converting` to number."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement

from markdown.extensions.footnotes import FootnoteBlockProcessor, FootnoteExtension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor

if TYPE_CHECKING:
    import re

    from markdown import Markdown


class Notes(FootnoteExtension):
    """Makes a reference a `<noteref id>`, and each definition a `<note id>` at the end."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - python-markdown's name
        self.parser = md.parser
        md.registerExtension(self)
        md.parser.blockprocessors.register(FootnoteBlockProcessor(self), "footnote", 17)
        md.inlinePatterns.register(_Reference(r"\[\^([^\]\s]+)\]"), "footnote", 175)
        md.treeprocessors.register(_NoteReader(md, self), "footnote", 50)


class _Reference(InlineProcessor):
    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # noqa: N802, ARG002
        return Element("noteref", id=m[1]), m.start(), m.end()


class _NoteReader(Treeprocessor):
    """Reads the notes' own Markdown, before inline markup is looked for in the whole tree."""

    def __init__(self, md: Markdown, notes: Notes) -> None:
        super().__init__(md)
        self._notes = notes

    def run(self, root: Element) -> None:
        for name, text in list(self._notes.footnotes.items()):
            self._notes.parser.parseChunk(SubElement(root, "note", id=name), text)
