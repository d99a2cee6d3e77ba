"""A notebook of 50,000 annotations: opening it, looking at its files, saving a note, and memory.

The other side is reading the same bytes with one `read` for each file, and the three durable steps
alone, in the same folder, for a save. What is asked for is one section and the counts of all.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from msgspec.structs import replace

from benchmarks.programs import ROOT
from benchmarks.table import Row, in_turns, megabytes, milliseconds, paired_ratio, timed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from benchmarks.table import Bench
    from studyapp.model import Annotation
    from studyapp.notes.notebook import Notebook

WORDS = "each of them will assist the Party or Parties so attacked by taking forthwith action "


SECTION = "chapter-001.md"
MEMORY = """
import sys
from pathlib import Path
from studyapp.notes.notebook import Notebook
notebook = Notebook(Path(sys.argv[1]), "laptop")
notebook.sections("course")
assert notebook.of_section("course", "chapter-001.md")
if sys.argv[2] != "open":
    notebook.refresh()
everything = notebook.annotations("course") if sys.argv[2] == "all" else {}
lines = Path("/proc/self/status").read_text().splitlines()
print(*(line.split()[1] for line in lines if line.startswith("VmHWM")))
"""
"""Prints the most memory that was resident, in KB."""


def rows(bench: Bench) -> Iterator[Row]:
    """Measure opening, looking, saving and memory."""
    count = 5_000 if bench.quick else 50_000
    folder = bench.folder / "notebook"
    _fill(folder, count)
    _open(folder).close()
    yield from _opening(bench, folder, count)
    yield _saving(bench, folder)
    if sys.platform == "linux":
        yield from _memory(bench, folder, count)


def _opening(bench: Bench, folder: Path, count: int) -> Iterator[Row]:
    bare, fresh, cached, look, everything = in_turns(
        lambda: timed(lambda: _read_all(folder / "course" / "annotations")),
        lambda: _open_without_cache(folder),
        lambda: timed(lambda: _open(folder)),
        lambda: _look(folder),
        lambda: _read_everything(folder),
        rounds=bench.rounds(7, 3),
    )
    against = f"one read per file {milliseconds(bare)}"
    for what, seconds, budget in (
        (f"open {count:,} annotations, no cache", fresh, 1.5),
        ("the same, cached", cached, 0.25),
        ("look whether any file was changed", look, 0.75),
        ("all annotations, cached", everything, 1.5),
    ):
        yield Row(what, milliseconds(seconds), against, paired_ratio(seconds, bare), budget)


def _annotation(number: int) -> Annotation:
    from studyapp.model import Anchor, Annotation  # noqa: PLC0415

    quote = WORDS[number % 20 :] * (1 + number % 3)
    if number % 3 == 0:
        quote = f'{quote}\n"{quote}"'
    anchor = Anchor(quote, WORDS[:32], WORDS[-32:], number, number + len(quote), f"{number:016x}")
    tags = ("exam", f"tag {number % 9}")
    section = f"chapter-{number % 500:03}.md"
    return Annotation(f"ID{number}", "highlight", section, anchor, WORDS * 2, "yellow", tags)


def _fill(folder: Path, count: int) -> None:
    from studyapp.notes.annotationfile import dump  # noqa: PLC0415
    from studyapp.notes.notebook import Notebook  # noqa: PLC0415

    Notebook(folder, "laptop").close()
    annotations = folder / "course" / "annotations"
    annotations.mkdir(parents=True)
    time = "2026-11-22T16:04:31.120Z"
    for number in range(count):
        made = replace(_annotation(number), created=time, modified=time)
        (annotations / f"{made.id}.md").write_text(dump(made), encoding="utf-8")


def _read_all(folder: Path) -> int:
    total = 0
    for name in os.listdir(folder):  # noqa: PTH208 - as bare as it can be
        with open(folder / name, "rb", buffering=0) as file:  # noqa: PTH123
            total += len(file.read())
    return total


def _open(folder: Path) -> Notebook:
    from studyapp.notes.notebook import Notebook  # noqa: PLC0415

    notebook = Notebook(folder, "laptop")
    assert notebook.of_section("course", SECTION)
    assert notebook.sections("course")
    return notebook


def _open_without_cache(folder: Path) -> float:
    shutil.rmtree(folder / ".studyapp")
    made: list[Notebook] = []
    seconds = timed(lambda: made.append(_open(folder)))
    made[0].close()
    return seconds


def _look(folder: Path) -> float:
    notebook = _open(folder)
    return timed(notebook.refresh)


def _read_everything(folder: Path) -> float:
    notebook = _open(folder)
    return timed(lambda: notebook.annotations("course"))


def _memory(bench: Bench, folder: Path, count: int) -> Iterator[Row]:
    small = bench.folder / "small"
    _fill(small, 600)
    _open(small).close()
    for what, step, budget, goal in (
        (f"memory for {count:,} annotations, cached", "open", 44, 17),
        ("the same after a look at the files", "refresh", 44, 17),
        ("the same with all of them in hand", "all", 120, None),
    ):
        grown = [_peak(folder, step) - _peak(small, step) for _ in range(bench.rounds(3, 1))]
        growth = sorted(grown)[len(grown) // 2] / 2**20
        yield Row(what, megabytes(grown), "600 annotations", growth, budget, goal, " MB")


def _peak(folder: Path, step: str) -> int:
    command = [sys.executable, "-c", MEMORY, str(folder), step]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return int(done.stdout) * 1024


def _saving(bench: Bench, folder: Path) -> Row:
    from studyapp.notes.annotationfile import dump  # noqa: PLC0415
    from studyapp.notes.notebook import Notebook  # noqa: PLC0415

    notebook = Notebook(folder, "laptop")
    notebook.sections("course")
    data = dump(_annotation(1)).encode()
    turn = iter(range(1, 1_000_000))

    def save() -> float:
        made = replace(_annotation(1), note=f"{next(turn)}")
        return timed(lambda: notebook.put("course", made))

    bare, ours = in_turns(
        lambda: timed(lambda: _three_steps(folder / "course" / "annotations", data)),
        save,
        rounds=bench.rounds(400, 100),
    )
    return Row(
        "save one note",
        f"{min(ours) * 1000:.2f} ms",
        f"write, sync, replace, sync {min(bare) * 1000:.2f} ms",
        paired_ratio(ours, bare),
        1.5,
        1.1,
    )


def _three_steps(folder: Path, data: bytes) -> None:
    handle = os.open(folder / "new", os.O_WRONLY | os.O_CREAT | os.O_EXCL)
    os.write(handle, data)
    os.fsync(handle)
    os.close(handle)
    (folder / "new").replace(folder / "note")
    handle = os.open(folder, os.O_RDONLY)
    os.fsync(handle)
    os.close(handle)
