"""Dates of data files as years with a fraction."""

from __future__ import annotations

from datetime import date


def year_of(written: float | str) -> float:
    """Return "1995-08-30" or "1995-08" (its middle) as 1995.66; a number stays."""
    if not isinstance(written, str):
        return float(written)
    parts = [int(part) for part in written.split("-")]
    year, month, day = (*parts, 15)[:3] if len(parts) > 1 else (parts[0], 7, 1)
    start = date(year, 1, 1)
    days = (date(year + 1, 1, 1) - start).days
    return year + (date(year, month, day) - start).days / days
