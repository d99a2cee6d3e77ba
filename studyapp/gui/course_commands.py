"""The commands of a course and of the program: open, read again, settings, quit.

`catalog.ALL` takes the rows in.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from studyapp.course.finding import find_course
from studyapp.course.identity import Register
from studyapp.gui.commands import Command
from studyapp.gui.language import translate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.gui.context import Desk

MOST_RECENT = 10


def _ask_for_course(desk: Desk) -> None:
    from PySide6.QtWidgets import QFileDialog  # noqa: PLC0415 - not at start

    before = str(desk.context.workspace.course.root.parent)
    folder = QFileDialog.getExistingDirectory(
        QApplication.activeWindow(),
        translate("Command", "Open a course: a folder of Markdown files"),
        before,
    )
    if folder:
        desk.open_course(Path(folder))


def _recent(desk: Desk) -> Iterator[Command]:
    known = Register(desk.context.home.state).known()
    others = [course for course in known if course.id != desk.context.workspace.course.id]
    for course in others[:MOST_RECENT]:
        path = Path(course.path)
        yield Command(
            f"course.recent.{course.id}",
            f"{course.title}  ({path.parent.name}/{path.name})",
            "",
            lambda desk, path=path: desk.open_course(path),
        )
    if not others:
        yield Command(
            "course.no_recent",
            translate("Command", "No other course yet"),
            "",
            when=lambda _: False,
        )


def _open_settings(desk: Desk) -> None:
    from studyapp.gui.dialogs.settings import open_settings  # noqa: PLC0415 - not at start

    open_settings(desk)


COURSE = (
    Command(
        "course.open", "Open Folder…", "Course", _ask_for_course, "Ctrl+Shift+O", "folder-open"
    ),
    Command("course.recent", "Open Recent", "Course", rows=_recent),
    Command(
        "course.bundled",
        "Open the Bundled Course",
        "Course",
        lambda desk: desk.open_course(find_course("", desk.context.home)),
        icon="graduation-cap",
    ),
    Command(
        "course.reload",
        "Read Again from Disk",
        "Course",
        lambda desk: desk.reload(),
        "F5",
        "rotate-ccw",
        group="reload",
    ),
    Command(
        "app.settings", "Settings…", "Course", _open_settings, "Ctrl+,", "settings", group="app"
    ),
    Command("app.quit", "Quit", "Course", lambda desk: desk.close(), "Ctrl+Q", group="quit"),
)
