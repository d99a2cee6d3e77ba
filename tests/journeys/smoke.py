"""Drives the real program through a first hour of use; `test_smoke` starts it.

    python tests/journeys/smoke.py FOLDER

It starts `studyapp open` as a user would and presses on: ten sections, back and forth, text size,
every theme with a picture of each, every panel. FOLDER gets the home folder and the pictures. Exits
with 0 only when all steps were taken, nothing was logged as a warning and no message stood open.
"""

from __future__ import annotations

import sys
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog

from studyapp import cli
from studyapp.gui.window import Window
from studyapp.model import Location

if TYPE_CHECKING:
    from collections.abc import Iterator

SECTIONS = 10
STEP_MS = 15
LIMIT_MS = 90_000
OFFSCREEN = "This plugin does not support propagateSizeHints()"
"""What Qt's offscreen platform says of itself; no other platform does."""


class Robot:
    """Takes one step of a journey whenever the window has come to rest."""

    def __init__(self, journey) -> None:
        self.outcome = "the journey did not end"
        self._journey = journey
        self._steps: Iterator[None] | None = None
        self._timer = QTimer()
        self._timer.timeout.connect(self._on_time)
        self._timer.start(STEP_MS)
        QTimer.singleShot(LIMIT_MS, lambda: self._end("it took too long"))

    def _on_time(self) -> None:
        window = next(
            (one for one in QApplication.topLevelWidgets() if isinstance(one, Window)), None
        )
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QDialog):
            self._end(f"a dialog opened: {dialog.windowTitle()}")
        elif window is not None and window.is_settled():
            self._take_step(window)

    def _take_step(self, window: Window) -> None:
        try:
            self._steps = self._steps or self._journey(window)
            next(self._steps)
        except StopIteration:
            self._end("")
        except Exception:  # noqa: BLE001 - told as the outcome
            self._end(traceback.format_exc())

    def _end(self, outcome: str) -> None:
        if self._timer.isActive():
            self._timer.stop()
            self.outcome = outcome
            QApplication.closeAllWindows()
            QApplication.quit()


def journey(window: Window, folder: Path) -> Iterator[None]:
    yield from walk(window)
    yield from turn_back(window)
    yield from zoom(window)
    yield from change_themes(window, folder)
    yield from show_panels(window)
    said = window.context.messages.current
    assert said is None or said.kind == "info", said


def walk(window: Window) -> Iterator[None]:
    order = window.context.workspace.course.order
    assert len(order) > SECTIONS
    for section in order[:SECTIONS]:
        window.go(Location(section.id))
        yield
        assert window.place().section == section.id
        assert window.reader.document().toPlainText().strip()
        window.reader.scroll_pages(1)
        yield


def turn_back(window: Window) -> Iterator[None]:
    here = window.place().section
    window.commands["go.back"].trigger()
    yield
    assert window.place().section != here
    window.commands["go.forward"].trigger()
    yield
    assert window.place().section == here
    window.commands["go.previous"].trigger()
    yield
    window.commands["go.next"].trigger()
    yield
    assert window.place().section == here


def zoom(window: Window) -> Iterator[None]:
    settings = window.context.settings
    before = settings.text_size
    for _ in range(4):
        window.commands["view.zoom_in"].trigger()
        yield
    assert settings.text_size > before
    for _ in range(4):
        window.commands["view.zoom_out"].trigger()
        yield
    assert settings.text_size == before


def change_themes(window: Window, folder: Path) -> Iterator[None]:
    for theme in window.context.themes.all():
        window.context.settings.theme = theme.id
        yield
        assert window.context.theme.id == theme.id
        assert window.grab().save(str(folder / f"{theme.id}.png"))
        ground = window.reader.viewport().grab().toImage().pixelColor(4, 4)
        assert ground == theme["page"], f"{theme.id}: the page is {ground.name()}"


def show_panels(window: Window) -> Iterator[None]:
    for panel_id in window.sides.ids:
        for shown in (True, False, True):
            window.show_panel(panel_id, shown=shown)
            yield
            assert window.panel_shown(panel_id) is shown


def logged(home: Path) -> list[str]:
    """Return what the program's log holds that is worse than news."""
    log = home / "state" / "studyapp.log"
    lines = log.read_text(encoding="utf-8").splitlines() if log.exists() else []
    lines = [line for line in lines if " INFO " not in line and " DEBUG " not in line]
    return [line for line in lines if not line.endswith(OFFSCREEN)]


def main(folder: Path) -> int:
    home = folder / "home"
    app = QApplication(sys.argv[:1])
    robot = Robot(lambda window: journey(window, folder))
    status = cli.main(["--home", str(home), "--verbose", "open"])
    del app
    complaints = [robot.outcome] if robot.outcome else []
    complaints += logged(home)
    sys.stdout.write("\n".join(complaints) or "sound")
    return status or bool(complaints)


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1])))
