"""The rest of a chunk, line by line, over the list of blocks that the block parser works on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable
    from xml.etree.ElementTree import Element

    from markdown.blockparser import BlockParser


class Lines:
    """Takes lines from the front of `blocks`; `close` gives back what was not taken."""

    def __init__(self, blocks: list[str], parser: BlockParser) -> None:
        self._blocks = blocks
        self._parser = parser
        self._lines: list[str] = []
        self._next = 0
        self._load()

    def _load(self) -> None:
        self._lines = self._blocks.pop(0).split("\n")
        self._next = 0

    def peek(self, ahead: int = 0) -> str | None:
        """Return the next line without taking it; the line between two blocks is an empty one."""
        if self._next + ahead < len(self._lines):
            return self._lines[self._next + ahead]
        return "" if self._blocks else None

    def take(self) -> str:
        """Return the next line and move on."""
        line = self.peek()
        if self._next < len(self._lines):
            self._next += 1
        elif self._blocks:
            self._load()
        return line or ""

    def take_until(self, last: re.Pattern[str]) -> list[str] | None:
        """Take lines up to and with the first that has a match; take none if there is none."""
        if not any(map(last.search, self._lines[self._next :])) and not any(
            map(last.search, self._blocks)
        ):
            return None
        taken = [self.take()]
        while not last.search(taken[-1]):
            taken.append(self.take())
        return taken

    def take_paragraph(self) -> list[str]:
        """Take lines up to the next blank one."""
        taken = [self.take()]
        while line := self.peek():
            taken.append(line)
            self.take()
        return taken

    def give_back(self, line: str) -> None:
        """Put a line in front of the next one, unless it is blank."""
        if line.strip():
            self._lines[: self._next] = [line]
            self._next = 0

    def read_into(self, element: Element, lines: Iterable[str]) -> None:
        """Read lines that were taken, freed of what marked them, as the Markdown in an element."""
        # The parser takes only empty lines for blank ones.
        chunk = "\n".join(line if line.strip() else "" for line in lines)
        self._parser.parseChunk(element, chunk)

    def close(self) -> None:
        """Give the lines that were not taken back to the parser."""
        rest = self._lines[self._next :]
        if rest:
            self._blocks.insert(0, "\n".join(rest))
