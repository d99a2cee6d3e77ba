"""How something is drawn at any size: vectors anew at each, pixels smoothly.

`overlay.py` asks for the art of a picture or a formula. A large picture is decoded by a job.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from studyapp.gui.reader.formulas import FORMULA_SIZE
from studyapp.gui.reader.imagefiles import DECODED_MB, decoded
from studyapp.gui.reader.images import AT_ONCE
from studyapp.gui.reader.math import DISPLAYED
from studyapp.gui.reader.picturelooks import dressing, paint_svg
from studyapp.gui.reader.raster import drawn

if TYPE_CHECKING:
    from collections.abc import Callable

    from studyapp.gui.context import Context
    from studyapp.gui.reader.formulas import Formula
    from studyapp.gui.reader.imagefiles import Picture
    from studyapp.gui.theme import Theme
    from studyapp.gui.zooming.subjects import Subject

MOST_PIXELS = DECODED_MB * (1 << 20) // 4 - 100_000
"""Pixels of a picture that are looked at; of a larger one every other, or fewer."""
FITTED_PIXELS, FITTED_FORMULA, FITTED_DRAWING = 2.0, 4.0, 20.0
COPIED = 1600
"""Longer side in pixels of a copy of what has no pixels of its own."""


@dataclass(slots=True)
class Art:
    """Something drawn at any size; `width` and `height` are those of 100 %, in pixels."""

    width: float
    height: float
    paint: Callable[[QPainter, QRectF], None]
    is_vector: bool
    most_fitted: float
    """How large it is drawn at first where there is room; more would blur or be coarse."""
    copy: Callable[[], QImage]
    """Returns it as an image of its own."""


def art_of(
    context: Context, subject: Subject, show: Callable[[Art], None], fail: Callable[[str], None]
) -> None:
    """Hand the art of a picture or formula to `show`, at once or later, or to `fail` why not."""
    text_size = context.settings.text_size
    if subject.formula is not None:
        show(_formula_art(context.theme, subject.formula, text_size))
    elif subject.picture is not None and subject.picture.kind == "svg":
        show(_svg_art(context.theme, subject.picture, text_size))
    elif subject.picture is not None:
        _raster_art(context, subject.picture, show, fail)


def _vector(
    theme: Theme,
    size: tuple[float, float],
    paint: Callable[[QPainter, QRectF], None],
    most_fitted: float,
) -> Art:
    width, height = size

    def copy() -> QImage:
        scale = COPIED / max(width, height)
        rect = QRectF(0, 0, width * scale, height * scale)

        def paint_on_page(painter: QPainter, whole: QRectF) -> None:
            painter.fillRect(whole, theme["page"])
            paint(painter, whole)

        return drawn(rect, 1.0, paint_on_page)

    return Art(width, height, paint, is_vector=True, most_fitted=most_fitted, copy=copy)


def _formula_art(theme: Theme, formula: Formula, text_size: float) -> Art:
    scale = text_size * DISPLAYED / FORMULA_SIZE
    source = formula.svg.replace("currentColor", theme["ink"].name())
    renderer = QSvgRenderer(QByteArray(source.encode()))
    size = formula.width * scale, (formula.ascent + formula.descent) * scale
    return _vector(theme, size, renderer.render, FITTED_FORMULA)


def _svg_art(theme: Theme, picture: Picture, text_size: float) -> Art:
    size = picture.fitted(float("inf"), text_size)

    def paint(painter: QPainter, rect: QRectF) -> None:
        paint_svg(painter, rect, picture, theme)

    return _vector(theme, size, paint, FITTED_DRAWING)


def _raster_art(
    context: Context, picture: Picture, show: Callable[[Art], None], fail: Callable[[str], None]
) -> None:
    theme, pixels = context.theme, picture.width * picture.height
    part = min(sqrt(MOST_PIXELS / pixels), 1.0)
    size = QSize(max(int(picture.width * part), 1), max(int(picture.height * part), 1))

    def work(_tick: object) -> tuple[QImage, QImage] | str:
        image = decoded(picture, size)
        if isinstance(image, str):
            return image
        return image, drawn(QRectF(image.rect()), 1.0, dressing(image, theme))

    def arrived(images: tuple[QImage, QImage] | str) -> None:
        if isinstance(images, str):
            fail(images)
        else:
            own, dressed = images
            paint = _Smooth(dressed).paint
            width, height = picture.width, picture.height
            show(Art(width, height, paint, False, FITTED_PIXELS, lambda: own))

    if pixels <= AT_ONCE:
        arrived(work(None))
    else:
        context.jobs.run(work, done=arrived, key="enlarged", first=True)


class _Smooth:
    """Draws an image smoothly; where it is made much smaller, from a copy of that size."""

    def __init__(self, image: QImage) -> None:
        self._image = image
        self._small = QImage()

    def paint(self, painter: QPainter, rect: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = painter.deviceTransform().mapRect(rect).size().toSize()
        if size.width() >= self._image.width() * 0.75:
            painter.drawImage(rect, self._image)
            return
        if self._small.size() != size:
            shape = Qt.AspectRatioMode.IgnoreAspectRatio
            smooth = Qt.TransformationMode.SmoothTransformation
            self._small = self._image.scaled(size, shape, smooth)
        painter.drawImage(rect, self._small, QRectF(self._small.rect()))
