"""What became of a passage when its text was changed: the ground that anchoring stands on.

`Alignment` is made once for two texts and asked for many passages, or for one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from studyapp.notes.comparing import Comparison, Kept, joined, whole_words
from studyapp.notes.describing import CONTEXT

if TYPE_CHECKING:
    from collections.abc import Iterable

TIED = 8
"""Characters next to a piece that show that it is where it was."""
REACH = 200
"""How far from the passage its context may stand in the new text and still count."""


class Match(NamedTuple):
    """Where a passage of the old text stands in the new one, and how much speaks for it."""

    start: int
    end: int
    kept: float
    """Share of the passage that survives between start and end."""
    context: float
    """Share of the 32 characters on each side that survives close by."""
    telling: str
    """The longest unbroken run of words that is kept of the passage and of what was around it."""


class Alignment:
    """The stretches that two texts share, in order."""

    def __init__(self, old: str, new: str) -> None:
        self.old = old
        self.new = new
        self._comparison = Comparison(old, new)

    def survivors(self, start: int, end: int) -> list[Kept]:
        """Return what is kept of a stretch of the old text."""
        return self._comparison.kept(start, end)

    def match(self, start: int, end: int) -> Match | None:
        """Return where a passage of the old text went; None if nothing of it is kept."""
        pieces = self._trimmed(_together(self.survivors(start, end), end - start))
        if not pieces:
            return None
        begin, stop = self._borders(start, end, pieces)
        solid = _solid(self.old[start:end])
        share = sum(_solid(self.old[o : o + n]) for o, _, n in pieces) / max(1, solid)
        wide = self._context(start, end, begin, stop, CONTEXT)
        return Match(begin, stop, share, wide, self._telling(start, end, pieces))

    def _telling(self, start: int, end: int, pieces: list[Kept]) -> str:
        """Return the whole words of the longest stretch that has one of the pieces."""
        around = self.survivors(max(0, start - REACH), end + REACH)
        longest = max(
            (
                stretch
                for stretch in joined(around, self.old, self.new)
                if any(0 <= one.new - stretch.new < stretch.length for one in pieces)
            ),
            key=lambda stretch: stretch.length,
        )
        return whole_words(self.new, longest.new, longest.new + longest.length)

    def _trimmed(self, run: list[Kept]) -> list[Kept]:
        """Drop pieces at both ends that stand off further than they are long, on their own."""
        while len(run) > 1 and _far(run[0], run[1], run[0].length) and not self._tied(run[0], -1):
            run = run[1:]
        while (
            len(run) > 1 and _far(run[-2], run[-1], run[-1].length) and not self._tied(run[-1], 1)
        ):
            run = run[:-1]
        return run

    def _tied(self, piece: Kept, side: int) -> bool:
        """Whether what was next to a piece, on its left or right, is still next to it."""
        at = piece.old if side < 0 else piece.old + piece.length
        next_to = (
            self.survivors(max(0, at - TIED), at) if side < 0 else self.survivors(at, at + TIED)
        )
        return any(one.new - one.old == piece.new - piece.old for one in next_to)

    def taken(self, match: Match, start: int, end: int) -> float:
        """Return the share of a place in the new text that comes from outside an old passage.

        Such a place is what became of other words, however like the passage they are.
        """
        total = 0
        for old, _, length in self._comparison.kept_in_new(match.start, match.end):
            total += length - max(0, min(end, old + length) - max(start, old))
        return total / max(1, match.end - match.start)

    def gap(self, start: int, end: int) -> tuple[int, int] | None:
        """Return what stands in the new text between the two sides of a passage.

        None unless both sides survive with next to nothing but that between them.
        """
        before = self.survivors(max(0, start - 16), start)
        after = self.survivors(end, end + 16)
        if _length(before) < 0.7 * min(16, start) or _length(after) < 0.7 * min(
            16, len(self.old) - end
        ):
            return None
        begin = before[-1].new + before[-1].length if before else 0
        stop = after[0].new if after else len(self.new)
        if stop - begin > 3 * (end - start) + 40:
            return None
        return _stripped(self.new, begin, max(begin, stop))

    def _borders(self, start: int, end: int, pieces: list[Kept]) -> tuple[int, int]:
        """Return the new borders: of what is kept, or of what stands in place of a lost end."""
        first, last = pieces[0], pieces[-1]
        begin, stop = first.new, last.new + last.length
        room = end - start + 40
        if first.old > start and (before := self.survivors(max(0, start - CONTEXT), start)):
            edge = before[-1].new + before[-1].length
            begin = edge if 0 <= begin - edge <= room else begin
        if last.old + last.length < end and (after := self.survivors(end, end + CONTEXT)):
            stop = after[0].new if 0 <= after[0].new - stop <= room else stop
        return _stripped(self.new, begin, stop)

    def _context(self, start: int, end: int, begin: int, stop: int, size: int) -> float:
        before, after = max(0, start - size), min(len(self.old), end + size)
        close = [
            kept.length
            for kept in (*self.survivors(before, start), *self.survivors(end, after))
            if begin - REACH <= kept.new + kept.length and kept.new <= stop + REACH
        ]
        total = start - before + after - end
        return sum(close) / total if total else 1.0


def _far(left: Kept, right: Kept, length: int) -> bool:
    return right.new - left.new - left.length > 20 + 2 * length


def _length(pieces: Iterable[Kept]) -> int:
    return sum(piece.length for piece in pieces)


def _solid(text: str) -> int:
    return sum(map(len, text.split()))


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    inner = text[start:end]
    start += len(inner) - len(inner.lstrip())
    return start, max(start, end - len(inner) + len(inner.rstrip()))


def _together(pieces: list[Kept], length: int) -> list[Kept]:
    """Return the heaviest run of pieces that stand close together in the new text."""
    far = max(120, min(600, length))
    runs: list[list[Kept]] = []
    for piece in pieces:
        if runs and piece.new - runs[-1][-1].new - runs[-1][-1].length <= far:
            runs[-1].append(piece)
        else:
            runs.append([piece])
    return max(runs, key=_length) if runs else []
