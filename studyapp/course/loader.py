"""From a path to a `Course`: finds the layout, gives an id, keeps the tree for next time.

The workspace, the command line and the window call `load_course`. Reading thousands of titles takes
a while, so the tree rests in the cache folder: the window shows that one at once and asks
`is_stale` in a job.
"""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from typing import TYPE_CHECKING

import msgspec

from studyapp import files
from studyapp.course import identity
from studyapp.course.folder import Folder, readable_name
from studyapp.course.layouts import LAYOUTS
from studyapp.course.scan import Outline
from studyapp.model import Course, Problem, Section, Severity, StudyError

if TYPE_CHECKING:
    from pathlib import Path

    from studyapp.course.layouts.base import Contents, Layout
    from studyapp.files import Home

FORMAT = 1


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


Outlines = dict[str, Outline]
"""The outline of each file of a course."""


def load_course(path: Path, home: Home, *, fresh: bool = False) -> Course:
    """Return the course at a folder or a single Markdown file.

    Unless `fresh`, the tree of an earlier time is taken as long as no file was added, removed or
    renamed since; whether files were edited is left to `is_stale`.
    """
    path = _existing(path)
    layout = _layout_of(path)
    kept = None if fresh else _kept(path, home)
    if kept is None or kept.layout != layout.id or not _folders_unchanged(kept, _root(path)):
        kept = _read(path, layout, home)
        _keep(kept, path, home)
    return _course(kept, _root(path))


def outline_course(path: Path, home: Home) -> tuple[Course, Outlines]:
    """Return a course as it is now, with the outline of each of its files."""
    path = _existing(path)
    outlines: Outlines = {}
    kept = _read(path, _layout_of(path), home, outlines)
    _keep(kept, path, home)
    return _course(kept, _root(path)), outlines


def is_stale(course: Course, home: Home) -> bool:
    """Return whether a course differs on disk from when it was read; lists its folders, reads no text."""
    path = path_of(course)
    kept = _kept(path, home)
    if kept is None or kept.sections != course.sections:
        return True
    folder = Folder(_root(path), titles=False)
    _layout_of(path).read(folder, path.name)
    return folder.stamp != kept.stamp


def remember(course: Course, home: Home) -> None:
    """Enter a course in the register of known ones, as the one opened last."""
    path = path_of(course)
    kept = _kept(path, home)
    sketch = kept.fingerprint if kept else ()
    identity.Register(home.state).add(identity.Known(course.id, course.title, str(path), sketch))


def path_of(course: Course) -> Path:
    """Return the path that the course was loaded from."""
    return course.root / course.sections[0].file if course.layout == "file" else course.root


def _existing(path: Path) -> Path:
    try:
        return path.expanduser().resolve(strict=True)
    except (OSError, RuntimeError, ValueError) as error:
        why = files.reason(error) if isinstance(error, OSError) else str(error)
        raise StudyError(f"no course at {path}", why, "give a folder of Markdown files") from error


def _layout_of(path: Path) -> Layout:
    for layout in LAYOUTS:
        if layout.accepts(path):
            return layout
    raise StudyError(
        f"no course at {path}",
        "it is neither a folder nor a Markdown file",
        "give a folder of Markdown files",
    )


def _root(path: Path) -> Path:
    return path if path.is_dir() else path.parent


def _read(path: Path, layout: Layout, home: Home, outlines: Outlines | None = None) -> _Kept:
    folder = Folder(_root(path), outlines=outlines)
    contents = layout.read(folder, path.name)
    if not contents.sections:
        hint = "put files that end in .md into it"
        folder.tell(Severity.WARNING, "", "the course holds no Markdown files", hint)
    title = contents.title or readable_name(path.name) or str(path)
    sketch = identity.fingerprint(folder.hashes)
    return _Kept(
        path=str(path),
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


def _course(kept: _Kept, root: Path) -> Course:
    return Course(
        id=kept.id,
        title=kept.title,
        root=root,
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


def _cache_file(path: Path, home: Home) -> Path:
    name = hashlib.blake2b(os.fsencode(path), digest_size=12).hexdigest()
    return home.cache / "courses" / f"{name}-{FORMAT}.msgpack"


def _keep(kept: _Kept, path: Path, home: Home) -> None:
    # Without a cache the course is only slower to open.
    with suppress(StudyError):
        files.write_derived(_cache_file(path, home), msgspec.msgpack.encode(kept))


def _kept(path: Path, home: Home) -> _Kept | None:
    try:
        kept = msgspec.msgpack.decode(_cache_file(path, home).read_bytes(), type=_Kept)
    except (OSError, msgspec.DecodeError):
        return None
    return kept if kept.path == str(path) else None


def _folders_unchanged(kept: _Kept, root: Path) -> bool:
    base = str(root) + os.sep
    try:
        return all(
            os.stat(base + folder).st_mtime_ns == time  # noqa: PTH116 - as in course.folder
            for folder, time in kept.folder_times.items()
        )
    except OSError:
        return False
