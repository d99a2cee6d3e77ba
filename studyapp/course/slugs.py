"""Ids of headings, and of courses that name none.

`course.markup` (compiled pages) and `course.scan` (the quick outline) both ask here, in the order
of the page, so that their ids agree.
"""

from __future__ import annotations

import re
import unicodedata

_APART = re.compile(r"\W+", re.ASCII)


def slug(text: str) -> str:
    """Return a text as an id: lower case, word characters of any script, a hyphen for all else."""
    if text.isascii():
        return _APART.sub("-", text.lower()).strip("-")
    # Twice: lower case may break a letter up and normal form may bring capitals back.
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).lower()).lower()
    kept = "".join(character if _is_kept(character) else "-" for character in folded)
    return re.sub("-+", "-", kept).strip("-")


def _is_kept(character: str) -> bool:
    # Marks belong to the letter before them: most Indic vowels are marks.
    return (
        character.isalnum() or character == "_" or unicodedata.category(character).startswith("M")
    )


class Slugs:
    """Hands out ids that are unique in one page."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._counts: dict[str, int] = {}

    def id_for(self, text: str) -> str:
        """Return an id for a heading's text, `section` for an empty one; see `take`."""
        return self.take(slug(text) or "section")

    def take(self, wanted: str) -> str:
        """Return an id as wanted, or with `-1`, `-2`... when it is taken."""
        free = wanted
        if wanted in self._taken:
            count = self._counts.get(wanted, 0)
            while free in self._taken:
                count += 1
                free = f"{wanted}-{count}"
            self._counts[wanted] = count
        self._taken.add(free)
        return free
