"""Lays out what Qt forgot of a page; called after a change to a document that is on show.

Qt lays a page out piece by piece, and so begins anew whenever the width changes. Where an earlier
part is changed meanwhile, it goes through all that follows, and takes it for laid out although its
lines were never made: nothing is seen there, and whoever asks for its first line crashes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument


def lay_out_rest(document: QTextDocument) -> None:
    """Have Qt lay out the end of a document that has no lines, piece by piece as ever."""
    block = document.lastBlock()
    if block.layout().lineCount():
        return
    while (before := block.previous()).isValid() and not before.layout().lineCount():
        block = before
    start = block.position()
    document.markContentsDirty(start, document.characterCount() - start)
