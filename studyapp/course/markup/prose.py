"""Paragraphs and headings, and what a paragraph may turn out to be: a figure, a formula, cards."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studyapp.course.markup.cards import Draft, find_cards
from studyapp.course.markup.composing import LONGEST_WORD
from studyapp.course.markup.leaves import figure_of, read_display
from studyapp.course.markup.nests import read_list
from studyapp.course.markup.rawhtml import content_of
from studyapp.course.markup.tables import alignment
from studyapp.course.markup.texts import unescaped
from studyapp.page import (
    Block,
    Card,
    Cards,
    Heading,
    HeadingRef,
    Notice,
    Paragraph,
    Run,
    plain_text,
)
from studyapp.wording import noted

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from studyapp.course.markup.builder import Blocks, Builder
    from studyapp.course.markup.rawhtml import Content

_BLOCK_ID = re.compile(r"(?:^|\s)\^(?=[\w-]*[A-Za-z])[A-Za-z0-9-]{2,}\s*$")
_CARD_HINT = "write Question::Answer, a lone ? line, or ==clozes== under #flashcards"


def read_paragraph(builder: Builder, element: Element) -> Blocks:
    """Read a paragraph as what it is."""
    content = _without_block_id(content_of(element))
    if builder.holds_blocks(content):
        return builder.blocks_in(content)
    sole = _sole(content)
    if sole is not None and sole.tag == "img" and (figure := figure_of(builder, sole)):
        return (figure,)
    if sole is not None and sole.tag == "formula" and "display" in sole.attrib:
        return read_display(builder, sole)
    found = find_cards(builder.spans.of(content), tagged=builder.cards_follow)
    if found.wrong:
        builder.flaws.add("warning", "unknown card syntax", _CARD_HINT, at=found.wrong)
    if found.drafts:
        builder.cards_follow = False
        return (Cards(tuple([_card(builder, draft) for draft in found.drafts])),)
    runs = builder.composer.line(found.runs)
    builder.cards_follow = found.tagged and not runs
    return (*_long_words(found.runs), Paragraph(runs, alignment(element))) if runs else ()


def _without_block_id(content: Content) -> Content:
    """Drop the id that Obsidian gives to a block, at its end."""
    if content and isinstance(content[-1], str) and "^" in content[-1]:
        content[-1] = _BLOCK_ID.sub("", content[-1])
    return content


def _sole(content: Content) -> Element | None:
    """Return the element that stands alone in a paragraph."""
    parts = [part for part in content if not isinstance(part, str) or part.strip()]
    return parts[0] if len(parts) == 1 and not isinstance(parts[0], str) else None


def _card(builder: Builder, draft: Draft) -> Card:
    fold = builder.next_fold()
    question = (Paragraph(builder.composer.line(draft.question)),)
    answer: list[Block] = []
    if runs := builder.composer.line(draft.answer):
        answer.append(Paragraph(runs))
    if draft.goes_on:
        while (element := builder.take_next(_goes_on)) is not None:
            answer += read_list(builder, element)
    return Card(draft.kind, question, tuple(answer), fold)


def _goes_on(element: Element) -> bool:
    return element.tag in ("ul", "ol") and "adjacent" in element.attrib


_BROKEN = noted("Notice", "A word of more than {} characters is broken up.")


def _long_words(runs: list[Run]) -> Blocks:
    for run in runs:
        if len(run.text) > LONGEST_WORD and any(len(w) > LONGEST_WORD for w in run.text.split()):
            most = f"{LONGEST_WORD:,}"
            return (Notice(_BROKEN.format(most), _BROKEN, values=(most,)),)
    return ()


def read_heading(builder: Builder, element: Element) -> Blocks:
    """Read a heading; a picture alone is none."""
    runs = builder.spans.of(_without_block_id(content_of(element)))
    return add_heading(builder, int(element.tag[1]), runs, unescaped(element.get("id")))


def add_heading(builder: Builder, level: int, pieces: list[Run], wanted: str = "") -> Blocks:
    """Compose a heading, give it its id (the wanted one, if it is free) and list it."""
    runs = builder.composer.line(pieces)
    title = plain_text(runs)
    if not title:
        return (Paragraph(runs),) if runs else ()
    line = builder.flaws.next_line(f"{{#{wanted}") if wanted else 0
    heading_id = builder.slugs.take(wanted) if wanted else builder.slugs.id_for(title)
    if wanted and heading_id != wanted:
        hint = f"give this heading another id than {wanted}"
        builder.flaws.add_at("error", line, f"duplicate heading id: {wanted}", hint)
    builder.headings.append(HeadingRef(level, heading_id, title, runs[0].start))
    return (Heading(level, heading_id, runs),)
