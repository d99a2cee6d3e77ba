"""Paints what stands under and around the words: boxes, bars, bullets, tables, pills and bands.

The view calls `under` before Qt draws the text. Everything is in document coordinates; the caller
moves the painter. Nothing here changes the document.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from studyapp.gui import icons

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QTextBlock, QTextTable

    from studyapp.gui.reader.geometry import Geometry
    from studyapp.gui.reader.pagemarks import PageMarks
    from studyapp.gui.reader.scenery import Box, Marker, Scenery
    from studyapp.gui.reader.typography import Typography


class Band(NamedTuple):
    """A stretch of document positions to be painted under the words."""

    start: int
    end: int
    color: QColor
    radius: float = 3.0
    edge: QColor | None = None


BOX_RADIUS = 9.0
LABELED = frozenset({"callout", "cards"})
"""Boxes that carry an icon beside the words of their first line."""


class Painter:
    """Draws one document's scenery with a theme."""

    def __init__(self, typography: Typography, geometry: Geometry, scenery: Scenery) -> None:
        self.typography = typography
        self.theme = typography.theme
        self.geometry = geometry
        self.scenery = scenery

    def under(
        self, painter: QPainter, clip: QRectF, bands: Sequence[Band], marks: PageMarks | None = None
    ) -> None:
        """Paint everything under the words that a stretch of the page shows."""
        blocks = list(self.geometry.visible(clip))
        if not blocks:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._scenery(painter, blocks)
        if marks is not None:
            marks.paint(painter, blocks, clip)
        self._bands(painter, bands, blocks)
        for block in blocks:
            marker = self.scenery.markers.get(block.blockNumber())
            if marker:
                self._marker(painter, block, marker)

    def _scenery(self, painter: QPainter, blocks: list[QTextBlock]) -> None:
        first, last = blocks[0].blockNumber(), blocks[-1].blockNumber()
        for box in self.scenery.boxes:
            if box.first <= last and box.last >= first:
                self._box(painter, box)
        for table in self.scenery.tables:
            if self._meets(table, blocks):
                self._table(painter, table)
        self._pills(painter, blocks[0].position(), blocks[-1].position() + blocks[-1].length())

    def _px(self, units: float) -> float:
        return self.typography.px(units)

    def _tone(self, role: str, alpha: float) -> QColor:
        color = QColor(self.theme[role])
        color.setAlphaF(alpha)
        return color

    def _edge(self, hue: str) -> QColor:
        """Return the color of a callout's edge: strong in a theme of strong lines."""
        strong = self.theme["code_border"] == self.theme["ink"]
        return self._tone(hue, 1.0 if strong else 0.3)

    # Boxes

    def box_rect(self, box: Box) -> QRectF:
        """Return the outer rectangle of a box."""
        top = self.geometry.top(box.first) - box.above
        bottom = self.geometry.bottom(max(box.last, box.first)) + box.below
        start, end = (box.right, box.left) if box.rtl else (box.left, box.right)
        left = self.geometry.gutter + start
        width = self.geometry.column - start - end
        return QRectF(left, round(top), width, round(bottom) - round(top))

    def _box(self, painter: QPainter, box: Box) -> None:
        rect = self.box_rect(box)
        match box.kind:
            case "quote":
                self._bar(painter, rect, box, "quote_bar", 3.5)
            case "answer":
                self._bar(painter, rect, box, "accent", 2.0)
            case "callout":
                strong = 0.13 if self.theme.dark else 0.075
                self._panel(painter, rect, self._tone(box.hue, strong), self._edge(box.hue))
            case "code":
                self._panel(painter, rect, self.theme["code_page"], self.theme["code_border"])
                self._label(painter, rect, box)
            case "cards" | "meta" | "nav":
                self._panel(painter, rect, self.theme["card_page"], self.theme["card_border"])
            case _:
                self._panel(painter, rect, QColor(0, 0, 0, 0), self.theme["faint"])
        if box.icon:
            self._icon(painter, rect, box)

    def _panel(self, painter: QPainter, rect: QRectF, fill: QColor, edge: QColor) -> None:
        painter.setBrush(fill)
        painter.setPen(QPen(edge, 1))
        painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), BOX_RADIUS, BOX_RADIUS)

    def _bar(self, painter: QPainter, rect: QRectF, box: Box, role: str, width: float) -> None:
        left = rect.right() - width if box.rtl else rect.left()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme[role])
        painter.drawRoundedRect(
            QRectF(left, rect.top(), width, rect.height()), width / 2, width / 2
        )

    def _icon(self, painter: QPainter, rect: QRectF, box: Box) -> None:
        size = self._px(1.06 if box.kind in LABELED else 0.95)
        line = self._first_line(box.first)
        middle = line.center().y()
        left = rect.right() - self._px(0.95) - size if box.rtl else rect.left() + self._px(0.95)
        self._stamp(
            painter, box.icon, QRectF(left, middle - size / 2, size, size), self.theme[box.hue]
        )
        if box.fold >= 0:
            chevron = (
                "chevron-down" if box.opened else ("chevron-left" if box.rtl else "chevron-right")
            )
            left = rect.left() + self._px(0.8) if box.rtl else rect.right() - self._px(0.8) - size
            self._stamp(
                painter, chevron, QRectF(left, middle - size / 2, size, size), self.theme[box.hue]
            )

    def _stamp(self, painter: QPainter, name: str, rect: QRectF, color: QColor) -> None:
        """Draw an icon sharply at whole pixels."""
        size, ratio = round(rect.width()), icons.ratio_of(painter)
        at = QPointF(round(rect.left()), round(rect.top()))
        painter.drawPixmap(at, icons.pixmap(name, color, size, ratio))

    def _first_line(self, number: int) -> QRectF:
        block = self.geometry.document.findBlockByNumber(number)
        rect = self.geometry.rect(block)
        line = block.layout().lineAt(0)
        if not line.isValid():
            return rect
        return QRectF(rect.left(), rect.top() + line.y(), rect.width(), line.height())

    def _label(self, painter: QPainter, rect: QRectF, box: Box) -> None:
        """Name the language in the corner, unless the first line of code reaches there."""
        if not box.label:
            return
        font = self.typography.font("caption")
        font.setPixelSize(round(self._px(0.62)))
        painter.setFont(font)
        width = painter.fontMetrics().horizontalAdvance(box.label)
        first = self.geometry.document.findBlockByNumber(box.first).layout().lineAt(0)
        taken = first.naturalTextWidth() if first.isValid() else 0.0
        if rect.width() - self._px(1.75) - taken < width + self._px(0.6):
            return
        area = rect.adjusted(0, self._px(0.42), -self._px(0.72), 0)
        painter.setPen(self.theme["muted"])
        painter.drawText(area, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, box.label)

    # Tables

    def _meets(self, table: QTextTable, blocks: list[QTextBlock]) -> bool:
        start, end = blocks[0].position(), blocks[-1].position() + blocks[-1].length()
        return table.firstPosition() < end and table.lastPosition() >= start

    def _table(self, painter: QPainter, table: QTextTable) -> None:
        grid = self.geometry.grid(table)
        frame = QRectF(grid.left, grid.top, grid.right - grid.left, grid.bottom - grid.top)
        rows = [*grid.rows, grid.bottom]
        outline = QPainterPath()
        outline.addRoundedRect(frame, 7, 7)
        painter.save()
        painter.setClipPath(outline, Qt.ClipOperation.IntersectClip)
        head = QRectF(frame.left(), frame.top(), frame.width(), rows[grid.headers] - frame.top())
        painter.fillRect(head, self.theme["table_header"])
        for number in range(grid.headers + 1, len(rows) - 1, 2):
            height = rows[number + 1] - rows[number]
            stripe = QRectF(frame.left(), rows[number], frame.width(), height)
            painter.fillRect(stripe, self.theme["table_stripe"])
        painter.restore()
        painter.save()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.theme["table_rule"], 1))
        for y, left, right in grid.lines:
            painter.drawLine(QPointF(left, round(y) + 0.5), QPointF(right, round(y) + 0.5))
        painter.drawPath(outline)
        painter.restore()

    # Words

    def _pills(self, painter: QPainter, start: int, end: int) -> None:
        marks = self.scenery.marks
        for place in range(max(bisect_left(marks, (start,)) - 1, 0), len(marks)):
            mark = marks[place]
            if mark.start >= end:
                return
            self._pill(painter, mark.kind, self.geometry.bands(mark.start, mark.end))

    def _pill(self, painter: QPainter, kind: str, rects: list[QRectF]) -> None:
        fills = {"mark": "mark", "code": "inline_code_page", "kbd": "kbd_page"}
        painter.setBrush(self.theme[fills[kind]])
        painter.setPen(QPen(self.theme["kbd_border"], 1) if kind == "kbd" else Qt.PenStyle.NoPen)
        for rect in rects:
            if kind == "kbd":
                painter.drawRoundedRect(rect.adjusted(0.5, 1.5, -0.5, 0.5), 4, 4)
                painter.drawLine(
                    QPointF(rect.left() + 3, rect.bottom() + 1.5),
                    QPointF(rect.right() - 3, rect.bottom() + 1.5),
                )
            else:
                painter.drawRoundedRect(
                    rect.adjusted(-1, 0, 1, 0) if kind == "mark" else rect, 4, 4
                )

    def _bands(self, painter: QPainter, bands: Sequence[Band], blocks: list[QTextBlock]) -> None:
        start, end = blocks[0].position(), blocks[-1].position() + blocks[-1].length()
        for band in bands:
            if band.start < end and band.end > start:
                painter.setPen(QPen(band.edge, 1) if band.edge else QPen(Qt.PenStyle.NoPen))
                painter.setBrush(band.color)
                for rect in self.geometry.bands(max(band.start, start), min(band.end, end)):
                    painter.drawRoundedRect(rect.adjusted(-1, 0, 1, 0), band.radius, band.radius)

    # Bullets, numbers, tasks, rules

    def _marker(self, painter: QPainter, block: QTextBlock, marker: Marker) -> None:
        rect = self.geometry.rect(block)
        line = block.layout().lineAt(0)
        if not line.isValid():
            return
        baseline = rect.top() + line.y() + line.ascent()
        column = self.geometry.column
        edge = self.geometry.gutter + (column - marker.edge if marker.rtl else marker.edge)
        size = block.charFormat().font().pixelSize() or round(self._px(1))
        match marker.kind:
            case "bullet":
                self._bullet(painter, marker, edge, baseline, size)
            case "number":
                self._number(painter, block, marker, edge, baseline)
            case "task":
                self._task(painter, marker, edge, baseline, size)
            case _:
                self._rule(painter, marker, rect)

    def _bullet(
        self, painter: QPainter, marker: Marker, edge: float, baseline: float, size: float
    ) -> None:
        side = -1 if marker.rtl else 1
        center = QPointF(edge - side * size * 0.78, baseline - size * 0.27)
        painter.setPen(QPen(self.theme["muted"], 1.2) if marker.level else Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush if marker.level else self.theme["muted"])
        radius = size * (0.135 if marker.level else 0.15)
        if marker.level < 2:
            painter.drawEllipse(center, radius, radius)
        else:
            painter.drawRect(
                QRectF(center.x() - radius, center.y() - radius, 2 * radius, 2 * radius)
            )

    def _number(
        self, painter: QPainter, block: QTextBlock, marker: Marker, edge: float, baseline: float
    ) -> None:
        font = block.charFormat().font()
        painter.setFont(font)
        painter.setPen(self.theme["muted"])
        width = painter.fontMetrics().horizontalAdvance(marker.text)
        gap = self._px(0.45)
        painter.drawText(
            QPointF(edge + gap if marker.rtl else edge - gap - width, baseline), marker.text
        )

    def _task(
        self, painter: QPainter, marker: Marker, edge: float, baseline: float, size: float
    ) -> None:
        side = size * 0.86
        left = edge + self._px(0.45) if marker.rtl else edge - self._px(0.5) - side
        box = QRectF(
            round(left) + 0.5, round(baseline - size * 0.72) + 0.5, round(side), round(side)
        )
        painter.setPen(QPen(self.theme["accent" if marker.checked else "muted"], 1.3))
        painter.setBrush(self.theme["accent"] if marker.checked else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 3.5, 3.5)
        if marker.checked:
            self._stamp(
                painter, "check", box.adjusted(1.5, 1.5, -1.5, -1.5), self.theme["on_accent"]
            )

    def _rule(self, painter: QPainter, marker: Marker, rect: QRectF) -> None:
        middle = rect.center().y()
        center = self.geometry.gutter + self.geometry.column / 2
        if marker.kind == "line":
            painter.setPen(QPen(self.theme["table_rule"], 1))
            start = self.geometry.gutter + marker.edge
            painter.drawLine(QPointF(start, middle), QPointF(start + self._px(6), middle))
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme["muted"])
        for step in (-1, 0, 1):
            painter.drawEllipse(QPointF(center + step * self._px(1.1), middle), 2.0, 2.0)
