"""Keeps drawn pictures as images, so that scrolling only copies them.

Formulas (`math.py`) and figures (`images.py`) are drawn once for each size, color and screen; on
paper and in PDF they are drawn as vectors.
"""

from __future__ import annotations

from collections import OrderedDict
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
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
        ratio = pixel_ratio(painter, rect)
        size = pixel_size(rect, ratio)
        known = (key, size.width(), size.height())
        image = self.find(known)
        if image is None:
            image = drawn(rect, ratio, paint)
            self.keep(known, image)
        put(painter, rect, image, ratio)

    def find(self, key: Hashable) -> QImage | None:
        """Return an image kept earlier, if it is still here."""
        if key in self._images:
            self._images.move_to_end(key)
        return self._images.get(key)

    def keep(self, key: Hashable, image: QImage) -> None:
        """Keep an image, at the price of those not drawn for longest."""
        self._images[key] = image
        self._bytes += image.sizeInBytes()
        while self._bytes > self._most and len(self._images) > 1:
            _, old = self._images.popitem(last=False)
            self._bytes -= old.sizeInBytes()


def pixel_ratio(painter: QPainter, rect: QRectF) -> float:
    """Return how many device pixels a unit has where something is drawn."""
    return min(painter.deviceTransform().m11(), LARGEST_SIDE / max(rect.width(), rect.height(), 1))


def pixel_size(rect: QRectF, ratio: float) -> QSize:
    """Return the size of the image that fills a rectangle."""
    return QSize(max(ceil(rect.width() * ratio), 1), max(ceil(rect.height() * ratio), 1))


def put(painter: QPainter, rect: QRectF, image: QImage, ratio: float) -> None:
    """Draw an image pixel by pixel as near to a rectangle as pixels allow."""
    corner = on_pixel(painter.deviceTransform(), rect.topLeft())
    place = QRectF(corner.x(), corner.y(), image.width() / ratio, image.height() / ratio)
    painter.drawImage(place, image, QRectF(image.rect()))


def drawn(rect: QRectF, ratio: float, paint: Callable[[QPainter, QRectF], None]) -> QImage:
    """Return what `paint` paints, as an image that fills a rectangle."""
    image = QImage(pixel_size(rect, ratio), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    with QPainter(image) as painter:
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        painter.scale(ratio, ratio)
        paint(painter, QRectF(0, 0, rect.width(), rect.height()))
    return image


def on_pixel(transform: QTransform, point: QPointF) -> QPointF:
    """Return the point nearest to another at which a device pixel begins."""
    device = transform.map(point)
    back, _ = transform.inverted()
    return back.map(QPointF(round(device.x()), round(device.y())))
