"""Text as python-markdown leaves it in the tree, put back as it was written."""

from __future__ import annotations

import re
from html import unescape

_ENTITY = re.compile(r"&(?:#\d+|#[xX][0-9a-fA-F]+|\w+);")
_ESCAPED = re.compile("\x02(\\d+)\x03")


def unescaped(text: str | None) -> str:
    """Return text with the codes that stand for backslash-escaped characters put back."""
    if not text or "\x02" not in text:
        return text or ""
    return _ESCAPED.sub(lambda code: chr(int(code[1])), text)


def address(text: str | None) -> str:
    """Return an address without what is only there for Markdown or HTML to read it."""
    return _ENTITY.sub(lambda entity: unescape(entity[0]), unescaped(text)).strip()


def code_text(text: str | None) -> str:
    """Return code without the entities that python-markdown puts in code alone."""
    return (text or "").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
