"""A calm line above the page: news that asks for a decision but can wait.

Who has the news makes a banner, puts it above the page and shows it; nothing is ever modal.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from studyapp.gui import icons
from studyapp.gui.announcing import announce
from studyapp.gui.ornament import Ornament

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from studyapp.gui.context import Context
    from studyapp.gui.states import Way


ROOM_FOR_WORDS = 240
"""Pixels a sentence needs beside the buttons; with less, they stand below it."""


class Banner(QWidget):
    """An icon, a sentence, buttons, and one to close it; hidden while there is nothing to say."""

    def __init__(self, context: Context, icon: str, closed: Callable[[], object]) -> None:
        """Call `closed` when the user closes it."""
        super().__init__()
        self._context = context
        self._icon_name = icon
        self._icon = Ornament()
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.buttons: list[QPushButton] = []
        self.close_button = QToolButton()
        self.close_button.setIconSize(QSize(16, 16))
        self.close_button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.close_button.setAccessibleName(self.tr("Close"))
        self.close_button.setToolTip(self.tr("Close"))
        self.close_button.clicked.connect(self.hide)
        self.close_button.clicked.connect(closed)
        self._lay_out()
        context.bridge.theme_changed.connect(self.apply_theme)
        self.hide()

    def _lay_out(self) -> None:
        self._ways = QHBoxLayout()
        self._ways.setSpacing(10)
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._middle.setSpacing(8)
        self._middle.addWidget(self.text, 1)
        self._middle.addLayout(self._ways)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 7, 12, 8)
        row.setSpacing(10)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(self._middle, 1)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignVCenter)

    def say(self, text: str, ways: Sequence[Way]) -> None:
        """Show this, with a button for each way."""
        same = text == self.text.text() and not self.isHidden()
        if same:
            return
        self.text.setText(text)
        self._put_buttons(ways)
        self.setAccessibleName(text)
        self.apply_theme()
        self.show()
        announce(self, text)

    def _put_buttons(self, ways: Sequence[Way]) -> None:
        for button in self.buttons:
            self._ways.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = [QPushButton(way.title) for way in ways]
        for button, way in zip(self.buttons, ways, strict=True):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(lambda _on=False, run=way.run: run())
            self._ways.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        self._turn()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons below the words where there is no room beside them."""
        super().resizeEvent(event)
        self._turn()

    def _turn(self) -> None:
        room = self._middle.geometry().width() - self._ways.sizeHint().width()
        is_wide = room >= ROOM_FOR_WORDS
        self._middle.setDirection(
            QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom
        )
        ends = Qt.AlignmentFlag.AlignVCenter if is_wide else Qt.AlignmentFlag.AlignLeft
        self._middle.setAlignment(self._ways, ends)

    def apply_theme(self) -> None:
        """Take on the colors of the theme."""
        theme = self._context.theme
        hue = theme["callout_note"]
        self._icon.setPixmap(icons.pixmap(self._icon_name, hue, 18, self.devicePixelRatioF()))
        self.close_button.setIcon(icons.icon("x", theme))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground a little tinted, with a line below."""
        theme = self._context.theme
        tint = QColor(theme["callout_note"])
        tint.setAlphaF(0.08)
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), theme["page"])
            painter.fillRect(event.rect(), tint)
            painter.fillRect(0, self.height() - 1, self.width(), 1, theme["border"])
