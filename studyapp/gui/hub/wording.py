"""What the hub says: titles of days, counts, and why the list is empty."""

from __future__ import annotations

from PySide6.QtCore import QDate, QLocale, Qt

from studyapp.gui.hub import scopes
from studyapp.gui.language import plural, translate


def day_title(day: str) -> str:
    """Return a day (YYYY-MM-DD) as a title."""
    if not day:
        return translate("Hub", "At an unknown time")
    date = QDate.fromString(day, Qt.DateFormat.ISODate)
    days = date.daysTo(QDate.currentDate())
    if days in (0, 1):
        return translate("Hub", "Yesterday") if days else translate("Hub", "Today")
    return QLocale().toString(date, translate("Date", "d MMMM yyyy"))


def counted(number: int) -> str:
    """Return how many notes there are."""
    return plural("Hub", "%Ln note(s)", number)


def lost_title(number: int) -> str:
    """Return how many passages are not found."""
    return plural("Hub", "%Ln passage(s) not found", number)


def lost_briefly(number: int) -> str:
    """Return the same in fewer words."""
    return plural("Hub", "%Ln not found", number)


def kind_title(kind: str) -> str:
    """Return what a kind is called that does not show by itself; empty for the others."""
    titles = {
        "bookmark": translate("Hub", "Bookmark"),
        "question": translate("Hub", "Question"),
        "card": translate("Hub", "Card"),
    }
    return titles.get(kind, "")


def empty_text(scope: str, *, is_filtered: bool) -> tuple[str, str, str]:
    """Return why nothing is listed: an icon, a sentence, what to know about it."""
    if is_filtered:
        return "search", translate("Hub", "Nothing fits these filters"), ""
    if scope == scopes.TRASH:
        told = translate("Hub", "What you remove waits here for 30 days.")
        return "trash-2", translate("Hub", "The trash is empty"), told
    told = translate(
        "Hub", "Select words in the page and press H to mark them. All you mark is listed here."
    )
    if scope == scopes.SECTION:
        return "highlighter", translate("Hub", "Nothing is marked in this section yet"), told
    return "highlighter", translate("Hub", "Nothing is marked yet"), told
