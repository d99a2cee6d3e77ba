"""The commands that look closer at the page: the card of a link, a picture or table enlarged.

`catalog.ALL` takes the rows in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.gui.commands import Command, has_page
from studyapp.gui.language import translate

if TYPE_CHECKING:
    from studyapp.gui.context import Desk


def _preview(desk: Desk) -> None:
    if not desk.reader.peek.open_nearest():
        words = translate("Peek", "No link in view.")
        desk.context.messages.post(words, id="peek")


def _enlarge(desk: Desk) -> None:
    if not desk.reader.zoom.open_nearest():
        words = translate("Zoom", "No picture or table in view.")
        desk.context.messages.post(words, id="peek")


PEEKING = (
    Command(
        "page.preview",
        "Preview Link",
        "Go",
        _preview,
        "P",
        "eye",
        has_page,
        group="look",
        where="page",
    ),
    Command(
        "page.enlarge",
        "Enlarge Picture or Table",
        "View",
        _enlarge,
        "Z",
        "maximize",
        has_page,
        group="look",
        where="page",
    ),
)
