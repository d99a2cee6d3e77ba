"""What a link leads to, cut to the first lines that a card has room for.

`previews.py` asks, and `places.py` where such a link leads. However long or deep a page is, only so
many characters and blocks are kept, so that a card is set at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from msgspec.structs import replace

from studyapp.gui.reader.furniture import leading_headings
from studyapp.page import (
    Block,
    Callout,
    Cards,
    Code,
    Definition,
    Definitions,
    Footnotes,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Runs,
    Table,
    own_runs,
    plain_text,
    walk,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from studyapp.page import Cell, Footnote, Page, Run

Blocks = tuple[Block, ...]
T = TypeVar("T")
Parent = TypeVar("Parent", ListItem, Definition)

ROOM = 900
"""Characters of a page that a card shows; its height cuts them further."""
LEAST = 25
"""What any block, line or item counts for."""


def beginning(page: Page, heading: str = "", words: str = "") -> tuple[str, Blocks]:
    """Return the title of a page or of a heading in it, and the first blocks below.

    Where these define the very words of the link, as in a glossary, the term and its meaning.
    """
    title, blocks = _below(page, heading)
    if meant := _meaning(blocks, words):
        term, meaning = meant
        return plain_text(term), cut(meaning, ROOM)[0]
    return title, cut(blocks, ROOM)[0]


def defined(page: Page, heading: str, words: str) -> tuple[int, int] | None:
    """Return where a page defines the very words of a link to it, or to a heading in it.

    As a range of canonical offsets; None where it does not.
    """
    meant = _meaning(_below(page, heading)[1], words)
    runs = [run for run in meant[0] if run.text] if meant else []
    return (runs[0].start, runs[-1].start + len(runs[-1].text)) if runs else None


def _below(page: Page, heading: str) -> tuple[str, Blocks]:
    for place, block in enumerate(page.blocks if heading else ()):
        inner = [one for one in walk((block,)) if isinstance(one, Heading) and one.id == heading]
        if inner:
            rest = page.blocks[place + 1 :] if inner[0] is block else page.blocks[place:]
            return plain_text(inner[0].runs), _until(rest, inner[0].level)
    return page.title, page.blocks[leading_headings(page) :]


def _meaning(blocks: Blocks, words: str) -> tuple[Runs, Blocks] | None:
    """Return the term that some words name, in the singular or plural, and what it means."""
    wanted = _singular(words)
    lists = (block for block in blocks if wanted and isinstance(block, Definitions))
    for item in (item for block in lists for item in block.items):
        for term in item.terms:
            if _singular(plain_text(term)) == wanted:
                return term, item.children
    return None


def _singular(words: str) -> str:
    return " ".join(words.split()).casefold().removesuffix("s")


def _until(blocks: Blocks, level: int) -> Blocks:
    """Return the blocks before the next heading of a level or above."""
    for place, block in enumerate(blocks):
        ends = isinstance(block, Heading) and block.level <= level
        if ends or isinstance(block, Footnotes):
            return blocks[:place]
    return blocks


def note_of(page: Page, note_id: str) -> Footnote | None:
    """Return a footnote of a page."""
    lists = (block for block in page.blocks if isinstance(block, Footnotes))
    return next((note for block in lists for note in block.notes if note.id == note_id), None)


def words_of(blocks: Blocks) -> str:
    """Return the words of some blocks, one line a block."""
    lines = (
        (" " if isinstance(block, Table | Code) else "").join(run.text for run in own_runs(block))
        for block in walk(blocks)
    )
    return "\n".join(line for line in lines if line)


def cut(blocks: Blocks, room: int) -> tuple[Blocks, int]:
    """Return the blocks that begin within so many characters, cut, and what room is left."""
    return _taken(blocks, room, _cut)


def _taken(
    parts: tuple[T, ...], room: int, take: Callable[[T, int], tuple[T, int]]
) -> tuple[tuple[T, ...], int]:
    kept: list[T] = []
    for part in parts:
        if room <= 0:
            break
        piece, room = take(part, room - LEAST)
        kept.append(piece)
    return tuple(kept), room


def _cut(block: Block, room: int) -> tuple[Block, int]:
    match block:
        case Paragraph(runs=runs) | Heading(runs=runs):
            runs, room = _cut_runs(runs, room)
            return replace(block, runs=runs), room
        case Quote(children=children) | Callout(children=children):
            children, room = cut(children, room)
            return replace(block, children=children), room
        case Code(lines=lines):
            lines, room = _taken(lines, room, _cut_runs)
            return replace(block, lines=lines), room
        case Table(rows=rows):
            rows, room = _taken(rows, room, _cut_row)
            return replace(block, rows=rows), room
        case ListBlock(items=items):
            items, room = _taken(items, room, _cut_children)
            return replace(block, items=items), room
        case Definitions(items=items):
            meanings, room = _taken(items, room, _cut_children)
            return replace(block, items=meanings), room
        case Cards(cards=cards):
            return replace(block, cards=cards[:1]), 0
        case _:
            return block, room - 10 * LEAST


def _cut_children(item: Parent, room: int) -> tuple[Parent, int]:
    children, room = cut(item.children, room)
    return replace(item, children=children), room


def _cut_row(row: tuple[Cell, ...], room: int) -> tuple[tuple[Cell, ...], int]:
    """Keep a row whole, but for the words of its cells."""
    cells: list[Cell] = []
    for cell in row:
        least = max(room, 4 * LEAST)
        runs, left = _cut_runs(cell.runs, least)
        room -= least - left
        cells.append(replace(cell, runs=runs))
    return tuple(cells), room


def _cut_runs(runs: Runs, room: int) -> tuple[Runs, int]:
    kept: list[Run] = []
    for run in runs:
        if room <= 0:
            break
        text, shown = run.text[:room], run.shown if run.shown is None else run.shown[:room]
        kept.append(run if run.kind != "text" else replace(run, text=text, shown=shown))
        room -= len(run.text) if run.shown is None else len(run.shown)
    return tuple(kept), room
