"""The address of a place: `studyapp://course/section#heading:~:text=before-,words,-after&at=1-9`.

Copied from the page, written into notes, handed to other programs, and read back by the window and
by `studyapp open`. What finds the words again is written as the text fragments of the web are
(https://wicg.github.io/scroll-to-text-fragment/); `at` says where they stood, in code points of the
canonical text, and decides only where the words stand in several places. An address may come from
anyone: it is bounded, and names nothing but a place to go to.
"""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import quote, unquote

from studyapp.model import Anchor, Location

SCHEME = "studyapp"
LONGEST = 8192
"""Characters of an address that is read at all."""
WHOLE = 160
"""Characters of a passage that is written out; of a longer one its first and last words are."""
END = 64
"""Characters written of each end of a longer passage."""
CONTEXT = 32
"""Characters written of what stands before and after it."""
_DIRECTIVE = ":~:"
_AT = re.compile(r"(\d{1,9})-(\d{1,9})")
_SAFE = "/"


class Address(NamedTuple):
    """A place in some course."""

    course: str
    """The id of the course, as written: it need not be known."""
    place: Location


def words_at(text: str, start: int, end: int) -> tuple[Anchor, ...]:
    """Return what finds the passage `text[start:end]` again: itself, else its two ends."""
    prefix, suffix = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    if end <= start:
        return ()
    if end - start <= WHOLE:
        return (Anchor(text[start:end], prefix, suffix, start, end, ""),)
    first, last = start + END, end - END
    return (
        Anchor(text[start:first], prefix, "", start, first, ""),
        Anchor(text[last:end], "", suffix, last, end, ""),
    )


def address_of(place: Location, course_id: str) -> str:
    """Return the address of a place of a course, with what finds its words again."""
    heading = quote(place.heading, _SAFE)
    fragment = heading + (f"{_DIRECTIVE}{_directives(place.words)}" if place.words else "")
    path = f"{SCHEME}://{quote(course_id, '')}/{quote(place.section, _SAFE)}"
    return f"{path}#{fragment}" if fragment else path


def is_address(words: str) -> bool:
    """Tell whether words are meant as an address, whether or not it is a good one."""
    return words[: len(SCHEME) + 1].lower() == f"{SCHEME}:"


def read_address(address: str) -> Address | None:
    """Return what an address names; None if it is none of ours. What it says amiss is left out."""
    if len(address) > LONGEST or not address.lower().startswith(f"{SCHEME}://"):
        return None
    path, _, fragment = address[len(SCHEME) + 3 :].partition("#")
    course, _, section = path.partition("?")[0].partition("/")
    heading, _, directives = fragment.partition(_DIRECTIVE)
    if not course or not section:
        return None
    words = _words(directives)
    return Address(unquote(course), Location(unquote(section), unquote(heading), words=words))


def _directives(words: tuple[Anchor, ...]) -> str:
    first, last = words[0], words[-1]
    parts = [f"{_encoded(first.prefix)}-"] if first.prefix else []
    parts += [_encoded(anchor.quote) for anchor in words]
    parts += [f"-{_encoded(last.suffix)}"] if last.suffix else []
    return f"text={','.join(parts)}&at={first.start}-{last.end}"


def _encoded(words: str) -> str:
    """Return words without the signs that part them in an address."""
    return quote(words, "", errors="replace").replace("-", "%2D")


def _words(directives: str) -> tuple[Anchor, ...]:
    """Return what finds the words of a fragment; nothing if they are not written as they must."""
    pairs = [part.partition("=") for part in directives.split("&")]
    fields = {name: value for name, _, value in reversed(pairs)}
    parts = fields.get("text", "").split(",")
    prefix = unquote(parts.pop(0)[:-1]) if parts[0].endswith("-") else ""
    suffix = unquote(parts.pop()[1:]) if parts and parts[-1].startswith("-") else ""
    quotes = [unquote(part) for part in parts]
    if not 1 <= len(quotes) <= 2 or not all(quotes):
        return ()
    at = _AT.fullmatch(fields.get("at", ""))
    start, end = (int(at[1]), int(at[2])) if at else (0, 0)
    first, last = quotes[0], quotes[-1]
    if len(quotes) == 1:
        return (Anchor(first, prefix, suffix, start, start + len(first), ""),)
    return (
        Anchor(first, prefix, "", start, start + len(first), ""),
        Anchor(last, "", suffix, max(0, end - len(last)), end, ""),
    )
