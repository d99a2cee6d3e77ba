"""Flashcards in a paragraph: `Question::Answer`, a lone `?` line, or clozes under `#flashcards`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from msgspec.structs import replace

from studyapp.page import Run, Style

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_TAG = re.compile(r"(?<!\S)#flashcards(?:/[\w/-]+)?(?!\S)")
_SEPARATOR = re.compile(r"(?<!:):::?(?!:)")
_LONE = re.compile(r"\?\??")


@dataclass
class Draft:
    """A card whose words are not placed yet; a cloze has no answer of its own."""

    kind: Literal["basic", "both", "cloze"]
    question: list[Run]
    answer: list[Run]
    goes_on: bool = False
    """Whether a list right after the paragraph belongs to the answer."""


@dataclass
class Found:
    """What a paragraph is, seen as cards."""

    runs: list[Run]
    """Its runs without the tag."""
    tagged: bool = False
    drafts: list[Draft] = field(default_factory=list[Draft])
    wrong: str = ""
    """Words of the source at which the syntax is wrong."""


def find_cards(runs: list[Run], *, tagged: bool) -> Found:
    """Look for cards; `tagged` when a line before the paragraph said that it holds some."""
    if not tagged and not any(
        "::" in run.text or "?" in run.text or "#f" in run.text for run in runs
    ):
        return Found(runs)
    rest = _without_tag(runs)
    found = Found(rest, tagged=tagged or rest is not runs)
    lines = [line for line in _lines(rest) if not _is_empty(line)]
    if not lines:
        return found
    if not _read_long(found, lines) and not _read_short(found, lines) and found.tagged:
        _read_cloze(found, was_tagged_here=rest is not runs)
    return found


def _without_tag(runs: list[Run]) -> list[Run]:
    if not any(_is_prose(run) and _TAG.search(run.text) for run in runs):
        return runs
    return [replace(run, text=_TAG.sub("", run.text)) if _is_prose(run) else run for run in runs]


def _is_prose(run: Run) -> bool:
    return run.kind == "text" and run.shown is None and not run.link and not run.style & Style.CODE


def _lines(runs: Iterable[Run]) -> Iterator[list[Run]]:
    line: list[Run] = []
    for run in runs:
        if run.shown == "\n":
            yield line
            line = []
            continue
        first, *rest = run.text.split("\n") if _is_prose(run) else [run.text]
        line.append(replace(run, text=first))
        for text in rest:
            yield line
            line = [replace(run, text=text)]
    yield line


def _is_empty(line: list[Run]) -> bool:
    return all(run.shown is None and not run.text.strip() for run in line)


def _text(line: list[Run]) -> str:
    return "".join(run.text if run.shown is None else run.shown for run in line).strip()


def _joined(lines: Iterable[list[Run]]) -> list[Run]:
    joined: list[Run] = []
    for line in lines:
        joined += [Run("\n", 0), *line]
    return joined


def _read_long(found: Found, lines: list[list[Run]]) -> bool:
    """Read a card whose question and answer are parted by a line that is `?` or `??`."""
    marks = [place for place, line in enumerate(lines) if _LONE.fullmatch(_text(line))]
    if not marks:
        return False
    place = marks[0]
    if len(marks) > 1 or not place:
        found.wrong = _text(lines[max(0, place - 1)])
        return True
    kind = "both" if _text(lines[place]) == "??" else "basic"
    question, answer = _joined(lines[:place]), _joined(lines[place + 1 :])
    found.drafts = [Draft(kind, question, answer, goes_on=True)]
    return True


def _read_short(found: Found, lines: list[list[Run]]) -> bool:
    """Read cards of one line each; true also when they are meant as cards, but wrong."""
    counts = [sum(1 for _ in _separators(line)) for line in lines]
    if not all(counts):
        return False
    if counts.count(1) == len(lines):
        drafts = [_split(line) for line in lines]
        empty = [_is_empty(draft.question) or _is_empty(draft.answer) for draft in drafts]
        if True not in empty:
            found.drafts = drafts
            return True
        found.wrong = _text(lines[empty.index(True)])
        return True
    if found.tagged or 1 in counts:
        found.wrong = _text(lines[next(place for place, count in enumerate(counts) if count > 1)])
    return bool(found.wrong)


def _separators(line: list[Run]) -> Iterator[tuple[int, re.Match[str]]]:
    for place, run in enumerate(line):
        if "::" in run.text and _is_prose(run):
            for separator in _SEPARATOR.finditer(run.text):
                yield place, separator


def _split(line: list[Run]) -> Draft:
    place, separator = next(_separators(line))
    run = line[place]
    question = [*line[:place], replace(run, text=run.text[: separator.start()])]
    answer = [replace(run, text=run.text[separator.end() :]), *line[place + 1 :]]
    return Draft("both" if separator[0] == ":::" else "basic", question, answer)


def _read_cloze(found: Found, *, was_tagged_here: bool) -> None:
    if any(run.style & Style.MARK for run in found.runs):
        found.drafts = [Draft("cloze", [_as_cloze(run) for run in found.runs], [])]
    elif was_tagged_here:
        found.wrong = "#flashcards"


def _as_cloze(run: Run) -> Run:
    if not run.style & Style.MARK:
        return run
    return replace(run, style=run.style & ~Style.MARK | Style.CLOZE)
