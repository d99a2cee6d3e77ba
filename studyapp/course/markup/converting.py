"""The element tree as blocks, their text composed on the way."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Literal
from xml.etree.ElementTree import Element

from studyapp.course.markup.composing import Composer
from studyapp.course.markup.rawhtml import content_of
from studyapp.course.markup.spans import Spans, unescaped
from studyapp.course.slugs import Slugs
from studyapp.page import (
    Block,
    Cell,
    Code,
    Definition,
    Definitions,
    Footnote,
    Footnotes,
    Heading,
    HeadingRef,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Rule,
    Run,
    Runs,
    Style,
    Table,
    plain_text,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from studyapp.course.markup.flaws import Flaws

    Siblings = deque[Element]
    Blocks = tuple[Block, ...]

_DEEPEST_SHOWN = 12
_DEEPEST_READ = 100
_HEADINGS = {f"h{level}": level for level in range(1, 7)}


class Converter:
    """Turns one page's tree into blocks."""

    def __init__(self, notes: dict[str, Element], flaws: Flaws) -> None:
        self.composer = Composer()
        self.headings: list[HeadingRef] = []
        self._notes = notes
        self._numbers: dict[str, int] = {}
        self._flaws = flaws
        self._slugs = Slugs()
        self._spans = Spans(flaws, self._refer)
        self._depth = 0
        self._readers: dict[str, Callable[[Element, Siblings], Blocks]] = {
            "blockquote": self._quote,
            "dl": self._definitions,
            "fence": self._fence,
            "hr": lambda _element, _siblings: (Rule(),),
            "ol": self._list,
            "p": self._paragraph,
            "pre": self._preformatted,
            "table": self._table,
            "ul": self._list,
            **dict.fromkeys(_HEADINGS, self._heading),
        }

    def page_blocks(self, root: Element, title: str = "") -> Blocks:
        """Return the blocks of a page, headed by `title` when one is given, its footnotes last."""
        blocks: list[Block] = []
        if title:
            blocks.append(self._titled(1, self.composer.line([Run(title, 0)]), ""))
        blocks += self.blocks(root)
        if notes := self._footnotes():
            blocks.append(notes)
        return tuple(blocks)

    def blocks(self, parent: Element) -> Blocks:
        """Return the blocks inside an element; loose inline content becomes paragraphs."""
        siblings = deque(self._flow(parent))
        blocks: list[Block] = []
        while siblings:
            element = siblings.popleft()
            reader = self._readers.get(element.tag)
            blocks += reader(element, siblings) if reader else self.blocks(element)
        return tuple(blocks)

    def _flow(self, parent: Element) -> Iterator[Element]:
        """Yield block elements, wrapping the inline content between them."""
        loose: list[str | Element] = []
        for part in content_of(parent):
            if isinstance(part, str) or not self._is_block(part):
                loose.append(part)
                continue
            yield from _wrapped(loose)
            loose = []
            yield part
        yield from _wrapped(loose)

    def _is_block(self, element: Element) -> bool:
        return element.tag in self._readers

    def _line(self, element: Element) -> Runs:
        return self.composer.line(self._spans.of(content_of(element)))

    def _paragraph(self, element: Element, siblings: Siblings) -> Blocks:  # noqa: ARG002
        runs = self._line(element)
        return (Paragraph(runs),) if runs else ()

    def _heading(self, element: Element, siblings: Siblings) -> Blocks:  # noqa: ARG002
        runs = self._line(element)
        return (
            (self._titled(_HEADINGS[element.tag], runs, unescaped(element.get("id"))),)
            if runs
            else ()
        )

    def _titled(self, level: int, runs: Runs, wanted: str) -> Heading:
        title = plain_text(runs)
        heading_id = self._slugs.take(wanted) if wanted else self._slugs.id_for(title)
        if wanted and heading_id != wanted:
            self._flaws.add(
                "error",
                f"duplicate heading id: {wanted}",
                "give each heading its own id",
                at=f"#{wanted}",
            )
        self.headings.append(HeadingRef(level, heading_id, title, runs[0].start))
        return Heading(level, heading_id, runs)

    def _quote(self, element: Element, siblings: Siblings) -> Blocks:  # noqa: ARG002
        children = self.blocks(element)
        return (Quote(children),) if children else ()

    def _list(self, element: Element, siblings: Siblings) -> Blocks:  # noqa: ARG002
        items = tuple(self._item(item) for item in element)
        start = element.get("start") or "1"
        return (
            ListBlock(
                items,
                ordered=element.tag == "ol",
                first=int(start) if start.isdecimal() else 1,
                tight=element.get("tight") is not None,
            ),
        )

    def _item(self, element: Element) -> ListItem:
        checked = element.get("checked")
        return ListItem(self.blocks(element), None if checked is None else bool(checked))

    def _fence(self, element: Element, siblings: Siblings) -> Blocks:  # noqa: ARG002
        return (
            self._code(element.text or "", element.get("language", ""), element.get("title", "")),
        )

    def _preformatted(self, element: Element, siblings: Siblings) -> Blocks:  # noqa: ARG002
        text = "".join(element.itertext())
        return (self._code(text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")),)

    def _code(self, text: str, language: str = "", title: str = "", caption: str = "") -> Code:
        lines = text.strip("\n").split("\n")
        return Code(
            tuple(self.composer.code_line(line) for line in lines), language, title, caption
        )

    def _definitions(self, element: Element, siblings: Siblings) -> Blocks:  # noqa: ARG002
        items: list[Definition] = []
        terms: list[Runs] = []
        for child in element:
            if child.tag == "dt":
                terms.append(self._line(child))
            else:
                items.append(Definition(tuple(terms), self.blocks(child)))
                terms = []
        if terms:
            items.append(Definition(tuple(terms), ()))
        return (Definitions(tuple(items)),) if items else ()

    def _table(self, element: Element, siblings: Siblings) -> Blocks:  # noqa: ARG002
        rows = tuple(tuple(self._cell(cell) for cell in row) for row in element.iter("tr"))
        return (Table(rows),)

    def _cell(self, element: Element) -> Cell:
        return Cell(self._line(element), _alignment(element), element.tag == "th")

    def _refer(self, name: str) -> Run | None:
        if name not in self._notes:
            self._flaws.add(
                "warning",
                f"footnote is not defined: {name}",
                f"add a line [^{name}]: …",
                at=f"[^{name}]",
            )
            return None
        number = self._numbers.setdefault(name, len(self._numbers) + 1)
        return Run("", 0, Style.SUP, "footnote", str(number), f"#fn-{number}")

    def _footnotes(self) -> Footnotes | None:
        notes: list[Footnote] = []
        while len(notes) < len(self._numbers):
            name = list(self._numbers)[len(notes)]
            number = self._numbers[name]
            notes.append(Footnote(f"fn-{number}", str(number), self.blocks(self._notes[name])))
        for name in self._notes.keys() - self._numbers.keys():
            self._flaws.add("info", f"footnote is never referred to: {name}", at=f"[^{name}]:")
        return Footnotes(tuple(notes)) if notes else None


def _wrapped(content: list[str | Element]) -> Iterator[Element]:
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


def _alignment(element: Element) -> Literal["", "left", "center", "right"]:
    style = f"{element.get('style', '')} {element.get('align', '')}".lower()
    for side in ("left", "center", "right"):
        if side in style:
            return side
    return ""
