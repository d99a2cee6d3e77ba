"""The small panel beside a selection or a mark: colors and acts at hand.

Its buttons are the actions of commands, so that it says and does what menus and keys do. It never
takes the keyboard. `gui.marking` shows it, places it, and tells it which marks to choose from.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from studyapp.gui import style
from studyapp.gui.language import translate
from studyapp.gui.reader.floating import SHADOW, paint_ground
from studyapp.model import COLORS
from studyapp.wording import noted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QAction, QEnterEvent, QMouseEvent, QPaintEvent

    from studyapp.gui.commands import Actions
    from studyapp.gui.context import Context
    from studyapp.gui.theme import Theme

DOT = 21.0
BUTTON = 30
CHOICE_WIDTH = 250
TOOLS = ("notes.underline", "notes.note", "notes.search", "notes.quote", "notes.remove")
ENDS = (
    (noted("Popup", "Start"), "notes.start_back", "notes.start_on"),
    (noted("Popup", "End"), "notes.end_back", "notes.end_on"),
)


class Popup(QWidget):
    """Shows what can be done. Signal: `chosen(id)`, one of several marks on the same words."""

    chosen = Signal(str)

    def __init__(self, context: Context, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._tools = [_tool(actions[name]) for name in TOOLS]
        dots = [Dot(context, color, actions[f"notes.{color}"]) for color in COLORS]
        self._ends = self._row_of_ends(actions)
        self._choices = QVBoxLayout()
        self._choices.setSpacing(0)
        self._choosers: list[Choice] = []
        row = QHBoxLayout()
        row.setSpacing(1)
        for button in (*dots, *self._tools):
            row.addWidget(button)
        row.insertSpacing(len(dots), 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(SHADOW + 4, SHADOW + 3, SHADOW + 4, SHADOW + 3)
        column.setSpacing(2)
        column.addLayout(self._choices)
        column.addLayout(row)
        column.addWidget(self._ends)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Marking"))
        self.hide()

    def _row_of_ends(self, actions: Actions) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(6, 0, 0, 0)
        layout.setSpacing(1)
        for title, back, on in ENDS:
            label = QLabel(translate("Popup", title))
            label.setProperty("muted", True)
            label.setFont(style.interface_font(scale=0.88))
            layout.addWidget(label)
            for name in (back, on):
                layout.addWidget(_tool(actions[name], 24))
            layout.addSpacing(10)
        layout.addStretch(1)
        return row

    def offer(self, choices: Sequence[tuple[str, str, str]], chosen: str) -> None:
        """Offer what suits a selection, or the mark `chosen` of some: id, color, first words."""
        for chooser in self._choosers:
            self._choices.removeWidget(chooser)
            chooser.deleteLater()
        self._choosers = []
        for mark_id, color, words in choices if len(choices) > 1 else ():
            chooser = Choice(self._context.theme, color, words, chosen=mark_id == chosen)
            chooser.clicked.connect(lambda _=False, one=mark_id: self.chosen.emit(one))
            self._choices.addWidget(chooser)
            self._choosers.append(chooser)
        self._ends.setVisible(bool(chosen))
        self.refresh()

    def refresh(self) -> None:
        """Show the buttons of what can be done now."""
        for button in self._tools:
            button.setVisible(button.defaultAction().isEnabled())
        layout = self.layout()
        if layout:
            layout.activate()
        self.setFixedSize(self.sizeHint())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Let no click between the buttons through to what is below."""
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_ground(self, self._context.theme)


def _tool(action: QAction, size: int = BUTTON) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    button.setAccessibleName(action.iconText())
    button.setFixedSize(size, size)
    button.setIconSize(QSize(18, 18) if size == BUTTON else QSize(15, 15))
    return button


class Dot(QToolButton):
    """A highlight color with its number; ringed when it is that of the mark."""

    def __init__(self, context: Context, color: str, action: QAction) -> None:
        super().__init__()
        self._context = context
        self._color = color
        self.setDefaultAction(action)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFixedSize(BUTTON - 1, BUTTON)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Name the color as the user now calls it."""
        self.setAccessibleName(self.defaultAction().iconText())
        super().enterEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._context.theme
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            is_on = self.defaultAction().isChecked()
            grown = 1.5 if self.underMouse() else 0.0
            middle = QPointF(self.width() / 2, self.height() / 2)
            painter.setBrush(theme[f"highlight_{self._color}"])
            painter.setPen(QPen(theme[f"line_{self._color}"], 1.4))
            painter.drawEllipse(middle, DOT / 2 + grown - 1, DOT / 2 + grown - 1)
            if is_on:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(theme["panel_ink"], 1.8))
                painter.drawEllipse(middle, DOT / 2 + 2.4, DOT / 2 + 2.4)
            painter.setFont(style.interface_font(scale=0.8))
            painter.setPen(theme["ink"])
            number = str(COLORS.index(self._color) + 1)
            painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter, number)


class Choice(QToolButton):
    """One of several marks on the same words: its color and how it begins."""

    def __init__(self, theme: Theme, color: str, words: str, *, chosen: bool) -> None:
        super().__init__()
        self._theme = theme
        self._color = color
        self._words = words
        self.setCheckable(True)
        self.setAutoExclusive(True)  # a radio button to assistive technology
        self.setChecked(chosen)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(words)
        self.setFixedHeight(28)
        self.setMinimumWidth(CHOICE_WIDTH)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, area = self._theme, QRectF(self.rect())
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            if self.isChecked() or self.underMouse():
                painter.setBrush(theme["pressed" if self.isChecked() else "hover"])
                painter.drawRoundedRect(area.adjusted(0, 1, 0, -1), 6, 6)
            role = f"highlight_{self._color}" if self._color else "hover"
            line = theme[f"line_{self._color}" if self._color else "muted"]
            painter.setBrush(theme[role])
            painter.setPen(QPen(line, 1.3))
            painter.drawEllipse(QPointF(14, area.center().y()), 5.5, 5.5)
            painter.setPen(theme["panel_ink"])
            painter.setFont(style.interface_font(scale=0.94))
            room = area.adjusted(28, 0, -8, 0)
            elide = Qt.TextElideMode.ElideRight
            words = painter.fontMetrics().elidedText(self._words, elide, round(room.width()))
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
