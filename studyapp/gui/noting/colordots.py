"""The five highlight colors as dots to choose from: in the editor of a note and in the hub."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QWidget

from studyapp.gui.language import color_title
from studyapp.model import COLORS

if TYPE_CHECKING:
    from studyapp.gui.context import Context

DOT, ROOM = 16, 24


class ColorDots(QWidget):
    """A row of dots, one of them chosen. Signal: `chosen(color)` by the user."""

    chosen = Signal(str)

    def __init__(self, context: Context, color: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Color"))
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(1)
        self._dots = {name: Dot(context, name) for name in COLORS}
        for dot in self._dots.values():
            dot.setAutoExclusive(True)  # a radio button to assistive technology
            self._group.addButton(dot)
            row.addWidget(dot)
            dot.clicked.connect(lambda _on, dot=dot: self.chosen.emit(dot.color))
        self.show_color(color)

    @property
    def color(self) -> str:
        """The color that is chosen; empty for none."""
        return next((name for name, dot in self._dots.items() if dot.isChecked()), "")

    def show_color(self, color: str) -> None:
        """Mark a color as chosen."""
        if color in self._dots:
            self._dots[color].setChecked(True)


class Dot(QAbstractButton):
    """One color."""

    def __init__(self, context: Context, color: str) -> None:
        super().__init__()
        self._context = context
        self.color = color
        self.setCheckable(True)
        name = color_title(context.settings, color)
        self.setToolTip(name)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        return QSize(ROOM, ROOM)

    def minimumSizeHint(self) -> QSize:
        return QSize(DOT + 6, ROOM)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._context.theme
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            middle = QRectF(self.rect()).center()
            dot = QRectF(0, 0, DOT, DOT)
            dot.moveCenter(middle)
            painter.setPen(QPen(theme["input_border"], 1))
            painter.setBrush(theme[f"highlight_{self.color}"])
            painter.drawEllipse(dot)
            if self.isChecked() or self.hasFocus():
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(theme["focus" if self.hasFocus() else "panel_ink"], 1.8))
                painter.drawEllipse(dot.adjusted(-2.5, -2.5, 2.5, 2.5))
