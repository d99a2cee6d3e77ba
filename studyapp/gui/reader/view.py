"""The page on screen: shows a section, keeps the place, tells what is selected, followed, folded.

The window creates one and hands it pages; see `Reader` for its signals. It writes nothing and
decides nothing about courses: links and wishes go up as signals.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QMimeData, QPoint, QPointF, QRectF, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QColor, QGuiApplication, QKeySequence, QPainter, QPalette
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit

from studyapp.gui.reader.build import Builder, Built
from studyapp.gui.reader.copying import copied_text
from studyapp.gui.reader.document import APP_LINK
from studyapp.gui.reader.hold import ABOVE, Hold
from studyapp.gui.reader.paint import Band
from studyapp.gui.reader.scrollbar import SmoothWheel, TickBar
from studyapp.gui.reader.typography import Measures

if TYPE_CHECKING:
    from PySide6.QtGui import (
        QContextMenuEvent,
        QKeyEvent,
        QMouseEvent,
        QPaintEvent,
        QResizeEvent,
        QWheelEvent,
    )
    from PySide6.QtWidgets import QWidget

    from studyapp.gui.context import Context
    from studyapp.model import Section
    from studyapp.page import Page

SLICE_MS = 12  # less than a frame
TELL_MS = 80
"""How long after the last scrolling the place is told."""
FLASH_MS = 1400
"""How long a place just jumped to is tinted."""


class Reader(QTextBrowser):
    """Shows one section.

    Signals: `link_followed(link, in_new_pane)` with the address as written; `section_requested(id)`
    from the links below the page; `place_changed(offset, heading_id)` when the top of the view
    moves; `next_requested(step)` when one pages on past the end or the top; `zoom_requested(step)`.
    """

    link_followed = Signal(str, bool)
    section_requested = Signal(str)
    place_changed = Signal(int, str)
    next_requested = Signal(int)
    zoom_requested = Signal(int)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._builder = Builder(context)
        self._built: Built | None = None
        self._wanted: tuple[int, int | None, bool] | None = None
        self._flash: Band | None = None
        self._pressed = ""
        self._building = QTimer(self, interval=0)
        self._building.timeout.connect(self._build_slice)
        self._flashing = QTimer(self, interval=FLASH_MS, singleShot=True)
        self._flashing.timeout.connect(self._end_flash)
        self._telling = QTimer(self, interval=TELL_MS, singleShot=True)
        self._telling.timeout.connect(self._tell_place)
        self._dress()
        self.apply_settings()

    def _dress(self) -> None:
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAutoFillBackground(True)  # beside the column too, the ground is the page's
        self.setAccessibleName(self.tr("Page"))
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.bar = TickBar(self.context, self)
        self.setVerticalScrollBar(self.bar)
        self._hold = Hold(self.bar)
        self._wheel = SmoothWheel(self.bar, self.context)
        self.anchorClicked.connect(self._on_anchor)
        self.bar.valueChanged.connect(lambda _value: self._telling.start())

    # What is shown

    @property
    def section(self) -> Section | None:
        """The section on show."""
        return self._built.section if self._built else None

    @property
    def busy(self) -> bool:
        """Whether words, formulas or pictures of the page are still to come."""
        return bool(self._built and not self._built.finished) or self._builder.busy

    @property
    def page(self) -> Page | None:
        """The page on show."""
        return self._built.page if self._built else None

    def show_page(self, section: Section, page: Page, offset: int = 0) -> None:
        """Show a page with the words at a canonical offset at the top of the view."""
        self._show(self._builder.built(section, page))
        self.go_to(offset) if offset else self.bar.setValue(0)

    def _show(self, built: Built) -> None:
        self._built, self._wanted, self._flash = built, None, None
        self._hold.let_go()
        self._run_builder(built)
        self.setDocument(built.document)
        self._set_width()
        self._builder.color(built)
        self._telling.start()

    def clear_page(self) -> None:
        """Show nothing."""
        self._building.stop()
        self._built = None
        self.setDocument(self._builder.empty())

    def _run_builder(self, built: Built) -> None:
        built.build(SLICE_MS * 3)
        if built.finished:
            self._building.stop()
        else:
            self._building.start()

    def _build_slice(self) -> None:
        built = self._built
        if built is None or built.build(SLICE_MS):
            self._building.stop()
            if built is not None:
                self._builder.color(built)
        if (
            built is not None
            and self._wanted
            and (built.finished or built.positions.reach > self._wanted[0])
        ):
            start, end, flash = self._wanted
            self._wanted = None
            self.go_to(start, end, flash=flash)

    def apply_settings(self) -> None:
        """Take on the settings and colors of now, keeping the place."""
        place = self.place()
        self._builder.measure(Measures.chosen(self.context.settings))
        palette = self.palette()
        theme = self.context.theme
        for ground in (QPalette.ColorRole.Base, QPalette.ColorRole.Window):
            palette.setColor(ground, theme["page"])
        palette.setColor(QPalette.ColorRole.Text, theme["ink"])
        # The selection is painted under the words with rounded ends; Qt's own would leave stripes
        palette.setColor(QPalette.ColorRole.Highlight, QColor(0, 0, 0, 0))
        palette.setColor(QPalette.ColorRole.HighlightedText, QColor(0, 0, 0, 0))
        palette.setBrush(QPalette.ColorRole.HighlightedText, Qt.BrushStyle.NoBrush)
        self.setPalette(palette)
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
        self._hold.scroll_to(built, first, 0.25 if end is not None else 0.0)
        if flash and last > first:
            self._flash = Band(first, last, self.context.theme["search_current"])
            self._flashing.start()
            self.viewport().update()

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
        if self.bar.value() <= 4:
            return 0
        cursor = self.cursorForPosition(QPoint(self._builder.typography.gutter + 2, ABOVE + 6))
        return self._built.positions.from_document(cursor.position(), forward=True)

    def position_of(self, offset: int) -> int:
        """Return the document position (UTF-16 units) of a canonical offset."""
        return self._built.positions.to_document(offset) if self._built else 0

    def _tell_place(self) -> None:
        if self._built:
            offset = self.place()
            self.place_changed.emit(offset, self._heading_at(offset + 1))

    def _heading_at(self, offset: int) -> str:
        page = self.page
        passed = [h.id for h in page.headings if h.start <= offset] if page else []
        return passed[-1] if passed else ""

    # Selection

    def selected_range(self) -> tuple[int, int] | None:
        """Return the canonical range of the selection; None if it holds no word of the text."""
        cursor = self.textCursor()
        if self._built is None or not cursor.hasSelection():
            return None
        return self._built.positions.range_from_document(
            cursor.selectionStart(), cursor.selectionEnd()
        )

    def selected_text(self) -> str:
        """Return the selection as clean text."""
        cursor = self.textCursor()
        if self._built is None or not cursor.hasSelection():
            return ""
        built = self._built
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        return copied_text(built.document, built.positions, built.scenery, start, end)

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
        self._show(self._builder.built(built.section, built.page))
        self.bar.setValue(value)

    def _unfold(self, offset: int) -> None:
        built = self._built
        if built is None:
            return
        closed = built.hidden_by(offset)
        for number in closed:
            self._builder.toggle(built, number)
        if closed:
            self._show(self._builder.built(built.section, built.page))

    # Links

    def _on_anchor(self, _url: QUrl) -> None:
        # The address is taken from the document: a QUrl would have rewritten it
        href = self._pressed or self.textCursor().charFormat().anchorHref()
        if href.startswith(APP_LINK):
            self._app_link(href.removeprefix(APP_LINK))
        elif href.startswith("note:"):
            self._jump(href.removeprefix("note:"), "notes")
        elif href:
            self.link_followed.emit(href.removeprefix("link:"), False)

    def _app_link(self, wish: str) -> None:
        verb, _, rest = wish.partition(":")
        if verb == "fold" and rest.isdigit():
            self.toggle_fold(int(rest))
        elif verb == "back":
            self._jump(rest, "references")
        elif verb == "go":
            self.section_requested.emit(rest)

    def _jump(self, note: str, places: str) -> None:
        built = self._built
        position = getattr(built.scenery, places).get(note) if built else None
        if built and position is not None:
            self._hold.scroll_to(built, position, 0.3)

    def loadResource(self, _kind: int, _url: QUrl) -> object:
        """Serve nothing: pictures are read by the builder, from the course folder alone."""
        return QByteArray()

    def doSetSource(self, _url: QUrl, _kind: object = None) -> None:
        """Never open an address by itself."""

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the scenery and the selection under the words, then let Qt draw the words."""
        if self._built:
            painter = QPainter(self.viewport())
            offset = QPointF(-self.horizontalScrollBar().value(), -self.bar.value())
            painter.translate(offset)
            clip = QRectF(event.rect()).translated(-offset)
            self._built.painter.under(painter, clip, self._bands())
            painter.end()
        super().paintEvent(event)

    def _bands(self) -> list[Band]:
        bands = [self._flash] if self._flash else []
        cursor = self.textCursor()
        if cursor.hasSelection():
            color = self.context.theme["selection"]
            bands.append(Band(cursor.selectionStart(), cursor.selectionEnd(), color))
        return bands

    def _end_flash(self) -> None:
        self._flash = None
        self.viewport().update()

    # Size

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Center the column; its width, and so its lines, stay as they are."""
        self._set_width()
        super().resizeEvent(event)

    def _set_width(self) -> None:
        typography = self._builder.typography
        full = typography.column_width + 2 * typography.gutter
        free = self.width() - self.bar.sizeHint().width()
        width = max(min(full, free), 160)
        side = max((free - width) // 2, 0)
        self.setViewportMargins(side, 0, free - width - side if free > width else 0, 0)
        if self.lineWrapColumnOrWidth() != width:
            self.setLineWrapColumnOrWidth(width)

    # Keys and mouse

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Page with Space; past the end go on to the next section."""
        self._pressed = ""
        self._hold.let_go()
        if event.matches(QKeySequence.StandardKey.Copy):
            # Qt's own copy would leave the clipboard data made in Python, which outlives Python
            QGuiApplication.clipboard().setText(self.selected_text())
        elif event.key() == Qt.Key.Key_Space:
            self.scroll_pages(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self.bar.setValue(0 if event.key() == Qt.Key.Key_Home else self.bar.maximum())
        else:
            super().keyPressEvent(event)

    def scroll_pages(self, step: int) -> None:
        """Scroll by screens, keeping two lines; at the end or the top ask for the neighbor."""
        edge = self.bar.maximum() if step > 0 else 0
        if self.bar.value() == edge:
            self.next_requested.emit(step)
            return
        kept = 2 * self._builder.typography.pitch("body")
        self.bar.setValue(round(self.bar.value() + step * (self.viewport().height() - kept)))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll smoothly; with Ctrl change the text size."""
        self._hold.let_go()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            step = event.angleDelta().y()
            if step:
                self.zoom_requested.emit(1 if step > 0 else -1)
            event.accept()
        elif not self._wheel.take(event):
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember which link is under the mouse."""
        self._pressed = self.anchorAt(event.position().toPoint())
        self._hold.let_go()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a selection or follow a link."""
        super().mouseReleaseEvent(event)
        event.accept()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Leave the menu to the window, which knows the commands."""
        event.ignore()
