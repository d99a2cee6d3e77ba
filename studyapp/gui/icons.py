"""Lucide's line icons in any color and size, sharp at any scale.

Buttons and menus take `icon`; painters take `paint` (also for print) or `pixmap`. Rendered pictures
rest in Qt's own pixmap cache, keyed by name, color, size and ratio, so nothing here holds state.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from studyapp.files import bundled

if TYPE_CHECKING:
    from PySide6.QtCore import QRect

    from studyapp.gui.theme import Theme

DISABLED = 0.45
"""Opacity of the icon of what cannot be done now."""


def icon(name: str, theme: Theme, role: str = "panel_ink") -> QIcon:
    """Return an icon for a button, menu or row: muted if disabled, accented if switched on."""
    return QIcon(_LineIcon(name, theme, role))


def pixmap(name: str, color: QColor, size: int, ratio: float = 1.0) -> QPixmap:
    """Return the icon as a square picture of `size` device-independent pixels."""
    key = f"icon/{name}/{color.rgba():08x}/{size}/{ratio:.2f}"
    found = QPixmap()
    if not QPixmapCache.find(key, found):
        found = QPixmap(round(size * ratio), round(size * ratio))
        found.setDevicePixelRatio(ratio)
        found.fill(Qt.GlobalColor.transparent)
        with QPainter(found) as painter:
            paint(painter, name, QRectF(0, 0, size, size), color)
        QPixmapCache.insert(key, found)
    return found


def paint(painter: QPainter, name: str, rect: QRectF, color: QColor) -> None:
    """Draw the icon as vectors."""
    source = (bundled("resources") / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    # QtSvg reads no alpha in a color name, so the painter's opacity carries it.
    renderer = QSvgRenderer(QByteArray(source.replace("currentColor", color.name()).encode()))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setOpacity(painter.opacity() * color.alphaF())
    renderer.render(painter, rect)
    painter.restore()


def ratio_of(painter: QPainter) -> float:
    """Return how many device pixels there are to one of a painter's, which it must not turn.

    Not asked of `painter.device()`: to find out what that is, PySide loads every kind of device.
    """
    return painter.deviceTransform().m11()


def app_icon() -> QIcon:
    """Return the app's own icon, for its windows and the task bar."""
    return QIcon(str(bundled("resources") / "desktop" / "studyapp.svg"))


class _LineIcon(QIconEngine):
    """Renders when painted, so that a window full of icons costs nothing until it is seen."""

    def __init__(self, name: str, theme: Theme, role: str) -> None:
        super().__init__()
        self._name = name
        self._theme = theme
        self._role = role

    def clone(self) -> QIconEngine:
        return _LineIcon(self._name, self._theme, self._role)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        ratio = ratio_of(painter)
        size = min(rect.width(), rect.height())
        left = rect.x() + (rect.width() - size) / 2
        top = rect.y() + (rect.height() - size) / 2
        picture = pixmap(self._name, self._color(mode, state), size, ratio)
        painter.drawPixmap(QRectF(left, top, size, size), picture, QRectF(picture.rect()))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return pixmap(self._name, self._color(mode, state), min(size.width(), size.height()))

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        return pixmap(self._name, self._color(mode, state), min(size.width(), size.height()), scale)

    def _color(self, mode: QIcon.Mode, state: QIcon.State) -> QColor:
        if mode == QIcon.Mode.Disabled:
            color = QColor(self._theme["panel_muted"])
            color.setAlphaF(DISABLED)
            return color
        if mode == QIcon.Mode.Selected:
            return self._theme["selected_ink"]
        return self._theme["accent" if state == QIcon.State.On else self._role]
