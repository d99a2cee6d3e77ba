"""The sentence cursor: a sentence of the page that keys move on and act on, painted softly.

The reader makes one; `j` and `k` move it through commands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from studyapp.gui.reader.view import Reader
    from studyapp.page import Page


class SentenceCursor(QObject):
    """Where the cursor is. Signal: `moved()`, also when it has gone."""

    moved = Signal()

    def __init__(self, reader: Reader) -> None:
        super().__init__(reader)
        self._reader = reader
        self._page: Page | None = None
        self._spans: list[tuple[int, int]] = []
        self.range: tuple[int, int] | None = None
        """The canonical range of the sentence; None while there is no cursor."""

    def move(self, step: int) -> bool:
        """Go to the next sentence or the one before; at first, to the first one in view.

        Tells whether there was one to go to. What is folded away is passed over.
        """
        spans = self._sentences()
        place = self._first(step) if self.range is None else spans.index(self.range) + step
        while 0 <= place < len(spans):
            if self._is_shown(spans[place]):
                self._put(spans[place])
                return True
            place += step
        return False

    def go_to(self, offset: int) -> None:
        """Go to the sentence that an offset is in, or that begins next."""
        self._put(self.at(offset))

    def here(self) -> int:
        """Return where reading goes on: at the cursor, the selection, the caret, or the view."""
        return self.range[0] if self.range else self._begin()

    def clear(self) -> None:
        """Have no cursor."""
        if self.range is not None:
            self._put(None)

    def at(self, offset: int) -> tuple[int, int] | None:
        """Return the sentence that an offset is in, or that begins next."""
        spans = self._sentences()
        return spans[_place_at(spans, offset)] if spans else None

    def words(self) -> str:
        """Return the sentence."""
        page = self._reader.page
        return page.text[slice(*self.range)] if page and self.range else ""

    def _put(self, span: tuple[int, int] | None) -> None:
        self.range = span
        self._reader.viewport().update()
        self.moved.emit()

    def _sentences(self) -> list[tuple[int, int]]:
        page = self._reader.page
        if page is not self._page:
            from studyapp.course.sentences import sentences  # noqa: PLC0415 - not at start

            self._page = page
            self._spans = sentences(page.text) if page else []
            if self.range not in self._spans:
                self.range = None
        return self._spans

    def _first(self, step: int) -> int:
        """Return the place of the sentence to begin with: where the caret is, or the view."""
        selecting, offset = self._reader.selecting, self._begin()
        is_placed = selecting.range() is not None or selecting.caret
        spans = self._sentences()
        place = _place_at(spans, offset)
        if place >= 0 and not is_placed and spans[place][0] < offset and step > 0:
            place += 1  # its beginning is above the view
        return place

    def _begin(self) -> int:
        caret = self._reader.selecting.caret_offset()
        chosen = self._reader.selecting.range()
        return chosen[0] if chosen else caret if caret is not None else self._reader.place()

    def _is_shown(self, span: tuple[int, int]) -> bool:
        built = self._reader.built
        if built is None:
            return False
        if span[0] >= built.positions.reach:
            return not built.finished
        first, last = built.positions.range_to_document(*span)
        return last > first


def _place_at(spans: list[tuple[int, int]], offset: int) -> int:
    from studyapp.course.sentences import sentence_at  # noqa: PLC0415 - not at start

    return sentence_at(spans, offset)
