"""The commands of the Help menu: guide, tour, keys, licenses, folders, what to send with a report.

`catalog.ALL` takes the rows in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp import files
from studyapp.gui.commands import Command
from studyapp.gui.folders import show_folder
from studyapp.gui.language import translate
from studyapp.model import StudyError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from studyapp.files import Home
    from studyapp.gui.context import Desk


def _open_guide(desk: Desk) -> None:
    desk.open_course(files.bundled("content") / "guide")


def _open_shortcuts(desk: Desk) -> None:
    from studyapp.gui.dialogs.shortcuts import ShortcutOverlay  # noqa: PLC0415 - not at start

    ShortcutOverlay(desk.context, tuple(desk.commands.rows.values()), desk.window()).open()


def _open_about(desk: Desk) -> None:
    from studyapp.gui.dialogs.about import open_about  # noqa: PLC0415 - not at start

    open_about(desk)


def _open_licenses(desk: Desk) -> None:
    from studyapp.gui.dialogs.licenses import open_licenses  # noqa: PLC0415 - not at start

    open_licenses(desk)


def _copy_report(desk: Desk) -> None:
    from PySide6.QtGui import QGuiApplication  # noqa: PLC0415 - not at start

    from studyapp.gui.reporting import diagnostic_report  # noqa: PLC0415 - not at start

    QGuiApplication.clipboard().setText(diagnostic_report(desk.context))
    said = translate("Help", "Diagnostic report copied. It holds no private text.")
    desk.context.messages.confirm(said, id="copied")


def _opener(folder: Callable[[Home], Path]) -> Callable[[Desk], None]:
    """Return what shows a folder in the program that the system has for that."""

    def run(desk: Desk) -> None:
        path = folder(desk.context.home)
        if not path.is_dir():
            why = translate("Help", "it is made when something is first kept there")
            what = translate("Help", "there is no folder {} yet").format(path)
            raise StudyError(what, why)
        show_folder(path)

    return run


HELP = (
    Command("help.guide", "Guide", "Help", _open_guide, "F1", "circle-help"),
    Command(
        "help.tour", "Take the Tour", "Help", lambda desk: desk.tour.take(), icon="graduation-cap"
    ),
    Command(
        "help.shortcuts",
        "Keyboard Shortcuts",
        "Help",
        _open_shortcuts,
        "? Ctrl+/",
        "keyboard",
    ),
    Command(
        "help.notebook",
        "Open Notebook Folder",
        "Help",
        _opener(lambda home: home.notebook),
        icon="folder-open",
        group="folders",
    ),
    Command(
        "help.settings",
        "Open Settings Folder",
        "Help",
        _opener(lambda home: home.config),
        group="folders",
    ),
    Command(
        "help.log",
        "Open Log Folder",
        "Help",
        _opener(lambda home: home.state),
        group="folders",
    ),
    Command(
        "help.report",
        "Copy Diagnostic Report",
        "Help",
        _copy_report,
        icon="bug",
        group="app",
    ),
    Command("help.licenses", "Licenses", "Help", _open_licenses, icon="file-text", group="app"),
    Command("help.about", "About Studyapp", "Help", _open_about, icon="info", group="app"),
)
