"""The annotations of one course: a folder of files, read, written and watched for other writers.

`notes.notebook` has one of these for each course. Nothing here decides when to write; whatever
writes is called while the notebook's lock is held.
"""

from __future__ import annotations

import os
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from studyapp import files
from studyapp.model import Annotation, StudyError
from studyapp.notes import cache, errors
from studyapp.notes.annotationfile import BadFileError
from studyapp.notes.aside import keep_copy, set_aside
from studyapp.notes.cache import DamagedError, stamp_in, uncollected
from studyapp.notes.earlier import Earlier
from studyapp.notes.entry import (
    ENDING,
    Entry,
    encoded,
    read_entry,
    stamp_at,
    stamp_of,
)
from studyapp.notes.index import Index
from studyapp.notes.joining import Joining, likely_original
from studyapp.notes.merging import TRASHED, merge
from studyapp.notes.staging import Plan
from studyapp.wording import translate

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping
    from pathlib import Path

SPARED = 2
"""So many annotations may go at once from a notebook of any size."""

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Finding:
    """A file of the notebook that cannot be used as it is; it stays where it is."""

    path: Path
    line: int
    """From 1; 0 when no line can be named."""
    reason: str


@dataclass(frozen=True, slots=True)
class _Seen:
    """What files that were looked at are now."""

    entries: dict[str, Entry] = field(default_factory=dict[str, Entry])
    gone: set[str] = field(default_factory=set[str])
    findings: dict[str, Finding] = field(default_factory=dict[str, Finding])


class AnnotationFolder:
    """The annotations of a course as they are on disk, each under the name of its file."""

    def __init__(self, folder: Path, local: Path, aside: Path) -> None:
        """Take the folder of the files, one for what is derived, one for absorbed copies."""
        self.folder = folder
        self._start = f"{folder}{os.sep}"
        self._index = Index(local / cache.NAME)
        self._earlier = Earlier(local / "earlier.jsonl")
        self._aside = aside
        self._joining = Joining(folder, aside, self._index, self._earlier, self._replace)
        self._untold: frozenset[str] = frozenset()
        # A write that failed in its last step may stand on disk: nobody else wrote that.
        self._tried: defaultdict[str, list[Annotation]] = defaultdict(list)
        self.findings: dict[str, Finding] = {}

    @property
    def is_cached(self) -> bool:
        """Tell whether there was a cache to answer from before the disk was looked at."""
        return self._index.is_cached

    def shown(self) -> dict[str, int]:
        """Return for each section how many of its annotations are not removed."""
        return self._index.shown()

    def sections(self) -> set[str]:
        """Return the sections that have annotations, removed ones too."""
        return self._index.sections()

    def of_section(self, section: str) -> dict[str, Annotation]:
        """Return a section's annotations by id, removed ones too."""
        return dict(self._sure(lambda: self._index.of_section(section)))

    def all(self) -> dict[str, Annotation]:
        """Return every annotation by id."""
        with uncollected():
            return self._sure(lambda: {entry.id: entry.annotation for entry in self._index.all()})

    def trashed(self) -> list[Annotation]:
        """Return the annotations that were removed."""
        return self._sure(
            lambda: [entry.annotation for entry in self._index.all() if entry.trashed]
        )

    def current(self, annotation_id: str) -> Annotation | None:
        """Return an annotation as its file now is; as it was known, if the file is gone."""
        entry = self._entry(annotation_id)
        name = entry.name if entry else self._index.name_of(annotation_id)
        stamp = stamp_at(self.folder / name)
        if stamp is not None and (entry is None or entry.stamp != stamp):
            self._untold |= self._refreshed({name}, accept=True, writable=False)
            entry = self._entry(annotation_id)
        return entry and entry.annotation

    def known(self, annotation_id: str) -> Annotation | None:
        """Return an annotation as it was last seen."""
        entry = self._entry(annotation_id)
        return entry and entry.annotation

    def _entry(self, annotation_id: str) -> Entry | None:
        return self._sure(lambda: self._index.entry_of(annotation_id))

    def _sure(self, question: Callable[[], T]) -> T:
        """Return the answer of the index, though its cache be damaged."""
        try:
            return question()
        except DamagedError:
            self._index.forget()
            self._untold |= self._refreshed(self.look(), accept=True, writable=False)
            return question()

    def look(self) -> frozenset[str]:
        """Return the names of files that may be other ones than is known.

        May be called from any thread: what it returns is where to look, not what is there.
        """
        try:
            known = self._index.stamps()
        except DamagedError:
            known = {}
        found = [
            item.name
            for item in _items(self.folder)
            if (row := known.pop(item.name, None)) is None or stamp_in(row) != _item_stamp(item)
        ]
        return frozenset(filter(_is_ours, found)) | known.keys() | self.findings.keys()

    def refresh(self, names: Collection[str], *, accept: bool, writable: bool) -> frozenset[str]:
        """Take in what some files are now; return the ids concerned.

        Raises StudyError, and goes on showing what was there, when too much is gone at once.
        """
        with uncollected():
            changed = self._sure(lambda: self._refreshed(names, accept=accept, writable=writable))
        told, self._untold = changed | self._untold, frozenset()
        return told

    def _refreshed(self, names: Collection[str], *, accept: bool, writable: bool) -> frozenset[str]:
        seen = self._seen(names, writable=writable)
        groups = self._groups(seen)
        if writable and self._absorb(groups, seen):
            seen = self._seen(self.look() | frozenset(names), writable=writable)
            groups = self._groups(seen)
        for group in groups:
            for copy in sorted(group, key=likely_original)[1:]:
                seen.entries.pop(copy.name, None)
                seen.gone.add(copy.name)
        old = self._index.entries(seen.entries.keys() | seen.gone)
        before, after = _by_id(old), _by_id(seen.entries)
        if not accept:
            self._brake(before, after)
        for name in seen.entries.keys() | old.keys():
            self._index.change(name, old.get(name), seen.entries.get(name))
        kept = {name: one for name, one in self.findings.items() if name not in names}
        self.findings = kept | seen.findings
        return _differences(before, after)

    def _seen(self, names: Collection[str], *, writable: bool) -> _Seen:
        seen = _Seen()
        for name in names:
            try:
                if not name.endswith(ENDING):
                    self._sweep(name, writable=writable)
                else:
                    seen.entries[name] = read_entry(self._start + name, name)
            except FileNotFoundError:
                seen.gone.add(name)
            except BadFileError as error:
                seen.gone.add(name)
                seen.findings[name] = Finding(self.folder / name, error.line, error.reason)
        return seen

    def _sweep(self, name: str, *, writable: bool) -> None:
        """Remove what a write left that was cut short."""
        if writable:
            (self.folder / name).unlink(missing_ok=True)

    def _brake(self, before: Mapping[str, Entry], after: Mapping[str, Entry]) -> None:
        shown = sum(self._index.shown().values())
        gone = [
            key
            for key, entry in before.items()
            if not entry.trashed and (key not in after or after[key].trashed)
        ]
        if len(gone) > max(SPARED, shown // 5):
            raise errors.lost(len(gone), shown, self.folder)

    def _groups(self, seen: _Seen) -> list[list[Entry]]:
        """Return the files that are about one annotation, where these are several."""
        first: dict[str, Entry] = {}
        groups: dict[str, dict[str, Entry]] = {}
        for name, entry in seen.entries.items():
            rival = first.setdefault(entry.id, entry)
            if rival is entry and self._index.name_of(entry.id) != name:
                rival = self._unseen(entry.id, seen) or entry
            if rival is not entry:
                group = groups.setdefault(entry.id, {rival.name: rival})
                group[name] = entry
        return [list(group.values()) for group in groups.values()]

    def _unseen(self, annotation_id: str, seen: _Seen) -> Entry | None:
        """Return the file of an annotation that was not looked at."""
        known = self._index.entry_of(annotation_id)
        return known if known and known.name not in seen.entries.keys() | seen.gone else None

    def _absorb(self, groups: list[list[Entry]], seen: _Seen) -> bool:
        """Make one file of those that are about one annotation; return whether any was."""
        done = [self._joining.join(group) for group in groups]
        torn = [self._joining.repair(name) for name in seen.findings]
        return any(done) or any(torn)

    def save(
        self, annotation: Annotation, later: Callable[[Annotation, Annotation], Annotation]
    ) -> Annotation:
        """Write an annotation durably; what somebody else wrote since we read it is merged in.

        `later` makes it one that was modified after the version that is known.
        """
        plan = self.plan(annotation, later)
        self.take(plan, self._replace(plan.name, plan.data, plan.known))
        return plan.annotation

    def plan(
        self, annotation: Annotation, later: Callable[[Annotation, Annotation], Annotation]
    ) -> Plan:
        """Return the write that `save` would do, for `carry_out` and then `take`."""
        known = self._entry(annotation.id)
        if known:
            annotation = later(annotation, known.annotation)
        name = known.name if known else self._index.name_of(annotation.id)
        stamp = stamp_at(self.folder / name)
        if stamp is not None and (known is None or stamp != known.stamp):
            annotation = self._with_theirs(annotation, name, known)
        self._tried[annotation.id].append(annotation)
        return Plan(name, annotation, encoded(annotation), known, stamp)

    def carry_out(self, plan: Plan) -> bytes | None:
        """Do a planned write, on any thread; return the file's stamp.

        None, and nothing is written, if the file is another one than when the write was planned.
        """
        if stamp_at(self.folder / plan.name) != plan.stamp:
            return None
        return self._replace(plan.name, plan.data, plan.known)

    def take(self, plan: Plan, stamp: bytes) -> None:
        """Take note of a write that was done."""
        one = plan.annotation
        self._tried.pop(one.id, None)
        entry = Entry(plan.name, stamp, one.id, one.section, one.status == TRASHED, plan.data)
        known = self._index.entries((plan.name,)).get(plan.name)
        self._index.change(plan.name, known, entry)
        self.findings.pop(plan.name, None)

    def _with_theirs(self, annotation: Annotation, name: str, known: Entry | None) -> Annotation:
        try:
            theirs = read_entry(self._start + name, name).annotation
        except FileNotFoundError:
            return annotation
        except BadFileError:
            keep_copy(self.folder / name, self._aside)
            return annotation
        if theirs in self._tried[annotation.id]:
            return annotation
        if theirs.id != annotation.id:
            set_aside(self.folder / name, self._aside)
            return annotation
        return merge(annotation, theirs, known.annotation if known else None)

    def _replace(self, name: str, data: bytes, old: Entry | None) -> bytes:
        """Write a file durably; return its stamp."""
        if old is not None and old.data != data:
            self._earlier.add(old.id, old.data)
        return stamp_of(files.write_atomic(self.folder / name, data))

    def remove(self, annotation_id: str) -> bool:
        """Move an annotation's file to this device's backups, unless somebody changed it since."""
        entry = self._entry(annotation_id)
        if entry is None or stamp_at(self.folder / entry.name) != entry.stamp:
            return False
        set_aside(self.folder / entry.name, self._aside)
        self._index.change(entry.name, entry, None)
        return True

    def store_cache(self, least: int = 1) -> None:
        """Write the cache, if it lacks so many changes."""
        self._index.store(least)


def _items(folder: Path) -> Iterator[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as items:
            yield from items
    except FileNotFoundError:
        return
    except OSError as error:
        raise StudyError(
            translate("Notebook", "cannot read {}").format(folder), files.reason(error)
        ) from error


def _is_ours(name: str) -> bool:
    return name.endswith(files.TEMPORARY_SUFFIX if name[0] == "." else ENDING)


def _item_stamp(item: os.DirEntry[str]) -> bytes:
    try:
        return stamp_of(item.stat(follow_symlinks=False))
    except OSError:
        return b""


def _by_id(entries: Mapping[str, Entry]) -> dict[str, Entry]:
    return {entry.id: entry for entry in entries.values()}


def _differences(before: Mapping[str, Entry], after: Mapping[str, Entry]) -> frozenset[str]:
    same = {key for key in before.keys() & after.keys() if _same(before[key], after[key])}
    return frozenset((before.keys() | after.keys()) - same)


def _same(one: Entry, other: Entry) -> bool:
    return one.data == other.data or one.annotation == other.annotation
