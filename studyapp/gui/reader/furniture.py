"""What the app adds around the text of a page: front matter, sources, where to go on.

Set with the same blocks as the page; its words are the app's, so no offset of the canonical text
knows them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.gui.language import translate
from studyapp.gui.reader.blocks import GAP, PAD
from studyapp.gui.reader.document import Setting, Typesetter, quiet
from studyapp.gui.reader.scenery import Box, Marker
from studyapp.page import Heading, Run, Source, Style

if TYPE_CHECKING:
    from studyapp.model import Section
    from studyapp.page import FrontMatter, Page


def leading_headings(page: Page) -> int:
    """Return how many blocks of a page stand above the card of its front matter: its title."""
    first = page.blocks[0] if page.blocks else None
    return int(isinstance(first, Heading) and first.level == 1)


def set_card(setter: Typesetter, meta: FrontMatter) -> None:
    """Set the card of the front matter: objectives, key terms, the date the page is true for."""
    if not (meta.objectives or meta.terms or meta.as_of):
        return
    px = setter.typography.px
    box = setter.open_box(Box("meta", 0, 0), px(PAD), px(GAP * 0.9))
    inner = Setting().inside(px(0.95), px(0.95))
    if meta.objectives:
        _objectives(setter, meta.objectives, inner)
    for label, words in _facts(meta):
        setter.text_block((_bold(f"{label}  "), quiet(words)), inner, "meta", 0.35)
    setter.close_box(box, px(PAD), px(GAP))


def _facts(meta: FrontMatter) -> list[tuple[str, str]]:
    facts: list[tuple[str, str]] = []
    if meta.terms:
        facts.append((translate("Furniture", "Key terms"), " · ".join(meta.terms)))
    if meta.as_of:
        facts.append((translate("Furniture", "True as of"), meta.as_of))
    return facts


def _objectives(setter: Typesetter, objectives: tuple[str, ...], inner: Setting) -> None:
    setter.text_block(
        (_bold(translate("Furniture", "After this section you can")),), inner, "meta", 0
    )
    item = inner.inside(setter.typography.px(1.2))
    for words in objectives:
        setter.mark_next(Marker("bullet", "•", 0, False, item.start, False))
        setter.text_block((quiet(words),), item, "meta", 0.1)
        setter.tighten(0.1)


def _bold(words: str) -> Run:
    return Run("", 0, int(Style.BOLD), shown=words)


def set_sources(setter: Typesetter, sources: tuple[Source, ...]) -> None:
    """Set the list of the sources that the front matter names."""
    if not sources:
        return
    px = setter.typography.px
    setter.text_block((_bold(translate("Furniture", "Sources")),), Setting(), "meta", 1.8)
    for number, source in enumerate(sources, 1):
        inner = Setting().inside(px(1.6))
        setter.mark_next(Marker("number", f"{number}.", 0, False, inner.start, False))
        setter.text_block(_source(source), inner, "meta", 0.15)


def _source(source: Source) -> tuple[Run, ...]:
    title = source.title or source.url
    seen = translate("Furniture", " — accessed {}").format(source.accessed)
    seen = seen if source.accessed else ""
    return (Run("", 0, shown=title, link=source.url, hint=source.url), quiet(seen))


def set_way_on(setter: Typesetter, previous: Section | None, following: Section | None) -> None:
    """Set the links to the next and the previous section below the page."""
    if not (previous or following):
        return
    px = setter.typography.px
    setter.leave(px(2.6))
    if following:
        box = setter.open_box(Box("nav", 0, 0), px(PAD), px(2.4))
        inner = Setting().inside(px(0.95), px(0.95))
        setter.text_block((quiet(translate("Furniture", "Next")),), inner, "meta", 0)
        setter.tighten(0)
        setter.text_block((quiet(f"{following.title} →", f"go:{following.id}"),), inner, "nav", 0)
        setter.close_box(box, px(PAD), px(0.6))
    if previous:
        setter.text_block(
            (quiet(f"← {previous.title}", f"go:{previous.id}"),), Setting(), "meta", 0.6
        )
