"""Draw what opens over the window, in every theme and two sizes: docs/screenshots/views.

    .venv/bin/python docs/make_views.py [--only NAME]... [FOLDER]

`make_screenshots.py` draws the window as the command line can ask for it. Here the real window is
brought into each state by its commands, and drawn together with the boxes and dialogs above it.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from make_screenshots import COURSE, SECTION, SIZES, THEMES, mark
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from studyapp.files import Home
from studyapp.gui.memory import INVITED
from studyapp.gui.session import Session
from studyapp.model import Location
from studyapp.options import WindowOptions

if TYPE_CHECKING:
    from collections.abc import Callable

    from studyapp.gui.window import Window

PATIENCE_SECONDS = 20.0
PAINT_SECONDS = 0.3
ASIDE = "02-alliance-theory/02-collective-defence.md"
"""After the last thing that was asked for: cards and lists come a moment later."""


def typed(command: str, words: str = "") -> Callable[[Window], None]:
    """Return the state after a command and some typing."""

    def reach(window: Window) -> None:
        window.commands[command].trigger()
        wait(PAINT_SECONDS)
        target = QApplication.focusWidget() or window
        if words:
            QTest.keyClicks(target, words)

    return reach


def split(window: Window) -> None:
    """Show another section in a second pane."""
    window.go_aside(Location(ASIDE, offset=0))


def preview(window: Window) -> None:
    """Show the card of the link that comes first from here."""
    QTest.keyClick(window.reader, Qt.Key.Key_Tab)
    window.commands["page.preview"].trigger()


def invited(window: Window) -> None:
    """Show what is said above the page at the very first start."""
    window.context.memory.tour = INVITED
    window.tour.begin()


VIEWS: dict[str, Callable[[Window], None]] = {
    "palette": typed("app.palette", "pane"),
    "switcher": typed("go.switch", "deter"),
    "find": typed("find.open", "state"),
    "preview": preview,
    "picture": typed("page.enlarge"),
    "split": split,
    "headings": typed("go.headings"),
    "text": typed("view.text"),
    "settings": typed("app.settings"),
    "shortcuts": typed("help.shortcuts"),
    "print": typed("page.print"),
    "licenses": typed("help.licenses"),
    "tour": invited,
}
"""Name of the picture, and what brings the window into that state."""


def main(folder: Path, only: list[str]) -> int:
    """Draw the pictures asked for, all of them without `only`."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        mark(home)
        session = Session(WindowOptions(Home.at(Path(home)), COURSE, SECTION))
        session.show()
        leave(session.window)
        for theme in THEMES:
            for size in SIZES:
                session.context.settings.theme = theme
                draw_all(session.window, folder, f"{theme}-{size}", size, only)
        session.window.close()
        session.close()
    gc.freeze()
    return 0


def draw_all(window: Window, folder: Path, suffix: str, size: str, only: list[str]) -> None:
    """Draw each view at one size in the theme that is on."""
    width, height = map(int, size.split("x"))
    for name, reach in VIEWS.items():
        if only and name not in only:
            continue
        window.resize(width, height)
        window.go(Location(SECTION, "when-safety-frightens"))
        settle(window)
        reach(window)
        settle(window)
        composed(window).save(str(folder / f"{name}-{suffix}.webp"), None, 88)
        leave(window)


def composed(window: Window) -> QImage:
    """Return the window with all that stands above it, cut off at its edges."""
    picture = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
    painter = QPainter(picture)
    for above in above_of(window):
        corner = above.mapToGlobal(QPoint(0, 0)) - corner_of(window)
        painter.drawPixmap(corner, above.grab())
        # A desktop draws a frame around dialogs, an offscreen one does not
        painter.setPen(window.context.theme["input_border"])
        painter.drawRect(above.rect().translated(corner).adjusted(-1, -1, 0, 0))
    painter.end()
    return picture


def above_of(window: Window) -> list[QWidget]:
    """Return the dialogs and popups that are open."""
    found = [one for one in QApplication.topLevelWidgets() if one.isVisible() and one is not window]
    return sorted(found, key=lambda one: isinstance(one, QDialog), reverse=True)


def corner_of(window: Window) -> QPoint:
    """Return where the window's upper left corner is on the screen."""
    return window.mapToGlobal(QPoint(0, 0))


def settle(window: Window) -> None:
    """Wait until nothing is still to come."""
    end = time.monotonic() + PATIENCE_SECONDS
    while not window.is_settled() and time.monotonic() < end:
        wait(0.02)
    wait(PAINT_SECONDS)


def wait(seconds: float) -> None:
    """Let the window work for a while."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        QApplication.processEvents()
        time.sleep(0.005)


def leave(window: Window) -> None:
    """Close what is open above the window, and what the view has left in it."""
    for above in above_of(window):
        above.close()
    window.activateWindow()
    if (large := window.reader.zoom.overlay) is not None:
        large.dismiss()
    window.reader.setFocus()
    for _ in range(3):
        QTest.keyClick(window.reader, Qt.Key.Key_Escape)
    window.panes.close(window.panes.other)
    window.tour.banner.hide()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    wait(0.05)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path)
    parser.add_argument("--only", action="append", default=[])
    given = parser.parse_args()
    default = Path(__file__).parent / "screenshots" / "views"
    sys.exit(main(given.folder or default, given.only))
