"""One passage found again in a changed section of 50 KB, with nothing compared before.

Every third line of the section is edited, some are taken out and some put in, so that neither the
same offsets nor the same lines help. A passage is measured as a reader meets it: the texts of both
editions, one anchor, one answer.
"""

from __future__ import annotations

import random
from statistics import median
from typing import TYPE_CHECKING

from benchmarks.table import Row, timed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.table import Bench

SIZE = 50_000
BUDGET, GOAL = 5.0, 2.0
"""Milliseconds for one passage."""
SYLLABLES = ("an", "ber", "cor", "den", "el", "fa", "gol", "hy", "in", "jo", "ker", "lu", "mo")


def rows(bench: Bench) -> Iterator[Row]:
    """Measure a passage that is still there, one that was edited and one that was taken out."""
    rng = random.Random(4)
    old = _section(rng)
    kinds = {number: rng.choice(("", "", "edited", "deleted")) for number in range(len(old))}
    new = list(_changed(old, kinds, rng))
    for kind, word in (("", "verbatim"), ("edited", "edited"), ("deleted", "deleted")):
        marked = [number for number, what in kinds.items() if what == kind]
        yield _row(f"locate a passage, {word}", old, new, marked[: bench.rounds(80, 20)])
    anew = _section(rng)
    yield _row("locate a passage, section rewritten", old, anew, list(range(bench.rounds(80, 20))))


def _section(rng: random.Random) -> list[str]:
    lines: list[str] = []
    while sum(map(len, lines)) < SIZE:
        lines.append(" ".join(_words(rng, rng.randint(4, 60))))
    return lines


def _words(rng: random.Random, count: int) -> list[str]:
    return ["".join(rng.choices(SYLLABLES, k=rng.randint(1, 4))) for _ in range(count)]


def _changed(lines: list[str], kinds: dict[int, str], rng: random.Random) -> Iterator[str]:
    for number, line in enumerate(lines):
        if number % 9 == 0:
            yield " ".join(_words(rng, 12))
        if kinds[number] == "deleted":
            continue
        words = line.split(" ")
        if kinds[number] == "edited":
            words[len(words) // 2 : len(words) // 2 + 1] = _words(rng, 2)
        elif number % 3 == 0:
            words[-1:] = _words(rng, 2)
        yield " ".join(words)


def _row(what: str, old: list[str], new: list[str], marked: list[int]) -> Row:
    from studyapp.notes.anchoring import locate  # noqa: PLC0415
    from studyapp.notes.describing import describe  # noqa: PLC0415

    old_text, new_text = "\n".join(old), "\n".join(new)
    taken: list[float] = []
    for number in marked:
        start = sum(len(line) + 1 for line in old[:number])
        end = start + max(1, old[number].rfind(" "))
        anchor = describe(old_text, start, end)
        taken.append(min(timed(lambda a=anchor: locate(a, old_text, new_text)) for _ in range(3)))
    late = sorted(taken)[int(len(taken) * 0.95)] * 1000
    measured = f"{min(taken) * 1000:.2f} / {median(taken) * 1000:.2f} ms"
    return Row(what, measured, "19 of 20 passages", late, BUDGET, GOAL, " ms")
