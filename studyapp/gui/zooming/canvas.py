"""A picture that is zoomed and moved: by wheel, pinch, dragging; the overlay hands on the keys."""

from __future__ import annotations

from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QNativeGestureEvent, QPainter
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent, QPaintEvent, QResizeEvent, QWheelEvent

    from studyapp.gui.zooming.art import Art

MARGIN = 12
STEP = 1.25
"""Factor of one step of a key or a notch of the wheel."""
MOST_VECTOR, MOST_RASTER = 20.0, 8.0
SLOW_SECONDS = 0.04
"""A drawing that takes longer is stretched while it is zoomed, and drawn anew when that rests."""
REST_MS = 120
DRAG = 4
"""Pixels that a click may move."""


class Canvas(QWidget):
    """Shows art. Signals: `scaled(scale)`; `left()` when it was clicked beside the art."""

    scaled = Signal(float)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._art: Art | None = None
        self._scale = 1.0
        self._middle = QPointF()
        self._is_fitted = True
        self._pressed: QPointF | None = None
        self._dragged = False
        self._kept: tuple[QRectF, QImage] | None = None
        self._is_slow = False
        self._resting = QTimer(self, interval=REST_MS, singleShot=True)
        self._resting.timeout.connect(self._draw_anew)

    @property
    def scale(self) -> float:
        """How large it is drawn: 1.0 is its own size."""
        return self._scale

    def show_art(self, art: Art | None) -> None:
        """Show something whole, or nothing yet."""
        self._art, self._kept, self._is_slow = art, None, False
        self.fit()

    def redraw(self, art: Art) -> None:
        """Show the same in other colors, where and as large as it is."""
        self._art = art
        self._draw_anew()

    # Scale and place

    def fit(self) -> None:
        """Show all of it, as large as there is room."""
        self._is_fitted = True
        self._middle = QPointF()
        self._take_scale(self._fitting())

    def zoom(self, steps: float) -> None:
        """Zoom by steps around the middle."""
        self.zoom_to(self._scale * STEP**steps)

    def zoom_to(self, scale: float, about: QPointF | None = None) -> None:
        """Take a scale; what is at a point of the canvas stays there."""
        if self._art is None:
            return
        least = min(self._fitting(), 1.0)
        most = MOST_VECTOR if self._art.is_vector else MOST_RASTER
        scale = min(max(scale, least), max(most, self._fitting()))
        at = (about or self._center()) - self._center()
        self._middle = at - (at - self._middle) * (scale / self._scale)
        self._is_fitted = False
        self._take_scale(scale)

    def pan(self, across: float, down: float) -> None:
        """Move the view over the picture by parts of its size."""
        self._middle -= QPointF(across * self.width(), down * self.height())
        self._hold()

    def place(self) -> QRectF:
        """Return where the art is drawn."""
        if self._art is None:
            return QRectF()
        width, height = self._art.width * self._scale, self._art.height * self._scale
        corner = self._center() + self._middle - QPointF(width / 2, height / 2)
        return QRectF(corner.x(), corner.y(), width, height)

    def _center(self) -> QPointF:
        return QPointF(self.width() / 2, self.height() / 2)

    def _fitting(self) -> float:
        art = self._art
        if art is None:
            return 1.0
        across = (self.width() - 2 * MARGIN) / art.width
        down = (self.height() - 2 * MARGIN) / art.height
        return max(min(across, down, art.most_fitted), 0.01)

    def _take_scale(self, scale: float) -> None:
        self._scale = scale
        self._hold()
        self.scaled.emit(scale)

    def _hold(self) -> None:
        """Let the picture fill the view, or stand in its middle where it is smaller."""
        if self._art is not None:
            across = max(self._art.width * self._scale - self.width() + 2 * MARGIN, 0) / 2
            down = max(self._art.height * self._scale - self.height() + 2 * MARGIN, 0) / 2
            middle = self._middle
            x, y = min(max(middle.x(), -across), across), min(max(middle.y(), -down), down)
            self._middle = QPointF(x, y)
        self._show_shape()
        self.update()

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        art, place = self._art, self.place()
        if art is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHints(
                QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
            )
            if not art.is_vector:
                art.paint(painter, place)
                return
            kept = self._kept
            if kept is None or (kept[0] != place and not self._is_slow):
                kept = self._kept = self._drawn(art, place)
            if kept[0] != place:
                self._resting.start()
                painter.translate(place.topLeft())
                painter.scale(place.width() / kept[0].width(), place.height() / kept[0].height())
                painter.translate(-kept[0].topLeft())
            painter.drawImage(QPointF(), kept[1])

    def _drawn(self, art: Art, place: QRectF) -> tuple[QRectF, QImage]:
        """Return what is in view of a drawing, sharp."""
        began = perf_counter()
        ratio = self.devicePixelRatioF()
        image = QImage(self.size() * ratio, QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(ratio)
        image.fill(Qt.GlobalColor.transparent)
        with QPainter(image) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            art.paint(painter, place)
        self._is_slow = perf_counter() - began > SLOW_SECONDS
        return place, image

    def _draw_anew(self) -> None:
        self._kept = None
        self.update()

    # Mouse

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._kept = None
        if self._is_fitted:
            self.fit()
        else:
            self._hold()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom around the mouse."""
        turn = event.angleDelta().y() / 120
        self.zoom_to(self._scale * STEP**turn, event.position())
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Zoom by pinching."""
        pinch = Qt.NativeGestureType.ZoomNativeGesture
        if isinstance(event, QNativeGestureEvent) and event.gestureType() == pinch:
            self.zoom_to(self._scale * (1 + event.value()), event.position())
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._dragged = event.position(), False
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the picture with the mouse."""
        if self._pressed is None:
            return
        way = event.position() - self._pressed
        if self._dragged or way.manhattanLength() > DRAG:
            self._dragged = True
            self._middle += way
            self._pressed = event.position()
            self._hold()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        clicked = self._pressed is not None and not self._dragged
        self._pressed = None
        self._show_shape()
        if clicked and not self.place().contains(event.position()):
            self.left.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Show it in its own size, or whole again."""
        if not self.place().contains(event.position()):
            return
        if abs(self._scale - 1.0) < 0.005:
            self.fit()
        else:
            self.zoom_to(1.0, event.position())

    def _show_shape(self) -> None:
        """Show by the mouse whether the picture can be moved."""
        place = self.place()
        movable = place.width() > self.width() or place.height() > self.height()
        shapes = Qt.CursorShape
        held = shapes.ClosedHandCursor if self._pressed is not None else shapes.OpenHandCursor
        self.setCursor(held if movable else shapes.ArrowCursor)
