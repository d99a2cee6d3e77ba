"""How states and sums of reading are put into words: for header, contents and screen readers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.gui.language import plural, translate
from studyapp.study.progress import Standing

if TYPE_CHECKING:
    from studyapp.study.progress import Summary


def minutes(seconds: float) -> int:
    """Return whole minutes; what is not over yet takes one at least."""
    return max(1, round(seconds / 60))


def of_section(state: Standing) -> str:
    """Return what a state is called; nothing for a section not opened yet."""
    return {
        Standing.SEEN: translate("Reading", "opened, not read yet"),
        Standing.READ: translate("Reading", "read"),
        Standing.CHANGED: translate("Reading", "changed since you read it"),
    }.get(state, "")


def of_chapter(summary: Summary) -> str:
    """Return how much of a chapter is read and what is left; nothing before it is begun."""
    if not (summary.read or summary.seen or summary.changed):
        return ""
    if summary.read == summary.sections:
        return translate("Reading", "all read")
    parts = [translate("Reading", "{} of {} read").format(summary.read, summary.sections)]
    if summary.changed:
        parts.append(translate("Reading", "{} changed since").format(summary.changed))
    if summary.measured == summary.sections:
        parts.append(plural("Reading", "%n min left", minutes(summary.seconds_left)))
    return ", ".join(parts)


def time_left(state: Standing, seconds: float | None, in_chapter: float | None) -> str:
    """Return the header's words: what is left of the section and of its chapter."""
    if state == Standing.READ:
        parts = [translate("Reading", "Read")]
    else:
        parts = [] if seconds is None else [plural("Reading", "%n min left", minutes(seconds))]
    if in_chapter:
        parts.append(plural("Reading", "%n min in chapter", minutes(in_chapter)))
    return "  ·  ".join(parts)


def time_left_spoken(state: Standing, seconds: float | None, in_chapter: float | None) -> str:
    """Return the same for those who hear it."""
    if state == Standing.READ:
        parts = [translate("Reading", "this section is read")]
    else:
        number = 0 if seconds is None else minutes(seconds)
        left = plural("Reading", "%n minute(s) left in this section", number)
        parts = [] if seconds is None else [left]
    if in_chapter:
        parts.append(plural("Reading", "%n minute(s) left in the chapter", minutes(in_chapter)))
    return ", ".join(parts)
