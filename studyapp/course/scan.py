"""A quick look at a section's source, without the Markdown parser: title, headings, words.

`course.folder` asks for titles while a course is loaded, the command line for outlines of whole
courses, `course.links` for the headings that a link may mean. Ids and titles are those that
`course.markup.compile_page` gives, which a test holds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from studyapp.course.scan_front import front_of
from studyapp.course.slugs import Slugs

if TYPE_CHECKING:
    from collections.abc import Iterator


_SHAPE = bytes(ord(" " if chr(byte).isspace() and byte < 0x80 else "x") for byte in range(256))
"""Turns the bytes of a text into spaces and all else."""


class OutlineHeading(Struct, frozen=True):
    """A heading as the outline lists it."""

    level: int
    id: str
    title: str


class Head(Struct, frozen=True):
    """What the tree of sections needs to know of a section."""

    title: str
    draft: bool
    aliases: tuple[str, ...]


class Outline(Struct, frozen=True):
    """What a section holds, at a glance."""

    head: Head
    title: str
    headings: tuple[OutlineHeading, ...]
    words: int
    """Words of the source without front matter: a few more than the page has."""


def outline_of(source: str, title: str = "") -> Outline:
    """Return title, headings and number of words; `title` is for a section that names none."""
    front = front_of(source)
    body = source[front.end :]
    found = list(_headings(body))
    own = front.title or next((text for level, text, _ in found if level == 1), "")
    title = own or title
    if title and not any(level == 1 for level, _, _ in found):
        # As on the page, which is headed by the title then.
        found.insert(0, (1, title, ""))
    slugs = Slugs()
    headings = [
        OutlineHeading(level, slugs.take(wanted) if wanted else slugs.id_for(text), text)
        for level, text, wanted in found
    ]
    head = Head(own, front.draft, front.aliases)
    return Outline(head, title, tuple(headings), _count(body))


def words_of(source: str) -> int:
    """Return the number of words alone, which takes a third of the time."""
    return _count(source[front_of(source).end :])


def head_of(source: str) -> Head:
    """Return what `outline_of` says of the section as a whole, but read no further than needed."""
    front = front_of(source)
    title = front.title
    if not title:
        found = _headings(source[front.end :])
        title = next((text for level, text, _ in found if level == 1), "")
    return Head(title, front.draft, front.aliases)


def _count(text: str) -> int:
    # A word begins where something follows a space: to count these is faster than to make words.
    return (b" " + text.encode(errors="replace").translate(_SHAPE)).count(b" x")


def _headings(body: str) -> Iterator[tuple[int, str, str]]:
    """Yield level, words and wanted id of each heading that has words."""
    # Their patterns take long to compile, and a start finds the headings in the cache
    from studyapp.course.scan_headings import raw_headings  # noqa: PLC0415
    from studyapp.course.scan_inline import References, plain_heading  # noqa: PLC0415

    references = References(body)
    for level, markup in raw_headings(body):
        text, wanted = plain_heading(markup, references)
        if text:
            yield level, text, wanted
