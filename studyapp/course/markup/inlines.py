"""Inline constructs that python-markdown lacks, or reads otherwise than CommonMark readers do."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from markdown.inlinepatterns import InlineProcessor
from markdown.util import AtomicString

if TYPE_CHECKING:
    from collections.abc import Callable

    from markdown import Markdown

    Made = Element | str | None
    """What a match is replaced by; None where it is no construct after all."""

# What stands between `\(` and `\)` is more likely TeX than words in escaped brackets.
_TEX = re.compile(r"[\\^_=+*/<>{}|]")
_SHORT_TEX = re.compile(r"\s*\S{1,3}\s*")
_IMAGE = re.compile(r"\.(?:png|jpe?g|gif|webp|svg|avif|bmp)$", re.IGNORECASE)
_WIDTH = re.compile(r"(\d{1,5})(?:x\d{1,5})?")
# An address without the punctuation of the sentence around it, or a closing bracket not its own.
_ADDRESS = (
    r"(?<![\w/@.])https?://"
    r"(?:[^\s<>\x02\x03\"()]|\([^\s<>\x02\x03\"()]*\))*"
    r"(?:[^\s<>\x02\x03\"()?!.,:;*_~']|\([^\s<>\x02\x03\"()]*\))"
)


def register_inlines(md: Markdown) -> None:
    """Add the dialect's inline constructs to a parser, each where its precedence asks."""
    patterns = md.inlinePatterns
    html, entity = patterns["html"], patterns["entity"]
    wiki = r"(!?)\[\[([^\[\]|\n]+?)(?:\\?\|([^\[\]\n]*))?\]\]"
    math = r"(?<![\\$\w])\$(?=[^\s$])([^$]*?[^\s\\$])\$(?![\d$])"
    bracketed = r"(?<!\\)\\\((.+?)\\\)|(?<!\\)\\\[(.+?)\\\]"
    displayed = r"(?<!\\)\$\$(?=\S)(.+?)(?<!\\)\$\$"
    mail = r"<(?:mailto:)?([^<>\s:]+@[^<>@\s]+)>"
    patterns.register(Construct(r"%%.+?%%", lambda _: ""), "comment", 189)
    patterns.register(Construct(wiki, _wiki_link), "wiki", 188)
    patterns.register(Construct(displayed, _displayed_formula), "displayed_math", 187)
    patterns.register(Construct(math, lambda match: _formula(match[1])), "math", 186)
    patterns.register(Construct(bracketed, _bracketed_formula), "bracketed_math", 185)
    patterns.register(Construct(r"\\\n", lambda _: Element("br")), "hard_break", 184)
    patterns.register(Construct(mail, _mail_link), "automail", 110)
    patterns.register(
        Construct(html.pattern, lambda match: _raw_html(html.unescape(match[0]))), "html", 90
    )
    patterns.register(_OutsideLinks(_ADDRESS, _web_link), "address", 85)
    patterns.register(Construct(entity.pattern, lambda match: unescape(match[0])), "entity", 80)


class Construct(InlineProcessor):
    """An inline construct: what it looks like, and what is made of it."""

    def __init__(self, pattern: str, make: Callable[[re.Match[str]], Made]) -> None:
        super().__init__(pattern)
        self._make = make

    def handleMatch(  # noqa: N802 - python-markdown's name
        self,
        m: re.Match[str],
        data: str,  # noqa: ARG002 - and its signature
    ) -> tuple[Made, int | None, int | None]:
        made = self._make(m)
        return (None, None, None) if made is None else (made, m.start(), m.end())


class _OutsideLinks(Construct):
    ANCESTOR_EXCLUDES = ("a",)


def _wiki_link(match: re.Match[str]) -> Element:
    """Read `[[Target#Heading|shown]]`, and `![[...]]` for what is to be shown in place."""
    embedded, target, shown = match[1], match[2].strip(), (match[3] or "").strip()
    if embedded and _IMAGE.search(target):
        width = _WIDTH.fullmatch(shown)
        return Element("img", {"width": width[1]} if width else {"alt": shown}, src=target)
    link = _link(f"wiki:{target}", shown or target.strip("#").replace("#", " > "))
    if embedded:
        link.set("embedded", "")
    return link


def _link(address: str, shown: str) -> Element:
    link = Element("a", href=address)
    link.text = AtomicString(shown)
    return link


def _mail_link(match: re.Match[str]) -> Element:
    return _link(f"mailto:{match[1]}", match[1])


def _web_link(match: re.Match[str]) -> Element:
    return _link(match[0], match[0])


def _formula(tex: str) -> Element:
    formula = Element("formula")
    formula.text = AtomicString(tex)
    return formula


def _displayed_formula(match: re.Match[str]) -> Element:
    formula = _formula(match[1])
    # It is displayed where it stands alone in its paragraph.
    formula.set("display", "")
    return formula


def _bracketed_formula(match: re.Match[str]) -> Element | None:
    tex = match[1] or match[2]
    is_tex = _TEX.search(tex) or (match[1] and _SHORT_TEX.fullmatch(tex))
    return _formula(tex) if is_tex else None


def _raw_html(tag: str) -> Element | str:
    """Make a tag an element, for `rawhtml` to sanitize and to find its closing tag."""
    if tag.startswith(("<!", "<?")):
        return ""
    raw = Element("raw")
    raw.text = AtomicString(tag)
    return raw
