"""Where each word of the canonical text stands in the document, and back.

The only place that knows that Python counts code points and Qt counts UTF-16 units. The builder
records where each run went; the view, the marks and the search ask.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple


def utf16_length(text: str) -> int:
    """Return how many UTF-16 units Qt counts for a text."""
    if text.isascii():
        return len(text)
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def code_points(text: str, utf16_offset: int) -> int:
    """Return the code-point offset of a UTF-16 offset; inside a pair, that of its character."""
    if text.isascii():
        return min(utf16_offset, len(text))
    units = text.encode("utf-16-le", "surrogatepass")[: utf16_offset * 2]
    return len(units.decode("utf-16-le", "ignore"))


class Segment(NamedTuple):
    """One run as it stands in the document.

    A linear segment shows its words unit by unit; any other (a formula, a number in place of a
    note) is one whole, and every offset inside it stands at its start.
    """

    start: int
    """Code-point offset in the canonical text."""
    text: str
    """Its canonical words; empty for what the text does not hold."""
    utf16_start: int
    """Position in the document."""
    utf16_length: int
    linear: bool
    copied: str
    """What a copy of it gives."""

    @property
    def end(self) -> int:
        """Code-point offset just after its last word."""
        return self.start + len(self.text)

    @property
    def utf16_end(self) -> int:
        """Position in the document just after it."""
        return self.utf16_start + self.utf16_length


class Positions:
    """Both ways between canonical offsets (code points) and document positions (UTF-16 units)."""

    def __init__(self) -> None:
        self._segments: list[Segment] = []
        self._starts: list[int] = []
        self._worded: list[Segment] = []
        self._worded_starts: list[int] = []

    def add(self, segment: Segment) -> None:
        """Record a run; segments come in the order of the document."""
        self._segments.append(segment)
        self._starts.append(segment.utf16_start)
        if segment.text:
            self._worded.append(segment)
            self._worded_starts.append(segment.start)

    @property
    def reach(self) -> int:
        """Canonical offset up to which the document has been built."""
        return self._worded[-1].end if self._worded else 0

    def to_document(self, offset: int) -> int:
        """Return the document position of a canonical offset.

        An offset on a separator, or in what is folded away, gives the end of the words before it.
        """
        place = bisect_right(self._worded_starts, offset) - 1
        if place < 0:
            return self._worded[0].utf16_start if self._worded else 0
        return _inside(self._worded[place], offset)

    def range_to_document(self, start: int, end: int) -> tuple[int, int]:
        """Return the document range that shows the canonical range `start`, `end`.

        The end belongs to the last word inside the range, so that a range that ends where a block
        ends does not reach into the next. Both are equal when nothing of it is shown.
        """
        first = max(bisect_right(self._worded_starts, start) - 1, 0)
        last = bisect_right(self._worded_starts, end - 1) - 1
        while first < len(self._worded) and self._worded[first].end <= start:
            first += 1
        if first >= len(self._worded) or last < first:
            here = self.to_document(start)
            return here, here
        head, tail = self._worded[first], self._worded[last]
        utf16_start = _inside(head, max(start, head.start))
        whole = tail.utf16_end if end >= tail.end or not tail.linear else _inside(tail, end)
        return utf16_start, whole

    def from_document(self, utf16_position: int, *, forward: bool = False) -> int:
        """Return the canonical offset of a document position.

        Inside what the text does not hold (a number, padding) it is the end of the words before;
        with `forward` the start of the words after.
        """
        place = bisect_right(self._starts, utf16_position) - 1
        if place >= 0:
            segment = self._segments[place]
            if segment.text and utf16_position < segment.utf16_end:
                return _canonical(segment, utf16_position, forward=forward)
        return self._after(place) if forward else self._before(place)

    def range_from_document(self, utf16_start: int, utf16_end: int) -> tuple[int, int] | None:
        """Return the canonical range of a selection; None if it holds no word of the text."""
        start = self.from_document(utf16_start, forward=True)
        end = max((_clip(s, utf16_end) for s in self.between(utf16_start, utf16_end)), default=0)
        return (start, end) if end > start else None

    def between(self, utf16_start: int, utf16_end: int) -> list[Segment]:
        """Return the segments that a document range touches, in order."""
        first = max(bisect_right(self._starts, utf16_start) - 1, 0)
        last = bisect_right(self._starts, max(utf16_end - 1, utf16_start))
        return [
            s
            for s in self._segments[first:last]
            if s.utf16_end > utf16_start and s.utf16_start < utf16_end
        ]

    def _before(self, place: int) -> int:
        while place >= 0 and not self._segments[place].text:
            place -= 1
        return self._segments[place].end if place >= 0 else 0

    def _after(self, place: int) -> int:
        place += 1
        while place < len(self._segments) and not self._segments[place].text:
            place += 1
        return self._segments[place].start if place < len(self._segments) else self.reach


def _inside(segment: Segment, offset: int) -> int:
    if offset >= segment.end:
        return segment.utf16_end
    if not segment.linear:
        return segment.utf16_start
    return segment.utf16_start + utf16_length(segment.text[: offset - segment.start])


def _canonical(segment: Segment, utf16_position: int, *, forward: bool) -> int:
    if segment.linear:
        return segment.start + code_points(segment.text, utf16_position - segment.utf16_start)
    inside = utf16_position > segment.utf16_start
    return segment.end if inside and forward else segment.start


def _clip(segment: Segment, utf16_end: int) -> int:
    """Return the canonical end of what a selection takes of a segment (0 if it has no words)."""
    if not segment.text:
        return 0
    if utf16_end >= segment.utf16_end or not segment.linear:
        return segment.end
    return segment.start + code_points(segment.text, utf16_end - segment.utf16_start)
