"""The commands of split view: open, close and change panes; `catalog.ALL` takes the rows in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.gui.commands import Command, has_page
from studyapp.gui.language import translate

if TYPE_CHECKING:
    from studyapp.gui.context import Desk

MENU = "Window"


def _is_split(desk: Desk) -> bool:
    return desk.panes.is_split


def _can_split(desk: Desk) -> bool:
    return desk.panes.is_split or has_page(desk)


def _split(desk: Desk) -> None:
    """Open a second pane, or close the one that is not active."""
    if desk.panes.is_split:
        desk.panes.close(desk.panes.other)
    else:
        desk.panes.split()


def _follow(desk: Desk) -> None:
    if not desk.reader.links.follow_nearest_aside():
        words = translate("Peek", "No link in view.")
        desk.context.messages.post(words, id="peek")


PANES = (
    Command(
        "pane.split",
        "Split View",
        MENU,
        _split,
        "Ctrl+\\",
        "columns-2",
        _can_split,
        on=_is_split,
    ),
    Command(
        "pane.below",
        "Second Pane Below",
        MENU,
        lambda desk: desk.panes.turn(),
        on=lambda desk: desk.panes.stands_below,
    ),
    Command(
        "pane.other",
        "Other Pane",
        MENU,
        lambda desk: desk.panes.go_to_other(),
        "Ctrl+F6",
        when=_is_split,
    ),
    Command(
        "pane.swap",
        "Swap Panes",
        MENU,
        lambda desk: desk.panes.swap(),
        "Ctrl+Alt+\\",
        when=_is_split,
    ),
    Command(
        "pane.close",
        "Close This Pane",
        MENU,
        lambda desk: desk.panes.close(),
        "Ctrl+W",
        "x",
        _is_split,
    ),
    Command(
        "pane.link",
        "Open Link in Other Pane",
        "Go",
        _follow,
        "O",
        "columns-2",
        has_page,
        group="look",
        where="page",
    ),
)
