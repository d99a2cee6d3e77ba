"""Blocks that hold blocks: lists, quotes, callouts, definition lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.course.markup.rawhtml import content_of
from studyapp.page import (
    Callout,
    Cards,
    Definition,
    Definitions,
    ListBlock,
    ListItem,
    Paragraph,
    Quote,
    Run,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from studyapp.course.markup.builder import Blocks, Builder
    from studyapp.course.markup.rawhtml import Content
    from studyapp.page import Runs


def read_quote(builder: Builder, element: Element) -> Blocks:
    """Read a quotation; the deepest ones are shown without their bars."""
    children, shown = builder.nested(lambda: builder.blocks(element))
    return (Quote(children),) if shown and children else children


def read_callout(builder: Builder, element: Element) -> Blocks:
    """Read a callout; its first child is its title."""
    fold = builder.next_fold() if element.get("fold") else -1
    title = builder.line(element[0])
    children, shown = builder.nested(lambda: builder.blocks_in(list(element[1:])))
    if not shown:
        return (Paragraph(title), *children) if title else children
    kind, folded = element.get("kind", "note"), element.get("fold") == "-"
    return (Callout(kind, title, children, fold, folded),)


def read_details(builder: Builder, element: Element) -> Blocks:
    """Read the details element of raw HTML as a callout that folds."""
    fold = builder.next_fold()
    content = content_of(element)
    summary = element.find("summary")
    title = builder.composer.line([Run("Details", 0)]) if summary is None else builder.line(summary)
    rest = [part for part in content if part is not summary]
    children, shown = builder.nested(lambda: builder.blocks_in(rest))
    if not shown:
        return Paragraph(title), *children
    return (Callout("details", title, children, fold, folded="open" not in element.attrib),)


def read_list(builder: Builder, element: Element) -> Blocks:
    """Read a list; one of nothing but cards is a box of cards."""
    elements = [part for part in content_of(element) if not isinstance(part, str)]
    items: list[ListItem] = []

    def read() -> Blocks:
        items.extend(_item(builder, child) for child in elements)
        return tuple(block for item in items for block in item.children)

    children, shown = builder.nested(read)
    if not shown or all(_is_cards(item) for item in items):
        return children
    start = element.get("start", "")
    first = int(start) if start.isdecimal() and len(start) <= 9 else 1
    return (ListBlock(tuple(items), element.tag == "ol", first, _is_tight(element)),)


def _item(builder: Builder, element: Element) -> ListItem:
    checked = element.get("checked")
    # A list of raw HTML may hold, wrongly, what is not an item.
    content: Content = content_of(element) if element.tag == "li" else [element]
    return ListItem(builder.blocks_in(content), None if checked is None else bool(checked))


def _is_cards(item: ListItem) -> bool:
    return len(item.children) == 1 and isinstance(item.children[0], Cards)


def _is_tight(element: Element) -> bool:
    return "tight" in element.attrib or all(item.find("p") is None for item in element)


def read_definitions(builder: Builder, element: Element) -> Blocks:
    """Read a definition list: each term or terms with all that is said of them."""
    items: list[Definition] = []
    terms: list[Runs] = []
    for child in _entries(element):
        if child.tag == "dt":
            terms.append(builder.line(child))
        elif terms or not items:
            items.append(Definition(tuple(terms), builder.blocks(child)))
            terms = []
        else:
            last = items.pop()
            items.append(Definition(last.terms, last.children + builder.blocks(child)))
    if terms:
        items.append(Definition(tuple(terms), ()))
    return (Definitions(tuple(items)),) if items else ()


def _entries(element: Element) -> Iterator[Element]:
    """Yield terms and descriptions, which HTML allows to be grouped."""
    for child in element:
        if child.tag == "div":
            yield from child
        else:
            yield child
