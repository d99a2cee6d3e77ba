"""A section under check: its source, its page and its links. `checking` makes one of each section.

What is wrong is told with the line it stands on, so this knows how to find words and addresses in
the source.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import unquote

from studyapp.model import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.course.links import Links
    from studyapp.model import Course, Section
    from studyapp.page import Page


_CODE = re.compile(
    r"^(?P<indent>[ >\t]*)(?P<fence>`{3,}|~{3,}).*?(?:^[ >\t]*(?P=fence)[`~]*[ \t]*$|\Z)"
    r"|(?<!`)(?P<ticks>`+)(?!`)[^\n]*?(?<!`)(?P=ticks)(?!`)"
    r"|<!--.*?-->",
    re.DOTALL | re.MULTILINE,
)
_NO_LINE_END = re.compile(r"[^\n]")
_WORD = re.compile(r"\w+")
_MARKUP = r"(?:\]\([^)\n]*\)|\W)+"
"""What may stand between two words of a passage, a link's address among it."""


@dataclass(frozen=True)
class Checked:
    """A section under check, with what checks need of it."""

    section: Section
    course: Course
    links: Links
    source: str
    page: Page

    def problem(self, severity: Severity, line: int, message: str, hint: str = "") -> Problem:
        """Return a problem of this section."""
        return Problem(severity, self.section.file, line, message, hint)

    @cached_property
    def prose(self) -> str:
        """The source with code and comments blanked out, every line in its place."""
        return _CODE.sub(lambda code: _NO_LINE_END.sub(" ", code[0]), self.source)

    def lines_of(self, written: str) -> Iterator[int]:
        """Yield the lines on which an address stands, the last again and again; 0 for none."""
        lines = [self.prose.count("\n", 0, place) + 1 for place in self._places(written)] or [0]
        yield from lines
        while True:
            yield lines[-1]

    def line_of_key(self, key: str) -> int:
        """Return the line of a key of the front matter; 1 if it has none."""
        found = re.search(rf"^[\"']?{re.escape(key)}\b", self.source, re.MULTILINE)
        return self.source.count("\n", 0, found.start()) + 1 if found else 1

    def line_of_words(self, passage: str) -> int:
        """Return the line on which a passage of the page begins, by its first words; 0 if none."""
        words = _WORD.findall(passage)[:6]
        found = re.search(_MARKUP.join(map(re.escape, words)), self.source) if words else None
        return self.source.count("\n", 0, found.start()) + 1 if found else 0

    def _places(self, written: str) -> list[int]:
        for spelled in dict.fromkeys((written, unquote(written))):
            pattern = r"(?<![\w./-])" + re.escape(spelled) + r"(?![\w/-])"
            if found := [match.start() for match in re.finditer(pattern, self.prose)]:
                return found
        return []
