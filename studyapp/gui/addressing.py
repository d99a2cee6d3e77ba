"""Goes where an address leads: `studyapp://` links in notes, in courses, and from elsewhere.

An address can only navigate: to a section of the open course, or of a course that was opened before
or is bundled. When a section is gone, its words are looked for in the others.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from studyapp.addresses import read_address
from studyapp.course.finding import known_course
from studyapp.gui.language import translate
from studyapp.model import Location, StudyError

if TYPE_CHECKING:
    from collections.abc import Callable

    from studyapp.gui.context import Context, Desk

SHOWN = 60
"""Characters of what an address names that are said."""


def go_to_address(desk: Desk, address: str, *, aside: bool = False) -> None:
    """Show the place that an address names, or say why it cannot be shown.

    With `aside`, a place of the open course is shown in the other pane.
    """
    named, context = read_address(address), desk.context
    if named is None:
        _warn(context, translate("Addressing", "This link names no place in a course."))
        return
    place = top_of(named.place)
    if named.course == context.workspace.course.id:
        go = desk.go_aside if aside else desk.go
        go(place)
        return
    try:
        folder = known_course(named.course, context.home)
    except StudyError as error:
        context.messages.error(error, id="link")
        return
    if folder is None:
        said = translate(
            "Addressing",
            "The course “{}” is not known here. Open its folder once, then the link again.",
        )
        _warn(context, said.format(_short(named.course)))
    else:
        desk.open_course(folder, place)


def _warn(context: Context, text: str) -> None:
    context.messages.post(text, "warning", id="link", passes=True)


def top_of(place: Location) -> Location:
    """Return the place, at its top if nothing in the section is named."""
    is_bare = not place.heading and place.offset is None and not place.words
    return replace(place, offset=0) if is_bare else place


def seek_section(context: Context, missing: Location, go: Callable[[Location], None]) -> None:
    """Look for the words of a section that is gone in all others, off the GUI thread."""
    workspace, course = context.workspace, context.workspace.course

    def found(section_id: str) -> None:
        if context.workspace.course is not course:
            return
        if not section_id:
            said = translate(
                "Addressing", "This course has no section “{}”, and its words are in no other."
            )
            _warn(context, said.format(_short(missing.section)))
            return
        go(Location(section_id, words=missing.words))
        title = course.by_id[section_id].title
        said = translate(
            "Addressing", "The section of this link is gone; its words are now in “{}”."
        )
        context.messages.post(said.format(title), id="link")

    context.jobs.run(
        lambda tick: workspace.section_with(missing.words, missing.section, tick),
        done=found,
        key="address",
        title=translate("Addressing", "Looking for the words of the link"),
    )


def _short(words: str) -> str:
    words = "".join(one if one.isprintable() else " " for one in words)
    return words if len(words) <= SHOWN else words[:SHOWN] + "…"
