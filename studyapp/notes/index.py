"""Which annotation is in which file and section: the cache, and what was changed since it was made.

`notes.folders` has one for each course, tells it what it finds on disk and asks it what is known.
Each annotation has one file here; further files about it wait outside until they are absorbed.
"""

from __future__ import annotations

import os
from collections import defaultdict
from typing import TYPE_CHECKING

from studyapp.notes import cache
from studyapp.notes.cache import Block, Cache
from studyapp.notes.entry import ENDING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

    from studyapp.model import Annotation
    from studyapp.notes.entry import Entry

MOST_READ = 64
"""Sections whose annotations are kept in memory."""


class Index:
    """The annotation files of one course, as far as they are known."""

    def __init__(self, path: Path) -> None:
        """Take the file of the cache."""
        self._path = path
        self._start(Cache(path))

    def _start(self, stored: Cache) -> None:
        self._cache = stored
        self._new: dict[str, Entry] = {}
        # What the cache has under these names does not count any more.
        self._outdated: set[str] = set()
        self._strangers = dict(stored.strangers)
        self._shown = {section: place.shown for section, place in stored.sections.items()}
        self._read: dict[str, dict[str, Annotation]] = {}

    @property
    def is_cached(self) -> bool:
        """Tell whether there is a cache that answers before the disk is looked at."""
        return self._cache.exists

    def forget(self) -> None:
        """Know nothing any more, since the cache is damaged."""
        self._cache.close()
        self._start(Cache())

    def shown(self) -> dict[str, int]:
        """Return for each section how many of its annotations are not removed."""
        return {section: count for section, count in self._shown.items() if count}

    def stamps(self) -> dict[str, bytes]:
        """Return what `cache.stamp_in` takes, by the name of each file."""
        rows = dict(self._cache.rows())
        for name in tuple(self._outdated):
            rows.pop(name, None)
        rows.update({name: entry.stamp for name, entry in tuple(self._new.items())})
        return rows

    def name_of(self, annotation_id: str) -> str:
        """Return the name of the file that an annotation has, or would have."""
        return self._strangers.get(annotation_id) or annotation_id + ENDING

    def entry_of(self, annotation_id: str) -> Entry | None:
        """Return an annotation's file."""
        name = self.name_of(annotation_id)
        entry = self.entries((name,)).get(name)
        return entry if entry and entry.id == annotation_id else None

    def entries(self, names: Collection[str]) -> dict[str, Entry]:
        """Return the files that are known of some names."""
        found = {name: self._new[name] for name in names if name in self._new}
        rest = {name for name in names if name not in self._outdated}
        for section in self._cache.sections_of(rest):
            stored = self._cache.entries(section)
            found.update((entry.name, entry) for entry in stored if entry.name in rest)
        return found

    def sections(self) -> set[str]:
        """Return the sections that have annotations, removed ones too."""
        return {*self._cache.sections, *(entry.section for entry in self._new.values())}

    def of_section(self, section: str) -> dict[str, Annotation]:
        """Return a section's annotations by id."""
        if section not in self._read:
            if len(self._read) >= MOST_READ:
                self._read.clear()
            entries = [*self._stored(section), *self._unstored(section)]
            self._read[section] = {entry.id: entry.annotation for entry in entries}
        return self._read[section]

    def _stored(self, section: str) -> list[Entry]:
        entries = self._cache.entries(section)
        return [entry for entry in entries if entry.name not in self._outdated]

    def _unstored(self, section: str) -> list[Entry]:
        return [entry for entry in self._new.values() if entry.section == section]

    def all(self) -> Iterator[Entry]:
        """Yield every file."""
        for section in self._cache.sections:
            yield from self._stored(section)
        yield from self._new.values()

    def change(self, name: str, old: Entry | None, new: Entry | None) -> None:
        """Take note that a file is another one now, or is there no more."""
        if old is not None:
            self._count(old, -1)
            if self._strangers.get(old.id) == name:
                del self._strangers[old.id]
        if new is not None:
            self._count(new, 1)
            self._new[name] = new
            if name != new.id + ENDING:
                self._strangers[new.id] = name
        else:
            self._new.pop(name, None)
        self._outdated.add(name)

    def _count(self, entry: Entry, step: int) -> None:
        self._read.pop(entry.section, None)
        if not entry.trashed:
            self._shown[entry.section] = self._shown.get(entry.section, 0) + step

    def store(self, least: int) -> None:
        """Write the cache, if so many files were changed."""
        if len(self._outdated) >= least:
            read = self._read
            if cache.write(self._path, self._blocks(), self._strangers):
                self._start(Cache(self._path))
                self._read = read

    def _blocks(self) -> Iterator[Block]:
        unstored: defaultdict[str, list[Entry]] = defaultdict(list)
        for entry in self._new.values():
            unstored[entry.section].append(entry)
        touched = self._cache.sections_of(self._outdated) | unstored.keys()
        stored = zip(self._cache.sections.items(), self._cache.stamps(), strict=True)
        for (section, place), stamps in stored:
            if section not in touched:
                yield Block(section, self._cache.data(section), place.shown, stamps)
        for section in touched:
            if entries := [*self._stored(section), *unstored[section]]:
                yield cache.block(section, entries)
        if os.name == "nt":
            self._cache.close()  # an open file cannot be replaced there
