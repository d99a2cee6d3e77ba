"""From the start of the process to the first page in a picture, and the memory that takes.

The app is run as `studyapp screenshot`, which draws the real window of 1440 x 900 and writes it to
a file. The bare window is a QMainWindow of the same size, grabbed and written the same way. Courses
have been opened once before, as on any day but the first. Only the window's own process is counted.
"""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

from benchmarks.courses import write_course
from benchmarks.programs import run, studyapp
from benchmarks.table import Row, megabytes, milliseconds, paired_ratio

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.programs import Cost
    from benchmarks.table import Bench

BARE = """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1440, 900)
window.show()
app.processEvents()
window.grab().save(sys.argv[1])
"""


def rows(bench: Bench) -> Iterator[Row]:
    """Measure start and memory of a bare window, the bundled course and a large one, in turns."""
    files = 2_000 if bench.quick else 13_000
    large = write_course(bench.folder / "large", files, 3_000)
    home = bench.folder / "home"
    picture = str(bench.folder / "window.png")
    programs = {
        "bare": lambda: run("-c", BARE, picture),
        "bundled": lambda: studyapp(home, "screenshot", picture),
        "large": lambda: studyapp(home, "screenshot", picture, "--course", str(large)),
    }
    for program in [*programs.values(), *programs.values()]:
        program()  # twice: the second run finds the neighbors of the first page not yet compiled
    found: dict[str, list[Cost]] = {name: [] for name in programs}
    for _ in range(bench.rounds(12, 4)):
        for name, program in programs.items():
            found[name].append(program())
    yield from _table(found, files)


def _table(found: dict[str, list[Cost]], files: int) -> Iterator[Row]:
    seconds = {name: [cost.seconds for cost in costs] for name, costs in found.items()}
    peaks = {name: [cost.peak for cost in costs] for name, costs in found.items()}
    bare, bundled, large = "bare", "bundled", "large"
    many = f"{files:,} files"
    yield Row(
        "start to first page painted",
        milliseconds(seconds[bundled]),
        f"bare PySide6 window {milliseconds(seconds[bare])}",
        paired_ratio(seconds[bundled], seconds[bare]),
        2.2,
        1.8,
    )
    yield Row(
        "peak memory of that",
        megabytes(peaks[bundled]),
        f"bare PySide6 window {megabytes(peaks[bare])}",
        median(peaks[bundled]) / median(peaks[bare]),
        1.8,
        1.5,
    )
    yield Row(
        f"start with a course of {many}",
        milliseconds(seconds[large]),
        f"bundled course {milliseconds(seconds[bundled])}",
        paired_ratio(seconds[large], seconds[bundled]),
        1.5,
        1.2,
    )
    yield Row(
        f"peak memory with {many}",
        megabytes(peaks[large]),
        f"bundled course {megabytes(peaks[bundled])}",
        median(peaks[large]) / median(peaks[bundled]),
        1.5,
        1.2,
    )
