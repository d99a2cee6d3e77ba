"""How a passage is described when it is marked: quoted, with what stands around it.

The workspace's verbs ask, and `anchoring` finds again what was described. Light, since it is needed
wherever there are notes, while finding a passage in a changed text seldom is.
"""

from __future__ import annotations

import hashlib

from studyapp.model import Anchor

CONTEXT = 32
"""Characters before and after a passage that tell one occurrence from another."""


def text_hash(text: str) -> str:
    """Return the name of a text's content: 16 hexadecimal digits."""
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def describe(text: str, start: int, end: int) -> Anchor:
    """Return the anchor of the passage `text[start:end]`."""
    return Anchor(
        quote=text[start:end],
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
        start=start,
        end=end,
        text=text_hash(text),
    )


def stands_there(anchor: Anchor, text: str) -> bool:
    """Tell whether the words of an anchor stand at its own offsets in a text."""
    if not 0 <= anchor.start <= anchor.end <= len(text):
        return False
    return text[anchor.start : anchor.end] == anchor.quote


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a passage without what is outside the text, and without white space at its ends."""
    start, end = max(0, start), min(len(text), end)
    inner = text[start:end]
    start += len(inner) - len(inner.lstrip())
    return start, max(start, end - len(inner) + len(inner.rstrip()))
