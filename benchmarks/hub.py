"""The hub with 50,000 annotations: a key in its filter, a change of order, scrolling.

The other side is a frame of the screen; a key may take a tenth of a second, six frames.
"""

from __future__ import annotations

import os
import random
from statistics import median
from typing import TYPE_CHECKING

from benchmarks.table import FRAME, Row, milliseconds, timed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from benchmarks.table import Bench
    from studyapp.gui.context import Context
    from studyapp.gui.hub.board import Board
    from studyapp.gui.hub.shelf import Kept
    from studyapp.model import Annotation

LETTERS = "abcdefghijklmnopqrstuvwxyz"
TYPED = "europaen deterr"
"""Typed letter by letter; two words of it with an error."""


def rows(bench: Bench) -> Iterator[Row]:
    """Measure keys, filters, order and scrolling on the panel as it is shown."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    count = 5_000 if bench.quick else 50_000
    panel = _panel(bench, count)
    rounds = bench.rounds(5, 3)
    keys = [_keys(panel) for _ in range(rounds)]
    usual = [median(times) for times in keys]
    yield _row(f"hub, {count:,} notes: a key", usual, 6)
    slowest = max(range(len(TYPED)), key=lambda n: min(times[n] for times in keys))
    yield _row("the same: the slowest key", [times[slowest] for times in keys], 12)
    panel.bar.clear()
    yield _row("the same: filters combined", [_marks(panel) for _ in range(rounds)], 12)
    orders = [_order(panel) for _ in range(rounds)]
    yield _row("the same: by time", orders, 12)
    bar = panel.list.verticalScrollBar()
    steps = [
        timed(lambda n=n: (bar.setValue(n * bar.maximum() // 97), panel.list.viewport().grab()))
        for n in range(97)
    ]
    yield _row("the same: scroll and paint", steps, 2)


def _row(what: str, values: list[float], budget: float) -> Row:
    return Row(what, milliseconds(values), "a frame 16 ms", min(values) / FRAME, budget)


def _keys(panel: Board) -> list[float]:
    """Return the seconds of each text typed, nothing being remembered of those before."""
    panel.bar.line.clear()
    panel._chosen = ()  # noqa: SLF001
    typed = [TYPED[: n + 1] for n in range(len(TYPED))]
    return [timed(lambda text=text: _type(panel, text)) for text in typed]


def _type(panel: Board, typed: str) -> None:
    panel.bar.line.setText(typed)
    panel.list.viewport().grab()


def _marks(panel: Board) -> float:
    """Return the seconds of the last of four filters."""
    panel.bar.clear()
    panel.bar.put(colors=frozenset({"yellow", "blue"}))
    panel.bar.put(kinds=frozenset({"highlight"}), tags=frozenset({"exam"}))
    return timed(lambda: panel.bar.put(first_day="2026-02-01", last_day="2026-11-01"))


def _order(panel: Board) -> float:
    panel.bar.clear()
    panel.set_order("place")
    return timed(lambda: panel.set_order("time"))


def _panel(bench: Bench, count: int) -> Board:
    from studyapp.gui.hub.board import Board  # noqa: PLC0415 - only here Qt is needed

    panel = Board(_context(bench))
    panel.resize(280, 900)
    panel.show()
    entries, index = _entries(count)
    panel.shelf.index = index  # type: ignore[assignment]
    panel.shelf._take(entries)  # noqa: SLF001 - as the job hands them in
    panel.list.viewport().grab()
    return panel


def _entries(count: int) -> tuple[Kept, object]:
    from studyapp.gui.hub.entries import Source, entries_of  # noqa: PLC0415
    from studyapp.gui.hub.shelf import Kept  # noqa: PLC0415
    from studyapp.gui.hub.words import TextIndex  # noqa: PLC0415

    sections = {f"c{n:03}.md": (n, f"Chapter {n}") for n in range(500)}
    source = Source("c", "Course", list(_annotations(count)), sections, {}, is_open=True)
    made = entries_of([source], {})
    index = TextIndex()
    for entry in made:
        index.add(entry.id, entry.text)
    index.prepare()
    return Kept(here=made), index


def _annotations(count: int) -> Iterator[Annotation]:
    """Yield annotations in the words of the bundled course, and some that nobody else has."""
    from studyapp.model import COLORS, Anchor, Annotation  # noqa: PLC0415

    chance = random.Random(7)
    words = _words()

    def some(number: int) -> str:
        start = chance.randrange(len(words) - number)
        rare = "".join(chance.choices(LETTERS, k=chance.randint(5, 12)))
        return " ".join([*words[start : start + number], rare])

    for n in range(count):
        quote = some(18)
        time = f"2026-{n % 12 + 1:02}-{n % 28 + 1:02}T{n % 24:02}:04:31.120Z"
        anchor = Anchor(quote, "", "", n, n + len(quote), f"{n:016x}")
        tags = ("exam", f"tag{n % 9}")
        color, section = COLORS[n % 5], f"c{n % 500:03}.md"
        yield Annotation(
            f"{n:026}", "highlight", section, anchor, some(25), color, tags, time, time
        )


def _words() -> list[str]:
    from studyapp.files import bundled  # noqa: PLC0415

    files = sorted((bundled("content") / "nato").rglob("*.md"))
    return [word for file in files for word in file.read_text(encoding="utf-8").split()]


def _context(bench: Bench) -> Context:
    from studyapp.files import Home, bundled  # noqa: PLC0415
    from studyapp.gui import setup  # noqa: PLC0415
    from studyapp.gui.memory import Memory  # noqa: PLC0415
    from studyapp.options import WindowOptions  # noqa: PLC0415
    from studyapp.settings import Settings  # noqa: PLC0415

    setup.application()
    options = WindowOptions(Home.at(bench.folder), bundled("content") / "guide", "", "")
    return setup.build_context(options, Settings(), Memory())
