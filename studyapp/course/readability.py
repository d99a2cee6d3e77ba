"""How hard the English of a course is to read, as a school grade; `checking` reports it.

The formula is that of Kincaid, Fishburne, Rogers and Chissom, "Derivation of New Readability
Formulas for Navy Enlisted Personnel" (1975), known as the Flesch-Kincaid grade level:
0.39 x words per sentence + 11.8 x syllables per word - 15.59. Syllables are counted by the groups
of vowels in a word, which is right for about nine English words in ten.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studyapp.page import Cards, Footnotes, Paragraph, children_of, plain_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.page import Block, Page

_WORD = re.compile("[^\\W\\d_]+(?:['\u2019][^\\W\\d_]+)?")
_SENTENCE_END = re.compile(r"[.!?]+[^\w\s]*(?=\s|$)")
_VOWELS = re.compile(r"[aeiouyà-öø-ÿ]+")
_SILENT = re.compile(r"(?:[^aeiouyl]|[aeiouy]l)e$|[^aeiouytd]ed$|(?:[^aeiouylscxz]|[aeiouy]l)es$")
"""The last e of "while", "named" and "states", but not that of "table", "wanted" and "forces"."""
_PARTED = re.compile(r"(?<![cgstx])i(?=[aou])")
"""Two vowels in a row that are spoken apart, as in "alliance", but not in "nation"."""
LEAST_WORDS = 100
"""Of fewer words nothing can be said."""


def grade(page: Page) -> float | None:
    """Return the grade of a page's paragraphs, cards and footnotes left out; None if too short."""
    texts = list(_prose(page.blocks))
    words = [word.lower() for text in texts for word in _WORD.findall(text)]
    if len(words) < LEAST_WORDS:
        return None
    sentences = sum(max(1, len(_SENTENCE_END.findall(text))) for text in texts)
    spoken = sum(map(syllables, words))
    return 0.39 * len(words) / sentences + 11.8 * spoken / len(words) - 15.59


def syllables(word: str) -> int:
    """Return about how many syllables an English word has, at least one."""
    groups = len(_VOWELS.findall(word)) + len(_PARTED.findall(word))
    return max(1, groups - bool(_SILENT.search(word)))


def _prose(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield plain_text(block.runs)
        elif not isinstance(block, Cards | Footnotes):
            yield from _prose(tuple(children_of(block)))
