"""What was read of a course of 13,000 sections, with a log of 50,000 lines: start, write, fold.

A start takes it from the cache, a visit is one durable line, and the whole log is read only when
another device has added to it, as a job.
"""

from __future__ import annotations

import gc
import os
from typing import TYPE_CHECKING

from benchmarks.table import FRAME, Row, in_turns, milliseconds, paired_ratio, timed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from benchmarks.table import Bench
    from studyapp.model import Course
    from studyapp.progressing import Progress

SECTIONS = 13_000


def rows(bench: Bench) -> Iterator[Row]:
    """Measure start, first and later writes, and reading the log."""
    lines = 5_000 if bench.quick else 50_000
    make = _maker(bench.folder, _course(bench.folder), lines)
    rounds = bench.rounds(9, 3)
    progress = make()
    progress.take(progress.loading()())
    progress.close()
    opened = [_opening(make()) for _ in range(rounds)]
    yield _in_frames("know what was read, at the start", opened)
    first = [_writing(make(), number) for number in range(rounds)]
    yield _in_frames(f"first visit written, {lines:,} lines", first)
    yield _later(bench, make())
    log = bench.folder / "home" / "notebook" / "course" / "log" / "desk.jsonl"
    bare, ours = in_turns(
        lambda: timed(lambda: _decoded(log)),
        lambda: timed(make().loading()),
        rounds=rounds,
    )
    against = f"decoding its JSON {milliseconds(bare)}"
    ratio = paired_ratio(ours, bare)
    yield Row(f"read a log of {lines:,} lines (job)", milliseconds(ours), against, ratio, 12)


def _course(folder: Path) -> Course:
    from studyapp.model import Course, Section  # noqa: PLC0415

    names = (f"{number // 100:03}-chapter/{number % 100:02}.md" for number in range(SECTIONS))
    sections = tuple(Section(name, name, name) for name in names)
    return Course("course", "Course", folder / "course", "plain", sections)


def _maker(folder: Path, course: Course, lines: int):  # noqa: ANN202 - a function
    from studyapp.course.compiler import Compiler  # noqa: PLC0415
    from studyapp.files import Home  # noqa: PLC0415
    from studyapp.workspace import Workspace  # noqa: PLC0415

    home = Home.at(folder / "home")
    first = Workspace(course, home, Compiler(home.cache)).progress
    first.mark([course.order[0].id])
    _fill(home.notebook / course.id / "log" / "desk.jsonl", course, lines)
    return lambda: Workspace(course, home, Compiler(home.cache)).progress


def _fill(path: Path, course: Course, lines: int) -> None:
    with path.open("w", encoding="utf-8") as file:
        for n in range(lines):
            section = course.order[n % SECTIONS].id
            file.write(
                f'{{"at":"2026-01-01T00:00:00.{n:06}Z","device":"desk","n":{n + 1},"kind":"dwell",'
                f'"section":"{section}","seconds":60.5,"of":118.0,"end":true,"text":"{n:016x}"}}\n'
            )


def _opening(progress: Progress) -> float:
    gc.disable()  # as at the start of the app
    seconds = timed(lambda: progress.state("000-chapter/00.md"))
    gc.enable()
    assert progress.is_current()
    return seconds


def _writing(progress: Progress, number: int) -> float:
    progress.state("")
    progress._note([{"kind": "seen", "section": f"{number:03}-chapter/05.md"}])  # noqa: SLF001
    return timed(progress.store)


def _later(bench: Bench, progress: Progress) -> Row:
    _writing(progress, 0)
    turn = iter(range(1, 100))
    path = bench.folder / "bare.jsonl"
    bare, ours = in_turns(
        lambda: timed(lambda: _appended(path)),
        lambda: _writing(progress, next(turn)),
        rounds=bench.rounds(60, 30),
    )
    against = f"append and sync {min(bare) * 1000:.2f} ms"
    return Row("later ones", f"{min(ours) * 1000:.2f} ms", against, paired_ratio(ours, bare), 4)


def _appended(path: Path) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    os.write(handle, b"x" * 120 + b"\n")
    os.fsync(handle)
    os.close(handle)


def _decoded(path: Path) -> int:
    import msgspec  # noqa: PLC0415

    return len([msgspec.json.decode(line) for line in path.read_bytes().splitlines()])


def _in_frames(what: str, seconds: list[float]) -> Row:
    ratio = min(seconds) / FRAME
    return Row(what, milliseconds(seconds), "a 16 ms frame", ratio, 1, 0.5, " frames")
