"""Writes a `Book` as PDF, and gives it what Qt's writer cannot: outline, inner links, language.

Why pypdf does the latter: docs/decisions/0014-pages-on-paper.md.
"""

from __future__ import annotations

import gc
import re
from contextlib import contextmanager
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter

from studyapp import __version__
from studyapp.files import write_atomic
from studyapp.gui.printing.composing import Composer
from studyapp.gui.printing.slices import Progress, Slices, on_lane
from studyapp.gui.printing.typesetting import PLACE

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence
    from pathlib import Path

    from studyapp.gui.context import Context
    from studyapp.gui.jobs import Jobs
    from studyapp.gui.printing.book import Book, Bookmark, Spot
    from studyapp.gui.printing.choices import Choices
    from studyapp.gui.printing.slices import Steps
    from studyapp.model import Section

DOTS = 1200
"""Resolution: how finely things are placed. Letters and lines are drawn without any."""

USUAL = ((b"<0009>", b"<0020>"), (b"<00A0>", b"<0020>"), (b"<02BC>", b"<2019>"))
"""Characters that share a glyph with a more usual one: tab, no-break space, modifier apostrophe."""
_LISTED = re.compile(rb"\[[^\]]*\]")


class Facts(NamedTuple):
    """What is written about the pages."""

    title: str
    authors: str
    language: str
    subject: str
    outline: tuple[Bookmark, ...]
    spots: dict[str, Spot]
    scale: float
    """Points of a pixel of the spots."""


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
    painter = QPainter(writer)
    painter.scale(*[book.sheet.scale * DOTS / 72] * 2)
    try:
        for page in range(book.pages):
            if page:
                writer.newPage()
            book.paint(painter, page)
            yield Progress(page + 1, book.pages)
    finally:
        painter.end()
    return bytes(buffer.data().data())


def saved(book: Book, path: Path, jobs: Jobs) -> Steps:
    """Write a complete book into a file in steps; StudyError when that cannot be done."""
    data = yield from painted(book)
    facts = facts_of(book)
    yield from on_lane(jobs, lambda tick: write_atomic(path, finished(data, facts, tick)))


def write_pdf(context: Context, sections: Sequence[Section], choices: Choices, path: Path) -> int:
    """Write sections as PDF, without a window, and return the number of pages.

    Needs the QApplication and its typefaces; StudyError when it cannot be done.
    """
    book: Book = Slices(Composer(context, choices, sections).steps()).finish()
    Slices(saved(book, path, context.jobs)).finish()
    return book.pages


@contextmanager
def _no_looking_for_garbage() -> Generator[None]:
    """Do without the search among the many objects of a PDF: it would stop the window."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@_no_looking_for_garbage()
def finished(data: bytes, facts: Facts, tick: Callable[[int, int], object]) -> bytes:
    """Return a PDF with outline, links and facts; knows nothing of Qt, so a job may do it."""
    from pypdf import PdfWriter  # noqa: PLC0415 - only when a PDF is written
    from pypdf.generic import NameObject, TextStringObject  # noqa: PLC0415

    writer = PdfWriter(BytesIO(data), incremental=True)
    pages = list(writer.pages)
    for number, page in enumerate(pages):
        tick(number, len(pages))
        _lead(page, pages, facts)
    _mend_letters(pages)
    _outline(writer, pages, facts)
    writer.add_metadata({"/Subject": facts.subject} if facts.subject else {})
    root: Any = writer.root_object
    if facts.language:
        root[NameObject("/Lang")] = TextStringObject(facts.language)
    if facts.outline:
        root[NameObject("/PageMode")] = NameObject("/UseOutlines")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def _goal(pages: list[Any], spot: Spot, facts: Facts) -> Any:  # noqa: ANN401 - pypdf's own array
    from pypdf.generic import (  # noqa: PLC0415 - only when a PDF is written
        ArrayObject,
        FloatObject,
        NameObject,
        NullObject,
    )

    page = pages[spot.page]
    top = float(page.mediabox.top) - max(spot.top - 12, 0) * facts.scale
    return ArrayObject(
        [page.indirect_reference, NameObject("/XYZ"), NullObject(), FloatObject(top), NullObject()]
    )


def _lead(page: Any, pages: list[Any], facts: Facts) -> None:  # noqa: ANN401 - pypdf's own page
    """Let the links of a page lead to printed places, and drop those that lead nowhere."""
    from pypdf.generic import ArrayObject, NameObject  # noqa: PLC0415 - only when a PDF is written

    notes = page.get("/Annots")
    if notes is None:
        return
    kept = ArrayObject()
    for note in notes.get_object():
        link = note.get_object()
        address = str(link.get("/A", {}).get("/URI", ""))
        if not address.startswith(PLACE):
            kept.append(note)
        elif spot := facts.spots.get(address) or facts.spots.get(address.partition("#")[0]):
            del link["/A"]
            link[NameObject("/Dest")] = _goal(pages, spot, facts)
            kept.append(note)
    page[NameObject("/Annots")] = kept


def _mend_letters(pages: list[Any]) -> None:
    """Let glyphs that stand for several characters be read as the usual one of them.

    Qt names the first character that a typeface draws with a glyph: a tab for a space, say.
    """
    fonts = {
        font.idnum: font.get_object()
        for page in pages
        for font in page["/Resources"].get("/Font", {}).values()
    }
    for font in fonts.values():
        letters = font["/ToUnicode"].get_object()
        data = letters.get_data()
        mended = _LISTED.sub(_with_usual, data)
        if mended != data:
            letters.set_data(mended)


def _with_usual(listed: re.Match[bytes]) -> bytes:
    found = listed[0]
    for seldom, usual in USUAL:
        found = found.replace(seldom, usual)
    return found


def _outline(writer: Any, pages: list[Any], facts: Facts) -> None:  # noqa: ANN401 - pypdf's own
    from pypdf.generic import Fit  # noqa: PLC0415 - only when a PDF is written

    above: list[Any] = []
    for mark in facts.outline:
        del above[mark.level :]
        parent = above[-1] if above else None
        top = float(pages[mark.spot.page].mediabox.top) - max(mark.spot.top - 12, 0) * facts.scale
        above += [
            writer.add_outline_item(
                title=mark.title,
                page_number=mark.spot.page,
                parent=parent,
                fit=Fit.xyz(top=top),
                is_open=mark.level < 1,
            )
        ]
