"""The quick switcher: a box over the window that leads to any section or heading by its title.

`Seeking` opens it. Titles are found on the job lane, slips forgiven; without letters it shows the
sections that were open last. Headings come from the index, once there is one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPointF, QRectF, QSize, Qt, Signal
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

from studyapp.gui.finding.results import crumbs
from studyapp.model import Location

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from PySide6.QtCore import QPersistentModelIndex
    from PySide6.QtGui import QMouseEvent

    from studyapp.gui.context import Context
    from studyapp.gui.jobs import Tick
    from studyapp.workspace import Workspace

WIDTH, HEIGHT = 560, 420
ROW = 46
MOST = 30
MOST_HEADINGS = 12
TARGET = Qt.ItemDataRole.UserRole
WALK = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 6,
    Qt.Key.Key_PageUp: -6,
}


class Target(NamedTuple):
    """A place to go to."""

    title: str
    trail: tuple[str, ...]
    """Titles of what it stands in."""
    section: str
    heading: str = ""
    """Id of the heading."""
    marks: tuple[tuple[int, int], ...] = ()


class Switcher(QDialog):
    """Field and list. Signal: `go_requested(Location)`."""

    go_requested = Signal(object)

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Go to a section"))
        self._context = context
        self._number = 0
        self._room = HEIGHT
        self.field = QLineEdit(placeholderText=self.tr("Go to a section or heading"))
        self.field.setAccessibleName(self.tr("Title of a section or heading"))
        self.list = QListWidget()
        self.list.setItemDelegate(TargetDelegate(context, self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Sections and headings"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.said = QLabel()
        self.said.setProperty("muted", True)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 8)
        column.setSpacing(8)
        for widget in (self.field, self.list, self.said):
            column.addWidget(widget)
        self.field.textChanged.connect(self._look)
        self.field.installEventFilter(self)
        self.list.itemClicked.connect(self._go)
        self._look("")

    def open_over(self, window: QWidget) -> None:
        """Show it in the upper middle of the window."""
        width = min(WIDTH, window.width() - 40)
        self.setFixedWidth(width)
        self._room = max(min(HEIGHT, window.height() - 220), ROW)
        self._fit(self.list.count())
        corner = window.mapToGlobal(window.rect().topLeft())
        self.move(corner.x() + (window.width() - width) // 2, corner.y() + 64)
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def targets(self) -> list[Target]:
        """Return what is listed."""
        rows = range(self.list.count())
        return [self.list.item(row).data(TARGET) for row in rows]

    def _look(self, text: str) -> None:
        self._number += 1
        number, workspace = self._number, self._context.workspace
        if not text.strip():
            self._show(list(self._recent()))
            return
        self._context.jobs.run(
            lambda tick: _targets(workspace, text, tick),
            done=lambda found: self._show(found) if number == self._number else None,
            failed=self._context.messages.error,
            key="switch",
            first=True,
        )

    def _recent(self) -> Iterator[Target]:
        course = self._context.workspace.course
        recent = self._context.memory.course(course.id).recent
        # The first one is on show
        for section_id in recent[1:] or [section.id for section in course.order[:MOST]]:
            if section_id in course.by_id:
                *above, own = (section.title for section in course.trail(section_id))
                yield Target(own, tuple(above), section_id)

    def _show(self, targets: Sequence[Target]) -> None:
        self.list.clear()
        for target in targets:
            item = QListWidgetItem(target.title)
            item.setData(TARGET, target)
            told = f"{target.title}. {crumbs(target.trail)}" if target.trail else target.title
            item.setData(Qt.ItemDataRole.AccessibleTextRole, told)
            self.list.addItem(item)
        self.list.setCurrentRow(0 if targets else -1)
        nothing = self.tr("No title like this") if self.field.text().strip() else ""
        hint = self.tr("Enter goes there, Esc closes")
        self.said.setText(hint if targets else nothing)
        self._fit(len(targets))

    def _fit(self, rows: int) -> None:
        """Be as high as the list, within the room there is."""
        high = self.list.sizeHintForRow(0) if rows else 0
        self.list.setFixedHeight(min(rows * high + 4, self._room))
        self.adjustSize()

    def _go(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            target: Target = item.data(TARGET)
            self.close()
            self.go_requested.emit(Location(target.section, target.heading))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows walk through the list while one types."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            key = Qt.Key(event.key())
            if key in WALK:
                row = self.list.currentRow() + WALK[key]
                self.list.setCurrentRow(max(0, min(row, self.list.count() - 1)))
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._go(self.list.currentItem())
                return True
        return super().eventFilter(watched, event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Close at a click beside it."""
        if not self.rect().contains(event.position().toPoint()):
            self.close()
        super().mousePressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a line around: a popup has no frame of the desktop's."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setPen(self._context.theme["input_border"])
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


def _targets(workspace: Workspace, text: str, tick: Tick) -> list[Target]:
    """Return sections, then headings, whose titles hold the words; called on the job lane."""
    search = workspace.search
    found = [
        Target(hit.trail[-1], hit.trail[:-1], hit.section, marks=hit.marks)
        for hit in search.titles(text, MOST)
    ]
    tick(0, 0)
    words = [word for word in text.split() if word.isalnum()]
    if search.is_built() and words:
        query = " ".join(f"heading:{word}" for word in words)
        results = search.search(query, kinds={"text"}, limit=MOST_HEADINGS)
        found += [
            Target(hit.heading, tuple(one.title for one in trail), hit.section, hit.heading_id)
            for hit in results.hits
            if hit.heading != hit.title
            and (trail := workspace.course.trail(hit.section))
            and hit.section in workspace.course.by_id
        ]
    return found


class TargetDelegate(QStyledItemDelegate):
    """Draws a title with its marked letters, and below it what it stands in."""

    def __init__(self, context: Context, view: QListWidget) -> None:
        super().__init__(view)
        self._context = context

    def sizeHint(
        self,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,  # noqa: ARG002 - Qt's signature
    ) -> QSize:
        return QSize(0, max(ROW, 2 * option.fontMetrics.height() + 14))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """Draw a row."""
        target: Target = index.data(TARGET)
        look = option.widget.style() if option.widget else None
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if look is not None:
            look.drawPrimitive(
                QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget
            )
        area = QRectF(option.rect).adjusted(10, 6, -10, -6)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        ink = self._context.theme["selected_ink" if selected else "panel_ink"]
        self._title(painter, area, option, target, ink)
        small = QFont(option.font)
        small.setPixelSize(max(round(option.font.pixelSize() * 0.88), 11))
        metrics = QFontMetrics(small)
        painter.setFont(small)
        painter.setPen(ink if selected else self._context.theme["panel_muted"])
        trail = crumbs(target.trail) or self.tr("Chapter")
        shown = metrics.elidedText(trail, Qt.TextElideMode.ElideMiddle, int(area.width()))
        painter.drawText(QPointF(area.left(), area.bottom() - metrics.descent()), shown)
        painter.restore()

    def _title(
        self,
        painter: QPainter,
        area: QRectF,
        option: QStyleOptionViewItem,
        target: Target,
        ink: QColor,
    ) -> None:
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold if not target.heading else QFont.Weight.Normal)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        shown = metrics.elidedText(target.title, Qt.TextElideMode.ElideRight, int(area.width()))
        top = area.top()
        base = QPointF(area.left(), top + metrics.ascent())
        painter.setPen(ink)
        painter.drawText(base, shown)
        theme = self._context.theme
        for start, end in target.marks:
            left = area.left() + metrics.horizontalAdvance(target.title[:start])
            right = area.left() + metrics.horizontalAdvance(target.title[:end])
            if right <= area.right():
                band = QRectF(left - 1, top, right - left + 2, metrics.height())
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme["search_hit"])
                painter.drawRoundedRect(band, 3, 3)
                painter.setPen(theme["ink"])
                painter.drawText(QPointF(left, base.y()), target.title[start:end])
