"""Measures attention: how long a page is looked at, and whether its end was on screen.

Time counts while the page is on show in the active pane, its window in front, and the page was
scrolled or touched in the last two minutes. A page flown past counts for nothing, and an end flown
past is not reached: the page must rest there. `visits` begins and ends visits, and tells the
workspace of them.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QTextCursor

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from studyapp.gui.reader.view import Reader

IDLE_SECONDS = 120.0
REST_SECONDS = 1.0
PASSING_SECONDS = 2.0
LOOK_MS = 500
SLACK = 4
"""The last words may be hidden by so many pixels."""
TOUCHES = frozenset({QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel})


class Visit(NamedTuple):
    """What a page got so far."""

    section: str
    seconds: float
    reached_end: bool


class Dwelling(QObject):
    """Watches the page.

    Signals: `rested()` now and then while the page is looked at and rests; `returned()` when the
    window comes to the front.
    """

    rested = Signal()
    returned = Signal()

    def __init__(
        self, reader: Reader, window: QWidget, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(window)
        self.clock = clock
        """What tells the time in seconds; tests give one of their own."""
        self._reader = reader
        self._window = window
        self._section = ""
        self._attending = False
        self._active = True
        self._passing = True
        self._since = self._touched = self._moved = 0.0
        self._seconds = 0.0
        self._end = False
        self._looking = QTimer(self, interval=LOOK_MS)
        self._looking.timeout.connect(self.look)
        reader.bar.valueChanged.connect(self._on_scrolled)
        reader.viewport().installEventFilter(self)
        reader.installEventFilter(self)
        window.installEventFilter(self)

    def begin(self, section_id: str) -> None:
        """Begin a visit: this section has come on show."""
        self._section, self._seconds, self._end, self._passing = section_id, 0.0, False, True
        self._moved = self.clock()
        self._attend(self._window.isActiveWindow())

    def end(self) -> Visit | None:
        """End the visit and return it; None if there was none, or the page was flown past."""
        visit = self.so_far()
        self._attend(False)
        self._section = ""
        return visit

    def set_active(self, active: bool) -> None:
        """Take note whether the reader's attention is with this page, or with one beside it."""
        self._active = active
        self._attend(self._window.isActiveWindow())

    def restart(self) -> None:
        """Count from here on: what was so far has been taken, or is of no account."""
        self._seconds, self._end = 0.0, False
        self._since = self.clock()

    def so_far(self) -> Visit | None:
        """Return the visit as it is now; None where there is nothing to tell."""
        self._count()
        if not self._section or self._passing:
            return None
        if not self._end and self._rests():
            self._end = self._shows_end()
        return Visit(self._section, self._seconds, self._end)

    def look(self) -> None:
        """See whether the page rests; called by a timer."""
        if self._attending and self._rests():
            self.rested.emit()

    def _rests(self) -> bool:
        return self.clock() - self._moved >= REST_SECONDS

    def _shows_end(self) -> bool:
        page, section = self._reader.page, self._reader.section
        # When a visit ends because of another page, that one is on show already
        if page is None or section is None or section.id != self._section or self._reader.busy:
            return False
        cursor = QTextCursor(self._reader.document())
        cursor.setPosition(self._reader.position_of(len(page.text)))
        bottom = self._reader.cursorRect(cursor).bottom()
        return bottom <= self._reader.viewport().height() + SLACK

    # Attention

    def _attend(self, on: bool) -> None:
        self._count()
        self._attending = on and self._active and bool(self._section)
        self._since = self._touched = self.clock()
        if self._attending:
            self._looking.start()
        else:
            self._looking.stop()

    def _count(self) -> None:
        now = self.clock()
        if self._attending:
            self._seconds += max(0.0, min(now, self._touched + IDLE_SECONDS) - self._since)
            self._passing = self._passing and self._seconds < PASSING_SECONDS
        self._since = now

    def _touch(self) -> None:
        self._count()
        self._touched = self.clock()

    def _on_scrolled(self) -> None:
        if self._attending:
            self._touch()
            self._moved = self._touched

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice touches of the page, and whether the window is in front."""
        kind = event.type()
        if watched is self._window:
            if kind in (QEvent.Type.WindowActivate, QEvent.Type.WindowDeactivate):
                self._attend(kind == QEvent.Type.WindowActivate)
                if kind == QEvent.Type.WindowActivate:
                    self.returned.emit()
        elif watched is self._reader and kind in (QEvent.Type.Show, QEvent.Type.Hide):
            # Something else may take the page's place in the window
            self._attend(kind == QEvent.Type.Show and self._window.isActiveWindow())
        elif kind in TOUCHES or (kind == QEvent.Type.KeyPress and watched is self._reader):
            self._touch()
        return False
