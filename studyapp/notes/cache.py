"""A course's annotation files as last seen, in one file: 50,000 small ones need not be opened.

It holds the files' own bytes, section by section, so that one section is had without the others.
`notes.index` reads it and has it written anew. It is never changed but only replaced, and may be
deleted at any time; one that is damaged is as good as none.
"""

from __future__ import annotations

import gc
import os
import struct
import weakref
import zlib
from contextlib import contextmanager, suppress
from threading import Lock
from typing import TYPE_CHECKING

import msgspec

from studyapp import files
from studyapp.model import StudyError
from studyapp.notes.entry import STAMP, Entry

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Iterator, Mapping
    from pathlib import Path

NAME = "annotations.cache"
FORMAT = 2
_NUMBER = struct.Struct("<L")
_END = struct.Struct("<8sQLL")
_MARK = b"studyapp"


class DamagedError(Exception):
    """The cache is not what was written."""


class _Part(msgspec.Struct, frozen=True, array_like=True):
    offset: int = 0
    length: int = 0
    check: int = 0


class Section(msgspec.Struct, frozen=True, array_like=True):
    """A section's place in the cache."""

    part: _Part
    shown: int
    """How many of its annotations are not removed."""


class _Contents(msgspec.Struct, array_like=True):
    format: int
    sections: dict[str, Section]
    files: _Part
    strangers: dict[str, str]


class Cache:
    """The cache as it was when it was opened, whoever replaces it meanwhile."""

    def __init__(self, path: Path | None = None) -> None:
        """Open a cache; a missing one, or one of other make, is empty."""
        self.sections: dict[str, Section] = {}
        self.strangers: dict[str, str] = {}
        """Ids whose file has another name than the id."""
        self.exists = False
        self._lock = Lock()
        self._files = _Part()
        self._rows: dict[str, bytes] | None = None
        if path is not None:
            with suppress(OSError, ValueError, struct.error, DamagedError):
                self._open(path)

    def _open(self, path: Path) -> None:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        self._handle = handle
        self._closing = weakref.finalize(self, os.close, handle)
        size = os.fstat(handle).st_size
        mark, *place = _END.unpack(self._read(size - _END.size, _END.size))
        contents = msgspec.msgpack.decode(self._part(_Part(*place)), type=_Contents)
        if mark != _MARK or contents.format != FORMAT:
            raise DamagedError
        self.sections, self.strangers = contents.sections, contents.strangers
        self._files, self.exists = contents.files, True

    def _read(self, offset: int, length: int) -> bytes:
        with self._lock:
            os.lseek(self._handle, max(0, offset), os.SEEK_SET)
            data = os.read(self._handle, length)
        if len(data) < length:
            raise DamagedError
        return data

    def _part(self, part: _Part) -> bytes:
        try:
            data = self._read(part.offset, part.length)
        except OSError as error:
            raise DamagedError from error
        if zlib.crc32(data) != part.check:
            raise DamagedError
        return data

    def close(self) -> None:
        """Let go of the file; nothing can be read any more."""
        if self.exists:
            self._closing()

    def rows(self) -> dict[str, bytes]:
        """Return the stamp of each file by name, with the number of its section behind it."""
        if self._rows is None:
            data = self._part(self._files) if self.exists else b"\x80"
            self._rows = msgspec.msgpack.decode(data, type=dict[str, bytes])
        return self._rows

    def sections_of(self, names: Iterable[str]) -> set[str]:
        """Return the sections that files were about; names that the cache lacks are passed over."""
        rows, sections = self.rows(), list(self.sections)
        return {sections[_number_in(rows[name])] for name in names if name in rows}

    def stamps(self) -> list[dict[str, bytes]]:
        """Return the stamps of the files of each section, in the order of the sections."""
        found: list[dict[str, bytes]] = [{} for _ in self.sections]
        for name, row in self.rows().items():
            found[_number_in(row)][name] = stamp_in(row)
        return found

    def data(self, section: str) -> bytes:
        """Return a section's entries as stored; raises DamagedError."""
        return self._part(self.sections[section].part)

    def entries(self, section: str) -> list[Entry]:
        """Return a section's entries; none if the cache has none. Raises DamagedError."""
        if section not in self.sections:
            return []
        return msgspec.msgpack.decode(self.data(section), type=list[Entry])


def stamp_in(row: bytes) -> bytes:
    """Return the stamp in one of the `rows`."""
    return row[: STAMP.size]


def _number_in(row: bytes) -> int:
    return _NUMBER.unpack_from(row, STAMP.size)[0]


def is_damaged(path: Path) -> bool:
    """Tell whether there is a cache that cannot be used, or not all of it."""
    stored = Cache(path)
    try:
        stored.rows()
        for section in stored.sections:
            stored.entries(section)
    except (DamagedError, ValueError):
        return True
    finally:
        stored.close()
    return path.exists() and not stored.exists


class Block(msgspec.Struct, frozen=True):
    """A section to be stored."""

    section: str
    data: bytes
    shown: int
    stamps: Mapping[str, bytes]
    """By file name."""


def block(section: str, entries: list[Entry]) -> Block:
    """Return what stores a section."""
    data = msgspec.msgpack.encode(entries)
    shown = sum(not entry.trashed for entry in entries)
    return Block(section, data, shown, {entry.name: entry.stamp for entry in entries})


def write(path: Path, blocks: Iterable[Block], strangers: Mapping[str, str]) -> bool:
    """Store blocks; that it cannot be done costs time at the next opening, no more."""
    try:
        files.write_derived(path, _parts(blocks, dict(strangers)))
    except (StudyError, DamagedError, ValueError, OverflowError):
        return False
    return True


def _parts(blocks: Iterable[Block], strangers: dict[str, str]) -> Iterator[bytes]:
    contents = _Contents(FORMAT, {}, _Part(), strangers)
    rows: dict[str, bytes] = {}
    offset = 0
    for one in blocks:
        number = _NUMBER.pack(len(contents.sections))
        rows.update((name, stamp + number) for name, stamp in one.stamps.items())
        contents.sections[one.section] = Section(_placed(offset, one.data), one.shown)
        yield one.data
        offset += len(one.data)
    yield (data := msgspec.msgpack.encode(rows))
    contents.files = _placed(offset, data)
    yield (listed := msgspec.msgpack.encode(contents))
    place = _placed(offset + len(data), listed)
    yield _END.pack(_MARK, place.offset, place.length, place.check)


def _placed(offset: int, data: bytes) -> _Part:
    return _Part(offset, len(data), zlib.crc32(data))


@contextmanager
def uncollected() -> Generator[None, None, None]:
    """Make many objects without being searched for garbage, of which there is none."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
