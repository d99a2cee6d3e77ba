"""The canonical text, written line by line, and the place of each run in it.

`converting` hands over runs in reading order, their whitespace as the source has it and their
`start` not yet known, and gets them back as they stand in the page.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from msgspec.structs import replace

from studyapp.page import LinkRef, Run, Runs, Style

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

BREAK = Run(" ", 0, shown="\n")
"""A line break within a paragraph."""

APART = Run(" ", 0, shown="\n", hint="apart")
"""A line break between blocks that share a line: none at its start, no two in a row."""

LONGEST_WORD = 4_000
"""A longer one is broken into lines: laying it out takes seconds."""

_BIDI = {
    "\u202a": "LRE",
    "\u202b": "RLE",
    "\u202c": "PDF",
    "\u202d": "LRO",
    "\u202e": "RLO",
    "\u2066": "LRI",
    "\u2067": "RLI",
    "\u2068": "FSI",
    "\u2069": "PDI",
}
_CONTROLS = "".join(_BIDI)
_DROPPED = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\ufeff]+")
_SPECIAL = re.compile(rf"{_DROPPED.pattern}|[{_CONTROLS}]+")
_AT_CONTROLS = re.compile(rf"([{_CONTROLS}])")
_WIDE_SPACE = re.compile(r"[^\S\x00-\x7f]")
_SPACES_OR_NOT = re.compile(r"\s+|\S+")
_LONG_WORD = re.compile(rf"(\S{{{LONGEST_WORD}}})")
_TEX_COMMENT = re.compile(r"(?<!\\)%[^\n]*")
_UNEVEN = re.compile(rf"\s\s|[^\S ]|{_SPECIAL.pattern}")
_CODE_PIECES = re.compile(rf"[{_CONTROLS}]|\s+|[^\s{_CONTROLS}]+")
_NARROW_SPACES = re.compile(r"[\t-\r\x1c-\x20\x85\u2028\u2029]+")


class Composer:
    """Writes the canonical text and remembers the links and images met on the way."""

    def __init__(self) -> None:
        self.length = 0
        self.links: list[LinkRef] = []
        self.images: dict[str, None] = {}
        self._parts: list[str] = []

    @property
    def text(self) -> str:
        """The canonical text so far."""
        return "".join(self._parts)

    def line(self, runs: Iterable[Run]) -> Runs:
        """Write a line (a paragraph, a cell, a title): collapse its whitespace, place its runs."""
        return self._place(_tidied(runs))

    def code_line(self, text: str) -> Runs:
        """Write one line of code; what of its whitespace is not canonical text is kept as shown."""
        return self._place(_code_runs(text.rstrip()))

    def formula(self, tex: str) -> Run:
        """Write a displayed formula as a line of its own."""
        return self._place([Run(_formula_text(tex), 0, kind="math")])[0]

    def stand_in(self, source: str) -> int:
        """Note a picture that stands between the lines, and return its place."""
        self.images[source] = None
        return self.length

    def _place(self, runs: list[Run]) -> Runs:
        if self.length and any(run.text for run in runs):
            self._parts.append("\n")
            self.length += 1
        return tuple([self._placed(run) for run in runs])

    def _placed(self, run: Run) -> Run:
        start = self.length
        self._parts.append(run.text)
        self.length += len(run.text)
        if run.link and run.kind != "footnote":
            self._note_link(run.link, start)
        if run.source:
            self.images[run.source] = None
        return replace(run, start=start, style=int(run.style))

    def _note_link(self, link: str, start: int) -> None:
        last = self.links[-1] if self.links else None
        if last and last.link == link and last.end == start:
            start = self.links.pop().start
        self.links.append(LinkRef(link, start, self.length))


def _formula_text(tex: str) -> str:
    # On one line, a comment would swallow all that follows it.
    return " ".join(_SPECIAL.sub("", _TEX_COMMENT.sub("", tex)).split())


def _tidied(runs: Iterable[Run]) -> list[Run]:
    """Collapse whitespace across runs: none at either end, never two spaces, nothing invisible."""
    tidied: list[Run] = []
    spaced = True
    for run in chain.from_iterable(map(_parts, runs)):
        if run.kind == "math":
            tidied.append(run)
            spaced = False
        elif run.shown == "\n":
            if run is APART and (not tidied or tidied[-1].shown == "\n"):
                continue
            tidied.append(Run("" if spaced else " ", 0, shown="\n"))
            spaced = True
        elif run.shown is not None and not run.text:
            tidied.append(run)
        else:
            spaced = _add(tidied, run, spaced)
    return _trimmed(tidied)


def _parts(run: Run) -> Iterator[Run]:
    """Split a run where it is too long a word, at characters shown as marks, at wide spaces."""
    if run.kind == "math":
        if text := _formula_text(run.text):
            yield replace(run, text=text)
        return
    if len(run.text) <= LONGEST_WORD or not _LONG_WORD.search(run.text):
        yield from _visible_parts(run)
        return
    for piece in _LONG_WORD.split(run.text):
        yield from _visible_parts(replace(run, text=piece))
        if _LONG_WORD.fullmatch(piece):
            yield BREAK


def _visible_parts(run: Run) -> Iterator[Run]:
    if not _SPECIAL.search(run.text):
        yield from _spaced_parts(run)
        return
    for piece in _AT_CONTROLS.split(_DROPPED.sub("", run.text)):
        if piece in _BIDI:
            yield bidi_mark(piece, run.style)
        elif piece:
            yield from _spaced_parts(replace(run, text=piece))


def bidi_mark(control: str, style: int = 0) -> Run:
    """Return what is shown in the place of a control character that would turn text around."""
    return Run("", 0, style | Style.QUIET | Style.SMALL, shown=f"⟨{_BIDI[control]}⟩")


def _spaced_parts(run: Run) -> Iterator[Run]:
    if not _WIDE_SPACE.search(run.text):
        yield run
        return
    for piece in _SPACES_OR_NOT.findall(run.text):
        shown = _NARROW_SPACES.sub("", piece) if piece.isspace() else ""
        yield replace(run, text=" " if piece.isspace() else piece, shown=shown or None)


def _add(tidied: list[Run], run: Run, spaced: bool) -> bool:
    """Append a run to those before it; return whether the text now ends in a space."""
    if not run.text:
        return spaced
    text = " ".join(run.text.split())
    leads, trails = run.text[0].isspace(), run.text[-1].isspace()
    if leads and spaced and tidied and not tidied[-1].text and tidied[-1].shown not in ("\n", " "):
        # The space between a picture and a word is seen, though the text has its space already.
        tidied.append(Run("", 0, run.style, shown=" "))
    if leads and not spaced:
        text = " " + text
    if trails and text.strip():
        text += " "
    if not text:
        return spaced
    _append_merged(tidied, replace(run, text=text))
    return text[-1] == " "


def _append_merged(tidied: list[Run], run: Run) -> None:
    last = tidied[-1] if tidied else None
    if last and last.text and last.shown != "\n" and _look(last) == _look(run):
        shown = None
        if last.shown != run.shown and (last.shown or run.shown):
            shown = (last.shown or last.text) + (run.shown or run.text)
        merged = replace(last, text=last.text + run.text, shown=shown)
        if shown is None or len(shown) == len(merged.text):
            tidied[-1] = merged
            return
    tidied.append(run)


def _look(run: Run) -> tuple[str, int, str, str]:
    return run.kind, run.style, run.link, run.hint


def _trimmed(runs: list[Run]) -> list[Run]:
    while runs and (runs[-1].shown in ("\n", " ") or runs[-1].text.isspace()):
        runs.pop()
    for index in range(len(runs) - 1, -1, -1):
        run = runs[index]
        if run.text:
            if run.text[-1] == " ":
                _trim_at(runs, index)
            break
    return runs


def _trim_at(runs: list[Run], index: int) -> None:
    """Take the last space out of the text; before a picture or footnote it is still shown."""
    run = runs[index]
    shown = run.shown or run.text
    if run.text == " ":
        runs[index] = replace(run, text="", shown=shown)
        return
    runs[index] = replace(run, text=run.text[:-1], shown=run.shown and run.shown[:-1])
    if index + 1 < len(runs):
        runs.insert(index + 1, Run("", 0, run.style, shown=shown[-1]))


def _code_runs(text: str) -> list[Run]:
    body = text.lstrip()
    indent = text[: len(text) - len(body)].replace("\t", "    ")
    runs = [Run("", 0, shown=indent)] if indent else []
    if not _UNEVEN.search(body):
        return [*runs, Run(body, 0)] if body else []
    spaced = True
    for piece in _CODE_PIECES.findall(_DROPPED.sub("", body)):
        if piece in _BIDI:
            runs.append(bidi_mark(piece))
        elif piece.isspace():
            even = piece == " " and not spaced
            gap = Run("" if spaced else " ", 0, shown=None if even else piece)
            _append_merged(runs, gap)
            spaced = True
        else:
            _append_merged(runs, Run(piece, 0))
            spaced = False
    return _trimmed(runs)
