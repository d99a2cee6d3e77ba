"""The find bar at the foot of the page: finds in the page on show, from place to place.

`PageHits` puts it there when it is first asked for. It looks on the job lane, tells what to mark,
and lets the reader go there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from studyapp.gui import icons
from studyapp.gui.announcing import announce
from studyapp.gui.asideclicks import ENTER
from studyapp.gui.language import grouped, said
from studyapp.gui.pageview import LOW_HEIGHT

if TYPE_CHECKING:
    from studyapp.gui.context import Context
    from studyapp.gui.jobs import Tick
    from studyapp.gui.reader.view import Reader
    from studyapp.search.pagefind import Found

PAUSE_MS = 60
SAY_MS = 700
FIELD_WIDTH, LEAST_FIELD, LOW_FIELD = 260, 150, 84
"""Pixels: at most, and at least beside all else in one row; in a low pane less will do."""
LEAST_HEIGHT = 120
"""Pixels of the page; where it is lower, a second row holds only what counts."""
QWIDGETSIZE_MAX = (1 << 24) - 1
MOST_SELECTED = 120
"""Characters of a selection that may be taken over as what to find."""


class Wanted(NamedTuple):
    """What is looked for on a page, and how."""

    text: str
    whole_words: bool = False
    case: bool = False
    expression: bool = False


class FindBar(QWidget):
    """Field, switches, count, arrows. Signals: `found(spans, current)`, `closed()`."""

    found = Signal(object, int)
    closed = Signal()

    def __init__(self, context: Context, reader: Reader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._reader = reader
        self._spans: tuple[tuple[int, int], ...] = ()
        self._current = -1
        self._told = ""
        self._anchor = 0
        self._number = 0
        self.field = QLineEdit(placeholderText=self.tr("Find in this page"))
        self.field.setAccessibleName(self.tr("Find in this page"))
        self.words = self._switch("W", self.tr("Whole words"))
        self.case = self._switch("Aa", self.tr("Upper and lower case as typed"))
        self.expression = self._switch(".*", self.tr("Regular expression"))
        self.switches = (self.words, self.case, self.expression)
        """How it is looked for, in the order of `Wanted`."""
        self.count = QLabel()
        self.notice = QLabel(textFormat=Qt.TextFormat.PlainText)
        self.previous = self._button(self.tr("Previous place (Shift+Enter)"))
        self.next = self._button(self.tr("Next place (Enter)"))
        self.close_button = self._button(self.tr("Close (Esc)"))
        self._row, self._below = QHBoxLayout(), QHBoxLayout()
        self._below_has = False, False
        """Whether the switches, and what is told, stand in the second row."""
        self._pause = QTimer(self, interval=PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._look)
        self._saying = QTimer(self, interval=SAY_MS, singleShot=True)
        self._saying.timeout.connect(self._say)
        self.setAccessibleName(self.tr("Find in page"))
        self._lay_out()
        self._connect()
        self.apply_theme()

    def _lay_out(self) -> None:
        self.field.setMinimumWidth(64)
        self.field.setMaximumWidth(FIELD_WIDTH)
        self.field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.notice.setWordWrap(True)
        self.notice.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        widest = self.tr("{} of {}").format("000", "0000")
        self.count.setMinimumWidth(self.count.fontMetrics().horizontalAdvance(widest))
        for label in (self.count, self.notice):
            label.setProperty("muted", True)
        self._column = column = QVBoxLayout(self)
        column.setSpacing(4)
        for row in (self._row, self._below):
            row.setSpacing(4)
            column.addLayout(row)
        self._fill_rows()

    def _fill_rows(self, *, switches_below: bool = False, notice_below: bool = False) -> None:
        """Put the switches, and what is told, into the first row or into one of their own."""
        for row in (self._row, self._below):
            while row.takeAt(0):
                pass
        self._row.addWidget(self.field, 3)
        for switch in self.switches:
            (self._below if switches_below else self._row).addWidget(switch)
        self._row.addSpacing(8)
        for widget in (self.count, self.previous, self.next):
            self._row.addWidget(widget)
        self._row.addSpacing(8)
        if notice_below:
            self._below.addSpacing(4)
            self._below.addWidget(self.notice, 1)
            self._row.addStretch(0 if switches_below else 2)
        else:
            self._row.addWidget(self.notice, 2)
        self._row.addWidget(self.close_button)
        self.field.setMaximumWidth(QWIDGETSIZE_MAX if switches_below else FIELD_WIDTH)
        self._below_has = switches_below, notice_below

    def _connect(self) -> None:
        self.field.textChanged.connect(lambda _text: self._pause.start())
        for switch in self.switches:
            switch.toggled.connect(lambda _on: self._pause.start())
        self.previous.clicked.connect(lambda: self.step(-1))
        self.next.clicked.connect(lambda: self.step(1))
        self.close_button.clicked.connect(self.finish)
        self.field.installEventFilter(self)

    def _switch(self, title: str, name: str) -> QToolButton:
        button = self._button(name)
        button.setText(title)
        button.setCheckable(True)
        return button

    def _button(self, name: str) -> QToolButton:
        button = QToolButton()
        button.setIconSize(QSize(18, 18))
        button.setToolTip(name)
        button.setAccessibleName(name.partition(" (")[0])
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    # Opening and closing

    def begin(self) -> None:
        """Open with the words that are selected, ready to type over them."""
        words = " ".join(self._reader.selected_text().split())
        span = self._reader.selected_range()
        self._anchor = span[0] if span else self._reader.place()
        self.show()
        if words and len(words) <= MOST_SELECTED:
            self.field.setText(words)
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self._look()

    def finish(self) -> None:
        """Close; the page stays where it is, and gets the keyboard."""
        self.end()
        self._reader.setFocus()

    def end(self) -> None:
        """Close, wherever the keyboard is."""
        self._pause.stop()
        self._saying.stop()
        self._number += 1
        self.hide()
        self.closed.emit()

    @property
    def wanted(self) -> Wanted:
        """What is looked for."""
        return Wanted(self.field.text(), *(one.isChecked() for one in self.switches))

    def look_for(self, wanted: Wanted) -> None:
        """Look for what another bar has looked for; the page stays where it is."""
        self.field.setText(wanted.text)
        for switch, on in zip(self.switches, wanted[1:], strict=True):
            switch.setChecked(on)
        self._look(go=False)

    def follow_page(self) -> None:
        """Find in the page that is now on show."""
        self._anchor = self._reader.place()
        self._current = -1
        self._look(go=False)

    # Finding

    def _look(self, *, go: bool = True) -> None:
        self._pause.stop()
        self._number += 1
        number, text = self._number, self.field.text()
        section = self._reader.section
        if not text or section is None:
            self._take((), "", go=False)
            return
        workspace, section_id = self._context.workspace, section.id
        how = self.wanted[1:]

        def work(_tick: Tick) -> Found:
            # What finds is loaded on the lane
            from studyapp.search.pagefind import Found, Pattern  # noqa: PLC0415

            found = workspace.search.find(Pattern(text, *how), [section_id])
            return next((one for _, one in found), Found())

        def show(found: Found) -> None:
            if number == self._number:
                self._take(found.spans, said(found.problem), go=go)

        self._context.jobs.run(
            work, done=show, failed=self._context.messages.error, key=f"find {id(self)}", first=True
        )

    def _take(self, spans: tuple[tuple[int, int], ...], problem: str, *, go: bool) -> None:
        self._spans = spans
        after = [place for place, (start, _) in enumerate(spans) if start >= self._anchor]
        self._current = after[0] if after else (0 if spans else -1)
        self._show(problem, go=go)

    def step(self, step: int) -> None:
        """Go to the next place, or the one before; beyond the end on from the other side."""
        if self._pause.isActive():
            self._look()
        if not self._spans:
            return
        place = self._current + step
        wrapped = self.tr("On from the top") if step > 0 else self.tr("On from the end")
        is_beyond = not 0 <= place < len(self._spans)
        self._current = place % len(self._spans)
        self._show(wrapped if is_beyond else "", counts=False)

    def _show(self, notice: str, *, go: bool = True, counts: bool = True) -> None:
        """Show and say what is told; what does not count takes no row of a low pane."""
        self._told = notice
        self.notice.setText(notice if counts or not self._is_low else "")
        self.notice.setToolTip(notice)
        self._fit()
        self.count.setText(self._counted())
        is_missing = bool(self.field.text()) and not self._spans
        self.field.setProperty("missing", is_missing)
        self.field.style().polish(self.field)
        for button in (self.previous, self.next):
            button.setEnabled(bool(self._spans))
        self.found.emit(self._spans, self._current)
        if self._current >= 0 and go:
            start, end = self._spans[self._current]
            self._anchor = start
            self._reader.reveal(start, end)
        self._saying.start()

    def _counted(self) -> str:
        if not self.field.text():
            return ""
        if not self._spans:
            return self.tr("Not found")
        return self.tr("{} of {}").format(grouped(self._current + 1), grouped(len(self._spans)))

    def _say(self) -> None:
        parts = (self.count.text(), self._told)
        if words := ". ".join(part for part in parts if part):
            announce(self, words)

    # Keys and looks

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Esc mean this bar while the keyboard is in it."""
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on with Enter, back with Shift; close with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.finish()
        elif event.key() in ENTER:
            back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.step(-1 if back else 1)
        else:
            super().keyPressEvent(event)

    def apply_theme(self) -> None:
        """Take on the colors of the theme."""
        faces = ((self.previous, "chevron-up"), (self.next, "chevron-down"))
        for button, name in (*faces, (self.close_button, "x")):
            button.setIcon(icons.icon(name, self._context.theme))
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take a second row where there is no room for all in one."""
        super().resizeEvent(event)
        self._fit()

    @property
    def _is_low(self) -> bool:
        """Whether the pane is low, and each row of it counts."""
        pane = self.parentWidget()
        return pane is not None and pane.height() < LOW_HEIGHT

    def _fit(self) -> None:
        above = 3 if self._is_low else 6
        self._column.setContentsMargins(12, above, 8, above)
        is_low = self._reader.height() < LEAST_HEIGHT
        parts = (*self.switches, self.count, self.previous, self.next, self.close_button)
        wanted = sum(max(one.sizeHint().width(), one.minimumWidth()) + 4 for one in parts)
        room = self.width() - wanted - 40
        switches_below = room < (LOW_FIELD if self._is_low else LEAST_FIELD)
        told = self.notice.fontMetrics().horizontalAdvance(self.notice.text())
        notice_below = switches_below or bool(told and room - FIELD_WIDTH < told + 8)
        if (switches_below, notice_below) != self._below_has:
            self._fill_rows(switches_below=switches_below, notice_below=notice_below)
        for switch in self.switches:
            switch.setVisible(not (switches_below and is_low) or switch.isChecked())
        is_dear = self._is_low and room < FIELD_WIDTH
        has_place = switches_below or not notice_below
        self.notice.setVisible(bool(told) or (has_place and not is_dear))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground with a line above."""
        with QPainter(self) as painter:
            painter.fillRect(event.rect(), self._context.theme["chrome"])
            painter.fillRect(0, 0, self.width(), 1, self._context.theme["border"])
