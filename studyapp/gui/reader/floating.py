"""The ground of what floats over the page: a rounded plate with a border and a soft shadow.

The popup of the page and the card of a link paint it; around the plate they leave `SHADOW` pixels.
Popups that are windows of their own cast no shadow into it, and have a line around.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from studyapp.gui.theme import Theme

SHADOW = 5
RADIUS = 9.0


def plate_of(widget: QWidget) -> QRectF:
    """Return where the plate of a floating widget is."""
    return QRectF(widget.rect()).adjusted(SHADOW, SHADOW - 1, -SHADOW, -SHADOW - 1)


def paint_ground(widget: QWidget, theme: Theme, role: str = "input") -> None:
    """Paint the plate of a floating widget in a role of the theme; called while it is painted."""
    with QPainter(widget) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = plate_of(widget)
        painter.setPen(Qt.PenStyle.NoPen)
        shade = QColor(0, 0, 0)
        for spread in range(SHADOW, 0, -1):
            shade.setAlphaF(0.10 if theme.dark else 0.028)
            painter.setBrush(shade)
            ring = body.adjusted(-spread, -spread + 2, spread, spread + 1)
            painter.drawRoundedRect(ring, RADIUS + spread, RADIUS + spread)
        painter.setPen(QPen(theme["input_border"], 1))
        painter.setBrush(theme[role])
        painter.drawRoundedRect(body.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)


def paint_edge(popup: QWidget, theme: Theme) -> None:
    """Draw a line around a popup: it has no frame of the desktop's. Called while it is painted."""
    with QPainter(popup) as painter:
        painter.setPen(theme["input_border"])
        painter.drawRect(popup.rect().adjusted(0, 0, -1, -1))
