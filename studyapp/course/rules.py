"""What a course asks of its own content, by a table in `course.toml`; `checking` holds it to that.

[rules]
glossary = "back/glossary.md"   # the terms of every section have an entry here
except = ["back"]               # pages and folders that the rules leave alone
links = 2                       # to other sections, at least
paragraph = 120                 # words, at most

A course without the table is not asked. Each rule is a function in `RULES`, so another rule is
another function in that list. They concern the pages with text, not those that open a chapter.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from studyapp.course.layouts import course_toml
from studyapp.course.links import read_inside
from studyapp.course.shelf import decoded
from studyapp.model import Problem, Severity
from studyapp.page import Cards, Definitions, Figure, Paragraph, own_runs, plain_text, walk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from studyapp.course.checked import Checked
    from studyapp.model import Course, Section
    from studyapp.page import Page

_NUMBERS = {"links": 2, "paragraph": 120}
_KEYS = {"glossary", "except", *_NUMBERS}


@dataclass(frozen=True)
class Rules:
    """What a course asks of its sections."""

    glossary: str = ""
    """Id of the section with the terms; empty where none is asked for."""
    spared: tuple[str, ...] = ()
    links: int = _NUMBERS["links"]
    paragraph: int = _NUMBERS["paragraph"]
    problems: tuple[Problem, ...] = ()
    """What is wrong in the table itself."""

    def concern(self, section: Section) -> bool:
        """Tell whether a section is one that the rules are for."""
        below = (section.id == path or section.id.startswith(path + "/") for path in self.spared)
        return bool(section.file) and not section.children and not any(below)


def rules_of(course: Course) -> Rules | None:
    """Return what a course's `course.toml` asks for, if it asks."""
    if course.layout != course_toml.LAYOUT.id:
        return None
    try:
        values = tomllib.loads(decoded(read_inside(course.root, course_toml.FILE)))
    except (OSError, tomllib.TOMLDecodeError, RecursionError):
        return None  # told by the layout
    table = values.get("rules")
    return _rules(cast("dict[str, object]", table), course) if isinstance(table, dict) else None


def _rules(table: dict[str, object], course: Course) -> Rules:
    problems = [_bad(f"'{key}' is not a rule") for key in table.keys() - _KEYS]
    numbers = dict(_NUMBERS)
    for key in _NUMBERS.keys() & table.keys():
        value = table[key]
        if isinstance(value, int) and value > 0:
            numbers[key] = value
        else:
            problems.append(_bad(f"'{key}' must be a whole number above 0"))
    glossary = str(table.get("glossary", ""))
    if glossary and glossary not in course.by_id:
        problems.append(_bad(f"'glossary' names '{glossary}', which is no section"))
        glossary = ""
    spared = table.get("except", [])
    listed = cast("list[object]", spared) if isinstance(spared, list) else [spared]
    paths = tuple(str(path).strip("/") for path in listed)
    return Rules(glossary, paths, numbers["links"], numbers["paragraph"], tuple(problems))


def _bad(message: str) -> Problem:
    return Problem(Severity.WARNING, course_toml.FILE, 0, f"in [rules], {message}")


@dataclass(frozen=True)
class Ruled:
    """A section with the rules it has to keep."""

    checked: Checked
    rules: Rules
    terms: frozenset[str]
    """The terms of the glossary, folded in case."""

    @property
    def page(self) -> Page:
        return self.checked.page

    def warn(self, line: int, message: str, hint: str = "") -> Problem:
        """Return a warning about this section."""
        return self.checked.problem(Severity.WARNING, line, message, hint)


def terms_of(page: Page) -> frozenset[str]:
    """Return the terms that a glossary defines, folded in case."""
    entries = (
        item
        for block in walk(page.blocks)
        if isinstance(block, Definitions)
        for item in block.items
    )
    return frozenset(plain_text(term).casefold() for item in entries for term in item.terms)


def _sources(ruled: Ruled) -> Iterator[Problem]:
    for source in ruled.page.meta.sources:
        if source.url and source.title != source.url:
            continue
        lacks = "title" if source.url else "address"
        hint = f"give its `{'title' if source.url else 'url'}`"
        line = next(ruled.checked.lines_of(source.url)) if source.url else 0
        line = line or ruled.checked.line_of_words(source.title)
        yield ruled.warn(line, f"source without {lacks}: '{source.title}'", hint)


def _terms(ruled: Ruled) -> Iterator[Problem]:
    for term in ruled.page.meta.terms if ruled.rules.glossary else ():
        if term.casefold() not in ruled.terms:
            line = ruled.checked.line_of_key("terms")
            hint = f"define it in {ruled.rules.glossary}"
            yield ruled.warn(line, f"term '{term}' is not in the glossary", hint)


def _objectives(ruled: Ruled) -> Iterator[Problem]:
    if not ruled.page.meta.objectives:
        yield ruled.warn(1, "the section has no objectives", "list them in the front matter")


def _cards(ruled: Ruled) -> Iterator[Problem]:
    if not any(isinstance(block, Cards) for block in walk(ruled.page.blocks)):
        yield ruled.warn(1, "the section has no cards", "write some, such as `Question::Answer`")


def _linked(ruled: Ruled) -> Iterator[Problem]:
    own, rules = ruled.checked.section, ruled.rules
    targets = (ruled.checked.links.resolve(own.id, link.link) for link in ruled.page.links)
    ids = {target.location.section for target in targets if target.location} - {own.id}
    sections = ruled.checked.course.by_id
    others = [name for name in ids if rules.concern(sections[name])]
    if len(others) < rules.links:
        message = f"the section links to {len(others)} other sections, not {rules.links}"
        yield ruled.warn(1, message, "say what to read next to it")


def _paragraphs(ruled: Ruled) -> Iterator[Problem]:
    for block in walk(ruled.page.blocks):
        text = plain_text(block.runs) if isinstance(block, Paragraph) else ""
        if (words := len(text.split())) > ruled.rules.paragraph:
            line = ruled.checked.line_of_words(text)
            message = f"a paragraph of {words} words, more than {ruled.rules.paragraph}"
            yield ruled.warn(line, message, "part it where the thought turns")


def _described(ruled: Ruled) -> Iterator[Problem]:
    for block in walk(ruled.page.blocks):
        shown = [(block.source, block.alt)] if isinstance(block, Figure) else []
        shown += [(run.source, run.shown or "") for run in own_runs(block) if run.kind == "image"]
        for source, alt in shown:
            if not alt.strip():
                line = next(ruled.checked.lines_of(source))
                hint = "say in the brackets what it shows: `![...](...)`"
                yield ruled.warn(line, f"picture '{source}' has no description", hint)


RULES: tuple[Callable[[Ruled], Iterator[Problem]], ...] = (
    _sources,
    _terms,
    _objectives,
    _cards,
    _linked,
    _paragraphs,
    _described,
)
