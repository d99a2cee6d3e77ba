"""The commands that lead through what a page is made of: its headings, links, figures and tables.

`catalog.ALL` takes the rows in. Where one goes, the sentence cursor stands, or the caret where that
is shown, so that reading goes on from there; it is announced.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.gui.announcing import announce
from studyapp.gui.commands import Command, has_page
from studyapp.gui.language import translate
from studyapp.model import Location

if TYPE_CHECKING:
    from collections.abc import Callable

    from studyapp.gui.context import Desk
    from studyapp.page import HeadingRef

MENU = "Go"


def _list(kind: str) -> Callable[[Desk], None]:
    def run(desk: Desk) -> None:
        from studyapp.gui.dialogs.elements import open_elements  # noqa: PLC0415 - not at start

        open_elements(desk, kind, lambda start: _go_to(desk, start, remember=True))

    return run


def _go_to(desk: Desk, start: int, *, remember: bool) -> None:
    """Bring words of the page on show to the top, and the keyboard with them."""
    reader = desk.reader
    reader.setFocus()
    desk.go(Location(desk.place().section, offset=start), remember=remember)
    if reader.selecting.caret:
        reader.setTextCursor(reader.cursor_at(reader.position_of(start)))
    else:
        reader.sentence.go_to(start)


def _heading(step: int) -> Callable[[Desk], None]:
    def run(desk: Desk) -> None:
        page = desk.reader.page
        here = desk.reader.sentence.here()
        headings = page.headings if page else ()
        found = [one for one in headings if (one.start - here) * step > 0]
        if not found:
            words = _none(step)
            announce(desk.reader, words)
            return
        heading = found[0 if step > 0 else -1]
        _go_to(desk, heading.start, remember=False)
        announce(desk.reader, _told(heading))

    return run


def _none(step: int) -> str:
    after = translate("Elements", "No heading after this")
    return after if step > 0 else translate("Elements", "No heading before this")


def _told(heading: HeadingRef) -> str:
    words = translate("Elements", "{}, heading level {}")
    return words.format(heading.title, heading.level)


ELEMENTS = (
    Command(
        "go.headings",
        "Headings and Links…",
        MENU,
        _list("headings"),
        "Alt+Shift+H",
        "list-tree",
        has_page,
        group="elements",
    ),
    Command(
        "go.links",
        "Links of the Page…",
        MENU,
        _list("links"),
        "Alt+Shift+L",
        "link",
        has_page,
        group="elements",
    ),
    Command(
        "go.next_heading",
        "Next Heading",
        MENU,
        _heading(1),
        "Alt+PgDown",
        "arrow-down",
        has_page,
        group="elements",
        where="page",
    ),
    Command(
        "go.last_heading",
        "Previous Heading",
        MENU,
        _heading(-1),
        "Alt+PgUp",
        "arrow-up",
        has_page,
        group="elements",
        where="page",
    ),
)
