"""Small switches in a row that breaks where the panel is narrow: where to search."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QToolButton
from shiboken6 import isValid

from studyapp.gui import style

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

GAP = 5


class Chip(QToolButton):
    """A switch; the style sheet gives it its shape."""

    def __init__(self, title: str, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("chip", True)
        self.setProperty("small", True)
        self.setText(title)
        self.setToolTip(tip)
        self.setCheckable(True)
        self.setFont(style.interface_font(scale=0.92))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)


class Flow(QLayout):
    """Puts widgets side by side, in as many lines as it takes."""

    def __init__(self) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override] - None ends
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override] - None ends
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, area: QRect) -> None:
        super().setGeometry(area)
        self._place(area, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        widths = [item.sizeHint().width() for item in self._shown()]
        heights = [item.sizeHint().height() for item in self._shown()]
        return QSize(max(widths, default=0), max(heights, default=0))

    def _shown(self) -> list[QLayoutItem]:
        # While a window ends, Qt asks once more after it has deleted the items
        return [item for item in self._items if isValid(item) and not item.isEmpty()]

    def _place(self, area: QRect, *, move: bool) -> int:
        """Put each item in its place, or only find out how high they all stand."""
        x, y, high = area.left(), area.top(), 0
        for item in self._shown():
            size = item.sizeHint()
            if x > area.left() and x + size.width() > area.right() + 1:
                x, y, high = area.left(), y + high + GAP, 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), size))
            x += size.width() + GAP
            high = max(high, size.height())
        return y + high - area.top()
