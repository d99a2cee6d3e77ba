"""Where the notebook is to be from the next start on: whether a folder will do, and what is in it.

The settings dialog asks. Nothing is moved: a running window keeps the notebook that it has open,
and what is in the old folder stays there.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from studyapp import files
from studyapp.model import StudyError
from studyapp.wording import translate

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from studyapp.files import Home

OWN_FOLDER = "Studyapp"
"""Made inside a folder that holds other things, so that notes do not lie among them."""


@dataclass(frozen=True, slots=True)
class Place:
    """A folder that will do."""

    folder: Path
    has_notebook: bool
    """Whether there is a notebook in it already, which will be opened."""


def place_in(folder: Path, home: Home, courses: Iterable[Path] = ()) -> Place:
    """Return where in a folder the notebook would be; StudyError if it cannot be there."""
    what = translate("Notebook", "cannot keep notes in {}").format(folder)
    try:
        real = folder.resolve()
        holds = sorted(path.name for path in real.iterdir())
        has_notebook = (real / "notebook.json").is_file()
    except OSError as error:
        raise StudyError(what, files.reason(error), _other()) from error
    for course in courses:
        if real.is_relative_to(course.resolve()):
            hint = translate("Notebook", "choose a folder outside it: a course is never written to")
            why = translate("Notebook", "it is in the folder of a course, {}").format(course)
            raise StudyError(what, why, hint)
    own = (home.cache, home.config, home.state)
    if any(real.is_relative_to(one.resolve()) for one in own):
        why = translate("Notebook", "the app keeps other things there")
        raise StudyError(what, why, _other())
    if not os.access(real, os.W_OK):
        raise StudyError(what, translate("Notebook", "you may not write there"), _other())
    if has_notebook or not holds:
        return Place(real, has_notebook)
    inside = real / OWN_FOLDER
    return Place(inside, (inside / "notebook.json").is_file())


def choose(place: Place, home: Home) -> None:
    """Keep the choice, and make the folder, so that its absence later means that it is gone."""
    try:
        place.folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise files.unwritable(place.folder, error) from error
    files.choose_notebook(home.config, place.folder)


def _other() -> str:
    return translate("Notebook", "choose another folder")
