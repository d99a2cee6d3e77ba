"""Verbs without a window: what they cost before and beside their work.

Outlines are taken with nothing cached, as processes of their own on both sides.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from benchmarks.courses import write_course
from benchmarks.programs import run, studyapp
from benchmarks.table import Row, in_turns, milliseconds, paired_ratio

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.table import Bench

IMPORTS = "import markdown, whoosh.index"
READ = """
import os, sys
for folder, _, names in os.walk(sys.argv[1]):
    for name in names:
        with open(os.path.join(folder, name), "rb") as file:
            file.read()
"""


def rows(bench: Bench) -> Iterator[Row]:
    """Measure small verbs against imports, and an outline against reading the files."""
    yield _small(bench, "outline", "--json")
    yield _small(bench, "search", "deterrence", "--json")
    yield _outline(bench)


def _small(bench: Bench, verb: str, *arguments: str) -> Row:
    home = bench.folder / "cli-home"
    studyapp(home, verb, *arguments)  # once, so that it finds what it keeps
    ours, theirs = in_turns(
        lambda: studyapp(home, verb, *arguments).seconds,
        lambda: run("-c", IMPORTS).seconds,
        rounds=bench.rounds(12, 4),
    )
    return Row(
        f"command `{verb}`, bundled course",
        milliseconds(ours),
        f"`import markdown, whoosh` {milliseconds(theirs)}",
        paired_ratio(ours, theirs),
        1.5,
        1.2,
    )


def _outline(bench: Bench) -> Row:
    files = 2_000 if bench.quick else 13_000
    folder = write_course(bench.folder / "outlined", files, 3_000, seed=2)
    run("-c", READ, str(folder))  # once, so that both sides find the files in memory
    fresh = iter(range(1_000))
    ours, theirs = in_turns(
        lambda: (
            studyapp(
                bench.folder / f"fresh-{next(fresh)}", "outline", str(folder), "--json"
            ).seconds
        ),
        lambda: run("-c", READ, str(folder)).seconds,
        rounds=bench.rounds(4, 2),
    )
    return Row(
        f"outline of {files:,} files, nothing cached",
        milliseconds(ours),
        f"os.walk and reading each {milliseconds(theirs)}",
        paired_ratio(ours, theirs),
        4,
        2,
    )
