"""A box over the window: a field, and below it a list that is walked through while one types.

The quick switcher and the command palette are made of it. A subclass fills the list when words are
typed (`look`), and acts when a row is chosen (`choose`). The keyboard stays in the field, so what
the list comes to is announced.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from studyapp.gui.announcing import announce
from studyapp.gui.asideclicks import ENTER, AsideClicks, wants_aside
from studyapp.gui.reader.floating import paint_edge

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtCore import QPersistentModelIndex
    from PySide6.QtGui import QMouseEvent

    from studyapp.gui.context import Context

WIDTH, HEIGHT = 560, 420
TOP = 64
"""Where it begins below the upper edge of the window."""
PADDING = 10
DATA = Qt.ItemDataRole.UserRole


class Chooser(QDialog):
    """Field and list."""

    def __init__(self, context: Context, parent: QWidget, rows: RowDelegate) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.context = context
        self._room = HEIGHT
        self.field = QLineEdit()
        self.list = QListWidget()
        self.list.setItemDelegate(rows)
        rows.setParent(self.list)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.viewport().setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.said = QLabel()
        self.said.setProperty("muted", True)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(12, 12, 12, 8)
        self.column.setSpacing(8)
        for widget in (self.field, self.list, self.said):
            self.column.addWidget(widget)
        self.field.textChanged.connect(self.look)
        self.field.installEventFilter(self)
        self.list.itemClicked.connect(self._choose)
        self._aside = AsideClicks(self.list)
        self._aside.opened.connect(lambda at: self._choose_aside(self.list.itemFromIndex(at)))

    def look(self, text: str) -> None:
        """Fill the list with what answers some words."""
        raise NotImplementedError

    def choose(self, data: object) -> None:
        """Act on what was chosen."""
        raise NotImplementedError

    def choose_aside(self, data: object) -> None:
        """Act on what was chosen with Ctrl or the middle button; by default as without."""
        self.choose(data)

    def open_over(self, window: QWidget) -> None:
        """Show it in the upper middle of the window."""
        width = min(WIDTH, window.width() - 40)
        self.setFixedWidth(width)
        self._room = min(HEIGHT, window.height() - 220)
        self._fit()
        corner = window.mapToGlobal(window.rect().topLeft())
        self.move(corner.x() + (window.width() - width) // 2, corner.y() + TOP)
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def rows(self) -> list[object]:
        """Return what is listed."""
        return [self.list.item(row).data(DATA) for row in range(self.list.count())]

    def put(self, rows: Iterable[tuple[object, str]], said: str, spoken: str = "") -> None:
        """List some rows, each with what is told of it; say something below, or other words."""
        self.list.clear()
        for data, told in rows:
            item = QListWidgetItem()
            item.setData(DATA, data)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, told)
            self.list.addItem(item)
        self.list.setCurrentRow(0 if self.list.count() else -1)
        self.said.setText(said)
        self._fit()
        if self.isVisible():
            announce(self.field, ". ".join(filter(None, (spoken or said, self._current()))))

    def say(self, words: str) -> None:
        """Say something below the list."""
        self.said.setText(words)
        announce(self.field, words)

    def _current(self) -> str:
        item = self.list.currentItem()
        return item.data(Qt.ItemDataRole.AccessibleTextRole) if item else ""

    def _fit(self) -> None:
        """Be as high as the list, or as the whole rows that there is room for."""
        high = max(self.list.sizeHintForRow(0), 1)
        rows = min(self.list.count(), max(self._room // high, 1))
        self.list.setFixedHeight(rows * high + 4)
        self.adjustSize()

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.choose(item.data(DATA))

    def _choose_aside(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.choose_aside(item.data(DATA))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let keys walk through the list while one types."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            if key in ENTER:
                choose = self._choose_aside if wants_aside(event) else self._choose
                choose(self.list.currentItem())
                return True
            if (step := self._steps().get(key)) and not _extends(event):
                row = self.list.currentRow() + step
                self.list.setCurrentRow(max(0, min(row, self.list.count() - 1)))
                announce(self.field, self._current())
                return True
        return super().eventFilter(watched, event)

    def _steps(self) -> dict[Qt.Key, int]:
        """Return how far each key goes."""
        every = max(self.list.count(), 1)
        page = max(self.list.height() // max(self.list.sizeHintForRow(0), 1) - 1, 1)
        return {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: page,
            Qt.Key.Key_PageUp: -page,
            Qt.Key.Key_End: every,
            Qt.Key.Key_Home: -every,
        }

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close at a click beside it."""
        if not self.rect().contains(event.position().toPoint()):
            self.close()
        super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        paint_edge(self, self.context.theme)


def _extends(event: QKeyEvent) -> bool:
    """Return whether a key selects letters in the field."""
    return bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)


class RowDelegate(QStyledItemDelegate):
    """Draws the ground of a row; what stands on it is drawn by a subclass (`draw`)."""

    def __init__(self, context: Context, height: int) -> None:
        super().__init__()
        self.context = context
        self._height = height

    def draw(
        self, painter: QPainter, area: QRectF, option: QStyleOptionViewItem, data: object
    ) -> None:
        """Draw the words of a row."""
        raise NotImplementedError

    def lines(self) -> int:
        """Return how many lines of words a row has."""
        return 1

    def sizeHint(
        self,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,  # noqa: ARG002 - Qt's signature
    ) -> QSize:
        return QSize(0, max(self._height, self.lines() * option.fontMetrics.height() + 14))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw a row."""
        look = option.widget.style() if option.widget else None
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if look is not None:
            look.drawPrimitive(
                QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget
            )
        area = QRectF(option.rect).adjusted(PADDING, 6, -PADDING, -6)
        self.draw(painter, area, option, index.data(DATA))
        painter.restore()

    def ink(self, option: QStyleOptionViewItem, role: str) -> QColor:
        """Return the color of words, which is another one on the marked row."""
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        return self.context.theme["selected_ink" if selected else role]

    def draw_marked(
        self,
        painter: QPainter,
        place: QRectF,
        words: str,
        marks: Sequence[tuple[int, int]],
    ) -> float:
        """Draw a line of words in the painter's font and ink, some letters on the ground of hits.

        What does not fit is elided. Returns where the words end.
        """
        metrics = QFontMetrics(painter.font())
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, int(place.width()))
        base = QPointF(place.left(), place.top() + metrics.ascent())
        painter.drawText(base, shown)
        theme = self.context.theme
        for start, end in marks:
            left = place.left() + metrics.horizontalAdvance(words[:start])
            right = place.left() + metrics.horizontalAdvance(words[:end])
            if right <= place.right():
                band = QRectF(left - 1, place.top(), right - left + 2, metrics.height())
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme["search_hit"])
                painter.drawRoundedRect(band, 3, 3)
                painter.setPen(theme["ink"])
                painter.drawText(QPointF(left, base.y()), words[start:end])
        return place.left() + metrics.horizontalAdvance(shown)


def small(font: QFont) -> QFont:
    """Return the font of what stands beside a title."""
    made = QFont(font)
    made.setPixelSize(max(round(font.pixelSize() * 0.88), 11))
    return made
