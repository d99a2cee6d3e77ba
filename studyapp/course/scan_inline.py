"""The words of a heading without its inline markup, as the page shows them.

`scan` asks for each heading found. Code, formulas, addresses and tags are put aside first, so that
nothing in them is taken for emphasis.
"""

from __future__ import annotations

import re
from functools import cached_property
from html import unescape
from operator import itemgetter

_MARKUP = re.compile(r"[*_`\[\]<&\\$=~^{%\x00-\x1f\x7f-\x9f\u00ad\u202a-\u202e\u2066-\u2069\ufeff]")
_INVISIBLE = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u202a-\u202e\u2066-\u2069\ufeff]+"
)
_ATTRIBUTES = re.compile(r"[ ]+\{:?[ ]*([^}\n ][^\n]*)\}[ ]*$")
_ID = re.compile(r"(?:^|\s)(?:#|id=[\"']?)([^\s\"'}]+)")
_RAW = re.compile(r"<h[1-6]\b([^>]*)>(.*)</h[^<]*$", re.DOTALL | re.IGNORECASE)
_RAW_ID = re.compile(r"\bid\s*=\s*[\"']?([^\"'\s>]+)", re.IGNORECASE)
_BLOCK_ID = re.compile(r"(?:^|\s)\^(?=[\w-]*[A-Za-z])[A-Za-z0-9-]{2,}\s*$")
_INLINE_TAGS = (
    "a|abbr|acronym|b|bdi|bdo|big|br|center|cite|code|del|dfn|div|em|font|i|img|input|ins|kbd|label|"
    "mark|p|picture|q|rp|rt|ruby|s|samp|script|small|source|span|strike|strong|style|sub|summary|"
    "sup|svg|time|tt|u|var|video|wbr"
)
_TAG = r"</?[A-Za-z][^<>]*>|<!--.*?-->"
# A tag of no element that could stand in a heading is words, as in `Option<T>`.
_NO_TAG = rf"<(?!(?:{_INLINE_TAGS})>)(?P<name>[A-Za-z][^\s/<>]*)>(?!.*</(?P=name)>)"
_ASIDE = re.compile(
    rf"""(?=[`<%\\\[!$&h])(?:  # one look at a character spares all that it cannot begin
      (?<!`)(?P<ticks>`+)(?!`)(?P<code>.+?)(?<!`)(?P=ticks)(?!`)
    | <(?P<address>[A-Za-z][A-Za-z0-9+.-]*://[^<>]*|[^<>\s:]+@[^<>@\s]+)>
    | %%.+?%% | (?P<words>{_NO_TAG}) | {_TAG}
    | \[(?P<note>\^[^\]\s]+)\]
    | \\\((?P<round>.+?)\\\) | \\\[(?P<square>.+?)\\\]
    | \\(?P<escaped>[!-/:-@\[-`{{-~\ ])
    | !\[\[[^\[\]|\n]+\.(?:png|jpe?g|gif|webp|svg|avif|bmp)(?:\|[^\[\]]*)?\]\]
    | !?\[\[(?P<page>[^\[\]|\n]+?)(?:\\?\|(?P<shown>[^\[\]\n]*))?\]\]
    | \$\$(?=\S)(?P<display>.+?)(?<!\\)\$\$
    | (?<![\\$\w])\$(?=[^\s$])(?P<math>[^$]*?[^\s\\$])\$(?![\d$])
    | (?P<entity>&(?:\#[0-9]+|\#x[0-9a-fA-F]+|[a-zA-Z0-9]+);)
    | (?P<bare>(?<![\w/@.(])https?://[^\s<>]+))""",
    re.VERBOSE | re.IGNORECASE,
)
_LINK = re.compile(
    r"(?P<picture>!?)\[(?P<label>(?>[^\[\]]+|\[[^\[\]]*\])*+)\]"
    r"(?:(?P<address>\((?>[^()]+|\([^()]*\))*+\))|[ ]?\[(?P<name>[^\]]*)\])?"
)
_EMPHASIS = tuple(
    (frozenset(marks), re.compile(pattern))
    for marks, pattern in (
        ("*", r"(\*{1,3})(?=[^\s*])((?:[^*]|(?<=\s)\*(?=\s))+?)(?<=[^\s*])\1"),
        ("_", r"(?<!\w)(_{1,3})(?=[^\s_])(.+?)(?<=[^\s_])\1(?!\w)"),
        ("~=^", r"(~~|==|\^\^)(?=\S)(.+?)(?<=\S)\1"),
        ("~", r"(?<!~)(~)([^\s~]+)~(?!~)"),
        ("^", r"(?<!\^)(\^)([^\s^]+)\^(?!\^)"),
    )
)
# Between escaped brackets there may be a formula or mere words; as the page tells them apart.
_TEX = re.compile(r"[\\^_=+*/<>{}|]")
_SHORT_TEX = re.compile(r"\s*\S{1,3}\s*")
_EMPHATIC = re.compile(r"[*_~=^]")
_DEFINITION = re.compile(r"^[ ]{0,3}\[([^\[\]]{1,200})\]:", re.MULTILINE)
_INSIDE = itemgetter(2)
_DEEPEST = 3
_LONGEST = 1_000
"""What is longer is no heading, and its markup may be meant to keep us busy."""
_PLACE = re.compile("\ue000(\\d+)\ue001")


class References:
    """The names that a source defines elsewhere, of addresses and footnotes."""

    def __init__(self, body: str) -> None:
        self._body = body

    def __contains__(self, name: str) -> bool:
        return " ".join(name.lower().split()) in self._names

    @cached_property
    def _names(self) -> frozenset[str]:
        found = _DEFINITION.findall(self._body)
        return frozenset(" ".join(name.lower().split()) for name in found)


def plain_heading(markup: str, references: References) -> tuple[str, str]:
    """Return the words of a heading and the id that its author wants, if any."""
    if len(markup) > _LONGEST or not _MARKUP.search(markup):
        return " ".join(markup.split()), ""
    if raw := _RAW.fullmatch(markup):
        wanted = _RAW_ID.search(raw[1])
        return _tidy(unescape(re.sub(_TAG, "", raw[2]))), wanted[1] if wanted else ""
    markup, wanted = _without_attributes(markup.strip()) if "{" in markup else (markup, "")
    if "^" in markup:
        markup = _BLOCK_ID.sub("", markup)
    return _tidy(_words(markup, references)), wanted


def _without_attributes(markup: str) -> tuple[str, str]:
    """Return a heading without its attribute list, and the id in that."""
    attributes = _ATTRIBUTES.search(markup)
    if attributes is None or "}" in attributes[1]:
        return markup, ""
    found = _ID.search(attributes[1])
    return markup[: attributes.start()].rstrip("#"), found[1] if found else ""


def _tidy(text: str) -> str:
    return " ".join(_INVISIBLE.sub("", text).split())


def _words(markup: str, references: References) -> str:
    aside: list[str] = []

    def put_aside(match: re.Match[str]) -> str:
        aside.append(_kept(match, references))
        return f"\ue000{len(aside) - 1}\ue001"

    text = _ASIDE.sub(put_aside, markup)
    if "[" in text:
        text = _LINK.sub(lambda link: _label(link, references), text)
    text = _without_emphasis(text)
    return _PLACE.sub(lambda place: aside[int(place[1])], text) if aside else text


def _without_emphasis(text: str) -> str:
    for _ in range(_DEEPEST):
        marks = set(_EMPHATIC.findall(text))
        if not marks:
            break
        for needed, pattern in _EMPHASIS:
            if needed & marks:
                text = pattern.sub(_INSIDE, text)
    return text


def _kept(match: re.Match[str], references: References) -> str:
    """Return what the reader sees of something put aside."""
    kind = match.lastgroup
    if kind is None:
        return ""
    if kind == "note":
        return "" if match["note"] in references else match[0]
    if kind == "entity":
        return unescape(match[0])
    if kind in ("round", "square") and not _is_tex(match[kind], kind):
        return match[0].replace("\\", "")
    if kind == "page":
        return match["page"].strip().strip("#").replace("#", " > ")
    if kind == "shown" and not match["shown"].strip():
        return match["page"].strip()
    return match[kind].strip() if kind in ("code", "shown") else match[kind]


def _is_tex(text: str, brackets: str) -> bool:
    return bool(_TEX.search(text) or (brackets == "round" and _SHORT_TEX.fullmatch(text)))


def _label(link: re.Match[str], references: References) -> str:
    label = _LINK.sub(lambda inner: _label(inner, references), link["label"])
    if link["address"] is not None or (link["name"] or link["label"]) in references:
        return "" if link["picture"] else label
    return f"{link['picture']}[{label}]" + (f"[{link['name']}]" if link["name"] is not None else "")
