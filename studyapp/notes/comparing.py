"""Which words two editions of a text share, and where: what aligning asks, a stretch at a time.

Lines that are unique in both texts are found at once, which is fast. What stands between them is
compared by words when it is first asked for, and before that cut, if it is long, at pieces that
are unique on both sides. So a single passage costs little, and a text that was written anew makes
nobody wait.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple

from rapidfuzz.distance import Indel, LCSseq

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

# Scripts without spaces: each character is a word of its own.
_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff"
_WORDS = re.compile(rf"[{_UNSPACED}]|[^\W{_UNSPACED}]+|[^\w\s]")
_ALONE = re.compile(rf"[{_UNSPACED}]")
_INSIDE = re.compile(rf"[^\W_{_UNSPACED}]{{2}}")
_SHAPES = str.maketrans("‘’‚‛“”„‟‐‑‒–—―−", "''''\"\"\"\"-------")  # noqa: RUF001 - what is folded

LEAF = 6_000
"""Characters of both texts together that are compared by words without being cut before."""
COMPARED = 25_000_000
"""Characters of one text times characters of the other that are compared by words at most."""
CUTS = 12
"""Places where a long stretch is tried to be cut."""
TRIES = 3
"""Pieces tried at each of these."""
PIECE = 24
"""Characters of a piece."""
DEPTH = 5
"""How often what was cut is cut again."""
LETTERS = 80
"""Characters of changed words that are compared by letters at most."""
ALIKE = 0.6
"""How alike such words must be to count as changed and not as others."""
STRAY = 4
"""A kept stretch this many times shorter than the changes on both sides of it is chance."""


class Kept(NamedTuple):
    """A stretch that is the same in both texts."""

    old: int
    new: int
    length: int


class _Part(NamedTuple):
    """A stretch of the old text and the one that is in its place in the new text."""

    old: int
    old_end: int
    new: int
    new_end: int
    kept: tuple[Kept, ...] | None = None
    """What they share; None if they were not compared yet."""
    depth: int = 0
    """How often they were cut."""


class Comparison:
    """The stretches that two texts share, in order.

    Quotation marks and dashes of another shape are the same, and so are letters in another case
    if they are where they were.
    """

    def __init__(self, old: str, new: str) -> None:
        self.old = old
        self.new = new
        self._parts = list(_by_lines(old, new))

    def kept(self, start: int, end: int) -> list[Kept]:
        """Return what is kept of a stretch of the old text."""
        shared = self._shared(lambda part: part.old < end, lambda part: part.old_end, start)
        cut = (_clipped(one, start - one.old, one.old + one.length - end) for one in shared)
        return [one for one in cut if one.length > 0]

    def kept_in_new(self, start: int, end: int) -> list[Kept]:
        """Return what of a stretch of the new text was in the old text."""
        shared = self._shared(lambda part: part.new < end, lambda part: part.new_end, start)
        cut = (_clipped(one, start - one.new, one.new + one.length - end) for one in shared)
        return [one for one in cut if one.length > 0]

    def _shared(
        self, wanted: Callable[[_Part], bool], ends: Callable[[_Part], int], start: int
    ) -> Iterator[Kept]:
        """Yield what is shared by the parts that end after `start`, as long as they are wanted."""
        index = bisect_right(self._parts, start, key=ends)
        while index < len(self._parts) and wanted(part := self._parts[index]):
            if part.kept is None:
                self._parts[index : index + 1] = self._refined(part)
                index = bisect_right(self._parts, start, lo=index, key=ends)
            else:
                yield from part.kept
                index += 1

    def _refined(self, part: _Part) -> list[_Part]:
        """Return the part compared; if it is long, the parts it was cut in."""
        old, new = part.old_end - part.old, part.new_end - part.new
        if old + new > LEAF and part.depth < DEPTH and (cuts := self._cuts(part)):
            bounds = pairwise([(part.old, part.new), *cuts, (part.old_end, part.new_end)])
            cut = (_Part(at[0], to[0], at[1], to[1], None, part.depth + 1) for at, to in bounds)
            return [one for one in cut if one.old < one.old_end and one.new < one.new_end]
        shared = _by_words if old * new <= COMPARED else _at_ends
        kept = joined(shared(self.old, self.new, part), self.old, self.new)
        return [part._replace(kept=tuple(_without_strays(kept, part)))]

    def _cuts(self, part: _Part) -> list[tuple[int, int]]:
        """Return the places in both texts where a piece starts that is unique in the part."""
        step = max(PIECE, (part.old_end - part.old) // (CUTS + 1))
        near = (self._cut(part, at) for at in range(part.old + step, part.old_end, step))
        return _in_order([cut for cut in near if cut])

    def _cut(self, part: _Part, at: int) -> tuple[int, int] | None:
        for _ in range(TRIES):
            at = _word_start(self.old, at)
            piece = self.old[at : min(at + PIECE, part.old_end)]
            there = _only(piece, self.new, part.new, part.new_end)
            if there >= 0 and _only(piece, self.old, part.old, part.old_end) >= 0:
                return at, there
            at += PIECE
        return None


def _clipped(kept: Kept, head: int, tail: int) -> Kept:
    """Return the stretch without so many characters at its ends, where that is more than none."""
    head, tail = max(0, head), max(0, tail)
    return Kept(kept.old + head, kept.new + head, kept.length - head - tail)


def _by_lines(old: str, new: str) -> Iterator[_Part]:
    """Yield the lines that both texts share, and what is between them."""
    a, b = old.split("\n"), new.split("\n")
    a_starts = [0, *accumulate(len(line) + 1 for line in a)]
    b_starts = [0, *accumulate(len(line) + 1 for line in b)]
    runs = [
        Kept(a_starts[i], b_starts[j], a_starts[i + count] - 1 - a_starts[i])
        for i, j, count in _runs(a, b)
        if count
    ]
    at = bt = 0
    for run in (*runs, Kept(len(old), len(new), 0)):
        if at < run.old and bt < run.new:
            yield _Part(at, run.old, bt, run.new)
        at, bt = run.old + run.length, run.new + run.length
        if run.length:
            yield _Part(run.old, at, run.new, bt, (run,))


def _by_words(old: str, new: str, part: _Part) -> Iterator[Kept]:
    """Yield what a part of both texts shares: the most words that keep their order, and letters."""
    a, a_starts = _words(old, part.old, part.old_end)
    b, b_starts = _words(new, part.new, part.new_end)
    at, bt = part.old, part.new
    for i, j, size in LCSseq.opcodes(a, b).as_matching_blocks():
        yield from _by_letters(
            old, at, _start(a_starts, i, part.old_end), new, bt, _start(b_starts, j, part.new_end)
        )
        for word in range(size):
            at, bt, length = a_starts[i + word], b_starts[j + word], len(a[i + word])
            yield Kept(at, bt, length)
            at, bt = at + length, bt + length


def _by_letters(old: str, at: int, at_end: int, new: str, bt: int, bt_end: int) -> Iterator[Kept]:
    """Yield the letters of a changed word, or a few, that are still there, in whatever case."""
    if not (0 < at_end - at <= LETTERS and 0 < bt_end - bt <= LETTERS):
        return
    one, other = _folded(old[at:at_end]), _folded(new[bt:bt_end])
    if Indel.normalized_similarity(one, other, score_cutoff=ALIKE):
        for i, j, size in LCSseq.opcodes(one, other).as_matching_blocks():
            if size:
                yield Kept(at + i, bt + j, size)


def _at_ends(old: str, new: str, part: _Part) -> Iterator[Kept]:
    """Yield the head and the tail that a part of both texts shares."""
    one, other = old[part.old : part.old_end], new[part.new : part.new_end]
    head = _alike(one, other)
    yield Kept(part.old, part.new, head)
    tail = _alike(one[head:][::-1], other[head:][::-1])
    yield Kept(part.old_end - tail, part.new_end - tail, tail)


def _alike(one: str, other: str) -> int:
    """Return the length of the head that two texts share."""
    low, high = 0, min(len(one), len(other))
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if one[:middle] == other[:middle] else (low, middle - 1)
    return low


def _words(text: str, start: int, end: int) -> tuple[list[str], list[int]]:
    """Return the words of a stretch, and where they start."""
    part = text[start:end]
    if not part.isascii():
        part = part.translate(_SHAPES)
    found = list(_WORDS.finditer(part))
    return [match[0] for match in found], [match.start() + start for match in found]


def _start(starts: list[int], index: int, end: int) -> int:
    return starts[index] if index < len(starts) else end


def _folded(text: str) -> str:
    """Return the text in lower case, if that leaves every character where it is."""
    lower = text.lower()
    return lower if len(lower) == len(text) else text


def word_list(text: str) -> list[str]:
    """Return the words of a text, without marks of punctuation."""
    return [word for word in _WORDS.findall(text) if word.isalnum()]


def weight(text: str) -> int:
    """Return the length of a text; a character that is a word of its own counts twice."""
    return len(text) + (0 if text.isascii() else len(_ALONE.findall(text)))


def inside_word(text: str, place: int) -> bool:
    """Whether a place is between two characters of one word."""
    return place > 0 and _INSIDE.fullmatch(text, place - 1, place + 1) is not None


def whole_words(text: str, start: int, end: int) -> str:
    """Return what a stretch has of whole words, with what is between them."""
    while start < end and inside_word(text, start):
        start += 1
    while start < end and inside_word(text, end):
        end -= 1
    return text[start:end].strip()


def _word_start(text: str, at: int) -> int:
    """Return where the next word starts, if that is near."""
    space = text.find(" ", at, at + PIECE)
    return space + 1 if space >= 0 else at


def _only(piece: str, text: str, start: int, end: int) -> int:
    """Return where the piece stands in the stretch; -1 unless it stands there exactly once."""
    place = text.find(piece, start, end) if len(piece) == PIECE else -1
    return place if place >= 0 and text.find(piece, place + 1, end) < 0 else -1


def _runs(a: Sequence[str], b: Sequence[str]) -> Iterator[tuple[int, int, int]]:
    """Yield the runs of equal lines around those that are unique in both, and at both ends."""
    head = _same(a, b, 0, 0)
    tail = _same_back(a, b, len(a), len(b), min(len(a), len(b)) - head)
    at = bt = head
    yield 0, 0, head
    pairs = _in_order(_unique_pairs(a[head : len(a) - tail], b[head : len(b) - tail]))
    for i, j in ((head + i, head + j) for i, j in pairs):
        if i < at or j < bt:
            continue
        before, after = _same_back(a, b, i, j, min(i - at, j - bt)), _same(a, b, i, j)
        yield i - before, j - before, before + after
        at, bt = i + after, j + after
    yield len(a) - tail, len(b) - tail, tail


def _same(a: Sequence[str], b: Sequence[str], at: int, bt: int) -> int:
    """Return how many lines are the same from two places on."""
    count, limit = 0, min(len(a) - at, len(b) - bt)
    while count < limit and a[at + count] == b[bt + count]:
        count += 1
    return count


def _same_back(a: Sequence[str], b: Sequence[str], at: int, bt: int, limit: int) -> int:
    """Return how many lines are the same before two places, up to a limit."""
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


def joined(blocks: Iterable[Kept], old: str, new: str) -> list[Kept]:
    """Join what follows directly, or after the same space, in both texts."""
    whole: list[Kept] = []
    for block in blocks:
        if whole and (both := _join(whole[-1], block, old, new)):
            whole[-1] = both
        else:
            whole.append(block)
    return whole


def _join(left: Kept, right: Kept, old: str, new: str) -> Kept | None:
    gap = right.old - left.old - left.length
    if gap > 1 or gap != right.new - left.new - left.length:
        return None
    if gap and old[right.old - 1] != new[right.new - 1]:
        return None
    return Kept(left.old, left.new, left.length + gap + right.length)


def _without_strays(blocks: list[Kept], part: _Part) -> list[Kept]:
    """Drop short stretches in the midst of large changes: they agree by chance."""
    ends = [(part.old, part.new), *((one.old + one.length, one.new + one.length) for one in blocks)]
    starts = [*((one.old, one.new) for one in blocks), (part.old_end, part.new_end)]
    gaps = [max(to[0] - at[0], to[1] - at[1]) for at, to in zip(ends, starts, strict=True)]
    around = zip(blocks, pairwise(gaps), strict=True)
    return [block for block, sides in around if block.length * STRAY > min(sides)]
