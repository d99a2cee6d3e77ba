"""How a row of results looks: a section with breadcrumb and count, or a hit with its words.

`resultlist` sets it to work. A hit has the words around it with those found marked, a line on where
and what it is, and a quiet word on why it was found.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from studyapp.gui import icons
from studyapp.gui.finding.results import crumbs
from studyapp.gui.finding.snippet import Snippet

if TYPE_CHECKING:
    from PySide6.QtGui import QColor
    from PySide6.QtWidgets import QListView

    from studyapp.gui.context import Context
    from studyapp.gui.finding.results import Index, ResultRows
    from studyapp.search.hits import Group, Hit

SIDE, TOP = 6, 6
ICON = 14
SMALL = 0.88
KIND_ICONS = {"notes": "message-square", "cards": "clipboard-list"}


class ResultDelegate(QStyledItemDelegate):
    """Draws the rows; keeps how their words are set as long as rows and width are the same."""

    def __init__(self, context: Context, view: QListView, rows: ResultRows) -> None:
        super().__init__(view)
        self._context = context
        self._view = view
        self._rows = rows
        self._set: dict[tuple[str, object], Snippet] = {}

    def forget(self) -> None:
        """Set all words anew: the width or the look is another."""
        self._set.clear()

    def keep_shown(self) -> None:
        """Keep only the words of the rows that there are now."""
        shown = [(row.hit.snippet, row.hit.marks) for row in self._rows.rows if row.hit]
        self._set = {key: self._set[key] for key in shown if key in self._set}

    # Sizes

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = self._rows.row(index)
        line = option.fontMetrics.height()
        if row.hit:
            words = self._words(row.hit, option.font)
            height = words.height + 2 * TOP
            height += self._small(option.font)[1].height() + 2 if self._top_line(row.hit) else 0
        elif row.group:
            height = line + 14 + (self._small(option.font)[1].height() if _crumb(row.group) else 0)
        else:
            height = line + 2 * TOP + 6
        return QSize(0, height)

    def _width(self) -> int:
        return max(self._view.viewport().width() - 2 * SIDE - 4, 60)

    def _small(self, font: QFont) -> tuple[QFont, QFontMetrics]:
        small = QFont(font)
        small.setPixelSize(max(round(font.pixelSize() * SMALL), 11))
        return small, QFontMetrics(small)

    def _words(self, hit: Hit, font: QFont) -> Snippet:
        key = (hit.snippet, hit.marks)
        if key not in self._set:
            self._set[key] = Snippet(hit, font, self._width(), self._context.theme)
        return self._set[key]

    # Painting

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row."""
        row = self._rows.row(index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not row.group:
            self._ground(painter, option)
        area = option.rect.adjusted(SIDE, 0, -SIDE, 0)
        if row.hit:
            self._hit(painter, option, area, row.hit)
        elif row.group:
            self._group(painter, option, area, row.group)
        else:
            painter.setPen(self._context.theme["link"])
            words = self._rows.told(row)
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        look = option.widget.style() if option.widget else None
        if look is not None:
            look.drawPrimitive(
                QStyle.PrimitiveElement.PE_PanelItemViewItem, option, painter, option.widget
            )
        focused = option.state & QStyle.StateFlag.State_HasFocus
        if focused and look is not None:
            look.drawPrimitive(
                QStyle.PrimitiveElement.PE_FrameFocusRect, option, painter, option.widget
            )

    def _group(
        self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, group: Group
    ) -> None:
        theme = self._context.theme
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        small, small_metrics = self._small(option.font)
        metrics = QFontMetrics(font)
        top = area.top() + 9
        if crumb := _crumb(group):
            painter.setFont(small)
            painter.setPen(theme["panel_muted"])
            shown = small_metrics.elidedText(crumb, Qt.TextElideMode.ElideMiddle, area.width())
            painter.drawText(QPointF(area.left(), top + small_metrics.ascent()), shown)
            top += small_metrics.height()
        room = area.width()
        if group.count > 1:
            painter.setFont(small)
            corner = QPointF(area.right(), top + 1)
            room -= round(self._pill(painter, corner, str(group.count))) + 8
        painter.setFont(font)
        painter.setPen(theme["panel_ink"])
        title = group.trail[-1] if group.trail else self.tr("Notes without a page")
        shown = metrics.elidedText(title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QPointF(area.left(), top + metrics.ascent()), shown)

    def _pill(self, painter: QPainter, corner: QPointF, words: str) -> float:
        """Draw a count with its top right there; return how wide it is."""
        theme, metrics = self._context.theme, painter.fontMetrics()
        width = metrics.horizontalAdvance(words) + 12
        pill = QRectF(corner.x() - width, corner.y(), width, metrics.height() + 1)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme["hover"])
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        painter.setPen(theme["panel_muted"])
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, words)
        return width

    def _hit(self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, hit: Hit) -> None:
        top: float = area.top() + TOP
        if self._top_line(hit):
            top = self._draw_top_line(painter, option, area, hit)
        painter.setPen(self._ink(option, "panel_ink"))
        self._words(hit, option.font).paint(painter, QPointF(area.left(), top))

    def _draw_top_line(
        self, painter: QPainter, option: QStyleOptionViewItem, area: QRect, hit: Hit
    ) -> float:
        """Draw kind, heading and why; return where the words begin below."""
        ink, rows = self._ink(option, "panel_muted"), self._rows
        font, metrics = self._small(option.font)
        top, left = area.top() + TOP, area.left()
        painter.setFont(font)
        painter.setPen(ink)
        why = rows.why(hit)
        width = metrics.horizontalAdvance(why)
        base = top + metrics.ascent()
        painter.drawText(QPointF(area.right() - width, base), why)
        if name := KIND_ICONS.get(hit.kind):
            ratio = icons.ratio_of(painter)
            picture = icons.pixmap(name, ink, ICON, ratio)
            painter.drawPixmap(QPointF(left, top + (metrics.height() - ICON) / 2), picture)
            left += ICON + 5
        heading = hit.heading if hit.heading != hit.title else ""
        heading = heading or rows.kind_word(hit).capitalize()
        room = area.right() - width - 8 - left
        shown = metrics.elidedText(heading, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QPointF(left, base), shown)
        return top + metrics.height() + 2

    def _ink(self, option: QStyleOptionViewItem, role: str) -> QColor:
        selected = option.state & QStyle.StateFlag.State_Selected
        return self._context.theme["selected_ink" if selected else role]

    def _top_line(self, hit: Hit) -> bool:
        has_heading = bool(hit.heading) and hit.heading != hit.title
        return has_heading or hit.kind in KIND_ICONS or bool(self._rows.why(hit))

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: Index,
    ) -> bool:
        """Show the whole breadcrumb of a section, the whole snippet of a hit."""
        row = self._rows.row(index)
        words = row.hit.snippet if row.hit else crumbs(row.group.trail) if row.group else ""
        QToolTip.showText(event.globalPos(), _wrapped(words), view, option.rect)
        return True


def _crumb(group: Group) -> str:
    return crumbs(group.trail[:-1])


def _wrapped(words: str) -> str:
    """Return words as Qt breaks them into lines: rich text, with nothing in them taken for it."""
    safe = words.replace("&", "&amp;").replace("<", "&lt;")
    return f"<qt>{safe}</qt>" if words else ""
