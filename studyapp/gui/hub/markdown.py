"""Annotations as Markdown, to be pasted elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from studyapp.gui.hub.entries import Entry


def as_markdown(entries: Iterable[Entry]) -> str:
    """Return quotes as quotations with their notes and tags, under the titles of their sections."""
    parts: list[str] = []
    before = ("", "")
    for entry in entries:
        here = (entry.course_title, entry.title)
        if here != before and entry.title:
            parts.append(f"## {entry.course_title}: {entry.title}")
        before = here
        parts += _parts(entry)
    return "\n\n".join(parts) + "\n"


def _parts(entry: Entry) -> Iterable[str]:
    one = entry.card.annotation
    if one.anchor is not None:
        yield "\n".join(f"> {line}".rstrip() for line in one.anchor.quote.splitlines())
    if one.note.strip():
        yield one.note.strip()
    if one.tags:
        yield " ".join(f"#{tag}" for tag in one.tags)
