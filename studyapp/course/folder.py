"""A course's folder as the layouts see it: what lies in it, and what each file says of itself.

A course is untrusted. Only regular files whose real place is inside the folder are listed; linked
folders are not entered, so no loop can hold us. What is found wrong on the way is collected in
`problems`.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
from functools import cached_property
from typing import TYPE_CHECKING

from studyapp.course.ignore import Ignore
from studyapp.course.shelf import Shelf, decoded, digest_of
from studyapp.files import reason
from studyapp.model import Problem, Section, Severity, StudyError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

IGNORE_FILE = ".studyignore"
SUFFIXES = (".md", ".markdown")
MAX_DEPTH = 60
MAX_BYTES = 20_000_000
"""A file is read up to here; the compiler's guard tells the reader that the rest is missing."""

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
        self._ignore = Ignore(self._ignore_lines())
        self.note(IGNORE_FILE)

    @property
    def stamp(self) -> str:
        """A digest of the names, sizes and times of all that was listed."""
        listed = sorted(self._stamps.items())
        return hashlib.blake2b(repr(listed).encode(), digest_size=16).hexdigest()

    def ignore(self, patterns: Iterable[str]) -> None:
        """Leave out these too."""
        self._ignore = Ignore((*self._ignore_lines(), *patterns))

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
                raise StudyError(f"cannot read {self.root}", reason(error)) from error
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
        try:
            return read_bounded(self._base + file)
        except OSError as error:
            self.tell(Severity.ERROR, file, "the file cannot be read: " + reason(error))
            return b""

    def section(
        self, file: str, children: tuple[Section, ...] = (), *, even_draft: bool = False
    ) -> Section | None:
        """Return the section of a file, or None for a draft."""
        if self._shelf is None:
            return Section(file, "", file, children)
        name = readable_name(file)
        glance = self._shelf.glance(file, self._stamps[file], name, lambda: self.read(file))
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

        found: list[str] = []
        # First by name, so that names which count as equal have one order everywhere.
        for entry in sorted(entries, key=lambda entry: entry.name):
            path = folder + entry.name
            if entry.name.startswith("."):
                continue
            if self._is_page(entry, path):
                found.append(path)
            elif self._is_folder(entry, path):
                found.append(path + "/")
        return natsorted(found, key=_sorted_name, alg=ns.IGNORECASE)

    def _is_page(self, entry: os.DirEntry[str], path: str) -> bool:
        if not entry.name.lower().endswith(SUFFIXES) or not entry.is_file():
            return False
        if not entry.name.isascii() and not _is_text(entry.name):
            shown = path.encode(errors="surrogateescape").decode(errors="replace")
            self.tell(Severity.ERROR, shown, "the file name is not valid UTF-8", "rename the file")
            return False
        if self._ignore(path, is_folder=False):
            return False
        if entry.is_symlink() and not self.is_inside(entry.path):
            self.tell(
                Severity.WARNING, path, "this link leads out of the course and is not followed"
            )
            return False
        found = entry.stat()
        self._stamps[path] = (found.st_mtime_ns, found.st_size)
        return True

    def _is_folder(self, entry: os.DirEntry[str], path: str) -> bool:
        if not entry.is_dir() or self._ignore(path, is_folder=True):
            return False
        own = entry.stat(follow_symlinks=False)
        if stat.S_ISLNK(own.st_mode) or getattr(own, "st_reparse_tag", 0) == _MOUNT_POINT:
            self.tell(Severity.INFO, path, "this is a link to a folder and is not followed")
            return False
        return _is_text(path)

    def is_inside(self, path: str) -> bool:
        """Return whether the real place of a file is inside the course."""
        return os.path.realpath(path).startswith(self._real_base)

    @cached_property
    def _real_base(self) -> str:
        return os.path.realpath(self.root) + os.sep

    def _ignore_lines(self) -> Iterator[str]:
        try:
            yield from decoded(read_bounded(self._base + IGNORE_FILE)).splitlines()
        except OSError:
            return


def read_bounded(path: Path | str) -> bytes:
    """Return a regular file's bytes, at most one more than `MAX_BYTES`."""
    with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - a Path for each of thousands of files costs as much as reading
        size = os.fstat(file.fileno()).st_size
        return file.read() if size <= MAX_BYTES else file.read(MAX_BYTES + 1)


def _sorted_name(path: str) -> str:
    name = path.rstrip("/").rpartition("/")[2]
    return name if path.endswith("/") else name.rpartition(".")[0]


def readable_name(path: str) -> str:
    """Return a file's or folder's name as a title: `03-article-five.md` becomes "Article five"."""
    name = path.rstrip("/").rpartition("/")[2]
    if name.lower().endswith(SUFFIXES):
        name = name.rpartition(".")[0]
    words = re.sub(r"[\s_-]+", " ", _NUMBER.sub("", name) or name).strip() or name
    return words[:1].upper() + words[1:]


_NUMBER = re.compile(r"^(?:\d{1,3}[-_. ]+)+(?=\S)")


def _is_text(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True
