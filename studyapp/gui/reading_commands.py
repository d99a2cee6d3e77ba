"""The commands of progress: to mark as read or unread, and to go where one has not been.

`catalog.ALL` takes the rows in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.gui.commands import Command, has_page
from studyapp.gui.language import translate
from studyapp.model import Location
from studyapp.study.progress import Standing

if TYPE_CHECKING:
    from collections.abc import Callable

    from studyapp.gui.context import Desk

    Sections = Callable[[Desk], list[str]]


def _here(desk: Desk) -> list[str]:
    return desk.reading.here()


def _chapter(desk: Desk) -> list[str]:
    return desk.reading.chapter()


def _marking(sections: Sections, *, read: bool) -> Callable[[Desk], None]:
    return lambda desk: desk.reading.mark(sections(desk), read=read)


def _can_mark(sections: Sections, *, read: bool) -> Callable[[Desk], bool]:
    def when(desk: Desk) -> bool:
        progress = desk.context.workspace.progress
        kept = Standing.READ if read else Standing.UNSEEN
        pages = desk.context.workspace.course.by_id
        return any(
            progress.state(one) != kept
            for one in sections(desk)
            if one in pages and pages[one].file
        )

    return when


def _row(id_: str, title: str, keys: str, sections: Sections, *, read: bool) -> Command:
    return Command(
        id_,
        title,
        "Page",
        _marking(sections, read=read),
        keys,
        "circle-check" if read else "",
        _can_mark(sections, read=read),
        group="read",
    )


def _go_on(desk: Desk) -> None:
    if section := desk.context.workspace.progress.next_unread(desk.place().section):
        desk.go(Location(section))
    else:
        desk.context.messages.post(
            translate("Reading", "Every other section is read."), id="reading"
        )


READING = (
    _row("read.section", "Mark as Read", "Ctrl+M", _here, read=True),
    _row("unread.section", "Mark as Unread", "Ctrl+Shift+M", _here, read=False),
    _row("read.chapter", "Mark Chapter as Read", "Alt+M", _chapter, read=True),
    _row("unread.chapter", "Mark Chapter as Unread", "Alt+Shift+M", _chapter, read=False),
    Command(
        "go.unread",
        "Next Unread Section",
        "Go",
        _go_on,
        "Ctrl+Shift+PgDown",
        when=has_page,
        group="section",
    ),
)
