"""The list of the hub: QListView's keys, selection and accessibility with a layout of our own.

Qt asks a delegate for the size of each of 50,000 rows whenever the list changes; here heights come
in one go, and only what is on the screen is touched. The header of the topmost group stays in view.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPoint,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QCursor, QKeyEvent, QPainter, QPaintEvent, QRegion
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyleOptionViewItem

from studyapp.gui.asideclicks import ENTER
from studyapp.gui.hub.cardrows import GAP, HEADER, CardRows

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from studyapp.gui.context import Context
    from studyapp.gui.hub.entries import Entry
    from studyapp.gui.hub.model import HubModel
    from studyapp.gui.noting.cards import Index

Move = QAbstractItemView.CursorAction


class CardList(QListView):
    """The list. Signals: `opened()` by Enter or a click; `chosen()` after another selection."""

    opened = Signal()
    chosen = Signal()

    def __init__(self, context: Context, model: HubModel) -> None:
        super().__init__()
        self._rows = model
        self._tops: list[int] = [0]
        """Where each card begins, and where the last one ends."""
        self._heights: list[int] = []
        self._laid_out: tuple[object, ...] = (None, None, None)
        """For which rows, headers and width; Qt asks more than once."""
        self._heads: list[int] = []
        """Rows that have a header, in order."""
        self._cards = CardRows(context, model, self)
        self.setItemDelegate(self._cards)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        self.setMinimumHeight(48)  # a low window holds the filters and one card
        self.setAccessibleName(self.tr("Notes"))
        self.setModel(model)
        for signal in (model.layoutChanged, model.modelReset):
            signal.connect(self.doItemsLayout)  # now: Qt's own way is to do it later
        self.clicked.connect(self._on_clicked)

    # What is selected

    def selected(self) -> list[Entry]:
        """Return the rows that are selected, in order; else the current one, if any."""
        numbers = sorted(n for one in self._ranges() for n in range(one.top(), one.bottom() + 1))
        if not numbers and self.currentIndex().isValid():
            numbers = [self.currentIndex().row()]
        return [self._rows.rows[n] for n in numbers]

    def selected_count(self) -> int:
        """Return how many rows are selected."""
        return sum(one.height() for one in self._ranges())

    def _ranges(self) -> list[QItemSelectionRange]:
        return self.selectionModel().selection().toList()

    def current(self) -> Entry | None:
        """Return the row that keys act on."""
        index = self.currentIndex()
        return self._rows.rows[index.row()] if index.isValid() else None

    def select(self, rows: list[int], current: int) -> None:
        """Select rows, and let keys act on one of them."""
        chosen = QItemSelection()
        for first, last in _runs(rows):
            chosen.select(self._rows.index(first), self._rows.index(last))
        model = self.selectionModel()
        model.select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        model.setCurrentIndex(self._rows.index(current), QItemSelectionModel.SelectionFlag.NoUpdate)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.chosen.emit()

    def _on_clicked(self) -> None:
        if self.selected_count() == 1:
            self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go to the passage with Enter; every other key moves or selects."""
        if event.key() in ENTER:
            if self.currentIndex().isValid():
                self.opened.emit()
            return
        super().keyPressEvent(event)

    # Where rows are

    def doItemsLayout(self) -> None:
        """Work out where every card stands; called by Qt when rows or room have changed."""
        rows, headers = self._rows.rows, self._rows.headers
        laid_out = rows, headers, self._width()
        if all(one is other for one, other in zip(laid_out, self._laid_out, strict=True)):
            return
        self._laid_out = laid_out
        self._heads = sorted(headers)
        self._heights = self._cards.heights(rows, self._width())
        steps = [height + GAP for height in self._heights]
        for row in self._heads:
            if row:
                steps[row - 1] += HEADER
        first = HEADER if self._heads[:1] == [0] else 0
        self._tops = list(accumulate(steps, initial=first))
        self.updateGeometries()
        self.viewport().update()

    def _width(self) -> int:
        """Return the width of a card, the same with and without a scroll bar."""
        return self.width() - self.verticalScrollBar().sizeHint().width()

    def updateGeometries(self) -> None:
        """Tell the scroll bar how long the list is."""
        room = self.viewport().height()
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, self._tops[-1] - room))
        bar.setPageStep(room)
        bar.setSingleStep(40)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.doItemsLayout()
        else:
            self.updateGeometries()

    def _row_at(self, y: int) -> int:
        """Return the row whose card, or the room below it, is at a height in the whole list."""
        return min(max(0, bisect_right(self._tops, y) - 1), len(self._heights) - 1)

    def visualRect(self, index: Index) -> QRect:
        row = index.row()
        if not index.isValid() or row >= len(self._heights):
            return QRect()
        top = self._tops[row] - self.verticalOffset()
        return QRect(0, top, self._width(), self._heights[row])

    def indexAt(self, place: QPoint) -> QModelIndex:
        if not self._heights or (self._heads and place.y() < HEADER):
            return QModelIndex()
        row = self._row_at(place.y() + self.verticalOffset())
        index = self._rows.index(row)
        return index if self.visualRect(index).contains(place) else QModelIndex()

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        return 0

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: ARG002 - Qt's signature
        """Paint anew: what moves and what stays in view overlap."""
        self.viewport().update()

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        rect, room = self.visualRect(index), self.viewport().height()
        if not rect.isValid():
            return
        above = HEADER if self._heads else 0
        bar = self.verticalScrollBar()
        if hint == QAbstractItemView.ScrollHint.PositionAtCenter:
            bar.setValue(bar.value() + rect.center().y() - room // 2)
        elif rect.top() < above or hint == QAbstractItemView.ScrollHint.PositionAtTop:
            bar.setValue(bar.value() + rect.top() - above)
        elif rect.bottom() > room:
            bar.setValue(bar.value() + min(rect.bottom() - room + GAP, rect.top() - above))

    def moveCursor(self, move: Move, _modifiers: Qt.KeyboardModifier) -> QModelIndex:
        count = len(self._heights)
        row = self.currentIndex().row()
        if not count:
            return QModelIndex()
        if move in (Move.MoveHome, Move.MoveEnd):
            row = 0 if move == Move.MoveHome else count - 1
        elif move in (Move.MovePageUp, Move.MovePageDown):
            step = self.viewport().height() - HEADER
            here = self._tops[max(0, row)]
            row = self._row_at(here + (step if move == Move.MovePageDown else -step))
        elif move in (Move.MoveUp, Move.MovePrevious):
            row -= 1
        else:
            row += 1
        return self._rows.index(min(max(0, row), count - 1))

    def isIndexHidden(self, _index: Index) -> bool:
        return False

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """Select the cards that a rectangle touches."""
        if not self._heights:
            return
        rect = rect.normalized()
        first = self._row_at(rect.top() + self.verticalOffset())
        last = self._row_at(rect.bottom() + self.verticalOffset())
        chosen = QItemSelection(self._rows.index(first), self._rows.index(last))
        self.selectionModel().select(chosen, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        region = QRegion()
        for one in selection.toList():
            top, bottom = self.visualRect(one.topLeft()), self.visualRect(one.bottomRight())
            region += top.united(bottom)
        return region

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        with QPainter(self.viewport()) as painter:
            offset = self.verticalOffset()
            if self._heights:
                first = self._row_at(event.rect().top() + offset)
                last = self._row_at(event.rect().bottom() + offset + HEADER)
                for row in range(first, last + 1):
                    self._paint_row(painter, row)
                self._paint_headers(painter, offset)

    def _paint_row(self, painter: QPainter, row: int) -> None:
        index = self._rows.index(row)
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        option.rect = self.visualRect(index)
        flags = QStyle.StateFlag
        if self.selectionModel().isSelected(index):
            option.state |= flags.State_Selected
        option.state &= ~flags.State_HasFocus
        if self.hasFocus() and index == self.currentIndex():
            option.state |= flags.State_HasFocus
        option.state &= ~flags.State_MouseOver
        mouse = self.viewport().mapFromGlobal(QCursor.pos())
        if self.viewport().underMouse() and option.rect.contains(mouse):
            option.state |= flags.State_MouseOver
        self._cards.paint(painter, option, index)

    def _paint_headers(self, painter: QPainter, offset: int) -> None:
        """Draw the headers in view; that of the topmost group stays until the next pushes it."""
        tops = [self._tops[row] - HEADER - offset for row in self._heads]
        pinned = bisect_right(tops, 0) - 1
        width, height = self._width(), self.viewport().height()
        for number in range(bisect_right(tops, height) - 1, max(pinned, 0) - 1, -1):
            top = tops[number]
            if number == pinned:
                following = tops[number + 1] if number + 1 < len(tops) else HEADER
                top = min(0, following - HEADER)
            header = self._rows.headers[self._heads[number]]
            self._cards.paint_header(painter, QRectF(0, top, width, HEADER), header)


def _runs(rows: list[int]) -> list[tuple[int, int]]:
    """Return ascending numbers as first and last of each run without a gap."""
    ends = [n for n in range(1, len(rows)) if rows[n] != rows[n - 1] + 1]
    bounds = [0, *ends, len(rows)]
    return [(rows[one], rows[other - 1]) for one, other in pairwise(bounds)] if rows else []
