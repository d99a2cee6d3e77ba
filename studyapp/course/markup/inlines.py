"""Inline constructs that python-markdown lacks, or reads otherwise than CommonMark readers do."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element

from markdown.inlinepatterns import InlineProcessor
from markdown.util import AtomicString

if TYPE_CHECKING:
    from markdown import Markdown

Found = tuple[Element | str | None, int | None, int | None]
NOTHING: Found = (None, None, None)

# What stands between `\(` and `\)` is more likely TeX than words in escaped brackets.
_TEX = re.compile(r"[\\^_=+*/<>{}|]")
_SHORT_TEX = re.compile(r"\s*\S{1,3}\s*")
_IMAGE = re.compile(r"\.(?:png|jpe?g|gif|webp|svg|avif|bmp)$", re.IGNORECASE)
_WIDTH = re.compile(r"^\d{1,5}(?:x\d{1,5})?$")


def register_inlines(md: Markdown) -> None:
    """Add the dialect's inline constructs to a parser, each where its precedence asks."""
    patterns = md.inlinePatterns
    patterns.register(_Comment(r"%%.+?%%"), "comment", 189)
    patterns.register(_WikiLink(r"(!?)\[\[([^\[\]|\n]+?)(?:\\?\|([^\[\]\n]*))?\]\]"), "wiki", 188)
    patterns.register(_DisplayMath(r"(?<!\\)\$\$(?=\S)(.+?)(?<!\\)\$\$"), "math_display", 187)
    patterns.register(_Math(r"(?<![\\$\w])\$(?=[^\s$])([^$]*?[^\s\\$])\$(?![\d$])"), "math", 186)
    patterns.register(
        _BracketMath(r"(?<!\\)\\\((.+?)\\\)|(?<!\\)\\\[(.+?)\\\]"), "math_brackets", 185
    )
    patterns.register(_HardBreak(r"\\\n"), "hard_break", 184)
    patterns.register(_Mail(r"<(?:mailto:)?([^<>\s:]+@[^<>@\s]+)>"), "automail", 110)
    patterns.register(_RawHtml(md.inlinePatterns["html"].pattern, md), "html", 90)
    patterns.register(_WebAddress(r"(?<![\w/@.])https?://[^\s<>\x02\x03\"]+"), "address", 85)
    patterns.register(_Entity(md.inlinePatterns["entity"].pattern), "entity", 80)


class _Comment(InlineProcessor):
    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # noqa: N802, ARG002 - python-markdown's name
        return "", m.start(), m.end()


class _WikiLink(InlineProcessor):
    """`[[Target#Heading|shown]]`, and `![[...]]` for pictures and pages to be shown in place."""

    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # noqa: N802, ARG002 - python-markdown's name
        embedded, target, shown = m[1], m[2].strip(), (m[3] or "").strip()
        if embedded and _IMAGE.search(target):
            sized = _WIDTH.match(shown)
            picture = Element("img", src=target, alt="" if sized else shown)
            if sized:
                picture.set("width", shown.partition("x")[0])
            return picture, m.start(), m.end()
        link = Element("a", href=f"wiki:{target}")
        link.text = AtomicString(shown or target.strip("#").replace("#", " > "))
        if embedded:
            link.set("embedded", "")
        return link, m.start(), m.end()


class _Math(InlineProcessor):
    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # noqa: N802, ARG002 - python-markdown's name
        return _formula(m[1]), m.start(), m.end()


class _DisplayMath(InlineProcessor):
    """A formula that is displayed when it stands alone in its paragraph."""

    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # noqa: N802, ARG002 - python-markdown's name
        formula = _formula(m[1])
        formula.set("display", "")
        return formula, m.start(), m.end()


class _BracketMath(InlineProcessor):
    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # noqa: N802, ARG002 - python-markdown's name
        tex = m[1] or m[2]
        if _TEX.search(tex) or (m[1] and _SHORT_TEX.fullmatch(tex)):
            return _formula(tex), m.start(), m.end()
        return NOTHING


def _formula(tex: str) -> Element:
    formula = Element("formula")
    formula.text = AtomicString(tex)
    return formula


class _HardBreak(InlineProcessor):
    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # noqa: N802, ARG002 - python-markdown's name
        return Element("br"), m.start(), m.end()


class _Mail(InlineProcessor):
    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # noqa: N802, ARG002 - python-markdown's name
        link = Element("a", href=f"mailto:{m[1]}")
        link.text = AtomicString(m[1])
        return link, m.start(), m.end()


class _RawHtml(InlineProcessor):
    """A tag becomes a `<raw>` element; `rawhtml` sanitizes it and finds its closing tag."""

    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # noqa: N802, ARG002 - python-markdown's name
        if m[0].startswith(("<!", "<?")):
            return "", m.start(), m.end()
        raw = Element("raw")
        raw.text = AtomicString(self.unescape(m[0]))
        return raw, m.start(), m.end()


class _WebAddress(InlineProcessor):
    """An address in the text becomes a link, without the punctuation of the sentence around it."""

    ANCESTOR_EXCLUDES = ("a",)

    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # noqa: N802, ARG002 - python-markdown's name
        address = m[0].rstrip("?!.,:;*_~'")
        while address.endswith(")") and address.count(")") > address.count("("):
            address = address[:-1].rstrip("?!.,:;*_~'")
        link = Element("a", href=address)
        link.text = AtomicString(address)
        return link, m.start(), m.start() + len(address)


class _Entity(InlineProcessor):
    def handleMatch(self, m: re.Match[str], data: str) -> Found:  # noqa: N802, ARG002 - python-markdown's name
        return unescape(m[0]), m.start(), m.end()
