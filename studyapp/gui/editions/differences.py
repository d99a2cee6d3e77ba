"""Which words of two passages differ."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

MOST = 4000
"""Characters of a passage that are compared and shown."""


class Piece(NamedTuple):
    """Some words, and whether both passages have them."""

    text: str
    kind: Literal["same", "deleted", "inserted"]


def differences(old: str, new: str) -> tuple[list[Piece], list[Piece]]:
    """Return both passages in pieces: the old with what was deleted, the new with what came in."""
    from rapidfuzz.distance import Indel  # noqa: PLC0415 - not at start

    before, after = _words(old), _words(new)
    left: list[Piece] = []
    right: list[Piece] = []
    for step in Indel.opcodes(before, after):
        gone = "".join(before[step.src_start : step.src_end])
        came = "".join(after[step.dest_start : step.dest_end])
        same = step.tag == "equal"
        if gone:
            left.append(Piece(gone, "same" if same else "deleted"))
        if came:
            right.append(Piece(came, "same" if same else "inserted"))
    return left, right


def _words(text: str) -> list[str]:
    """Return words, spaces and signs, each by itself."""
    shown = text[:MOST] + ("…" if len(text) > MOST else "")
    return re.findall(r"\w+|\s+|[^\w\s]", shown)
