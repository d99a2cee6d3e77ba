"""Whoosh, and all that the app needs of it: segments of passages, written once, read by term.

`index.py` writes through a `Writing`, `snapshot.py` reads `Segment`s. Whoosh's own searcher, query
parser and highlighter are not used (docs/decisions/0012). Its blocks of postings are read whole,
with names of it that are not public; `tests/search/test_store.py` holds that they give what its
public ones give, so that another version of Whoosh cannot differ unnoticed.
"""

from __future__ import annotations

import os
from contextlib import suppress
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from whoosh import fields, formats  # pyright: ignore[reportMissingTypeStubs] - Whoosh has none
from whoosh.codec.whoosh3 import W3Codec  # pyright: ignore[reportMissingTypeStubs] - see above
from whoosh.filedb.filestore import FileStorage  # pyright: ignore[reportMissingTypeStubs] - see above
from whoosh.index import TOC, FileIndex  # pyright: ignore[reportMissingTypeStubs] - see above
from whoosh.reading import SegmentReader  # pyright: ignore[reportMissingTypeStubs] - see above

from studyapp.files import sync_folder
from studyapp.search.passages import Passage

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME = "MAIN"
LOCKS = ("UPDATE", f"{NAME}_WRITELOCK")
BLOCK = 256
"""Postings that Whoosh packs together."""
WRITE_MEGABYTES = 256
"""Postings held in memory before Whoosh sorts them through files."""

Entries = dict[str, tuple[float, bytes]]
"""Of one passage: term to its weight, and the places where it stands as unsigned shorts."""

Whoosh = Any
"""Something of Whoosh, which has no types."""
_storage_class = cast("Whoosh", FileStorage)
_field_class = cast("Whoosh", fields.FieldType)
_fields = cast("Whoosh", fields)
_codec = cast("Whoosh", W3Codec)
_formats = cast("Whoosh", formats)
_toc = cast("Whoosh", TOC)
_file_index = cast("Whoosh", FileIndex)
_segment_reader = cast("Whoosh", SegmentReader)


class Terms(_field_class):
    """A field whose terms come ready made; pickled by name into the table of contents."""

    def index(self, value: Entries, **_: object) -> Iterator[tuple[bytes, int, float, bytes]]:
        """Yield what Whoosh keeps of each term."""
        for term, (weight, places) in value.items():
            yield _bytes(term), 1, weight, places


class _DurableStorage(_storage_class):
    """Brings what was written to disk before the table of contents names it."""

    def __init__(self, folder: str) -> None:
        _storage_class.__init__(self, folder)
        self._written: set[str] = set()

    def create_file(self, name: str, *arguments: Whoosh, **more: Whoosh) -> Whoosh:
        self._written.add(name)
        return _storage_class.create_file(self, name, *arguments, **more)

    def rename_file(self, oldname: str, newname: str, safe: bool = False) -> None:  # noqa: FBT001, FBT002, RUF100 - Whoosh's signature
        for name in self._written:
            with suppress(FileNotFoundError):
                _sync(Path(self.folder, name))
        self._written.clear()
        _storage_class.rename_file(self, oldname, newname, safe)
        sync_folder(Path(self.folder))


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _bytes(term: str) -> bytes:
    return term.encode("utf-8", "surrogatepass")


def _schema() -> Whoosh:
    return _fields.Schema(
        text=Terms(_formats.Positions(), None),
        head=Terms(_formats.Existence(), None),
        passage=_fields.STORED,
    )


class Posting(NamedTuple):
    """The passages that hold a term, by ascending number."""

    passages: list[int]
    weights: list[float]
    places: list[bytes]

    def followed_by(self, other: Posting) -> Posting:
        """Return these passages and those of a later segment."""
        if not (self.passages and other.passages):
            return self if self.passages else other
        return Posting(
            self.passages + other.passages, self.weights + other.weights, self.places + other.places
        )


class Segment:
    """A part of an index that is never changed but for passages struck out."""

    def __init__(self, storage: Whoosh, segment: Whoosh, base: int) -> None:
        self.name: str = segment.segment_id()
        self.base = base
        """Number of its first passage in the whole index."""
        self.size: int = segment.doc_count_all()
        self.deleted = frozenset(base + number for number in segment.deleted_docs())
        codec = segment.codec()
        self._terms = codec.terms_reader(storage, segment)
        self._stored = codec.per_document_reader(storage, segment)

    def posting(self, term: str, field: str = "text") -> Posting:
        """Return where a term stands; passages struck out are still there."""
        found = Posting([], [], [])
        key = _bytes(term)
        if (field, key) not in self._terms:
            return found
        matcher = self._terms.matcher(field, key, _formats.Positions())
        while matcher.is_active():
            self._add_block(matcher, found)
            matcher._next_block()  # noqa: SLF001 - see the top
        return found

    def _add_block(self, matcher: Whoosh, found: Posting) -> None:
        matcher._read_data()  # noqa: SLF001 - see the top
        steps, weights, places = matcher._data  # noqa: SLF001 - see the top
        count = len(steps)
        found.passages.extend(accumulate(steps[1:], initial=self.base + steps[0]))
        if weights is None or isinstance(weights, float):
            found.weights.extend([1.0 if weights is None else weights] * count)
        else:
            found.weights.extend(weights)
        found.places.extend(places or [b""] * count)

    def stored(self, number: int) -> tuple[str, str, Passage]:
        """Return a passage with the key and the section of its document."""
        key, section, *rest = self._stored.stored_fields(number - self.base)["passage"]
        return key, section, Passage(*rest)

    def close(self) -> None:
        self._terms.close()
        self._stored.close()


def open_segments(folder: Path) -> tuple[int, list[Segment]]:
    """Return the generation of the index in a folder, and its segments.

    Raises whatever Whoosh meets: only the caller knows whether damage matters.
    """
    storage = _storage_class(str(folder))
    contents = _toc.read(storage, NAME, schema=_schema())
    found: list[Segment] = []
    base = 0
    for segment in contents.segments:
        found.append(Segment(storage, segment, base))
        base += found[-1].size
    return contents.generation, found


def generation_of(folder: Path) -> int:
    """Return the generation of the index in a folder; -1 when there is none."""
    return _toc._latest_generation(_storage_class(str(folder)), NAME)  # noqa: SLF001 - its public way reads the whole


def create(folder: Path) -> None:
    """Begin an index without passages."""
    _DurableStorage(str(folder)).create_index(_schema(), NAME)


class Writing:
    """A change of an index that happens as a whole or not at all."""

    def __init__(self, folder: Path) -> None:
        """Begin; the caller holds the lock of the index."""
        index = _file_index(_DurableStorage(str(folder)), schema=_schema(), indexname=NAME)
        codec = _codec(blocklimit=BLOCK, compression=1)
        self._writer: Whoosh = index.writer(compound=False, codec=codec, limitmb=WRITE_MEGABYTES)
        self.generation: int = self._writer.generation
        self.segment: str = self._writer.newsegment.segment_id()

    def strike_out(self, number: int) -> None:
        """Delete a passage of an earlier segment, by its number in the whole index."""
        self._writer.delete_document(number)

    def add(self, key: str, section: str, passage: Passage, text: Entries, head: Entries) -> None:
        """Add a passage with its terms, and the terms of its title or heading."""
        stored = (
            key,
            section,
            passage.kind,
            passage.text,
            passage.start,
            passage.heading,
            passage.heading_id,
            passage.quoted,
        )
        self._writer.add_document(text=text, head=head, passage=stored)

    def commit(self, absorbed: frozenset[str] = frozenset()) -> None:
        """Make the change visible; segments named as absorbed become part of the new one."""

        def absorb(writer: Whoosh, segments: list[Whoosh]) -> list[Whoosh]:
            for segment in segments:
                if segment.segment_id() in absorbed:
                    reader = _segment_reader(writer.storage, writer.schema, segment)
                    writer.add_reader(reader)
                    reader.close()
            return [one for one in segments if one.segment_id() not in absorbed]

        self._writer.commit(mergetype=absorb)

    def cancel(self) -> None:
        """Drop the change and let go of Whoosh's lock, which a failed commit leaves held."""
        with suppress(Exception):  # already closed, or as damaged as what made us cancel
            self._writer.cancel()
        if self._writer.writelock is not None and self._writer.writelock.fd is not None:
            self._writer.writelock.release()


def lock(folder: Path) -> Whoosh:
    """Return the lock of an index: `acquire(blocking=...)`, `release()`; it dies with us."""
    return _storage_class(str(folder)).lock("UPDATE")
