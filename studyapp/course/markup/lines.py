"""The rest of a chunk, line by line, over the list of blocks that the block parser works on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import re


class Lines:
    """Takes lines from the front of `blocks`; `close` gives back what was not taken."""

    def __init__(self, blocks: list[str]) -> None:
        self._blocks = blocks
        self._lines: list[str] = []
        self._next = 0
        self._load()

    def _load(self) -> None:
        self._lines = self._blocks.pop(0).split("\n")
        self._next = 0

    def peek(self) -> str | None:
        """Return the next line without taking it; the line between two blocks is an empty one."""
        if self._next < len(self._lines):
            return self._lines[self._next]
        return "" if self._blocks else None

    def take(self) -> str:
        """Return the next line and move on."""
        line = self.peek()
        if self._next < len(self._lines):
            self._next += 1
        elif self._blocks:
            self._load()
        return line or ""

    def take_until(self, is_last: re.Pattern[str]) -> list[str]:
        """Take lines up to and with the first that matches, or all."""
        taken: list[str] = []
        while self.peek() is not None:
            taken.append(self.take())
            if is_last.search(taken[-1]):
                break
        return taken

    def close(self) -> None:
        """Give the lines that were not taken back to the parser."""
        rest = self._lines[self._next :]
        if rest:
            self._blocks.insert(0, "\n".join(rest))
