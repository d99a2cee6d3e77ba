"""How drawn objects, formulas and pictures, stand among words; for `math.py` and `images.py`.

Such an object is one character (U+FFFC) of the document, with a format that says what to draw.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextTable

if TYPE_CHECKING:
    from PySide6.QtGui import QTextDocument

GROWING = QTextBlockFormat.LineHeightTypes.MinimumHeight.value
PITCHED = {QTextBlockFormat.LineHeightTypes.FixedHeight.value, GROWING}
"""Kinds of line height under which lines have a distance of their own."""
ABOVE, BELOW = 0.72, 0.42
"""What an object may take of the distance of lines, above and below the baseline."""
CELL_PADDING = 24.0


def let_lines_grow(cursor: QTextCursor) -> None:
    """Make the distance of a block's lines their least distance."""
    growing = QTextBlockFormat()
    growing.setLineHeight(cursor.blockFormat().lineHeight(), GROWING)
    cursor.mergeBlockFormat(growing)


def select_object(document: QTextDocument, position: int) -> QTextCursor:
    """Return a cursor that holds the character at a position."""
    cursor = QTextCursor(document)
    cursor.setPosition(position)
    cursor.setPosition(position + 1, QTextCursor.MoveMode.KeepAnchor)
    return cursor


def baseline(document: QTextDocument, position: int) -> float:
    """Return where the baseline of a line is, in the document."""
    block = document.findBlock(position)
    line = block.layout().lineForTextPosition(position - block.position())
    top = document.documentLayout().blockBoundingRect(block).top()
    return top + line.y() + line.ascent() if line.isValid() else top


def available_width(document: QTextDocument, position: int) -> float:
    """Return how wide an object may be where it stands, in pixels."""
    frame = document.rootFrame().frameFormat()
    block = document.findBlock(position).blockFormat()
    sides = frame.leftMargin() + frame.rightMargin() + block.leftMargin() + block.rightMargin()
    room = document.textWidth() - sides
    around = document.frameAt(position)  # a cursor would ask for the layout that asks for this
    if isinstance(around, QTextTable):
        room = room / around.columns() - CELL_PADDING
    return max(room, 40.0)
