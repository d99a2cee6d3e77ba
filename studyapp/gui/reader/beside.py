"""Where a small panel goes that belongs to some words: beside them, never over them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtCore import QSize

GAP = 6


def beside(size: QSize, words: QRect, areas: Sequence[QRect]) -> QPoint | None:
    """Return the top left for a panel above, below or at a side of the words; None without room.

    It stays inside the first of the areas that has room. All are in the same coordinates.
    """
    for area in areas:
        for corner in _corners(size, words, area):
            placed = QRect(corner, size)
            if area.contains(placed) and not placed.intersects(words):
                return corner
    return None


def _corners(size: QSize, words: QRect, area: QRect) -> Iterator[QPoint]:
    width, height = size.width(), size.height()
    left = _held(words.center().x() - width // 2, area.left(), area.right() + 1 - width)
    top = _held(words.center().y() - height // 2, area.top(), area.bottom() + 1 - height)
    yield QPoint(left, words.top() - GAP - height)
    yield QPoint(left, words.bottom() + 1 + GAP)
    yield QPoint(words.right() + 1 + GAP, top)
    yield QPoint(words.left() - GAP - width, top)


def _held(value: int, least: int, most: int) -> int:
    return max(least, min(value, most))
