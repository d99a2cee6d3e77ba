"""From a compiled section, or an annotation, to the passages that are indexed and found.

`studyapp.searching` makes a `Document` of each section and each annotation and hands it to an
`Index`. The passages of a section cover its canonical text without a gap, each under one heading
and none much longer than a screen; a card is a passage of its own.
"""

from __future__ import annotations

from bisect import bisect_right
from itertools import pairwise
from typing import TYPE_CHECKING

from msgspec import Struct

from studyapp.page import Cards, own_runs, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.model import Annotation
    from studyapp.page import Card, Page

TEXT, CARDS, NOTES = KINDS = ("text", "cards", "notes")
INKS = frozenset({"highlight", "underline"})
MARKED = "marked"
"""Label of a note whose words are highlighted or underlined."""
LONGEST = 2400
"""Characters of a passage: about 400 words."""


class Passage(Struct, frozen=True, gc=False):
    """A stretch of text that is found as a whole."""

    kind: str
    text: str
    start: int = 0
    """Where it begins in the canonical text of its section; 0 in a note."""
    heading: str = ""
    heading_id: str = ""
    quoted: int = -1
    """Characters of the text that stand in the section, the rest being the learner's own words;
    -1 for all."""


class Document(Struct, frozen=True, gc=False):
    """What is indexed, replaced and removed as one: a section, or an annotation."""

    key: str
    """Section id, or the id of the annotation."""
    section: str
    title: str
    passages: tuple[Passage, ...]
    labels: tuple[str, ...] = ()
    """`tag:` and `color:` with a value, as queries ask for them; `MARKED`."""


def of_section(section: str, title: str, page: Page) -> Document:
    """Return the passages of a section."""
    passages = tuple(_passages(page))
    labels = tuple(f"tag:{tag.casefold()}" for tag in page.meta.tags)
    return Document(section, section, title, passages, labels)


def of_annotation(annotation: Annotation) -> Document:
    """Return an annotation as one document: the words marked, then those written."""
    anchor = annotation.anchor
    quote, place = (anchor.quote, anchor.start) if anchor else ("", 0)
    text = "\n".join(part for part in (quote, annotation.note, " ".join(annotation.tags)) if part)
    labels = [f"tag:{tag.casefold()}" for tag in annotation.tags]
    if annotation.color:
        labels.append(f"color:{annotation.color.casefold()}")
    if annotation.kind in INKS:
        labels.append(MARKED)
    cuts = tuple(_cuts(text, 0, len(text))) or ((0, 0),)
    size = len(quote)
    passages = tuple(
        Passage(
            NOTES,
            text[start:end],
            place + min(start, size),
            quoted=min(max(0, size - start), end - start),
        )
        for start, end in cuts
    )
    return Document(annotation.id, annotation.section, "", passages, tuple(labels))


def _passages(page: Page) -> Iterator[Passage]:
    headings = [heading for heading in page.headings if heading.start < len(page.text)]
    starts = [heading.start for heading in headings]
    cards = dict(_card_spans(page))
    borders = sorted({0, len(page.text), *starts, *cards, *cards.values()})
    for start, end in pairwise(borders):
        place = bisect_right(starts, start) - 1
        title, name = (headings[place].title, headings[place].id) if place >= 0 else ("", "")
        kind = CARDS if start in cards else TEXT
        for first, last in _cuts(page.text, start, end):
            yield Passage(kind, page.text[first:last], first, title, name)


def _card_spans(page: Page) -> Iterator[tuple[int, int]]:
    for block in walk(page.blocks):
        if isinstance(block, Cards):
            for card in block.cards:
                if span := _span(card):
                    yield span


def _span(card: Card) -> tuple[int, int] | None:
    runs = [run for block in walk((*card.question, *card.answer)) for run in own_runs(block)]
    words = [run for run in runs if run.text]
    if not words:
        return None
    return min(run.start for run in words), max(run.start + len(run.text) for run in words)


def _cuts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the parts of a stretch without white space around: cut between lines, else words."""
    while start < end:
        stop = end
        if end - start > LONGEST:
            limit = start + LONGEST
            stop = text.rfind("\n", start + LONGEST // 4, limit)
            stop = stop if stop > 0 else text.rfind(" ", start + LONGEST // 4, limit)
            stop = stop if stop > 0 else limit
        part = text[start:stop]
        first = start + len(part) - len(part.lstrip())
        last = start + len(part.rstrip())
        if first < last:
            yield first, last
        start = stop
