"""The commands of the menu "Go": in the course, back, by sentences, to the parts of the window.

`catalog.ALL` takes the rows in; the next unread section stands with its like in `reading_commands`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.gui.commands import Command, has_page
from studyapp.model import Location

if TYPE_CHECKING:
    from collections.abc import Callable

    from studyapp.gui.context import Desk

MENU = "Go"


def _go_to_neighbor(step: int) -> Callable[[Desk], None]:
    def run(desk: Desk) -> None:
        if section_id := desk.places.neighbor(step):
            desk.go(Location(section_id))

    return run


GO = (
    Command(
        "go.previous",
        "Previous Section",
        MENU,
        _go_to_neighbor(-1),
        "Ctrl+PgUp",
        "chevron-left",
        lambda desk: bool(desk.places.neighbor(-1)),
        group="section",
    ),
    Command(
        "go.next",
        "Next Section",
        MENU,
        _go_to_neighbor(1),
        "Ctrl+PgDown",
        "chevron-right",
        lambda desk: bool(desk.places.neighbor(1)),
        group="section",
    ),
    Command(
        "go.back",
        "Back",
        MENU,
        lambda desk: desk.places.go_back(),
        "Alt+Left Back",
        "arrow-left",
        lambda desk: desk.places.can_go(-1),
        group="history",
    ),
    Command(
        "go.forward",
        "Forward",
        MENU,
        lambda desk: desk.places.go_forward(),
        "Alt+Right Forward",
        "arrow-right",
        lambda desk: desk.places.can_go(1),
        group="history",
    ),
    Command(
        "notes.next_sentence",
        "Next Sentence",
        MENU,
        lambda desk: desk.marking.move_sentence(1),
        "J",
        when=has_page,
        group="sentence",
        where="page",
    ),
    Command(
        "notes.last_sentence",
        "Previous Sentence",
        MENU,
        lambda desk: desk.marking.move_sentence(-1),
        "K",
        when=has_page,
        group="sentence",
        where="page",
    ),
    Command(
        "notes.caret",
        "Move a Caret in the Text",
        MENU,
        lambda desk: desk.reader.selecting.switch_caret(on=not desk.reader.selecting.caret),
        "F7",
        "text-cursor",
        has_page,
        on=lambda desk: desk.reader.selecting.caret,
        group="sentence",
    ),
    Command(
        "view.next_pane",
        "Next Pane",
        MENU,
        lambda desk: desk.focus_next_pane(1),
        "F6",
        group="pane",
    ),
    Command(
        "view.last_pane",
        "Previous Pane",
        MENU,
        lambda desk: desk.focus_next_pane(-1),
        "Shift+F6",
        group="pane",
    ),
    Command(
        "view.escape", "Back to the Page", MENU, lambda desk: desk.escape(), "Esc", group="pane"
    ),
)
