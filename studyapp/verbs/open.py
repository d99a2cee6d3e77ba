"""`studyapp open`: the window. Only this verb and `screenshot` load Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from studyapp.addresses import is_address, read_address
from studyapp.course.finding import find_course, known_course, last_course
from studyapp.model import StudyError
from studyapp.options import WindowOptions
from studyapp.verbs.courses import add_course, add_place, home_of

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from studyapp.files import Home


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take a course and a place in it, or the address of a place."""
    add_course(parser, omitted="the one opened last")
    add_place(parser)
    parser.epilog = "COURSE may also be an address, as Copy Link gives it: studyapp://..."


def run(arguments: argparse.Namespace) -> int:
    """Open the window and wait until it is closed."""
    home = home_of(arguments)
    options = WindowOptions(
        home=home,
        course=_course(arguments.course, home),
        address=arguments.course if is_address(arguments.course) else "",
        section=arguments.section,
        heading=arguments.heading,
        verbose=arguments.verbose,
    )
    from studyapp.gui.app import run_window  # noqa: PLC0415 - a wrong course is told without Qt

    return run_window(options)


def _course(argument: str, home: Home) -> Path:
    """Return the path of what was asked for; the course of an address must be known already."""
    if argument.startswith("file:"):
        from urllib.request import url2pathname  # noqa: PLC0415 - what desktops hand over

        argument = url2pathname(urlsplit(argument).path)
    if not is_address(argument):
        return find_course(argument, home) if argument else last_course(home)
    named = read_address(argument)
    what = "cannot open this address"
    if named is None:
        raise StudyError(what, "it names no place in a course", "copy it again with Copy Link")
    if found := known_course(named.course, home):
        return found
    why = f"no course '{named.course}' was opened here before"
    raise StudyError(what, why, "open its folder once")
