"""What is wrong in a notebook's folder, and its repair.

The command line's `doctor` asks it, with the app closed or open. A diagnosis only reads. A repair
does what loses nothing: what it takes out of the notebook goes to the backups of this device.
"""

from __future__ import annotations

import os
import re
import time
from collections import defaultdict
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from studyapp import files
from studyapp.model import Severity, StudyError
from studyapp.notes import backups, cache, conflicts, formats, times
from studyapp.notes.annotationfile import BadFileError
from studyapp.notes.aside import set_aside
from studyapp.notes.entry import ENDING, Entry, read_entry, text_of
from studyapp.notes.folders import AnnotationFolder
from studyapp.notes.ids import ULID, Ids
from studyapp.notes.log import bad_lines
from studyapp.notes.merging import TRASHED
from studyapp.notes.notebook import COURSE_FORMAT, DAYS_IN_TRASH, LOCAL, PARTS, Notebook
from studyapp.notes.texts import kept_text
from studyapp.wording import translate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from studyapp.model import Annotation


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """Something wrong in the notebook."""

    severity: Severity
    path: Path
    line: int
    """From 1; 0 when no line can be named."""
    message: str
    hint: str
    """What to do, or what a repair does."""
    repaired: bool = False


@dataclass(frozen=True)
class Notes:
    """Where a notebook is, and what belongs to it on this device."""

    folder: Path
    device: str
    aside: Path
    """Where what was merged or purged is kept."""
    snapshots: Path
    """Where the backups are."""
    clock: Callable[[], float] = field(default=time.time)

    def courses(self) -> list[Path]:
        """Return the folders of the courses."""
        found = {path.parent for part in PARTS for path in self.folder.glob(f"*/{part}")}
        return sorted(path for path in found if path.name != LOCAL)

    def local(self, course: Path) -> Path:
        """Return the folder of what this device derived from a course's notes."""
        return self.folder / LOCAL / self.device / course.name

    def notebook(self) -> Notebook:
        """Open the notebook."""
        return Notebook(self.folder, self.device, backups=self.aside, clock=self.clock)


def diagnose(notes: Notes, *, repair: bool = False) -> list[Diagnosis]:
    """Return what is wrong, and with `repair` mend what can be; raises StudyError if it cannot."""
    found = list(_all(notes))
    if not (repair and found and notes.folder.is_dir()):
        return found
    _repair(notes)
    left = list(_all(notes))
    mended = [replace(one, repaired=True) for one in found if one not in left]
    return mended + left


def _all(notes: Notes) -> Iterator[Diagnosis]:
    if not notes.folder.is_dir():
        hint = "it is made with the first note; if it was elsewhere, bring it back"
        yield Diagnosis(Severity.INFO, notes.folder, 0, "there is no notebook here", hint)
        return
    yield from _heads(notes)
    yield from _folders(notes)
    yield from _strays(notes)
    for course in notes.courses():
        if not course.is_symlink():
            yield from _course(course)
            sound = _sound_texts(course)
            yield from _annotations(notes, course, sound)
            yield from _losses(notes, course)
            yield from _texts(course, sound)
            yield from _logs(course)
            yield from _derived(notes, course)
    yield from _snapshots(notes)


def _heads(notes: Notes) -> Iterator[Diagnosis]:
    path = notes.folder / "notebook.json"
    hint = "a repair makes it anew; what it was goes to the backups"
    newest = 1 + len(formats.MIGRATIONS)
    try:
        found = formats.read(path)
    except StudyError as error:
        yield Diagnosis(Severity.ERROR, path, 0, f"it cannot be read: {error.why}", hint)
        return
    if found is None:
        yield Diagnosis(Severity.ERROR, path, 0, "it is missing", hint)
    elif found[0] > newest:
        message = f"it is of format {found[0]}, this app knows {newest}: nothing can be written"
        yield Diagnosis(Severity.WARNING, path, 0, message, "update Studyapp")


def _folders(notes: Notes) -> Iterator[Diagnosis]:
    courses = notes.courses()
    for folder in (notes.folder, *courses, *_parts(courses)):
        if folder.is_symlink() and folder != notes.folder:
            message = "it is a link to another folder and not used"
            yield Diagnosis(Severity.WARNING, folder, 0, message, "move the files here")
        elif folder.is_dir() and not os.access(folder, os.W_OK | os.X_OK):
            hint = "check its permissions, and whether the disk is read-only"
            yield Diagnosis(Severity.ERROR, folder, 0, "nothing can be written into it", hint)


def _parts(courses: list[Path]) -> list[Path]:
    return [course / part for course in courses for part in PARTS]


def _strays(notes: Notes) -> Iterator[Diagnosis]:
    courses = notes.courses()
    for folder in (notes.folder, *courses, *_parts(courses)):
        for path in sorted(folder.glob(f".*{files.TEMPORARY_SUFFIX}")):
            message = "a write was cut short and left this; it was never acknowledged"
            yield Diagnosis(Severity.INFO, path, 0, message, "a repair removes it")


def _course(course: Path) -> Iterator[Diagnosis]:
    path = course / "course.json"
    try:
        files.read_json(path, COURSE_FORMAT)
    except StudyError as error:
        hint = "a repair moves it to the backups; it is written when the course is opened"
        yield Diagnosis(Severity.WARNING, path, 0, f"it cannot be read: {error.why}", hint)


def _sound_texts(course: Path) -> frozenset[str]:
    names = [path.stem for path in sorted((course / "text").glob("*.txt"))]
    return frozenset(name for name in names if kept_text(course, name) is not None)


def _annotations(notes: Notes, course: Path, sound: frozenset[str]) -> Iterator[Diagnosis]:
    groups: defaultdict[str, list[Entry]] = defaultdict(list)
    folder = course / "annotations"
    for path in sorted(folder.glob(f"*{ENDING}")):
        if path.name[0] == ".":
            continue
        try:
            entry = read_entry(str(path), path.name)
        except FileNotFoundError:
            continue
        except BadFileError as error:
            yield _bad(path, error)
        else:
            groups[entry.id].append(entry)
            yield from _annotation(notes, path, entry.annotation, sound)
    for name, group in groups.items():
        if len(group) > 1:
            names = ", ".join(entry.name for entry in group)
            hint = "a repair merges them and moves the copies to the backups"
            message = f"annotation {name} is in several files: {names}"
            yield Diagnosis(Severity.WARNING, folder / group[0].name, 0, message, hint)


def _bad(path: Path, error: BadFileError) -> Diagnosis:
    with suppress(OSError, BadFileError):
        if conflicts.sides(text_of(path.read_bytes())):
            hint = "a repair merges the two versions; the file as it is goes to the backups"
            return Diagnosis(Severity.ERROR, path, error.line, "it has git's conflict marks", hint)
    hint = "mend it in any text editor; it is left as it is"
    return Diagnosis(Severity.ERROR, path, error.line, f"no annotation: {error.reason}", hint)


def _annotation(
    notes: Notes, path: Path, annotation: Annotation, sound: frozenset[str]
) -> Iterator[Diagnosis]:
    anchor = annotation.anchor
    if anchor and anchor.text and anchor.text not in sound:
        message = f"the text that it was made on is missing: {anchor.text}"
        hint = "its quote is searched instead; a repair looks for the text in the backups"
        yield Diagnosis(Severity.WARNING, path, 0, message, hint)
    oldest = times.written(times.moment(notes.clock()) - timedelta(days=DAYS_IN_TRASH))
    if annotation.status == TRASHED and "" < annotation.modified < oldest:
        message = f"it has been in the trash since {annotation.modified[:10]}"
        yield Diagnosis(Severity.INFO, path, 0, message, "a repair moves it to the backups")


def _losses(notes: Notes, course: Path) -> Iterator[Diagnosis]:
    """Tell when much that was there is gone."""
    known = AnnotationFolder(course / "annotations", notes.local(course), notes.aside)
    try:
        if known.is_cached:
            known.refresh(known.look(), accept=False, writable=False)
    except StudyError as error:
        yield Diagnosis(Severity.ERROR, known.folder, 0, f"{error.what}: {error.why}", error.hint)


def _texts(course: Path, sound: frozenset[str]) -> Iterator[Diagnosis]:
    for path in sorted((course / "text").glob("*.txt")):
        if path.stem not in sound:
            message = "its name is not that of its content: it was changed"
            yield Diagnosis(Severity.WARNING, path, 0, message, "a repair moves it to the backups")


def _logs(course: Path) -> Iterator[Diagnosis]:
    for path in sorted((course / "log").glob("*.jsonl")):
        for line in bad_lines(path):
            message = "the line was cut short or is no entry; it is skipped and kept"
            yield Diagnosis(Severity.INFO, path, line, message, "nothing need be done")


def _derived(notes: Notes, course: Path) -> Iterator[Diagnosis]:
    path = notes.local(course) / cache.NAME
    if cache.is_damaged(path):
        hint = "a repair removes it; it is made again"
        yield Diagnosis(Severity.INFO, path, 0, "the cache is damaged", hint)


def _snapshots(notes: Notes) -> Iterator[Diagnosis]:
    for path in sorted(notes.snapshots.glob("notebook-*.zip")):
        if why := backups.damage(path):
            hint = "a repair renames it, so that sound ones are kept in its place"
            yield Diagnosis(Severity.WARNING, path, 0, f"the backup cannot be read: {why}", hint)


def _repair(notes: Notes) -> None:
    _mend_heads(notes)
    notebook = notes.notebook()
    if notebook.read_only:
        raise StudyError(translate("Notebook", "nothing can be repaired"), notebook.read_only)
    with notebook.writing():
        for one in _snapshots(notes):
            files.set_aside(one.path)
        for course in notes.courses():
            if not course.is_symlink():
                for one in (*_course(course), *_texts(course, _sound_texts(course))):
                    set_aside(one.path, notes.aside / "repaired" / course.name)
                for one in _derived(notes, course):
                    one.path.unlink(missing_ok=True)
                _bring_texts_back(notes, course)
    for course in notebook.courses():
        with suppress(StudyError):  # told again by the second diagnosis
            notebook.annotations(course)
            notebook.refresh()
            notebook.purge(course)
    notebook.close()


def _mend_heads(notes: Notes) -> None:
    path = notes.folder / "notebook.json"
    text = ""
    try:
        if formats.read(path) is not None:
            return
    except StudyError:
        text = path.read_bytes().decode(errors="replace")
        set_aside(path, notes.aside / "repaired")
    found = re.search(ULID, text)
    # Of which format the files are is not known: to migrate them again does no harm.
    files.write_json(path, 1, {"id": found[0] if found else Ids(notes.clock).new()})


def _bring_texts_back(notes: Notes, course: Path) -> None:
    """Take texts that annotations miss from the backups."""
    missed: set[str] = set()
    for path in (course / "annotations").glob(f"*{ENDING}"):
        with suppress(OSError, BadFileError):
            anchor = read_entry(str(path), path.name).annotation.anchor
            missed.add(anchor.text if anchor else "")
    for name in sorted(missed - {""} - _sound_texts(course)):
        _bring_back(notes, course, name)


def _bring_back(notes: Notes, course: Path, name: str) -> None:
    for path in sorted(notes.snapshots.glob("notebook-*.zip"), reverse=True):
        data = backups.member(path, f"{course.name}/text/{name}.txt")
        if data is not None:
            files.write_atomic(course / "text" / f"{name}.txt", data)
            if kept_text(course, name) is not None:
                return
            (course / "text" / f"{name}.txt").unlink()
