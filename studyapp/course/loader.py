"""From a path to a `Course`: finds the layout, gives an id, keeps the tree for next time.

The workspace, the command line and the window call `load_course`. Reading thousands of titles takes
a while, so the tree rests in the cache folder: the window shows that one at once and asks
`is_stale` in a job.
"""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from typing import TYPE_CHECKING, Literal, TypeVar

import msgspec

from studyapp import files
from studyapp.course import identity
from studyapp.course.layouts import LAYOUTS
from studyapp.course.sources import readable_name
from studyapp.model import Course, Problem, Section, Severity, StudyError
from studyapp.wording import translate

if TYPE_CHECKING:
    from pathlib import Path

    from studyapp.course.folder import Folder
    from studyapp.course.layouts.base import Contents, Layout
    from studyapp.course.scan import Outline
    from studyapp.course.shelf import Shelf
    from studyapp.files import Home

    Outlines = dict[str, Outline]
    """The outline of each file of a course."""

FORMAT = 1

T = TypeVar("T")


class _Kept(msgspec.Struct, frozen=True, array_like=True):
    """A course as it rests in the cache."""

    path: str
    stamp: str
    folder_times: dict[str, int]
    fingerprint: tuple[int, ...]
    id: str
    title: str
    layout: str
    sections: tuple[Section, ...]
    language: str
    version: str
    license: str
    authors: tuple[str, ...]
    description: str
    aliases: tuple[tuple[str, str], ...]
    problems: tuple[Problem, ...]


def load_course(path: Path, home: Home, *, fresh: bool = False) -> Course:
    """Return the course at a folder or a single Markdown file.

    Unless `fresh`, the tree of an earlier time is taken as long as no file was added, removed or
    renamed since; whether files were edited is left to `is_stale`.
    """
    path = _existing(path)
    kept = None if fresh else _kept(path, home)
    if kept is None or kept.layout != _layout_of(path).id or not _folders_unchanged(kept, path):
        kept = _read(path, home, _shelf(path, home, outlines=False))
    return _course(kept, path)


def outline_course(path: Path, home: Home) -> tuple[Course, Outlines]:
    """Return a course as it is now, with the outline of each of its files."""
    path = _existing(path)
    shelf = _shelf(path, home, outlines=True)
    course = _course(_read(path, home, shelf), path)
    glances = shelf.glances.items()
    return course, {file: glance.outline for file, glance in glances if glance.outline}


def is_stale(course: Course, home: Home) -> bool:
    """Return whether a course differs on disk from when it was read.

    Lists its folders, but reads no text.
    """
    path = path_of(course)
    kept = _kept(path, home)
    if kept is None or kept.sections != course.sections:
        return True
    from studyapp.course.folder import Folder  # noqa: PLC0415 - the tree in the cache needs none

    folder = Folder(_root(path), None)
    _layout_of(path).read(folder, path.name)
    return folder.stamp != kept.stamp


def remember(course: Course, home: Home) -> None:
    """Enter a course in the register of known ones, as the one opened last."""
    path = path_of(course)
    kept = _kept(path, home)
    sketch = kept.fingerprint if kept else ()
    identity.Register(home.state).add(
        identity.Known(course.id, course.title, files.as_text(path), sketch)
    )


def path_of(course: Course) -> Path:
    """Return the path that the course was loaded from."""
    return course.root / course.sections[0].file if course.layout == "file" else course.root


def _existing(path: Path) -> Path:
    try:
        return path.resolve(strict=True)
    except (OSError, RuntimeError, ValueError) as error:
        why = files.reason(error) if isinstance(error, OSError) else str(error)
        raise StudyError(
            translate("Course", "no course at {}").format(path),
            why,
            translate("Course", "give a folder of Markdown files"),
        ) from error


def _layout_of(path: Path) -> Layout:
    for layout in LAYOUTS:
        if layout.accepts(path):
            return layout
    raise StudyError(
        translate("Course", "no course at {}").format(path),
        translate("Course", "it is neither a folder nor a Markdown file"),
        translate("Course", "give a folder of Markdown files"),
    )


def _root(path: Path) -> Path:
    return path if path.is_dir() else path.parent


def _read(path: Path, home: Home, shelf: Shelf) -> _Kept:
    """Read a course, and put into the cache what was learned."""
    from studyapp.course.folder import Folder  # noqa: PLC0415 - the tree in the cache needs none

    layout = _layout_of(path)
    folder = Folder(_root(path), shelf)
    contents = layout.read(folder, path.name)
    if not contents.sections:
        hint = "put files that end in .md into it"
        folder.tell(Severity.WARNING, "", "the course holds no Markdown files", hint)
    kept = _to_keep(path, layout, contents, folder, home)
    # Without a cache the course is only slower to open.
    with suppress(StudyError):
        files.write_derived(_cache_file(path, home, "tree"), msgspec.msgpack.encode(kept))
        if shelf.changed:
            data = msgspec.msgpack.encode(shelf.glances)
            files.write_derived(_cache_file(path, home, "shelf"), data)
    return kept


def _to_keep(path: Path, layout: Layout, contents: Contents, folder: Folder, home: Home) -> _Kept:
    title = contents.title or readable_name(files.as_text(path.name)) or "Course"
    sketch = identity.fingerprint(folder.hashes)
    return _Kept(
        path=files.as_text(path),
        stamp=folder.stamp,
        folder_times=folder.folder_times,
        fingerprint=sketch,
        id=_id(contents, title, path, sketch, home),
        title=title,
        layout=layout.id,
        sections=contents.sections,
        language=contents.language,
        version=contents.version,
        license=contents.license,
        authors=contents.authors,
        description=contents.description,
        aliases=tuple(folder.aliases),
        problems=tuple(folder.problems),
    )


def _id(contents: Contents, title: str, path: Path, sketch: tuple[int, ...], home: Home) -> str:
    if made := identity.valid_id(contents.id):
        return made
    return identity.id_of(title, path, sketch, identity.Register(home.state).known())


def _course(kept: _Kept, path: Path) -> Course:
    return Course(
        id=kept.id,
        title=kept.title,
        root=_root(path),
        layout=kept.layout,
        sections=kept.sections,
        language=kept.language,
        version=kept.version,
        license=kept.license,
        authors=kept.authors,
        description=kept.description,
        aliases=kept.aliases,
        problems=kept.problems,
    )


def _cache_file(path: Path, home: Home, kind: Literal["tree", "shelf"]) -> Path:
    name = hashlib.blake2b(os.fsencode(path), digest_size=12).hexdigest()
    return home.cache / "courses" / f"{name}-{kind}-{FORMAT}.msgpack"


def _kept(path: Path, home: Home) -> _Kept | None:
    kept = _decoded(_cache_file(path, home, "tree"), _Kept)
    return kept if kept and kept.path == files.as_text(path) else None


def _shelf(path: Path, home: Home, *, outlines: bool) -> Shelf:
    from studyapp.course.shelf import Glance, Shelf  # noqa: PLC0415 - the tree in the cache needs none

    known = _decoded(_cache_file(path, home, "shelf"), dict[str, Glance])
    return Shelf(known or {}, outlines=outlines)


def _decoded(file: Path, kind: type[T]) -> T | None:
    try:
        return msgspec.msgpack.decode(file.read_bytes(), type=kind)
    except (OSError, msgspec.DecodeError):
        return None


def _folders_unchanged(kept: _Kept, path: Path) -> bool:
    base = str(_root(path)) + os.sep
    try:
        return all(
            os.stat(base + folder).st_mtime_ns == time  # noqa: PTH116 - as in course.folder
            for folder, time in kept.folder_times.items()
        )
    except OSError:
        return False
