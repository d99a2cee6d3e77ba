"""Scrolling a long section that is full of marks, against the same section without any.

200 KB and 2,000 highlights, a few of them over each other; the window is offscreen, 1440 x 900. The
two are painted in turns at the same places, all of which have been seen before; what a place costs
when it is first seen has a row of its own.
"""

from __future__ import annotations

import os
from random import Random
from typing import TYPE_CHECKING

from benchmarks.courses import write_course
from benchmarks.sections import Screen
from benchmarks.table import Row, in_turns, milliseconds, paired_ratio, timed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from benchmarks.table import Bench
    from studyapp.placing import Placed

MARKS = 2000
SIZE = 200_000
STEP = 240
"""Pixels from one picture to the next."""


def rows(bench: Bench) -> Iterator[Row]:
    """Measure scrolling and repainting, seen places and new ones, and one more mark."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    course = write_course(bench.folder / "marks", 1, SIZE, seed=5)
    with Screen(course, bench.folder / "marks-home") as screen:
        reader = screen.window.reader
        section = screen.sections[0]
        screen.show(section)
        screen.settle()
        assert reader.page
        placed = _placed(section, reader.page.text)
        reader.bar.setValue(reader.bar.maximum())
        screen.settle()
        count = bench.rounds(60, 15)

        def scrolled(marks: list[Placed]) -> Callable[[], float]:
            def work() -> float:
                reader.set_marks(marks)
                for _ in range(2):  # the second time the places have been seen
                    seconds = timed(lambda: _scroll(screen, count))
                return seconds / count

            return work

        def first(marks: list[Placed]) -> Callable[[], float]:
            def work() -> float:
                reader.set_marks(marks)
                return timed(lambda: _scroll(screen, count)) / count

            return work

        rounds = bench.rounds(9, 3)
        with_marks, without = in_turns(scrolled(placed), scrolled([]), rounds=rounds)
        yield _row("scroll and repaint, 2,000 highlights in 200 KB", with_marks, without, 1.3, 1.1)
        with_marks, without = in_turns(first(placed), first([]), rounds=rounds)
        yield _row("the same, places not seen before", with_marks, without, 1.6)
        again = [timed(lambda: reader.set_marks(placed)) for _ in range(rounds)]
        frames = min(again) / 0.016
        shown = milliseconds(again)
        yield Row("take 2,000 marks anew", shown, "a frame of 16 ms", frames, 4, 2, " frames")


def _row(
    what: str, ours: list[float], theirs: list[float], budget: float, goal: float | None = None
) -> Row:
    against = f"without highlights {milliseconds(theirs)}"
    return Row(what, milliseconds(ours), against, paired_ratio(ours, theirs), budget, goal)


def _scroll(screen: Screen, count: int) -> None:
    reader = screen.window.reader
    for number in range(count):
        reader.bar.setValue(number * STEP)
        reader.viewport().repaint()


def _placed(section: str, text: str) -> list[Placed]:
    from studyapp.model import (  # noqa: PLC0415 - not before Qt is wanted
        COLORS,
        Annotation,
        Found,
        State,
    )
    from studyapp.notes.describing import describe  # noqa: PLC0415
    from studyapp.placing import Placed  # noqa: PLC0415

    random, made = Random(9), []
    for number in range(MARKS):
        start = random.randrange(len(text) - 200)
        end = start + random.randint(20, 160)
        mark = Annotation(
            f"{number:026d}",
            "highlight" if number % 5 else "underline",
            section,
            describe(text[start:end], 0, end - start),
            color=random.choice(COLORS),
            note="A note." if number % 7 == 0 else "",
        )
        made.append(Placed(mark, section, Found(start, end, State.ANCHORED), State.ANCHORED))
    return made
