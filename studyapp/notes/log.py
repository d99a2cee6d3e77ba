"""What happened in a course, line by line: each device adds to its own file and reads all.

Study and progress write reviews and reading here, through the notebook. Lines are JSON objects and
are never changed. A line that a crash cut short is skipped and kept.
"""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING, Any, cast

import msgspec

from studyapp.files import make_folder, sync_folder, unwritable
from studyapp.notes import times

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from contextlib import AbstractContextManager
    from pathlib import Path

    Stamp = tuple[int, int, int]
    """Size, time of the last change and number of a file: it changes with every line added."""

_OWN = ("at", "device", "n")
_TAIL = 64 * 1024
"""So much of the end of a file holds a whole line, as a rule."""


class Log:
    """The log of one course.

    Every entry gets `at` (UTC), `device` and `n`, which counts the device's lines. The time is
    never before that of any line already there, whatever the clock says.
    """

    def __init__(
        self,
        folder: Path,
        device: str,
        writing: Callable[[], AbstractContextManager[None]],
        clock: Callable[[], float],
    ) -> None:
        """Take the folder of the logs and what to hold while writing."""
        self._path = folder / f"{device}.jsonl"
        self._folder = folder
        self._device = device
        self._writing = writing
        self._clock = clock
        self._ends: dict[Path, Stamp] = {}
        self._last = 0
        self._latest = ""

    def append(self, entries: Iterable[Mapping[str, object]]) -> list[dict[str, Any]]:
        """Add entries durably, all or none; return them with time and number."""
        with self._writing():
            self._look_at_ends()
            added = list(self._stamped(entries))
            lines = [msgspec.json.encode(one) for one in added]
            try:
                make_folder(self._folder)
                _append(self._path, b"".join(line + b"\n" for line in lines))
            except OSError as error:
                raise unwritable(self._path, error) from error
            self._ends[self._path] = _stamp(self._path)
            self._note(added)
        return added

    def _stamped(self, entries: Iterable[Mapping[str, object]]) -> Iterator[dict[str, Any]]:
        at = max(times.written(times.moment(self._clock())), self._latest)
        for number, entry in enumerate(entries, self._last + 1):
            yield {"at": at, "device": self._device, "n": number, **_without_own(entry)}

    def entries(self) -> list[dict[str, Any]]:
        """Return the entries of all devices in order, each once; nothing of them is kept here."""
        found: dict[bytes, dict[str, Any]] = {}
        for path in sorted(self._folder.glob("*.jsonl")):
            found.update(_entries(path))
        return sorted(found.values(), key=lambda entry: tuple(entry[key] for key in _OWN))

    def stamps(self) -> dict[str, Stamp]:
        """Return the name and stamp of each file: where they are the same, so are the entries."""
        return {path.name: _stamp(path) for path in self._folder.glob("*.jsonl")}

    def _look_at_ends(self) -> None:
        """Learn from the last lines of each file that has changed where times and numbers go on."""
        for path in self._folder.glob("*.jsonl"):
            stamp = _stamp(path)
            if self._ends.get(path) != stamp:
                self._ends[path] = stamp
                self._note(_last_entries(path) or [entry for _, entry in _entries(path)])

    def _note(self, entries: Iterable[Mapping[str, Any]]) -> None:
        for entry in entries:
            self._latest = max(self._latest, entry["at"])
            if entry["device"] == self._device:
                self._last = max(self._last, entry["n"])


def _without_own(entry: Mapping[str, object]) -> dict[str, object]:
    return {key: value for key, value in entry.items() if key not in _OWN}


def _last_entries(path: Path) -> list[dict[str, Any]]:
    """Return the entries in the last bytes of a file; none where there is no whole line."""
    try:
        with path.open("rb") as file:
            file.seek(max(0, path.stat().st_size - _TAIL))
            lines = file.read().splitlines()
    except OSError:
        return []
    return [entry for line in lines if (entry := _entry(line)) is not None]


def _stamp(path: Path) -> Stamp:
    try:
        status = path.stat()
    except OSError:
        return (0, 0, 0)
    return status.st_size, status.st_mtime_ns, status.st_ino


def _append(path: Path, data: bytes) -> None:
    """Write whole lines durably, or none."""
    flags = os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0)
    handle = os.open(path, flags, 0o600)
    try:
        if os.fstat(handle).st_size == 0:
            sync_folder(path.parent)  # first, or lines could be there that were told to be not
        _append_to(handle, data)
    finally:
        os.close(handle)


def _append_to(handle: int, data: bytes) -> None:
    size = os.fstat(handle).st_size
    if size and _last_byte(handle, size) != b"\n":
        data = b"\n" + data
    try:
        written = os.write(handle, data)
        os.fsync(handle)
    except OSError:
        os.ftruncate(handle, size)
        raise
    if written < len(data):
        os.ftruncate(handle, size)
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _last_byte(handle: int, size: int) -> bytes:
    os.lseek(handle, size - 1, os.SEEK_SET)
    return os.read(handle, 1)


def _entries(path: Path) -> Iterator[tuple[bytes, dict[str, Any]]]:
    """Yield each whole line with its entry."""
    for line in _lines(path):
        if (entry := _entry(line)) is not None:
            yield line, entry


def bad_lines(path: Path) -> list[int]:
    """Return the numbers, from 1, of the lines of a log that are skipped: those cut short."""
    return [number for number, line in enumerate(_lines(path), 1) if line and not _entry(line)]


def _lines(path: Path) -> list[bytes]:
    try:
        return path.read_bytes().splitlines()
    except OSError:
        return []


def _entry(line: bytes) -> dict[str, Any] | None:
    try:
        entry: object = msgspec.json.decode(line)
    except (ValueError, RecursionError):
        return None
    if isinstance(entry, dict) and _is_entry(one := cast("dict[str, Any]", entry)):
        return one
    return None


def _is_entry(entry: Mapping[str, object]) -> bool:
    kinds = zip(_OWN, (str, str, int), strict=True)
    return all(isinstance(entry.get(key), kind) for key, kind in kinds)
