"""Words of a page as a quotation that says where it is from, and links that lead back there."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from PySide6.QtGui import QGuiApplication

from studyapp.gui.announcing import announce
from studyapp.gui.language import translate

if TYPE_CHECKING:
    from studyapp.gui.context import Desk
    from studyapp.model import Location


def link_to(place: Location, course_id: str) -> str:
    """Return the address of a place, for notes and other programs."""
    heading = f"#{quote(place.heading)}" if place.heading else ""
    return f"studyapp://{quote(course_id, safe='')}/{quote(place.section)}{heading}"


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
    link = link_to(desk.marking.place(), course.id)
    QGuiApplication.clipboard().setText(quotation(words, section.title, course.title, link))
    announce(desk.reader, translate("Quoting", "Quotation copied"))
    desk.context.messages.post(translate("Quoting", "Quotation copied."), id="copied")
