"""Draws a passage with the words that went or came in, on a card of the review."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QSizePolicy, QWidget

from studyapp.gui import fonts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studyapp.gui.context import Context
    from studyapp.gui.editions.differences import Piece

LINE = 1.12
"""Distance of lines, in heights of the text."""
ROLES = {"deleted": "token_deleted", "inserted": "token_inserted"}


class PassageView(QWidget):
    """A passage: what went is struck out, what came in underlined, both tinted."""

    def __init__(self, context: Context, pieces: Sequence[Piece]) -> None:
        super().__init__()
        self._context = context
        self._pieces = pieces
        self._text = "".join(piece.text for piece in pieces).replace("\n", "\u2028")
        self._font = fonts.font(fonts.TEXT, 15)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(self._spoken())

    def _spoken(self) -> str:
        said = {"same": "{}", "deleted": self.tr("[deleted: {}]"), "inserted": self.tr("[new: {}]")}
        return " ".join(
            said[kind].format(text.strip()) for text, kind in self._pieces if text.strip()
        )

    def heightForWidth(self, width: int) -> int:
        return round(self._laid_out(width)[1]) + 4

    def sizeHint(self) -> QSize:
        return QSize(200, self.heightForWidth(max(self.width(), 200)))

    def _laid_out(self, width: int) -> tuple[QTextLayout, float]:
        layout = QTextLayout(self._text, self._font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        y = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, y))
            y += line.height() * LINE
        layout.endLayout()
        return layout, y

    def paintEvent(self, _event: QPaintEvent) -> None:
        layout, _ = self._laid_out(self.width())
        with QPainter(self) as painter:
            painter.setPen(self._context.theme["ink"])
            layout.draw(painter, QPointF(0, 2), self._formats())

    def _formats(self) -> list[QTextLayout.FormatRange]:
        ranges: list[QTextLayout.FormatRange] = []
        start = 0
        for text, kind in self._pieces:
            length = len(text.encode("utf-16-le", "surrogatepass")) // 2
            if kind != "same":
                one = QTextLayout.FormatRange()
                one.start, one.length = start, length
                one.format = self._format(kind)
                ranges.append(one)
            start += length
        return ranges

    def _format(self, kind: str) -> QTextCharFormat:
        color = self._context.theme[ROLES[kind]]
        ground = QColor(color)
        ground.setAlphaF(0.13)
        shape = QTextCharFormat()
        shape.setForeground(color)
        shape.setBackground(ground)
        shape.setFontStrikeOut(kind == "deleted")
        shape.setFontUnderline(kind == "inserted")
        return shape
