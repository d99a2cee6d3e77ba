"""`studyapp check`: what is wrong in a course's files."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from studyapp.files import reason
from studyapp.model import Severity, StudyError
from studyapp.verbs.courses import add_course, workspace_of
from studyapp.verbs.output import print_json, print_lines, say

if TYPE_CHECKING:
    import argparse

    from studyapp.model import Problem


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take a course, and a text that it may take nothing over from."""
    add_course(parser)
    parser.add_argument(
        "--against",
        metavar="FILE",
        type=Path,
        help="also tell where six words in a row, names aside, stand in this text",
    )


def run(arguments: argparse.Namespace) -> int:
    """Print the problems; the status is 1 if one of them is an error."""
    against = _text_of(arguments.against) if arguments.against else ""
    with workspace_of(arguments, fresh=True) as workspace:
        problems = workspace.check(against=against)
        say(arguments, f"checked {len(workspace.course.order)} sections")
    if arguments.json:
        print_json({"problems": problems})
    else:
        print_lines(_line(problem) for problem in problems)
        print_lines([_summary(problems)])
    return 1 if any(problem.severity == Severity.ERROR for problem in problems) else 0


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError as error:
        raise StudyError(f"cannot compare with {path}", reason(error)) from error


def _line(problem: Problem) -> str:
    place = f"{problem.file or '(course)'}:{problem.line}"
    hint = f" ({problem.hint})" if problem.hint else ""
    return " ".join(f"{place}: {problem.severity}: {problem.message}{hint}".split())


def _summary(problems: list[Problem]) -> str:
    counts = Counter(problem.severity for problem in problems)
    parts = [_count(counts[severity], severity) for severity in Severity if counts[severity]]
    return ", ".join(parts) or "no problems"


def _count(number: int, severity: Severity) -> str:
    plural = "s" if number > 1 and severity is not Severity.INFO else ""
    return f"{number} {severity}{plural}"
