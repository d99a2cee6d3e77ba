"""What can be folded in a page, and which fold hides an offset."""

from __future__ import annotations

from typing import NamedTuple

from studyapp.page import Block, Callout, Cards, Page, Style, own_runs, walk


class Fold(NamedTuple):
    """A stretch of the canonical text that may be hidden."""

    number: int
    folded: bool
    """Whether it starts hidden."""
    start: int
    end: int


def folds_of(page: Page) -> tuple[Fold, ...]:
    """Return every fold of a page with the words it hides, outer before inner."""
    found: list[Fold] = []
    for block in walk(page.blocks):
        if isinstance(block, Callout) and block.fold >= 0:
            found += _hidden(block.fold, block.children, folded=block.folded)
        elif isinstance(block, Cards):
            for card in block.cards:
                hidden = card.answer or card.question
                found += _hidden(card.fold, hidden, cloze=not card.answer)
    return tuple(found)


def _hidden(
    number: int, blocks: tuple[Block, ...], *, folded: bool = True, cloze: bool = False
) -> list[Fold]:
    runs = [run for block in walk(blocks) for run in own_runs(block)]
    if cloze:
        runs = [run for run in runs if run.style & Style.CLOZE]
        return [Fold(number, folded, run.start, run.start + len(run.text)) for run in runs]
    if not runs:
        return []
    return [Fold(number, folded, runs[0].start, runs[-1].start + len(runs[-1].text))]


def around(folds: tuple[Fold, ...], offset: int) -> tuple[Fold, ...]:
    """Return the folds whose words include an offset."""
    return tuple(fold for fold in folds if fold.start <= offset < fold.end)
