"""Annotations that are not on disk yet: staged for another thread, or refused by the disk.

The notebook has one `Unwritten`, and shows what is in it before what its files say. The window
stages what is typed, has it written on a thread and settles it; what failed is tried again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from studyapp.notes import times
from studyapp.notes.ids import named
from studyapp.notes.staging import Staged

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from contextlib import AbstractContextManager

    from studyapp.model import Annotation
    from studyapp.notes.folders import AnnotationFolder


class Unwritten:
    """The edits that still have to be written, and the writing of them."""

    def __init__(
        self,
        course: Callable[[str], AnnotationFolder],
        writing: Callable[[], AbstractContextManager[None]],
        clock: Callable[[], float],
    ) -> None:
        """Take what finds a course's folder, what to hold while writing, and a clock."""
        self._course = course
        self._writing = writing
        self._clock = clock
        self._edits: dict[tuple[str, str], Annotation] = {}

    @property
    def edits(self) -> Mapping[tuple[str, str], Annotation]:
        """What is to be written, by course and annotation."""
        return dict(self._edits)

    def get(self, course_id: str, annotation_id: str) -> Annotation | None:
        """Return an annotation as it is to be written, if it is."""
        return self._edits.get((course_id, annotation_id))

    def of_course(self, course_id: str) -> dict[str, Annotation]:
        """Return what is to be written of a course, by annotation."""
        return {name: edit for (owner, name), edit in self._edits.items() if owner == course_id}

    def save(self, course_id: str, annotation: Annotation) -> Annotation:
        """Write an annotation and return it as written, with the time of the change.

        Raises StudyError if it cannot be written; it is then kept here.
        """
        key = (named(course_id, "course"), annotation.id)
        self._edits[key] = self._stamped(annotation, self._edits.get(key))
        return self._write_now(*key)

    def stage(self, course_id: str, annotation: Annotation) -> Staged:
        """Take an annotation in as written, and return the write that is still to be done.

        Hand it to `write`, which may run on another thread, and what that returns to `settle`.
        """
        key = (named(course_id, "course"), named(annotation.id, "annotation"))
        stamped = self._stamped(annotation, self._edits.get(key))
        plan = self._course(course_id).plan(stamped, self._later)
        self._edits[key] = plan.annotation
        return Staged(course_id, plan)

    def write(self, staged: Staged) -> bytes | None:
        """Do a write that was staged; raises StudyError if it cannot be done."""
        course = self._course(staged.course_id)
        with self._writing():
            return course.carry_out(staged.plan)

    def settle(self, staged: Staged, stamp: bytes | None) -> None:
        """Take note of what `write` returned; write once more if somebody had come between."""
        key = (staged.course_id, staged.plan.annotation.id)
        if self._edits.get(key) != staged.plan.annotation:
            return  # it was written again meanwhile
        if stamp is None:
            self._write_now(*key)
            return
        self._course(staged.course_id).take(staged.plan, stamp)
        del self._edits[key]

    def retry(self) -> None:
        """Write all that is still to be written; raises StudyError at the first that cannot."""
        for key in tuple(self._edits):
            self._write_now(*key)

    def _write_now(self, course_id: str, annotation_id: str) -> Annotation:
        named(annotation_id, "annotation")
        course = self._course(course_id)
        with self._writing():
            saved = course.save(self._edits[course_id, annotation_id], self._later)
        del self._edits[course_id, annotation_id]
        return saved

    def _later(self, annotation: Annotation, known: Annotation) -> Annotation:
        return (
            annotation if annotation.modified > known.modified else self._stamped(annotation, known)
        )

    def _stamped(self, annotation: Annotation, before: Annotation | None) -> Annotation:
        """Return an annotation modified now, and in any case after the version before."""
        latest = max(annotation.modified, before.modified if before else "")
        modified = times.written(max(times.moment(self._clock()), times.next_after(latest)))
        return replace(annotation, created=annotation.created or modified, modified=modified)
