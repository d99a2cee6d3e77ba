"""The words around a hit, set in a few lines with those that were found marked.

The rows of results make one for each hit; it is kept as long as the width is the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout, QTextOption

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPainter

    from studyapp.gui.theme import Theme
    from studyapp.search.hits import Hit

    Marks = list[tuple[int, int]]

MOST_LINES = 3
LEAD = 36
"""Characters before the first mark: in a narrow list the mark must still be seen."""


class Snippet:
    """A snippet laid out for a width in pixels."""

    def __init__(self, hit: Hit, font: QFont, width: int, theme: Theme) -> None:
        self._theme = theme
        text, marks = begun_late(hit)
        self._layout = self._set_in(text, marks, font, width)
        last = self._layout.lineAt(self._layout.lineCount() - 1)
        end = last.textStart() + last.textLength()
        if end < _units(text):
            kept = _first_units(text, end).rstrip()
            text = kept[: max(kept.rfind(" "), 1)].rstrip(" ,;:") + "…"
            marks = [(start, stop) for start, stop in marks if stop < len(text)]
            self._layout = self._set_in(text, marks, font, width)
        self._spans = [(_units(text[:start]), _units(text[:stop])) for start, stop in marks]

    @property
    def height(self) -> int:
        """How high it is, in pixels."""
        return round(self._layout.boundingRect().height())

    def paint(self, painter: QPainter, at: QPointF) -> None:
        """Draw it in the pen of the painter, with its top left there."""
        ink = painter.pen()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme["search_hit"])
        for band in self._bands():
            painter.drawRoundedRect(band.translated(at), 3, 3)
        painter.setPen(ink)
        self._layout.draw(painter, at)

    def _set_in(self, text: str, marks: Marks, font: QFont, width: int) -> QTextLayout:
        layout = QTextLayout(text, font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats([self._strong(text, start, end) for start, end in marks])
        layout.beginLayout()
        y = 0.0
        for _ in range(MOST_LINES):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            line.setPosition(QPointF(0, y))
            y += line.height() + 1
        layout.endLayout()
        return layout

    def _strong(self, text: str, start: int, end: int) -> QTextLayout.FormatRange:
        found = QTextLayout.FormatRange()
        found.start = _units(text[:start])
        found.length = _units(text[start:end])
        strong = QTextCharFormat()
        strong.setFontWeight(QFont.Weight.DemiBold)
        strong.setForeground(self._theme["ink"])
        found.format = strong
        return found

    def _bands(self) -> Iterator[QRectF]:
        for first, last in self._spans:
            for number in range(self._layout.lineCount()):
                line = self._layout.lineAt(number)
                a = max(first, line.textStart())
                b = min(last, line.textStart() + line.textLength())
                if a < b:
                    left, right = sorted((_x(line.cursorToX(a)), _x(line.cursorToX(b))))
                    yield QRectF(left - 1, line.y() + 0.5, right - left + 2, line.height() - 1)


def begun_late(hit: Hit) -> tuple[str, Marks]:
    """Return snippet and marks of a hit, begun a little before the first mark."""
    text, marks = hit.snippet, list(hit.marks)
    first = marks[0][0] if marks else 0
    if first <= LEAD + 12:
        return text, marks
    cut = text.find(" ", first - LEAD, first) + 1 or first
    return "…" + text[cut:], [(start - cut + 1, end - cut + 1) for start, end in marks]


def _units(text: str) -> int:
    """Return the length as Qt counts it, in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _first_units(text: str, count: int) -> str:
    """Return the beginning of a text, of so many UTF-16 units."""
    data = text.encode("utf-16-le", "surrogatepass")[: 2 * count]
    return data.decode("utf-16-le", "ignore")


def _x(found: object) -> float:
    # PySide6 returns the position too; its stub does not say so
    return found[0] if isinstance(found, tuple) else float(found)  # type: ignore[arg-type]
