"""Writes a `Book` as PDF, and gives it what Qt's writer cannot: outline, inner links, language.

Why pypdf does the latter: docs/decisions/0014-pages-on-paper.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter

from studyapp import __version__
from studyapp.files import write_atomic
from studyapp.gui.printing.composing import Composer
from studyapp.gui.printing.finishing import Facts, finished_elsewhere
from studyapp.gui.printing.slices import Progress, Slices, on_lane

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence
    from pathlib import Path

    from studyapp.gui.context import Context
    from studyapp.gui.jobs import Jobs
    from studyapp.gui.printing.book import Book
    from studyapp.gui.printing.choices import Choices
    from studyapp.gui.printing.slices import Steps
    from studyapp.model import Section

DOTS = 1200
"""Resolution: how finely things are placed. Letters and lines are drawn without any."""


def facts_of(book: Book) -> Facts:
    """Return what is written about a complete book."""
    course = book.course
    title = course.title if book.title == course.title else f"{book.title} — {course.title}"
    return Facts(
        title,
        ", ".join(course.authors),
        course.language,
        course.description,
        tuple(book.outline()),
        book.spots(),
        book.sheet.scale,
    )


def painted(book: Book) -> Generator[Progress | None, None, bytes]:
    """Paint all pages in steps; return the PDF that Qt writes."""
    facts = facts_of(book)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(facts.title)
    writer.setAuthor(facts.authors)
    writer.setCreator(f"Studyapp {__version__}")
    writer.setResolution(DOTS)
    size = QSizeF(book.sheet.width, book.sheet.height) * book.sheet.scale
    # Named exactly, since points would be rounded
    match = QPageSize.SizeMatchPolicy.FuzzyMatch
    writer.setPageSize(QPageSize(size, QPageSize.Unit.Point, "", match))
    writer.setPageMargins(QMarginsF())
    with QPainter(writer) as painter:
        painter.scale(*[book.sheet.scale * DOTS / 72] * 2)
        for page in range(book.pages):
            if page:
                writer.newPage()
            book.paint(painter, page)
            yield Progress(page + 1, book.pages)
    return bytes(buffer.data().data())


def saved(book: Book, path: Path, jobs: Jobs) -> Steps:
    """Write a complete book into a file in steps; StudyError when that cannot be done."""
    data = yield from painted(book)
    facts = facts_of(book)
    yield from on_lane(jobs, lambda _tick: write_atomic(path, finished_elsewhere(data, facts)))


def write_pdf(context: Context, sections: Sequence[Section], choices: Choices, path: Path) -> int:
    """Write sections as PDF, without a window, and return the number of pages.

    Needs the QApplication and its typefaces; StudyError when it cannot be done.
    """
    book: Book = Slices(Composer(context, choices, sections).steps()).finish()
    Slices(saved(book, path, context.jobs)).finish()
    return book.pages
