"""Snapshots of the notebook on this machine: one zip each, fewer the older they are.

The workspace takes one now and then while the app is used, and before anything that touches many
files; `notes.notebook` before it migrates. A restore never removes what was made since.
"""

from __future__ import annotations

import os
import re
import time
import zipfile
import zlib
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from studyapp import files
from studyapp.model import StudyError
from studyapp.notes import times
from studyapp.wording import translate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from studyapp.notes.notebook import Notebook

HOURLY = timedelta(days=1)
DAILY = timedelta(days=7)
WEEKLY = timedelta(days=35)

_NAME = "notebook-%Y%m%dT%H%M%S.%fZ.zip"
_UNREADABLE = (OSError, zipfile.BadZipFile, zlib.error, RuntimeError, ValueError, EOFError)
_MEMBER = re.compile(r"(?:[0-9A-Za-z][0-9A-Za-z_-]*/){0,2}[^/\\:.][^/\\:]*")


class Effect(StrEnum):
    """What a restore would do with a file."""

    RETURNS = "returns"
    CHANGES = "changes"


@dataclass(frozen=True, slots=True)
class Difference:
    """A file that a restore would touch."""

    path: str
    """POSIX path below the notebook."""
    effect: Effect
    then: str
    """Its text in the snapshot."""
    now: str


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A backup that was made."""

    path: Path
    made: datetime


def snapshot(folder: Path, place: Path, made: datetime) -> Snapshot:
    """Put the notebook in `folder` into a zip in `place`, durably, and read it again to be sure.

    Needs nothing but these values: it may run in another thread or process. What is written
    meanwhile is in it or not, file by file.
    """
    path = place / made.strftime(_NAME)
    files.write_atomic(path, _zipped(folder))
    if why := damage(path):
        path.unlink(missing_ok=True)
        raise StudyError(
            translate("Notebook", "cannot write the backup {}").format(path),
            why,
            translate("Notebook", "check the disk"),
        )
    return Snapshot(path, made)


def damage(path: Path) -> str:
    """Return why a backup cannot be read; empty if all of it can be."""
    try:
        with zipfile.ZipFile(path) as archive:
            broken = archive.testzip()
    except _UNREADABLE as error:
        return str(error)
    return translate("Notebook", "{} in it is damaged").format(broken) if broken else ""


def _zipped(folder: Path) -> Iterator[bytes]:
    chunks = _Chunks()
    with zipfile.ZipFile(chunks, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for path in _files(folder):
            try:
                name = path.relative_to(folder).as_posix()
                info = zipfile.ZipInfo.from_file(path, name, strict_timestamps=False)
                archive.writestr(info, path.read_bytes(), zipfile.ZIP_DEFLATED)
            except FileNotFoundError:
                continue  # somebody moved it meanwhile
            except OSError as error:
                raise StudyError(
                    translate("Notebook", "cannot read {}").format(path), files.reason(error)
                ) from error
            if chunks.are_many():
                yield chunks.taken()
    yield chunks.taken()


class _Chunks:
    """A file that is taken away as it is written."""

    def __init__(self) -> None:
        self._data = bytearray()

    def write(self, data: bytes, /) -> int:
        self._data += data
        return len(data)

    def are_many(self) -> bool:
        return len(self._data) > 2**20

    def taken(self) -> bytes:
        data, self._data = bytes(self._data), bytearray()
        return data

    def flush(self) -> None: ...

    def close(self) -> None: ...


class Backups:
    """The snapshots of one notebook."""

    def __init__(
        self, notebook: Notebook, folder: Path, clock: Callable[[], float] = time.time
    ) -> None:
        """Take the notebook, and the folder on this machine where its snapshots are kept."""
        self._notebook = notebook
        self._folder = folder
        self._clock = clock

    def snapshots(self) -> list[Snapshot]:
        """Return what there is, oldest first."""
        paths = sorted(self._folder.glob("notebook-*.zip"))
        return [Snapshot(path, made) for path in paths if (made := _made(path)) is not None]

    def is_due(self) -> bool:
        """Tell whether an hour has passed since the last snapshot."""
        latest = max((snapshot.made for snapshot in self.snapshots()), default=None)
        return latest is None or abs(self._now() - latest) >= timedelta(hours=1)

    def take(self) -> Snapshot:
        """Make a snapshot durably, then remove old ones that are too many; from any thread."""
        taken = snapshot(self._notebook.folder, self._folder, self._now())
        for old in superfluous(self.snapshots(), taken.made):
            if old != taken:
                old.path.unlink(missing_ok=True)
        return taken

    def _now(self) -> datetime:
        return times.moment(self._clock())

    def differences(self, snapshot: Snapshot) -> list[Difference]:
        """Return what a restore would change, by path."""
        return [
            Difference(name, effect, _text(then), _text(now))
            for name, effect, then, now in self._compared(snapshot)
        ]

    def _compared(self, snapshot: Snapshot) -> Iterator[tuple[str, Effect, bytes, bytes]]:
        for name, then in _members(snapshot.path):
            path = self._notebook.folder / name
            if not path.exists():
                yield name, Effect.RETURNS, then, b""
            elif "/log/" not in name and (now := path.read_bytes()) != then:
                # Nothing is ever taken out of a log.
                yield name, Effect.CHANGES, then, now

    def restore(self, snapshot: Snapshot) -> int:
        """Bring files back as they were in a snapshot; return how many.

        What is there now is put into another snapshot first, and what was made since stays.
        """
        with self._notebook.writing():
            todo = list(self._compared(snapshot))
            self.take()
            for name, _, then, _ in todo:
                files.write_atomic(self._notebook.folder / name, then)
        return len(todo)


def superfluous(snapshots: Sequence[Snapshot], now: datetime) -> list[Snapshot]:
    """Return those that need not be kept: of older ones, the last of each day, week, month is."""
    kept = set({_period(snapshot.made, now): snapshot for snapshot in snapshots}.values())
    return [snapshot for snapshot in snapshots if snapshot not in kept]


def _period(made: datetime, now: datetime) -> tuple[object, ...]:
    age = now - made
    if age <= HOURLY:
        return (made,)
    if age <= DAILY:
        return (made.date(),)
    return made.isocalendar()[:2] if age <= WEEKLY else ("month", made.year, made.month)


def _made(path: Path) -> datetime | None:
    try:
        return datetime.strptime(path.name, _NAME).replace(tzinfo=UTC)
    except ValueError:
        return None


def _files(folder: Path, depth: int = 2) -> Iterator[Path]:
    """Yield the files of a notebook, without what is local, temporary or a link."""
    try:
        with os.scandir(folder) as items:
            found = sorted(_kinds(item) for item in items if item.name[0] != ".")
    except OSError as error:
        raise StudyError(
            translate("Notebook", "cannot read {}").format(folder), files.reason(error)
        ) from error
    for name, is_file, is_folder in found:
        if is_file:
            yield folder / name
        elif is_folder and depth:
            yield from _files(folder / name, depth - 1)


def _kinds(item: os.DirEntry[str]) -> tuple[str, bool, bool]:
    return item.name, item.is_file(follow_symlinks=False), item.is_dir(follow_symlinks=False)


def member(path: Path, name: str) -> bytes | None:
    """Return one file of a backup; None if it has none of that name or cannot be read."""
    try:
        with zipfile.ZipFile(path) as archive:
            return archive.read(name)
    except (*_UNREADABLE, KeyError):
        return None


def _members(path: Path) -> Iterator[tuple[str, bytes]]:
    try:
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                if _MEMBER.fullmatch(name):
                    yield name, archive.read(name)
    except _UNREADABLE as error:
        raise StudyError(
            translate("Notebook", "cannot read the backup {}").format(path), str(error)
        ) from error


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")
