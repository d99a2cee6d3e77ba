"""Footnotes numbered in the order in which the page first refers to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.page import Block, Footnote, Footnotes, Run, Style

if TYPE_CHECKING:
    from collections.abc import Callable
    from xml.etree.ElementTree import Element

    from studyapp.course.markup.flaws import Flaws


class Numbering:
    """Gives each footnote its number, and tells of those that miss their text or their mark."""

    def __init__(self, notes: dict[str, Element], flaws: Flaws) -> None:
        self._notes = dict(notes)
        self._flaws = flaws
        self._numbers: dict[str, int] = {}

    def refer(self, reference: Element) -> Run | None:
        """Return the mark of a footnote, or None when there is no such note."""
        name = reference.get("id")
        if name is None:
            name = f"inline note {len(self._numbers)}"
            self._notes[name] = reference
        if name not in self._notes:
            message, hint = f"footnote is not defined: {name}", f"add a line that starts [^{name}]:"
            self._flaws.add("warning", message, hint, at=f"[^{name}]")
            return None
        number = self._numbers.setdefault(name, len(self._numbers) + 1)
        return Run("", 0, Style.SUP, "footnote", str(number), f"#fn-{number}")

    def block(self, read: Callable[[Element], tuple[Block, ...]]) -> Footnotes | None:
        """Return the notes that were referred to, the content of each as `read` finds it."""
        notes: list[Footnote] = []
        # A note may be the first to refer to another one, which is then numbered after it.
        while len(notes) < len(self._numbers):
            name = list(self._numbers)[len(notes)]
            number = len(notes) + 1
            notes.append(Footnote(f"fn-{number}", str(number), read(self._notes[name])))
        for name in self._notes:
            if name not in self._numbers:
                hint = f"refer to it as [^{name}], or take it out"
                self._flaws.add("info", f"footnote is never used: {name}", hint, at=f"[^{name}]:")
        return Footnotes(tuple(notes)) if notes else None
