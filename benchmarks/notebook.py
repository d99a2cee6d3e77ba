"""A notebook of 50,000 annotations: opening it, and saving one note.

The other side is reading the same bytes with one `read` for each file, and the three durable steps
alone for a save.
"""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

from benchmarks.table import Row, in_turns, milliseconds, paired_ratio, timed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from benchmarks.table import Bench
    from studyapp.model import Annotation

WORDS = "each of them will assist the Party or Parties so attacked by taking forthwith action "


def rows(bench: Bench) -> Iterator[Row]:
    """Measure opening with and without the cache, and saving."""
    count = 5_000 if bench.quick else 50_000
    folder = bench.folder / "notebook"
    _fill(folder, count)
    rounds = bench.rounds(5, 3)
    _open(folder)
    bare, fresh, cached = in_turns(
        lambda: timed(lambda: _read_all(folder / "course" / "annotations")),
        lambda: _open_without_cache(folder),
        lambda: timed(lambda: _open(folder)),
        rounds=rounds,
    )
    against = f"one read per file {milliseconds(bare)}"
    what = f"open {count:,} annotations"
    ratios = paired_ratio(fresh, bare), paired_ratio(cached, bare)
    yield Row(f"{what}, no cache", milliseconds(fresh), against, ratios[0], 1.5)
    yield Row(f"{what}, cached", milliseconds(cached), against, ratios[1], 0.25)
    yield _saving(bench, folder)


def _annotation(number: int) -> Annotation:
    from studyapp.model import Anchor, Annotation  # noqa: PLC0415

    quote = WORDS[number % 20 :] * (1 + number % 3)
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


def _open(folder: Path) -> None:
    from studyapp.notes.notebook import Notebook  # noqa: PLC0415

    notebook = Notebook(folder, "laptop")
    assert notebook.annotations("course")
    notebook.close()


def _open_without_cache(folder: Path) -> float:
    shutil.rmtree(folder / ".studyapp")
    from studyapp.notes.notebook import Notebook  # noqa: PLC0415

    notebook = Notebook(folder, "laptop")
    seconds = timed(lambda: notebook.annotations("course"))
    notebook.close()
    return seconds


def _saving(bench: Bench, folder: Path) -> Row:
    from studyapp.notes.annotationfile import dump  # noqa: PLC0415
    from studyapp.notes.notebook import Notebook  # noqa: PLC0415

    notebook = Notebook(folder, "laptop")
    notebook.annotations("course")
    data = dump(_annotation(1)).encode()
    turn = iter(range(1, 1_000_000))

    def save() -> float:
        made = replace(_annotation(1), note=f"{next(turn)}")
        return timed(lambda: notebook.put("course", made))

    bare, ours = in_turns(
        lambda: timed(lambda: _three_steps(bench.folder / "bare", data)),
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
    folder.mkdir(exist_ok=True)
    handle = os.open(folder / "new", os.O_WRONLY | os.O_CREAT | os.O_EXCL)
    os.write(handle, data)
    os.fsync(handle)
    os.close(handle)
    (folder / "new").replace(folder / "note")
    handle = os.open(folder, os.O_RDONLY)
    os.fsync(handle)
    os.close(handle)
