"""How states and sums of reading are put into words: for header, contents and screen readers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from studyapp.study.progress import Standing

if TYPE_CHECKING:
    from studyapp.study.progress import Summary


def tr(text: str) -> str:
    """Return a text of this module in the user's language."""
    return QCoreApplication.translate("Reading", text)


def minutes(seconds: float) -> int:
    """Return whole minutes; what is not over yet takes one at least."""
    return max(1, round(seconds / 60))


def of_section(state: Standing) -> str:
    """Return what a state is called; nothing for a section not opened yet."""
    return {
        Standing.SEEN: tr("opened, not read yet"),
        Standing.READ: tr("read"),
        Standing.CHANGED: tr("changed since you read it"),
    }.get(state, "")


def of_chapter(summary: Summary) -> str:
    """Return how much of a chapter is read and what is left; nothing before it is begun."""
    if not (summary.read or summary.seen or summary.changed):
        return ""
    if summary.read == summary.sections:
        return tr("all read")
    parts = [tr("{} of {} read").format(summary.read, summary.sections)]
    if summary.changed:
        parts.append(tr("{} changed since").format(summary.changed))
    if summary.measured == summary.sections:
        parts.append(tr("{} min left").format(minutes(summary.seconds_left)))
    return ", ".join(parts)


def time_left(state: Standing, seconds: float | None, in_chapter: float | None) -> str:
    """Return the header's words: what is left of the section and of its chapter."""
    if state == Standing.READ:
        parts = [tr("Read")]
    else:
        parts = [] if seconds is None else [tr("{} min left").format(minutes(seconds))]
    if in_chapter:
        parts.append(tr("{} min in chapter").format(minutes(in_chapter)))
    return "  ·  ".join(parts)


def time_left_spoken(state: Standing, seconds: float | None, in_chapter: float | None) -> str:
    """Return the same for those who hear it."""
    if state == Standing.READ:
        parts = [tr("this section is read")]
    else:
        left = tr("{} minutes left in this section")
        parts = [] if seconds is None else [left.format(minutes(seconds))]
    if in_chapter:
        parts.append(tr("{} minutes left in the chapter").format(minutes(in_chapter)))
    return ", ".join(parts)
