"""Times as people say them: today with the hour, this year with the day, else the whole date."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime


def friendly(written: str, now: datetime | None = None) -> str:
    """Return a time of the notebook (UTC, ISO 8601) for a reader here; empty if it is none."""
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        return ""
    moment = moment.replace(tzinfo=moment.tzinfo or UTC).astimezone()
    today = (now or datetime.now(UTC)).astimezone()
    locale = QLocale()
    days = (today.date() - moment.date()).days
    if days == 0:
        clock = locale.toString(QTime(moment.hour, moment.minute), QLocale.FormatType.ShortFormat)
        return QCoreApplication.translate("dates", "Today {}").format(clock)
    if days == 1:
        return QCoreApplication.translate("dates", "Yesterday")
    date = QDate(moment.year, moment.month, moment.day)
    pattern = "d MMM" if moment.year == today.year else "d MMM yyyy"
    return locale.toString(date, pattern)
