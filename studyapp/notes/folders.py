"""The annotations of one course: a folder of files, read, written and watched for other writers.

`notes.notebook` has one of these for each course. Nothing here decides when to write; all of it is
called while the notebook's lock is held.
"""

from __future__ import annotations

import os
import stat
import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from studyapp import files
from studyapp.model import Annotation, StudyError
from studyapp.notes import cache, conflicts
from studyapp.notes.annotationfile import BadFileError, dump, parse
from studyapp.notes.cache import Entry, Stamp
from studyapp.notes.earlier import Earlier
from studyapp.notes.ids import ULID
from studyapp.notes.merging import TRASHED, common_version, merge

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

ENDING = ".md"
MOST_BYTES = 20 * 1024 * 1024
SPARED = 2
"""So many annotations may go at once from a notebook of any size."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A file of the notebook that cannot be used as it is; it stays where it is."""

    path: Path
    line: int
    """From 1; 0 when no line can be named."""
    reason: str


@dataclass(frozen=True, slots=True)
class _Scan:
    entries: dict[str, Entry]
    findings: dict[str, Finding]


class AnnotationFolder:
    """The annotations of a course as they are on disk, each under the name of its file."""

    def __init__(self, folder: Path, local: Path, aside: Path) -> None:
        """Take the folder of the files, one for what is derived, one for absorbed copies."""
        self.folder = folder
        self._cache = local / "cache.msgpack"
        self._earlier = Earlier(local / "earlier.jsonl")
        self._aside = aside
        self._known = cache.read(self._cache)
        self._fresh = False
        # A write that failed in its last step may stand on disk: nobody else wrote that.
        self._tried: dict[str, Annotation] = {}
        self.by_id = _by_id(self._known.values())
        self.findings: dict[str, Finding] = {}

    def refresh(self, *, accept: bool, writable: bool) -> frozenset[str]:
        """Take in what changed on disk; return the ids concerned.

        Raises StudyError, and goes on showing what was there, when too much is gone at once.
        """
        with cache.uncollected():
            scan = self._scan()
        if writable and self._absorb(scan):
            scan = self._scan(scan.entries)
        by_id = _by_id(scan.entries.values())
        if not accept:
            self._brake(by_id)
        changed = _differences(self.by_id, by_id)
        self._fresh = self._fresh or scan.entries != self._known
        self._known, self.by_id, self.findings = scan.entries, by_id, scan.findings
        return changed

    def _scan(self, known: Mapping[str, Entry] | None = None) -> _Scan:
        known = self._known if known is None else known
        scan = _Scan({}, {})
        for item in _items(self.folder):
            name = item.name
            if not name.endswith(ENDING) or name[0] == ".":
                continue
            status = item.stat(follow_symlinks=False)
            stamp = (status.st_size, status.st_mtime_ns, status.st_ino)
            entry = known.get(name)
            if entry is not None and entry.stamp == stamp:
                scan.entries[name] = entry
                continue
            try:
                scan.entries[name] = _read(item.path, name, status)
            except BadFileError as error:
                scan.findings[name] = Finding(self.folder / name, error.line, error.reason)
        return scan

    def _brake(self, by_id: Mapping[str, Entry]) -> None:
        shown = {key for key, entry in self.by_id.items() if entry.annotation.status != TRASHED}
        gone = [key for key in shown if key not in by_id or by_id[key].annotation.status == TRASHED]
        if len(gone) > max(SPARED, len(shown) // 5):
            raise StudyError(
                f"{len(gone)} of {len(shown)} annotations in {self.folder} are gone at once",
                "something other than Studyapp removed, trashed or damaged them",
                "see whether the folder is complete; if this is meant, accept it",
            )

    def _absorb(self, scan: _Scan) -> bool:
        """Make one file of those that are about one annotation; return whether any was."""
        groups: dict[str, list[Entry]] = {}
        for entry in scan.entries.values():
            groups.setdefault(entry.annotation.id, []).append(entry)
        done = [self._join(group) for group in groups.values() if len(group) > 1]
        torn = [self._repair(name) for name in scan.findings]
        return any(done) or any(torn)

    def _join(self, group: list[Entry]) -> bool:
        main, *copies = sorted(group, key=_likely_original)
        merged = main.annotation
        for copy in copies:
            merged = self._merged(merged, copy.annotation)
        try:
            if merged != main.annotation:
                self._replace(main.name, merged, main.annotation)
            for copy in copies:
                self._set_aside(copy.name)
        except StudyError:
            return False  # seen again, and tried again, at the next scan
        return True

    def _merged(self, one: Annotation, other: Annotation) -> Annotation:
        return merge(one, other, self._base(one, other))

    def _base(self, one: Annotation, other: Annotation) -> Annotation | None:
        """Return what two versions were made from, as far as this device remembers."""
        earlier = self._earlier.versions(one.id)
        local = self.by_id.get(one.id)
        if local is None or local.annotation not in (one, other):
            return earlier[0] if earlier else None
        return common_version(other if one == local.annotation else one, earlier)

    def _repair(self, name: str) -> bool:
        """Make one of the two sides that git left in a file, if that is what is wrong with it."""
        try:
            text = _decoded((self.folder / name).read_bytes())
            sides = conflicts.sides(text)
            if sides is None:
                return False
            ours, theirs = (parse(side, _id_from(name)) for side in (sides.ours, sides.theirs))
            base = self._base(ours, theirs)
            merged = merge(ours, theirs, base or _common(sides.base))
            if base is None and ours.status != theirs.status:
                merged = replace(merged, status="")  # git does not tell which side made other edits
            self._keep_copy(name)
            files.write_atomic(self.folder / name, _encoded(merged))
        except (OSError, BadFileError, StudyError):
            return False
        return True

    def save(self, annotation: Annotation) -> Annotation:
        """Write an annotation durably; what somebody else wrote since we read it is merged in."""
        known = self.by_id.get(annotation.id)
        name = known.name if known else annotation.id + ENDING
        stamp = _stamp(self.folder / name)
        if stamp is not None and (known is None or stamp != known.stamp):
            annotation = self._with_theirs(annotation, name, known)
        self._tried[annotation.id] = annotation
        self._replace(name, annotation, known.annotation if known else None)
        del self._tried[annotation.id]
        self._remember(name, annotation)
        return annotation

    def _with_theirs(self, annotation: Annotation, name: str, known: Entry | None) -> Annotation:
        path = self.folder / name
        try:
            theirs = _read(str(path), name, path.lstat()).annotation
        except BadFileError:
            self._keep_copy(name)
            return annotation
        if theirs == self._tried.get(annotation.id):
            return annotation
        if theirs.id != annotation.id:
            self._set_aside(name)
            return annotation
        return merge(annotation, theirs, known.annotation if known else None)

    def _replace(self, name: str, new: Annotation, old: Annotation | None) -> None:
        if old is not None and old != new:
            self._earlier.add(old)
        files.write_atomic(self.folder / name, _encoded(new))

    def _remember(self, name: str, annotation: Annotation) -> None:
        stamp = _stamp(self.folder / name) or (0, 0, 0)
        entry = Entry(name, stamp, annotation)
        self._known[name] = self.by_id[annotation.id] = entry
        self.findings.pop(name, None)
        self._fresh = True

    def _keep_copy(self, name: str) -> Path:
        path = self.folder / name
        copy = self._aside / f"{time.time_ns()}-{name}"
        try:
            files.write_atomic(copy, path.read_bytes())
        except OSError as error:
            raise files.unwritable(copy, error) from error
        return path

    def _set_aside(self, name: str) -> None:
        """Move a file to this device's backups."""
        path = self._keep_copy(name)
        try:
            path.unlink()
        except OSError as error:
            raise files.unwritable(path, error) from error

    def remove(self, annotation_id: str) -> bool:
        """Move an annotation's file to this device's backups, unless somebody changed it since."""
        entry = self.by_id[annotation_id]
        if _stamp(self.folder / entry.name) != entry.stamp:
            return False
        self._set_aside(entry.name)
        del self.by_id[annotation_id], self._known[entry.name]
        self._fresh = True
        return True

    def store_cache(self) -> None:
        """Write the cache, if there is anything new in it."""
        if self._fresh:
            cache.write(self._cache, self._known)
            self._fresh = False


def _items(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as items:
            return list(items)
    except FileNotFoundError:
        return []
    except OSError as error:
        raise StudyError(f"cannot read {folder}", files.reason(error)) from error


def _read(path: str, name: str, status: os.stat_result) -> Entry:
    """Read a file whose status is known; raises BadFileError."""
    if not stat.S_ISREG(status.st_mode):
        raise BadFileError(0, "not a plain file: links are not followed")
    if status.st_size > MOST_BYTES:
        raise BadFileError(0, f"larger than {MOST_BYTES // 2**20} MB")
    try:
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
        try:
            data = os.read(handle, status.st_size + 1)
        finally:
            os.close(handle)
    except OSError as error:
        raise BadFileError(0, files.reason(error)) from error
    annotation = parse(_decoded(data), _id_from(name))
    return Entry(name, (status.st_size, status.st_mtime_ns, status.st_ino), annotation)


def _id_from(name: str) -> str:
    """Return the id for a file that tells none: its name, without what sync tools add to ids."""
    original = conflicts.original_name(name).removesuffix(ENDING)
    return original if ULID.fullmatch(original) else name.removesuffix(ENDING)


def _common(text: str | None) -> Annotation | None:
    """Return the version that git names as common, which may have lines twice."""
    try:
        return None if text is None else parse(text, "unknown")
    except BadFileError:
        return None


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise BadFileError(line, "not UTF-8") from error


def _encoded(annotation: Annotation) -> bytes:
    return dump(annotation).encode("utf-8", "surrogatepass")


def _stamp(path: Path) -> Stamp | None:
    try:
        status = path.lstat()
    except OSError:
        return None
    return status.st_size, status.st_mtime_ns, status.st_ino


def _likely_original(entry: Entry) -> tuple[bool, int, str]:
    return entry.name != entry.annotation.id + ENDING, len(entry.name), entry.name


def _by_id(entries: Iterable[Entry]) -> dict[str, Entry]:
    """Return entries by id; of several for one id, the one that is likely the original."""
    found: dict[str, Entry] = {}
    for entry in entries:
        rival = found.setdefault(entry.annotation.id, entry)
        if rival is not entry and _likely_original(entry) < _likely_original(rival):
            found[entry.annotation.id] = entry
    return found


def _differences(old: Mapping[str, Entry], new: Mapping[str, Entry]) -> frozenset[str]:
    same = {key for key in old.keys() & new.keys() if _same(old[key], new[key])}
    return frozenset((old.keys() | new.keys()) - same)


def _same(one: Entry, other: Entry) -> bool:
    return one is other or one.annotation == other.annotation
