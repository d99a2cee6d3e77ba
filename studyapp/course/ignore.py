"""Which files of a course folder are left out: patterns as in a .gitignore file.

`course.folder` asks, with the patterns of `.studyignore` and of the layout's own file.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# Packages that other tools unpack inside a project bring thousands of foreign README files.
_ALWAYS = ("node_modules/", "__MACOSX/")


class Ignore:
    """Patterns in order; the last that matches decides, and one with `!` takes back in."""

    def __init__(self, patterns: Iterable[str] = ()) -> None:
        rows = (_compiled(line) for line in (*_ALWAYS, *patterns))
        self._rows = [row for row in rows if row is not None]

    def __call__(self, path: str, *, is_folder: bool) -> bool:
        """Return whether a path, relative to the course and with `/`, is left out."""
        # A folder is asked as `path/`, which is what a pattern for folders alone ends in.
        asked = path + "/" if is_folder else path
        ignored = False
        for regex, leaves_out in self._rows:
            if ignored != leaves_out and regex.fullmatch(asked):
                ignored = leaves_out
        return ignored


def _compiled(line: str) -> tuple[re.Pattern[str], bool] | None:
    pattern = line.strip()
    if not pattern or pattern.startswith("#"):
        return None
    leaves_out = not pattern.startswith("!")
    pattern = pattern.removeprefix("!").removeprefix("\\")
    folders_only = pattern.endswith("/")
    pattern = pattern.rstrip("/")
    anchored = "/" in pattern
    body = "".join(_PARTS.get(part) or _part(part) for part in _SPLIT.findall(pattern.lstrip("/")))
    return re.compile(
        ("" if anchored else "(?:.*/)?") + body + ("/" if folders_only else "/?")
    ), leaves_out


_SPLIT = re.compile(r"\*\*/|/\*\*|\*|\?|\[[^\]]+\]|\\?.", re.DOTALL)
_PARTS = {"**/": "(?:.*/)?", "/**": "/.*", "*": "[^/]*", "?": "[^/]"}


def _part(part: str) -> str:
    if part.startswith("[") and len(part) > 1:
        inside = part[1:-1].replace("\\", r"\\").replace("[", r"\[")
        return "[" + ("^" + inside[1:] if inside[0] == "!" else inside) + "]"
    return re.escape(part[-1])
