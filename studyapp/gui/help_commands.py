"""The commands of the Help menu: guide, tour, keys, licenses, folders, what to send with a report.

`catalog.ALL` takes the rows in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp import files
from studyapp.gui.commands import Command

if TYPE_CHECKING:
    from studyapp.gui.context import Desk


def _open_guide(desk: Desk) -> None:
    desk.open_course(files.bundled("content") / "guide")


def _open_about(desk: Desk) -> None:
    from studyapp.gui.dialogs.about import open_about  # noqa: PLC0415 - not at start

    open_about(desk)


def _open_log_folder(desk: Desk) -> None:
    from PySide6.QtCore import QUrl  # noqa: PLC0415 - not at start
    from PySide6.QtGui import QDesktopServices  # noqa: PLC0415 - not at start

    QDesktopServices.openUrl(QUrl.fromLocalFile(str(desk.context.home.state)))


HELP = (
    Command("help.guide", "Guide", "Help", _open_guide, "F1", "circle-help"),
    Command(
        "help.tour", "Take the Tour", "Help", lambda desk: desk.tour.take(), icon="graduation-cap"
    ),
    Command(
        "help.shortcuts",
        "Keyboard Shortcuts",
        "Help",
        lambda desk: desk.show_shortcuts(),
        "? Ctrl+/",
        "keyboard",
    ),
    Command("help.log", "Open Log Folder", "Help", _open_log_folder, group="app"),
    Command("help.about", "About Studyapp", "Help", _open_about, icon="info", group="app"),
)
