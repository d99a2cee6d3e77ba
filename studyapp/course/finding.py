"""Which course the words of a user mean: a path, the id of a course that is known, or none said.

The command line asks for what was typed, the window for what to show without a word.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from studyapp.course.identity import Register
from studyapp.files import bundled
from studyapp.model import StudyError
from studyapp.wording import translate

if TYPE_CHECKING:
    from studyapp.files import Home

BUNDLED = "nato"
"""The folder of the course that is shown when none is named."""


def find_course(argument: str, home: Home) -> Path:
    """Return the path of a course; StudyError when there is none of that name.

    An empty argument is the bundled course. A path wins over an id.
    """
    if not argument:
        return bundled("content") / BUNDLED
    path = Path(os.path.expanduser(argument))  # noqa: PTH111 - that of a Path fails for unknown users
    if _exists(path):
        return path
    if found := known_course(argument, home):
        return found
    what = translate("Course", "no course '{}'").format(argument)
    why = translate("Course", "this is neither a path nor the id of a known course")
    raise StudyError(what, why, translate("Course", "give a folder of Markdown files"))


def known_course(course_id: str, home: Home) -> Path | None:
    """Return the path of a course by its id alone, which is never taken for a path; else None.

    StudyError when it is not where it was.
    """
    if known := Register(home.state).path_of(course_id):
        if _exists(Path(known)):
            return Path(known)
        raise StudyError(
            translate("Course", "no course '{}'").format(course_id),
            translate("Course", "it is no longer at {}").format(known),
            translate("Course", "open it at its new place"),
        )
    folders = bundled("content").iterdir()
    return next((one for one in folders if course_id in (one.name, _declared_id(one))), None)


def last_course(home: Home) -> Path:
    """Return the course that was opened last and is still there, else the bundled one."""
    known = (Path(course.path) for course in Register(home.state).known())
    return next((path for path in known if _exists(path)), bundled("content") / BUNDLED)


def _declared_id(folder: Path) -> str:
    import tomllib  # noqa: PLC0415 - most courses are named by path, or known

    try:
        with (folder / "course.toml").open("rb") as file:
            return str(tomllib.load(file).get("id", ""))
    except (OSError, tomllib.TOMLDecodeError):
        return ""


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False
