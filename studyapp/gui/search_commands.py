"""The commands of the menu "Search": the field, the hits one after another, the way back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.gui.commands import Command, has_page

if TYPE_CHECKING:
    from studyapp.gui.context import Desk

MENU = "Search"


def _asks(desk: Desk) -> bool:
    return not desk.context.search.query.is_empty


def _can_search(desk: Desk) -> bool:
    return bool(desk.marking.span() or desk.marking.mark())


SEARCH = (
    Command(
        "search.focus",
        "Search the Course",
        MENU,
        lambda desk: desk.seeking.focus(),
        "Ctrl+Shift+F",
        "search",
    ),
    Command(
        "find.open",
        "Find in Page",
        MENU,
        lambda desk: desk.seeking.find(),
        "Ctrl+F",
        when=has_page,
    ),
    Command(
        "search.where_else",
        "Where Else?",
        MENU,
        lambda desk: desk.seeking.where_else(),
        "W",
        where="page",
        when=lambda desk: desk.reader.textCursor().hasSelection(),
    ),
    Command(
        "notes.search",
        "Search This",
        MENU,
        lambda desk: desk.marking.pen.search(),
        "F",
        "search",
        _can_search,
        where="page",
    ),
    Command(
        "go.switch",
        "Go to Section…",
        MENU,
        lambda desk: desk.seeking.switch(),
        "Ctrl+O",
        "list",
    ),
    Command(
        "search.next",
        "Next Result",
        MENU,
        lambda desk: desk.seeking.step(1),
        "F3",
        "arrow-down",
        group="hits",
    ),
    Command(
        "search.previous",
        "Previous Result",
        MENU,
        lambda desk: desk.seeking.step(-1),
        "Shift+F3",
        "arrow-up",
        group="hits",
    ),
    Command(
        "search.back",
        "Back to Where I Was",
        MENU,
        lambda desk: desk.seeking.back(),
        "Alt+Up",
        "history",
        lambda desk: desk.context.search.before is not None,
        group="back",
    ),
    Command(
        "search.clear",
        "Clear the Search",
        MENU,
        lambda desk: desk.seeking.escape(),
        icon="x",
        when=_asks,
        group="back",
    ),
)
