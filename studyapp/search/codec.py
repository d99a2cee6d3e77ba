"""Where each term stands, in memory and on disk: a Whoosh codec whose lists are read in one piece.

`store.py` gives `PassageCodec` and `Pool` to Whoosh. Whoosh's own lists are pickled in blocks of
tuples and handed on posting by posting; reading and writing them was most of the time of queries
and builds (docs/decisions/0013). These are arrays: a frequent word of a large course is read in a
few milliseconds, and what was read takes ten bytes a passage.
"""

from __future__ import annotations

import sys
import zlib
from array import array
from bisect import bisect_left
from itertools import accumulate, chain, islice, pairwise
from typing import TYPE_CHECKING, Any, cast

from whoosh.codec.whoosh3 import (  # pyright: ignore[reportMissingTypeStubs] - Whoosh has none
    W3Codec,
    W3FieldWriter,
    W3TermInfo,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

Whoosh = Any
"""Something of Whoosh, which has no types."""
_codec = cast("Whoosh", W3Codec)
_field_writer = cast("Whoosh", W3FieldWriter)
_term_info = cast("Whoosh", W3TermInfo)

Entries = dict[str, tuple[int, bytes]]
"""Of one passage: term to its weight (1 to 255), and the places where it stands, at most 255, as
unsigned shorts of this machine."""

PACKED_FROM = 120
"""Bytes; less is not worth compressing."""
CHECK_BYTES = 4
SIZE_BYTES = 4
"""Before each list, how long it is: Whoosh reads the length in its index of terms wrongly."""
PLAIN, PACKED = b"\0", b"\1"


class Postings:
    """Where one term stands: the passages in ascending order, and the places in each."""

    __slots__ = ("_ends", "counts", "passages", "places", "weights")

    def __init__(
        self, passages: array[int], weights: bytes, counts: bytes, places: array[int]
    ) -> None:
        self.passages = passages
        self.weights = weights
        self.counts = counts
        """How many places are in each passage."""
        self.places = places
        self._ends: list[int] | None = None

    @classmethod
    def of(cls, rows: Sequence[tuple[int, int, Sequence[int]]]) -> Postings:
        """Return postings of (passage, weight, places), in ascending order."""
        places = array("H", chain.from_iterable(found for _, _, found in rows))
        counts = bytes(min(len(found), 255) for _, _, found in rows)
        return cls(
            array("I", [row[0] for row in rows]), bytes(row[1] for row in rows), counts, places
        )

    def __len__(self) -> int:
        return len(self.passages)

    @property
    def size(self) -> int:
        """Bytes that it takes, roughly."""
        return 200 + 6 * len(self.passages) + 2 * len(self.places)

    def places_in(self, passage: int) -> array[int] | None:
        """Return the places in a passage; None when it does not hold the term.

        In the lists for titles and headings no places are kept.
        """
        row = bisect_left(self.passages, passage)
        if row == len(self.passages) or self.passages[row] != passage:
            return None
        return self._places(row)

    def passages_before(self, limit: int) -> list[int]:
        """Return the passages all of whose places are below a limit."""
        if not self.places:
            return []
        ends, places = self._find_ends(), self.places
        lasts = zip(self.passages, islice(ends, 1, None), strict=True)
        return [passage for passage, end in lasts if places[end - 1] < limit]

    def _find_ends(self) -> list[int]:
        if self._ends is None:
            self._ends = list(accumulate(self.counts, initial=0))
        return self._ends

    def _places(self, row: int) -> array[int]:
        ends = self._find_ends()
        return self.places[ends[row] : ends[row + 1]]

    def rows(self) -> Iterator[tuple[int, int, array[int]]]:
        """Yield (passage, weight, places)."""
        for row, (passage, weight) in enumerate(zip(self.passages, self.weights, strict=True)):
            yield passage, weight, self._places(row)

    def followed_by(self, other: Postings) -> Postings:
        """Return these passages and those of a later segment."""
        if not (len(self) and len(other)):
            return self if len(self) else other
        return Postings(
            self.passages + other.passages,
            self.weights + other.weights,
            self.counts + other.counts,
            self.places + other.places,
        )

    def packed(self) -> bytes:
        """Return the list as it is written."""
        steps = array("I", self.passages[:1])
        steps.extend(after - before for before, after in pairwise(self.passages))
        places = self.places
        if sys.byteorder == "big":
            steps.byteswap()
            places = places[:]
            places.byteswap()
        size = len(self.passages).to_bytes(4, "little")
        data = b"".join((size, steps.tobytes(), self.weights, self.counts, places.tobytes()))
        if len(data) >= PACKED_FROM:
            return PACKED + zlib.compress(data, 1)  # which ends in a checksum
        return PLAIN + zlib.crc32(data).to_bytes(CHECK_BYTES, "little") + data


def unpacked(data: bytes, base: int) -> Postings:
    """Return the list that `packed` wrote, its passages counted on from a base."""
    data = zlib.decompress(data[1:]) if data[:1] == PACKED else _checked(data)
    count = int.from_bytes(data[:4], "little")
    ends = [4, 4 + 4 * count, 4 + 5 * count, 4 + 6 * count]
    steps, places = array("I", data[ends[0] : ends[1]]), array("H", data[ends[3] :])
    if sys.byteorder == "big":
        steps.byteswap()
        places.byteswap()
    if not count or len(steps) != count:
        raise ValueError("a list of postings is damaged")
    steps[0] += base
    weights, counts = data[ends[1] : ends[2]], data[ends[2] : ends[3]]
    return Postings(array("I", accumulate(steps)), weights, counts, places)


def _checked(data: bytes) -> bytes:
    check, rest = data[1 : 1 + CHECK_BYTES], data[1 + CHECK_BYTES :]
    if data[:1] != PLAIN or zlib.crc32(rest).to_bytes(CHECK_BYTES, "little") != check:
        raise ValueError("a list of postings is damaged")
    return rest


class _Gathered:
    """What is known of a term while a segment is written."""

    __slots__ = ("counts", "passages", "places", "weights")

    def __init__(self) -> None:
        self.passages = array("I")
        self.weights = bytearray()
        self.counts = bytearray()
        self.places = bytearray()


class Pool:
    """Gathers the postings of a segment by term, in memory: a batch is never large."""

    def __init__(self) -> None:
        self._fields: dict[str, dict[str, _Gathered]] = {}

    def take(self, field: str, passage: int, entries: Entries) -> None:
        """Take the terms of a passage; passages come in ascending order."""
        terms = self._fields.setdefault(field, {})
        for term, (weight, places) in entries.items():
            known = terms.get(term)
            if known is None:
                known = terms[term] = _Gathered()
            known.passages.append(passage)
            known.weights.append(weight)
            known.counts.append(len(places) >> 1)
            known.places += places

    def add(self, posting: tuple[str, bytes, int, float, bytes]) -> None:
        """Take one posting, as Whoosh hands on those of fields that it analyzes: there are none."""
        raise NotImplementedError(posting)

    def counts(self, field: str) -> dict[str, int]:
        """Return how many passages hold each term."""
        return {term: len(one.passages) for term, one in self._fields.get(field, {}).items()}

    def iter_postings(self) -> Iterator[tuple[str, bytes, Postings]]:
        """Yield what was gathered, by field and term, in the order of their bytes."""
        for field, terms in sorted(self._fields.items()):
            for term in sorted(terms):
                one = terms[term]
                places = array("H", bytes(one.places))
                found = Postings(one.passages, bytes(one.weights), bytes(one.counts), places)
                yield field, as_bytes(term), found

    def cleanup(self) -> None:
        """Drop what was gathered."""
        self._fields.clear()


def as_bytes(term: str) -> bytes:
    """Return a term as Whoosh stores it."""
    return term.encode("utf-8", "surrogatepass")


class PassageCodec(_codec):
    """Whoosh's format, but for the lists; pickled by name into the table of contents."""

    length_stats = False

    def field_writer(self, storage: Whoosh, segment: Whoosh) -> _FieldWriter:
        return _FieldWriter(self, storage, segment)


class _FieldWriter(_field_writer):
    _tindex: Whoosh
    _postfile: Whoosh

    def add_postings(
        self, schema: Mapping[str, Whoosh], _: object, items: Iterator[tuple[str, bytes, Postings]]
    ) -> None:
        """Write the lists, and where each begins into the index of terms."""
        current, numbers = "", self._tindex.extras["fieldmap"]
        as_key: Callable[[bytes], bytes] = bytes
        for field, term, postings in items:
            if field != current:
                self.start_field(field, schema[field])
                current, number = field, numbers[field].to_bytes(2, "big")
                as_key = number.__add__
            data = postings.packed()
            info = _term_info(df=len(postings), maxlength=0, maxweight=0.0)
            info.set_extent(self._postfile.tell(), len(data))
            self._postfile.write(len(data).to_bytes(SIZE_BYTES, "little") + data)
            self._tindex.add(as_key(term), info.to_bytes())
