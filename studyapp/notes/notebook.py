"""The notebook: a folder of plain files that the learner owns.

The workspace opens one and does all reading and writing of annotations through it. What a method
returned from is on disk; what could not be written is told at once, kept, and tried again.
"""

from __future__ import annotations

import time
from collections import Counter
from contextlib import ExitStack, suppress
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from studyapp import files
from studyapp.model import StudyError
from studyapp.notes import errors, formats, times
from studyapp.notes.entry import ENDING
from studyapp.notes.folders import AnnotationFolder, Finding
from studyapp.notes.formats import MIGRATIONS
from studyapp.notes.ids import NAME, Ids, named
from studyapp.notes.locking import locked
from studyapp.notes.log import Log
from studyapp.notes.merging import TRASHED
from studyapp.notes.readme import README
from studyapp.notes.texts import keep_text, kept_text
from studyapp.notes.unwritten import Unwritten
from studyapp.wording import translate

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from contextlib import AbstractContextManager
    from pathlib import Path

    from studyapp.model import Annotation
    from studyapp.notes.formats import Migration

COURSE_FORMAT = 1
DAYS_IN_TRASH = 30
MOST_UNSTORED = 1000
"""Changes since the cache was written; with more it is written when the disk is looked at."""
LOCAL = ".studyapp"
"""The folder of what is derived or of this device alone."""

PARTS = ("annotations", "text", "log")
"""The folders that a course has."""


class Notebook:
    """Annotations, section texts and logs of every course, on disk."""

    def __init__(
        self,
        folder: Path,
        device: str,
        *,
        backups: Path | None = None,
        clock: Callable[[], float] = time.time,
        migrations: Sequence[Migration] = MIGRATIONS,
    ) -> None:
        """Open the notebook in a folder, or make one there; one of an older format is migrated.

        `device` names this machine among those that share the notebook; `backups` is where copies
        of what was merged or purged go, by default beside what is derived.
        """
        self.folder = folder
        self.device = named(device, "device")
        self.read_only = ""
        """Why nothing can be written; empty when all is well."""
        self._local = folder / LOCAL / device
        self._backups = backups or folder / LOCAL / "backups"
        self._clock = clock
        self._ids = Ids(clock)
        self._courses: dict[str, AnnotationFolder] = {}
        self._swept: set[str] = set()
        self._follows_disk = False
        self._logs: dict[str, Log] = {}
        self.unwritten = Unwritten(self._course, self.writing, clock)
        """What could not be written yet, or is to be written on another thread."""
        self._newest = 1 + len(migrations)
        self.id = self._opened(migrations)

    def _opened(self, migrations: Sequence[Migration]) -> str:
        path = self.folder / "notebook.json"
        try:
            found = formats.read(path)
            if found is not None and found[0] < self._newest:
                with self.writing():
                    found = formats.migrate(path, migrations, self._back_up)
        except StudyError as error:
            self.read_only = str(error)
            return ""
        if found is None:
            return self._created(path)
        if found[0] > self._newest:
            self.read_only = translate(
                "Notebook", "{} is of format {}, newer than this app: update Studyapp"
            ).format(path, found[0])
        return str(found[1].get("id", ""))

    def _back_up(self) -> None:
        from studyapp.notes.backups import snapshot  # noqa: PLC0415 - few notebooks are migrated

        snapshot(self.folder, self._backups / "migrations", times.moment(self._clock()))

    def _created(self, path: Path) -> str:
        made = self._ids.new()
        readme = path.with_name("README.md")
        if not readme.exists():
            files.write_atomic(readme, README.encode())
        files.write_json(path, self._newest, {"id": made})
        return made

    def new_id(self) -> str:
        """Return an id for a new annotation."""
        return self._ids.new()

    def courses(self) -> tuple[str, ...]:
        """Return the ids of the courses that have a folder here."""
        if not self.folder.is_dir():
            raise errors.gone(self.folder)
        return tuple(sorted(item.parent.name for item in self.folder.glob("*/annotations")))

    def annotations(self, course_id: str) -> dict[str, Annotation]:
        """Return a course's annotations by id, removed ones and those not yet written too.

        They are as the cache has them until `refresh` is called, which may be before this. Then
        raises StudyError, once, like `refresh` itself when much is gone.
        """
        return self._course(course_id).all() | self.unwritten.of_course(course_id)

    def of_section(self, course_id: str, section: str) -> dict[str, Annotation]:
        """Return a section's annotations, like `annotations` but without reading all others."""
        found = self._course(course_id).of_section(section) | self.unwritten.of_course(course_id)
        return {key: one for key, one in found.items() if one.section == section}

    def sections(self, course_id: str) -> dict[str, int]:
        """Return how many annotations each section has that are not removed, if it has any."""
        course = self._course(course_id)
        counts = Counter(course.shown())
        for name, edit in self.unwritten.of_course(course_id).items():
            written = course.known(name)
            counts.update([edit.section] * (edit.status != TRASHED))
            if written and written.status != TRASHED:
                counts.subtract([written.section])
        return {section: count for section, count in counts.items() if count > 0}

    def all_sections(self, course_id: str) -> set[str]:
        """Return the sections of which `of_section` together has what `annotations` has."""
        edits = self.unwritten.of_course(course_id).values()
        return self._course(course_id).sections() | {edit.section for edit in edits}

    def annotation(self, course_id: str, annotation_id: str) -> Annotation | None:
        """Return an annotation as its file is now, or as it was asked to be written."""
        edit = self.unwritten.get(course_id, annotation_id)
        return edit or self._course(course_id).current(annotation_id)

    def course_of(self, annotation_id: str) -> str:
        """Return the course that has an annotation; StudyError if none has."""
        owners = [owner for owner, name in self.unwritten.edits if name == annotation_id]
        likely = sorted(self.courses(), key=lambda name: not self._has_file(name, annotation_id))
        for course_id in (*owners, *likely):
            with suppress(StudyError):  # what is wrong with a course is told when it is asked for
                self._course(course_id)
            if self.annotation(course_id, annotation_id):
                return course_id
        raise errors.unknown(annotation_id)

    def _has_file(self, course_id: str, annotation_id: str) -> bool:
        path = self.folder / course_id / "annotations" / f"{annotation_id}{ENDING}"
        return NAME.fullmatch(annotation_id) is not None and path.exists()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Files of the courses asked for so far that cannot be used as they are."""
        read = self._courses.values()
        return tuple(one for course in read for _, one in sorted(course.findings.items()))

    def put(self, course_id: str, annotation: Annotation) -> Annotation:
        """Write an annotation and return it as written, with the time of the change.

        Raises StudyError if it cannot be written; it is then kept, and tried again with the next.
        """
        saved = self.unwritten.save(course_id, annotation)
        self._retry()
        return saved

    def _retry(self) -> None:
        with suppress(StudyError):  # it was told when it happened
            self.unwritten.retry()

    def purge(self, course_id: str) -> int:
        """Take files out of the notebook that have been in the trash for 30 days; return how many.

        They are moved to the backups of this device.
        """
        oldest = times.written(times.moment(self._clock()) - timedelta(days=DAYS_IN_TRASH))
        course = self._course(course_id)
        old = [made.id for made in course.trashed() if "" < made.modified < oldest]
        with self.writing():
            return sum(course.remove(name) for name in old)

    def keep_text(self, course_id: str, text: str) -> str:
        """Keep a section's text, once for each content; return the hash that names it."""
        with self.writing():
            return keep_text(self._folder(course_id), text)

    def text(self, course_id: str, name: str) -> str | None:
        """Return a text that was kept; None if it is missing or was changed since."""
        return kept_text(self._folder(course_id), name)

    def log(self, course_id: str) -> Log:
        """Return the log of a course, which this device adds to and all devices are read from."""
        if course_id not in self._logs:
            folder = self._folder(course_id) / "log"
            self._logs[course_id] = Log(folder, self.device, self.writing, self._clock)
        return self._logs[course_id]

    def describe_course(self, course_id: str, entries: Mapping[str, object]) -> None:
        """Write what is known of a course: title, path, fingerprint."""
        path = self._folder(course_id) / "course.json"
        with self.writing():
            files.write_json(path, COURSE_FORMAT, {"id": course_id, **entries})

    def course_description(self, course_id: str) -> dict[str, Any]:
        """Return what `describe_course` wrote; empty if nothing was."""
        return files.read_json(self._folder(course_id) / "course.json", COURSE_FORMAT) or {}

    def look(self) -> dict[str, frozenset[str]]:
        """Return for each course asked for so far which of its files may be other ones than known.

        May be called from any thread; `refresh` then has little left to do.
        """
        self._check_there()
        return {course_id: course.look() for course_id, course in tuple(self._courses.items())}

    def refresh(
        self, looked: Mapping[str, frozenset[str]] | None = None, *, accept_losses: bool = False
    ) -> dict[str, frozenset[str]]:
        """Take in what changed on disk; return the ids concerned for each course asked for so far.

        A course that is first asked for after this is looked at then. `looked` is what `look`
        returned. Raises StudyError, and goes on with what was there, if more than a fifth of a
        course's annotations would vanish; `accept_losses` is the answer that this is meant.
        """
        self._check_there()
        self._follows_disk = True
        looked = self.look() if looked is None else looked
        changed = {
            course_id: self._refreshed(course_id, names, accept_losses=accept_losses)
            for course_id, names in looked.items()
        }
        for course in self._courses.values():
            course.store_cache(MOST_UNSTORED)
        self._retry()
        return {course_id: ids for course_id, ids in changed.items() if ids}

    def _refreshed(
        self, course_id: str, names: frozenset[str], *, accept_losses: bool
    ) -> frozenset[str]:
        with ExitStack() as held:
            writable = self._holds_lock(held)
            if writable and course_id not in self._swept:
                self._swept.add(course_id)
                self._sweep(course_id)
            return self._course(course_id).refresh(names, accept=accept_losses, writable=writable)

    def _holds_lock(self, held: ExitStack) -> bool:
        try:
            held.enter_context(self.writing())
        except StudyError:
            return False  # reading goes on where nothing can be written
        return True

    def close(self) -> None:
        """Write the caches; to be called when the app is left, though nothing is lost without."""
        with suppress(StudyError):
            self._check_there()
            for course in self._courses.values():
                course.store_cache()

    def _course(self, course_id: str) -> AnnotationFolder:
        if course_id not in self._courses:
            folder = self._folder(course_id)
            aside = self._backups / "merged" / course_id
            course = AnnotationFolder(folder / "annotations", self._local / course_id, aside)
            self._check_there()
            self._courses[course_id] = course
            if self._follows_disk or not course.is_cached:
                self._read_first(course_id, course)
        return self._courses[course_id]

    def _read_first(self, course_id: str, course: AnnotationFolder) -> None:
        try:
            self._refreshed(course_id, course.look(), accept_losses=False)
        except StudyError:
            if not course.is_cached:
                del self._courses[course_id]  # or it would be taken for empty
            raise

    def _folder(self, course_id: str) -> Path:
        folder = self.folder / named(course_id, "course")
        if folder.is_symlink() or any(folder.joinpath(part).is_symlink() for part in PARTS):
            raise errors.linked(folder)
        return folder

    def _sweep(self, course_id: str) -> None:
        """Remove what cut-short writes left; the annotations' folder is swept when it is read."""
        folder = self.folder / course_id
        with suppress(OSError):  # strays disturb nobody
            for place in (self.folder, folder, folder / "text", folder / "log"):
                files.sweep_temporary(place)

    def writing(self) -> AbstractContextManager[None]:
        """Return what to hold while something is written; raises StudyError if nothing can be."""
        self._check_there()
        if self.read_only:
            raise StudyError(translate("Notebook", "the notebook is read-only"), self.read_only)
        return locked(self.folder / LOCAL / "lock")

    def _check_there(self) -> None:
        # Or a folder that was moved away would be made again, with nothing in it but one note.
        if not (self.folder / "notebook.json").exists():
            raise errors.gone(self.folder)
