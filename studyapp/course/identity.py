"""Which course a folder holds, wherever it lies and whatever it is called.

A course that names its id in `course.toml` has that one. Any other gets one from its title and
content; the register of known courses keeps it when the folder is moved, renamed or edited.
`course.loader` asks for ids, the window registers what it opens, the command line finds courses by
id.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from studyapp import files
from studyapp.course.slugs import slug
from studyapp.model import StudyError

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

FORMAT = 1
SAME = 0.5
"""Fingerprints that share more than this part are of one course.

Half of a fingerprint is titles, and courses made from one template share all of those: so more
is asked for."""

SKETCH = 256
_ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,79}")
_DEVICES = re.compile(r"con|prn|aux|nul|com\d|lpt\d")  # names that Windows gives to no folder


class Known(Struct, frozen=True):
    """A course that was opened before."""

    id: str
    title: str
    path: str
    fingerprint: tuple[int, ...] = ()


def valid_id(wanted: str) -> str:
    """Return an id made fit to name a folder anywhere; empty when nothing is left of it."""
    made = wanted if _ID.fullmatch(wanted) else slug(_plain_letters(wanted))
    made = re.sub(r"-+", "-", made).strip("-_")[:80]
    return made + "-course" if _DEVICES.fullmatch(made) else made


def _plain_letters(text: str) -> str:
    return unicodedata.normalize("NFKD", text.casefold()).encode("ascii", "ignore").decode()


def fingerprint(hashes: Collection[int]) -> tuple[int, ...]:
    """Return the smallest of a course's hashes: few, and everywhere the same few."""
    return tuple(sorted(hashes)[:SKETCH])


def overlap(one: Collection[int], other: Collection[int]) -> float:
    """Return the part of two fingerprints that is common, from 0 to 1."""
    # Beyond the last value of a full sketch nothing is known of its course.
    bounds = [max(sketch) for sketch in (one, other) if len(sketch) >= SKETCH]
    bound = min(bounds, default=None)
    sets = [
        {value for value in sketch if bound is None or value <= bound} for sketch in (one, other)
    ]
    larger = max(len(values) for values in sets)
    return len(sets[0] & sets[1]) / larger if larger else 0.0


def id_of(title: str, path: Path, sketch: tuple[int, ...], known: Collection[Known]) -> str:
    """Return the id of a course that names none: that of a known course, else a new one."""
    for course in known:
        if course.path == files.as_text(path):
            return course.id
    best = max(known, key=lambda course: overlap(sketch, course.fingerprint), default=None)
    if best is not None and overlap(sketch, best.fingerprint) > SAME:
        return best.id
    mark = f"{_hash_of(sketch, path):08x}"
    return f"{valid_id(title)[:60] or 'course'}-{mark}"


def _hash_of(sketch: tuple[int, ...], path: Path) -> int:
    """Return 32 bits that stand for a course's content, or for its place while it is empty."""
    import zlib  # noqa: PLC0415 - only a course without an id comes here

    return zlib.crc32(repr(sketch or str(path)).encode(errors="surrogateescape"))


class Register:
    """The known courses, the one opened last first, in a file of the state folder."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "courses.json"

    def known(self) -> list[Known]:
        """Return the known courses; an unreadable register is empty, for it is only memory."""
        try:
            stored = files.read_json(self._path, FORMAT) or {}
            return [_known(entry) for entry in stored.get("courses", [])]
        except (StudyError, TypeError, ValueError, KeyError, AttributeError):
            return []

    def add(self, course: Known) -> None:
        """Put a course first, in place of what was known of it."""
        before = self.known()
        if before and before[0] == course:
            return
        rest = [other for other in before if other.id != course.id and other.path != course.path]
        rows = [_entry(other) for other in (course, *rest)]
        files.write_json(self._path, FORMAT, {"courses": rows})

    def path_of(self, course_id: str) -> str:
        """Return where a course was last seen, or an empty string."""
        return next((known.path for known in self.known() if known.id == course_id), "")


def _known(entry: dict[str, Any]) -> Known:
    sketch = tuple(int(value, 16) for value in entry["fingerprint"].split())
    return Known(str(entry["id"]), str(entry["title"]), str(entry["path"]), sketch)


def _entry(course: Known) -> dict[str, str]:
    sketch = " ".join(f"{value:x}" for value in course.fingerprint)
    return {"id": course.id, "title": course.title, "path": course.path, "fingerprint": sketch}
