"""How pictures look on the page: rounded, on a plate where they need one, or a box in their place.

`images.py` calls these; lengths are those of the page, `size` is the size of the text around.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtSvg import QSvgRenderer

from studyapp.gui import fonts, icons
from studyapp.gui.language import translate

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QImage

    from studyapp.gui.reader.imagefiles import Picture
    from studyapp.gui.theme import Theme

RADIUS = 8.0
PLATE_PAD = 10.0
WHITE = 244
MEDIUM = 16.0
"""Size of words in an SVG that names none, in its own units, as CSS has it."""
"""A picture whose corners are all at least this bright is a drawing on white."""


def dressing(image: QImage, theme: Theme) -> Callable[[QPainter, QRectF], None]:
    """Return what paints a decoded picture so that it suits the page."""
    shape = Qt.AspectRatioMode.IgnoreAspectRatio
    see_through = image.hasAlphaChannel() and _corner_values(image, QColor.alpha, min) < 255
    on_white = not see_through and _corner_values(image, QColor.lightness, min) >= WHITE

    def paint(painter: QPainter, rect: QRectF) -> None:
        painter.setClipPath(_rounded(rect))
        inner = rect
        if theme.dark and see_through:
            painter.fillRect(rect, plate(theme))
            inner = _padded(rect)
        elif on_white:
            # White becomes paper: the page in light themes, a soft plate in dark ones
            painter.fillRect(rect, plate(theme) if theme.dark else theme["page"])
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        device = painter.deviceTransform().mapRect(inner).size().toSize()
        smooth = Qt.TransformationMode.SmoothTransformation
        painter.drawImage(inner, image.scaled(device, shape, smooth))

    return paint


def _corner_values(
    image: QImage, value: Callable[[QColor], int], choose: Callable[[list[int]], int]
) -> int:
    right, bottom = image.width() - 1, image.height() - 1
    corners = ((0, 0), (right, 0), (0, bottom), (right, bottom))
    return choose([value(image.pixelColor(x, y)) for x, y in corners])


def paint_svg(painter: QPainter, rect: QRectF, picture: Picture, theme: Theme) -> None:
    """Draw an SVG in the theme's colors, or on a plate if it brings its own to a dark page."""
    from studyapp.gui.reader import svgcolors  # noqa: PLC0415 - not for every first page

    inner = rect
    if theme.dark and not picture.themed:
        fill_rounded(painter, rect, plate(theme))
        inner = _padded(rect)
    render_svg(painter, inner, svgcolors.colored(picture.data, theme))


def render_svg(painter: QPainter, rect: QRectF, source: bytes) -> None:
    """Draw the vectors of an SVG; words without a size are as large as browsers show them.

    QtSvg takes their size from the painter, in points, and the window's own font has pixels alone.
    """
    renderer = QSvgRenderer(QByteArray(source))
    renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
    painter.save()
    font = QFont()
    font.setPointSizeF(MEDIUM)
    painter.setFont(font)
    renderer.render(painter, rect)
    painter.restore()


def plate(theme: Theme) -> QColor:
    """Return the soft light color under pictures drawn for white paper, in a dark theme."""
    ink = theme["ink"]
    return QColor.fromRgbF((ink.redF() + 1) / 2, (ink.greenF() + 1) / 2, (ink.blueF() + 1) / 2)


def _padded(rect: QRectF) -> QRectF:
    pad = min(PLATE_PAD, rect.width() / 8, rect.height() / 8)
    return rect.adjusted(
        pad, pad * rect.height() / rect.width(), -pad, -pad * rect.height() / rect.width()
    )


def _rounded(rect: QRectF) -> QPainterPath:
    radius = min(RADIUS, rect.height() / 8)
    path = QPainterPath()
    path.addRoundedRect(rect, radius, radius)
    return path


def fill_rounded(painter: QPainter, rect: QRectF, color: QColor) -> None:
    """Fill a rectangle with rounded corners."""
    painter.fillPath(_rounded(rect), color)


def paint_box(
    painter: QPainter, rect: QRectF, size: float, name: str, why: str, theme: Theme
) -> None:
    """Draw the box in place of a figure: its name, and why it is not shown."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme["border"], 1.2, Qt.PenStyle.DashLine))
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), RADIUS, RADIUS)
    left = rect.left() + size * 0.95
    icon = QRectF(left, rect.center().y() - size * 0.6, size * 1.2, size * 1.2)
    icons.paint(painter, "image-off", icon, theme["muted"])
    left = icon.right() + size * 0.8
    room = rect.right() - size * 0.9 - left
    lines = (
        (name, 0.86, "ink", -0.2),
        (translate("Picture", "Not shown: {}").format(why), 0.76, "muted", 1.05),
    )
    for words, scale, role, below in lines:
        font = fonts.font(fonts.UI, size * scale)
        shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, room)
        painter.setFont(font)
        painter.setPen(theme[role])
        painter.drawText(QPointF(left, rect.center().y() + size * below), shown)
    painter.restore()


def paint_pill(painter: QPainter, rect: QRectF, size: float, name: str, theme: Theme) -> None:
    """Draw the mark in place of a picture among words."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    icon = QRectF(rect.left() + size * 0.2, rect.bottom() - size * 0.88, size, size)
    icons.paint(painter, "image-off", icon, theme["muted"])
    font = fonts.font(fonts.UI, size * 0.8)
    room = rect.right() - icon.right() - size * 0.3
    shown = QFontMetricsF(font).elidedText(name, Qt.TextElideMode.ElideRight, room)
    painter.setFont(font)
    painter.setPen(theme["muted"])
    painter.drawText(QPointF(icon.right() + size * 0.3, rect.bottom()), shown)
    painter.restore()
