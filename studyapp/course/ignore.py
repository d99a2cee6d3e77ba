"""Which files of a course folder are left out: patterns as in a .gitignore file.

`course.folder` asks, with the patterns of `.studyignore` and of the layout's own file. A course is
untrusted, so no pattern may take long: names are matched by `fnmatch`, paths part by part.
"""

from __future__ import annotations

import re
from fnmatch import translate
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

# Packages that other tools unpack inside a project bring thousands of foreign README files.
_ALWAYS = ("node_modules/", "__MACOSX/")
_ESCAPED = re.compile(r"\\(.)")


class Ignore:
    """Patterns in order; the last that matches decides, and one with `!` takes back in."""

    def __init__(self, lines: Iterable[str] = ()) -> None:
        self._patterns = [made for line in (*_ALWAYS, *lines) if (made := _pattern(line.strip()))]

    def __call__(self, path: str, *, is_folder: bool) -> bool:
        """Return whether a path, relative to the course and with `/`, is left out."""
        ignored = False
        for pattern in self._patterns:
            undecided = pattern.leaves_out != ignored
            if undecided and (is_folder or not pattern.folders_only) and pattern.matches(path):
                ignored = pattern.leaves_out
        return ignored


class _Pattern(Struct, frozen=True):
    parts: tuple[re.Pattern[str] | None, ...]
    """One for each part of a path; None for `**`, any number of parts."""
    anywhere: bool
    """Whether it is for names in any folder."""
    folders_only: bool
    leaves_out: bool

    def matches(self, path: str) -> bool:
        if self.anywhere:
            return _is_match(self.parts, [path.rpartition("/")[2]])
        return _is_match(self.parts, path.split("/"))


def _pattern(line: str) -> _Pattern | None:
    """Return a line's pattern; nothing for a comment or an empty line."""
    if not line or line.startswith("#"):
        return None
    folders_only = line.endswith("/")
    body = line.removeprefix("!").rstrip("/")
    parts = tuple(None if part == "**" else _part(part) for part in body.lstrip("/").split("/"))
    return _Pattern(parts, "/" not in body, folders_only, not line.startswith("!"))


def _part(part: str) -> re.Pattern[str]:
    return re.compile(translate(_ESCAPED.sub(_as_itself, part)))


def _as_itself(escaped: re.Match[str]) -> str:
    return f"[{escaped[1]}]" if escaped[1] in "*?[" else escaped[1]


def _is_match(parts: Sequence[re.Pattern[str] | None], names: Sequence[str]) -> bool:
    """Match names to parts; after a mismatch the last `**` takes one name more."""
    at = name = 0
    star = star_name = -1
    while name < len(names):
        part = parts[at] if at < len(parts) else None
        if at < len(parts) and part is None:
            star, star_name = at, name
            at += 1
        elif part is not None and part.match(names[name]):
            at += 1
            name += 1
        elif star >= 0:
            star_name += 1
            at, name = star + 1, star_name
        else:
            return False
    return at == len(parts)
