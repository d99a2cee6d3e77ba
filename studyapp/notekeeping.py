"""The notebook of this computer's user: opened when first asked for, made when first written to.

One `Keeper` outlives the courses that the window opens one after another, and with it the acts that
can be undone and the edits that could not be written yet. The workspace's notes are read and
written through it.
"""

from __future__ import annotations

import os
import platform
from contextlib import suppress
from typing import TYPE_CHECKING

from studyapp import files
from studyapp.course.loader import path_of
from studyapp.course.slugs import slug
from studyapp.model import Severity, StudyError
from studyapp.notes.undo import History
from studyapp.wording import translate

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from studyapp.files import Home
    from studyapp.model import Course
    from studyapp.notes.backups import Backups
    from studyapp.notes.doctor import Diagnosis
    from studyapp.notes.notebook import Notebook
    from studyapp.notes.staging import Staged

FORMAT = 1


class Keeper:
    """Who has the notebook."""

    def __init__(self, home: Home) -> None:
        self._home = home
        self._memory = home.state / "notebook.json"
        self._notebook: Notebook | None = None
        self._described: set[str] = set()
        self.history = History()
        self.is_new = False
        """Whether the notebook was begun in this run."""
        self.write_later: Callable[[Sequence[Staged]], object] | None = None
        """Where there is a thread to write on: what takes acts on many notes."""

    @property
    def notebook(self) -> Notebook | None:
        """The notebook; None while there is none yet.

        Raises StudyError if its folder cannot be read, or if there was one and its folder is gone:
        a new one in its place would look as if all notes were lost.
        """
        if self._notebook is None:
            if self._is_there():
                self._notebook = self._opened()
            else:
                self._check_gone()
        return self._notebook

    @property
    def seems_begun(self) -> bool:
        """Whether there is a notebook to be read, which takes a moment."""
        try:
            return self._is_there()
        except StudyError:
            return False  # told when it is asked for

    def _check_gone(self) -> None:
        """Raise StudyError if there was a notebook in this folder."""
        memory = self._remembered()
        known, folder = memory.get("notebook"), memory.get("folder", "")
        if known and folder == self._place():
            raise StudyError(
                translate("Notebook", "the notebook in {} is gone").format(self._home.notebook),
                translate(
                    "Notebook", "its folder was moved, renamed or removed (notebook {})"
                ).format(known),
                translate(
                    "Notebook",
                    "bring it back, or begin a new one with `studyapp doctor --repair`",
                ),
            )

    def _place(self) -> str:
        """Return the folder as the memory knows it: empty for the usual one, wherever that is."""
        return files.as_text(self._home.notebook) if self._home.is_chosen else ""

    def _is_there(self) -> bool:
        folder = self._home.notebook
        what = translate("Notebook", "cannot keep notes in {}").format(folder)
        files.chosen_notebook(self._home.config)  # a choice that cannot be read is told
        if self._home.is_chosen and not folder.exists():
            hint = translate("Notebook", "bring it back, or choose another one in the settings")
            raise StudyError(what, translate("Notebook", "the folder is gone"), hint)
        try:
            if folder.exists() and not folder.is_dir():
                why = translate("Notebook", "it is a file, not a folder")
                raise StudyError(what, why, translate("Notebook", "give the file another name"))
            return (folder / "notebook.json").exists()
        except OSError as error:
            hint = translate("Notebook", "see to it that you may read and write there")
            raise StudyError(what, files.reason(error), hint) from error

    def writable(self, course: Course) -> Notebook:
        """Return the notebook, made if there is none, with the course described in it."""
        if self.notebook is None:
            self.is_new = True
        notebook = self.notebook or self._opened()
        self._notebook = notebook
        if course.id not in self._described:
            path = files.as_text(path_of(course))
            entries = {"title": course.title, "path": path}
            before = notebook.course_description(course.id)
            if any(before.get(key) != value for key, value in entries.items()):
                notebook.describe_course(course.id, {**before, **entries})
            self._described.add(course.id)
        return notebook

    @property
    def backups(self) -> Backups:
        """The snapshots of the notebook on this computer; StudyError while there is no notebook."""
        if self.notebook is None:
            raise StudyError(
                translate("Notebook", "no backups"),
                translate("Notebook", "there is no notebook yet"),
                translate("Notebook", "mark or write something"),
            )
        from studyapp.notes.backups import Backups  # noqa: PLC0415 - not before the first page

        return Backups(self.notebook, self._home.state / "backups")

    def diagnose(self, *, repair: bool = False) -> list[Diagnosis]:
        """Return what is wrong with the notebook; with `repair`, mend what loses nothing.

        A notebook that is gone is an error as long as it is not said, by `repair`, that a new one
        may be begun. Raises StudyError if a repair cannot be done.
        """
        from studyapp.notes.doctor import Diagnosis, Notes, diagnose  # noqa: PLC0415 - seldom

        folder = self._home.notebook
        if not folder.is_dir():
            known = self._remembered().get("notebook")
            if not known:
                return []
            if repair:
                self.forget()
            hint = translate(
                "Notebook", "bring it back; a repair lets the next mark begin a new one"
            )
            message = translate("Notebook", "the notebook {} is gone").format(known)
            return [Diagnosis(Severity.ERROR, folder, 0, message, hint, repaired=repair)]
        place = self._home.state / "backups"
        return diagnose(Notes(folder, self._device(), place, place), repair=repair)

    def forget(self) -> None:
        """Let the next act begin a new notebook where the one before is gone."""
        files.write_json(self._memory, FORMAT, {"device": self._device()})

    def close(self) -> None:
        """Write what is still to be written, and what makes the next opening quick."""
        if self._notebook is not None:
            with suppress(StudyError):  # told when it happened; there is no later
                self._notebook.unwritten.retry()
            self._notebook.close()

    def _opened(self) -> Notebook:
        from studyapp.notes.notebook import Notebook  # noqa: PLC0415 - only where there are notes

        device = self._device()
        backups = self._home.state / "backups"
        notebook = Notebook(self._home.notebook, device, backups=backups)
        memory = {"device": device, "notebook": notebook.id, "folder": self._place()}
        if notebook.id and self._remembered() != memory:
            files.write_json(self._memory, FORMAT, memory)
        return notebook

    def _device(self) -> str:
        """Return the name of this computer among those that share the notebook."""
        known = str(self._remembered().get("device", ""))
        return known or f"{slug(platform.node())[:30] or 'device'}-{os.urandom(2).hex()}"

    def _remembered(self) -> dict[str, object]:
        try:
            return files.read_json(self._memory, FORMAT) or {}
        except StudyError:
            return {}  # only memory: another device name does no harm
