"""Shows a folder in the program that the desktop has for folders.

Asked by the Help menu, by what says where notes are, and by what says that they cannot be read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def show_folder(folder: Path) -> None:
    """Show a folder; one that is not there, by what it would stand in."""
    from PySide6.QtCore import QUrl  # noqa: PLC0415 - not at start
    from PySide6.QtGui import QDesktopServices  # noqa: PLC0415 - not at start

    there = folder if folder.is_dir() else folder.parent
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(there)))
