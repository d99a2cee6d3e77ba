"""A course's folder as the layouts see it: what lies in it, and what each file says of itself.

A course is untrusted. Only regular files whose real place is inside the folder are listed; linked
folders are not entered, so no loop can hold us. What is found wrong on the way is collected in
`problems`.
"""

from __future__ import annotations

import hashlib
import os
import stat
from functools import cached_property
from typing import TYPE_CHECKING

from studyapp.course.ignore import Ignore
from studyapp.course.shelf import Shelf, decoded, digest_of
from studyapp.course.sources import SUFFIXES, read_bounded, readable_name
from studyapp.files import as_text, reason
from studyapp.model import Problem, Section, Severity, StudyError
from studyapp.wording import translate

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

IGNORE_FILE = ".studyignore"
MAX_DEPTH = 60

_MOUNT_POINT = 0xA0000003  # a Windows junction, which Python 3.11 takes for a folder


class Folder:
    """The folder of a course while a layout reads it."""

    def __init__(self, root: Path, shelf: Shelf | None) -> None:
        """Prepare; without a shelf no text is read: enough to see whether anything has changed."""
        self.root = root
        self._shelf = shelf
        self.problems: list[Problem] = []
        self.aliases: list[tuple[str, str]] = []
        """Other names of sections, with the section's id."""
        self.hashes: set[int] = set()
        """For the fingerprint: a hash of each text, and one of each path with its title."""
        self.folder_times: dict[str, int] = {}
        """When the entries of each folder last changed, in nanoseconds."""
        self._stamps: dict[str, tuple[int, int]] = {}
        self._base = str(root) + os.sep
        self._own_patterns = self._ignore_lines()
        self._ignore = Ignore(self._own_patterns)
        self.note(IGNORE_FILE)

    @property
    def stamp(self) -> str:
        """A digest of the names, sizes and times of all that was listed."""
        listed = sorted(self._stamps.items())
        return hashlib.blake2b(repr(listed).encode(), digest_size=16).hexdigest()

    def ignore(self, patterns: Iterable[str]) -> None:
        """Leave out these too."""
        self._ignore = Ignore((*self._own_patterns, *patterns))

    def list(self, folder: str = "") -> list[str]:
        """Return the paths of the pages and folders in a folder, in natural order.

        A folder's path ends with `/`, the argument too unless it is empty. What cannot be listed
        becomes a problem.
        """
        if folder.count("/") > MAX_DEPTH:
            self.tell(Severity.ERROR, folder, "folders are nested too deep", "move it further up")
            return []
        try:
            self.folder_times[folder] = os.stat(self._base + folder).st_mtime_ns  # noqa: PTH116 - thousands of Paths cost more than the listing
            with os.scandir(self._base + folder) as entries:
                return self._listing(folder, entries)
        except OSError as error:
            if not folder:
                raise StudyError(
                    translate("Course", "cannot read {}").format(self.root), reason(error)
                ) from error
            self.tell(Severity.ERROR, folder, "the folder cannot be read: " + reason(error))
            return []

    def note(self, file: str) -> None:
        """Let the stamp depend on a file that is no section, such as a layout's own."""
        try:
            found = os.stat(self._base + file)  # noqa: PTH116 - as in list
            self._stamps[file] = (found.st_mtime_ns, found.st_size)
        except OSError:
            self._stamps[file] = (0, 0)

    def read(self, file: str) -> bytes:
        """Return a file's bytes, up to a bound; none, and a problem, if it cannot be read."""
        path = self._base + file
        if os.path.islink(path) and not self._is_inside(path):  # noqa: PTH114 - as in list
            self._tell_unread(file, "it leads out of the course")
            return b""
        return self._read_listed(file)

    def _read_listed(self, file: str) -> bytes:
        try:
            return read_bounded(self._base + file)
        except OSError as error:
            self._tell_unread(file, reason(error))
            return b""

    def _tell_unread(self, file: str, why: str) -> None:
        self.tell(Severity.ERROR, file, f"the file cannot be read: {why}")

    def section(
        self, file: str, children: tuple[Section, ...] = (), *, even_draft: bool = False
    ) -> Section | None:
        """Return the section of a file, or None for a draft."""
        if self._shelf is None:
            return Section(file, "", file, children)
        name = readable_name(file)
        glance = self._shelf.glance(file, self._stamps[file], name, lambda: self._read_listed(file))
        if glance.head.draft and not even_draft:
            return None
        title = glance.head.title or name
        self.aliases.extend((alias, file) for alias in glance.head.aliases)
        self.hashes.add(digest_of(f"{file}\0{title}".encode()))
        if glance.digest:
            self.hashes.add(glance.digest)
        return Section(file, title, file, children)

    def tell(
        self, severity: Severity, file: str, message: str, hint: str = "", line: int = 0
    ) -> None:
        """Add a problem."""
        self.problems.append(Problem(severity, file, line, message, hint))

    def _listing(self, folder: str, entries: Iterable[os.DirEntry[str]]) -> list[str]:
        from natsort import natsorted, ns  # noqa: PLC0415 - a course from the cache needs no sorting

        # First by name, so that names which count as equal have one order everywhere.
        by_name = sorted(entries, key=lambda entry: entry.name)
        listed = [self._listed(entry, folder + entry.name) for entry in by_name]
        return natsorted(filter(None, listed), key=_sorted_name, alg=ns.IGNORECASE)

    def _listed(self, entry: os.DirEntry[str], path: str) -> str:
        """Return the path of a page or a folder, or an empty text for what is neither."""
        if entry.name.startswith("."):
            return ""
        try:
            if entry.name.lower().endswith(SUFFIXES) and entry.is_file():
                return path if self._is_page(entry, path) else ""
            return path + "/" if self._is_folder(entry, path) else ""
        except OSError as error:
            self.tell(Severity.WARNING, as_text(path), "this cannot be read: " + reason(error))
            return ""

    def _is_page(self, entry: os.DirEntry[str], path: str) -> bool:
        if self._ignore(path, is_folder=False):
            return False
        if as_text(path) != path:
            hint = "rename the file"
            self.tell(Severity.ERROR, as_text(path), "the file name is not valid UTF-8", hint)
            return False
        if entry.is_symlink() and not self._is_inside(entry.path):
            message = "this link leads out of the course and is not followed"
            self.tell(Severity.WARNING, path, message)
            return False
        found = entry.stat()
        self._stamps[path] = (found.st_mtime_ns, found.st_size)
        return True

    def _is_folder(self, entry: os.DirEntry[str], path: str) -> bool:
        if not entry.is_dir() or self._ignore(path, is_folder=True) or as_text(path) != path:
            return False
        own = entry.stat(follow_symlinks=False)
        if stat.S_ISLNK(own.st_mode) or getattr(own, "st_reparse_tag", 0) == _MOUNT_POINT:
            self.tell(Severity.INFO, path, "this is a link to a folder and is not followed")
            return False
        return True

    def _is_inside(self, path: str) -> bool:
        return os.path.realpath(path).startswith(self._real_base)

    @cached_property
    def _real_base(self) -> str:
        return os.path.realpath(self.root) + os.sep

    def _ignore_lines(self) -> list[str]:
        exists = os.path.lexists(self._base + IGNORE_FILE)
        return decoded(self.read(IGNORE_FILE)).splitlines() if exists else []


def _sorted_name(path: str) -> str:
    name = path.rstrip("/").rpartition("/")[2]
    return name if path.endswith("/") else name.rpartition(".")[0]
