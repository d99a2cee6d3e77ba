"""A section compiled: blocks, inline runs and the canonical text that every offset counts in.

`course.markup` makes pages, the reader shows them, exporters write them. Values only, and every
one can be packed by msgspec, so that pages travel between processes and rest in the cache.

**Canonical text.** `Page.text` is the words the reader sees: whitespace (no-break spaces and line
breaks too) collapsed to single spaces; blocks, list items, table cells and code lines separated by
exactly one newline, nothing empty between them; no leading or trailing whitespace. All offsets are
code points into it.
"""

from __future__ import annotations

# The structs are `gc=False`: they hold values only and can form no cycle, and a long page has so
# many that looking through them for garbage would stop the window for a tenth of a second.
from enum import IntFlag
from typing import TYPE_CHECKING, Literal

from msgspec import Struct

from studyapp.wording import Wording, worded

if TYPE_CHECKING:
    from collections.abc import Iterator


class Style(IntFlag):
    """How an inline run is set; several may be combined."""

    PLAIN = 0
    BOLD = 1
    ITALIC = 2
    CODE = 4
    STRIKE = 8
    MARK = 16
    SUB = 32
    SUP = 64
    KBD = 128
    UNDERLINE = 256
    SMALL = 512
    ABBR = 1024
    CLOZE = 2048
    """A word to be recalled: blanked while its card is folded."""
    QUIET = 4096
    """The app's own words (a visible bidi mark, a caption): muted, never in the canonical text."""


class Run(Struct, frozen=True, gc=False, omit_defaults=True, array_like=True):
    """A stretch of inline text of one style.

    `text` is always `Page.text[start:start + len(text)]`. Where the page shows something else
    (indentation of code, a footnote's number, a line break), `shown` holds that; `text` may then
    be empty.
    """

    text: str
    start: int
    style: int = 0
    """A `Style`, as int."""
    kind: Literal["text", "math", "image", "footnote"] = "text"
    """`math`: text is the TeX. `image`: source is set, shown is the alternative text.
    `footnote`: link leads to it."""
    shown: str | None = None
    link: str = ""
    """The address as written in the source; `wiki:Target#Heading` for wiki links."""
    hint: str = ""
    """Link title, or what an abbreviation stands for."""
    source: str = ""
    """Path of an inline image as written."""


Runs = tuple[Run, ...]


class Paragraph(Struct, frozen=True, gc=False, tag="p", omit_defaults=True):
    """A paragraph of runs."""

    runs: Runs
    align: Literal["", "left", "center", "right"] = ""


class Heading(Struct, frozen=True, gc=False, tag="h", omit_defaults=True):
    """A heading; its id is unique in the page."""

    level: int
    id: str
    runs: Runs


class Code(Struct, frozen=True, gc=False, tag="code", omit_defaults=True):
    """A code block; of indentation and runs of spaces, `text` is shorter than `shown`."""

    lines: tuple[Runs, ...]
    language: str = ""
    title: str = ""
    caption: str = ""
    """The app's quiet word where this is the source of what cannot be drawn (not in the text)."""


class MathBlock(Struct, frozen=True, gc=False, tag="math", omit_defaults=True):
    """A displayed formula."""

    run: Run


class Quote(Struct, frozen=True, gc=False, tag="quote", omit_defaults=True):
    """A block quotation."""

    children: tuple[Block, ...]


class Callout(Struct, frozen=True, gc=False, tag="callout", omit_defaults=True):
    """A boxed remark with a kind, an icon and a title; it may fold."""

    kind: str
    """note, abstract, info, todo, tip, success, question, warning, failure, danger, bug, example,
    quote, important, details."""
    title: Runs
    children: tuple[Block, ...]
    fold: int = -1
    """Number of this foldable in the page; -1 when it does not fold."""
    folded: bool = False
    """Whether it starts folded."""


class ListItem(Struct, frozen=True, gc=False, omit_defaults=True):
    """An item of a list; `checked` is None unless it is a task."""

    children: tuple[Block, ...]
    checked: bool | None = None


class ListBlock(Struct, frozen=True, gc=False, tag="list", omit_defaults=True):
    """A list; a tight one has no space between its items."""

    items: tuple[ListItem, ...]
    ordered: bool = False
    first: int = 1
    tight: bool = True


class Definition(Struct, frozen=True, gc=False, omit_defaults=True):
    """Terms and what they mean."""

    terms: tuple[Runs, ...]
    children: tuple[Block, ...]


class Definitions(Struct, frozen=True, gc=False, tag="dl", omit_defaults=True):
    """A definition list."""

    items: tuple[Definition, ...]


class Cell(Struct, frozen=True, gc=False, omit_defaults=True):
    """A table cell."""

    runs: Runs
    align: Literal["", "left", "center", "right"] = ""
    header: bool = False
    columns: int = 1
    rows: int = 1


class Table(Struct, frozen=True, gc=False, tag="table", omit_defaults=True):
    """A table; its header rows come first and have header cells."""

    rows: tuple[tuple[Cell, ...], ...]
    caption: Runs = ()


class Figure(Struct, frozen=True, gc=False, tag="figure", omit_defaults=True):
    """An image that stands alone, with its caption (from the image's title, or a figcaption)."""

    source: str
    start: int
    """Offset in the canonical text at which the figure stands (it has no width there)."""
    alt: str = ""
    caption: Runs = ()
    width: int = 0
    """Asked for, in CSS pixels; 0 when the picture's own width is to be used."""


class Rule(Struct, frozen=True, gc=False, tag="hr"):
    """A thematic break."""


class Footnote(Struct, frozen=True, gc=False, omit_defaults=True):
    """A footnote; `id` is what a footnote run's link names (`#id`)."""

    id: str
    label: str
    children: tuple[Block, ...]


class Footnotes(Struct, frozen=True, gc=False, tag="notes", omit_defaults=True):
    """The footnotes of the page, after its last block."""

    notes: tuple[Footnote, ...]


class Card(Struct, frozen=True, gc=False, omit_defaults=True):
    """A flashcard written in the text. Of a cloze only `question` is set, with CLOZE runs in it."""

    kind: Literal["basic", "both", "cloze"]
    question: tuple[Block, ...]
    answer: tuple[Block, ...]
    fold: int
    """Number of this foldable in the page; cards start folded."""


class Cards(Struct, frozen=True, gc=False, tag="cards", omit_defaults=True):
    """A "Check yourself" box: cards that stand together."""

    cards: tuple[Card, ...]


class Notice(Struct, frozen=True, gc=False, tag="notice", omit_defaults=True):
    """The app's own word about what it could not show (not canonical text)."""

    message: str
    template: str = ""
    """What `message` was made of, to be said in another language; empty if of nothing."""
    reason: str = ""
    """A template as well."""
    values: tuple[str, ...] = ()
    """Of the reason if there is one, else of the message."""

    @classmethod
    def because(cls, template: str, reason: str) -> Notice:
        """Return a notice that gives a reason, which may be a `Wording`."""
        if isinstance(reason, Wording):
            values = tuple(f"{value}" for value in reason.values)
            return cls(template.format(reason), template, reason.template, values)
        return cls(template.format(reason), template, reason)

    def wording(self) -> Wording:
        """Return what to say."""
        if not self.template:
            return worded("Notice", self.message)
        values = [worded("Notice", value) for value in self.values]
        if self.reason:
            values = [worded("Notice", self.reason).format(*values)]
        return worded("Notice", self.template).format(*values)


Block = (
    Paragraph
    | Heading
    | Code
    | MathBlock
    | Quote
    | Callout
    | ListBlock
    | Definitions
    | Table
    | Figure
    | Rule
    | Footnotes
    | Cards
    | Notice
)


class HeadingRef(Struct, frozen=True, gc=False, array_like=True):
    """A heading as the outline lists it."""

    level: int
    id: str
    title: str
    start: int


class LinkRef(Struct, frozen=True, gc=False, array_like=True):
    """A link as the checker and the links list see it."""

    link: str
    start: int
    end: int


class Source(Struct, frozen=True, gc=False, omit_defaults=True):
    """A source named in the front matter."""

    title: str
    url: str = ""
    accessed: str = ""


class FrontMatter(Struct, frozen=True, gc=False, omit_defaults=True):
    """What a section says about itself before its text."""

    title: str = ""
    objectives: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()
    as_of: str = ""
    sources: tuple[Source, ...] = ()
    minutes: int = 0
    tags: tuple[str, ...] = ()
    other: tuple[tuple[str, str], ...] = ()
    """Any further key with its value as text, in the order written."""


class Flaw(Struct, frozen=True, gc=False, array_like=True):
    """A problem found while compiling: `error`, `warning` or `info`, and the 1-based line or 0."""

    severity: str
    line: int
    message: str
    hint: str = ""


class Page(Struct, frozen=True, gc=False, omit_defaults=True):
    """A section compiled."""

    title: str
    text: str
    blocks: tuple[Block, ...]
    headings: tuple[HeadingRef, ...] = ()
    links: tuple[LinkRef, ...] = ()
    images: tuple[str, ...] = ()
    meta: FrontMatter = FrontMatter()
    flaws: tuple[Flaw, ...] = ()
    words: int = 0

    def heading_at(self, offset: int) -> str:
        """Return the id of the heading that words at an offset stand under; empty for none."""
        passed = [heading.id for heading in self.headings if heading.start <= offset]
        return passed[-1] if passed else ""


def children_of(block: Block) -> Iterator[Block]:
    """Yield the blocks directly inside a block, in reading order."""
    match block:
        case Quote(children=children) | Callout(children=children):
            yield from children
        case ListBlock(items=items):
            for item in items:
                yield from item.children
        case Definitions(items=items):
            for definition in items:
                yield from definition.children
        case Footnotes(notes=notes):
            for note in notes:
                yield from note.children
        case Cards(cards=cards):
            for card in cards:
                yield from card.question
                yield from card.answer
        case _:
            return


def own_runs(block: Block) -> Iterator[Run]:
    """Yield the runs that belong to a block itself, in the order of their offsets."""
    match block:
        case Paragraph(runs=runs) | Heading(runs=runs) | Callout(title=runs) | Figure(caption=runs):
            yield from runs
        case MathBlock(run=run):
            yield run
        case Code() | Definitions() | Table():
            for line in _lines(block):
                yield from line
        case _:
            return


def _lines(block: Code | Definitions | Table) -> Iterator[Runs]:
    match block:
        case Code(lines=lines):
            yield from lines
        case Definitions(items=items):
            for definition in items:
                yield from definition.terms
        case Table(rows=rows, caption=caption):
            yield caption
            for row in rows:
                for cell in row:
                    yield cell.runs


def walk(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Yield every block, outer before inner, in reading order."""
    for block in blocks:
        yield block
        yield from walk(tuple(children_of(block)))


def plain_text(runs: Runs) -> str:
    """Return the canonical words of some runs."""
    return "".join(run.text for run in runs)
