"""What is wrong in a course's files, told with file, line and remedy.

The workspace asks for it on behalf of `studyapp check` and the window. Each check is a function in
`CHECKS`, so another one is another function in that list. What a course asks of its own content is
in `rules`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.course.checked import Checked
from studyapp.course.links import Links, read_inside
from studyapp.course.overlap import RUN, Other
from studyapp.course.readability import grade
from studyapp.course.rules import RULES, Ruled, Rules, rules_of, terms_of
from studyapp.course.scan import head_of
from studyapp.course.scan_front import front_of
from studyapp.course.shelf import decoded
from studyapp.course.sources import readable_name
from studyapp.files import reason
from studyapp.model import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from studyapp.course.compiler import Compiler
    from studyapp.model import Course, Section


def check_course(
    course: Course,
    compiler: Compiler,
    tick: Callable[[int, int], object] | None = None,
    *,
    against: str = "",
) -> list[Problem]:
    """Return the problems of a course, by file and line; `tick(done, total)` may raise to end.

    `against` is a text from which no run of `overlap.RUN` words may be taken over.
    """
    problems = [*course.problems, *_twins(course)]
    sources = _Sources(course)
    links = Links(course)
    pages: list[Checked] = []
    for (section, data), page in compiler.pages(sources, tick):
        checked = Checked(section, course, links, decoded(data), page)
        problems += [problem for check in CHECKS for problem in check(checked)]
        pages.append(checked)
    problems += sources.problems
    problems += _taken_over(pages, against)
    if rules := rules_of(course):
        problems += [*rules.problems, *_breaches(pages, rules), *_reading_level(pages, rules)]
    places = {section.file: place for place, section in enumerate(course.order) if section.file}
    return sorted(problems, key=lambda problem: (places.get(problem.file, -1), problem.line))


def _breaches(pages: list[Checked], rules: Rules) -> Iterator[Problem]:
    glossary = (checked.page for checked in pages if checked.section.id == rules.glossary)
    terms = frozenset[str]().union(*map(terms_of, glossary))
    for checked in pages:
        if rules.concern(checked.section):
            for rule in RULES:
                yield from rule(Ruled(checked, rules, terms))


def _reading_level(pages: list[Checked], rules: Rules) -> Iterator[Problem]:
    """Yield a remark on how hard the course reads; the formula is made for English."""
    concerned = [checked for checked in pages if rules.concern(checked.section)]
    grades = {checked.section.id: level for checked in concerned if (level := grade(checked.page))}
    if grades and concerned[0].course.language.startswith("en"):
        middle = sum(grades.values()) / len(grades)
        easy, hard = (
            min(grades, key=lambda name: grades[name]),
            max(grades, key=lambda name: grades[name]),
        )
        message = (
            f"reading level: Flesch-Kincaid grade {middle:.1f} on average, "
            f"from {grades[easy]:.1f} ({easy}) to {grades[hard]:.1f} ({hard})"
        )
        yield Problem(Severity.INFO, "", 0, message)


def _taken_over(pages: list[Checked], against: str) -> Iterator[Problem]:
    other = Other(against)
    for checked in pages if against else ():
        for passage in other.shared(checked.page.text):
            line = checked.line_of_words(passage)
            message = f"more than {RUN - 1} words in a row from the other text: '{passage}'"
            hint = "say it in words of your own"
            yield checked.problem(Severity.WARNING, line, " ".join(message.split()), hint)


class _Sources:
    """The files of a course, each read when its turn comes."""

    def __init__(self, course: Course) -> None:
        self._root = course.root
        self._sections = [section for section in course.order if section.file]
        self.problems: list[Problem] = []
        """Those that could be read when the course was loaded, and cannot now."""

    def __len__(self) -> int:
        return len(self._sections)

    def __iter__(self) -> Iterator[tuple[tuple[Section, bytes], bytes, str]]:
        for section in self._sections:
            try:
                data = read_inside(self._root, section.file)
            except OSError as error:
                message = "the file cannot be read: " + reason(error)
                self.problems.append(Problem(Severity.ERROR, section.file, 0, message))
            else:
                yield (section, data), data, readable_name(section.file)


def _flaws(checked: Checked) -> Iterator[Problem]:
    """Yield what was found while the page was compiled: encoding, front matter, cards, sizes..."""
    for flaw in checked.page.flaws:
        yield checked.problem(Severity(flaw.severity), flaw.line, flaw.message, flaw.hint)


def _empty(checked: Checked) -> Iterator[Problem]:
    if not checked.source[front_of(checked.source).end :].strip():
        hint = "write it, or set `draft: true`"
        yield checked.problem(Severity.WARNING, 1, "the section is empty", hint)


def _titles(checked: Checked) -> Iterator[Problem]:
    if not head_of(checked.source).title:
        hint = "begin with a line such as `# Title`"
        message = f"the section has no title; its file name is shown: '{checked.section.title}'"
        yield checked.problem(Severity.WARNING, 1, message, hint)


def _broken_links(checked: Checked) -> Iterator[Problem]:
    lines: dict[str, Iterator[int]] = {}
    for link in checked.page.links:
        target = checked.links.resolve(checked.section.id, link.link)
        if not target.message:
            continue
        written = link.link.removeprefix("wiki:")
        line = next(lines.setdefault(written, checked.lines_of(written)))
        if target.kind == "refused":
            hint = "link to a file of the course or to a web address"
            message = f"link '{written}' leads out of the course and is not followed"
            yield checked.problem(Severity.WARNING, line, message, hint)
        else:
            # A link whose section is there still leads to the right page.
            severity = Severity.WARNING if target.kind == "section" else Severity.ERROR
            yield checked.problem(severity, line, f"broken link '{written}'", target.message)


def _pictures(checked: Checked) -> Iterator[Problem]:
    for source in checked.page.images:
        if source.startswith("data:") or checked.links.image(checked.section.id, source):
            continue
        line = next(checked.lines_of(source))
        if checked.links.leads_out(checked.section.id, source):
            hint = "put the picture into the course's folder"
            message = f"picture '{source}' is outside the course and is not shown"
            yield checked.problem(Severity.WARNING, line, message, hint)
        else:
            hint = "check its path, which starts from this file's folder"
            yield checked.problem(Severity.ERROR, line, f"missing picture '{source}'", hint)


CHECKS: tuple[Callable[[Checked], Iterator[Problem]], ...] = (
    _flaws,
    _empty,
    _titles,
    _broken_links,
    _pictures,
)


def _twins(course: Course) -> Iterator[Problem]:
    """Yield sections of one chapter that are called alike."""
    chapters = (course.sections, *(section.children for section in course.order))
    for sections in chapters:
        seen: dict[str, Section] = {}
        for section in sections:
            first = seen.setdefault(section.title.casefold(), section)
            if first is not section:
                message = f"'{section.title}' is also the title of {first.file or first.id}"
                hint = "give each section of a chapter a title of its own"
                yield Problem(Severity.INFO, section.file or section.id, 1, message, hint)
