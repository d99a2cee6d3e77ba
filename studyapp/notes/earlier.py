"""The versions of annotations that this device replaced: what a merge compares two sides with.

`notes.folders` adds to it before each save and asks it when a conflict is found. It is local and
may be deleted: merges then know no common version and keep more than they need to.
"""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING

import msgspec

from studyapp.notes.annotationfile import BadFileError, parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from studyapp.model import Annotation

_MOST_BYTES = 64 * 1024 * 1024
"""Then nothing is added: the oldest versions are those that other devices know too."""


class Earlier:
    """A file of one JSON line per version."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def add(self, annotation_id: str, data: bytes) -> None:
        """Remember what is in a file that is about to be replaced, if that can be done."""
        with suppress(OSError, ValueError):
            line = msgspec.json.encode([annotation_id, data.decode()]) + b"\n"
            handle = self._opened()
            try:
                if os.fstat(handle).st_size < _MOST_BYTES:
                    os.write(handle, line)
            finally:
                os.close(handle)

    def _opened(self) -> int:
        flags = os.O_RDWR | os.O_CREAT | os.O_APPEND
        try:
            return os.open(self._path, flags, 0o600)
        except FileNotFoundError:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            return os.open(self._path, flags, 0o600)

    def versions(self, annotation_id: str) -> list[Annotation]:
        """Return the versions of an annotation, oldest first."""
        try:
            lines = self._path.read_bytes().split(b"\n")
        except OSError:
            return []
        start = msgspec.json.encode([annotation_id])[:-1]
        return list(_read(line for line in lines if line.startswith(start)))


def _read(lines: Iterable[bytes]) -> Iterator[Annotation]:
    for line in lines:
        with suppress(ValueError, BadFileError):
            yield parse(msgspec.json.decode(line, type=tuple[str, str])[1])
