"""The clean text of a selection: the words as shown, with bullets, one line a block."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextTable

if TYPE_CHECKING:
    from PySide6.QtGui import QTextBlock, QTextDocument

    from studyapp.gui.reader.positions import Positions
    from studyapp.gui.reader.scenery import Scenery


def copied_text(
    document: QTextDocument, positions: Positions, scenery: Scenery, start: int, end: int
) -> str:
    """Return what a copy of a stretch of document positions gives; tabs join the cells of a row."""
    lines: list[str] = []
    row: tuple[int, int] | None = None
    block = document.findBlock(start)
    while block.isValid() and block.position() < end:
        words = _words(block, positions, scenery, start, end)
        here = _row(document, block)
        if here is not None and here == row:
            lines[-1] += "\t" + words
        else:
            lines.append(words)
        row = here
        block = block.next()
    return "\n".join(lines).strip("\n")


def _words(block: QTextBlock, positions: Positions, scenery: Scenery, start: int, end: int) -> str:
    first, last = max(start, block.position()), min(end, block.position() + block.length() - 1)
    words = ""
    for segment in positions.between(first, last) if last > first else []:
        if segment.linear:
            units = segment.copied.encode("utf-16-le", "surrogatepass")
            a = max(first - segment.utf16_start, 0) * 2
            b = max(min(last, segment.utf16_end) - segment.utf16_start, 0) * 2
            words += units[a:b].decode("utf-16-le", "ignore")
        else:
            words += segment.copied
    marker = scenery.markers.get(block.blockNumber())
    whole = start <= block.position()
    return f"{marker.text} {words}" if marker and marker.text and whole else words


def _row(document: QTextDocument, block: QTextBlock) -> tuple[int, int] | None:
    """Tell in which row of which table a block stands."""
    frame = document.frameAt(block.position())
    if not isinstance(frame, QTextTable):
        return None
    return frame.objectIndex(), frame.cellAt(block.position()).row()
