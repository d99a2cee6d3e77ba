"""A course's annotations as last read, in one file: 50,000 small files need not be opened again.

`notes.folders` asks it when a notebook is opened and compares size, time and inode of each file. It
may be deleted at any time; one that cannot be read is as good as none.
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from studyapp import files
from studyapp.model import Annotation, StudyError

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping
    from pathlib import Path

FORMAT = 1

Stamp = tuple[int, int, int]
"""Size, time of change in nanoseconds, inode: another stamp means that a file was changed."""


@dataclass(frozen=True, slots=True)
class Entry:
    """An annotation, and the file that it was read from."""

    name: str
    stamp: Stamp
    annotation: Annotation


class _Stored(msgspec.Struct, array_like=True):
    format: int
    entries: list[Entry]


def read(path: Path) -> dict[str, Entry]:
    """Return the entries by file name; none if the cache is missing, damaged or of other make."""
    try:
        with uncollected():
            stored = msgspec.msgpack.decode(path.read_bytes(), type=_Stored)
    except (OSError, ValueError, RecursionError):
        return {}
    return {entry.name: entry for entry in stored.entries} if stored.format == FORMAT else {}


def write(path: Path, entries: Mapping[str, Entry]) -> None:
    """Store the entries; that it cannot be done costs time at the next opening, no more."""
    try:
        files.write_derived(path, msgspec.msgpack.encode(_Stored(FORMAT, list(entries.values()))))
    except (StudyError, TypeError, ValueError, OverflowError):
        path.unlink(missing_ok=True)


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
