"""The page on screen: shows a section, keeps the place, tells what is selected, followed, folded.

The window creates one and hands it pages; see `Reader` for its signals. It writes nothing and
decides nothing about courses: links and wishes go up as signals.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QGuiApplication, QKeySequence, QPainter

from studyapp.gui.asideclicks import ENTER, wants_aside
from studyapp.gui.peeking.peek import Peek
from studyapp.gui.reader.build import Builder, Built
from studyapp.gui.reader.foundwords import FoundWords
from studyapp.gui.reader.growth import Growth
from studyapp.gui.reader.hold import ABOVE, AT_TOP
from studyapp.gui.reader.links import PageLinks
from studyapp.gui.reader.pagemarks import PageMarks
from studyapp.gui.reader.paint import Band
from studyapp.gui.reader.selecting import Selecting
from studyapp.gui.reader.sentencecursor import SentenceCursor
from studyapp.gui.reader.sheet import Sheet
from studyapp.gui.reader.typography import Measures
from studyapp.gui.reader.unlaid import lay_out_rest
from studyapp.gui.zooming.zoom import Zoom

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent, QTextBlock
    from PySide6.QtWidgets import QWidget

    from studyapp.gui.context import Context
    from studyapp.gui.reader.pictured import Drawings
    from studyapp.model import Section
    from studyapp.page import Page
    from studyapp.placing import Placed

TELL_MS = 80
"""How long after the last scrolling the place is told."""
DRESS_MS = 150
"""How long the page keeps its width before tables that do not suit it are set anew."""


class Reader(Sheet):
    """Shows one section.

    Signals: `link_followed(section, link, in_other_pane, words)` with the section that it is
    written in, the address as written and what the link says; `section_requested(id)` from the
    links below the page; `place_changed(offset, heading_id)` when the top of the view moves;
    `clicked(QPoint)` in the viewport, where nothing was selected and no link is; `jumping()` before
    one within the page.
    """

    link_followed = Signal(str, str, bool, str)
    section_requested = Signal(str)
    place_changed = Signal(int, str)
    clicked = Signal(QPoint)
    jumping = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._builder = Builder(context)
        self._built: Built | None = None
        self._wanted: tuple[int, int | None, bool] | None = None
        self._growth = Growth(self)
        self._growth.grown.connect(self._on_grown)
        self._telling = QTimer(self, interval=TELL_MS, singleShot=True)
        self._telling.timeout.connect(self._tell_place)
        self.bar.valueChanged.connect(lambda _value: self._telling.start())
        self._dressing = QTimer(self, interval=DRESS_MS, singleShot=True)
        self._dressing.timeout.connect(self._dress_anew)
        self.selecting = Selecting(self)
        self.sentence = SentenceCursor(self)
        self.marks = PageMarks(self)
        self.found = FoundWords(self)
        self.peek = Peek(self)
        self.zoom = Zoom(self)
        self.links = PageLinks(self)
        self.apply_settings()

    # What is shown

    @property
    def built(self) -> Built | None:
        """The document on show, with its positions and geometry; the reader's own parts ask."""
        return self._built

    @property
    def drawings(self) -> Drawings:
        """The formulas and pictures of its pages, for what shows some of them elsewhere."""
        return self._builder.drawings

    @property
    def section(self) -> Section | None:
        """The section on show."""
        return self._built.section if self._built else None

    @property
    def busy(self) -> bool:
        """Whether words, formulas or pictures of the page are still to come."""
        growing = bool(self._built and not self._built.finished)
        return growing or self._dressing.isActive() or self._builder.busy

    @property
    def page(self) -> Page | None:
        """The page on show."""
        return self._built.page if self._built else None

    def show_page(self, section: Section, page: Page, offset: int = 0) -> None:
        """Show a page with the words at a canonical offset at the top of the view."""
        if page is not self.page:
            self.marks.clear()
            self.found.show(())
            self.sentence.clear()
        self._show_built(section, page)
        self.go_to(offset) if offset else self.bar.setValue(0)

    def set_marks(self, placed: Sequence[Placed]) -> None:
        """Show what is annotated on the page, in place of what was shown before."""
        self.marks.set(placed)

    def _show_built(self, section: Section, page: Page) -> None:
        self._builder.fit_column(self.free_width)
        built = self._builder.built(section, page)
        self._built, self._wanted = built, None
        self.hold.let_go()
        self._growth.begin(built)
        self.show_document(built.document)
        self._set_width()
        self.marks.refresh()
        self.found.begin()
        self._builder.color(built)
        self._telling.start()

    def clear_page(self) -> None:
        """Show nothing."""
        self._growth.stop()
        self._built = self._wanted = None
        self.hold.let_go()
        self.marks.clear()
        self.found.show(())
        self.sentence.clear()
        self.show_document(self._builder.empty())
        self._builder.forget()

    def _on_grown(self) -> None:
        built = self._built
        if built is None:
            return
        if built.finished:
            self._builder.color(built)
            self.marks.refresh()
            self.found.refresh()
        if self._wanted and (built.finished or built.positions.reach > self._wanted[0]):
            start, end, flash = self._wanted
            self._wanted = None
            self.go_to(start, end, flash=flash)

    def apply_settings(self) -> None:
        """Take on the settings and colors of now, keeping the place."""
        place = self.place()
        self._builder.measure(Measures.chosen(self.context.settings))
        self.apply_theme()
        if self._built:
            self.show_page(self._built.section, self._built.page, place)
        else:
            self.clear_page()

    def set_neighbors(self, previous: Section | None, following: Section | None) -> None:
        """Say which sections the links below the page lead to; ask before `show_page`."""
        self._builder.neighbors = (previous, following)

    # Places

    def go_to(self, start: int, end: int | None = None, *, flash: bool = False) -> None:
        """Bring a canonical offset to the top, unfolding what hides it; a range may flash."""
        self._unfold(start)
        built = self._built
        if built is None:
            return
        if not built.finished and built.positions.reach <= start:
            self._wanted = (start, end, flash)
            return
        first, last = built.positions.range_to_document(
            start, end if end is not None else start + 1
        )
        self.hold.scroll_to(built, first, 0.25 if end is not None else 0.0)
        if flash and last > first:
            self.found.flash(first, last)

    def go_to_heading(self, heading_id: str) -> bool:
        """Bring a heading to the top of the view; tell whether the page has it."""
        page = self.page
        found = next((h for h in page.headings if h.id == heading_id), None) if page else None
        if found:
            self.go_to(found.start)
        return found is not None

    def place(self) -> int:
        """Return the canonical offset of the words at the top of the view."""
        if self._built is None:
            return 0
        if self._wanted:
            return self._wanted[0]
        if self.bar.value() <= AT_TOP:
            return 0
        if (held := self.hold.top) is not None:
            return self._built.positions.from_document(held, forward=True)
        cursor = self.cursorForPosition(QPoint(self._builder.typography.gutter + 2, ABOVE + 6))
        return self._built.positions.from_document(cursor.position(), forward=True)

    def position_of(self, offset: int) -> int:
        """Return the document position (UTF-16 units) of a canonical offset."""
        return self._built.positions.to_document(offset) if self._built else 0

    def _tell_place(self) -> None:
        if self._built:
            offset = self.place()
            self.place_changed.emit(offset, self._built.page.heading_at(offset + 1))

    # What is in view

    def visible_blocks(self) -> list[QTextBlock]:
        """Return the blocks in view, top to bottom."""
        if self._built is None:
            return []
        clip = QRectF(self.viewport().rect()).translated(self.view_offset())
        return list(self._built.geometry.visible(clip))

    def area_of(self, first: int, last: int) -> QRect | None:
        """Return what of a document range is in view, as one rectangle of the viewport."""
        blocks = self.visible_blocks()
        if self._built is None or not blocks:
            return None
        first = max(first, blocks[0].position())
        last = min(last, blocks[-1].position() + blocks[-1].length())
        view = QRectF(self.viewport().rect()).translated(self.view_offset())
        found = QRectF()
        for rect in self._built.geometry.bands(first, last) if last > first else ():
            found = found.united(rect.intersected(view))
        return found.translated(-self.view_offset()).toAlignedRect() if found.isValid() else None

    def reveal(self, start: int, end: int) -> None:
        """Scroll so that a canonical range is in view, as little as it takes."""
        built = self._built
        if built is None or not built.finished:
            self.go_to(start)
            return
        first, last = built.positions.range_to_document(start, end)
        self.hold.reveal(built, first, last)

    # Selection

    def selected_range(self) -> tuple[int, int] | None:
        """Return the canonical range of the selection; None if it holds no word of the text."""
        return self.selecting.range()

    def selected_text(self) -> str:
        """Return the selection as clean text."""
        return self.selecting.text()

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy clean text: no padding, no painted objects, no markup."""
        data = QMimeData()
        data.setText(self.selected_text())
        return data

    # Folds

    def toggle_fold(self, fold: int) -> None:
        """Open or close a callout or the answer of a card; what is read stays where it is."""
        built = self._built
        if built is None:
            return
        value = self.bar.value()
        self._builder.toggle(built, fold)
        self._show_built(built.section, built.page)
        self.bar.setValue(value)

    def _unfold(self, offset: int) -> None:
        built = self._built
        if built is None:
            return
        closed = built.hidden_by(offset)
        for number in closed:
            self._builder.toggle(built, number)
        if closed:
            self._show_built(built.section, built.page)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the scenery and the selection under the words, then let Qt draw the words."""
        if self._built:
            with QPainter(self.viewport()) as painter:
                offset = self.view_offset()
                painter.translate(-offset)
                clip = QRectF(event.rect()).translated(offset)
                self._built.painter.under(painter, clip, self._bands(), self.marks)
        super().paintEvent(event)

    def _bands(self) -> list[Band]:
        bands = [*self.found.bands(), *self.links.bands()]
        color = self.context.theme["selection"]
        if self._built and self.sentence.range:
            soft = QColor(color)
            soft.setAlphaF(color.alphaF() * 0.4)
            first, last = self._built.positions.range_to_document(*self.sentence.range)
            bands.append(Band(first, last, soft, edge=self.context.theme["focus"]))
        if span := self.selecting.span():
            bands.append(Band(*span, color))
        return bands

    # Size

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Center the column; where its lines become others, what is read stays at the top."""
        top, width = self.position_of(self.place()), self.lineWrapColumnOrWidth()
        self._set_width()
        if self._built and self.lineWrapColumnOrWidth() != width:
            self.hold.keep(self._built, top)
        super().resizeEvent(event)

    def _set_width(self) -> None:
        typography = self._builder.typography
        self.overlap = 2 * typography.pitch("body")
        self.set_column(typography.column_width + 2 * typography.gutter)
        if self._built:
            self._built.fit(self.lineWrapColumnOrWidth())
            lay_out_rest(self._built.document)
            if not self._built.suits(self._builder.fit_column(self.free_width)):
                self._dressing.start()

    def _dress_anew(self) -> None:
        """Set the page again for its width of now, keeping place and selection."""
        built = self._built
        if built is None or built.suits(self._builder.column):
            return
        place, chosen = self.place(), self.selected_range()
        self.show_page(built.section, built.page, place)
        if chosen is not None:
            self.selecting.select(*chosen)

    # Keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page with Space, past the end to the next section; follow links; move the caret."""
        self.hold.let_go()
        ends = {Qt.Key.Key_Home, Qt.Key.Key_End}
        if event.matches(QKeySequence.StandardKey.Copy):
            # Qt's own copy would leave the clipboard data made in Python, which outlives Python
            QGuiApplication.clipboard().setText(self.selected_text())
        elif event.key() == Qt.Key.Key_Space:
            self.scroll_pages(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() in ends and not self.selecting.caret:
            self.bar.setValue(0 if event.key() == Qt.Key.Key_Home else self.bar.maximum())
        elif not (event.key() in ENTER and self.links.follow_focused(aside=wants_aside(event))):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, on: bool) -> bool:
        """Let Tab go from link to link before it leaves the page."""
        return self.links.step(1 if on else -1) or super().focusNextPrevChild(on)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember which link is under the mouse."""
        self.links.press(event)
        self.hold.let_go()
        if event.button() == Qt.MouseButton.LeftButton:
            self.selecting.press()
            self.sentence.clear()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a selection, follow a link, or tell of a click on the words."""
        super().mouseReleaseEvent(event)
        event.accept()
        if event.button() == Qt.MouseButton.LeftButton:
            self.selecting.release()
            if not self.textCursor().hasSelection() and not self.links.pressed:
                self.clicked.emit(event.position().toPoint())
        self.links.release(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what can be clicked: signs in the margin, pictures."""
        super().mouseMoveEvent(event)
        if not event.buttons():
            self.selecting.let_go()
        self.marks.hover(event.position().toPoint())
        self.zoom.hover(event.position().toPoint())

    def viewportEvent(self, event: QEvent) -> bool:
        """Drag the ends of a mark; show the note of a sign, or where a link leads."""
        taken = self.marks.take(event) or self.peek.take(event)
        return taken or super().viewportEvent(event)
