"""Draws the cards of notes: color, quote, the note itself, when and with which tags.

Heights are worked out once for each card and width, so that thousands of cards cost no more than
those on the screen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Protocol, runtime_checkable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate

from studyapp.gui import fonts
from studyapp.gui.noting.cards import SHOWN_QUOTE, badge, meta_line
from studyapp.gui.reader.positions import code_points

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionViewItem

    from studyapp.gui.context import Context
    from studyapp.gui.noting.cards import CardModel, Index
    from studyapp.gui.noting.rendering import NoteDocuments
    from studyapp.placing import Placed

SIDE, TOP, BOTTOM = 6, 11, 10
"""Room outside a card at both sides; inside it above and below the words."""
INNER_LEFT, INNER_RIGHT = 18, 12
BAR = 4
BETWEEN = 5
"""Room between quote, note and small print."""
RADIUS = 9.0
QUOTE_LINES = 3
TALLEST_NOTE = 320
"""Pixels of a note that a card shows; the rest is read in its editor or the preview."""


class _Parts(NamedTuple):
    """How high the parts of a card are, in pixels; 0 for one that is not there."""

    quote: float
    note: float
    meta: float

    @property
    def height(self) -> float:
        parts = [part for part in self if part]
        return TOP + BOTTOM + sum(parts) + BETWEEN * max(0, len(parts) - 1)


@runtime_checkable
class Rowed(Protocol):
    """A list that has its own say on the height of rows: it leaves room above them."""

    def row_height(self, row: int) -> int: ...
    def gap(self, row: int) -> int: ...


class CardDelegate(QStyledItemDelegate):
    """Draws rows of a `CardModel`."""

    def __init__(self, context: Context, model: CardModel, documents: NoteDocuments) -> None:
        super().__init__(model)
        self._context = context
        self._model = model
        self._documents = documents
        self._heights: dict[tuple[object, ...], _Parts] = {}
        self._quote = fonts.font(fonts.TEXT, 14)
        self._small = fonts.font(fonts.UI, 11.5)
        documents.compiled.connect(self._heights.clear)

    def card_height(self, row: int, width: int) -> int:
        """Return the height of a card in a list of this width, without the room above it."""
        return round(self._parts(self._model.cards[row], width).height)

    def link_at(self, row: int, width: int, place: QPointF) -> str:
        """Return the link under a point, which counts from the first word of the card."""
        card = self._model.cards[row]
        parts, note = self._parts(card, width), card.annotation.note
        y = place.y() - (parts.quote + BETWEEN if parts.quote else 0)
        if not parts.note or not 0 <= y < parts.note:
            return ""
        document = self._documents.document(note, card.section, _inner_width(width))
        return document.link_at(QPointF(place.x(), y))

    def forget(self) -> None:
        """Work heights out anew."""
        self._heights.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = option.widget
        if isinstance(view, Rowed):
            return QSize(1, view.row_height(index.row()))
        return QSize(1, self.card_height(index.row(), option.rect.width()))

    def _parts(self, card: Placed, width: int) -> _Parts:
        one = card.annotation
        key = (one.id, one.modified, one.note, card.state, width)
        if key not in self._heights:
            inner = _inner_width(width)
            quote = len(self._lines(card, inner)) * self._pitch(self._quote)
            note = 0.0
            if one.note.strip():
                document = self._documents.document(one.note, card.section, inner)
                note = min(document.height, TALLEST_NOTE)
            self._heights[key] = _Parts(quote, note, self._pitch(self._small))
        return self._heights[key]

    @staticmethod
    def _pitch(font: QFont) -> float:
        return round(QFontMetricsF(font).height() * 1.12)

    def _lines(self, card: Placed, width: int) -> list[str]:
        """Return a quote in lines of a width, the last one cut short if there is more."""
        anchor = card.annotation.anchor
        if anchor is None:
            return []
        quote = " ".join(anchor.quote[:SHOWN_QUOTE].split())
        return wrapped(quote, self._quote, width, QUOTE_LINES)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        card = self._model.cards[index.row()]
        rect = QRectF(option.rect)
        if isinstance(view := option.widget, Rowed):
            rect.setTop(rect.top() + view.gap(index.row()))
        rect.adjust(SIDE, 0, -SIDE, 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, rect.adjusted(0.5, 0.5, -0.5, -0.5), option)
        self._bar(painter, rect, card)
        self._words(painter, rect, card, option.rect.width())
        painter.restore()

    def _ground(self, painter: QPainter, rect: QRectF, option: QStyleOptionViewItem) -> None:
        theme, state = self._context.theme, option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        edge = theme["accent"] if chosen else theme["input_border" if hovered else "card_border"]
        painter.setPen(QPen(edge, 1.6 if chosen else 1.0))
        painter.setBrush(theme["card_page"])
        painter.drawRoundedRect(rect, RADIUS, RADIUS)

    def _bar(self, painter: QPainter, rect: QRectF, card: Placed) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._hue(card))
        bar = QRectF(rect.left() + 7, rect.top() + TOP, BAR, rect.height() - TOP - BOTTOM)
        painter.drawRoundedRect(bar, BAR / 2, BAR / 2)

    def _hue(self, card: Placed) -> QColor:
        role = f"line_{card.annotation.color}"
        theme = self._context.theme
        return theme[role] if role in theme.colors else theme["faint"]

    def _words(self, painter: QPainter, rect: QRectF, card: Placed, width: int) -> None:
        theme, parts, inner = self._context.theme, self._parts(card, width), _inner_width(width)
        left, y = rect.left() + INNER_LEFT, rect.top() + TOP
        if parts.quote:
            painter.setFont(self._quote)
            painter.setPen(theme["ink"])
            for line in self._lines(card, inner):
                y = self._line(painter, left, y, line, self._quote)
            y += BETWEEN
        if parts.note:
            clip = QRectF(left, y, inner, parts.note)
            document = self._documents.document(card.annotation.note, card.section, inner)
            document.paint(painter, clip.topLeft(), clip)
            y += parts.note + BETWEEN
        painter.setFont(self._small)
        metrics, end = QFontMetricsF(self._small), rect.right() - INNER_RIGHT
        if warning := metrics.elidedText(badge(card), Qt.TextElideMode.ElideRight, end - left):
            painter.setPen(theme["callout_warning"])
            self._line(painter, left, y, warning, self._small)
            left += metrics.horizontalAdvance(warning + "   ")
        painter.setPen(theme["panel_muted"])
        meta = metrics.elidedText(meta_line(card), Qt.TextElideMode.ElideRight, end - left)
        self._line(painter, left, y, meta, self._small)

    def _line(self, painter: QPainter, x: float, y: float, text: str, font: QFont) -> float:
        """Draw a line whose top is at y; return where the next one begins."""
        metrics = QFontMetricsF(font)
        pitch = self._pitch(font)
        baseline = y + (pitch - metrics.height()) / 2 + metrics.ascent()
        painter.drawText(QPointF(x, baseline), text)
        return y + pitch


def _inner_width(width: int) -> int:
    return max(40, width - 2 * SIDE - INNER_LEFT - INNER_RIGHT)


def wrapped(text: str, font: QFont, width: float, most: int) -> list[str]:
    """Return a text in at most so many lines of a width; the last ends with an ellipsis if cut."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    spans: list[tuple[int, int]] = []
    while len(spans) < most and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        spans.append((line.textStart(), line.textLength()))
    layout.endLayout()
    places = [(code_points(text, a), code_points(text, a + n)) for a, n in spans]
    lines = [text[start:end].rstrip() for start, end in places]
    if places and places[-1][1] < len(text):
        rest = text[places[-1][0] :]
        lines[-1] = QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)
    return lines
