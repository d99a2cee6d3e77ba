"""What is known of reading in one file, so that a start reads neither the log nor the course.

`progressing` reads and writes it. It is derived: what is missing, damaged or out of date is found
anew, from the log and the course.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import msgspec

from studyapp.files import write_derived
from studyapp.model import StudyError
from studyapp.study.progress import Record  # noqa: TC001 - msgspec looks it up when it decodes

if TYPE_CHECKING:
    from pathlib import Path

FORMAT = 1

Stamp = tuple[int, int, int]


class Measure(msgspec.Struct, frozen=True, array_like=True):
    """A section's length and text, as long as its file has this size and time."""

    size: int
    time: int
    words: int
    seconds: float
    text: str = ""
    """Digest of the text; empty while nobody needed it."""


class Kept(msgspec.Struct, array_like=True):
    """The records of a course, the stamps of the logs they are from, the measures of its files."""

    format: int = FORMAT
    stamps: dict[str, Stamp] = {}
    records: dict[str, Record] = {}
    measures: dict[str, Measure] = {}


def read(path: Path) -> Kept:
    """Return what was kept; nothing, if there is none or it cannot be used."""
    with suppress(OSError, msgspec.MsgspecError):
        kept = msgspec.msgpack.decode(path.read_bytes(), type=Kept)
        if kept.format == FORMAT:
            return kept
    return Kept()


def write(path: Path, kept: Kept) -> None:
    """Keep it; a disk that refuses only makes the next start slower."""
    with suppress(StudyError):
        write_derived(path, msgspec.msgpack.encode(kept))
