"""The list of results: which way the keys go, what a click opens, and that it stays where it is.

`panels.search` shows it; its rows are `results`, and `rows` draws them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListView

from studyapp.gui.asideclicks import ENTER, AsideClicks
from studyapp.gui.finding.results import ResultRows
from studyapp.gui.finding.rows import ResultDelegate

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
    from PySide6.QtWidgets import QWidget

    from studyapp.gui.context import Context
    from studyapp.gui.finding.results import Row
    from studyapp.search.hits import Results

EDGE = 4
"""Pixels between the edge of the panel and the rows."""


class ResultList(QListView):
    """The list.

    Signals: `hit_opened(place, stay, aside)`, by mouse or Enter; `section_opened(id, aside)`;
    `more_requested()`; `walked(place)` when the keys marked another hit.
    """

    hit_opened = Signal(int, bool, bool)
    section_opened = Signal(str, bool)
    more_requested = Signal()
    walked = Signal(int)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = ResultRows(self)
        self._delegate = ResultDelegate(context, self, self.rows)
        self.setModel(self.rows)
        self.setItemDelegate(self._delegate)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setAutoScroll(False)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setViewportMargins(EDGE, 0, 2, 0)
        self.verticalScrollBar().setSingleStep(24)
        self.setAccessibleName(self.tr("Search results"))
        self.clicked.connect(self._on_clicked)
        self._aside = AsideClicks(self)
        self._aside.opened.connect(self._on_aside)

    def show_results(
        self, results: Results | None, current: int, *, anew: bool, explained: bool = True
    ) -> None:
        """Show an answer; unless it is to a new question, what is under the mouse stays there."""
        kept = None if anew else self._anchor()
        self.rows.set_results(results, explained=explained)
        self._delegate.keep_shown()
        self.mark(current, reveal=False)
        if anew:
            self.scrollToTop()
        elif kept is not None:
            self._hold(*kept)

    def mark(self, place: int, *, reveal: bool = True) -> None:
        """Mark a hit as the current one."""
        index = self.rows.index_of_hit(place)
        self.setCurrentIndex(index)
        if index.isValid() and reveal:
            above = self.rows.index(index.row() - 1)
            if index.row() and self.rows.row(above).group:
                self.scrollTo(above)  # its section is seen with the first hit
            self.scrollTo(index)

    def told(self) -> str:
        """Return all of the current row in words."""
        index = self.currentIndex()
        return self.rows.told(self.rows.row(index)) if index.isValid() else ""

    def apply_theme(self) -> None:
        """Take on the colors of the theme."""
        self._delegate.forget()
        self.viewport().update()

    def _anchor(self) -> tuple[tuple[str, ...], int] | None:
        """Return what row is under the mouse, else at the top, and how far down it is."""
        spot = self.viewport().mapFromGlobal(self.cursor().pos())
        if not self.viewport().rect().contains(spot):
            spot.setX(1)
            spot.setY(1)
        index = self.indexAt(spot)
        if not index.isValid():
            return None
        return self.rows.row(index).key, self.visualRect(index).top()

    def _hold(self, key: tuple[str, ...], top: int) -> None:
        self.executeDelayedItemsLayout()
        index = self.rows.index_of_key(key)
        if index.isValid():
            self.scroll_by(self.visualRect(index).top() - top)

    def scroll_by(self, pixels: int) -> None:
        """Scroll up or down, be it until there is empty room below."""
        bar = self.verticalScrollBar()
        value = bar.value() + pixels
        bar.setMaximum(max(bar.maximum(), value))
        bar.setValue(value)

    def _on_clicked(self, index: QModelIndex) -> None:
        self._open(self.rows.row(index), stay=True)

    def _on_aside(self, index: QModelIndex) -> None:
        self._open(self.rows.row(index), stay=True, aside=True)

    def _open(self, row: Row, *, stay: bool, aside: bool = False) -> None:
        if row.hit:
            self.hit_opened.emit(row.place, stay, aside)
        elif row.group:
            self.section_opened.emit(row.group.section, aside)
        else:
            self.more_requested.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter, with Shift in the other pane; the arrows go from hit to hit."""
        index = self.currentIndex()
        if event.key() in ENTER:
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            if index.isValid():
                self._open(self.rows.row(index), stay=control, aside=shift)
            return
        super().keyPressEvent(event)
        after = self.currentIndex()
        if after != index and after.isValid():
            self._settle(index, after)

    def _settle(self, before: QModelIndex, after: QModelIndex) -> None:
        """Pass over the line of a section, the way the keys went."""
        step = 1 if not before.isValid() or after.row() > before.row() else -1
        number = after.row()
        while 0 <= number < self.rows.rowCount() and self.rows.rows[number].group:
            number += step
        if not 0 <= number < self.rows.rowCount():
            self.setCurrentIndex(before)
            self.scrollToTop()
            return
        self.setCurrentIndex(self.rows.index(number))
        if self.rows.rows[number].hit:
            self.walked.emit(self.rows.rows[number].place)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show by the shape of the mouse that a row can be opened."""
        over = self.indexAt(event.position().toPoint()).isValid()
        shape = Qt.CursorShape.PointingHandCursor if over else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        super().mouseMoveEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the words anew for another width."""
        if event.size().width() != event.oldSize().width():
            self._delegate.forget()
            self.scheduleDelayedItemsLayout()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Set the words anew for another font."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._delegate.forget()
            self.scheduleDelayedItemsLayout()
