"""Where the headings of a source are, told by its lines: code, comments and raw HTML passed over.

`scan` makes an outline of what is found. The rules are those of `course.markup`; a quick pass looks
at the starts of lines alone, and only a source with headings inside lists, quotes or remarks is
taken apart further.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

Raw = tuple[int, str]
"""Level, and the line's markup."""

_HTML = (
    "address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|"
    "dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|"
    "hr|html|iframe|legend|li|link|main|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|"
    "picture|section|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul|video"
)
_RULE = r"(?>(?:\*[ ]*){3,}|(?:-[ ]*){3,}|(?:_[ ]*){3,})$"
_LEAVES = rf"""
    (?P<level>\#{{1,6}})[ ]+(?P<heading>.*)
  | (?P<underline>[=-]+[ ]*$)
  | [ ]{{0,3}}(?:
      (?P<fence>`{{3,}}(?=[^`\n]*$)|~{{3,}})
    | (?P<formula>\$\$(?!.*\$\$[ ]*[^\s{{])|\\\[[ ]*$)
    | (?P<comment><!--|%%(?!.*%%))
    | <(?P<literal>script|pre|style|textarea)\b
    | (?P<html></?(?:{_HTML})(?=[\s/>]|$))
    | (?P<tag></?[a-z][^<>\n]*>[ ]*$)
    | (?P<directive>\{{%.*%\}}[ ]*$|\{{\{{.*\}}\}}[ ]*$|-+8<-+|!?include::?|(?:im|ex)port[ ])"""
_NESTS = rf"""
    | (?P<quote>>)
    | (?P<remark>(?:!!!|\?\?\?\+?)[ ]?[\w"])
    | (?P<definition>:[ ]{{1,3}})
    | (?!{_RULE})(?P<item>(?:[-+*]|\d{{1,9}}[.)])(?:[ ]+(?=\S)|[ ]*$))"""
_FLAGS = re.MULTILINE | re.VERBOSE | re.IGNORECASE
# Most lines start with a letter: one look at it spares the rest of the pattern.
_FLAT = re.compile(rf"\n(?=[^a-dfghj-z0-9\n])(?:{_LEAVES}))", _FLAGS)
_NESTED = re.compile(rf"\n(?:{_LEAVES}{_NESTS}))", _FLAGS)
_NEEDS_NESTED = re.compile(
    r"\n(?:[ >*+\d.):-]+\#{1,6}[ ]|[ ]{0,3}>[ >]*[=-]+[ ]*(?:\n|\Z)|[ ]+[=-]+[ ]*(?:\n|\Z))"
)
_QUOTE_LINES = re.compile(r"(?:\n[ ]{0,3}>.*)+")
_QUOTE_MARK = re.compile(r"\n[ ]{0,3}>[ ]?(?:[ ]{0,3}\[!.*)?")
_INDENTED_LINES = re.compile(r"(?:\n(?:[ ]{4}.*|[ ]*(?=\n|\Z)))*")
_RULE_LINE = re.compile(_RULE)
_CLOSING = re.compile(r"(?<![\\#])#+$")
_RAW_HEADING = re.compile(
    r"<h([1-6])\b[^<>]*>(?:(?!<h[1-6]).){0,2000}?</h\1\s*>", re.DOTALL | re.IGNORECASE
)
_BLANK_LINE = re.compile(r"\n[ ]*(?=\n|\Z)")
_DEEPEST = 20
_INTERRUPTING = ("-", "+", "*", "1.", "1)")


def raw_headings(body: str) -> Iterator[Raw]:
    """Yield the headings of a source without front matter, in reading order."""
    text = "\n" + (body.expandtabs(4) if "\t" in body else body)
    marks = _NESTED if _NEEDS_NESTED.search(text) else _FLAT
    return _Walk(text, marks, 0).headings()


class _Walk:
    """One way over the lines of a text, or of what is inside a list item, quote or remark."""

    def __init__(self, text: str, marks: re.Pattern[str], depth: int) -> None:
        self.text = text
        self._marks = marks if depth < _DEEPEST else _FLAT
        self._depth = depth
        self._done = 0
        """The line end where the last construct ended: what follows starts a block."""
        self._unclosed: set[str] = set()
        """Marks that close nowhere from here on, so that their end is looked for but once."""

    def headings(self) -> Iterator[Raw]:
        place = 0
        search, text = self._marks.search, self.text
        while match := search(text, place):
            kind = match.lastgroup or ""
            if kind == "heading":
                self._done = place = match.end()
                title = match[kind]
                yield len(match["level"]), _CLOSING.sub("", title) if "#" in title else title
                continue
            found, end = _READERS[kind](self, match)
            yield from found
            self._done = self._done if end is None else end
            place = max(match.end(), self._done)

    def inside(self, text: str) -> Iterator[Raw]:
        """Yield the headings of a text that is a document of its own."""
        return _Walk("\n" + text, self._marks, self._depth + 1).headings()

    def after(self, mark: str, place: int) -> int | None:
        """Return where a mark ends that closes something, or None when nothing closes it."""
        found = -1 if mark in self._unclosed else self.text.find(mark, place)
        if found < 0:
            self._unclosed.add(mark)
            return None
        return found + len(mark)

    def may_title(self, start: int, title: str) -> bool:
        """Whether a line, which begins after `start`, may be a heading if it is underlined."""
        if start < self._done or not title or title[0] == "|" or not self.starts_block(start):
            return False
        is_code = self.text.startswith("    ", start + 1)
        return not is_code and not _NESTED.match(self.text, start)

    def follows_text(self, start: int) -> bool:
        """Whether there is text between the last construct and the line after this line end."""
        return bool(self.text[self._done : start].strip())

    def starts_block(self, start: int) -> bool:
        """Whether the line after this line end is the first of a block."""
        before = self.text.rfind("\n", 0, start)
        return start == self._done or not self.text[before + 1 : start].strip()


# Readers take a walk at the start of a construct. They return the headings in it and where it ends,
# or None for the end of what only looked like a start.
_Reading = tuple[Iterable[Raw], int | None]


def _underline(walk: _Walk, match: re.Match[str]) -> _Reading:
    start = walk.text.rfind("\n", 0, match.start())
    title = walk.text[start + 1 : match.start()].strip() if start >= 0 else ""
    if not walk.may_title(start, title):
        return (), match.end() if match["underline"].startswith("---") else None
    return [(1 if match["underline"][0] == "=" else 2, title)], match.end()


def _fence(walk: _Walk, match: re.Match[str]) -> _Reading:
    mark = match["fence"]
    closing = re.compile(rf"\n[ ]{{0,3}}{mark[0]}{{{len(mark)},}}[ ]*(?=\n|\Z)")
    close = closing.search(walk.text, match.end())
    return (), close.end() if close else len(walk.text)


def _formula(walk: _Walk, match: re.Match[str]) -> _Reading:
    return (), walk.after("$$" if match["formula"] == "$$" else "\\]", match.end())


def _comment(walk: _Walk, match: re.Match[str]) -> _Reading:
    return (), walk.after("-->" if match["comment"] == "<!--" else "%%", match.end())


def _literal(walk: _Walk, match: re.Match[str]) -> _Reading:
    end = walk.after(f"</{match['literal']}", match.end())
    return _html(walk, match) if end is None else ((), end)


def _html(walk: _Walk, match: re.Match[str]) -> _Reading:
    blank = _BLANK_LINE.search(walk.text, match.end())
    end = blank.start() if blank else len(walk.text)
    raw = _RAW_HEADING.finditer(walk.text, match.start(), end)
    return [(int(found[1]), found[0]) for found in raw], end


def _lone(walk: _Walk, match: re.Match[str]) -> _Reading:
    return _html(walk, match) if walk.starts_block(match.start()) else ((), None)


def _quote(walk: _Walk, match: re.Match[str]) -> _Reading:
    lines = _QUOTE_LINES.match(walk.text, match.start())
    end = lines.end() if lines else match.end()
    return walk.inside(_QUOTE_MARK.sub("\n", walk.text[match.start() : end])), end


def _remark(walk: _Walk, match: re.Match[str]) -> _Reading:
    return _indented(walk, walk.text.find("\n", match.end()))


def _definition(walk: _Walk, match: re.Match[str]) -> _Reading:
    if not walk.follows_text(match.start()):
        return (), None
    line_end = walk.text.find("\n", match.end())
    first = walk.text[match.end() : line_end if line_end >= 0 else None]
    found, end = _indented(walk, line_end)
    return chain(walk.inside(first), found), end


def _indented(walk: _Walk, line_end: int) -> _Reading:
    lines = _INDENTED_LINES.match(walk.text, line_end) if line_end >= 0 else None
    if lines is None:
        return (), len(walk.text)
    return walk.inside(lines[0].replace("\n    ", "\n")), lines.end()


def _item(walk: _Walk, match: re.Match[str]) -> _Reading:
    mark = match["item"].rstrip(" ")
    if mark not in _INTERRUPTING and not walk.starts_block(match.start()):
        return (), None
    spaces = len(match["item"]) - len(mark)
    width = match.start("item") - match.start() - 1 + len(mark)
    width += spaces if spaces in range(1, 5) else 1
    taken: list[str] = []
    end = match.start()
    for line, line_end in _lines(walk.text, match.start()):
        if taken and not _belongs(line, width, taken[-1]):
            break
        taken.append(line[width:] if line.strip() else "")
        end = line_end
    return walk.inside("\n".join(taken)), end


def _belongs(line: str, width: int, before: str) -> bool:
    """Whether a line goes on with a list item: it is blank, indented, or a lazy continuation."""
    if not line.strip() or len(line) - len(line.lstrip(" ")) >= width:
        return True
    return bool(before.strip()) and not _starts_block(line)


def _starts_block(line: str) -> bool:
    start = _NESTED.match("\n" + line)
    if start is None or start.lastgroup == "definition":
        return bool(_RULE_LINE.match(line.strip()))
    return start.lastgroup != "underline" or start["underline"].startswith("---")


def _lines(text: str, start: int) -> Iterator[tuple[str, int]]:
    """Yield lines and their ends, from the one after the line end at `start`."""
    while 0 <= start < len(text):
        end = text.find("\n", start + 1)
        end = len(text) if end < 0 else end
        yield text[start + 1 : end], end
        start = end


_READERS: Mapping[str, Callable[[_Walk, re.Match[str]], _Reading]] = MappingProxyType(
    {
        "underline": _underline,
        "fence": _fence,
        "formula": _formula,
        "comment": _comment,
        "literal": _literal,
        "html": _html,
        "tag": _lone,
        "directive": _lone,
        "quote": _quote,
        "remark": _remark,
        "definition": _definition,
        "item": _item,
    }
)
