"""A note's Markdown as plain words, for where there is room for a line or two and none for a page.

The hub, the review of an update, the tooltips of signs and screen readers take it. It is guessed
line by line, not compiled: of 50,000 notes each is asked for, and a page of its own would be slow.
"""

from __future__ import annotations

import re

MARKUP = re.compile(r"[*_`#\[\]>~=\\!+-]")
"""Without any of these a note is as plain as it can be."""
_CODE = re.compile(r"(`+)(.+?)\1")
_LINE = re.compile(
    r"^[ \t]*(?:>[ \t]?)*(?:#{1,6}[ \t]+|(?P<item>[-+*][ \t]+(?:\[[ xX]\][ \t]+)?))?"
)
_FENCE = re.compile(r"^[ \t]*(?:```|~~~).*$\n?", re.MULTILINE)
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*(?:\s+\"[^\"]*\")?\)")
_WIKI = re.compile(r"!?\[\[(?:[^\[\]|]*\|)?([^\[\]|]+)\]\]")
_AROUND = re.compile(r"(?<![\w*~=])(\*{1,3}|~~|==)(?=\S)(.+?)(?<=\S)\1(?![\w*~=])")
_UNDER = re.compile(r"(?<!\w)(_{1,3})(?=\S)(.+?)(?<=\S)\1(?!\w)")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|~=>])")
_SET_ASIDE = re.compile("[\ue000-\ue07f]")
_ASIDE = 0xE000
"""Escaped characters stand here, in the private use area, while markup is looked for."""
LONGEST = 1500
"""Characters of a note that are looked at: no such place shows as many."""
DEEPEST = 3
"""Emphasis within emphasis that is looked for."""


def plain_note(note: str) -> str:
    """Return the words of a note as a reader sees them, line by line; list items keep a bullet."""
    if not MARKUP.search(note):
        return note
    lines = _FENCE.sub("", note[:LONGEST]).split("\n")
    return "\n".join(map(_line, lines)) + note[LONGEST:]


def _line(line: str) -> str:
    start = _LINE.match(line)
    rest = line[start.end() :] if start else line
    parts: list[str] = []
    place = 0
    for code in _CODE.finditer(rest):
        parts += [_words(rest[place : code.start()]), code[2].strip()]
        place = code.end()
    parts.append(_words(rest[place:]))
    return ("• " if start and start["item"] else "") + "".join(parts)


def _words(text: str) -> str:
    text = _ESCAPED.sub(lambda found: chr(_ASIDE + ord(found[1])), text)
    text = _WIKI.sub(r"\1", _LINK.sub(r"\1", text))
    for _ in range(DEEPEST):
        text = _UNDER.sub(r"\2", _AROUND.sub(r"\2", text))
    return _SET_ASIDE.sub(lambda found: chr(ord(found[0]) - _ASIDE), text)
