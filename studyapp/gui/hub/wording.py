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


def kind_title(kind: str) -> str:
    """Return what a kind is called that does not show by itself; empty for the others."""
    titles = {
        "bookmark": translate("Hub", "Bookmark"),
        "question": translate("Hub", "Question"),
        "card": translate("Hub", "Card"),
    }
    return titles.get(kind, "")


def empty_text(scope: str, *, is_filtered: bool) -> str:
    """Return why nothing is listed."""
    if is_filtered:
        return translate("Hub", "Nothing fits these filters.")
    if scope == scopes.TRASH:
        return translate("Hub", "The trash is empty. What you remove waits here for 30 days.")
    if scope == scopes.SECTION:
        return translate("Hub", "Nothing is marked in this section yet.")
    return translate("Hub", "Nothing is marked yet. Select words in the page to mark them.")
