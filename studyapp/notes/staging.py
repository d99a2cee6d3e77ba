"""Writes that are taken in and still to be done, so that typing need not wait for a disk.

`unwritten` stages them; the window does them on a thread and has them settled. Where there is no
thread, `put_all` writes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from studyapp.model import StudyError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from studyapp.model import Annotation
    from studyapp.notes.entry import Entry
    from studyapp.notes.notebook import Notebook


class Plan(Struct, frozen=True):
    """A write that only has to be done."""

    name: str
    annotation: Annotation
    data: bytes
    known: Entry | None
    """The file as it was known when this was planned."""
    stamp: bytes | None
    """Of the file on disk at that time; None if there was none."""


class Staged(Struct, frozen=True):
    """An annotation that is taken in and still to be written."""

    course_id: str
    plan: Plan


def put_all(notebook: Notebook, annotations: Iterable[tuple[str, Annotation]]) -> StudyError | None:
    """Write annotations, each with its course, at once; return the first error after all."""
    trouble: StudyError | None = None
    for course_id, annotation in annotations:
        try:
            notebook.put(course_id, annotation)
        except StudyError as error:
            trouble = trouble or error
    return trouble
