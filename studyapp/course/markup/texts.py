"""Text as python-markdown leaves it in the tree, put back as it was written."""

from __future__ import annotations

import re

_ESCAPED = re.compile("\x02(\\d+)\x03")


def unescaped(text: str | None) -> str:
    """Return text with the codes that stand for backslash-escaped characters put back."""
    if not text or "\x02" not in text:
        return text or ""
    return _ESCAPED.sub(lambda code: chr(int(code[1])), text)


def code_text(text: str | None) -> str:
    """Return code without the entities that python-markdown puts in code alone."""
    return (text or "").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
