"""What stands in the place of a page: opening, nothing there, cannot be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from studyapp.gui import icons, style
from studyapp.gui.ornament import Ornament

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from studyapp.gui.theme import Theme

ICON_SIZE = 40
WIDTH = 460


class Way(NamedTuple):
    """A way out of a state, as a button."""

    title: str
    run: Callable[[], object]


class StatePage(QWidget):
    """An icon, a sentence, what to know about it, and the ways out."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon_name = "book-open"
        self._icon = Ornament()
        self.title = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self.text = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self.text.setProperty("muted", True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for label in (self.title, self.text):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setFixedWidth(WIDTH)
        self._ways = QHBoxLayout()
        self._ways.setSpacing(8)
        self.setAutoFillBackground(True)
        self._lay_out()
        self.apply_theme(theme)

    def _lay_out(self) -> None:
        middle = Qt.AlignmentFlag.AlignHCenter
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(2)
        for label in (self._icon, self.title, self.text):
            column.addWidget(label, 0, middle)
        column.addSpacing(8)
        column.addLayout(self._ways)
        column.addStretch(3)
        self._ways.setAlignment(middle)

    def show_state(self, icon: str, title: str, text: str = "", ways: Sequence[Way] = ()) -> None:
        """Say another thing."""
        self._icon_name = icon
        self.title.setText(title)
        self.text.setText(text)
        self.text.setVisible(bool(text))
        while (item := self._ways.takeAt(0)) is not None:
            if button := item.widget():
                button.hide()
                button.deleteLater()
        for number, way in enumerate(ways):
            button = QPushButton(way.title)
            button.setDefault(number == 0)
            button.clicked.connect(lambda _=False, run=way.run: run())
            self._ways.addWidget(button)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self.apply_theme(self._theme)

    def apply_theme(self, theme: Theme) -> None:
        """Take on the colors of the theme."""
        self._theme = theme
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, theme["page"])
        self.setPalette(palette)
        ratio = self.devicePixelRatioF()
        self._icon.setFixedSize(QSize(ICON_SIZE, ICON_SIZE))
        self._icon.setPixmap(icons.pixmap(self._icon_name, theme["panel_muted"], ICON_SIZE, ratio))
        self.title.setFont(style.interface_font(QFont.Weight.DemiBold, 1.3))
