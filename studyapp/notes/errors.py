"""What the notebook says when it cannot do what is asked; raised here and one floor up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.model import COLORS, StudyError
from studyapp.wording import translate

if TYPE_CHECKING:
    from pathlib import Path


def unknown(annotation_id: str) -> StudyError:
    """Return the error that no annotation has this id."""
    return StudyError(
        translate("Notebook", "there is no annotation {}").format(annotation_id),
        translate("Notebook", "it is not in the notebook"),
    )


def not_a_name(name: str, kind: str) -> StudyError:
    """Return the error that a course or a device cannot be called this."""
    return StudyError(
        translate("Notebook", "'{}' cannot name a {}").format(name, kind),
        translate("Notebook", "only letters, digits, - and _ can"),
    )


def check_color(color: str) -> None:
    """Raise the error that no highlight has this color, unless there is none or it is one."""
    if color and color not in COLORS:
        raise StudyError(
            translate("Notebook", "no color '{}'").format(color),
            translate("Notebook", "highlights have five"),
            translate("Notebook", "use {}").format(", ".join(COLORS)),
        )


def no_words() -> StudyError:
    """Return the error that a passage holds nothing to mark."""
    return StudyError(
        translate("Notebook", "nothing to mark"),
        translate("Notebook", "the passage has no words"),
        translate("Notebook", "select some words"),
    )


def linked(folder: Path) -> StudyError:
    """Return the error that a folder leads out of the notebook."""
    return StudyError(
        translate("Notebook", "cannot use {}").format(folder),
        translate("Notebook", "it is or holds a link to another folder"),
    )


def gone(folder: Path) -> StudyError:
    """Return the error that an open notebook is not where it was."""
    return StudyError(
        translate("Notebook", "the notebook in {} is gone").format(folder),
        translate("Notebook", "its folder was moved, renamed or removed"),
        translate("Notebook", "bring it back, or open it where it is now"),
    )


def lost(number: int, of: int, folder: Path) -> StudyError:
    """Return the error that more annotations vanished at once than a user is likely to remove."""
    said = translate("Notebook", "{} of {} annotations in {} are gone at once")
    return StudyError(
        said.format(number, of, folder),
        translate("Notebook", "something other than Studyapp removed, trashed or damaged them"),
        translate("Notebook", "see whether the folder is complete; if this is meant, accept it"),
    )
