"""The two handles at the ends of the mark that stands out, by which the mouse drags them.

`PageMarks` makes one for its reader when a mark is first clicked, and hands it what the mouse does
and when to paint. It writes nothing: the range that an end was dragged to goes up as `pulled`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QCursor, QHelpEvent, QMouseEvent, QPen
from PySide6.QtWidgets import QApplication, QToolTip

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QPainter

    from studyapp.gui.reader.build import Built
    from studyapp.gui.reader.marks import PageMark
    from studyapp.gui.reader.pagemarks import PageMarks
    from studyapp.gui.reader.view import Reader

Span = tuple[int, int]

BAR = 2.5
KNOB = 4.5
"""Radius of the ball on the bar: above the first line, below the last one, between the lines."""
ASIDE, INSIDE, BEYOND = 11, 6, 10
"""How far from an end it is hit: beside the words, over them, and past the line, at the ball."""
SCROLL_EDGE = 28
"""So near to the upper or lower edge of the view, in pixels, the page begins to scroll."""
SCROLL_MS = 16
SCROLL_SPEED = 0.3
"""Pixels at each step for each pixel past the edge."""
BY_CHARACTER = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


class Handle(NamedTuple):
    """One of the two, in document coordinates."""

    at_start: bool
    edge: QRectF
    """Where the mark begins or ends: of no width, as high as its line."""
    is_left: bool
    """Whether the words are to the right of it."""

    @property
    def knob(self) -> QPointF:
        """Middle of the ball."""
        x = self.edge.left() + (-0.5 if self.is_left else 0.5)
        return QPointF(x, self.edge.top() - 2 if self.at_start else self.edge.bottom() + 2)

    @property
    def area(self) -> QRectF:
        """Where the mouse hits it."""
        left, right = (ASIDE, INSIDE) if self.is_left else (INSIDE, ASIDE)
        above, below = (BEYOND, 0) if self.at_start else (0, BEYOND)
        return self.edge.adjusted(-left, -above, right, below)


class Drag(NamedTuple):
    """An end that the mouse holds."""

    built: Built
    mark_id: str
    at_start: bool
    before: Span
    """Canonical range of the mark as the notebook has it."""
    pressed: QPoint
    grip: QPoint
    """From the middle of the end's line to where the mouse took hold."""
    now: Span
    has_begun: bool = False


class MarkHandles(QObject):
    """The handles of one reader."""

    def __init__(self, reader: Reader, marks: PageMarks) -> None:
        super().__init__(marks)
        self._reader = reader
        self._marks = marks
        self._drag: Drag | None = None
        self._is_given_up = False
        """Whether the button is still down of a drag that has ended: its release is no click."""
        self._mouse = QPoint()
        self._keys = Qt.KeyboardModifier.NoModifier
        self._old_shape: QCursor | None = None
        self._scrolling = QTimer(self, interval=SCROLL_MS)
        self._scrolling.timeout.connect(self._scroll)
        reader.bar.valueChanged.connect(lambda _value: self._follow())

    # What is shown

    def all(self) -> Iterator[Handle]:
        """Yield the handles of the mark that stands out, of those ends that can be seen."""
        mark, built = self._mark(), self._reader.built
        span = self._span(mark) if mark else None
        if mark is None or built is None or span is None or not built.finished:
            return
        for at_start in (True, False):
            edge = _edge(built, mark, at_start=at_start)
            if edge is not None and not built.hidden_by(span[0] if at_start else span[1] - 1):
                yield Handle(at_start, *edge)

    def _mark(self) -> PageMark | None:
        mark = self._marks.get(self._marks.focused)
        return mark if mark and mark.kind != "bookmark" and mark.last > mark.first else None

    def _span(self, mark: PageMark) -> Span | None:
        return self._drag.now if self._drag else self._marks.span(mark.id)

    def paint(self, painter: QPainter) -> None:
        """Draw them, under the words."""
        mark, theme = self._mark(), self._reader.context.theme
        if mark is None:
            return
        color = theme[f"line_{mark.color}" if mark.color else "focus"]
        for handle in self.all():
            edge, knob = handle.edge, handle.knob
            bar = QRectF(knob.x() - BAR / 2, edge.top(), BAR, edge.height())
            painter.fillRect(bar, color)
            painter.setPen(QPen(theme["page"], 1.5))
            painter.setBrush(color)
            painter.drawEllipse(knob, KNOB + 0.75, KNOB + 0.75)

    def at(self, point: QPoint) -> Handle | None:
        """Return the handle at a point of the viewport, the nearer one where both are."""
        spot = QPointF(point) + self._reader.view_offset()
        hit = [one for one in self.all() if one.area.contains(spot)]
        return min(hit, key=lambda one: abs(spot.x() - one.edge.left()), default=None)

    # The mouse

    def take(self, event: QEvent) -> bool:
        """Follow the mouse in the viewport; tell whether nobody else may have the event."""
        match event.type():
            case QEvent.Type.MouseButtonPress | QEvent.Type.MouseButtonDblClick if isinstance(
                event, QMouseEvent
            ):
                return self._drag is not None or self._press(event)
            case QEvent.Type.MouseMove if isinstance(event, QMouseEvent):
                return self._move(event)
            case QEvent.Type.MouseButtonRelease if isinstance(event, QMouseEvent):
                return self._release(event)
            case QEvent.Type.ContextMenu:
                return self._drag is not None
            case QEvent.Type.ToolTip if isinstance(event, QHelpEvent):
                return self._drag is not None or self._tip(event)
            case QEvent.Type.Leave:
                self._show_shape(over=self._drag is not None)
            case QEvent.Type.Hide:
                self.cancel()
            case _:
                pass
        return False

    def _press(self, event: QMouseEvent) -> bool:
        point, built = event.position().toPoint(), self._reader.built
        self._is_given_up = False
        handle = self.at(point) if event.button() == Qt.MouseButton.LeftButton else None
        span = self._marks.span(self._marks.focused)
        if handle is None or built is None or span is None:
            return False
        line = (handle.edge.center() - self._reader.view_offset()).toPoint()
        self._drag = Drag(
            built, self._marks.focused, handle.at_start, span, point, point - line, span
        )
        self._mouse, self._keys = point, event.modifiers()
        self._reader.hold.let_go()
        self._reader.peek.close()
        self._show_shape(over=True)
        return True

    def _move(self, event: QMouseEvent) -> bool:
        point, is_held = (
            event.position().toPoint(),
            bool(event.buttons() & Qt.MouseButton.LeftButton),
        )
        self._is_given_up = self._is_given_up and is_held
        if self._is_given_up:
            return True
        if self._drag is None:
            over = not event.buttons() and self.at(point) is not None
            self._show_shape(over=over)
            return over
        if not is_held:
            self.cancel()  # let go where nobody could tell, as over another window
            self._is_given_up = False
            return True
        self._mouse, self._keys = point, event.modifiers()
        self._follow()
        return True

    def _release(self, event: QMouseEvent) -> bool:
        if self._drag is None or event.button() != Qt.MouseButton.LeftButton:
            is_over, self._is_given_up = self._is_given_up, False
            return is_over or self._drag is not None
        if (point := event.position().toPoint()) != self._mouse:
            self._mouse = point
            self._follow()
        drag = self._drag
        self._end()
        if drag.now != drag.before:
            self._marks.pulled.emit(*drag.now)
        if drag.has_begun:
            self._marks.let_go.emit()
        elif self._marks.at(point):
            self._reader.clicked.emit(point)
        return True

    def _tip(self, event: QHelpEvent) -> bool:
        handle = self.at(event.pos())
        if handle is None:
            return False
        words = (
            self.tr("Drag to begin elsewhere; with Alt or Shift, at any letter")
            if handle.at_start
            else self.tr("Drag to end elsewhere; with Alt or Shift, at any letter")
        )
        QToolTip.showText(event.globalPos(), words, self._reader.viewport())
        return True

    def _show_shape(self, *, over: bool) -> None:
        viewport = self._reader.viewport()
        if over and self._old_shape is None:
            self._old_shape = QCursor(viewport.cursor())
            viewport.setCursor(Qt.CursorShape.SizeHorCursor)
        elif not over and self._old_shape is not None:
            viewport.setCursor(self._old_shape)
            self._old_shape = None

    # Dragging

    def _follow(self) -> None:
        """Show the mark as it would be where the mouse is."""
        drag = self._drag
        if drag is None:
            return
        if not drag.has_begun:
            moved = (self._mouse - drag.pressed).manhattanLength()
            if moved < min(QApplication.startDragDistance(), 4):
                return
            drag = self._drag = drag._replace(has_begun=True)
            self._marks.grabbed.emit()
        self._heed_edges()
        now = self._wanted(drag)
        if now != drag.now:
            self._drag = drag._replace(now=now)
            self._marks.stretch(drag.mark_id, *now)

    def _wanted(self, drag: Drag) -> Span:
        from studyapp.course.passages import pulled  # noqa: PLC0415 - not at start

        offset = _open_offset(drag, self._offset(drag))
        if offset == drag.before[0 if drag.at_start else 1]:
            return drag.before
        text, whole_words = drag.built.page.text, not self._keys & BY_CHARACTER
        return pulled(text, drag.before, offset, at_start=drag.at_start, whole_words=whole_words)

    def _offset(self, drag: Drag) -> int:
        """Return the canonical offset at the mouse, as far as it is in view."""
        view, spot = self._reader.viewport().rect(), self._mouse - drag.grip
        spot.setY(max(view.top(), min(spot.y(), view.bottom())))
        position = self._reader.cursorForPosition(spot).position()
        return drag.built.positions.from_document(position, forward=drag.at_start)

    def _heed_edges(self) -> None:
        if not self._past_edge():
            self._scrolling.stop()
        elif not self._scrolling.isActive():
            self._scrolling.start()

    def _past_edge(self) -> int:
        """Return how far the mouse is into the lower edge of the view, negative into the upper."""
        height, y = self._reader.viewport().height(), self._mouse.y()
        return min(y - SCROLL_EDGE, 0) + max(y - (height - SCROLL_EDGE), 0)

    def _scroll(self) -> None:
        past, bar = self._past_edge(), self._reader.bar
        step = round(past * SCROLL_SPEED) or (1 if past > 0 else -1)
        bar.setValue(bar.value() + step)  # which lets the end follow

    # The end of it

    def cancel(self) -> bool:
        """Leave the mark as it was; tell whether one of its ends was being dragged."""
        if self._drag is None:
            return False
        self._give_up()
        return True

    def refresh(self) -> None:
        """Go on with the marks as they now are; give up if this one is not what it was."""
        drag = self._drag
        if drag is None:
            return
        mark = self._mark()
        is_same = drag.built is self._reader.built and mark is not None
        if is_same and self._marks.span(drag.mark_id) == drag.before:
            self._marks.stretch(drag.mark_id, *drag.now)
            return
        self._drag = drag._replace(now=drag.before)  # the marks are fresh
        self._give_up()
        self._marks.interrupted.emit()

    def _give_up(self) -> None:
        self._is_given_up = True
        self._end()
        self._marks.let_go.emit()

    def _end(self) -> None:
        drag, self._drag = self._drag, None
        self._scrolling.stop()
        self._show_shape(over=False)
        if drag is not None and drag.now != drag.before:
            self._marks.refresh()


def _edge(built: Built, mark: PageMark, *, at_start: bool) -> tuple[QRectF, bool] | None:
    """Return where a mark begins or ends, and whether its words are to the right of that."""
    position = mark.first
    if not at_start:
        block = built.document.findBlock(mark.last - 1)
        within = block.layout().previousCursorPosition(mark.last - block.position())
        position = block.position() + within
    edge = built.geometry.edge(position, trailing=not at_start)
    other = built.geometry.edge(position, trailing=at_start)
    if edge is None or other is None:
        return None
    return edge, edge.left() < other.left()


def _open_offset(drag: Drag, offset: int) -> int:
    """Return an offset, or if a closed fold is before it, one in the last word on this side."""
    from studyapp.course.passages import skipped  # noqa: PLC0415 - not at start

    here = drag.before[0 if drag.at_start else 1]
    text, closed = drag.built.page.text, drag.built.closed()
    if offset > here:
        walls = [fold.start for fold in closed if here <= fold.start < offset]
        last = len(text[: min(walls)].rstrip()) if walls else offset
        return last - (1 if walls and drag.at_start else 0)
    walls = [fold.end for fold in closed if offset < fold.end <= here]
    first = skipped(text, max(walls)) if walls else offset
    return first + (1 if walls and not drag.at_start else 0)
