"""The annotations on the page on show: painted, signed in the margin, found under the mouse.

The reader owns one `PageMarks` and hands it events; the window hands it what the workspace knows,
and hears which sign was clicked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QCursor, QHelpEvent
from PySide6.QtWidgets import QToolTip

from studyapp.gui.reader.scrollbar import Tick

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainter, QTextBlock

    from studyapp.gui.reader.build import Built
    from studyapp.gui.reader.margin import Margin, Sign
    from studyapp.gui.reader.markhandles import Handle, MarkHandles
    from studyapp.gui.reader.markpaint import MarkPainter
    from studyapp.gui.reader.marks import Marks, PageMark
    from studyapp.gui.reader.view import Reader
    from studyapp.placing import Placed

LAYER = "marks"
TICKS_MS = 200
"""How long after the length of the page has changed the ticks are set anew."""


class PageMarks(QObject):
    """Shows the annotations of the page.

    Signals: `activated(id)` when a sign in the margin was clicked; `moved()` when marks were set or
    the page was laid out anew, so that `tops` may have changed; `grabbed()` when an end of the mark
    that stands out is about to be dragged; `pulled(start, end)`, the canonical range it was dragged
    to; `let_go()` when that is over, however it ended; `interrupted()` when the mark, or the page,
    became another meanwhile.
    """

    activated = Signal(str)
    moved = Signal()
    grabbed = Signal()
    pulled = Signal(int, int)
    let_go = Signal()
    interrupted = Signal()

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader)
        self._reader = reader
        self._placed: dict[str, Placed] = {}
        self._marks: Marks | None = None
        self._painter: MarkPainter | None = None
        self._margin: Margin | None = None
        self._handles: MarkHandles | None = None
        self._focused = ""
        self._old_shape: QCursor | None = None
        self._ticking = QTimer(self, interval=TICKS_MS, singleShot=True)
        self._ticking.timeout.connect(self._on_laid_out)
        reader.bar.rangeChanged.connect(lambda _least, _most: self._ticking.start())

    # What is shown

    @property
    def all(self) -> Sequence[PageMark]:
        """Every annotation that the page shows, by where it begins."""
        return self._marks.all if self._marks else ()

    @property
    def focused(self) -> str:
        """Id of the mark that stands out; empty for none."""
        return self._focused

    def get(self, mark_id: str) -> PageMark | None:
        """Return a mark that the page shows."""
        return self._marks.get(mark_id) if self._marks else None

    def set(self, placed: Sequence[Placed]) -> None:
        """Show these annotations, and no others."""
        self._placed = {one.annotation.id: one for one in placed}
        self.refresh()

    def clear(self) -> None:
        """Show none."""
        if self._marks is None and not self._placed:
            return
        self._placed, self._focused = {}, ""
        self.refresh()

    def refresh(self) -> None:
        """Find out anew where the annotations are: the document has changed."""
        built = self._reader.built
        self._marks = self._painter = self._margin = None
        if built is not None and self._placed:
            self._take(built)
        if self._handles is not None:
            self._handles.refresh()
        self._on_laid_out()
        self._reader.viewport().update()

    def _take(self, built: Built) -> None:
        # Not at start: the first page is painted before its marks are known
        from studyapp.gui.reader.margin import Margin  # noqa: PLC0415
        from studyapp.gui.reader.markpaint import MarkPainter  # noqa: PLC0415
        from studyapp.gui.reader.marks import Marks  # noqa: PLC0415

        theme = self._reader.context.theme
        self._marks = Marks(self._placed.values(), built.positions)
        self._painter = MarkPainter(theme, built.geometry, self._marks)
        self._margin = Margin(theme, built.geometry, self._marks)

    def focus(self, mark_id: str) -> None:
        """Let a mark stand out, or none."""
        if mark_id != self._focused:
            self.cancel()
            self._focused = mark_id
            if mark_id and self._handles is None:
                from studyapp.gui.reader.markhandles import MarkHandles  # noqa: PLC0415

                self._handles = MarkHandles(self._reader, self)
            self._reader.viewport().update()

    # Its ends

    def handles(self) -> list[Handle]:
        """Return what the mouse can drag of the mark that stands out, in document coordinates."""
        return list(self._handles.all()) if self._handles is not None else []

    def span(self, mark_id: str) -> tuple[int, int] | None:
        """Return the canonical range of a mark, as the notebook has it."""
        found = self._placed[mark_id].found if mark_id in self._placed else None
        return (found.start, found.end) if found else None

    def stretch(self, mark_id: str, start: int, end: int) -> None:
        """Show a mark on another canonical range, until the marks are set or refreshed."""
        built = self._reader.built
        if built is not None and self._marks is not None and self._painter is not None:
            self._marks.stretch(mark_id, *built.positions.range_to_document(start, end))
            self._painter.forget()
            self._reader.viewport().update()

    def cancel(self) -> bool:
        """Leave an end where it was that is being dragged; tell whether there was one."""
        return self._handles is not None and self._handles.cancel()

    def paint(self, painter: QPainter, blocks: Sequence[QTextBlock], clip: QRectF) -> None:
        """Paint what some blocks show, under the words and in the margin."""
        if self._painter is None or self._margin is None:
            return
        self._painter.paint(painter, blocks)
        if mark := self.get(self._focused):
            self._painter.paint_focus(painter, mark, clip)
            if self._handles is not None:
                self._handles.paint(painter)
        self._margin.paint(painter, blocks, self._focused)

    # Places

    def area(self, mark_id: str) -> QRect | None:
        """Return what of a mark is in view, as one rectangle of the viewport."""
        mark = self.get(mark_id)
        return self._reader.area_of(mark.first, mark.last) if mark else None

    def tops(self) -> Mapping[str, float]:
        """Return how far below the top of the page each mark begins, in pixels.

        Take away the value of the reader's scroll bar for the place in the viewport.
        """
        built = self._reader.built
        if built is None:
            return {}
        return {mark.id: built.geometry.line_top(mark.first) for mark in self.all}

    def at(self, point: QPoint) -> list[PageMark]:
        """Return the marks on the words at a point of the viewport, the innermost first."""
        built = self._reader.built
        if built is None or self._marks is None:
            return []
        spot = QPointF(point) + self._reader.view_offset()
        position = self._reader.cursorForPosition(point).position()
        found = {one.id: one for place in (position - 1, position) for one in self._marks.at(place)}
        return [
            mark
            for mark in found.values()
            if any(rect.contains(spot) for rect in built.geometry.bands(mark.first, mark.last))
        ]

    def within(self, start: int, end: int) -> list[PageMark]:
        """Return the marks on a canonical range, the innermost first."""
        built = self._reader.built
        if built is None or self._marks is None:
            return []
        first, last = built.positions.range_to_document(start, end)
        found = [one for one in self._marks.between(first, last) if one.last > one.first]
        return sorted(found, key=lambda one: one.last - one.first)

    # The mouse

    def signs(self) -> Iterator[Sign]:
        """Yield the signs of the margin that are in view."""
        if self._margin is not None:
            yield from self._margin.signs(self._reader.visible_blocks())

    def sign_at(self, point: QPoint) -> Sign | None:
        """Return the sign of the margin at a point of the viewport."""
        if self._margin is None:
            return None
        spot = QPointF(point) + self._reader.view_offset()
        return self._margin.sign_at(self._reader.visible_blocks(), spot)

    def click_margin(self, point: QPoint) -> bool:
        """Tell of a click on a sign, of its next mark at each click; return whether it was one."""
        sign = self.sign_at(point)
        if sign is None:
            return False
        ids = [mark.id for mark in sign.marks]
        place = ids.index(self._focused) + 1 if self._focused in ids else 0
        self.activated.emit(ids[place % len(ids)])
        return True

    def hover(self, point: QPoint) -> None:
        """Show by the shape of the mouse whether it is over a sign."""
        over = self._margin is not None and self.sign_at(point) is not None
        viewport = self._reader.viewport()
        if over and self._old_shape is None:
            self._old_shape = QCursor(viewport.cursor())
            viewport.setCursor(Qt.CursorShape.PointingHandCursor)
        elif not over and self._old_shape is not None:
            viewport.setCursor(self._old_shape)
            self._old_shape = None

    def take(self, event: QEvent) -> bool:
        """Follow the mouse in the viewport; tell whether nobody else may have the event."""
        is_handled = self._handles is not None and self._handles.take(event)
        return is_handled or self._tip(event)

    def _tip(self, event: QEvent) -> bool:
        """Show the notes of the sign that the mouse rests on; return whether there was one."""
        if event.type() != QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return False
        sign = self.sign_at(event.pos())
        words = sign.hint() if sign else ""
        if words:
            QToolTip.showText(event.globalPos(), words, self._reader.viewport())
        return bool(words)

    # The scroll bar

    def _on_laid_out(self) -> None:
        built = self._reader.built
        ticks: list[Tick] = []
        if built is not None and self.all:
            fraction = built.geometry.fractions()
            ticks = [Tick(fraction(mark.first), _tick_role(mark)) for mark in self.all]
        self._reader.bar.set_ticks(ticks, LAYER)
        self.moved.emit()


def _tick_role(mark: PageMark) -> str:
    if mark.kind == "bookmark":
        return "accent"
    return f"line_{mark.color}" if mark.color else "muted"
