"""The dialect: python-markdown with the extensions and readers that the course format asks for.

`compile_page` takes the element tree from here; nothing is ever serialized to HTML.
"""

from __future__ import annotations

import re
import string
from typing import cast
from xml.etree.ElementTree import Element, SubElement

from markdown import Markdown

from studyapp.course.markup.containers import Containers
from studyapp.course.markup.inlines import register_inlines
from studyapp.course.markup.notes import Notes

_EXTENSIONS = (
    "abbr",
    "attr_list",
    "tables",
    "pymdownx.caret",
    "pymdownx.mark",
    "pymdownx.saneheaders",
    "pymdownx.tilde",
)
_MARKUP = re.compile(r"[*_`~=^$\[<\\]")


class Dialect:
    """A parser for one page."""

    def __init__(self) -> None:
        self.notes = Notes()
        self._markdown = Markdown(extensions=[*_EXTENSIONS, self.notes])
        parser = self._markdown.parser
        # Containers reads these as CommonMark does: nested by any indent, right after a paragraph.
        for name in ("indent", "olist", "ulist", "quote"):
            parser.blockprocessors.deregister(name)
        parser.blockprocessors.register(Containers(parser), "containers", 110)
        # Raw HTML is read in place, and what would tidy up for HTML output is not needed.
        self._markdown.preprocessors.deregister("html_block")
        self._markdown.treeprocessors.deregister("prettify")
        self._markdown.treeprocessors.deregister("unescape")
        # As in CommonMark, where a backslash takes the meaning from any sign.
        self._markdown.ESCAPED_CHARS = [*string.punctuation, " "]
        register_inlines(self._markdown)

    def tree(self, source: str) -> Element:
        """Return the element tree of a text without front matter."""
        lines = source.split("\n")
        for preprocessor in self._markdown.preprocessors:
            lines = preprocessor.run(lines)
        root = cast("Element", self._markdown.parser.parseDocument(lines).getroot())
        for treeprocessor in self._markdown.treeprocessors:
            changed = treeprocessor.run(root)
            if changed is not None:
                root = changed
        self._read_captions(root)
        return root

    def _read_captions(self, root: Element) -> None:
        """Read the inline markup in the titles of pictures, which are captions of figures."""
        inline = self._markdown.treeprocessors["inline"]
        for image in list(root.iter("img")):
            title = image.get("title", "")
            if _MARKUP.search(title):
                SubElement(image, "title").text = title
                inline.run(image)
