"""Draws the rows of the hub: a card each, of one of few heights, to lay out thousands at once.

How many lines a card has is told by the length of its words; what does not fit ends with an
ellipsis. Nothing of a card that is not on the screen is measured.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate

from studyapp.gui import fonts, style
from studyapp.gui.hub.wording import kind_title
from studyapp.gui.language import grouped
from studyapp.gui.noting.carddelegate import wrapped
from studyapp.gui.noting.cards import badge, meta_line
from studyapp.gui.noting.plain import plain_note

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

    from studyapp.gui.context import Context
    from studyapp.gui.hub.entries import Entry
    from studyapp.gui.hub.filtering import Header
    from studyapp.gui.hub.model import HubModel
    from studyapp.gui.noting.cards import Index
    from studyapp.model import Annotation

SIDE = 2
TOP, BOTTOM = 9, 8
LEFT, RIGHT = 17, 10
BAR = 4
BETWEEN = 3
GAP = 6
"""Between two cards."""
HEADER = 32
"""Height of a header."""
RADIUS = 8.0
MOST_LINES = 2
FEW = 2000
"""So many texts are measured where their length leaves a doubt; of more, the length decides."""
SAMPLE = "the passages that a reader marks, and what one thinks of them"
SHOWN = 300
"""Characters of quote and note that can be seen in any case."""


class CardRows(QStyledItemDelegate):
    """Measures and draws rows of a `HubModel`."""

    def __init__(self, context: Context, model: HubModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._model = model
        self._quote = fonts.font(fonts.TEXT, 14)
        self._note = fonts.font(fonts.UI, 13)
        self._small = fonts.font(fonts.UI, 11.5)
        self._head = style.interface_font(QFont.Weight.DemiBold)

    def heights(self, rows: Sequence[Entry], width: int) -> list[int]:
        """Return the height of each card in a list of this width."""
        inner = _inner(width)
        table = [[self._height(q, n) for n in range(MOST_LINES + 1)] for q in range(MOST_LINES + 1)]
        if len(rows) <= FEW:
            pairs = ((_quoted(one), plain_note(one.note)) for one in map(_annotation, rows))
            return [
                table[self._lines(quote, self._quote, inner)][self._lines(note, self._note, inner)]
                for quote, note in pairs
            ]
        quote, note = _capacity(self._quote, inner), _capacity(self._note, inner)
        return [
            table[(q > 0) + (q > quote)][(n > 0) + (n > note)]
            for row in rows
            for q, n in (row.lengths,)
        ]

    def _lines(self, text: str, font: QFont, inner: int) -> int:
        """Return the lines that a text is given; measured where there are few of them."""
        size, capacity = len(text), _capacity(font, inner)
        is_near = 0.75 * capacity < size < 1.3 * capacity
        if is_near and len(self._model.rows) <= FEW:
            return 1 + (QFontMetricsF(font).horizontalAdvance(" ".join(text.split())) > inner)
        return (size > 0) + (size > capacity)

    def _height(self, quote: int, note: int) -> int:
        words = quote * _pitch(self._quote) + note * _pitch(self._note)
        between = BETWEEN * (bool(quote) + bool(note))
        return round(TOP + words + between + _pitch(self._small) + BOTTOM)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = self._model.rows[index.row()]
        rect = QRectF(option.rect).adjusted(SIDE, 0, -SIDE, 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, rect.adjusted(0.5, 0.5, -0.5, -0.5), option)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._hue(row.card.annotation))
        bar = QRectF(rect.left() + 7, rect.top() + TOP, BAR, rect.height() - TOP - BOTTOM)
        painter.drawRoundedRect(bar, BAR / 2, BAR / 2)
        self._words(painter, rect, row, _inner(option.rect.width()))
        painter.restore()

    def _ground(self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem) -> None:
        theme, state = self._context.theme, option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        edge = "accent" if chosen else "input_border" if hovered else "card_border"
        painter.setPen(QPen(theme["focus" if focused else edge], 1.8 if chosen or focused else 1.0))
        painter.setBrush(theme["card_page"])
        painter.drawRoundedRect(rect, RADIUS, RADIUS)
        if chosen:
            tint = QColor(theme["accent"])
            tint.setAlphaF(0.08)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tint)
            painter.drawRoundedRect(rect, RADIUS, RADIUS)

    def _hue(self, annotation: Annotation) -> QColor:
        theme, role = self._context.theme, f"line_{annotation.color}"
        return theme[role] if role in theme.colors else theme["faint"]

    def _words(self, painter: QPainter, rect: QRectF, row: Entry, inner: int) -> None:
        theme, one = self._context.theme, row.card.annotation
        place = QPointF(rect.left() + LEFT, rect.top() + TOP)
        for text, font, role in (
            (_quoted(one), self._quote, "ink"),
            (plain_note(one.note), self._note, "panel_ink"),
        ):
            lines = self._lines(text, font, inner)
            if lines:
                painter.setPen(theme[role])
                shown = " ".join(text[:SHOWN].split())
                for line in wrapped(shown, font, inner, lines):
                    place = _line(painter, place, line, font)
                # A text that turned out shorter than its length promised leaves its line free
                place.setY(place.y() + BETWEEN)
        self._meta(painter, rect, row)

    def _meta(self, painter: QPainter, rect: QRectF, row: Entry) -> None:
        theme = self._context.theme
        metrics = QFontMetricsF(self._small)
        place = QPointF(rect.left() + LEFT, rect.bottom() - BOTTOM - _pitch(self._small))
        room = rect.right() - RIGHT - place.x()
        warning = metrics.elidedText(badge(row.card), Qt.TextElideMode.ElideRight, room)
        if warning:
            painter.setPen(theme["callout_warning"])
            _line(painter, place, warning, self._small)
            place.setX(place.x() + metrics.horizontalAdvance(warning + "   "))
        painter.setPen(theme["panel_muted"])
        room = rect.right() - RIGHT - place.x()
        said = kind_title(row.card.annotation.kind), meta_line(row.card)
        text = "  ".join(part for part in said if part)
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        _line(painter, place, text, self._small)

    def paint_header(self, painter: QPainter, rect: QRectF, header: Header) -> None:
        """Draw a header on the ground of the panel."""
        theme = self._context.theme
        painter.fillRect(rect, theme["panel"])
        small = QFontMetricsF(self._small)
        inner = rect.adjusted(SIDE + 4, 4, -SIDE - 4, 0)
        of = small.elidedText(header.of, Qt.TextElideMode.ElideRight, inner.width() * 0.4)
        count = "  ".join(part for part in (of, grouped(header.count)) if part)
        room = inner.width() - small.horizontalAdvance(count) - 10
        metrics = QFontMetricsF(self._head)
        title = metrics.elidedText(header.title, Qt.TextElideMode.ElideRight, room)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(self._head)
        painter.setPen(theme["panel_ink"])
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignLeft, title)
        painter.setFont(self._small)
        painter.setPen(theme["panel_muted"])
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignRight, count)


def _annotation(row: Entry) -> Annotation:
    return row.card.annotation


def _quoted(annotation: Annotation) -> str:
    return annotation.anchor.quote if annotation.anchor else ""


def _inner(width: int) -> int:
    return max(40, width - 2 * SIDE - LEFT - RIGHT)


def _pitch(font: QFont) -> int:
    return round(QFontMetricsF(font).height() * 1.12)


def _capacity(font: QFont, width: int) -> int:
    """Return how many characters of usual text find room in a line."""
    each = QFontMetricsF(font).horizontalAdvance(SAMPLE) / len(SAMPLE)
    return max(1, int(width / each))


def _line(painter: QPainter, place: QPointF, text: str, font: QFont) -> QPointF:
    """Draw a line whose top left is at a place; return where the next one begins."""
    metrics = QFontMetricsF(font)
    pitch = _pitch(font)
    painter.setFont(font)
    painter.drawText(
        QPointF(place.x(), place.y() + (pitch - metrics.height()) / 2 + metrics.ascent()), text
    )
    return QPointF(place.x(), place.y() + pitch)
