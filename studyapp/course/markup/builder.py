"""What the readers of single elements share: the text being composed, and the way back down.

`converting` says which reader takes which element; `prose`, `nests` and `leaves` hold the readers.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from studyapp.course.markup.composing import Composer
from studyapp.course.markup.numbering import Numbering
from studyapp.course.markup.rawhtml import content_of
from studyapp.course.markup.spans import Spans
from studyapp.course.markup.texts import unescaped
from studyapp.course.slugs import Slugs
from studyapp.page import Block, Cards, HeadingRef, Paragraph, Run, Runs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from studyapp.course.markup.flaws import Flaws
    from studyapp.course.markup.rawhtml import Content

    Blocks = tuple[Block, ...]
    Reader = Callable[["Builder", Element], Blocks]

_DEEPEST_SHOWN = 12
_DEEPEST_READ = 100


class Builder:
    """One page being built. Readers must be called in reading order, for offsets to grow."""

    def __init__(
        self, readers: Mapping[str, Reader], notes: dict[str, Element], flaws: Flaws
    ) -> None:
        self.composer = Composer()
        self.flaws = flaws
        self.numbering = Numbering(notes, flaws)
        self.spans = Spans(flaws, self.numbering.refer)
        self.slugs = Slugs()
        self.headings: list[HeadingRef] = []
        self.cards_follow = False
        """Whether a paragraph has just said that the next one holds cards."""
        self._readers = readers
        self._following: deque[Element] = deque()
        self._depth = 0
        self._nests = 0
        self._folds = 0

    def blocks(self, parent: Element) -> Blocks:
        """Return the blocks inside an element; loose inline content becomes paragraphs."""
        return self.blocks_in(content_of(parent))

    def blocks_in(self, content: Content) -> Blocks:
        """Return the blocks of some content."""
        if self._depth >= _DEEPEST_READ:
            return self._flat(content)
        self._depth += 1
        outer, self._following = self._following, deque(self._flow(content))
        blocks: list[Block] = []
        while self._following:
            element = self._following.popleft()
            for block in self._readers[element.tag](self, element):
                _append(blocks, block)
        self._following = outer
        self._depth -= 1
        return tuple(blocks)

    def take_next(self, wanted: Callable[[Element], bool]) -> Element | None:
        """Take the element after the one being read, if it is wanted."""
        if self._following and wanted(self._following[0]):
            return self._following.popleft()
        return None

    def nested(self, read: Callable[[], Blocks]) -> tuple[Blocks, bool]:
        """Return the blocks of a list or quote, and whether it is still shown as one."""
        self._nests += 1
        blocks = read()
        self._nests -= 1
        return blocks, self._nests < _DEEPEST_SHOWN

    def holds_blocks(self, content: Content) -> bool:
        """Whether some of the content are blocks."""
        return any(not isinstance(part, str) and part.tag in self._readers for part in content)

    def line(self, element: Element) -> Runs:
        """Compose what an element holds as one line."""
        return self.composer.line(self.spans.of(content_of(element)))

    def next_fold(self) -> int:
        """Return the number of the next thing that folds."""
        self._folds += 1
        return self._folds - 1

    def _flat(self, content: Content) -> Blocks:
        texts = [part if isinstance(part, str) else " ".join(part.itertext()) for part in content]
        runs = self.composer.line([Run(unescaped(" ".join(texts)), 0)])
        return (Paragraph(runs),) if runs else ()

    def _flow(self, content: Content) -> Iterator[Element]:
        """Yield block elements, with the inline content between them as paragraphs."""
        loose: Content = []
        for part in content:
            if isinstance(part, str) or part.tag not in self._readers:
                loose.append(part)
                continue
            yield from _wrapped(loose)
            loose = []
            yield part
        yield from _wrapped(loose)


def _append(blocks: list[Block], block: Block) -> None:
    """Append a block; cards that stand together are one box."""
    last = blocks[-1] if blocks else None
    if isinstance(block, Cards) and isinstance(last, Cards):
        blocks[-1] = Cards(last.cards + block.cards)
    else:
        blocks.append(block)


def _wrapped(content: Content) -> Iterator[Element]:
    if not any(not isinstance(part, str) or part.strip() for part in content):
        return
    paragraph = Element("p")
    for part in content:
        if not isinstance(part, str):
            part.tail = None
            paragraph.append(part)
        elif len(paragraph):
            paragraph[-1].tail = (paragraph[-1].tail or "") + part
        else:
            paragraph.text = (paragraph.text or "") + part
    yield paragraph
