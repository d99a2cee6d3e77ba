"""Times as people say them: today with the hour, this year with the day, else the whole date."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QDate, QLocale, QTime

from studyapp.gui.language import translate


def friendly(written: str) -> str:
    """Return a time of the notebook (UTC, ISO 8601) for a reader here; empty if it is none."""
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        return ""
    moment = moment.replace(tzinfo=moment.tzinfo or UTC).astimezone()
    today = datetime.now().astimezone()
    locale = QLocale()
    days = (today.date() - moment.date()).days
    if days == 0:
        clock = locale.toString(QTime(moment.hour, moment.minute), QLocale.FormatType.ShortFormat)
        return translate("Date", "Today {}").format(clock)
    if days == 1:
        return translate("Date", "Yesterday")
    date = QDate(moment.year, moment.month, moment.day)
    is_this_year = moment.year == today.year
    pattern = translate("Date", "d MMM") if is_this_year else translate("Date", "d MMM yyyy")
    return locale.toString(date, pattern)
