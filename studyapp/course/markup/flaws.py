"""Problems found while a page is compiled, each with the line it is on."""

from __future__ import annotations

from studyapp.page import Flaw


class Flaws:
    """Collects flaws; their lines are found by looking for the words at fault in the source."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._found: dict[Flaw, None] = {}
        self._searched: dict[str, int] = {}

    def add(self, severity: str, message: str, hint: str = "", *, at: str = "") -> None:
        """Note a flaw at the next place where the source has `at`; at no line when it has not."""
        self._found[Flaw(severity, self.next_line(at), message, hint)] = None

    def add_at(self, severity: str, line: int, message: str, hint: str = "") -> None:
        """Note a flaw at a line that is known."""
        self._found[Flaw(severity, line, message, hint)] = None

    def next_line(self, words: str) -> int:
        """Return the line of the next place where the source has these words; 0 for none."""
        if not words:
            return 0
        place = self._source.find(words, self._searched.get(words, 0))
        if place < 0:
            place = self._source.find(words)
        if place < 0:
            return 0
        self._searched[words] = place + len(words)
        return self._source.count("\n", 0, place) + 1

    def in_order(self) -> tuple[Flaw, ...]:
        """Return the flaws by line."""
        return tuple(sorted(self._found, key=lambda flaw: flaw.line))
