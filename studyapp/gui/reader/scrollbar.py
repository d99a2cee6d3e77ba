"""The reader's scroll bar: slim, in the theme's colors, with ticks at what is found or marked.

The view makes one `TickBar` and one `SmoothWheel` for it. Fractions count from the top of the
document (0) to its end (1).
"""

from __future__ import annotations

from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QScrollBar

from studyapp.gui import motion

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QVariantAnimation
    from PySide6.QtGui import QEnterEvent, QMouseEvent, QPaintEvent, QWheelEvent
    from PySide6.QtWidgets import QWidget

    from studyapp.gui.context import Context

WIDTH = 14
SLIM, WIDE = 7.0, 10.0
"""Thickness of the handle at rest, and under the mouse."""
MARGIN = 2.0
SHORTEST = 36.0
"""Length of the handle of an endless page: still easy to grip."""
TICK = 3.0
WHEEL_MS = 150
PIXELS_A_LINE = 30
"""A notch of the wheel moves by as many of these as the system says: about three lines of text."""
NOTCH = 120
"""What one notch of a wheel reports, in eighths of a degree."""


class Tick(NamedTuple):
    """A mark on the bar: where in the document, and the role of the theme that colors it."""

    fraction: float
    role: str


class TickBar(QScrollBar):
    """A vertical scroll bar whose groove shows ticks and jumps where it is clicked."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._context = context
        self._ticks: dict[str, tuple[Tick, ...]] = {}
        self._picture: tuple[object, QPixmap] | None = None
        self._grip: float | None = None
        self._hovered = False
        self.setAccessibleName(self.tr("Position in the page"))

    def set_ticks(self, ticks: Sequence[Tick], layer: str = "") -> None:
        """Show these ticks, later ones above earlier ones; each who shows some has a layer."""
        self._ticks[layer] = tuple(ticks)
        self._picture = None
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 80)

    def minimumSizeHint(self) -> QSize:
        return QSize(WIDTH, 2 * round(SHORTEST))

    def handle(self) -> QRectF:
        """Return where the handle is; empty when there is nothing to scroll."""
        span = self.maximum() - self.minimum()
        if span <= 0:
            return QRectF()
        room = self.height() - 2 * MARGIN
        length = min(max(SHORTEST, room * self.pageStep() / (span + self.pageStep())), room)
        top = MARGIN + (room - length) * (self.sliderPosition() - self.minimum()) / span
        thick = WIDE if self._hovered or self._grip is not None else SLIM
        return QRectF((self.width() - thick) / 2, top, thick, length)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._context.theme
        with QPainter(self) as painter:
            painter.setPen(Qt.PenStyle.NoPen)
            # `fillRect` would let PySide load all kinds of gradients, to see whether this is one
            painter.setBrush(theme["page"])
            painter.drawRect(self.rect())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            handle = self.handle()
            active = self._hovered or self._grip is not None
            painter.setBrush(theme["scroll_hover" if active else "scroll"])
            painter.drawRoundedRect(handle, handle.width() / 2, handle.width() / 2)
            if any(self._ticks.values()):
                painter.drawPixmap(0, 0, self._ticks_picture())

    def _ticks_picture(self) -> QPixmap:
        """Return the ticks drawn once: there may be thousands, and each scrolling shows them."""
        ratio = self.devicePixelRatioF()
        key = (self.size().toTuple(), ratio, self._context.theme)
        if self._picture is None or self._picture[0] != key:
            picture = QPixmap(self.size() * ratio)
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            with QPainter(picture) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(Qt.PenStyle.NoPen)
                self._paint_ticks(painter)
            self._picture = key, picture
        return self._picture[1]

    def _paint_ticks(self, painter: QPainter) -> None:
        room = self.height() - 2 * MARGIN - TICK
        drawn: set[tuple[int, str]] = set()  # thousands of hits fall on a few hundred places
        for tick in chain.from_iterable(self._ticks.values()):
            y = round(MARGIN + room * min(max(tick.fraction, 0.0), 1.0))
            if (y, tick.role) not in drawn:
                drawn.add((y, tick.role))
                painter.setBrush(self._context.theme[tick.role])
                painter.drawRoundedRect(QRectF(3, y, self.width() - 6, TICK), 1.5, 1.5)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        handle = self.handle()
        y = event.position().y()
        on_handle = handle.top() <= y <= handle.bottom()
        self._grip = y - handle.top() if on_handle else handle.height() / 2
        self.setSliderDown(True)
        self._drag(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is None:
            super().mouseMoveEvent(event)
        else:
            self._drag(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._grip is None:
            super().mouseReleaseEvent(event)
        self._grip = None
        self.setSliderDown(False)
        self.update()

    def _drag(self, position: QPointF) -> None:
        room = self.height() - 2 * MARGIN - self.handle().height()
        part = (position.y() - (self._grip or 0.0) - MARGIN) / room if room > 0 else 0.0
        span = self.maximum() - self.minimum()
        self.setValue(self.minimum() + round(min(max(part, 0.0), 1.0) * span))

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hovered = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = False
        self.update()
        super().leaveEvent(event)


class SmoothWheel(QObject):
    """Slides a scroll bar to where the wheel sends it; the view hands it each wheel event."""

    def __init__(self, bar: QScrollBar, context: Context) -> None:
        super().__init__(bar)
        self._bar = bar
        self._context = context

    @cached_property
    def _slide(self) -> QVariantAnimation:
        from PySide6.QtCore import QEasingCurve, QVariantAnimation  # noqa: PLC0415 - not at start

        slide = QVariantAnimation(self)
        slide.setDuration(WHEEL_MS)
        slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        slide.valueChanged.connect(self._bar.setValue)
        self._bar.sliderPressed.connect(slide.stop)
        return slide

    def take(self, event: QWheelEvent) -> bool:
        """Scroll by a notched wheel; touchpads slide by themselves and are left to the caller."""
        if not event.pixelDelta().isNull() or not event.angleDelta().y():
            return False
        notches = event.angleDelta().y() / NOTCH
        self.by(-notches * QApplication.wheelScrollLines() * PIXELS_A_LINE)
        event.accept()
        return True

    def by(self, distance: float) -> None:
        """Scroll by so many pixels, on from where the slide under way would end."""
        running = self._slide.state() == self._slide.State.Running
        start = self._slide.endValue() if running else self._bar.value()
        target = min(max(round(start + distance), self._bar.minimum()), self._bar.maximum())
        self._slide.stop()
        if motion.is_reduced(self._context.settings) or not self._bar.isVisible():
            self._bar.setValue(target)
            return
        self._slide.setStartValue(self._bar.value())
        self._slide.setEndValue(target)
        self._slide.start()
