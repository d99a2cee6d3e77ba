"""Opens courses and reads them again when their files change, off the GUI thread.

The window hears `opened(Course, Location | None)`, `changed(Course)` and `failed(StudyError)`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from studyapp.course import loader
from studyapp.gui.language import said
from studyapp.gui.messages import sentence
from studyapp.model import Severity

if TYPE_CHECKING:
    from pathlib import Path

    from studyapp.gui.context import Context
    from studyapp.model import Course, Location


PROBLEMS = "course problems"
"""Id of a message."""


class Courses(QObject):
    """Hands paths to the loader on the job lane."""

    opened = Signal(object, object)
    changed = Signal(object)
    failed = Signal(object)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.opened.connect(lambda course, _place: self.tell_problems(course))
        self.changed.connect(self.tell_problems)

    def tell_problems(self, course: Course) -> None:
        """Say what of the course cannot be read, which else would seem never to have been there."""
        found = [one for one in course.problems if one.severity is not Severity.INFO]
        messages = self._context.messages
        if not found:
            messages.clear(PROBLEMS)
            return
        first = found[0]
        message = said(first.message)
        parts = [f"{first.file}: {message}" if first.file else message, said(first.hint)]
        if len(found) > 1:
            parts.append(self.tr("%n more like this", "", len(found) - 1))
        text = " ".join(sentence(words) for words in parts if words)
        messages.post(self.tr("In this course: {}").format(text), "warning", id=PROBLEMS)

    def open(self, folder: Path, location: Location | None = None) -> None:
        """Read the course at a folder or file."""
        home = self._context.home
        self._context.jobs.run(
            lambda _tick: loader.load_course(folder, home),
            done=lambda course: self.opened.emit(course, location),
            failed=self.failed.emit,
            key="course",
            title=self.tr("Opening the course"),
            first=True,
        )

    def look_again(self, *, always: bool = False) -> None:
        """Read the open course again if it differs on disk, or `always`."""
        course, home = self._context.workspace.course, self._context.home
        path = loader.path_of(course)

        def work(_tick: object) -> Course | None:
            if always or loader.is_stale(course, home):
                return loader.load_course(path, home, fresh=True)
            return None

        self._context.jobs.run(
            work,
            done=lambda found: self._on_found(course, found),
            failed=lambda error: self.failed.emit(error) if always else None,
            key="look again",
            title=self.tr("Reading the course again"),
        )

    def _on_found(self, before: Course, found: Course | None) -> None:
        # Another course may have been opened in the meantime
        if found is not None and self._context.workspace.course is before:
            self.changed.emit(found)
