"""Where the keyboard stops: in which order Tab goes, and the ring around what scrolls.

The window puts its stops in order whenever Tab is pressed, as parts of it come and go; the session
makes the `Keyboard`, which is for the whole app.
"""

from __future__ import annotations

from contextlib import suppress
from itertools import pairwise
from typing import TYPE_CHECKING, TypeGuard

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QLayout,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from studyapp.gui.context import Context


def stops_of(widget: QWidget) -> Iterator[QWidget]:
    """Yield what Tab stops at in a widget, as the eye goes: by its layout, else by its children."""
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
        return
    layout = widget.layout()
    placed = list(laid_out(layout)) if layout else []
    children = [one for one in widget.children() if isinstance(one, QWidget)]
    for child in (*placed, *(one for one in children if one not in placed)):
        if not child.isWindow():
            yield from stops_of(child)


def _bring_into_view(widget: QWidget) -> None:
    """Scroll what a widget stands in. Qt does so only while Tab goes from one to another in it."""
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea) and around.isAncestorOf(widget):
            around.ensureWidgetVisible(widget)
        around = around.parentWidget()


def _is_ringed(widget: QWidget | None) -> TypeGuard[QWidget]:
    """Return whether a widget has been reached by keyboard and would not show it by itself."""
    if not isinstance(widget, QAbstractScrollArea) or isinstance(widget, QPlainTextEdit):
        return False
    return widget.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)


def laid_out(layout: QLayout) -> Iterator[QWidget]:
    """Yield the widgets of a layout in its order, those of layouts in it too.

    `itemAt` would do, but PySide keeps what it returns, and once Qt has deleted the item takes
    whatever comes to be at that address for it.
    """
    around = layout.parentWidget()
    children = around.children() if around else []
    widgets = [one for one in children if isinstance(one, QWidget) and layout.indexOf(one) >= 0]
    inner = [one for one in layout.children() if isinstance(one, QLayout)]
    parts: list[QWidget | QLayout] = [*widgets, *inner]
    for part in sorted(parts, key=lambda one: layout.indexOf(one)):  # noqa: PLW0108 - overloads
        if isinstance(part, QWidget):
            yield part
        else:
            yield from laid_out(part)


def put_in_order(stops: Iterable[QWidget]) -> None:
    """Let Tab go from one to the next."""
    for one, following in pairwise(stops):
        QWidget.setTabOrder(one, following)


class Part(QWidget):
    """A part of the window that hands the keyboard on to one of what it holds.

    With Qt's own focus proxy, Tab would jump past all that stands before that one.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._taker: QWidget | None = None

    def setFocusProxy(self, taker: QWidget) -> None:
        """Say what takes the keyboard; at once, if what took it before now has it."""
        held = self._taker is not None and self._taker.hasFocus()
        self._taker = taker
        if held:
            taker.setFocus()

    def focusProxy(self) -> QWidget | None:
        """Return what takes the keyboard in the end."""
        inner = self._taker.focusProxy() if isinstance(self._taker, Part) else None
        return inner or self._taker

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Give the keyboard to what takes it."""
        if self._taker is not None:
            self._taker.setFocus(reason)


class Keyboard(QObject):
    """Follows the keyboard through the app: what it reaches is brought into view, and ringed.

    Buttons and fields show by themselves that they have it; pages, lists and previews do not.
    """

    def __init__(self, context: Context, app: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._ring: Ring | None = None
        app.focusChanged.connect(self._on_focus)

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if self._ring is not None:
            with suppress(RuntimeError):  # it went with what it was around
                self._ring.hide()
                self._ring.deleteLater()
            self._ring = None
        if now is not None:
            _bring_into_view(now)
        if _is_ringed(now):
            self._ring = Ring(self._context, now)


class Ring(QWidget):
    """A line around all of a widget, which the mouse passes through."""

    def __init__(self, context: Context, around: QWidget) -> None:
        super().__init__(around)
        self._context = context
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(around.rect())
        around.installEventFilter(self)
        self.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay around it when its size changes."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.setGeometry(watched.rect())
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._context.theme["focus"], 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
