"""Raw HTML in the tree: sanitized, read into elements, and joined with the Markdown inside it.

A tag that opens in one place and closes in another (`<details>`, Markdown, `</details>`; or `<kbd>`
in a paragraph) is read together with all that stands between, where each element made of Markdown
is a numbered `<slot>`. So an HTML parser sees one text, and nothing is cut at a tag's end.
"""

from __future__ import annotations

import re
from html import escape
from html.parser import HTMLParser
from xml.etree.ElementTree import Element, SubElement

import nh3

from studyapp.course.markup.tags import KNOWN, SAFE
from studyapp.course.markup.texts import unescaped
from studyapp.wording import noted

_ATTRIBUTES = {
    "a": {"href", "title"},
    "abbr": {"title"},
    "code": {"class"},
    "details": {"open"},
    "div": {"align"},
    "img": {"src", "alt", "title", "width"},
    "ol": {"start"},
    "p": {"align"},
    "slot": {"name"},
    "td": {"align", "colspan", "rowspan"},
    "th": {"align", "colspan", "rowspan"},
} | {f"h{level}": {"id", "align"} for level in range(1, 7)}
# The dangerous ones pass here because `spans` refuses them, in HTML and in Markdown, and tells.
_SCHEMES = {"http", "https", "mailto", "data", "file", "javascript", "vbscript"}
_VOID = frozenset({"br", "col", "hr", "img"})
# Their end tags may be left out, and they nest only with others that may not.
_OPEN_NAMES = "dd dt input li p tbody td tfoot th thead tr wbr"
_OFTEN_OPEN = _VOID | set(_OPEN_NAMES.split())
# These would take the Markdown after them for plain text or foreign content up to their end tags.
_SWALLOWERS = re.compile(
    r"</?(?:title|textarea|xmp|iframe|noembed|noframes|noscript|plaintext|select|option|template|"
    r"svg|math|frameset|object|embed|applet|slot|html|head|body)\b[^<>]*>",
    re.IGNORECASE,
)
_UNCLOSED_PROGRAM = re.compile(r"<(script|style)\b[^<>]*>(?!.*</\1)", re.IGNORECASE | re.DOTALL)
_ANY_TAG = re.compile(r"<(/?)([a-zA-Z][\w-]*)[^<>]*?(/?)>")
_LONE_TAG = re.compile(r"<(/?)([A-Za-z][^\s/>]*)(\s[^<>]*)?>")
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_DEEPEST = 100
_LONGEST = 200_000

Content = list["str | Element"]


def content_of(element: Element) -> Content:
    """Return the text and elements inside an element in order, raw HTML among them read."""
    content: Content = [element.text] if element.text else []
    has_raw = False
    for child in element:
        has_raw = has_raw or child.tag == "raw"
        content.append(child)
        if child.tail:
            content.append(child.tail)
    return _woven(content) if has_raw else content


def _woven(content: Content) -> Content:
    content = _with_words([_line_break(part) for part in content])
    if not any(_is_raw(part) for part in content):
        return content
    html = _as_html(content)
    if len(html) > _LONGEST or _depth(html) > _DEEPEST:
        return _as_source(content)
    clean = nh3.clean(
        _UNCLOSED_PROGRAM.sub("", html),
        tags={*SAFE, "slot"},
        attributes=_ATTRIBUTES,
        clean_content_tags={"script", "style"},
        url_schemes=_SCHEMES,
        link_rel=None,
    )
    reader = _Reader([part for part in content if not isinstance(part, str)])
    reader.feed(clean)
    reader.close()
    return content_of(reader.root)


def _is_raw(part: str | Element) -> bool:
    return not isinstance(part, str) and part.tag == "raw"


def _line_break(part: str | Element) -> str | Element:
    """Return the commonest tag as its element, without the way around."""
    if not isinstance(part, str) and part.tag == "raw" and _BREAK.fullmatch(part.text or ""):
        return Element("br")
    return part


def _with_words(content: Content) -> Content:
    """Make text of `<T>` and `<your-name>`: tags of no element known, and without a counterpart."""
    tags = [_unknown_tag(part) for part in content]
    opened = {tag[2] for tag in tags if tag and not tag[1]}
    closed = {tag[2] for tag in tags if tag and tag[1]}
    paired = opened & closed
    return [
        tag[0] if tag and not tag[3] and tag[2] not in paired else part
        for part, tag in zip(content, tags, strict=True)
    ]


def _unknown_tag(part: str | Element) -> re.Match[str] | None:
    if isinstance(part, str) or part.tag != "raw":
        return None
    tag = _LONE_TAG.fullmatch(part.text or "")
    return tag if tag and tag[2].lower() not in KNOWN else None


def _as_html(content: Content) -> str:
    html: list[str] = []
    slot = 0
    for part in content:
        if isinstance(part, str):
            html.append(escape(unescaped(part), quote=False))
            continue
        if part.tag == "raw":
            html.append(_SWALLOWERS.sub("", unescaped(part.text)))
        else:
            html.append(f'<slot name="{slot}"></slot>')
        slot += 1
    return "".join(html)


def _depth(html: str) -> int:
    depth = deepest = 0
    for closes, name, empty in _ANY_TAG.findall(html):
        if name.lower() in _OFTEN_OPEN or empty:
            continue
        if closes:
            depth = max(0, depth - 1)
        else:
            depth += 1
            deepest = max(deepest, depth)
    return deepest


def _as_source(content: Content) -> Content:
    shown: Content = []
    for part in content:
        if isinstance(part, str) or part.tag != "raw":
            shown.append(part)
            continue
        notice = Element("notice")
        notice.text = noted("Notice", "This HTML is too large or too deeply nested to be set.")
        source = Element("fence", caption=noted("Notice", "HTML shown as its source"))
        source.text = unescaped(part.text)
        shown += [notice, source]
    return shown


class _Reader(HTMLParser):
    """Builds elements from clean HTML and puts those of the Markdown into their slots."""

    def __init__(self, slots: list[Element]) -> None:
        super().__init__()
        self.root = Element("div")
        self._slots = slots
        self._open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "slot":
            self._fill(dict(attrs).get("name") or "")
            return
        element = SubElement(self._open[-1], tag, {name: value or "" for name, value in attrs})
        if tag in ("code", "pre"):
            element.set("html", "")
        if tag not in _VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if tag == self._open[-1].tag and len(self._open) > 1:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        parent = self._open[-1]
        if len(parent):
            parent[-1].tail = (parent[-1].tail or "") + data
        else:
            parent.text = (parent.text or "") + data

    def _fill(self, name: str) -> None:
        if name.isdecimal() and int(name) < len(self._slots):
            element = self._slots[int(name)]
            element.tail = None
            self._open[-1].append(element)
