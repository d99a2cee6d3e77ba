"""One annotation of several: copies that sync tools leave, both sides that git leaves in a file.

`folders` finds the files, and calls while the notebook's lock is held. What cannot be done now is
left as it is, to be seen and tried again at the next look.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from studyapp import files
from studyapp.model import StudyError
from studyapp.notes import conflicts
from studyapp.notes.annotationfile import BadFileError, parse
from studyapp.notes.aside import keep_copy, set_aside
from studyapp.notes.entry import ENDING, Entry, encoded, id_from, text_of
from studyapp.notes.merging import common_version, merge

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from studyapp.model import Annotation
    from studyapp.notes.earlier import Earlier
    from studyapp.notes.index import Index


class Joining:
    """Joins files of one folder."""

    def __init__(
        self,
        folder: Path,
        aside: Path,
        index: Index,
        earlier: Earlier,
        write: Callable[[str, bytes, Entry], object],
    ) -> None:
        """Take where copies go, what is known of the files, and what writes over one of them."""
        self._folder = folder
        self._aside = aside
        self._index = index
        self._earlier = earlier
        self._write = write

    def join(self, group: Iterable[Entry]) -> bool:
        """Make one file of those that are about one annotation; tell whether it was done."""
        main, *copies = sorted(group, key=likely_original)
        merged = original = main.annotation
        for copy in copies:
            other = copy.annotation
            merged = merge(merged, other, self._base(merged, other))
        try:
            if merged != original:
                self._write(main.name, encoded(merged), main)
            for copy in copies:
                set_aside(self._folder / copy.name, self._aside)
        except StudyError:
            return False
        return True

    def _base(self, one: Annotation, other: Annotation) -> Annotation | None:
        """Return what two versions were made from, as far as this device remembers."""
        earlier = self._earlier.versions(one.id)
        entry = self._index.entry_of(one.id)
        local = entry and entry.annotation
        if local is None or local not in (one, other):
            return earlier[0] if earlier else None
        return common_version(other if one == local else one, earlier)

    def repair(self, name: str) -> bool:
        """Make one of the two sides that git left in a file, if that is what is wrong with it."""
        path = self._folder / name
        try:
            sides = conflicts.sides(text_of(path.read_bytes()))
            if sides is None:
                return False
            ours, theirs = (parse(side, id_from(name)) for side in (sides.ours, sides.theirs))
            base = self._base(ours, theirs)
            merged = merge(ours, theirs, base or _common(sides.base))
            if base is None and ours.status != theirs.status:
                merged = replace(merged, status="")  # git does not tell which side made other edits
            keep_copy(path, self._aside)
            files.write_atomic(path, encoded(merged))
        except (OSError, BadFileError, StudyError):
            return False
        return True


def likely_original(entry: Entry) -> tuple[bool, int, str]:
    """Return a key that sorts the file that was there first before copies of it."""
    return entry.name != entry.id + ENDING, len(entry.name), entry.name


def _common(text: str | None) -> Annotation | None:
    """Return the version that git names as common, which may have lines twice."""
    try:
        return None if text is None else parse(text, "unknown")
    except BadFileError:
        return None
