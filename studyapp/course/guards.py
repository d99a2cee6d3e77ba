"""What stands between a course's bytes and the Markdown parser.

`course.worker` calls these for every page it compiles. A course is untrusted: what would keep the
parser busy for minutes is refused beforehand, and shown as the text it is.
"""

from __future__ import annotations

import codecs
import re
from itertools import islice
from typing import TYPE_CHECKING

from msgspec.structs import replace

from studyapp.course.sources import MAX_BYTES
from studyapp.page import Flaw, Heading, Notice, Page
from studyapp.wording import noted, translate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_MISREAD = noted(
    "Notice",
    "This file is not in UTF-8: what cannot be read is shown as \ufffd. Save the file as UTF-8.",
)
LINE_CHARACTERS = 1_000_000
NESTING = 100
OPEN_BRACKETS = 500
RUN_LENGTHS = 20

_PARAGRAPH = re.compile(r"^(?:[ \t]*+[^\s][^\n]*+\n?+)++", re.MULTILINE)
_ITEM = re.compile(r"^([ \t]*+)(?:[-+*:]|\d{1,9}+[.)]|!!!|\?\?\?\+?+|:::++)(?=[ \t])", re.MULTILINE)
_ASCII_CONTROLS = dict.fromkeys((*range(9), *range(11, 32), 127))
_LINE_ENDS = re.compile("[\x85\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]+")


def decode(data: bytes) -> tuple[str, tuple[Flaw, ...]]:
    """Return a file's text, line ends made one and control characters dropped, and its flaws.

    UTF-8, or UTF-16 with a byte order mark; a byte that fits neither becomes a replacement mark.
    """
    encoding, flaws = "utf-8-sig", ()
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encoding = "utf-16"
        flaws = (Flaw("warning", 1, "the file is UTF-16", "save it as UTF-8"),)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        text = data.decode(encoding, "replace")
        before = data[: error.start].decode(encoding, "replace")
        line = _cleaned(before).count("\n") + 1
        shown = " ".join(f"{byte:02X}" for byte in data[error.start : error.end])
        message = f"bad encoding: {shown} is not {encoding[:6].rstrip('-').upper()}"
        flaws = (*flaws, Flaw("error", line, message, "save the file as UTF-8"))
    return _cleaned(text), flaws


def with_flaws(page: Page, flaws: tuple[Flaw, ...]) -> Page:
    """Return the page of a file that `decode` found flaws in; it says so where letters are lost."""
    if not flaws:
        return page
    blocks = page.blocks
    if any(flaw.severity == "error" for flaw in flaws):
        under_title = int(isinstance(blocks[0], Heading) and blocks[0].level == 1) if blocks else 0
        blocks = (*blocks[:under_title], Notice(_MISREAD), *blocks[under_title:])
    return replace(page, blocks=blocks, flaws=(*flaws, *page.flaws))


def _cleaned(text: str) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.isascii():
        return text.translate(_ASCII_CONTROLS)  # ten times as fast
    return _CONTROLS.sub("", _LINE_ENDS.sub("\n", text))


def oversize(data: bytes) -> str:
    """Return why a file is too large to be compiled, or nothing."""
    if len(data) <= MAX_BYTES:
        return ""
    return translate("Notice", "it is larger than {} MB").format(MAX_BYTES // 1_000_000)


def refusal(source: str) -> str:
    """Return why a text must not be given to the parser, or nothing.

    One pass per rule, in time proportional to the length. The limits lie far above what courses
    have and below what takes the parser seconds; what slips through meets the time limit.
    """
    for message, find in _RULES:
        place = find(source)
        if place >= 0:
            line = source.count("\n", 0, place) + 1
            return translate("Notice", "{} (line {})").format(message, line)
    return ""


def _many(mark: str, pattern: str, limit: int) -> Callable[[str], int]:
    """Return a rule: where a pattern, which has a mark in it, occurs once too often."""
    compiled = re.compile(pattern, re.MULTILINE)

    def find(source: str) -> int:
        if source.count(mark) <= limit:
            return -1
        return next((m.start() for m in islice(compiled.finditer(source), limit, None)), -1)

    return find


def _long_line(source: str) -> int:
    place = 0
    while len(source) - place > LINE_CHARACTERS:
        end = source.find("\n", place)
        if (end if end >= 0 else len(source)) - place > LINE_CHARACTERS:
            return place
        place = end + 1
    return -1


def _nested_items(source: str) -> int:
    """Find where lists and callouts, each indented more than the one before, get too deep."""
    indents: list[int] = []
    for item in _ITEM.finditer(source):
        indent = len(item[1].expandtabs(4))
        while indents and indents[-1] >= indent:
            indents.pop()
        indents.append(indent)
        if len(indents) > NESTING:
            return item.start()
    return -1


def _open(opening: str, closing: str) -> Callable[[str], int]:
    """Return a rule: where too many brackets of a kind are open, each to be followed to its end."""
    either = re.compile(f"[{re.escape(opening + closing)}]")

    def find(source: str) -> int:
        for start, end in _paragraphs_with(opening, source, OPEN_BRACKETS):
            depth = 0
            for bracket in either.finditer(source, start, end):
                depth = depth + 1 if bracket[0] == opening else max(0, depth - 1)
                if depth > OPEN_BRACKETS:
                    return bracket.start()
        return -1

    return find


def _run_lengths(source: str) -> int:
    """Find where backtick runs come in too many lengths: for each its like is looked for."""
    lengths: set[int] = set()
    for run in re.finditer("```++", source):
        lengths.add(len(run[0]))
        if len(lengths) > RUN_LENGTHS:
            return run.start()
    return -1


def _paragraphs_with(mark: str, source: str, limit: int) -> Iterator[tuple[int, int]]:
    """Yield where each paragraph starts and ends that has a mark more often than a limit."""
    if source.count(mark) > limit:
        for paragraph in _PARAGRAPH.finditer(source):
            if source.count(mark, *paragraph.span()) > limit:
                yield paragraph.span()


_MARKERS = r"(?:[ \t]*+(?:>|[-+*][ \t]|\d{1,9}+[.)][ \t]))"
_RULES: tuple[tuple[str, Callable[[str], int]], ...] = (
    (noted("Notice", "a line of more than a million characters"), _long_line),
    (
        noted("Notice", "more than 100 quotes or lists in each other"),
        _many("", rf"^(?![-* \t]*+$){_MARKERS}{{101}}", 0),
    ),
    (noted("Notice", "more than 100 lists in each other"), _nested_items),
    (noted("Notice", "more than 500 square brackets open at once"), _open("[", "]")),
    (noted("Notice", "more than 500 parentheses open at once"), _open("(", ")")),
    (noted("Notice", "backticks in more than 20 lengths"), _run_lengths),
    (noted("Notice", "more than 20,000 headings"), _many("#", r"^[ ]{0,3}#{1,6}[ ]", 20_000)),
    (
        noted("Notice", "more than 3,000 footnotes"),
        _many("[^", r"^[ ]{0,3}\[\^[^\]\n]*+\]:", 3_000),
    ),
    (
        noted("Notice", "more than 1,000 abbreviations"),
        _many("*[", r"^[ ]{0,3}\*\[[^\]\n]*+\]:", 1_000),
    ),
)
