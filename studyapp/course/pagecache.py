"""Compiled pages on disk, by the hash of all that they were made from.

`course.compiler` alone uses this. Everything here can be made again: a file that is missing, torn,
foreign or out of date is no page, a folder that cannot be written is no cache, and neither is told.
"""

from __future__ import annotations

import os
import struct
import time
import zlib
from contextlib import suppress
from typing import TYPE_CHECKING

import msgspec

from studyapp.files import write_derived
from studyapp.model import StudyError
from studyapp.page import Page

if TYPE_CHECKING:
    from pathlib import Path

FOLDER_BYTES = 1 << 20
"""Room in each of the 256 folders. A bound for each keeps the whole bounded without walking it."""

_HEADER = struct.Struct("<8sd")
_MAGIC = b"sapage1\n"
decode_page = msgspec.msgpack.Decoder(Page).decode
"""Makes a page of its packed form; raises MsgspecError, or RecursionError."""


class PageCache:
    """Pages in files `xx/<key>.page`, least recently used dropped first."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, key: str) -> Page | None:
        """Return the page kept under a key, unless it is missing, damaged or past its time."""
        path = self._path(key)
        try:
            data = path.read_bytes()
            magic, until = _HEADER.unpack_from(data)
            if magic != _MAGIC or 0 < until < time.time():
                return None
            # This notices damage too: the compressed form ends in a checksum.
            page = decode_page(zlib.decompress(memoryview(data)[_HEADER.size :]))
        except (OSError, struct.error, zlib.error, msgspec.MsgspecError, RecursionError):
            return None
        with suppress(OSError):
            os.utime(path)
        return page

    def put(self, key: str, packed: bytes, until: float = 0) -> None:
        """Keep a packed page, for ever or until a point in time."""
        path = self._path(key)
        data = _HEADER.pack(_MAGIC, until) + zlib.compress(packed, level=1)
        with suppress(StudyError, OSError):
            write_derived(path, data)
            _drop_oldest(path.parent, keep=path.name)

    def _path(self, key: str) -> Path:
        return self._folder / key[:2] / f"{key}.page"


def _drop_oldest(folder: Path, keep: str) -> None:
    """Bring a folder under its bound; the page just kept stays even if it is larger than that."""
    with os.scandir(folder) as entries:
        files = [(entry.stat(), entry) for entry in entries if entry.name != keep]
    room = FOLDER_BYTES
    for status, entry in sorted(files, key=lambda file: file[0].st_mtime, reverse=True):
        room -= status.st_size
        if room < 0:
            # Another process may have dropped it already, or have it open.
            with suppress(OSError):
                os.unlink(entry)  # noqa: PTH108 - scandir's entry
