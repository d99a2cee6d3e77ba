"""From a file's bytes to a page: what the guards, the process of its own and the cache add or save.

The other side is the compiler function itself, called in this process with neither guard nor
cache; for the first page it is a fresh Python that imports python-markdown alone and converts.
"""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING, TypeVar

from benchmarks.courses import Author
from benchmarks.programs import run
from benchmarks.table import FRAME, Row, in_turns, milliseconds, paired_ratio, timed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from benchmarks.table import Bench

T = TypeVar("T")

CONVERT = """
import sys, markdown
with open(sys.argv[1], encoding="utf-8") as file:
    markdown.markdown(file.read(), extensions=["extra", "admonition"])
"""


def rows(bench: Bench) -> Iterator[Row]:
    """Measure the first page, further pages, pages from the cache, and a whole course."""
    # Only here, so that the other groups are measured by a process without the parser.
    from studyapp.course.guards import decode, refusal  # noqa: PLC0415
    from studyapp.course.markup import compile_page  # noqa: PLC0415

    sources = [Author(seed).section(30_000) for seed in range(bench.rounds(20, 8))]
    compile_page(sources[0])  # what is done once is done
    data = sources[0].encode()
    bare, guarded = in_turns(
        _on_each(sources, compile_page),
        lambda: timed(lambda: refusal(decode(data)[0])),
        rounds=len(sources),
    )
    yield Row(
        "guards: decode and scan 30 KB",
        milliseconds(guarded),
        f"compiling it {milliseconds(bare)}",
        paired_ratio(guarded, bare),
        0.05,
        0.02,
    )
    yield _first(bench, sources[0])
    yield from _further(bench, sources)
    yield _course(bench)


def _on_each(things: Iterable[T], work: Callable[[T], object]) -> Callable[[], float]:
    """Return what does the work on the next thing each time it is called, and takes the time."""
    todo = iter(things)
    return lambda: _timed_on(next(todo), work)


def _timed_on(thing: T, work: Callable[[T], object]) -> float:
    return timed(lambda: work(thing))


def _first(bench: Bench, source: str) -> Row:
    from studyapp.course.compiler import Compiler  # noqa: PLC0415

    file = bench.folder / "section.md"
    file.write_text(source, encoding="utf-8")
    fresh = iter(range(1_000))

    def first_page() -> float:
        with Compiler(bench.folder / f"first-{next(fresh)}") as compiler:
            return timed(lambda: compiler.page(source.encode()))

    ours, theirs = in_turns(
        first_page,
        lambda: run("-c", CONVERT, str(file)).seconds,
        rounds=bench.rounds(8, 3),
    )
    return Row(
        "30 KB page through a process not yet started",
        milliseconds(ours),
        f"python-markdown, fresh process {milliseconds(theirs)}",
        paired_ratio(ours, theirs),
        3,
        1.8,
    )


def _further(bench: Bench, sources: list[str]) -> Iterator[Row]:
    from studyapp.course.compiler import Compiler  # noqa: PLC0415
    from studyapp.course.markup import compile_page  # noqa: PLC0415

    with Compiler(bench.folder / "further") as compiler:
        compiler.page(b"warm")
        encoded = [source.encode() for source in sources]
        ours, theirs, hits = in_turns(
            _on_each(encoded, compiler.page),
            _on_each(sources, compile_page),
            _on_each(encoded, compiler.cached),
            rounds=len(sources),
        )
    yield Row(
        "30 KB page through a process that waits",
        milliseconds(ours),
        f"the same, guarded by nothing {milliseconds(theirs)}",
        paired_ratio(ours, theirs),
        1.8,
        1.3,
    )
    yield Row(
        "30 KB page from the cache",
        f"{min(hits) * 1000:.1f} / {median(hits) * 1000:.1f} ms",
        "a frame of 16 ms",
        median(hits) / FRAME,
        0.2,
        0.1,
        " frames",
    )


def _course(bench: Bench) -> Row:
    from studyapp.course.compiler import Compiler  # noqa: PLC0415
    from studyapp.course.markup import compile_page  # noqa: PLC0415

    author = Author(5)
    sources = [author.section(5_000) for _ in range(100 if bench.quick else 400)]
    items = [(number, source.encode(), "") for number, source in enumerate(sources)]
    with Compiler(bench.folder / "course") as compiler:
        ours = timed(lambda: list(compiler.pages(items)))
    theirs = timed(lambda: [compile_page(source) for source in sources])
    return Row(
        f"a course of {len(items)} pages, nothing cached",
        milliseconds([ours]),
        f"one by one, guarded by nothing {milliseconds([theirs])}",
        ours / theirs,
        1.5,
        0.7,
    )
