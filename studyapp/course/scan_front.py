"""Front matter as far as the tree of sections needs it: title, draft, aliases.

Front matter of the usual shape is read here; any other goes to the real parser, which is slow and
brings YAML with it.
"""

from __future__ import annotations

import re

from msgspec import Struct


class Front(Struct, frozen=True):
    """What a section says of itself before its text."""

    end: int = 0
    """Where the text begins."""
    title: str = ""
    draft: bool = False
    aliases: tuple[str, ...] = ()


_CLOSE = re.compile(r"\n---[ \t]*(?:\n|\Z)")
# Text without quotes, as far as it needs no knowledge of YAML to tell where it ends.
_PLAIN = r"(?![-?:,\[\]{}\#&*!|>'\"%@` ])(?>[^\n:\#\t]|:(?=\S)|(?<=\S)\#)+"
_QUOTED = r"""(?:"[^"\\\n]*"|'[^'\n]*')"""
_ELEMENT = rf"(?:{_QUOTED}|[^\n\[\]{{}}'\"\#:,&*!|>%@`]*)"
_LIST = rf"\[{_ELEMENT}(?:,[ ]*{_ELEMENT})*\]"
_VALUE = rf"(?:{_QUOTED}|{_LIST}|{_PLAIN})"
_USUAL = re.compile(
    rf"---[ \t]*(?=\n\w)(?>\n[ ]*(?:(?:-[ ]+)?[\w.-]+:(?:[ ]+{_VALUE})?|-[ ]+{_VALUE})?[ ]*)+"
)
_KEY = re.compile(r"\n(title|draft|alias|aliases):[ ]*(.*)((?:\n[ ]*-[ ].*)*)")
_ITEM = re.compile(r"-[ ]+(.*)")
_PART = re.compile(rf"{_QUOTED}|[^\[\],\s][^\[\],]*")


def front_of(source: str) -> Front:
    """Return the front matter of a source; that of a source without any is empty."""
    if not source.startswith(("---", "+++")):
        return Front()
    close = _CLOSE.search(source, 3)
    if close and _USUAL.fullmatch(source, 0, close.start()):
        return _usual(source[: close.start()], close.end())
    return _parsed(source)


def _usual(front: str, end: int) -> Front:
    title, draft, aliases = "", False, ()
    for key, value, items in _KEY.findall(front):
        if key == "title":
            title = ", ".join(_texts(value, items)) if value[:1] == "[" else _unquoted(value)
        elif key == "draft":
            draft = _unquoted(value) == "true"
        else:
            aliases = tuple(_texts(value, items))
    return Front(end, title, draft, aliases)


def _texts(value: str, items: str) -> list[str]:
    parts = _ITEM.findall(items) if items else _PART.findall(value)
    return [text for part in parts if (text := _unquoted(part))]


def _unquoted(text: str) -> str:
    text = text.strip()
    return " ".join((text[1:-1] if text[:1] in ("'", '"') else text).split())


def _unheard(_severity: str, _line: int, _message: str, _hint: str) -> None:
    """Flaws are told when the page is compiled."""


def _parsed(source: str) -> Front:
    from studyapp.course import frontmatter  # noqa: PLC0415 - brings YAML; see above

    meta, body = frontmatter.read(source, _unheard)
    other = dict(meta.other)
    names = other.get("aliases") or other.get("alias") or ""
    aliases = tuple(name for part in names.split(",") if (name := part.strip()))
    return Front(len(source) - len(body), meta.title, other.get("draft") == "true", aliases)
