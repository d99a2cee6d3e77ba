"""One annotation's file: what is kept of it in memory, and how it is read.

`notes.folders` reads files with this, `notes.index` and `notes.cache` keep them.
"""

from __future__ import annotations

import errno
import os
import stat
import struct
from typing import TYPE_CHECKING

import msgspec

from studyapp import files
from studyapp.notes import conflicts
from studyapp.notes.annotationfile import BadFileError, dump, parse, summary
from studyapp.notes.ids import ULID
from studyapp.notes.merging import TRASHED
from studyapp.wording import translate

if TYPE_CHECKING:
    from pathlib import Path

    from studyapp.model import Annotation

ENDING = ".md"
MOST_BYTES = 20 * 1024 * 1024
STAMP = struct.Struct("<QQQ")
_64_BITS = 2**64 - 1
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_OPENING = os.O_RDONLY | getattr(os, "O_BINARY", 0) | _NO_LINK | getattr(os, "O_NONBLOCK", 0)


def stamp_of(status: os.stat_result) -> bytes:
    """Return size, time of change and inode: another stamp means that a file was changed."""
    # Windows tells no inode when a folder is listed.
    inode = 0 if os.name == "nt" else status.st_ino & _64_BITS
    return STAMP.pack(status.st_size, status.st_mtime_ns & _64_BITS, inode)


class Entry(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """An annotation's file."""

    name: str
    stamp: bytes
    id: str
    section: str
    trashed: bool
    data: bytes

    @property
    def annotation(self) -> Annotation:
        """What the file says."""
        return parse(text_of(self.data), self.id)


def text_of(data: bytes) -> str:
    """Return the text of an annotation's file; raises BadFileError."""
    try:
        return data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise BadFileError(line, translate("Notebook", "not UTF-8")) from error


def encoded(annotation: Annotation) -> bytes:
    """Return the bytes of an annotation's file."""
    return dump(annotation).encode("utf-8", "surrogatepass")


def stamp_at(path: Path) -> bytes | None:
    """Return the stamp of a file; None if there is none."""
    try:
        return stamp_of(path.lstat())
    except OSError:
        return None


def read_entry(path: str, name: str) -> Entry:
    """Read a file; raises BadFileError, or FileNotFoundError if there is none."""
    try:
        status, data = _data(path)
    except FileNotFoundError:
        raise
    except OSError as error:
        link = translate("Notebook", "not a plain file: links are not followed")
        raise BadFileError(
            0, link if error.errno == errno.ELOOP else files.reason(error)
        ) from error
    text = text_of(data)
    try:
        found = summary(text)
    except BadFileError:
        found = summary(text, id_from(name))
    return Entry(name, stamp_of(status), found.id, found.section, found.status == TRASHED, data)


def _data(path: str) -> tuple[os.stat_result, bytes]:
    if not _NO_LINK and os.path.islink(path):  # noqa: PTH114 - 50,000 of them are read
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP))
    handle = os.open(path, _OPENING)
    try:
        status = os.fstat(handle)
        if not stat.S_ISREG(status.st_mode):
            raise BadFileError(0, translate("Notebook", "not a plain file"))
        if status.st_size > MOST_BYTES:
            raise BadFileError(
                0, translate("Notebook", "larger than {} MB").format(MOST_BYTES // 2**20)
            )
        return status, os.read(handle, status.st_size + 1)
    finally:
        os.close(handle)


def id_from(name: str) -> str:
    """Return the id for a file that tells none: its name, without what sync tools add to ids."""
    original = conflicts.original_name(name).removesuffix(ENDING)
    return original if ULID.fullmatch(original) else name.removesuffix(ENDING)
