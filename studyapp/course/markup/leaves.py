"""Blocks that hold no others: code, formulas, tables, figures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studyapp.course.markup.composing import LONGEST_WORD
from studyapp.course.markup.rawhtml import content_of
from studyapp.course.markup.tables import MOST_CELLS, read_rows, rows_of
from studyapp.course.markup.texts import code_text
from studyapp.page import Code, Figure, MathBlock, Notice, Run, Table
from studyapp.wording import noted

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from studyapp.course.markup.builder import Blocks, Builder
    from studyapp.page import Runs

_TABLE_CAPTION = re.compile(r"^\s*Table:\s+")
_LANGUAGE_CLASS = re.compile(r"\blang(?:uage)?-([\w+#.-]+)")
_DIAGRAM_LANGUAGES: str = (
    "d2 ditaa dot graphviz mermaid nomnoml plantuml puml vega vega-lite wavedrom"
)
_QUERY_LANGUAGES: str = "dataview dataviewjs query tasks"
_DIAGRAMS = frozenset(_DIAGRAM_LANGUAGES.split())
_QUERIES = frozenset(_QUERY_LANGUAGES.split())


def read_fence(builder: Builder, element: Element) -> Blocks:
    """Read a fenced code block, or source that is shown in the place of what it makes."""
    language = element.get("language", "")
    caption = element.get("caption") or _caption(language.lower())
    return (_code(builder, element.text or "", language, element.get("title", ""), caption),)


def _caption(language: str) -> str:
    if language in _DIAGRAMS:
        return noted("Notice", "Diagram shown as its source")
    return noted("Notice", "Query shown as its source") if language in _QUERIES else ""


def read_preformatted(builder: Builder, element: Element) -> Blocks:
    """Read indented code, or preformatted text of raw HTML."""
    text = "".join(element.itertext())
    if "html" not in element.attrib:
        return (_code(builder, code_text(text)),)
    code = element.find("code")
    found = None if code is None else _LANGUAGE_CLASS.search(code.get("class", ""))
    return (_code(builder, text, found[1] if found else ""),)


def _code(
    builder: Builder, text: str, language: str = "", title: str = "", caption: str = ""
) -> Code:
    lines = [
        line[start : start + LONGEST_WORD]
        for line in text.expandtabs(4).strip("\n").split("\n")
        for start in range(0, max(len(line), 1), LONGEST_WORD)
    ]
    return Code(tuple(map(builder.composer.code_line, lines)), language, title, caption)


def read_display(builder: Builder, element: Element) -> Blocks:
    """Read a displayed formula."""
    run = builder.composer.formula(element.text or "")
    return (MathBlock(run),) if run.text else ()


def read_table(builder: Builder, element: Element) -> Blocks:
    """Read a table, and its caption where the paragraph after it is one."""
    rows = rows_of(element)
    if not rows:
        return builder.blocks_in([part for part in element if part.tag == "caption"])
    if sum(map(len, rows)) > MOST_CELLS:
        lines = [" | ".join("".join(cell.itertext()) for cell in row) for row in rows]
        notice = Notice(noted("Notice", "This table is too large to be set."))
        return notice, _code(
            builder, "\n".join(lines), caption=noted("Notice", "Table shown as text")
        )
    caption = _table_caption(builder, element)
    return (Table(read_rows(rows, builder.line), caption),)


def _table_caption(builder: Builder, element: Element) -> Runs:
    caption = element.find("caption")
    if caption is None:
        caption = builder.take_next(_is_caption)
        if caption is not None:
            caption.text = _TABLE_CAPTION.sub("", caption.text or "")
    return () if caption is None else builder.line(caption)


def _is_caption(element: Element) -> bool:
    return element.tag == "p" and bool(_TABLE_CAPTION.match(element.text or ""))


def read_figure(builder: Builder, element: Element) -> Blocks:
    """Read the figure element of raw HTML; one that holds more than a picture is only blocks."""
    images = list(element.iter("img"))
    caption = element.find("figcaption")
    others = [part for part in content_of(element) if part is not caption]
    if len(images) != 1 or builder.holds_blocks(others):
        return builder.blocks(element)
    figure = figure_of(builder, images[0], caption)
    return (figure,) if figure else ()


def figure_of(builder: Builder, image: Element, caption: Element | None = None) -> Figure | None:
    """Return an image as a figure, or None when its address is refused."""
    picture = builder.spans.picture(image)
    if picture is None:
        return None
    start = builder.composer.stand_in(picture.source)
    if caption is None:
        caption = image.find("title")
    if caption is not None:
        runs = builder.line(caption)
    else:
        runs = builder.composer.line([Run(picture.title, 0)] if picture.title else [])
    return Figure(picture.source, start, picture.alt, runs, picture.width)
