"""Where the hub looks: this section, this course, all courses, or the trash."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QWidget

from studyapp.gui import fonts, icons
from studyapp.gui.language import grouped

if TYPE_CHECKING:
    from studyapp.gui.context import Context

SECTION, COURSE, ALL, TRASH = "section", "course", "all", "trash"
HEIGHT = 44
SIZES = (12.5, 12.0, 11.5, 11.0)
"""Of the titles, in pixels: the first with which all have room."""
PADDING = 7
"""Beside the words of a segment, on both sides together."""
LEAST_WIDTH = 24


class Scopes(QWidget):
    """A switch. Signal: `chosen(scope)` by the user."""

    chosen = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        titles = {
            SECTION: self.tr("Section"),
            COURSE: self.tr("Course"),
            ALL: self.tr("All"),
            TRASH: self.tr("Trash"),
        }
        self.buttons = {key: Segment(context, key, title) for key, title in titles.items()}
        group = QButtonGroup(self)
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(3, 3, 3, 3)
        row.setSpacing(2)
        for key, button in self.buttons.items():
            group.addButton(button)
            row.addWidget(button)
            button.clicked.connect(lambda _on, key=key: self._on_clicked(key))
        self.show_scope(COURSE)
        self.setFixedHeight(HEIGHT)
        self.setAccessibleName(self.tr("Where to look"))

    def show_scope(self, scope: str) -> None:
        """Choose without telling."""
        self.scope = scope
        self.buttons[scope].setChecked(True)

    def _on_clicked(self, scope: str) -> None:
        self.scope = scope
        self.chosen.emit(scope)

    def show_counts(self, counts: dict[str, int | None]) -> None:
        """Say how many there are; None where that is not known yet."""
        for key, count in counts.items():
            self.buttons[key].show_count(count)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Give each its share, the more the longer its words; smaller words in a narrow panel."""
        buttons = tuple(self.buttons.values())
        margins = self._row.contentsMargins()
        around = margins.left() + margins.right() + (len(buttons) - 1) * self._row.spacing()
        faces = [fonts.font(fonts.UI, size) for size in SIZES]
        sums = (sum(button.wants(face) for button in buttons) + around for face in faces)
        fits = (face for face, needed in zip(faces, sums, strict=True) if needed <= self.width())
        face = next(fits, faces[-1])
        for place, button in enumerate(buttons):
            button.dress(face)
            self._row.setStretch(place, button.wants(face))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._context.theme
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme["pressed"])
            painter.drawRoundedRect(self.rect(), 8, 8)


class Segment(QAbstractButton):
    """One of the places, with its count below."""

    def __init__(self, context: Context, key: str, title: str) -> None:
        super().__init__()
        self._context = context
        self._title = title
        self._count: int | None = None
        self._is_trash = key == TRASH
        self._face = fonts.font(fonts.UI, SIZES[0])
        self._small = fonts.font(fonts.UI, 11)
        self.setCheckable(True)
        self.setAutoExclusive(True)  # a radio button to assistive technology
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.toggled.connect(self._on_toggled)
        self.show_count(None)

    def _on_toggled(self, on: bool) -> None:
        """Let Tab stop at the place that is chosen; arrows go on from there to the others."""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if on else Qt.FocusPolicy.NoFocus)

    def show_count(self, count: int | None) -> None:
        """Say how many there are here."""
        self._count = count
        name = self._title if count is None else f"{self._title}: {grouped(count)}"
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    def wants(self, face: QFont) -> int:
        """Return how wide it is with its title in this face."""
        title = 16 if self._is_trash else QFontMetrics(face).horizontalAdvance(self._title)
        count = "" if self._count is None else grouped(self._count)
        words = max(title, QFontMetrics(self._small).horizontalAdvance(count))
        return max(words + PADDING, LEAST_WIDTH)

    def dress(self, face: QFont) -> None:
        """Write the title in this face."""
        self._face = face
        self.update()

    def shown_title(self) -> str:
        """Return what of the title there is room for."""
        room = self.width() - PADDING + 2
        metrics = QFontMetrics(self._face)
        return metrics.elidedText(self._title, Qt.TextElideMode.ElideRight, room)

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST_WIDTH, HEIGHT - 6)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._context.theme
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
            if self.isChecked():
                painter.setPen(QPen(theme["card_border"], 1))
                painter.setBrush(theme["card_page"])
                painter.drawRoundedRect(area, 6, 6)
            elif self.underMouse():
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme["hover"])
                painter.drawRoundedRect(area, 6, 6)
            if self.hasFocus():
                painter.setPen(QPen(theme["focus"], 2))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(area.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
            ink = theme["panel_ink" if self.isChecked() else "panel_muted"]
            self._paint_title(painter, ink)

    def _paint_title(self, painter: QPainter, ink: QColor) -> None:
        theme, middle = self._context.theme, Qt.AlignmentFlag.AlignCenter
        upper, lower = _halves(self.rect())
        counted = self._count is not None
        if self._is_trash:
            size = 16
            left = self.width() / 2 - size / 2
            top = upper.center().y() - size / 2 + 1 if counted else self.height() / 2 - size / 2
            icons.paint(painter, "trash-2", QRectF(left, top, size, size), ink)
        else:
            painter.setFont(self._face)
            painter.setPen(ink)
            painter.drawText(upper if counted else self.rect(), middle, self.shown_title())
        if self._count is not None:
            painter.setFont(self._small)
            painter.setPen(theme["panel_muted"])
            painter.drawText(lower, middle, grouped(self._count))


def _halves(rect: QRect) -> tuple[QRect, QRect]:
    upper = QRect(rect.left(), rect.top() + 3, rect.width(), 17)
    return upper, QRect(rect.left(), rect.top() + 20, rect.width(), 14)
