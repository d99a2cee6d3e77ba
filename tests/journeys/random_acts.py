"""Does anything to the real program, then ends it in the middle; `test_random_acts` starts it.

    python tests/journeys/random_acts.py SEED SECONDS FOLDER

Commands, keys, clicks, drags, wheels, sizes, settings, sections and courses come in a random order,
whatever is open at the time. FOLDER gets the home folder. Exits with 0 only if the program ended as
it was asked to and told of no unexpected error.
"""

from __future__ import annotations

import gc
import sys
import time
from pathlib import Path
from random import Random

from birds import write_birds
from PySide6.QtCore import QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QContextMenuEvent, QDesktopServices, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QWidget

from studyapp import cli
from studyapp.files import bundled
from studyapp.gui import overrides
from studyapp.model import Location

overrides.guard()  # as the program does before there is a class of the window
from studyapp.gui.dialogs.crash import CrashDialog  # noqa: E402
from studyapp.gui.window import Window  # noqa: E402

PAUSES = (0, 4, 8, 20)
LAST_ACTS = 3
NAMES = """
    Escape Tab Backtab Return Space Up Down Left Right PageUp PageDown Home End Delete Backspace
    F3 F6 F7 F10
"""
KEYS = [getattr(Qt.Key, f"Key_{name}") for name in NAMES.split()]
LETTERS = "abcdefghijklmnoprstuvxyz0123456789?/[]'+-="
NONE, CTRL, SHIFT, ALT = (
    getattr(Qt.KeyboardModifier, f"{name}Modifier") for name in ("No", "Control", "Shift", "Alt")
)
MODIFIERS = [NONE] * 6 + [CTRL, CTRL, SHIFT, SHIFT, ALT, CTRL | SHIFT]
ENDS = ("close", "quit", "exit", "all", "command")


class Monkey:
    """Acts until its time is over; an act may wait for what it opens, so each plans the next."""

    def __init__(self, seed: int, seconds: float, folder: Path) -> None:
        self.random = Random(seed)
        self.done: list[str] = []
        self._until = time.monotonic() + seconds
        content = bundled("content")
        self._courses = [write_birds(folder / "birds"), content / "nato", content / "guide"]
        self._acts = [
            self.command, self.key, self.key, self.letter, self.click, self.click, self.context,
            self.drag, self.wheel, self.setting, self.go, self.resize, self.shut, self.collect,
        ]  # fmt: skip
        QTimer.singleShot(0, self.act)

    def act(self) -> None:
        """Do something, and end when it is time."""
        window = self.window()
        if window is None or time.monotonic() < self._until:
            QTimer.singleShot(self.random.choice(PAUSES), self.act)
        if window is None:
            return
        if time.monotonic() >= self._until:
            self.end(window)
        elif isinstance(dialog := QApplication.activeModalWidget(), CrashDialog | QFileDialog):
            dialog.reject()
        else:
            self.any_act(window)

    def any_act(self, window: Window) -> None:
        act = self.course if self.random.random() < 0.01 else self.random.choice(self._acts)
        self.done.append(act.__name__)
        act(window)

    def window(self) -> Window | None:
        shown = [one for one in QApplication.topLevelWidgets() if one.isVisible()]
        return next((one for one in shown if isinstance(one, Window)), None)

    def end(self, window: Window) -> None:
        """End the program in one of its ways, with things just begun."""
        QTimer.singleShot(3000, QApplication.quit)
        for act in self.random.choices([self.command, self.go, self.course], k=LAST_ACTS):
            act(window)
        match self.random.choice(ENDS):
            case "close":
                window.close()
            case "all":
                QApplication.closeAllWindows()
            case "command":
                window.commands["app.quit"].trigger()
            case _:
                QApplication.quit()

    # What it is done to

    def top(self, window: Window) -> QWidget:
        popup, dialog = QApplication.activePopupWidget(), QApplication.activeModalWidget()
        return popup or dialog or window

    def part(self, window: Window) -> tuple[QWidget, QPoint]:
        """Return something in view, often a button, and a place on it."""
        top = self.top(window)
        parts = [one for one in top.findChildren(QWidget) if one.isVisible()] or [top]
        buttons = [one for one in parts if isinstance(one, QAbstractButton)]
        part = self.random.choice(buttons if buttons and self.random.random() < 0.5 else parts)
        return part, self.place(part)

    def place(self, part: QWidget) -> QPoint:
        x, y = (self.random.randrange(max(size, 1)) for size in part.size().toTuple())
        return QPoint(x, y)

    def typed_into(self, window: Window) -> QWidget:
        return QApplication.activePopupWidget() or QApplication.focusWidget() or self.top(window)

    # Acts

    def command(self, window: Window) -> None:
        rows = window.commands.rows.values()
        ids = [row.id for row in rows if row.rows is None and row.id != "app.quit"]
        window.commands.refresh()
        window.commands[self.random.choice(ids)].trigger()

    def key(self, window: Window) -> None:
        key, modifier = self.random.choice(KEYS), self.random.choice(MODIFIERS)
        QTest.keyClick(self.typed_into(window), key, modifier)

    def letter(self, window: Window) -> None:
        letter, modifier = self.random.choice(LETTERS), self.random.choice(MODIFIERS)
        QTest.keyClick(self.typed_into(window), letter, modifier)

    def click(self, window: Window) -> None:
        part, place = self.part(window)
        click = QTest.mouseDClick if self.random.random() < 0.15 else QTest.mouseClick
        click(part, Qt.MouseButton.LeftButton, self.random.choice(MODIFIERS), place)

    def context(self, window: Window) -> None:
        part, place = self.part(window)
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, part.mapToGlobal(place))
        # Not posted: PySide, which is to destroy a posted event of Python's, may find it gone
        QApplication.sendEvent(part, event)

    def drag(self, window: Window) -> None:
        page, button = window.reader.viewport(), Qt.MouseButton.LeftButton
        QTest.mousePress(page, button, NONE, self.place(page))
        QTest.mouseMove(page, self.place(page))
        QTest.mouseRelease(page, button, NONE, self.place(page))

    def wheel(self, window: Window) -> None:
        part, place = self.part(window)
        at, steps = QPointF(part.mapToGlobal(place)), QPoint(0, self.random.choice((-360, 120)))
        modifier, phase = self.random.choice(MODIFIERS), Qt.ScrollPhase.NoScrollPhase
        none = Qt.MouseButton.NoButton
        event = QWheelEvent(QPointF(place), at, QPoint(), steps, none, modifier, phase, False)
        QApplication.sendEvent(part, event)

    def setting(self, window: Window) -> None:
        settings = window.context.settings
        row = self.random.choice([row for row in settings.rows() if row.choices])
        settings.put(row, self.random.choice(row.choices)[0])

    def go(self, window: Window) -> None:
        section = self.random.choice(window.context.workspace.course.order)
        (window.go if self.random.random() < 0.7 else window.go_aside)(Location(section.id))

    def resize(self, window: Window) -> None:
        window.resize(self.random.randrange(300, 1700), self.random.randrange(200, 1100))

    def shut(self, window: Window) -> None:
        above = [one for one in QApplication.topLevelWidgets() if one.isVisible() and one != window]
        if above:
            self.random.choice(above).close()

    def collect(self, _window: Window) -> None:
        gc.collect()

    def course(self, window: Window) -> None:
        window.open_course(self.random.choice(self._courses))


def main(seed: int, seconds: float, folder: Path) -> int:
    """Start the program and let the monkey at it."""
    app = QApplication(sys.argv[:1])
    QDesktopServices.openUrl = lambda *_: True
    for name in ("getOpenFileName", "getSaveFileName", "getExistingDirectory"):
        nothing = "" if name == "getExistingDirectory" else ("", "")
        setattr(QFileDialog, name, staticmethod(lambda *_, nothing=nothing, **__: nothing))
    monkey = Monkey(seed, seconds, folder)
    home = folder / "home"
    status = cli.main(["--home", str(home), "open"])
    del app
    path = home / "state" / "studyapp.log"  # begun with the first line
    log = path.read_text(encoding="utf-8") if path.exists() else ""
    told = [log[log.index("unexpected error") :]] if "unexpected error" in log else []
    sys.stdout.write("\n".join([f"{len(monkey.done)} acts", *told]))
    return status or bool(told)


if __name__ == "__main__":
    raise SystemExit(main(int(sys.argv[1]), float(sys.argv[2]), Path(sys.argv[3])))
