"""Dialogs on small screens and in large type: never larger than the screen, scrolled where need be.

At three times its size, a screen of 1920 by 1080 pixels has room for 640 by 360. Every dialog that
wants a size of its own asks here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QScrollArea

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

FRAME = QSize(16, 48)
"""Room that is left for the frame that the desktop puts around a dialog."""


def fit(dialog: QWidget, width: int, height: int) -> None:
    """Give a dialog this size, or what of it there is room for."""
    dialog.resize(QSize(width, height).boundedTo(dialog.screen().availableSize() - FRAME))


def scrolled(content: QWidget) -> QScrollArea:
    """Return an area at least as wide as its content, which is scrolled where it is too high."""
    area = QScrollArea(widgetResizable=True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(content)
    bar = area.verticalScrollBar().sizeHint().width()
    area.setMinimumSize(content.minimumSizeHint().width() + bar, 80)
    return area
