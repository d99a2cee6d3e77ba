"""Inline elements of the tree as runs whose place is not yet known."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from studyapp.course.addresses import refused_scheme
from studyapp.course.markup.composing import APART, BREAK
from studyapp.course.markup.rawhtml import content_of
from studyapp.course.markup.texts import address, code_text, unescaped
from studyapp.page import Run, Style

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from xml.etree.ElementTree import Element

    from studyapp.course.markup.flaws import Flaws

_STYLES = {
    "abbr": Style.ABBR,
    "acronym": Style.ABBR,
    "b": Style.BOLD,
    "cite": Style.ITALIC,
    "code": Style.CODE,
    "del": Style.STRIKE,
    "dfn": Style.ITALIC,
    "em": Style.ITALIC,
    "i": Style.ITALIC,
    "ins": Style.UNDERLINE,
    "kbd": Style.KBD,
    "mark": Style.MARK,
    "s": Style.STRIKE,
    "samp": Style.CODE,
    "small": Style.SMALL,
    "strike": Style.STRIKE,
    "strong": Style.BOLD,
    "sub": Style.SUB,
    "sup": Style.SUP,
    "tt": Style.CODE,
    "u": Style.UNDERLINE,
    "var": Style.ITALIC,
}
# Inside a line (a cell, a title) blocks are parted by line breaks.
_BLOCK_NAMES = "blockquote dd div dt figcaption fence h1 h2 h3 h4 h5 h6 li p pre title tr"
_BLOCKS = frozenset(_BLOCK_NAMES.split())
_FIRST_NUMBER = re.compile(r"\d{1,5}")
_SIZED_ALT = re.compile(r"^(.*?)\|(\d{1,5})(?:x\d{1,5})?$", re.DOTALL)
_EMBEDDED = Run("", 0, Style.QUIET | Style.SMALL, shown=" (embedded page)")


class Picture(NamedTuple):
    """An image as its element says it."""

    source: str
    alt: str
    title: str
    width: int


class _Look(NamedTuple):
    style: int = 0
    link: str = ""
    hint: str = ""


class Spans:
    """Turns inline content into runs; refuses unsafe addresses and tells of them."""

    def __init__(self, flaws: Flaws, refer: Callable[[Element], Run | None]) -> None:
        self._flaws = flaws
        self._refer = refer

    def of(self, content: Iterable[str | Element]) -> list[Run]:
        """Return the runs of some text and inline elements."""
        return list(self._runs(content, _Look()))

    def picture(self, image: Element) -> Picture | None:
        """Return what an image element shows, or None when its address is refused."""
        source = address(image.get("src"))
        if not source or not self.is_safe(source, picture=True):
            return None
        alt, width = unescaped(image.get("alt")), image.get("width") or ""
        if sized := _SIZED_ALT.match(alt):
            alt, width = sized[1], width or sized[2]
        number = _FIRST_NUMBER.match(width)
        width_px = int(number[0]) if number and "%" not in width else 0
        return Picture(
            source, " ".join(alt.split()), " ".join(unescaped(image.get("title")).split()), width_px
        )

    def is_safe(self, target: str, *, picture: bool = False) -> bool:
        """Whether an address may be kept; a refused one is noted as a flaw."""
        scheme = refused_scheme(target, picture=picture)
        if not scheme:
            return True
        what = "an image" if picture else "a link"
        self._flaws.add(
            "warning",
            f"{what} with a {scheme}: address is not shown",
            "use a path in the course or a web address",
            at=target[:60],
        )
        return False

    def _runs(self, content: Iterable[str | Element], look: _Look) -> Iterator[Run]:
        for part in content:
            if isinstance(part, str):
                yield Run(unescaped(part), 0, look.style, link=look.link, hint=look.hint)
            else:
                yield from self._element(part, look)

    def _element(self, element: Element, look: _Look) -> Iterator[Run]:
        match element.tag:
            case "br":
                yield BREAK
            case "img":
                yield from self._image(element, look)
            case "formula":
                yield Run(
                    element.text or "", 0, look.style, kind="math", link=look.link, hint=look.hint
                )
            case "noteref":
                yield from self._note(element, look)
            case "a":
                yield from self._link(element, look)
            case "code":
                yield from self._runs(
                    _code_content(element), look._replace(style=look.style | Style.CODE)
                )
            case "abbr" if title := unescaped(element.get("title")):
                yield from self._styled(element, look._replace(hint=look.hint or title))
            case "q":
                yield from self._runs(["“", *content_of(element), "”"], look)
            case tag if tag in _BLOCKS:
                yield APART
                yield from self._styled(element, look)
                yield APART
            case _:
                yield from self._styled(element, look)

    def _styled(self, element: Element, look: _Look) -> Iterator[Run]:
        style = look.style | _STYLES.get(element.tag, 0)
        return self._runs(content_of(element), look._replace(style=style))

    def _image(self, element: Element, look: _Look) -> Iterator[Run]:
        picture = self.picture(element)
        if picture is None:
            yield Run(unescaped(element.get("alt")), 0, look.style, link=look.link)
        else:
            hint = look.hint or picture.title
            yield Run("", 0, look.style, "image", picture.alt, look.link, hint, picture.source)

    def _note(self, element: Element, look: _Look) -> Iterator[Run]:
        words = f"[^{unescaped(element.get('id'))}]"
        yield self._refer(element) or Run(words, 0, look.style, link=look.link)

    def _link(self, element: Element, look: _Look) -> Iterator[Run]:
        link = address(element.get("href"))
        if not link or look.link or not self.is_safe(link):
            return self._styled(element, look)
        title = " ".join(unescaped(element.get("title")).split())
        runs = self._styled(element, look._replace(link=link, hint=title))
        return chain(runs, [_EMBEDDED]) if "embedded" in element.attrib else runs


def _code_content(element: Element) -> list[str | Element]:
    return content_of(element) if "html" in element.attrib else [code_text(element.text)]
