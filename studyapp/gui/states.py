"""What stands in the place of what cannot be shown: opening, nothing there, cannot be read.

The page has one, and so have the panels: an icon, a sentence, what to know about it, the ways out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from studyapp.gui import icons, style
from studyapp.gui.folders import show_folder
from studyapp.gui.language import said, translate
from studyapp.gui.messages import sentence
from studyapp.gui.ornament import Ornament
from studyapp.gui.stops import laid_out

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtGui import QResizeEvent

    from studyapp.gui.theme import Theme
    from studyapp.model import StudyError

ICON_SIZE, SMALL_ICON = 40, 28
WIDTH = 460
"""Lines are not longer than this, in pixels."""


class Way(NamedTuple):
    """A way out of a state, as a button."""

    title: str
    run: Callable[[], object]


class StatePage(QWidget):
    """A state in the middle of the page; `beside` it, in a panel, smaller and at the top."""

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, beside: bool = False
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._beside = beside
        self._size = SMALL_ICON if beside else ICON_SIZE
        self._icon_name = "book-open"
        self._icon = Ornament()
        self.title = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self.text = QLabel(alignment=Qt.AlignmentFlag.AlignCenter, wordWrap=True)
        self.text.setProperty("muted", True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        for label in (self.title, self.text):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._ways = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._ways.setSpacing(8)
        self.setAutoFillBackground(not beside)
        self._lay_out()
        self.apply_theme(theme)

    def _lay_out(self) -> None:
        inside = QWidget()
        inside.setMaximumWidth(WIDTH)
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8 if self._beside else 12)
        column.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        for label in (self.title, self.text):
            column.addWidget(label)
        column.addSpacing(4 if self._beside else 8)
        column.addLayout(self._ways)
        self._ways.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(inside, 1000)
        row.addStretch(1)
        around = QVBoxLayout(self)
        edge, top = (14, 20) if self._beside else (24, 12)
        around.setContentsMargins(edge, top, edge, top)
        around.setSizeConstraint(QVBoxLayout.SizeConstraint.SetNoConstraint)
        if not self._beside:
            around.addStretch(2)
        around.addLayout(row)
        around.addStretch(3)

    def buttons(self) -> list[QPushButton]:
        """Return the ways out, in order."""
        return [one for one in laid_out(self._ways) if isinstance(one, QPushButton)]

    def show_state(self, icon: str, title: str, text: str = "", ways: Sequence[Way] = ()) -> None:
        """Say another thing; a path in `text` may be broken between its folders."""
        self._icon_name = icon
        self.title.setText(title)
        self.text.setText(text.replace("/", "/\N{ZERO WIDTH SPACE}"))
        self.text.setVisible(bool(text))
        for button in self.buttons():
            self._ways.removeWidget(button)
            button.hide()
            button.deleteLater()
        for number, way in enumerate(ways):
            button = QPushButton(way.title)
            button.setAccessibleName(way.title)
            button.setDefault(number == 0 and not self._beside)
            button.clicked.connect(lambda _=False, run=way.run: run())
            self._ways.addWidget(button)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self._turn_ways()
        self.apply_theme(self._theme)

    def minimumSizeHint(self) -> QSize:
        """Return the size in which the ways out stand below each other."""
        widest = max((button.sizeHint().width() for button in self.buttons()), default=0)
        return QSize(widest + 28, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the ways out below each other where there is no room side by side."""
        super().resizeEvent(event)
        self._turn_ways()

    def _turn_ways(self) -> None:
        buttons = self.buttons()
        for button in buttons:
            _wrap(button, self.contentsRect().width() - 28)
        wanted = sum(button.sizeHint().width() + self._ways.spacing() for button in buttons)
        fits = wanted <= min(self.contentsRect().width() - 28, WIDTH)
        direction = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        self._ways.setDirection(direction)

    def apply_theme(self, theme: Theme) -> None:
        """Take on the colors of the theme."""
        self._theme = theme
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, theme["page"])
        self.setPalette(palette)
        ratio, color = self.devicePixelRatioF(), theme["panel_muted"]
        self._icon.setPixmap(icons.pixmap(self._icon_name, color, self._size, ratio))
        scale = 1.0 if self._beside else 1.3
        self.title.setFont(style.interface_font(QFont.Weight.DemiBold, scale))


def _wrap(button: QPushButton, room: int) -> None:
    """Put the words of a button on two lines where there is no room for one."""
    words = button.accessibleName()
    button.setText(words)
    if button.sizeHint().width() <= room:
        return
    spaces = [place for place, char in enumerate(words) if char == " "]
    if spaces:
        middle = min(spaces, key=lambda place: abs(place - len(words) / 2))
        button.setText(f"{words[:middle]}\n{words[middle + 1 :]}")


def show_unreadable_notes(
    page: StatePage, error: StudyError, folder: Path, again: Callable[[], object]
) -> None:
    """Say in a panel why the notebook cannot be read, and that no note is lost by that."""
    told = [said(words) for words in (error.what, error.why, error.hint) if words]
    page.show_state(
        "triangle-alert",
        translate("States", "Your notes cannot be read now"),
        "\n".join(map(sentence, told)),
        (
            Way(translate("States", "Try again"), again),
            Way(translate("States", "Open folder"), lambda: show_folder(folder)),
        ),
    )
