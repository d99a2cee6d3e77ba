"""What was found on the page: painted under the words, ticked on the scroll bar; where one lands.

The reader owns one `FoundWords`; `gui.finding.pagehits` says what is found. Spans are canonical
offsets, in order and without overlap.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from studyapp.gui.reader.paint import Band
from studyapp.gui.reader.scrollbar import Tick

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studyapp.gui.reader.view import Reader

LAYER = "found"
FLASH_MS = 1400
"""How long a place just jumped to is tinted."""
TICKS_MS = 200
"""How long after the length of the page has changed the ticks are set anew."""


class FoundWords(QObject):
    """Shows what was found on the page, one of it as the current one."""

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader)
        self._reader = reader
        self.spans: Sequence[tuple[int, int]] = ()
        self.current = -1
        self._places: list[tuple[int, int, bool]] = []
        self._flash: tuple[int, int] | None = None
        self._flashing = QTimer(self, interval=FLASH_MS, singleShot=True)
        self._flashing.timeout.connect(self._end_flash)
        self._ticking = QTimer(self, interval=TICKS_MS, singleShot=True)
        self._ticking.timeout.connect(self._set_ticks)
        reader.bar.rangeChanged.connect(lambda _least, _most: self._ticking.start())

    def show(self, spans: Sequence[tuple[int, int]], current: int = -1) -> None:
        """Show these spans, and no others."""
        if (spans, current) != (self.spans, self.current):
            self.spans, self.current = spans, current
            self.refresh()

    def begin(self) -> None:
        """Show in a new document what is found."""
        self._flash = None
        self.refresh()

    def flash(self, first: int, last: int) -> None:
        """Tint a document range for a moment."""
        self._flash = (first, last)
        self._flashing.start()
        self._reader.viewport().update()

    def _end_flash(self) -> None:
        self._flash = None
        self._reader.viewport().update()

    def refresh(self) -> None:
        """Find out anew where the spans are: they or the document have changed."""
        built = self._reader.built
        self._places = []
        if built is not None:
            for number, (start, end) in enumerate(self.spans):
                first, last = built.positions.range_to_document(start, end)
                if first < last and start < built.positions.reach:
                    self._places.append((first, last, number == self.current))
        self._set_ticks()
        self._reader.viewport().update()

    def bands(self) -> list[Band]:
        """Return what is to be painted of the spans in view, the current one on top."""
        theme = self._reader.context.theme
        bands = [
            self._current(first, last) if is_current else Band(first, last, theme["search_hit"])
            for first, last, is_current in self._in_view()
        ]
        if self._flash:
            bands.append(self._current(*self._flash))
        return bands

    def _current(self, first: int, last: int) -> Band:
        """Return the band of the current one, which is told from the others by its edge."""
        theme = self._reader.context.theme
        return Band(first, last, theme["search_current"], edge=theme["search_edge"])

    def _in_view(self) -> list[tuple[int, int, bool]]:
        blocks = self._reader.visible_blocks() if self._places else []
        if not blocks:
            return []
        begin = bisect_left(self._places, (blocks[0].position(),))
        end = bisect_left(self._places, (blocks[-1].position() + blocks[-1].length(),))
        return self._places[max(begin - 1, 0) : end]

    def _set_ticks(self) -> None:
        built = self._reader.built
        ticks: list[Tick] = []
        if built is not None and self._places:
            fraction = built.geometry.fractions()
            ordered = sorted(self._places, key=lambda place: place[2])
            ticks = [Tick(fraction(first), _role(is_current)) for first, _, is_current in ordered]
        self._reader.bar.set_ticks(ticks, LAYER)


def _role(is_current: bool) -> str:
    return "accent" if is_current else "search_edge"
