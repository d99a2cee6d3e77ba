"""Moments as they stand in files: UTC, ISO 8601 with milliseconds and `Z`, which sort as text.

`notes.notebook` and `notes.log` write and compare them.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


def moment(seconds: float) -> datetime:
    """Return a moment told in seconds since 1970."""
    return datetime.fromtimestamp(seconds, UTC)


def written(when: datetime) -> str:
    """Return a moment as it is written."""
    return when.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def next_after(text: str) -> datetime:
    """Return the moment after one written in a file; the beginning of time if it is none."""
    try:
        when = datetime.fromisoformat(text)
        when = when.replace(tzinfo=when.tzinfo or UTC).astimezone(UTC)
        return when + timedelta(milliseconds=1)
    except (ValueError, OverflowError):
        return datetime.min.replace(tzinfo=UTC)
