"""From the words of the command line to a course, for the verbs that read one."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from studyapp.course.finding import find_course
from studyapp.course.loader import load_course
from studyapp.files import Home
from studyapp.verbs.output import say

if TYPE_CHECKING:
    import argparse
    from collections.abc import Generator

    from studyapp.model import Course
    from studyapp.workspace import Workspace


def add_course(
    parser: argparse.ArgumentParser, name: str = "course", *, omitted: str = "the bundled one"
) -> None:
    """Let a verb be given a course: as `COURSE`, or as an option when the name is one.

    `omitted` is what the verb takes without one, in words.
    """
    parser.add_argument(
        name,
        metavar="COURSE",
        default="",
        nargs=None if name.startswith("-") else "?",
        help=f"a folder, a Markdown file or the id of a known course; {omitted} if omitted",
    )


def add_place(parser: argparse.ArgumentParser) -> None:
    """Let a verb be given a place in the course."""
    parser.add_argument("--section", metavar="S", default="", help="a section id")
    parser.add_argument(
        "--heading", metavar="H", default="", help="a heading in it, by its id or its words"
    )


def home_of(arguments: argparse.Namespace) -> Home:
    """Return the folders to work with."""
    return Home.at(arguments.home)


def read_course(arguments: argparse.Namespace, *, fresh: bool) -> Course:
    """Return the course that was named."""
    home = home_of(arguments)
    started = time.perf_counter()
    course = load_course(find_course(arguments.course, home), home, fresh=fresh)
    seconds = time.perf_counter() - started
    say(arguments, f"{len(course.order)} sections of {course.root} in {seconds:.2f} s")
    return course


@contextmanager
def workspace_of(arguments: argparse.Namespace, *, fresh: bool) -> Generator[Workspace]:
    """Open the course that was named; its compiler ends with the block."""
    from studyapp.course.compiler import Compiler  # noqa: PLC0415 - an outline needs no workspace
    from studyapp.workspace import Workspace  # noqa: PLC0415 - as above

    home = home_of(arguments)
    with Compiler(home.cache) as compiler:
        yield Workspace(read_course(arguments, fresh=fresh), home, compiler)
