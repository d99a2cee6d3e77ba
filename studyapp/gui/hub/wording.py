"""What the hub says: titles of days, counts, and why the list is empty."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QDate, QLocale, Qt

from studyapp.gui.hub import scopes


def day_title(day: str) -> str:
    """Return a day (YYYY-MM-DD) as a title."""
    if not day:
        return _tr("At an unknown time")
    date = QDate.fromString(day, Qt.DateFormat.ISODate)
    days = date.daysTo(QDate.currentDate())
    if days in (0, 1):
        return _tr("Yesterday") if days else _tr("Today")
    return QLocale().toString(date, "d MMMM yyyy")


def counted(number: int) -> str:
    """Return how many notes there are."""
    return _tr("1 note") if number == 1 else _tr("{} notes").format(f"{number:,}")


def lost_title(number: int) -> str:
    """Return how many passages are not found."""
    one, many = _tr("1 passage not found"), _tr("{} passages not found")
    return one if number == 1 else many.format(f"{number:,}")


def kind_title(kind: str) -> str:
    """Return what a kind is called that does not show by itself; empty for the others."""
    titles = {"bookmark": _tr("Bookmark"), "question": _tr("Question"), "card": _tr("Card")}
    return titles.get(kind, "")


def empty_text(scope: str, *, is_filtered: bool) -> tuple[str, str, str]:
    """Return why nothing is listed: an icon, a sentence, what to know about it."""
    if is_filtered:
        return "search", _tr("Nothing fits these filters"), ""
    if scope == scopes.TRASH:
        said = _tr("What you remove waits here for 30 days.")
        return "trash-2", _tr("The trash is empty"), said
    said = _tr("Select words in the page and press H to mark them. All you mark is listed here.")
    if scope == scopes.SECTION:
        return "highlighter", _tr("Nothing is marked in this section yet"), said
    return "highlighter", _tr("Nothing is marked yet"), said


def _tr(text: str) -> str:
    return QCoreApplication.translate("hub", text)
