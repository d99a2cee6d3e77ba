"""Runs of words that a section shares with another text; `checking` tells of them.

Words are compared without case and punctuation. Names and titles are excepted by this rule: a run
is let pass if every word in it of more than three letters begins with a capital in the section, or
is a number, and there are at least two such words ("the North Atlantic Treaty Organization in").
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

RUN = 6
"""Words in a row that count as taken over."""
_SHORT = 3
_APOSTROPHE = "\u2019"
_WORD = re.compile(rf"\w+(?:[{_APOSTROPHE}'-]\w+)*")


class Other:
    """A text that nothing may be taken from."""

    def __init__(self, text: str) -> None:
        self._runs = {tuple(run) for run in _runs(_folded(_WORD.findall(text)))}

    def shared(self, text: str) -> Iterator[str]:
        """Yield each longest run of words, as written in `text`, that stands in the other text."""
        found = list(_WORD.finditer(text))
        folded = _folded([word[0] for word in found])
        hits = [tuple(run) in self._runs for run in _runs(folded)]
        first = 0
        while first < len(hits):
            last = first
            while last < len(hits) and hits[last]:
                last += 1
            if last > first:
                words = found[first : last + RUN - 1]
                if not _is_name([word[0] for word in words]):
                    yield text[words[0].start() : words[-1].end()]
            first = last + 1


def _folded(words: list[str]) -> list[str]:
    return [word.casefold().replace(_APOSTROPHE, "'") for word in words]


def _runs(words: list[str]) -> Iterator[list[str]]:
    for place in range(len(words) - RUN + 1):
        yield words[place : place + RUN]


def _is_name(words: list[str]) -> bool:
    heavy = [word for word in words if len(word) > _SHORT or word.isdigit()]
    return len(heavy) > 1 and all(word[0].isupper() or word.isdigit() for word in heavy)
