"""A section's source as a page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studyapp.course import frontmatter
from studyapp.course.markup.converting import convert
from studyapp.course.markup.dialect import Dialect
from studyapp.course.markup.flaws import Flaws
from studyapp.course.plain import plain_page
from studyapp.page import Page
from studyapp.wording import noted

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

# A first-level heading with at least one letter that is not in a tag.
_HTML_TITLE = re.compile(r"<h1\b[^<>]*>(?:\s*<(?!/h1)[^<>]*>)*\s*[^\s<]", re.IGNORECASE)


def compile_page(source: str, *, title: str = "") -> Page:
    """Return the page that a section's source makes, front matter and all; never raises.

    `title` is for a section that names none itself.
    """
    # Half a surrogate pair is no character, and could not be stored.
    source = source.encode("utf-8", "replace").decode().removeprefix("\ufeff")
    source = source.replace("\r\n", "\n").replace("\r", "\n")
    try:
        return _compiled(source, title)
    # The parser is not ours and the text is not either: whatever goes wrong in between, a reader
    # is better served with the plain text.
    except Exception as error:  # noqa: BLE001
        why = (
            noted("Notice", "it is too deeply nested")
            if isinstance(error, RecursionError)
            else noted("Notice", "it cannot be read")
        )
        return plain_page(source, why, title)


def _compiled(source: str, title: str) -> Page:
    flaws = Flaws(source)
    meta, body = frontmatter.read(source, flaws.add_at)
    root = Dialect().tree(body)
    titled = _has_title(root)
    title = meta.title or title
    blocks, builder = convert(root, flaws, "" if titled else title)
    if not meta.title:
        firsts = (heading.title for heading in builder.headings if heading.level == 1)
        title = next(firsts, title)
    text = builder.composer.text
    return Page(
        title,
        text,
        blocks,
        headings=tuple(builder.headings),
        links=tuple(builder.composer.links),
        images=tuple(builder.composer.images),
        meta=meta,
        flaws=flaws.in_order(),
        words=len(text.split()),
    )


def _has_title(root: Element) -> bool:
    for element in root.iter():
        if element.tag == "h1" and "".join(element.itertext()).strip():
            return True
        if element.tag == "raw" and _HTML_TITLE.search(element.text or ""):
            return True
    return False
