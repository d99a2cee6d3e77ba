"""A list of cards, each beside its passage where there is room, with the editor in place of one.

The notes panel owns one. It tells what the user wishes by signals and moves with the page when it
is told how far that was scrolled.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QItemSelectionModel, QPointF, QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from studyapp.gui.noting.carddelegate import INNER_LEFT, SIDE, TOP, CardDelegate
from studyapp.gui.noting.cards import CardModel

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QModelIndex
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent, QWheelEvent

    from studyapp.gui.context import Context
    from studyapp.gui.noting.editor import NoteEditor
    from studyapp.gui.noting.rendering import NoteDocuments

NOTHING = "-"
"""No annotation: the empty id is that of one still to be made."""
SPACING = 8
"""Least room between two cards."""


class Beside(NamedTuple):
    """How the page stands, in pixels: where each passage is, how far it is scrolled."""

    tops: Mapping[str, float]
    """Annotation id to the top of its passage in the document."""
    value: int
    """How far the page is scrolled."""
    most: int
    """How far it can be scrolled."""
    shift: int
    """How much lower the top of the page is than the top of the list."""


class CardView(QListView):
    """The list.

    Signals: `chosen(id)` when a card is clicked or reached by keys, `edit_requested(id)` on Enter
    or a double click, `remove_requested(id)`, `scrolled(pixels)` by a wheel that should move the
    page, `link_followed(id, link)`.
    """

    chosen = Signal(str)
    edit_requested = Signal(str)
    remove_requested = Signal(str)
    scrolled = Signal(int)
    link_followed = Signal(str, str)

    def __init__(self, context: Context, documents: NoteDocuments) -> None:
        super().__init__()
        self.cards = CardModel(context.settings, self)
        self._documents = documents
        self._delegate = CardDelegate(context, self.cards, documents)
        self._beside: Beside | None = None
        self._gaps: list[int] = []
        self._editor: NoteEditor | None = None
        self._editing = NOTHING
        self.setModel(self.cards)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAutoScroll(False)
        self.setAccessibleName(self.tr("Notes"))
        documents.compiled.connect(self.relayout)
        self.doubleClicked.connect(lambda index: self.edit_requested.emit(self.id_at(index)))

    # What is shown

    def id_at(self, index: QModelIndex) -> str:
        """Return the id of the annotation of a row; empty for no row."""
        row = index.row()
        return self.cards.cards[row].annotation.id if 0 <= row < len(self.cards.cards) else ""

    def stand_beside(self, beside: Beside | None) -> None:
        """Put the cards beside their passages; one below the other with None."""
        old, self._beside = self._beside, beside
        packed = beside is None
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if packed else policy.ScrollBarAlwaysOff
        )
        if old is None or beside is None or old.tops != beside.tops or old.shift != beside.shift:
            self.scheduleDelayedItemsLayout()
        else:
            self._follow()

    def relayout(self) -> None:
        """Measure the cards again, soon."""
        self._delegate.forget()
        self.scheduleDelayedItemsLayout()

    def doItemsLayout(self) -> None:
        """Give each card its room above, then let Qt lay out the rows."""
        width = self.viewport().width()
        tops = self._beside.tops if self._beside else {}
        shift = self._beside.shift if self._beside else 0
        self._gaps.clear()
        bottom = 0
        for row, card in enumerate(self.cards.cards):
            wanted = tops.get(card.annotation.id)
            least = bottom + SPACING
            top = max(least, round(wanted) + shift) if wanted is not None else least
            self._gaps.append(top - bottom)
            bottom = top + self._height(row, width)
        super().doItemsLayout()
        self._place_editor()
        self._follow()

    def gap(self, row: int) -> int:
        """Return the room above a card, in pixels; the delegate asks, too."""
        return self._gaps[row] if row < len(self._gaps) else SPACING

    def _height(self, row: int, width: int) -> int:
        if self._editor and self.cards.cards[row].annotation.id == self._editing:
            return self._editor.sizeHint().height()
        return self._delegate.card_height(row, width)

    def _follow(self) -> None:
        """Scroll as the page is scrolled; at its ends show the first and the last card."""
        if self._beside is None:
            return
        bar, beside = self.verticalScrollBar(), self._beside
        bar.setMaximum(max(bar.maximum(), beside.most))
        behind = max(0, bar.maximum() - beside.most)
        extra = behind * beside.value / beside.most if beside.most else behind
        bar.setValue(round(beside.value + extra))

    def updateGeometries(self) -> None:
        """Let the list be scrolled as far as the page, though its last card may end above."""
        super().updateGeometries()
        if self._beside is not None:
            bar = self.verticalScrollBar()
            bar.setMaximum(max(bar.maximum(), self._beside.most))

    def choose(self, annotation_id: str, *, show: bool = True) -> None:
        """Mark a card without telling of it; bring it into view."""
        row = self.cards.row_of(annotation_id)
        if row < 0:
            self.clearSelection()
            return
        index = self.cards.index(row)
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(index, flags)
        if show and self._beside is None:
            self.scrollTo(index)

    # The editor

    def open_editor(self, annotation_id: str, editor: NoteEditor) -> None:
        """Put an editor in the place of a card."""
        self.close_editor()
        self._editing, self._editor = annotation_id, editor
        editor.resized.connect(self.scheduleDelayedItemsLayout)
        editor.setParent(self.viewport())
        editor.show()
        self.doItemsLayout()
        row = self.cards.row_of(annotation_id)
        if row >= 0 and self._beside is None:
            self.scrollTo(self.cards.index(row))

    def close_editor(self) -> NoteEditor | None:
        """Take the editor away and return it, if there is one."""
        editor, self._editor, self._editing = self._editor, None, NOTHING
        if editor is not None:
            editor.hide()
            self.scheduleDelayedItemsLayout()
        return editor

    def rename_editing(self, annotation_id: str) -> None:
        """Say of which annotation the open editor is, once it has been made."""
        self._editing = annotation_id

    @property
    def editor(self) -> NoteEditor | None:
        """The editor that is open, if one is."""
        return self._editor

    @property
    def editing(self) -> str:
        """Id of the annotation whose note is being written; `NOTHING` for none."""
        return self._editing

    def _place_editor(self) -> None:
        if self._editor is None:
            return
        row = self.cards.row_of(self._editing)
        self._editor.setVisible(row >= 0)
        if row < 0:
            return
        rect = self.visualRect(self.cards.index(row))
        top = rect.top() + self.gap(row)
        width = self.viewport().width()
        self._editor.setGeometry(0, top, width, self._editor.sizeHint().height())

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._place_editor()

    def row_height(self, row: int) -> int:
        """Return the height of a row with the room above it; the delegate asks."""
        return self.gap(row) + self._height(row, self.viewport().width())

    # Mouse and keys

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the page, with which the cards move; a list of its own scrolls by itself."""
        if self._beside is None:
            super().wheelEvent(event)
            return
        pixels = event.pixelDelta().y() or event.angleDelta().y() * 3 // 4
        self.scrolled.emit(-pixels)
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        annotation_id = self.id_at(index)
        if not annotation_id or event.button() != Qt.MouseButton.LeftButton:
            return
        if link := self._link_at(index, event.position()):
            self.link_followed.emit(annotation_id, link)
        elif event.position().y() >= self.visualRect(index).top() + self.gap(index.row()):
            self.chosen.emit(annotation_id)

    def _link_at(self, index: QModelIndex, place: QPointF) -> str:
        rect = self.visualRect(index)
        top = rect.top() + self.gap(index.row()) + TOP
        origin = QPointF(rect.left() + SIDE + INNER_LEFT, top)
        return self._delegate.link_at(index.row(), rect.width(), place - origin)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter edits, Delete removes; the arrows choose and let the page follow."""
        current = self.id_at(self.currentIndex())
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and current:
            self.edit_requested.emit(current)
        elif event.key() == Qt.Key.Key_Delete and current:
            self.remove_requested.emit(current)
        else:
            super().keyPressEvent(event)
            reached = self.id_at(self.currentIndex())
            if reached and reached != current:
                self.chosen.emit(reached)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 80)
