"""What a link in a section means.

The workspace resolves what the reader clicks, `course.checking` every link of a course.

A course is untrusted: nothing outside its folder is ever named as a target, and only web and mail
addresses lead out, to be opened after a click.
"""

from __future__ import annotations

import os
import posixpath
import re
import unicodedata
from errno import ENOENT
from functools import cached_property
from typing import TYPE_CHECKING, Literal
from urllib.parse import unquote

from msgspec import Struct

from studyapp.addresses import SCHEME, read_address
from studyapp.course.likeness import nearest_name
from studyapp.course.sources import SUFFIXES, read_bounded
from studyapp.model import Location, Section
from studyapp.wording import translate

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from studyapp.course.scan import OutlineHeading
    from studyapp.model import Course


class Target(Struct, frozen=True):
    """Where a link leads."""

    kind: Literal["section", "address", "web", "mail", "file", "missing", "refused"]
    location: Location | None = None
    """Set for `section`."""
    url: str = ""
    """Set for `web`, `mail` and `address`, a place in some course as `studyapp.addresses` reads."""
    path: Path | None = None
    """Set for `file`: something in the course that is no section. Show it; never run it."""
    message: str = ""
    """What is wrong if it is `missing` or `refused`, or a section without the heading."""


def resolve(course: Course, section_id: str, link: str) -> Target:
    """Return what a link, as written in a section, means."""
    return Links(course).resolve(section_id, link)


def file_inside(root: Path, section_file: str, source: str) -> Path | None:
    """Return the file that a section means by an address, if its real place is in the course."""
    path = _path_part(source)
    if not path or _is_foreign(source):
        return None
    inside = _joined(posixpath.dirname(section_file), path)
    return None if inside is None else real_file(root, inside)


_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_CONTROLS = re.compile(r"[\x00-\x1f\x7f]")
_WEB = ("http", "https")
_SAID_LENGTH = 120


class Links:
    """Resolves the links of one course; keeps the names of its sections between calls."""

    def __init__(self, course: Course) -> None:
        self._course = course
        self._found: dict[str, tuple[int, tuple[OutlineHeading, ...]]] = {}
        """The headings of sections, with a digest of the files that they were found in."""

    def resolve(self, section_id: str, link: str) -> Target:
        """Return what a link, as written in a section, means."""
        link = link.strip()
        scheme = _SCHEME.match(link)
        if scheme and scheme[1].lower() == "wiki":
            return self._by_name(section_id, link[len("wiki:") :])
        if scheme and scheme[1].lower() in _WEB:
            return Target("web", url=link)
        if scheme and scheme[1].lower() == "mailto":
            return Target("mail", url=link)
        if scheme and scheme[1].lower() == SCHEME and read_address(link):
            return Target("address", url=link)
        if _is_foreign(link):
            return Target(
                "refused",
                message=translate(
                    "Course", "'{}' is not opened: it leads out of the course"
                ).format(_said(link)),
            )
        path, heading = _path_part(link), unquote(link.partition("#")[2])
        if not path:
            return self._at(self._course.by_id[section_id], heading)
        return self._at_path(section_id, path, heading)

    def image(self, section_id: str, source: str) -> Path | None:
        """Return the picture that a section shows; a bare name is sought in the whole course."""
        found = file_inside(self._course.root, _place(self._course.by_id[section_id]), source)
        if found is None and not _is_foreign(source):
            inside = self._files.get(_folded(_path_part(source)), "")
            found = real_file(self._course.root, inside) if inside else None
        return found

    def leads_out(self, section_id: str, address: str) -> bool:
        """Return whether an address in a section names a place outside the course."""
        folder = posixpath.dirname(_place(self._course.by_id[section_id]))
        inside = _joined(folder, _path_part(address))
        if inside is None or _is_foreign(address):
            return True
        path = self._course.root / inside
        return path.is_symlink() and not path.resolve().is_relative_to(self._course.root.resolve())

    def _at_path(self, section_id: str, path: str, heading: str) -> Target:
        inside = _joined(posixpath.dirname(_place(self._course.by_id[section_id])), path)
        if inside is None:
            return Target(
                "refused",
                message=translate(
                    "Course", "'{}' is not opened: it leads out of the course"
                ).format(_said(path)),
            )
        for candidate in _candidates(inside):
            if section := self._by_path.get(_folded(candidate)):
                return self._at(section, heading)
        if found := real_file(self._course.root, inside):
            if not inside.lower().endswith(SUFFIXES):
                return Target("file", path=found)
            return Target(
                "missing",
                message=translate("Course", "'{}' is left out of the course").format(_said(inside)),
            )
        return Target("missing", message=self._missing(inside, path))

    def _by_name(self, section_id: str, target: str) -> Target:
        name, _, heading = target.partition("#")
        name = name.strip()
        if not name:
            return self._at(self._course.by_id[section_id], heading)
        wanted = _folded(_stem(name.strip("/")))
        for names in self._names:
            if found := names.get(wanted):
                return self._at(_nearest(found, section_id), heading)
        inside = self._files.get(_folded(name))
        if found := real_file(self._course.root, inside) if inside else None:
            return Target("file", path=found)
        return Target("missing", message=self._missing(name, name))

    def _at(self, section: Section, heading: str) -> Target:
        # Obsidian writes nested headings as a path of them; the last is meant.
        wanted = heading.rpartition("#")[2].strip()
        if not wanted:
            return Target("section", Location(section.id))
        headings = self._headings(section)
        found = _heading(headings, wanted)
        if found is not None:
            return Target("section", Location(section.id, found.id))
        near = _meant(wanted, [heading.id for heading in headings])
        message = translate("Course", "No heading '{}' in '{}'.{}").format(
            _said(wanted), section.title, near
        )
        return Target("section", Location(section.id), message=message)

    def _headings(self, section: Section) -> tuple[OutlineHeading, ...]:
        from studyapp.course.scan import outline_of  # noqa: PLC0415 - most links name no heading
        from studyapp.course.shelf import decoded, digest_of  # noqa: PLC0415 - as above

        if not section.file:
            return outline_of("", section.title).headings
        try:
            data = read_inside(self._course.root, section.file)
        except OSError:
            return ()
        digest = digest_of(data)
        if section.id not in self._found or self._found[section.id][0] != digest:
            headings = outline_of(decoded(data), section.title).headings
            self._found[section.id] = digest, headings
        return self._found[section.id][1]

    def _missing(self, inside: str, written: str) -> str:
        name = posixpath.basename(inside.rstrip("/"))
        names = self._file_names
        if not inside.lower().endswith(SUFFIXES):
            names = [_stem(name) for name in names]
        return translate("Course", "No section '{}'.{}").format(_said(written), _meant(name, names))

    @cached_property
    def _file_names(self) -> list[str]:
        return list({posixpath.basename(section.id): None for section in self._course.order})

    @cached_property
    def _by_path(self) -> dict[str, Section]:
        # Reversed, so that of paths that differ in case alone the first stands.
        return {_folded(section.id): section for section in reversed(self._course.order)}

    @cached_property
    def _names(self) -> tuple[dict[str, list[Section]], ...]:
        """By the path or its last parts, by title, by alias: looked up in this order."""
        paths: dict[str, list[Section]] = {}
        titles: dict[str, list[Section]] = {}
        aliases: dict[str, list[Section]] = {}
        for section in self._course.order:
            for name in _suffixes(section):
                paths.setdefault(_folded(name), []).append(section)
            titles.setdefault(_folded(section.title), []).append(section)
        for alias, section_id in self._course.aliases:
            aliases.setdefault(_folded(alias), []).append(self._course.by_id[section_id])
        return paths, titles, aliases

    @cached_property
    def _files(self) -> dict[str, str]:
        """Files that are no sections, by name."""
        found: dict[str, str] = {}
        for folder, folders, names in os.walk(self._course.root):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            base = os.path.relpath(folder, self._course.root)
            for name in sorted(names):
                if not name.startswith(".") and not name.lower().endswith(SUFFIXES):
                    inside = posixpath.normpath(posixpath.join(base.replace(os.sep, "/"), name))
                    found.setdefault(_folded(name), inside)
        return found


def _path_part(link: str) -> str:
    # Some writers on Windows put backslashes, which must not be a way around the checks elsewhere.
    return unquote(link.strip().partition("#")[0].partition("?")[0]).replace("\\", "/")


def _is_foreign(link: str) -> bool:
    decoded_link = unquote(link).strip()
    return bool(
        _SCHEME.match(decoded_link)
        or decoded_link.replace("\\", "/").startswith("//")
        or _CONTROLS.search(decoded_link)
    )


def _joined(folder: str, path: str) -> str | None:
    """Return a path relative to the course, or None when it leads out of it."""
    inside = posixpath.normpath(
        path.lstrip("/") if path.startswith("/") else posixpath.join(folder, path)
    )
    return None if inside == ".." or inside.startswith("../") else inside


def read_inside(root: Path, file: str) -> bytes:
    """Return the bytes of a section's file; OSError when it is gone, or leads out of the course."""
    path = real_file(root, file)
    if path is None:
        raise FileNotFoundError(
            ENOENT, translate("Course", "it is gone, or leads out of the course")
        )
    return read_bounded(path)


def real_file(root: Path, inside: str) -> Path | None:
    """Return a regular file of the course that is not hidden and whose real place is inside."""
    if any(part.startswith(".") for part in inside.split("/")):
        return None
    try:
        base = root.resolve()
        path = (base / inside).resolve()
        return path if path.is_relative_to(base) and path.is_file() else None
    except (OSError, RuntimeError, ValueError):
        return None


def _place(section: Section) -> str:
    """Return the file that a section's links are relative to; for a group, its folder."""
    return section.file or section.id + "/"


def _candidates(inside: str) -> Iterable[str]:
    yield inside
    for suffix in SUFFIXES:
        yield inside + suffix
    folder = "" if inside == "." else inside + "/"
    for page in ("index", "readme"):
        for suffix in SUFFIXES:
            yield folder + page + suffix


def _stem(name: str) -> str:
    return name.rpartition(".")[0] if name.lower().endswith(SUFFIXES) else name


def _suffixes(section: Section) -> Iterable[str]:
    """Yield a section's path without its ending, and each shorter end of that."""
    parts = _stem(section.id).split("/")
    starts = [parts]
    if section.file and len(parts) > 1 and parts[-1].lower() in ("index", "readme"):
        starts.append(parts[:-1])
    for start in starts:
        for count in range(len(start)):
            yield "/".join(start[count:])


def _nearest(sections: list[Section], section_id: str) -> Section:
    """Of sections of one name, return the one in the same folder, else the one highest up."""
    folder = posixpath.dirname(section_id)
    beside = (found for found in sections if posixpath.dirname(found.id) == folder)
    return next(beside, min(sections, key=lambda found: found.id.count("/")))


def _heading(headings: tuple[OutlineHeading, ...], wanted: str) -> OutlineHeading | None:
    for heading in headings:
        if heading.id == wanted:
            return heading
    loose = _loose(wanted)
    return next(
        (it for it in headings if loose and loose in (_loose(it.id), _loose(it.title))), None
    )


def _loose(text: str) -> str:
    """Return letters and digits alone: other apps make ids of headings by other rules."""
    return "".join(character for character in _folded(text) if character.isalnum())


def _folded(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()


def _meant(wanted: str, names: Iterable[str]) -> str:
    near = nearest_name(wanted, names)
    return translate("Course", " Did you mean '{}'?").format(near) if near else ""


def _said(text: str) -> str:
    text = _CONTROLS.sub("\N{REPLACEMENT CHARACTER}", text)
    return text if len(text) <= _SAID_LENGTH else text[:_SAID_LENGTH] + "…"
