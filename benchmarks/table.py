"""The rows of the table, how they are measured, and how the table is printed."""

from __future__ import annotations

import time
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

FRAME = 0.016
"""Seconds that a screen of 60 Hz shows one picture."""


@dataclass(frozen=True)
class Bench:
    """What a group of rows is handed."""

    folder: Path
    """Empty at first; removed when all is done."""
    quick: bool

    def rounds(self, thorough: int, quick: int) -> int:
        """Return how often to measure."""
        return quick if self.quick else thorough


@dataclass(frozen=True)
class Row:
    """One line of the table."""

    what: str
    measured: str
    against: str
    ratio: float
    budget: float
    goal: float | None = None
    unit: str = "x"
    """Of ratio, budget and goal."""

    @property
    def ok(self) -> bool:
        return self.ratio <= self.budget

    def cells(self) -> tuple[str, ...]:
        """Return the row as printed."""
        goal = "" if self.goal is None else f"{self.goal:g}{self.unit}"
        verdict = "yes" if self.ok else "NO"
        budget = f"<= {self.budget:g}{self.unit}"
        ratio = f"{self.ratio:.2f}{self.unit}"
        return (self.what, self.measured, self.against, ratio, budget, goal, verdict)


HEAD = ("what", "measured", "against", "ratio", "budget", "goal", "ok")


def printed(rows: Iterable[Row]) -> str:
    """Return the table as text."""
    lines = [HEAD, *(row.cells() for row in rows)]
    widths = [max(len(line[column]) for line in lines) for column in range(len(HEAD))]
    lines.insert(1, tuple("-" * width for width in widths))
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )


def timed(work: Callable[[], object]) -> float:
    """Return the seconds that work takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def in_turns(*works: Callable[[], float], rounds: int) -> list[list[float]]:
    """Measure several things in turns; return the values of each."""
    values: list[list[float]] = [[] for _ in works]
    for _ in range(rounds):
        for work, found in zip(works, values, strict=True):
            found.append(work())
    return values


def paired_ratio(ours: Sequence[float], theirs: Sequence[float]) -> float:
    """Return the middle one of the ratios of neighbors in time."""
    return median(one / other for one, other in zip(ours, theirs, strict=True))


def milliseconds(values: Sequence[float]) -> str:
    """Return least and middle of some seconds."""
    return f"{min(values) * 1000:.0f} / {median(values) * 1000:.0f} ms"


def megabytes(values: Sequence[float]) -> str:
    """Return least and middle of some bytes."""
    return f"{min(values) / 2**20:.0f} / {median(values) / 2**20:.0f} MB"
