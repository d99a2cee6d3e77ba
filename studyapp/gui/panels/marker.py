"""The mark at the end of a row of the contents: how far a section or a chapter was read.

Each state has a shape of its own, so that none is told by color alone: a tick for read, half a disc
for opened, a diamond for changed since; for a chapter under way a ring that fills.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from studyapp.study.progress import Standing

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

    from studyapp.gui.panels.tree import Mark
    from studyapp.gui.theme import Theme

SIZE = 12
ROOM = 20
"""Kept free at the end of a row that has a mark."""
ROLES = {Standing.READ: "read", Standing.SEEN: "seen", Standing.CHANGED: "due"}
_FULL = 360 * 16
_TOP = 90 * 16
"""Qt's angles: sixteenths of a degree, against the clock from three o'clock."""


def draw_mark(
    painter: QPainter, box: QRectF, mark: Mark, theme: Theme, *, selected: bool = False
) -> None:
    """Draw a mark into a box; on a selected row in the color of its words."""
    color = theme["selected_ink" if selected else ROLES[mark.state]]
    if mark.state == Standing.READ:
        _tick(painter, box, color)
    elif mark.state == Standing.CHANGED:
        _diamond(painter, box, color)
    elif mark.is_chapter:
        rest = theme["selected_ink" if selected else "unseen"]
        _ring(painter, box, theme["selected_ink" if selected else "read"], rest, mark.share)
    else:
        _half(painter, box, color)


def _pen(color: QColor, width: float) -> QPen:
    cap, join = Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin
    return QPen(color, width, Qt.PenStyle.SolidLine, cap, join)


def _tick(painter: QPainter, box: QRectF, color: QColor) -> None:
    painter.setPen(_pen(color, 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    points = ((0.08, 0.55), (0.36, 0.83), (0.92, 0.2))
    painter.drawPolyline(QPolygonF([_at(box, *point) for point in points]))


def _diamond(painter: QPainter, box: QRectF, color: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    points = ((0.5, 0.02), (0.98, 0.5), (0.5, 0.98), (0.02, 0.5))
    painter.drawPolygon(QPolygonF([_at(box, *point) for point in points]))


def _half(painter: QPainter, box: QRectF, color: QColor) -> None:
    inner = box.adjusted(1.75, 1.75, -1.75, -1.75)
    painter.setPen(_pen(color, 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(inner)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawPie(inner, _TOP, _FULL // 2)


def _ring(painter: QPainter, box: QRectF, color: QColor, rest: QColor, share: float) -> None:
    inner = box.adjusted(1.25, 1.25, -1.25, -1.25)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_pen(rest, 1))
    painter.drawEllipse(inner)
    painter.setPen(_pen(color, 2.5))
    painter.drawArc(inner, _TOP, -round(_FULL * share))


def _at(box: QRectF, x: float, y: float) -> QPointF:
    return QPointF(box.left() + x * box.width(), box.top() + y * box.height())
