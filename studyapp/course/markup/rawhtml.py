"""What an element holds, with the raw HTML in it read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


def content_of(element: Element) -> list[str | Element]:
    """Return the text and elements inside an element, in order."""
    content: list[str | Element] = [element.text] if element.text else []
    for child in element:
        content.append(child)
        if child.tail:
            content.append(child.tail)
    return content
