"""Writes that are taken in and still to be done, so that typing need not wait for a disk.

The notebook stages them; the window does them on a thread and has them settled.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from studyapp.model import Annotation
    from studyapp.notes.entry import Entry


@dataclass(frozen=True, slots=True)
class Plan:
    """A write that only has to be done."""

    name: str
    annotation: Annotation
    data: bytes
    known: Entry | None
    """The file as it was known when this was planned."""
    stamp: bytes | None
    """Of the file on disk at that time; None if there was none."""


@dataclass(frozen=True, slots=True)
class Staged:
    """An annotation that is taken in and still to be written."""

    course_id: str
    plan: Plan
