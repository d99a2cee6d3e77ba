"""Showing sections in the real window: from the wish to the painted page, in frames of 16 ms.

The window is offscreen, 1440 x 900, with its panels; each section is a different one, and has been
generated. *Never compiled* includes reading, the guards and the compiling process, which has been
started before; *compiled* takes the page from the disk cache; *built* shows again what was shown
before.
"""

from __future__ import annotations

import os
import time
from statistics import median
from typing import TYPE_CHECKING, Self

from benchmarks.courses import write_course
from benchmarks.table import FRAME, Row, milliseconds, paired_ratio, timed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from benchmarks.table import Bench
    from studyapp.gui.window import Window

STEP = 3
"""Neighbors are compiled ahead; every third section has not been."""
PATIENCE = 30.0


class Screen:
    """The app's window on a course, as `studyapp open` would show it."""

    def __init__(self, course: Path, home: Path) -> None:
        # Qt only here, so that the other groups are measured by a process without it
        from PySide6.QtCore import qInstallMessageHandler  # noqa: PLC0415

        from studyapp.files import Home  # noqa: PLC0415
        from studyapp.gui import setup  # noqa: PLC0415
        from studyapp.gui.memory import Memory  # noqa: PLC0415
        from studyapp.options import WindowOptions  # noqa: PLC0415
        from studyapp.settings import Settings  # noqa: PLC0415

        qInstallMessageHandler(lambda *_: None)  # the offscreen platform says what it cannot do
        self.app: QApplication = setup.application()
        options = WindowOptions(home=Home.at(home), course=course)
        self._context = setup.build_context(options, Settings(), Memory())
        self.window: Window = setup.build_window(self.app, self._context)
        self.window.resize(1440, 900)
        self.window.sides.open_remembered(1440)
        self.window.places.start()
        self.window.show()
        self.sections = [s.id for s in self._context.workspace.course.order if s.file]
        self._context.workspace.compiler.warm()
        self.settle()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        from studyapp.gui.setup import close_context  # noqa: PLC0415

        self.window.close()
        close_context(self._context)

    def show(self, section_id: str) -> None:
        """Go to a section and paint it."""
        from studyapp.model import Location  # noqa: PLC0415

        self.window.go(Location(section_id))
        self._until(lambda: getattr(self.window.reader.section, "id", "") == section_id)
        self.window.repaint()

    def settle(self) -> None:
        """Wait until nothing is under way, and a little longer."""
        self._until(self.window.is_settled)
        self._until(self.window.is_settled)

    def _until(self, reached: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE
        while True:
            if reached():
                return
            self.app.processEvents()
            if time.monotonic() > end:
                raise SystemExit("the window does not come to rest")


def rows(bench: Bench) -> Iterator[Row]:
    """Measure a 30 KB section in three states, a 300 KB section, and resizing."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    count = bench.rounds(15, 5)
    course = write_course(bench.folder / "thirty", count * STEP + 4, 30_000, seed=3)
    home = bench.folder / "sections-home"
    with Screen(course, home) as screen:
        wanted = screen.sections[STEP::STEP][:count]
        screen.show(screen.sections[1])  # what is done once is done
        screen.settle()
        yield _frames("30 KB section, never compiled", _each(screen, wanted), 7, 5)
        yield _resizing(screen, bench.rounds(20, 8))
    with Screen(course, home) as screen:
        yield _frames("30 KB section, compiled", _each(screen, wanted), 3, 2)
        yield _frames("30 KB section, built", _each(screen, wanted[-4:] * 4), 1, 1)
    yield from _large(bench)


def _each(screen: Screen, sections: list[str]) -> list[float]:
    """Return the seconds to show each section, with the window at rest before."""
    found = []
    for section in sections:
        found.append(timed(lambda section=section: screen.show(section)))
        screen.settle()
    return found


def _frames(what: str, seconds: list[float], budget: float, goal: float) -> Row:
    # Other programs can only add, and a frame does not slow down with them as another side would
    ratio = min(seconds) / FRAME
    return Row(what, milliseconds(seconds), "a frame of 16 ms", ratio, budget, goal, " frames")


def _resizing(screen: Screen, rounds: int) -> Row:
    layout = screen.window.reader.document().documentLayout()
    relaid: list[object] = []
    layout.documentSizeChanged.connect(relaid.append)
    resized, painted = [], []
    for number in range(rounds):
        width = 1440 + 60 * (number % 5 + 1)  # the column has room at all of these
        resized.append(timed(lambda width=width: _resize(screen, width)))
        painted.append(timed(screen.window.repaint))
    layout.documentSizeChanged.disconnect(relaid.append)
    return Row(
        f"resize the window (page laid out anew {len(relaid)} times of {rounds})",
        milliseconds(resized),
        f"painting the window {milliseconds(painted)}",
        paired_ratio(resized, painted),
        3,
        2,
    )


def _resize(screen: Screen, width: int) -> None:
    screen.window.resize(width, 900)
    screen.app.processEvents()  # paints too


def _large(bench: Bench) -> Iterator[Row]:
    count = bench.rounds(5, 2)
    course = write_course(bench.folder / "large-sections", count * STEP + 2, 300_000, seed=4)
    home = bench.folder / "large-home"
    with Screen(course, home) as screen:
        for section in screen.sections[STEP::STEP][:count]:
            screen.show(section)
            screen.settle()
    with Screen(course, home) as screen:
        shown, stalls = [], []
        for section in screen.sections[STEP::STEP][:count]:
            gaps = Gaps(screen.app)
            shown.append(timed(lambda section=section: screen.show(section)))
            screen.settle()
            stalls.append(gaps.longest())
    yield _frames("300 KB section, compiled: first screen", shown, 6, 3)
    yield Row(
        "300 KB section: longest time without answer",
        f"{milliseconds(stalls)}, worst {max(stalls) * 1000:.0f} ms",
        "100 ms",
        median(stalls) / 0.1,
        1,
    )


class Gaps:
    """Notes how long the event loop does not turn."""

    def __init__(self, app: QApplication) -> None:
        from PySide6.QtCore import QTimer  # noqa: PLC0415

        self._last = time.perf_counter()
        self._longest = 0.0
        self._timer = QTimer(app, interval=0, timeout=self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = time.perf_counter()
        self._longest = max(self._longest, now - self._last)
        self._last = now

    def longest(self) -> float:
        """End noting; return the longest gap in seconds."""
        self._beat()
        self._timer.stop()
        return self._longest
