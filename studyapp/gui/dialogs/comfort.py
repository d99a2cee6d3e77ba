"""The text controls: size, column and line height at hand, with the page changing as they move."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QWidget

from studyapp.gui.dialogs.editors import editor, title_of
from studyapp.settings import Settings

if TYPE_CHECKING:
    from studyapp.gui.context import Context

ROWS = (Settings.text_size, Settings.column_width, Settings.line_height, Settings.reader_font)


class TextControls(QFrame):
    """A small window below the button that opens it; a click beside it or Esc closes it."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Text size and column"))
        self._context = context
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 16, 16, 16)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(12)
        for place, row in enumerate(ROWS):
            label, made = QLabel(title_of(row)), editor(context, row)
            label.setBuddy(made)
            grid.addWidget(label, place, 0)
            grid.addWidget(made, place, 1)
        self.reset_button = QPushButton(self.tr("Reset"))
        self.reset_button.clicked.connect(lambda: context.settings.reset(*ROWS))
        grid.addWidget(self.reset_button, len(ROWS), 1, Qt.AlignmentFlag.AlignRight)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a line around: a popup has no frame of the desktop's."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(self._context.theme["input_border"])
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def open_below(self, button: QWidget) -> None:
        """Show it below a button, inside its window."""
        self.adjustSize()
        corner = button.mapToGlobal(QPoint(button.width() - self.width(), button.height() + 4))
        left = button.window().mapToGlobal(QPoint(8, 0)).x()
        self.move(max(corner.x(), left), corner.y())
        self.show()
        self.setFocus(Qt.FocusReason.PopupFocusReason)
