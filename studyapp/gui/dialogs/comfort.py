"""The text controls: how the page is set and colored, at hand, with the page changing as they move.

The window opens them below the button of the tool bar.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFont, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from studyapp.gui import style
from studyapp.gui.announcing import announce
from studyapp.gui.dialogs.settingrow import SettingRow
from studyapp.gui.reader.floating import paint_edge
from studyapp.settings import Settings

if TYPE_CHECKING:
    from studyapp.gui.context import Context
    from studyapp.settings import Setting

ROWS: tuple[Setting[Any], ...] = (
    Settings.theme,
    Settings.reader_font,
    Settings.text_size,
    Settings.column_width,
    Settings.line_height,
)
WIDTH = 356
GAP = 8
"""Room left between the controls and the edges of the window, in pixels."""


class TextControls(QFrame):
    """A small window below the button that opens it; a click beside it or Esc closes it."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Text and colors of the page"))
        self.setAccessibleName(self.windowTitle())
        self._context = context
        self.rows = [SettingRow(context, row) for row in ROWS]
        self.reset_button = QPushButton(self.tr("Reset all"))
        self.reset_button.clicked.connect(self._reset)
        self._inside = self._filled()
        self.area = QScrollArea(widgetResizable=True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(self._inside)
        around = QVBoxLayout(self)
        around.setContentsMargins(1, 1, 1, 1)
        around.addWidget(self.area)
        context.bridge.settings_changed.connect(self._on_setting)
        self._on_setting()

    def _filled(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(10)
        title = QLabel(self.windowTitle(), wordWrap=True)
        title.setFont(style.interface_font(QFont.Weight.DemiBold))
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self.reset_button)
        column.addLayout(head)
        for row in self.rows:
            column.addWidget(row)
        # Resetting all comes last in the order of Tab, though it stands at the top
        stops = [stop for row in self.rows for stop in row.stops()]
        for one, following in pairwise((*stops, self.reset_button)):
            self.setTabOrder(one, following)
        return inside

    def _reset(self) -> None:
        self.rows[0].editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self._context.settings.reset(*ROWS)
        announce(self, self.tr("All as usual"))

    def _on_setting(self, _name: str = "") -> None:
        settings = self._context.settings
        self.reset_button.setEnabled(any(settings.value_of(row) != row.default for row in ROWS))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        paint_edge(self, self._context.theme)

    def open_below(self, button: QWidget) -> None:
        """Show it below a button, inside its window; scrolling where there is no room for all."""
        window = button.window()
        frame = window.rect().translated(window.mapToGlobal(QPoint(0, 0)))
        below, right = frame.top() + GAP, frame.right() - GAP
        if button.isVisible():
            corner = button.mapToGlobal(QPoint(button.width(), button.height() + 4))
            below, right = corner.y(), min(corner.x(), right)
        width = min(WIDTH, frame.width() - 2 * GAP)
        wanted = self._inside.heightForWidth(width) if self._inside.hasHeightForWidth() else 0
        wanted = max(wanted, self._inside.sizeHint().height()) + 2
        self.resize(width, min(wanted, frame.bottom() - GAP - below))
        self.move(max(right - width, frame.left() + GAP), below)
        self.show()
        self.rows[0].editor.setFocus(Qt.FocusReason.PopupFocusReason)
