"""The words of a heading without its inline markup, as the page shows them.

`scan` asks for each heading found. Code, formulas, addresses and tags are put aside first, so that
nothing in them is taken for emphasis.
"""

from __future__ import annotations

import re
from html import unescape

_MARKUP = re.compile(r"[*_`\[\]<&\\$=~^{%\x00-\x1f\x7f-\x9f\u00ad\u202a-\u202e\u2066-\u2069\ufeff]")
_INVISIBLE = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u202a-\u202e\u2066-\u2069\ufeff]+"
)
_ATTRIBUTES = re.compile(r"[ ]+\{:?[ ]*([^}\n ][^\n]*)\}[ ]*$")
_ID = re.compile(r"(?:^|\s)(?:#|id=[\"']?)([^\s\"'}]+)")
_RAW = re.compile(r"<h[1-6]\b([^>]*)>(.*)</h[^<]*$", re.DOTALL | re.IGNORECASE)
_RAW_ID = re.compile(r"\bid\s*=\s*[\"']?([^\"'\s>]+)", re.IGNORECASE)
_BLOCK_ID = re.compile(r"(?:^|\s)\^(?=[\w-]*[A-Za-z])[A-Za-z0-9-]{2,}\s*$")
_TAG = r"(?<!\\)</?[A-Za-z][^<>]*>|<!--.*?-->"
_ASIDE = re.compile(
    rf"""(?<!`)(?P<ticks>`+)(?!`)(?P<code>.+?)(?<!`)(?P=ticks)(?!`)
    | <(?P<address>[A-Za-z][A-Za-z0-9+.-]*://[^<>]*|[^<>\s:]+@[^<>@\s]+)>
    | %%.+?%% | \[\^[^\]\s]+\] | {_TAG}
    | \\\((?P<round>.+?)\\\) | \\\[(?P<square>.+?)\\\]
    | \\(?P<escaped>[\\`*_{{}}\[\]()>\#+\-.!])
    | !\[\[[^\[\]|\n]+\.(?:png|jpe?g|gif|webp|svg|avif|bmp)(?:\|[^\[\]]*)?\]\]
    | !?\[\[(?P<page>[^\[\]|\n]+?)(?:\\?\|(?P<shown>[^\[\]\n]*))?\]\]
    | \$\$(?=\S)(?P<display>.+?)(?<!\\)\$\$
    | (?<![\\$\w])\$(?=[^\s$])(?P<math>[^$]*?[^\s\\$])\$(?![\d$])
    | (?P<entity>&(?:\#[0-9]+|\#x[0-9a-fA-F]+|[a-zA-Z0-9]+);)
    | (?P<bare>(?<![\w/@.(])https?://[^\s<>]+)""",
    re.VERBOSE,
)
_LINK = re.compile(
    r"(?P<picture>!?)\[(?P<label>(?:[^\[\]]|\[[^\[\]]*\])*)\]"
    r"(?:(?P<address>\((?:[^()]|\([^()]*\))*\))|[ ]?\[(?P<name>[^\]]*)\])?"
)
_EMPHASIS = (
    re.compile(r"(\*{1,3})(?=[^\s*])((?:[^*]|(?<=\s)\*(?=\s))+?)(?<=[^\s*])\1"),
    re.compile(r"(?<!\w)(_{1,3})(?=[^\s_])(.+?)(?<=[^\s_])\1(?!\w)"),
    re.compile(r"(~~|==|\^\^)(?=\S)(.+?)(?<=\S)\1"),
    re.compile(r"(?<!~)(~)([^\s~]+)~(?!~)"),
    re.compile(r"(?<!\^)(\^)([^\s^]+)\^(?!\^)"),
)
# Between escaped brackets there may be a formula or mere words; as the page tells them apart.
_TEX = re.compile(r"[\\^_=+*/<>{}|]|^\S{1,3}$")
_EMPHATIC = re.compile(r"[*_~=^]")
_DEEPEST = 3
_PLACE = re.compile("\ue000(\\d+)\ue001")


def plain_heading(markup: str, body: str) -> tuple[str, str]:
    """Return the words of a heading and the id that its author wants, if any.

    `body` is the source, where a link may have its address.
    """
    if not _MARKUP.search(markup):
        return " ".join(markup.split()), ""
    if raw := _RAW.fullmatch(markup):
        wanted = _RAW_ID.search(raw[1])
        return _tidy(unescape(re.sub(_TAG, "", raw[2]))), wanted[1] if wanted else ""
    markup, wanted = _without_attributes(markup.strip()) if "{" in markup else (markup, "")
    if "^" in markup:
        markup = _BLOCK_ID.sub("", markup)
    return _tidy(_words(markup, body)), wanted


def _without_attributes(markup: str) -> tuple[str, str]:
    """Return a heading without its attribute list, and the id in that."""
    attributes = _ATTRIBUTES.search(markup)
    if attributes is None or "}" in attributes[1]:
        return markup, ""
    found = _ID.search(attributes[1])
    return markup[: attributes.start()], found[1] if found else ""


def _tidy(text: str) -> str:
    return " ".join(_INVISIBLE.sub("", text).split())


def _words(markup: str, body: str) -> str:
    aside: list[str] = []

    def put_aside(match: re.Match[str]) -> str:
        aside.append(_kept(match))
        return f"\ue000{len(aside) - 1}\ue001"

    text = _ASIDE.sub(put_aside, markup)
    if "[" in text:
        text = _LINK.sub(lambda link: _label(link, body), text)
    if _EMPHATIC.search(text):
        for _ in range(_DEEPEST):
            for pattern in _EMPHASIS:
                text = pattern.sub(r"\2", text)
    return _PLACE.sub(lambda place: aside[int(place[1])], text) if aside else text


def _kept(match: re.Match[str]) -> str:
    """Return what the reader sees of something put aside."""
    kind = match.lastgroup
    if kind is None:
        return ""
    if kind == "entity":
        return unescape(match[0])
    if kind in ("round", "square") and not _TEX.search(match[kind].strip()):
        return match[0].replace("\\", "")
    if kind == "page":
        return match["page"].strip().strip("#").replace("#", " > ")
    if kind == "shown" and not match["shown"].strip():
        return match["page"].strip()
    return match[kind].strip() if kind in ("code", "shown") else match[kind]


def _label(link: re.Match[str], body: str) -> str:
    label = _LINK.sub(lambda inner: _label(inner, body), link["label"])
    if link["address"] is not None or _is_defined(link["name"] or link["label"], body):
        return "" if link["picture"] else label
    return f"{link['picture']}[{label}]" + (f"[{link['name']}]" if link["name"] is not None else "")


def _is_defined(name: str, body: str) -> bool:
    pattern = r"\s+".join(re.escape(word) for word in name.split())
    return bool(
        pattern and re.search(rf"^[ ]{{0,3}}\[{pattern}\]:", body, re.MULTILINE | re.IGNORECASE)
    )
