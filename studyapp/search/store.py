"""Whoosh, and all that the app needs of it: segments of passages, written once, read by term.

`index.py` writes through a `Writing`, `snapshot.py` reads `Segment`s. Segments, their stored
passages, the index of terms, what is struck out, the table of contents and the lock are Whoosh's;
its searcher, query parser and highlighter are not used (docs/decisions/0013).
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, cast

from msgspec.structs import astuple
from whoosh import fields, formats  # pyright: ignore[reportMissingTypeStubs] - Whoosh has none
from whoosh.filedb.filestore import FileStorage  # pyright: ignore[reportMissingTypeStubs] - see above
from whoosh.index import TOC, FileIndex  # pyright: ignore[reportMissingTypeStubs] - see above

from studyapp.files import sync_folder
from studyapp.search.codec import (
    SIZE_BYTES,
    PassageCodec,
    Pool,
    Postings,
    Whoosh,
    as_bytes,
    unpacked,
)
from studyapp.search.passages import Passage

if TYPE_CHECKING:
    from collections.abc import Iterable

    from studyapp.search.codec import Entries

NAME = "MAIN"
LOCKS = ("UPDATE", f"{NAME}_WRITELOCK")

_storage_class = cast("Whoosh", FileStorage)
_field_class = cast("Whoosh", fields.FieldType)
_fields = cast("Whoosh", fields)
_formats = cast("Whoosh", formats)
_toc = cast("Whoosh", TOC)
_file_index = cast("Whoosh", FileIndex)


class _Storage(_storage_class):
    """A folder whose files are on disk before they are named, and can be closed together."""

    def __init__(self, folder: str) -> None:
        _storage_class.__init__(self, folder)
        self._written: set[str] = set()
        self._opened: list[Whoosh] = []

    def create_file(self, name: str, *arguments: Whoosh, **more: Whoosh) -> Whoosh:
        self._written.add(name)
        return _storage_class.create_file(self, name, *arguments, **more)

    def open_file(self, name: str, **more: Whoosh) -> Whoosh:
        self._opened.append(_storage_class.open_file(self, name, **more))
        return self._opened[-1]

    def rename_file(self, oldname: str, newname: str, safe: bool = False) -> None:  # noqa: FBT001, FBT002, RUF100 - Whoosh's signature
        """Name the new table of contents, after all that it names is on disk."""
        for name in self._written:
            with suppress(FileNotFoundError):
                _sync(Path(self.folder, name))
        self._written.clear()
        _storage_class.rename_file(self, oldname, newname, safe)
        sync_folder(Path(self.folder))

    def close_files(self) -> None:
        """Close what was opened: Whoosh leaves files open when one of them is damaged."""
        for file in self._opened:
            if not file.is_closed:
                file.close()
        self._opened.clear()


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _schema() -> Whoosh:
    return _fields.Schema(
        text=_fields.FieldType(_formats.Positions(), None),
        head=_fields.FieldType(_formats.Existence(), None),
        passage=_fields.STORED,
    )


NOTHING = Postings.of(())


class Segment:
    """A part of an index that is never changed but for passages struck out."""

    def __init__(self, storage: Whoosh, segment: Whoosh, base: int) -> None:
        self.name: str = segment.segment_id()
        self.base = base
        """Number of its first passage in the whole index."""
        self.size: int = segment.doc_count_all()
        self.deleted = frozenset(base + number for number in segment.deleted_docs())
        codec = segment.codec()
        self._storage = storage
        try:
            self._terms = codec.terms_reader(storage, segment)
            self._lists = segment.open_file(storage, codec.POSTS_EXT)
            self._stored = codec.per_document_reader(storage, segment)
        except BaseException:
            self.close()
            raise

    def posting(self, term: str, field: str = "text") -> Postings:
        """Return where a term stands; passages struck out are still there."""
        key = as_bytes(term)
        if (field, key) not in self._terms:
            return NOTHING
        start, _ = self._terms.term_info(field, key).extent()
        size = int.from_bytes(self._lists.get(start, SIZE_BYTES), "little")
        return unpacked(self._lists.get(start + SIZE_BYTES, size), self.base)

    def stored(self, number: int) -> tuple[str, str, Passage]:
        """Return a passage with the key and the section of its document."""
        key, section, *rest = self._stored.stored_fields(number - self.base)["passage"]
        return key, section, Passage(*rest)

    def close(self) -> None:
        """Let go of the files."""
        self._storage.close_files()


def open_segments(folder: Path) -> tuple[int, list[Segment]]:
    """Return the generation of the index in a folder, and its segments.

    Raises whatever Whoosh meets: only the caller knows whether damage matters.
    """
    storage = _Storage(str(folder))
    found: list[Segment] = []
    try:
        contents = _toc.read(storage, NAME, schema=_schema())
        base = 0
        for segment in contents.segments:
            found.append(Segment(_Storage(str(folder)), segment, base))
            base += found[-1].size
    except BaseException:
        for segment in found:
            segment.close()
        raise
    finally:
        storage.close_files()
    return contents.generation, found


def generation_of(folder: Path) -> int:
    """Return the generation of the index in a folder; -1 when there is none."""
    return _toc._latest_generation(_storage_class(str(folder)), NAME)  # noqa: SLF001 - its public way reads the whole


def create(folder: Path) -> None:
    """Begin an index without passages."""
    _Storage(str(folder)).create_index(_schema(), NAME)


def _to_store(key: str, section: str, passage: Passage) -> tuple[object, ...]:
    return key, section, *astuple(passage)


class Writing:
    """A change of an index that happens as a whole or not at all."""

    def __init__(self, folder: Path) -> None:
        """Begin; the caller holds the lock of the index."""
        self._storage = _Storage(str(folder))
        index = _file_index(self._storage, schema=_schema(), indexname=NAME)
        self._pool = Pool()
        self._writer: Whoosh = index.writer(compound=False, codec=PassageCodec())
        self._writer.pool = self._pool
        self.generation: int = self._writer.generation
        self.segment: str = self._writer.newsegment.segment_id()

    def strike_out(self, number: int) -> None:
        """Delete a passage of an earlier segment, by its number in the whole index."""
        self._writer.delete_document(number)

    def add(self, key: str, section: str, passage: Passage, text: Entries, head: Entries) -> None:
        """Add a passage with its terms, and the terms of its title or heading."""
        self._pool.take("text", self._writer.docnum, text)
        self._pool.take("head", self._writer.docnum, head)
        self._writer.add_document(passage=_to_store(key, section, passage))

    def counts(self, field: str) -> dict[str, int]:
        """Return how many of the passages added hold each term."""
        return self._pool.counts(field)

    def absorb(
        self, segment: Segment, deleted: frozenset[int], terms: Iterable[str], heads: Iterable[str]
    ) -> None:
        """Add what is left of an earlier segment, which `commit` then drops."""
        places: dict[int, int] = {}
        for number in range(segment.base, segment.base + segment.size):
            if number not in deleted:
                places[number] = self._writer.docnum
                key, section, passage = segment.stored(number)
                self._writer.add_document(passage=_to_store(key, section, passage))
        for field, names in (("text", terms), ("head", heads)):
            for term in names:
                for number, weight, found in segment.posting(term, field).rows():
                    if number in places:
                        entries = {term: (weight, found.tobytes())}
                        self._pool.take(field, places[number], entries)

    def commit(self, absorbed: frozenset[str] = frozenset()) -> None:
        """Make the change visible, without the segments named as absorbed."""

        def kept(_: Whoosh, segments: list[Whoosh]) -> list[Whoosh]:
            return [one for one in segments if one.segment_id() not in absorbed]

        self._writer.commit(mergetype=kept)

    def cancel(self) -> None:
        """Drop the change and let go of Whoosh's lock, which a failed commit leaves held."""
        with suppress(Exception):  # already closed, or as damaged as what made us cancel
            self._writer.cancel()
        self._storage.close_files()
        if self._writer.writelock is not None and self._writer.writelock.fd is not None:
            self._writer.writelock.release()


def lock(folder: Path) -> Whoosh:
    """Return the lock of an index: `acquire(blocking=...)`, `release()`; it dies with us."""
    return _storage_class(str(folder)).lock("UPDATE")
