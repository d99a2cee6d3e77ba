"""How long sections are, and whether their text is still the one that was read: a job's work.

`progressing` hands it out and takes its rows. Most files are as they were, which their size and
time tell; what is left is done in pieces, since pages that the reader waits for go first.
"""

from __future__ import annotations

import os
from contextlib import suppress
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

from studyapp.course.links import read_inside
from studyapp.model import StudyError
from studyapp.study.progress import digest, seconds_for
from studyapp.study.progresscache import Measure

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from studyapp.book import Book
    from studyapp.model import Course, Section
    from studyapp.page import Page

PIECE_SECONDS = 0.2


class Wish(NamedTuple):
    """A section, what is known of it, and whether the digest of its text is wanted."""

    section: Section
    known: Measure | None
    exact: bool


class Measures(NamedTuple):
    """What a piece of the work found, and what is left to do."""

    found: dict[str, Measure]
    left: tuple[Wish, ...]


def measured(book: Book, wishes: Iterable[Wish], *, seconds: float = PIECE_SECONDS) -> Measures:
    """Measure what differs from what is known, for about so long."""
    until = perf_counter() + seconds
    work = iter(wishes)
    found: dict[str, Measure] = {}
    for wish in work:
        with suppress(StudyError, OSError):  # a file that cannot be read has no length
            made = _measured(book, wish)
            if made != wish.known:
                found[wish.section.id] = made
        if perf_counter() > until:
            break
    return Measures(found, tuple(work))


def of_page(course: Course, section: Section, page: Page) -> Measure | None:
    """Return the measure of a section whose page is at hand; None if its file is gone."""
    try:
        size, time = _stamp(course, section)
    except OSError:
        return None
    return Measure(size, time, page.words, _seconds(page), digest(page.text))


def _measured(book: Book, wish: Wish) -> Measure:
    section, known = wish.section, wish.known
    size, time = _stamp(book.course, section)
    if known and (known.size, known.time) == (size, time) and (known.text or not wish.exact):
        return known
    if wish.exact:
        page = book.page(section.id)
        return Measure(size, time, page.words, _seconds(page), digest(page.text))
    from studyapp.course.scan import words_of  # noqa: PLC0415 - not at start
    from studyapp.course.shelf import decoded  # noqa: PLC0415 - not at start

    words = words_of(decoded(read_inside(book.course.root, section.file)))
    return Measure(size, time, words, seconds_for(words))


def _seconds(page: Page) -> float:
    return seconds_for(page.words, page.meta.minutes)


def _stamp(course: Course, section: Section) -> tuple[int, int]:
    # os.path costs a third of pathlib here, and there may be thousands of files
    status = os.stat(os.path.join(course.root, section.file))  # noqa: PTH116, PTH118
    return status.st_size, status.st_mtime_ns


def pieces(book: Book, wishes: Iterable[Wish]) -> Iterator[dict[str, Measure]]:
    """Yield piece after piece until all is measured: for the command line, which waits."""
    left = tuple(wishes)
    while left:
        found, left = measured(book, left)
        yield found
