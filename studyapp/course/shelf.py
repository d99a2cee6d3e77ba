"""What reading the files of a course told, kept so that an unchanged file is not read again.

`course.loader` takes a shelf from the cache folder and puts it back; `course.folder` asks it for
each file while a layout reads the course.
"""

from __future__ import annotations

import hashlib
import time
from typing import TYPE_CHECKING

from msgspec import Struct

from studyapp.course.guards import decode
from studyapp.course.scan import Head, Outline, head_of, outline_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_RACE_NS = 2_000_000_000
"""Some file systems tell times no finer: a file this young may change without showing it."""
_UNUSUAL = ("\r", "\x85", "\u2028", "\u2029", "\ufeff")
"""Line ends, and the byte order mark."""


class Glance(Struct, frozen=True, array_like=True):
    """What one file told."""

    time: int
    """When it was last changed, in nanoseconds; 0 when it must be read again."""
    size: int
    head: Head
    digest: int
    """A hash of its text; 0 for an empty one."""
    outline: Outline | None


class Shelf:
    """The glances of an earlier time, and those of now."""

    def __init__(self, known: Mapping[str, Glance], *, outlines: bool) -> None:
        self._known = known
        self._outlines = outlines
        self.glances: dict[str, Glance] = {}
        """Of every file asked for."""
        self.changed = False
        """Whether a file had to be read."""

    def glance(
        self, file: str, stamp: tuple[int, int], title: str, read: Callable[[], bytes]
    ) -> Glance:
        """Return what a file tells; `title` is for one that names none, `read` gets its bytes."""
        found = self._known.get(file)
        if (
            found is None
            or (found.time, found.size) != stamp
            or (self._outlines and found.outline is None)
        ):
            found = self._read(stamp, title, read())
            self.changed = True
        self.glances[file] = found
        return found

    def _read(self, stamp: tuple[int, int], title: str, data: bytes) -> Glance:
        text = decoded(data)
        changed, size = stamp
        settled = changed < time.time_ns() - _RACE_NS
        outline = outline_of(text, title) if self._outlines else None
        return Glance(
            time=changed if settled else 0,
            size=size,
            head=outline.head if outline else head_of(text),
            digest=digest_of(data.replace(b"\r", b"")) if data.strip() else 0,
            outline=outline,
        )


def decoded(data: bytes) -> str:
    """Return a file's text as `guards.decode` does, but sooner, for control characters may stay."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return decode(data)[0]
    return decode(data)[0] if any(mark in text for mark in _UNUSUAL) else text


def digest_of(data: bytes) -> int:
    """Return 48 bits that stand for some bytes."""
    return int.from_bytes(hashlib.blake2b(data, digest_size=6).digest(), "big")
