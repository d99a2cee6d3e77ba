"""The outline: the headings of the page, the one being read marked."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QGuiApplication, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from studyapp.addresses import address_of
from studyapp.gui import style
from studyapp.gui.asideclicks import ENTER, AsideClicks, wants_aside
from studyapp.gui.elided import ElidedLabel
from studyapp.gui.panels.base import Panel
from studyapp.gui.panels.rowmenu import offer
from studyapp.gui.states import StatePage
from studyapp.model import Location

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance
    from PySide6.QtWidgets import QWidget

    from studyapp.gui.context import Context
    from studyapp.gui.panels.rowmenu import Acts
    from studyapp.page import HeadingRef

ROW_HEIGHT = 28
INDENT = 14

Index = QModelIndex | QPersistentModelIndex


class Outline(Panel):
    """List of headings with a title above."""

    id = "outline"
    title = "Outline"
    icon = "panel-right"
    side: ClassVar[Literal["left", "right"]] = "right"
    shortcut = "Shift+F9"

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.model = HeadingList(self)
        self.list = HeadingView(context, self.model)
        self._title = ElidedLabel(self.tr("On this page"))
        self._title.setContentsMargins(6, 4, 8, 0)
        self._empty = StatePage(context.theme, beside=True)
        self._empty.show_state("list-tree", self.tr("This page has no headings"))
        self._empty.hide()  # as long as there is no page
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 12, 8, 0)
        layout.setSpacing(8)
        for part in (self._title, self._empty, self.list):
            layout.addWidget(part)
        layout.addStretch(0)
        self.setFocusProxy(self.list)
        self.list.opened.connect(lambda heading_id: self._ask(self.go_requested, heading_id))
        self.list.opened_aside.connect(lambda id_: self._ask(self.aside_requested, id_))
        offer(self.list, self._acts)
        self.apply_theme()

    def stops(self) -> list[QWidget]:
        """Return what Tab stops at, in order."""
        return [self.list]

    def follow_page(self) -> None:
        """List the headings of the page."""
        self.model.set_headings(_listed(self.page.headings if self.page else ()))
        is_empty = not self.model.headings
        self._empty.setVisible(is_empty)
        self.list.setVisible(not is_empty)

    def follow_place(self, heading_id: str) -> None:
        """Mark the heading under which the reader is, and keep it in view."""
        self.list.mark(heading_id)

    def apply_theme(self) -> None:
        """Take on the colors and the font in force."""
        self._title.setFont(style.interface_font(QFont.Weight.DemiBold))
        self._empty.apply_theme(self.context.theme)
        self.list.viewport().update()

    def _acts(self, index: QModelIndex) -> Acts:
        heading_id = self.model.headings[index.row()].id
        yield self.tr("Go There"), lambda: self._ask(self.go_requested, heading_id)
        yield self.tr("Copy Link to This Heading"), lambda: self._copy_link(heading_id)
        aside = self.tr("Open in Other Pane")
        yield aside, lambda: self._ask(self.aside_requested, heading_id)

    def _copy_link(self, heading_id: str) -> None:
        if self.section is not None:
            place = Location(self.section.id, heading_id)
            link = address_of(place, self.context.workspace.course.id)
            QGuiApplication.clipboard().setText(link)
            self.context.messages.post(self.tr("Link to this heading copied."), id="copied")

    def _ask(self, wish: SignalInstance, heading_id: str) -> None:
        if self.section is not None:
            wish.emit(Location(self.section.id, heading_id))


class HeadingList(QAbstractListModel):
    """The headings as rows."""

    def __init__(self, parent: Outline) -> None:
        super().__init__(parent)
        self.headings: tuple[HeadingRef, ...] = ()
        self._top = 1

    def set_headings(self, headings: tuple[HeadingRef, ...]) -> None:
        """Show other headings."""
        self.beginResetModel()
        self.headings = headings
        self._top = min((heading.level for heading in headings), default=1)
        self.endResetModel()

    def depth(self, index: Index) -> int:
        """Return how far a heading is set in."""
        return self.headings[index.row()].level - self._top

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.headings)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        title = self.headings[index.row()].title
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return title
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return self.tr("level {}").format(self.headings[index.row()].level)
        return None


class HeadingView(QListView):
    """The list.

    Signals: `opened(heading_id)` when a row is clicked or taken with Enter; `opened_aside` when
    that is done with Ctrl, or by the middle button.
    """

    opened = Signal(str)
    opened_aside = Signal(str)

    def __init__(self, context: Context, model: HeadingList) -> None:
        super().__init__()
        self.reading = ""
        """Id of the heading under which the reader is."""
        self._model = model
        self.setModel(model)
        self.setItemDelegate(HeadingDelegate(context, self, model))
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(self.tr("Outline of the page"))
        self.clicked.connect(self._open)
        self._aside = AsideClicks(self)
        self._aside.opened.connect(self._open_aside)

    def mark(self, heading_id: str) -> None:
        """Mark the heading that is being read, or none."""
        self.reading = heading_id
        ids = [heading.id for heading in self._model.headings]
        found = self._model.index(ids.index(heading_id)) if heading_id in ids else QModelIndex()
        self.setCurrentIndex(found)
        self.viewport().update()

    def _open(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(self._model.headings[index.row()].id)

    def _open_aside(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened_aside.emit(self._model.headings[index.row()].id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the marked row with Enter; every other key moves."""
        if event.key() in ENTER:
            act = self._open_aside if wants_aside(event) else self._open
            act(self.currentIndex())
        else:
            super().keyPressEvent(event)


class HeadingDelegate(QStyledItemDelegate):
    """Draws a heading, set in by its level."""

    def __init__(self, context: Context, view: HeadingView, model: HeadingList) -> None:
        super().__init__(view)
        self._context = context
        self._view = view
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - Qt's
        return QSize(0, max(ROW_HEIGHT, option.fontMetrics.height() + 10))

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Choose face, color and place: the style draws the rest."""
        super().initStyleOption(option, index)
        theme, model = self._context.theme, self._model
        is_read = model.headings[index.row()].id == self._view.reading
        if is_read:
            font = QFont(option.font)
            font.setWeight(QFont.Weight.DemiBold)
            option.font = font
            option.fontMetrics = QFontMetrics(font)
        ink = theme["panel_ink" if is_read or model.depth(index) == 0 else "panel_muted"]
        option.palette.setColor(QPalette.ColorRole.Text, ink)
        option.palette.setColor(QPalette.ColorRole.HighlightedText, theme["selected_ink"])

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw the row, with a bar before the heading that is being read."""
        shift = min(self._model.depth(index), 4) * INDENT + 4
        if option.direction == Qt.LayoutDirection.RightToLeft:
            option.rect.setRight(option.rect.right() - shift)
        else:
            option.rect.setLeft(option.rect.left() + shift)
        super().paint(painter, option, index)


def _listed(headings: tuple[HeadingRef, ...]) -> tuple[HeadingRef, ...]:
    """Return the headings without the page's own title, which is shown above it anyway."""
    tops = [heading for heading in headings if heading.level == 1]
    if len(tops) == 1 and headings[0] is tops[0]:
        return headings[1:]
    return headings
