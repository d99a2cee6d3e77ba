"""How far a learner has read: from the entries of a course's log to the state of each section.

The workspace's `progressing` calls this. An entry is a line of the log (see `notes.log`), with
`section` and one of these kinds:

- `seen`: the section was on show for a moment.
- `dwell`: a visit. `seconds` of attention, `of` so many that its words take, `end` if the last
  words were on screen.
- `read`, `unread`: marked by hand. A `read` without `text` is of a text that was not looked at.

`text` is the `digest` of what was read. Visits to one text add up, on whichever device they were.
Entries are taken in the order of the log, whatever order they arrive in, and each once: so logs of
several devices merge. `unread` takes back everything before it but the time spent.
"""

from __future__ import annotations

import hashlib
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any, Literal

import msgspec
from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

WORDS_A_MINUTE = 230
READ_SHARE = 0.6
"""So much of the time that its words take makes a section read, once its end was reached."""
DAY = 24 * 3600

Seconds = Annotated[float, msgspec.Meta(ge=0, le=DAY)]


class Standing(StrEnum):
    """How a section stands with its reader."""

    UNSEEN = "unseen"
    SEEN = "seen"
    READ = "read"
    CHANGED = "changed"
    """It was read, but its words have changed since."""


class Entry(msgspec.Struct, frozen=True, order=True):
    """What the log says of a section, in the order in which it counts."""

    at: str
    device: str
    n: int
    kind: Literal["seen", "dwell", "read", "unread"]
    section: str
    seconds: Seconds = 0
    of: Seconds = 0
    end: bool = False
    text: str = ""


class Visits(msgspec.Struct, frozen=True, array_like=True):
    """All visits to one text, which has not been read yet."""

    text: str
    seconds: float
    end: bool


class Record(msgspec.Struct, frozen=True, array_like=True):
    """What the log says of one section, in sum."""

    seen: bool = False
    read: tuple[str, ...] = ()
    """Digests of the texts that were read; an empty one stands for any text."""
    begun: tuple[Visits, ...] = ()
    seconds: float = 0
    """Attention in all visits ever."""

    def after(self, entry: Entry) -> Record:
        """Return the record with a later entry taken in."""
        if entry.kind == "unread":
            return Record(seconds=self.seconds)
        if entry.kind == "read":
            return self._with_read(entry.text, self.seconds)
        if entry.kind == "dwell":
            return self._visited(entry)
        return Record(True, self.read, self.begun, self.seconds)

    def _visited(self, entry: Entry) -> Record:
        total = self.seconds + entry.seconds
        if entry.text in self.read:
            return Record(True, self.read, self.begun, total)
        before = next((one for one in self.begun if one.text == entry.text), None)
        seconds = entry.seconds + (before.seconds if before else 0)
        end = entry.end or (before is not None and before.end)
        if end and seconds >= READ_SHARE * entry.of:
            return self._with_read(entry.text, total)
        others = tuple(one for one in self.begun if one is not before)
        return Record(True, self.read, (*others, Visits(entry.text, seconds, end)), total)

    def _with_read(self, text: str, seconds: float) -> Record:
        read = tuple(sorted({*self.read, text} - ({""} if text else set())))
        return Record(True, read, tuple(one for one in self.begun if one.text != text), seconds)

    def standing(self, text: str) -> Standing:
        """Return the state of the section whose text has this digest; empty if it is not known."""
        if self.read:
            is_same = not text or text in self.read or "" in self.read
            return Standing.READ if is_same else Standing.CHANGED
        return Standing.SEEN if self.seen else Standing.UNSEEN


NOTHING = Record()


def digest(text: str) -> str:
    """Return what tells texts apart by their words, white space left out of account."""
    words = " ".join(text.split())
    return hashlib.blake2b(words.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def seconds_for(words: int, minutes: int = 0) -> float:
    """Return how long a section takes: what it says itself, else by its words."""
    return 60.0 * (minutes if minutes > 0 else words / WORDS_A_MINUTE)


def entry_of(line: Mapping[str, Any]) -> Entry | None:
    """Return a line of the log as an entry; None if it tells nothing of reading."""
    try:
        return msgspec.convert(line, Entry)
    except msgspec.ValidationError:
        return None


def fold(lines: Iterable[Mapping[str, Any]]) -> dict[str, Record]:
    """Return what the log says of each section, whatever the order of its lines."""
    entries = {entry for line in lines if (entry := entry_of(line)) is not None}
    records: dict[str, Record] = {}
    for entry in sorted(entries):
        records[entry.section] = records.get(entry.section, NOTHING).after(entry)
    return records


class Summary(Struct, frozen=True):
    """Sections counted, of a chapter or a course."""

    sections: int = 0
    read: int = 0
    seen: int = 0
    changed: int = 0
    words: int = 0
    words_read: int = 0
    seconds: float = 0
    """What the words of all take to read."""
    seconds_left: float = 0
    """What those take that are not read, or have changed since."""
    spent: float = 0
    """Attention so far, in seconds."""
    measured: int = 0
    """Sections whose length is known: only these are in the sums of words and seconds."""

    @property
    def unread(self) -> int:
        """Sections not read as they now are: unseen, seen or changed."""
        return self.sections - self.read

    @property
    def minutes_left(self) -> int:
        return round(self.seconds_left / 60)


def summary(rows: Iterable[tuple[Standing, Record, tuple[int, float] | None]]) -> Summary:
    """Sum up sections: state, record, and words and seconds where these are known."""
    rows = list(rows)
    states = [state for state, _, _ in rows]
    known = [(state, *length) for state, _, length in rows if length]
    return Summary(
        sections=len(rows),
        read=states.count(Standing.READ),
        seen=states.count(Standing.SEEN),
        changed=states.count(Standing.CHANGED),
        words=sum(words for _, words, _ in known),
        words_read=sum(words for state, words, _ in known if state == Standing.READ),
        seconds=sum(seconds for _, _, seconds in known),
        seconds_left=sum(seconds for state, _, seconds in known if state != Standing.READ),
        spent=sum(record.seconds for _, record, _ in rows),
        measured=len(known),
    )
