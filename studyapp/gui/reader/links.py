"""What a click on a link of the page does: fold, jump to a note and back, or tell the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.gui.reader.document import APP_LINK

if TYPE_CHECKING:
    from studyapp.gui.reader.view import Reader


def follow(reader: Reader, href: str) -> None:
    """Follow a link by the address that the document gives it."""
    if href.startswith(APP_LINK):
        _follow_own(reader, href.removeprefix(APP_LINK))
    elif href.startswith("note:"):
        _jump(reader, href.removeprefix("note:"), "notes")
    elif href:
        reader.link_followed.emit(href.removeprefix("link:"), False)


def _follow_own(reader: Reader, wish: str) -> None:
    verb, _, rest = wish.partition(":")
    if verb == "fold" and rest.isdigit():
        reader.toggle_fold(int(rest))
    elif verb == "back":
        _jump(reader, rest, "references")
    elif verb == "go":
        reader.section_requested.emit(rest)


def _jump(reader: Reader, note: str, places: str) -> None:
    built = reader.built
    position = getattr(built.scenery, places).get(note) if built else None
    if built and position is not None:
        reader.hold.scroll_to(built, position, 0.3)
