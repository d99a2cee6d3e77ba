"""What is set for a section on paper: the page, its sources, addresses, and the learner's notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from studyapp.gui.language import translate
from studyapp.gui.reader.blocks import set_block, set_page
from studyapp.gui.reader.document import Setting, quiet
from studyapp.gui.reader.excerpt import as_note
from studyapp.gui.reader.furniture import leading_headings, set_card
from studyapp.gui.reader.positions import Positions
from studyapp.gui.reader.scenery import Marker
from studyapp.page import Cards, Paragraph, Run, Style, walk

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from studyapp.gui.printing.marked import Note
    from studyapp.gui.printing.typesetting import PaperSetter
    from studyapp.page import Block, Page, Source

INDENT = 1.6
"""How far what is numbered stands in, in units of the text size."""
LONGEST_QUOTE = 160
"""Characters of a passage that are repeated above its note."""


def closed_folds(page: Page, *, answers: bool) -> set[int]:
    """Return the folds that stay closed on paper: answers, unless they are wanted."""
    cards = [block for block in walk(page.blocks) if isinstance(block, Cards)]
    return set() if answers else {card.fold for block in cards for card in block.cards}


def write_page(setter: PaperSetter, title: str, page: Page) -> Iterator[None]:
    """Set a page; one that has no title of its own gets that of its section."""
    head = leading_headings(page)
    if head:
        yield from set_page(setter, page.blocks[:head])
    else:
        setter.text_block((quiet(title),), Setting(), "h1")
    set_card(setter, page.meta)
    yield from set_page(setter, page.blocks[head:])


def write_title(setter: PaperSetter, words: str) -> None:
    """Set the title of what is added below a page."""
    setter.text_block((Run("", 0, int(Style.BOLD), shown=words),), Setting(), "meta", 1.8)
    setter.tie()


def write_sources(setter: PaperSetter, sources: Sequence[Source]) -> None:
    """Set the sources that a page names, with their addresses to be read."""
    if not sources:
        return
    write_title(setter, translate("Printing", "Sources"))
    for number, source in enumerate(sources, 1):
        seen = translate("Printing", " — accessed {}").format(source.accessed)
        seen = seen if source.accessed else ""
        _numbered_lines(setter, number, f"{source.title or source.url}{seen}", source.url)


def write_addresses(setter: PaperSetter, urls: Sequence[str]) -> None:
    """Set the addresses of the links of a page."""
    if not urls:
        return
    write_title(setter, translate("Printing", "Addresses of the links"))
    for number, url in enumerate(urls, 1):
        _numbered_lines(setter, number, "", url)


def _numbered_lines(setter: PaperSetter, number: int, words: str, url: str) -> None:
    inner = Setting().inside(setter.typography.px(INDENT))
    setter.mark_next(Marker("number", f"{number}.", 0, False, inner.start, False))
    before = 0.2
    if words:
        setter.text_block((quiet(words),), inner, "meta", before)
        setter.tighten(0)
        before = 0
        setter.tie()
    if url:
        setter.text_block((Run("", 0, shown=url, link=url),), inner, "meta", before)
        setter.tighten(0.22)


def write_notes(
    setter: PaperSetter, notes: Sequence[Note], pages: Mapping[str, Page]
) -> Iterator[None]:
    """Set the notes of a section after it, each below the passage it belongs to."""
    if not notes:
        return
    with_own_places = setter.positions, setter.scenery.headings, setter.scenery.notes
    # The offsets of a note are those of its own text; they must not be taken for the section's
    setter.positions, setter.scenery.headings, setter.scenery.notes = Positions(), {}, {}
    setter.text_block((quiet(translate("Printing", "Your notes")),), Setting(), "h2")
    inner = Setting(role="note").inside(setter.typography.px(INDENT))
    for note in notes:
        setter.mark_next(Marker("number", f"{note.number}.", 0, False, inner.start, False))
        if note.quote:
            _write_quote(setter, note, inner)
        yield from write_note(setter, note.words, pages, inner)
        setter.leave(setter.typography.px(0.9))
    setter.positions, setter.scenery.headings, setter.scenery.notes = with_own_places


def _write_quote(setter: PaperSetter, note: Note, inner: Setting) -> None:
    quote = " ".join(note.quote.split())
    if len(quote) > LONGEST_QUOTE:
        quote = quote[:LONGEST_QUOTE].rpartition(" ")[0] + " …"
    lost = translate("Printing", " — no longer in the text") if note.is_lost else ""
    run = Run("", 0, int(Style.ITALIC), shown=f"“{quote}”")
    setter.text_block((run, quiet(lost)), inner, "note", 0)
    setter.recolor_block("muted")
    setter.tighten(0.15)
    setter.tie()


def write_note(
    setter: PaperSetter,
    words: str,
    pages: Mapping[str, Page],
    setting: Setting,
    label: str = "",
) -> Iterator[None]:
    """Set the words of a note, after a label: on its line, if they begin with a paragraph."""
    page = pages.get(words)
    blocks = page.blocks if page else (Paragraph((Run("", 0, shown=words),)),)
    if label:
        blocks = _labeled(blocks, Run("", 0, int(Style.BOLD), shown=label))
    for block in as_note(blocks):
        set_block(setter, block, setting)
        yield


def _labeled(blocks: tuple[Block, ...], label: Run) -> tuple[Block, ...]:
    if blocks and isinstance(blocks[0], Paragraph):
        first = msgspec.structs.replace(blocks[0], runs=(label, *blocks[0].runs))
        return (first, *blocks[1:])
    return (Paragraph((label,)), *blocks)
