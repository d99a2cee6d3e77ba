"""Keeps drawn pictures as images, so that scrolling only copies them.

Formulas (`math.py`) and figures (`images.py`) are drawn once for each size, color and screen; on
paper and in PDF they are drawn as vectors.
"""

from __future__ import annotations

from collections import OrderedDict
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QImage, QPaintEngine, QPainter

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from PySide6.QtGui import QTransform

LARGEST_SIDE = 8_192


class Rasters:
    """The images drawn last, up to a number of bytes."""

    def __init__(self, most_bytes: int = 48 << 20) -> None:
        self._most = most_bytes
        self._bytes = 0
        self._images: OrderedDict[Hashable, QImage] = OrderedDict()

    def draw(
        self,
        painter: QPainter,
        rect: QRectF,
        key: Hashable,
        paint: Callable[[QPainter, QRectF], None],
    ) -> None:
        """Draw what `paint` paints; `key` stands for all that its looks depend on but the size."""
        if painter.paintEngine().type() != QPaintEngine.Type.Raster:
            paint(painter, rect)
            return
        transform = painter.deviceTransform()
        ratio = min(transform.m11(), LARGEST_SIDE / max(rect.width(), rect.height(), 1.0))
        size = (ceil(rect.width() * ratio), ceil(rect.height() * ratio))
        image = self._image((key, size), ratio, paint, rect)
        corner = on_pixel(transform, rect.topLeft())
        place = QRectF(corner.x(), corner.y(), size[0] / ratio, size[1] / ratio)
        painter.drawImage(place, image, QRectF(image.rect()))

    def _image(
        self,
        key: tuple[Hashable, tuple[int, int]],
        ratio: float,
        paint: Callable[[QPainter, QRectF], None],
        rect: QRectF,
    ) -> QImage:
        image = self._images.pop(key, None)
        if image is None:
            image = _drawn(key[1], ratio, rect, paint)
            self._bytes += image.sizeInBytes()
        self._images[key] = image
        while self._bytes > self._most and len(self._images) > 1:
            _, old = self._images.popitem(last=False)
            self._bytes -= old.sizeInBytes()
        return image


def _drawn(
    size: tuple[int, int], ratio: float, rect: QRectF, paint: Callable[[QPainter, QRectF], None]
) -> QImage:
    image = QImage(max(size[0], 1), max(size[1], 1), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
    )
    painter.scale(ratio, ratio)
    paint(painter, QRectF(0, 0, rect.width(), rect.height()))
    painter.end()
    return image


def on_pixel(transform: QTransform, point: QPointF) -> QPointF:
    """Return the point nearest to another at which a device pixel begins."""
    device = transform.map(point)
    back, _ = transform.inverted()
    return back.map(QPointF(round(device.x()), round(device.y())))
