"""How the contents tree looks and takes keys: rows, mark of the page on show, marks of reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QKeyEvent, QPainter, QPalette, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QTreeView,
)

from studyapp.gui.asideclicks import ENTER, AsideClicks, wants_aside
from studyapp.gui.panels.marker import ROOM, SIZE, draw_mark
from studyapp.gui.panels.tree import STATE_ROLE

if TYPE_CHECKING:
    from studyapp.gui.context import Context
    from studyapp.gui.panels.tree import Index, SectionTree

ROW_HEIGHT = 28
INDENT = 18


class ContentsTree(QTreeView):
    """The tree.

    Signals: `opened(section_id)` when a row is clicked or taken with Enter; `opened_aside` when
    that is done with Ctrl, or by the middle button.
    """

    opened = Signal(str)
    opened_aside = Signal(str)

    def __init__(self, context: Context, model: SectionTree) -> None:
        super().__init__()
        self.page_id = ""
        """Id of the section that is open."""
        self._model = model
        self.setModel(model)
        self.setItemDelegate(RowDelegate(context, self, model))
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(INDENT)
        self.setExpandsOnDoubleClick(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        # A row clicked half outside the view would jump away under the mouse
        self.setAutoScroll(False)
        self.setAccessibleName(self.tr("Contents"))
        self.clicked.connect(self._on_clicked)
        self._aside = AsideClicks(self)
        self._aside.opened.connect(lambda index: self.opened_aside.emit(model.section(index).id))

    def current_id(self) -> str:
        """Return the id of the row that is marked; empty when none is."""
        index = self.currentIndex()
        return self._model.section(index).id if index.isValid() else ""

    def _on_clicked(self, index: QModelIndex) -> None:
        if self._model.hasChildren(index):
            self.expand(index)
        self.opened.emit(self._model.section(index).id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the marked row with Enter; every other key moves."""
        if event.key() in ENTER and self.currentIndex().isValid():
            opened = self.opened_aside if wants_aside(event) else self.opened
            opened.emit(self.current_id())
            return
        before = self.currentIndex()
        super().keyPressEvent(event)
        if self.currentIndex() != before:
            self.scrollTo(self.currentIndex())


class RowDelegate(QStyledItemDelegate):
    """Draws a row: chapters and the page on show in a heavier face, its mark at the end."""

    def __init__(self, context: Context, tree: ContentsTree, model: SectionTree) -> None:
        super().__init__(tree)
        self._context = context
        self._tree = tree
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - Qt's
        return QSize(0, max(ROW_HEIGHT, option.fontMetrics.height() + 10))

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Choose face and color: the style draws the rest."""
        super().initStyleOption(option, index)
        model, theme = self._model, self._context.theme
        is_page = model.section(index).id == self._tree.page_id
        if is_page or (not index.parent().isValid() and model.hasChildren(index)):
            font = QFont(option.font)
            font.setWeight(QFont.Weight.DemiBold)
            option.font = font
            option.fontMetrics = QFontMetrics(font)
        ink = "panel_ink" if model.is_match(index) else "panel_muted"
        option.palette.setColor(QPalette.ColorRole.Text, theme[ink])
        option.palette.setColor(QPalette.ColorRole.HighlightedText, theme["selected_ink"])
        if index.data(STATE_ROLE):
            # Where rows run to the left, their end is on the left too
            is_left = option.direction == Qt.LayoutDirection.RightToLeft
            option.rect.adjust(ROOM if is_left else 0, 0, 0 if is_left else -ROOM, 0)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row, its mark, and the bar of the page on show or, slighter, beside it."""
        super().paint(painter, option, index)
        theme = self._context.theme
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        section_id = self._model.section(index).id
        if section_id == self._tree.page_id:
            painter.setBrush(theme["accent"])
            painter.drawRoundedRect(self._bar(option), 1.5, 1.5)
        elif section_id == self._model.beside:
            painter.setPen(QPen(theme["panel_muted"], 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self._bar(option).adjusted(0.5, 0.5, 0.5, -0.5), 1.5, 1.5)
            painter.setPen(Qt.PenStyle.NoPen)
        if mark := index.data(STATE_ROLE):
            is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
            draw_mark(painter, self._mark_box(option), mark, theme, selected=is_selected)
        painter.restore()

    def _bar(self, option: QStyleOptionViewItem) -> QRectF:
        inset = option.rect.height() / 4
        left = 0 if option.direction == Qt.LayoutDirection.LeftToRight else option.rect.right() - 2
        return QRectF(left, option.rect.top() + inset, 3, option.rect.height() - 2 * inset)

    def _mark_box(self, option: QStyleOptionViewItem) -> QRectF:
        is_left = option.direction == Qt.LayoutDirection.RightToLeft
        left = option.rect.left() + 4 if is_left else option.rect.right() - SIZE - 3
        return QRectF(left, option.rect.center().y() + 0.5 - SIZE / 2, SIZE, SIZE)

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Show the whole title of a row that had no room for it, and how far it was read."""
        self.initStyleOption(option, index)
        needed = option.fontMetrics.horizontalAdvance(option.text) + 8
        title = option.text if needed > option.rect.width() else ""
        told = self._model.told(index)
        text = "\n".join(part for part in (title, told[:1].upper() + told[1:]) if part)
        QToolTip.showText(event.globalPos(), text, view, option.rect)
        return True
