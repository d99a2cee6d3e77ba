"""What sync tools and git leave behind when one file was changed in two places.

`notes.folders` asks it which file a copy belongs to, and what the two sides in a file with git's
marks were.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_COPY = re.compile(
    r"""(?P<stem>.+?)(?:
      \.sync-conflict-\d{8}-\d{6}(?:-[A-Z0-9]+)?                 # Syncthing
    | [ ]\([^()]*(?:conflicted[ ]copy|Case[ ]Conflict)[^()]*\)    # Dropbox, Nextcloud
    | [ ]\(\d+\) | [ ]\d+                                         # Google Drive, iCloud
    | _conflict-\d{8}-\d{6}                                       # ownCloud, older Nextcloud
    | -(?:[A-Za-z0-9]+-)*[A-Za-z0-9]+                             # OneDrive: the computer's name
    )(?P<ending>\.[a-z]+)""",
    re.VERBOSE,
)
_OURS = re.compile(r"<{7}(?: .*)?")
_BASE = re.compile(r"\|{7}(?: .*)?")
_THEIRS = re.compile(r"={7}")
_END = re.compile(r">{7}(?: .*)?")


def original_name(name: str) -> str:
    """Return the name of the file that a conflict copy was made of; the name itself for no copy."""
    found = _COPY.fullmatch(name)
    return found["stem"] + found["ending"] if found else name


@dataclass(frozen=True, slots=True)
class Sides:
    """The texts that git could not make one of."""

    ours: str
    theirs: str
    base: str | None
    """The common version, if git was told to write it (`merge.conflictStyle`)."""


def sides(text: str) -> Sides | None:
    """Return the sides of a file that git left with marks in its front matter.

    Marks in the note alone are left as they are: both texts are there, and it may be a note on git.
    """
    if not re.match(
        r"(?:\ufeff?---\r?\n)?<{7}|(?s:\ufeff?---\r?\n(?:(?!\n---\r?\n).)*?\n<{7})", text
    ):
        return None
    parts: dict[str, list[str]] = {"ours": [], "base": [], "theirs": []}
    place, based, turn = "", False, None
    for line in text.splitlines(keepends=True):
        turn = _turn(line.rstrip("\r\n"), place)
        based = based or turn == "base"
        if turn is not None:
            place = turn
            continue
        for name in [place] if place else parts:
            parts[name].append(line)
    if place:
        return None
    joined = {name: "".join(lines) for name, lines in parts.items()}
    if turn == "":
        # Git ends the last line before a mark, also where the file itself had ended without.
        joined = {name: text.removesuffix("\n") for name, text in joined.items()}
    return Sides(joined["ours"], joined["theirs"], joined["base"] if based else None)


def _turn(line: str, place: str) -> str | None:
    """Return the side that begins at a line, empty for both; None for a line of text."""
    if not place:
        return "ours" if _OURS.fullmatch(line) else None
    if place == "ours" and _BASE.fullmatch(line):
        return "base"
    if place in {"ours", "base"} and _THEIRS.fullmatch(line):
        return "theirs"
    return "" if place == "theirs" and _END.fullmatch(line) else None
