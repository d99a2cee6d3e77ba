"""What of a text survives in its next edition, and where: the ground that anchoring stands on.

`Alignment` is made once for two texts and asked for many passages. Lines that are unique in both
texts hold it together; between them the words are compared. It is exact about what it calls kept:
the same words in the same order (quotation marks and dashes of another shape count as the same).
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import LCSseq

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

# Scripts without spaces: each character is a word of its own.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff"
_WORDS = re.compile(rf"[{_UNSPACED}]|[^\W{_UNSPACED}]+|[^\w\s]")
_LINES = re.compile(r"[^\n]+")
_SHAPES = str.maketrans("‘’‚‛“”„‟‐‑‒–—―−", "''''\"\"\"\"-------")  # noqa: RUF001 - what is folded

COMPARED = 25_000_000
"""Words of one text times words of the other that are compared at most in one stretch."""
CONTEXT = 32
"""Characters before and after a passage that tell one occurrence from another."""
REACH = 200
"""How far from the passage its context may stand in the new text and still count."""
STRAY = 4
"""A kept stretch this many times shorter than the changes on both sides of it is chance."""


class Kept(NamedTuple):
    """A stretch that is the same in both texts."""

    old: int
    new: int
    length: int


class Match(NamedTuple):
    """Where a passage of the old text stands in the new one, and how much speaks for it."""

    start: int
    end: int
    kept: float
    """Share of the passage that survives between start and end."""
    context: float
    """Share of the 32 characters on each side that survives close by."""
    near: float
    """The same for 8 characters."""


@dataclass(frozen=True, slots=True)
class _Tokens:
    texts: list[str]
    starts: list[int]


class Alignment:
    """The stretches that two texts share, in order."""

    def __init__(self, old: str, new: str) -> None:
        self.old = old
        self.new = new
        self._kept = _without_strays(_joined(_kept(old, new), old, new))
        self._ends = [kept.old + kept.length for kept in self._kept]
        self._starts = [kept.old for kept in self._kept]

    def survivors(self, start: int, end: int) -> list[Kept]:
        """Return what is kept of a stretch of the old text."""
        first, last = bisect_right(self._ends, start), bisect_left(self._starts, end)
        return [_clipped(kept, start, end) for kept in self._kept[first:last]]

    def match(self, start: int, end: int) -> Match | None:
        """Return where a passage of the old text went; None if nothing of it is kept."""
        pieces = _together(self.survivors(start, end), end - start)
        if not pieces:
            return None
        begin, stop = self._borders(start, end, pieces)
        solid = _solid(self.old[start:end])
        share = sum(_solid(self.old[o : o + n]) for o, _, n in pieces) / max(1, solid)
        wide = self._context(start, end, begin, stop, CONTEXT)
        near = self._context(start, end, begin, stop, 8)
        return Match(begin, stop, share, wide, near)

    def taken(self, match: Match, start: int, end: int) -> float:
        """Return the share of a place in the new text that comes from outside an old passage.

        Such a place is what became of other words, however like the passage they are.
        """
        first = bisect_right(self._kept, match.start, key=lambda kept: kept.new + kept.length)
        last = bisect_left(self._kept, match.end, key=lambda kept: kept.new)
        total = 0
        for old, new, length in self._kept[first:last]:
            low, high = max(new, match.start), min(new + length, match.end)
            inside = max(0, min(end, old + high - new) - max(start, old + low - new))
            total += high - low - inside
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


def _clipped(kept: Kept, start: int, end: int) -> Kept:
    head = max(0, start - kept.old)
    return Kept(
        kept.old + head, kept.new + head, min(end, kept.old + kept.length) - kept.old - head
    )


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
    return _trimmed(max(runs, key=_length)) if runs else []


def _trimmed(run: list[Kept]) -> list[Kept]:
    """Drop pieces at both ends that stand further off than they are long."""
    while len(run) > 1 and run[1].new - run[0].new - run[0].length > 20 + 2 * run[0].length:
        run = run[1:]
    while len(run) > 1 and run[-1].new - run[-2].new - run[-2].length > 20 + 2 * run[-1].length:
        run = run[:-1]
    return run


def _kept(old: str, new: str) -> Iterator[Kept]:
    a, b = _tokens(_LINES, old, 0, len(old)), _tokens(_LINES, new, 0, len(new))
    at, bt = 0, 0
    for i, j, count in (*_runs(a.texts, b.texts), (len(a.texts), len(b.texts), 0)):
        a_start, b_start = _start(a, i, old), _start(b, j, new)
        yield from _kept_words(old, at, a_start, new, bt, b_start)
        for line in range(count):
            yield Kept(a.starts[i + line], b.starts[j + line], len(a.texts[i + line]))
        at, bt = _start(a, i + count, old), _start(b, j + count, new)


def _kept_words(
    old: str, old_start: int, old_end: int, new: str, new_start: int, new_end: int
) -> Iterator[Kept]:
    if old_start == old_end or new_start == new_end:
        return
    a = _tokens(_WORDS, old, old_start, old_end)
    b = _tokens(_WORDS, new, new_start, new_end)
    for i, j, count in _common(a.texts, b.texts):
        for word in range(count):
            yield Kept(a.starts[i + word], b.starts[j + word], len(a.texts[i + word]))


def _tokens(pattern: re.Pattern[str], text: str, start: int, end: int) -> _Tokens:
    found = [(match[0], match.start()) for match in pattern.finditer(text, start, end)]
    fold = pattern is _WORDS
    texts = [text if text.isascii() or not fold else text.translate(_SHAPES) for text, _ in found]
    return _Tokens(texts, [place for _, place in found])


def _start(tokens: _Tokens, index: int, text: str) -> int:
    return tokens.starts[index] if index < len(tokens.starts) else len(text)


def _common(a: Sequence[str], b: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Yield the runs of words that two stretches share: the longest that keeps the order."""
    if len(a) * len(b) <= COMPARED:
        yield from _longest(a, b, 0, 0)
        return
    at = bt = 0
    for i, j, count in (*_runs(a, b), (len(a), len(b), 0)):
        if (i - at) * (j - bt) <= COMPARED:
            yield from _longest(a[at:i], b[bt:j], at, bt)
        if count:
            yield i, j, count
        at, bt = i + count, j + count


def _longest(
    a: Sequence[str], b: Sequence[str], at: int, bt: int
) -> Iterator[tuple[int, int, int]]:
    for block in LCSseq.opcodes(a, b).as_matching_blocks():
        if block.size:
            yield at + block.a, bt + block.b, block.size


def _runs(a: Sequence[str], b: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Yield the runs of equal tokens around those that are unique in both, and at both ends."""
    at = bt = 0
    for i, j in (*_in_order(_unique_pairs(a, b)), (len(a), len(b))):
        if i < at or j < bt:
            continue
        head = _same(a, b, at, bt, min(i - at, j - bt))
        if head:
            yield at, bt, head
        at, bt = at + head, bt + head
        tail = _same_back(a, b, i, j, min(i - at, j - bt))
        size = tail + (1 if i < len(a) and j < len(b) else 0)
        if size:
            yield i - tail, j - tail, size
        at, bt = i - tail + size, j - tail + size


def _same(a: Sequence[str], b: Sequence[str], at: int, bt: int, limit: int) -> int:
    count = 0
    while count < limit and a[at + count] == b[bt + count]:
        count += 1
    return count


def _same_back(a: Sequence[str], b: Sequence[str], at: int, bt: int, limit: int) -> int:
    count = 0
    while count < limit and a[at - count - 1] == b[bt - count - 1]:
        count += 1
    return count


def _unique_pairs(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int]]:
    once_a, once_b = Counter(a), Counter(b)
    places = {text: j for j, text in enumerate(b) if once_b[text] == 1}
    return [(i, places[text]) for i, text in enumerate(a) if once_a[text] == 1 and text in places]


def _in_order(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest part of the pairs that rises on both sides."""
    tops: list[int] = []
    top_at: list[int] = []
    previous: list[int] = []
    for index, (_, j) in enumerate(pairs):
        depth = bisect_left(tops, j)
        tops[depth : depth + 1] = [j]
        top_at[depth : depth + 1] = [index]
        previous.append(top_at[depth - 1] if depth else -1)
    chain: list[tuple[int, int]] = []
    index = top_at[-1] if top_at else -1
    while index >= 0:
        chain.append(pairs[index])
        index = previous[index]
    return chain[::-1]


def _joined(blocks: Iterable[Kept], old: str, new: str) -> list[Kept]:
    """Join what follows directly, or after the same space, in both texts."""
    joined: list[Kept] = []
    for block in blocks:
        if joined and (whole := _join(joined[-1], block, old, new)):
            joined[-1] = whole
        else:
            joined.append(block)
    return joined


def _join(left: Kept, right: Kept, old: str, new: str) -> Kept | None:
    gap = right.old - left.old - left.length
    if gap > 1 or gap != right.new - left.new - left.length:
        return None
    if gap and old[right.old - 1] != new[right.new - 1]:
        return None
    return Kept(left.old, left.new, left.length + gap + right.length)


def _without_strays(blocks: list[Kept]) -> list[Kept]:
    """Drop short stretches in the midst of large changes: the words agree by chance."""
    if len(blocks) < 3:
        return blocks
    gaps = [
        max(right.old - left.old - left.length, right.new - left.new - left.length)
        for left, right in pairwise(blocks)
    ]
    inner = zip(blocks[1:-1], pairwise(gaps), strict=True)
    kept = [block for block, around in inner if block.length * STRAY > min(around)]
    return [blocks[0], *kept, blocks[-1]]
