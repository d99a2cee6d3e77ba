"""A course as PDF: against painting the same pages on a screen, and without the window stalling.

Both sides set, cut and paint the same pages; the other one paints them into pictures as a screen
shows them. The PDF also gets its outline and links and is written to the disk.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from benchmarks.sections import Gaps
from benchmarks.table import Row, in_turns, median, milliseconds, paired_ratio, timed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from benchmarks.table import Bench
    from studyapp.gui.context import Context
    from studyapp.gui.printing.book import Book

DOTS_AN_INCH = 96


def rows(bench: Bench) -> Iterator[Row]:
    """Measure the bundled course, all of its sections."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # Qt only here, so that the other groups are measured by a process without it
    from PySide6.QtCore import qInstallMessageHandler  # noqa: PLC0415

    from studyapp.files import Home, bundled  # noqa: PLC0415
    from studyapp.gui import fonts, setup  # noqa: PLC0415
    from studyapp.gui.memory import Memory  # noqa: PLC0415
    from studyapp.options import WindowOptions  # noqa: PLC0415
    from studyapp.settings import Settings  # noqa: PLC0415

    qInstallMessageHandler(lambda *_: None)
    app = setup.application()
    options = WindowOptions(home=Home.at(bench.folder), course=bundled("content") / "nato")
    context = setup.build_context(options, Settings(), Memory())
    fonts.register_first()
    fonts.register_rest()
    path = bench.folder / "course.pdf"
    pages = write(context, path)  # compiles the course, once
    stalls: list[float] = []

    def as_pdf() -> float:
        gaps = Gaps(app)
        seconds = timed(lambda: write(context, path))
        stalls.append(gaps.longest())
        return seconds

    ours, screen = in_turns(
        as_pdf, lambda: timed(lambda: on_screen(context)), rounds=bench.rounds(5, 2)
    )
    yield Row(
        f"the bundled course as PDF, {pages} pages, {path.stat().st_size / 2**20:.1f} MB",
        milliseconds(ours),
        f"the same pages on a screen {milliseconds(screen)}",
        paired_ratio(ours, screen),
        3,
        1.5,
    )
    yield Row(
        "the same: longest time without answer",
        f"{milliseconds(stalls)}, worst {max(stalls) * 1000:.0f} ms",
        "100 ms",
        median(stalls) / 0.1,
        1,
    )
    setup.close_context(context)


def write(context: Context, path: Path) -> int:
    """Write the course as PDF; return the number of pages."""
    from studyapp.gui.printing.choices import Choices  # noqa: PLC0415
    from studyapp.gui.printing.pdf import write_pdf  # noqa: PLC0415

    return write_pdf(context, context.workspace.course.order, Choices(paper="A4"), path)


def on_screen(context: Context) -> None:
    """Paint every page of the course into a picture."""
    from PySide6.QtGui import QImage, QPainter  # noqa: PLC0415

    from studyapp.gui.printing.choices import Choices  # noqa: PLC0415
    from studyapp.gui.printing.composing import Composer  # noqa: PLC0415
    from studyapp.gui.printing.slices import Slices  # noqa: PLC0415

    composer = Composer(context, Choices(paper="A4"), context.workspace.course.order)
    book: Book = Slices(composer.steps()).finish()
    scale = book.sheet.scale * DOTS_AN_INCH / 72
    size = (round(book.sheet.width * scale), round(book.sheet.height * scale))
    for page in range(book.pages):
        image = QImage(*size, QImage.Format.Format_RGB32)
        image.fill(book.typography.theme["page"])
        painter = QPainter(image)
        painter.scale(scale, scale)
        book.paint(painter, page)
        painter.end()
