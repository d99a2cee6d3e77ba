"""The margin of the page: a sign beside each line where a note or a bookmark begins.

The reader asks it to paint the signs in view, and which one is under the mouse. All in document
coordinates.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from studyapp.gui import icons, style

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtGui import QColor, QTextBlock

    from studyapp.gui.reader.geometry import Geometry
    from studyapp.gui.reader.marks import Marks, PageMark
    from studyapp.gui.theme import Theme

SIZE = 18
REACH = 5.0
"""How far around a sign the mouse still hits it."""
RIBBON = QRectF(0, 0, 11, 17)
MOST_CHARACTERS = 400
MOST_LINES = 12


class Sign(NamedTuple):
    """What stands beside one line."""

    rect: QRectF
    kind: str
    """note or bookmark."""
    marks: tuple[PageMark, ...]

    def hint(self) -> str:
        """Return its notes as plain words, not too many, in a form that is shown as it is."""
        from studyapp.gui.noting.plain import plain_note  # noqa: PLC0415 - not at start

        notes = (plain_note(mark.note).strip() for mark in self.marks)
        words = "\n\n".join(note for note in notes if note)
        shown = "\n".join(words[:MOST_CHARACTERS].split("\n")[:MOST_LINES])
        if len(shown) < len(words):
            shown = f"{shown.rstrip()}…"
        return f'<p style="white-space: pre-wrap">{escape(shown)}</p>' if shown else ""


class Margin:
    """The signs of one document."""

    def __init__(self, theme: Theme, geometry: Geometry, marks: Marks) -> None:
        self._theme = theme
        self._geometry = geometry
        self._marks = marks

    def paint(self, painter: QPainter, blocks: Sequence[QTextBlock], focused: str = "") -> None:
        """Draw the signs of some blocks; the one of the focused mark stands out."""
        for sign in self.signs(blocks):
            is_focused = any(mark.id == focused for mark in sign.marks)
            color = self._theme["accent" if is_focused or sign.kind == "bookmark" else "muted"]
            if sign.kind == "bookmark":
                _draw_ribbon(painter, sign.rect, color)
                continue
            at = QPointF(round(sign.rect.left()), round(sign.rect.top()))
            ratio = icons.ratio_of(painter)
            painter.drawPixmap(at, icons.pixmap("message-square", color, SIZE, ratio))
            if len(sign.marks) > 1:
                painter.setFont(style.interface_font(scale=0.72))
                painter.setPen(QPen(color))
                middle = Qt.AlignmentFlag.AlignCenter
                painter.drawText(sign.rect.adjusted(0, -2, 0, -2), middle, str(len(sign.marks)))

    def sign_at(self, blocks: Sequence[QTextBlock], point: QPointF) -> Sign | None:
        """Return the sign under a point."""
        for sign in self.signs(blocks):
            if sign.rect.adjusted(-REACH, -REACH, REACH, REACH).contains(point):
                return sign
        return None

    def signs(self, blocks: Sequence[QTextBlock]) -> Iterator[Sign]:
        """Yield the signs beside the lines of some blocks; one for each line and kind."""
        if not blocks or not self._marks.all:
            return
        end = blocks[-1].position() + blocks[-1].length()
        found: dict[tuple[str, int], list[PageMark]] = {}
        for mark in self._marks.beginning(blocks[0].position(), end):
            if mark.in_margin:
                kind = "bookmark" if mark.kind == "bookmark" else "note"
                found.setdefault((kind, self._line(mark.first)), []).append(mark)
        for (kind, middle), marks in found.items():
            yield Sign(self._place(kind, middle), kind, tuple(marks))

    def _line(self, position: int) -> int:
        """Return the middle of the words of a line, whole pixels: cells of one row agree."""
        block = self._geometry.document.findBlock(position)
        line = block.layout().lineForTextPosition(position - block.position())
        size = block.charFormat().font().pixelSize()
        top = self._geometry.rect(block).top()
        return round(top + line.y() + line.ascent() - 0.33 * size) if line.isValid() else round(top)

    def _place(self, kind: str, middle: float) -> QRectF:
        gutter = self._geometry.gutter
        if kind == "bookmark":
            left = gutter * 0.32 - RIBBON.width() / 2
            return RIBBON.translated(left, middle - RIBBON.height() / 2)
        center = gutter + self._geometry.column + gutter * 0.56
        return QRectF(center - SIZE / 2, middle - SIZE / 2 + 1, SIZE, SIZE)


def _draw_ribbon(painter: QPainter, rect: QRectF, color: QColor) -> None:
    path = QPainterPath(rect.topLeft())
    path.lineTo(rect.topRight())
    path.lineTo(rect.bottomRight())
    path.lineTo(rect.center().x(), rect.bottom() - rect.width() * 0.45)
    path.lineTo(rect.bottomLeft())
    path.closeSubpath()
    painter.fillPath(path, color)
