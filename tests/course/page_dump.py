"""A page as text that people can read and tests can compare: a line for each block or part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.page import (
    Callout,
    Card,
    Cards,
    Code,
    Definitions,
    Figure,
    Footnotes,
    Heading,
    ListBlock,
    MathBlock,
    Notice,
    Paragraph,
    Quote,
    Rule,
    Style,
    Table,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from studyapp.page import Block, Page, Run, Runs


def dumped(blocks: Iterable[Block]) -> str:
    return "\n".join(line.rstrip() for block in blocks for line in _block(block))


def dumped_page(page: Page) -> str:
    """Return everything: title, text, blocks, and what the page says about itself."""
    meta = [
        f"{name}: {value}"
        for name in page.meta.__struct_fields__
        if (value := getattr(page.meta, name))
    ]
    parts = {
        "title": [page.title],
        "front matter": meta,
        "text": page.text.split("\n"),
        "blocks": dumped(page.blocks).split("\n"),
        "headings": [f"{h.level} #{h.id} at {h.start}: {h.title}" for h in page.headings],
        "links": [f"{link.start}-{link.end} {link.link}" for link in page.links],
        "images": list(page.images),
        "flaws": [f"{flaw.severity} in line {flaw.line}: {flaw.message}" for flaw in page.flaws],
        "words": [str(page.words)],
    }
    return "".join(
        f"{name}\n" + "".join(f"    {line}".rstrip() + "\n" for line in lines)
        for name, lines in parts.items()
        if lines
    )


def spelled(runs: Runs) -> str:
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    about = [str(style.name).lower() for style in Style if run.style & style]
    if run.kind != "text":
        about.append(run.kind)
    about += [
        f"{name}={value}" for name in ("link", "hint", "source") if (value := getattr(run, name))
    ]
    text = run.text
    if run.shown is not None:
        text = f"{text}→{run.shown!r}"
    return f"{{{' '.join(about)}: {text}}}" if about or run.shown is not None else text


def _indented(lines: Iterable[str]) -> Iterator[str]:
    return (f"    {line}" for line in lines)


def _children(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        yield from _indented(_block(block))


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(runs, align):
            yield f"paragraph{align and f' {align}'}: {spelled(runs)}"
        case Heading(level, heading_id, runs):
            yield f"heading {level} #{heading_id}: {spelled(runs)}"
        case Code(lines, language, title, caption):
            yield "code" + "".join(f" [{part}]" for part in (language, title, caption) if part)
            yield from _indented(map(spelled, lines))
        case MathBlock(run):
            yield f"formula: {run.text}"
        case Rule():
            yield "rule"
        case Notice(message):
            yield f"notice: {message}"
        case Figure(source, start, alt, caption, width):
            yield f"figure {source} at {start} alt={alt!r} width={width}: {spelled(caption)}"
        case _:
            yield from _nest(block)


def _nest(block: Block) -> Iterator[str]:
    match block:
        case Quote(children):
            yield "quote"
            yield from _children(children)
        case Callout(kind, title, children, fold, folded):
            folds = f" fold {fold} {'closed' if folded else 'open'}" if fold >= 0 else ""
            yield f"callout {kind}{folds}: {spelled(title)}"
            yield from _children(children)
        case Table(rows, caption):
            yield f"table: {spelled(caption)}"
            for row in rows:
                yield "    " + " | ".join(map(_cell, row))
        case _:
            yield from _entries(block)


def _entries(block: Block) -> Iterator[str]:
    match block:
        case ListBlock(items, ordered, first, tight):
            yield f"{f'list from {first}' if ordered else 'list'} {'tight' if tight else 'loose'}"
            for item in items:
                yield {None: "  -", True: "  - done", False: "  - to do"}[item.checked]
                yield from _children(item.children)
        case Definitions(items):
            yield "definitions"
            for item in items:
                yield "  " + " / ".join(map(spelled, item.terms))
                yield from _children(item.children)
        case Footnotes(notes):
            yield "footnotes"
            for note in notes:
                yield f"  {note.label} #{note.id}"
                yield from _children(note.children)
        case Cards(cards):
            yield "cards"
            for card in cards:
                yield from _card(card)


def _card(card: Card) -> Iterator[str]:
    yield f"  {card.kind} fold {card.fold}"
    yield from _children(card.question)
    if card.answer:
        yield "  answer"
        yield from _children(card.answer)


def _cell(cell) -> str:
    about = [cell.align, "header" if cell.header else ""]
    about += [
        f"{name}={count}"
        for name, count in (("columns", cell.columns), ("rows", cell.rows))
        if count > 1
    ]
    return " ".join([*filter(None, about), spelled(cell.runs)])
