"""Words of a page as a quotation that says where it is from, and links that lead back there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtGui import QGuiApplication

from studyapp.addresses import address_of, words_at
from studyapp.gui.language import translate

if TYPE_CHECKING:
    from studyapp.gui.context import Desk
    from studyapp.model import Location

LINE = 60
"""Characters at the top of the page that a link to a place without chosen words carries."""


def quotation(words: str, section: str, course: str, link: str) -> str:
    """Return words as a Markdown quotation with their source below."""
    lines = "\n".join(f"> {line}".rstrip() for line in words.split("\n"))
    return f"{lines}\n>\n> — [{section}]({link}), {course}\n"


def copy_quotation(desk: Desk) -> None:
    """Put the words in question into the clipboard, as a quotation."""
    words, section = desk.marking.words(), desk.reader.section
    course = desk.context.workspace.course
    if not words or section is None:
        return
    link = address_of(_chosen(desk), course.id)
    QGuiApplication.clipboard().setText(quotation(words, section.title, course.title, link))
    desk.context.messages.confirm(translate("Quoting", "Quotation copied."), id="copied")


def copy_link(desk: Desk) -> None:
    """Put the address of the words in question into the clipboard, else of the place in view."""
    chosen = desk.marking.span() or desk.marking.mark()
    place = _chosen(desk) if chosen else _in_view(desk)
    address = address_of(place, desk.context.workspace.course.id)
    QGuiApplication.clipboard().setText(address)
    said = (
        translate("Quoting", "Link to these words copied.")
        if chosen
        else translate("Quoting", "Link to this place copied.")
    )
    desk.context.messages.confirm(said, id="copied")


def _chosen(desk: Desk) -> Location:
    """Return the place of the words in question, with what finds them again."""
    marking, page = desk.marking, desk.reader.page
    mark = marking.mark()
    span = marking.reader.marks.span(mark.id) if mark else marking.span()
    place = marking.place()
    return replace(place, words=words_at(page.text, *span)) if page and span else place


def _in_view(desk: Desk) -> Location:
    """Return the place at the top of the view; where no heading names it, with its first words."""
    place, page = desk.place(), desk.reader.page
    if page is None or not place.offset:
        return place
    if place.offset in [heading.start for heading in page.headings]:
        return place
    line = page.text[place.offset :].partition("\n")[0]
    end = len(line) if len(line) <= LINE else line.rfind(" ", 0, LINE)
    end = end if end > 0 else LINE
    return replace(place, words=words_at(page.text, place.offset, place.offset + end))
