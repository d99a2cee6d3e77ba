"""A page that cannot be set, shown as the text it is, with a notice that says why.

`course.worker` and `course.compiler` make such pages of what `course.guards` refuses and of what
the parser fails on. They are whole pages: they can be read, searched and annotated.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from studyapp.page import Code, Flaw, Notice, Page, Paragraph, Run
from studyapp.wording import noted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.course.markup.composing import Composer
    from studyapp.page import Block

SHOWN_CHARACTERS = 1_000_000
SHOWN_CHUNKS = 20_000
"""Of what blank lines divide. A page this long takes seconds to lay out."""
RUN_CHARACTERS = 4_000
"""Of one paragraph or line of it: layout time grows with the square of a paragraph's length."""
BLOCK_LINES = 400

_PLAIN = noted("Notice", "This page is shown as plain text: {}.")
_FENCES = ("```", "~~~")
_PROSE_STARTS = tuple("\"'([`\u201c\u2018«¿¡")


def plain_page(source: str, why: str, title: str = "") -> Page:
    """Return a page that says why it is not set, and shows its source as paragraphs and code."""
    # Drawn in only here: it is part of the compiler, which the app's own process seldom needs.
    from studyapp.course.markup.composing import Composer  # noqa: PLC0415

    composer = Composer()
    blocks: list[Block] = [Notice.because(_PLAIN, why)]
    chunks = _chunks(source[:SHOWN_CHARACTERS].split("\n"))
    for lines in islice(chunks, SHOWN_CHUNKS):
        blocks += _code(lines, composer) if _is_code(lines) else _paragraphs(lines, composer)
    if len(source) > SHOWN_CHARACTERS or next(chunks, None):
        blocks.append(Notice(noted("Notice", "The rest of this page is too long to be shown.")))
    flaw = Flaw("warning", 0, f"shown as plain text: {why}", "simplify or divide the file")
    text = composer.text
    return Page(title, text, tuple(blocks), flaws=(flaw,), words=len(text.split()))


def _chunks(lines: list[str]) -> Iterator[list[str]]:
    """Divide lines where they are blank, but not inside a fence."""
    chunk: list[str] = []
    fence = ""
    for line in lines:
        start = line.lstrip()[:3]
        if start or fence:
            chunk.append(line)
        elif chunk:
            yield chunk
            chunk = []
        if fence:
            fence = "" if start == fence else fence
        elif start in _FENCES:
            fence = start
    if chunk:
        yield chunk


def _is_code(lines: list[str]) -> bool:
    """Whether the lines are anything but prose, so that their ends matter."""
    return not all(line[:1].isalpha() or line[:1] in _PROSE_STARTS for line in lines)


def _paragraphs(lines: list[str], composer: Composer) -> Iterator[Block]:
    for piece in _pieces(" ".join(lines)):
        if runs := composer.line([Run(piece, 0)]):
            yield Paragraph(runs)


def _code(lines: list[str], composer: Composer) -> Iterator[Block]:
    pieces = [piece for line in lines for piece in _pieces(line)]
    for start in range(0, len(pieces), BLOCK_LINES):
        yield Code(tuple(map(composer.code_line, pieces[start : start + BLOCK_LINES])))


def _pieces(line: str) -> Iterator[str]:
    """Cut a line that is too long, at a space where there is one."""
    start = 0
    while len(line) - start > RUN_CHARACTERS:
        end = line.rfind(" ", start + 1, start + RUN_CHARACTERS)
        end = end if end > 0 else start + RUN_CHARACTERS
        yield line[start:end]
        start = end
    yield line[start:]
