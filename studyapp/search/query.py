"""From what was typed to what is asked: words, phrases, choices, exclusions and filters.

`parse` never fails: what it does not understand is read as plain words, and `problems` says so.
Words side by side are all asked for; OR between two makes them a choice; `-` or NOT excludes;
quotation marks ask for the very words; `word*` for a beginning, `word~` for something like it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct, field
from msgspec.structs import replace

from studyapp.search.analysis import asked_terms
from studyapp.wording import translate

if TYPE_CHECKING:
    from collections.abc import Iterator

MOST_CHARACTERS = 2_000
MOST_WORDS = 32
FIELDS = ("title", "heading")
"""Words asked for in one part of a passage."""
FILTERS = ("in", "tag", "color", "chapter", "is")
"""What narrows the passages down."""

_TOKEN = re.compile(
    r'\s+|[()]|(-|\b(?:NOT\s+)+)?(\w+:)?(?:["“”„«]([^"“”„«»]*)(["“”»]|$)|([^\s()"“”„«»]+))|.',
    re.DOTALL,
)


class Words(Struct, frozen=True):
    """One word of the query, or several that must stand side by side."""

    terms: tuple[str, ...]
    quoted: bool = False
    """Only these very words count, not their other forms."""
    part: str = ""
    """One of `FIELDS`, or empty for anywhere."""
    open: bool = False
    """The word may go on: it is still being typed, or ends in `*`."""
    rough: bool = False
    """Something like it counts, too: it ends in `~`."""


class AllOf(Struct, frozen=True):
    """All of these."""

    nodes: tuple[Node, ...]


class AnyOf(Struct, frozen=True):
    """At least one of these."""

    nodes: tuple[Node, ...]


Node = Words | AllOf | AnyOf


class Filter(Struct, frozen=True):
    """A condition on where a passage stands or what it bears."""

    name: str
    value: str
    excluded: bool = False


class Query(Struct, frozen=True):
    """What is asked."""

    text: str
    required: tuple[Node, ...] = ()
    excluded: tuple[Node, ...] = ()
    filters: tuple[Filter, ...] = ()
    problems: tuple[str, ...] = ()
    """What was not understood, in whole sentences."""

    @property
    def words(self) -> tuple[Words, ...]:
        """The words asked for, in their order."""
        return tuple(word for node in self.required for word in _words_in(node))


def _words_in(node: Node) -> Iterator[Words]:
    if isinstance(node, Words):
        yield node
    else:
        for inner in node.nodes:
            yield from _words_in(inner)


def parse(text: str) -> Query:
    """Return what a query asks."""
    parser = _Parser(text)
    return parser.query()


class _Level(Struct):
    """What stands between two parentheses, or in the whole query."""

    nodes: list[Node] = field(default_factory=list["Node"])
    choice: bool = False
    """OR was the last word."""

    def add(self, node: Node) -> None:
        if self.choice and self.nodes:
            last = self.nodes.pop()
            node = AnyOf((*last.nodes, node) if isinstance(last, AnyOf) else (last, node))
        self.choice = False
        self.nodes.append(node)

    def closed(self) -> Node | None:
        if len(self.nodes) < 2:
            return self.nodes[0] if self.nodes else None
        return AllOf(tuple(self.nodes))


class _Parser:
    def __init__(self, text: str) -> None:
        self._text = text
        self._levels = [_Level()]
        self._excluded: list[Node] = []
        self._filters: list[Filter] = []
        self._problems: list[str] = []
        self._count = 0

    def query(self) -> Query:
        text = self._text.replace("\0", " ")
        if len(text) > MOST_CHARACTERS:
            self._tell(
                translate("Search", "Only the first {} characters are searched for.").format(
                    MOST_CHARACTERS
                )
            )
            text = text[:MOST_CHARACTERS]
        for match in _TOKEN.finditer(text):
            self._take(match, last=match.end() == len(text))
        while len(self._levels) > 1:
            self._tell(translate("Search", "A parenthesis is not closed."))
            self._close()
        if self._levels[0].choice:
            self._tell(translate("Search", "Nothing follows OR."))
        required = tuple(self._levels[0].nodes)
        if self._excluded and not required and not self._filters:
            self._tell(
                translate("Search", "Words to be left out need one that is looked for beside them.")
            )
        elif text.strip() and not required and not self._filters and not self._problems:
            self._tell(translate("Search", "There is no word in this to look for."))
        return Query(
            self._text,
            required,
            tuple(self._excluded),
            tuple(self._filters),
            tuple(dict.fromkeys(self._problems)),
        )

    def _tell(self, problem: str) -> None:
        self._problems.append(problem)

    def _take(self, match: re.Match[str], *, last: bool) -> None:
        whole = match[0]
        if whole == "(":
            self._levels.append(_Level())
        elif whole == ")":
            self._close()
        elif match[5] in ("OR", "AND", "NOT") and not match[1] and not match[2]:
            self._operator(match[5])
        elif match[3] is not None or match[5]:
            self._operand(match, last=last)

    def _operator(self, name: str) -> None:
        if name == "OR":
            if self._levels[-1].nodes:
                self._levels[-1].choice = True
            else:
                self._tell(translate("Search", "Nothing stands before OR."))
        elif name == "NOT":
            self._tell(translate("Search", "Nothing follows NOT."))

    def _close(self) -> None:
        if len(self._levels) == 1:
            self._tell(translate("Search", "A parenthesis is closed that was not opened."))
            return
        node = self._levels.pop().closed()
        if node is not None:
            self._levels[-1].add(node)

    def _operand(self, match: re.Match[str], *, last: bool) -> None:
        excluded = bool(match[1])
        name = (match[2] or "").removesuffix(":").casefold()
        quoted = match[3] is not None
        value = match[3] if quoted else match[5]
        if quoted and not match[4] and value:
            self._tell(translate("Search", "A quotation mark is not closed."))
        if name in FILTERS:
            self._filters.append(Filter(name, value.casefold(), excluded))
            return
        if name and name not in FIELDS:
            value, name = match[2] + value, ""
            if not value.startswith(("http:", "https:")):
                self._tell(_no_field(match[2]))
        node = _words(value, part=name, quoted=quoted, last=last and not match[4])
        if node is not None:
            self._add(node, excluded=excluded)

    def _add(self, node: Words, *, excluded: bool) -> None:
        self._count += len(node.terms)
        if self._count > MOST_WORDS:
            self._tell(
                translate("Search", "Only the first {} words are searched for.").format(MOST_WORDS)
            )
        elif excluded:
            self._excluded.append(replace(node, open=False))
        else:
            self._levels[-1].add(node)


def _no_field(name: str) -> str:
    known = ", ".join(f"{one}:" for one in (*FIELDS, *FILTERS))
    return translate(
        "Search", "“{}” is not known and was searched for as a word. There are {}."
    ).format(name, known)


def _words(value: str, *, part: str, quoted: bool, last: bool) -> Words | None:
    found = asked_terms(value)
    if not found:
        return None
    typed = last and value[-1].isalnum()
    ending = "" if quoted else value[-1]
    is_open = typed or ending == "*"
    return Words(found, quoted and not typed, part, is_open, ending == "~")
