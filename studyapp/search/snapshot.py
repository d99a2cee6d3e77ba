"""An index as it was at one moment: its words, where they stand, and the passages themselves.

`studyapp.searching` opens one and keeps it until the index has another generation; then it opens a
new one. One thread at a time may use it. What was read of frequent words is kept, since each letter
typed asks for much the same words again.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import OrderedDict
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Self

from studyapp.search.codec import Postings
from studyapp.search.digests import read_digest
from studyapp.search.index import DamagedError
from studyapp.search.store import NOTHING, Segment, open_segments

if TYPE_CHECKING:
    from pathlib import Path

    from studyapp.search.codec import Postings
    from studyapp.search.passages import Passage

KEPT_BYTES = 40_000_000
"""Of lists that were read; a course of 50 MB has about as much."""
ATTEMPTS = 3
"""A writer may remove a segment between the look at the table of contents and its opening."""


class Snapshot:
    """What a query can ask of an index; every number is a passage's, from 0."""

    def __init__(self, folder: Path, generation: int, segments: list[Segment]) -> None:
        self.generation = generation
        self._segments = segments
        self._kept: OrderedDict[tuple[str, str], Postings] = OrderedDict()
        self._room = KEPT_BYTES
        self.size = sum(segment.size for segment in segments)
        self.deleted = frozenset[int]().union(*(segment.deleted for segment in segments))
        self.counts: dict[str, int] = {}
        """Of each term, how many passages hold it (those struck out included)."""
        self.heads: dict[str, int] = {}
        """The same for titles and headings."""
        self.keys: list[str] = []
        self.sections: list[str] = []
        self.title_sizes: list[int] = []
        self.labels: list[tuple[str, ...]] = []
        self.owners = array("I")
        """Of each passage, the place of its document in the four lists above."""
        self.kinds = bytearray()
        self._gather(folder)

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Open the index in a folder; DamagedError when that cannot be done."""
        for attempt in range(ATTEMPTS):
            segments: list[Segment] = []
            try:
                generation, segments = open_segments(folder)
                return cls(folder, generation, segments)
            except Exception as error:  # Whoosh has no error of its own for a damaged file
                for segment in segments:
                    segment.close()
                if not isinstance(error, FileNotFoundError) or attempt == ATTEMPTS - 1:
                    raise DamagedError(str(error)) from error
        raise AssertionError

    def close(self) -> None:
        for segment in self._segments:
            segment.close()

    def _gather(self, folder: Path) -> None:
        for segment in self._segments:
            digest = read_digest(folder, segment.name)
            if len(digest.kinds) != segment.size:
                raise DamagedError("a digest is of another segment")
            _add(self.counts, digest.terms)
            _add(self.heads, digest.heads)
            first = len(self.keys)
            self.owners.extend(
                [first + owner for owner in digest.owners] if first else digest.owners
            )
            self.kinds += digest.kinds
            self.keys += digest.keys
            self.sections += digest.sections
            self.title_sizes += digest.title_sizes
            self.labels += digest.labels

    @cached_property
    def words(self) -> list[str]:
        """All terms, sorted."""
        return sorted(self.counts)

    @cached_property
    def head_words(self) -> list[str]:
        """The terms of titles and headings, sorted."""
        return sorted(self.heads)

    @cached_property
    def firsts(self) -> frozenset[int]:
        """The first passage of each document."""
        before = chain((-1,), self.owners)
        pairs = enumerate(zip(self.owners, before, strict=False))
        return frozenset(number for number, (own, other) in pairs if own != other)

    @cached_property
    def by_length(self) -> dict[int, list[str]]:
        """The terms by how many characters they have."""
        found: dict[int, list[str]] = {}
        for word in self.counts:
            found.setdefault(len(word), []).append(word)
        return found

    def starting(self, prefix: str, *, heads: bool = False) -> list[str]:
        """Return the terms that begin with a prefix."""
        words = self.head_words if heads else self.words
        return words[bisect_left(words, prefix) : bisect_left(words, prefix + "\U0010ffff")]

    def posting(self, term: str, field: str = "text") -> Postings:
        """Return where a term stands; passages struck out are still there."""
        count = (self.counts if field == "text" else self.heads).get(term)
        if count is None:
            return NOTHING
        key = (field, term)
        if (found := self._kept.get(key)) is not None:
            self._kept.move_to_end(key)
            return found
        found = NOTHING
        for segment in self._segments:
            found = found.followed_by(self._read(segment, term, field))
        if len(found) != count:
            raise DamagedError(f"the list of {term!r} is not as long as it was")
        self._keep(key, found)
        return found

    def _read(self, segment: Segment, term: str, field: str) -> Postings:
        try:
            return segment.posting(term, field)
        except Exception as error:  # see above
            raise DamagedError(str(error)) from error

    def _keep(self, key: tuple[str, str], posting: Postings) -> None:
        self._kept[key] = posting
        self._room -= posting.size
        while self._room < 0 and len(self._kept) > 1:
            _, dropped = self._kept.popitem(last=False)
            self._room += dropped.size

    def stored(self, number: int) -> tuple[str, str, Passage]:
        """Return a passage with the key and the section of its document."""
        segment = next(one for one in self._segments if number < one.base + one.size)
        try:
            return segment.stored(number)
        except Exception as error:  # see above
            raise DamagedError(str(error)) from error


def _add(mine: dict[str, int], theirs: dict[str, int]) -> None:
    if not mine:
        mine.update(theirs)
        return
    for term, count in theirs.items():
        mine[term] = mine.get(term, 0) + count
