"""A quick look at a section's source, without the Markdown parser: title, headings, words, and what it says of itself.

`course.folder` asks for titles while a course is loaded, the command line for outlines of whole
courses, and `course.links` for the headings that a link may mean. Ids and titles are those of
`course.markup.compile_page`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape

from studyapp.course.slugs import Slugs


@dataclass(frozen=True, slots=True)
class OutlineHeading:
    """A heading as the outline lists it."""

    level: int
    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Outline:
    """What a section holds, at a glance."""

    title: str
    """From the front matter, else the first heading of level 1, else empty."""
    headings: tuple[OutlineHeading, ...]
    words: int
    """Words of the source without front matter, so a little more than the page has."""


@dataclass(frozen=True, slots=True)
class Head:
    """What a section says of itself before and at the start of its text."""

    title: str = ""
    draft: bool = False
    aliases: tuple[str, ...] = ()


def outline_of(source: str) -> Outline:
    """Return title, headings and number of words."""
    front, start = _front_matter(source)
    slugs = Slugs()
    headings: list[OutlineHeading] = []
    for level, text in _headings(source, start):
        title, wanted = _title_and_id(text)
        headings.append(
            OutlineHeading(level, slugs.take(wanted) if wanted else slugs.id_for(title), title)
        )
    title = _head_of_front(front).title if front else ""
    if not title:
        title = next((heading.title for heading in headings if heading.level == 1), "")
    return Outline(title, tuple(headings), len(source[start:].split()))


def head_of(source: str) -> Head:
    """Return the title and what else the tree of sections needs, reading no further than to the title."""
    front, start = _front_matter(source)
    head = _head_of_front(front) if front else Head()
    if head.title:
        return head
    first = next((text for level, text in _headings(source, start) if level == 1), "")
    return Head(_title_and_id(first)[0], head.draft, head.aliases)


_FRONT = re.compile(
    r"(?:---[ \t]*\n(.*?\n)??---[ \t]*(?:\n|\Z)|\+\+\+[ \t]*\n(.*?\n)??\+\+\+[ \t]*(?:\n|\Z))",
    re.DOTALL,
)


def _front_matter(source: str) -> tuple[str, int]:
    if not source.startswith(("---", "+++")):
        return "", 0
    match = _FRONT.match(source)
    return (match[0], match.end()) if match else ("", 0)


_SIMPLE = r"""[ \t]*(?:"([^"\\\n]*)"|'([^'\n]*)'|([^\W\d_](?:[^\n:#]|:(?=\S)|(?<=\S)\#)*))[ \t]*$(?!\n[ \t])"""
_TITLE = re.compile(r"^title:" + _SIMPLE, re.MULTILINE)
_NOT_TEXT = frozenset({"true", "false", "yes", "no", "on", "off", "null", "y", "n"})


def _head_of_front(front: str) -> Head:
    """Read the usual simple lines here, and leave anything else to the real parser."""
    title = _TITLE.search(front)
    draft = "\ndraft" in front
    simple = front.startswith("---") and not draft and "\nalias" not in front
    if simple and title and (title[3] or "").strip().lower() not in _NOT_TEXT:
        return Head(next(group for group in title.groups() if group is not None).strip())
    if simple and "\ntitle" not in front:
        return Head()
    return _parsed_head(front)


def _parsed_head(front: str) -> Head:
    import frontmatter  # noqa: PLC0415 - brings YAML, which few courses need before a page is compiled

    try:
        values = frontmatter.loads(front).metadata
    except Exception:  # noqa: BLE001 - the parser's errors have no common base; `check` reports them
        return Head()
    aliases = values.get("aliases") or values.get("alias") or ()
    if isinstance(aliases, str):
        aliases = (aliases,)
    return Head(
        str(values.get("title") or ""), values.get("draft") is True, tuple(map(str, aliases))
    )


_MARKS = re.compile(
    r"^(?P<fence>[ ]{0,3}(?:`{3,}|~{3,}))[^\n]*$"
    r"|<!--"
    r"|^(?P<level>\#{1,6})(?P<atx>[^\n]*)$"
    r"|(?:^[ \t]*\n|\A)(?P<setext>[^\n]*\S[^\n]*)\n(?P<line>=+|-+)[ ]*$",
    re.MULTILINE,
)


def _headings(source: str, start: int):
    while match := _MARKS.search(source, start):
        start = match.end()
        if match["fence"]:
            fence = match["fence"].strip()
            close = re.compile(
                rf"^[ ]{{0,3}}{re.escape(fence[0])}{{{len(fence)},}}[ \t]*$", re.MULTILINE
            )
            end = close.search(source, start)
            start = end.end() if end else start
        elif match["level"]:
            text = match["atx"].strip().rstrip("#").strip()
            yield len(match["level"]), text
        elif match["setext"]:
            yield (1 if match["line"][0] == "=" else 2), match["setext"].strip()
        else:
            end = source.find("-->", start)
            start = end + 3 if end >= 0 else start


_ID = re.compile(r"[ \t]*\{:?[ ]*(?:[^}]*?[ ])?#([\w:.-]+)[^}]*\}[ \t]*$")
_MARKUP = re.compile(r"[*_`\[\]<&\\$=~^!{]")


def _title_and_id(text: str) -> tuple[str, str]:
    if not _MARKUP.search(text):
        return " ".join(text.split()), ""
    wanted = _ID.search(text)
    if wanted:
        text = text[: wanted.start()]
    return " ".join(_plain(text).split()), wanted[1] if wanted else ""


_INLINE = (
    (re.compile(r"!?\[\[(?:[^\]|]*\|)?([^\]]*)\]\]"), r"\1"),
    (re.compile(r"!?\[([^\]]*)\]\([^)]*\)"), r"\1"),
    (re.compile(r"\[\^[^\]]*\]"), ""),
    (re.compile(r"</?[a-zA-Z][^>]*>"), ""),
    (re.compile(r"(\*\*|__|~~|==|[*_`])(?=\S)(.+?)(?<=\S)\1"), r"\2"),
    (re.compile(r"\\([\\`*_{}\[\]()>#+\-.!])"), r"\1"),
)


def _plain(text: str) -> str:
    for pattern, kept in _INLINE:
        text = pattern.sub(kept, text)
    return unescape(text)
