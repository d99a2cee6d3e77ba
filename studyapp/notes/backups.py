"""Snapshots of the notebook on this machine: one zip each, fewer the older they are.

The workspace takes one now and then while the app is used, and before anything that touches many
files. A restore never removes what was made since.
"""

from __future__ import annotations

import io
import re
import time
import zipfile
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from studyapp import files
from studyapp.model import StudyError
from studyapp.notes.notebook import LOCAL

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from studyapp.notes.notebook import Notebook

HOURLY = timedelta(days=1)
DAILY = timedelta(days=7)
WEEKLY = timedelta(days=35)

_NAME = "notebook-%Y%m%dT%H%M%S.%fZ.zip"
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
        """Make a snapshot durably, then remove old ones that are too many."""
        made = self._now()
        path = self._folder / made.strftime(_NAME)
        files.write_atomic(path, self._zipped())
        taken = Snapshot(path, made)
        for snapshot in superfluous(self.snapshots(), made):
            if snapshot != taken:
                snapshot.path.unlink(missing_ok=True)
        return taken

    def _now(self) -> datetime:
        return datetime.fromtimestamp(self._clock(), UTC)

    def _zipped(self) -> bytes:
        data = io.BytesIO()
        with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED, strict_timestamps=False) as archive:
            for path in _files(self._notebook.folder):
                try:
                    archive.write(path, path.relative_to(self._notebook.folder).as_posix())
                except FileNotFoundError:
                    continue  # somebody moved it meanwhile
                except OSError as error:
                    raise StudyError(f"cannot read {path}", files.reason(error)) from error
        return data.getvalue()

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
        todo = list(self._compared(snapshot))
        self.take()
        with self._notebook.writing():
            for name, _, then, _ in todo:
                files.write_atomic(self._notebook.folder / name, then)
        return len(todo)


def superfluous(snapshots: Sequence[Snapshot], now: datetime) -> list[Snapshot]:
    """Return those that need not be kept: of older ones, the last of each day, week, month is."""
    kept = {_period(snapshot.made, now): snapshot for snapshot in snapshots}
    return [snapshot for snapshot in snapshots if snapshot not in kept.values()]


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


def _files(folder: Path) -> Iterator[Path]:
    """Yield the files of a notebook, without what is local, temporary or a link."""
    for path in sorted(folder.glob("*")):
        if path.name.startswith(".") or path.is_symlink():
            continue
        if path.is_file():
            yield path
        else:
            yield from _plain(sorted([*path.glob("*"), *path.glob("*/*")]))


def _plain(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        linked = path.is_symlink() or path.parent.is_symlink()
        if path.is_file() and not linked and path.name[0] != ".":
            yield path


def _members(path: Path) -> Iterator[tuple[str, bytes]]:
    try:
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                if _MEMBER.fullmatch(name) and not name.startswith(LOCAL):
                    yield name, archive.read(name)
    except (OSError, zipfile.BadZipFile, RuntimeError, NotImplementedError) as error:
        raise StudyError(f"cannot read the backup {path}", str(error)) from error


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")
