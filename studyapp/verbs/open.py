"""`studyapp open`: the window. Only this verb and `screenshot` load Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.course.finding import find_course, last_course
from studyapp.options import WindowOptions
from studyapp.verbs.courses import add_course, add_place, home_of

if TYPE_CHECKING:
    import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take a course and a place in it."""
    add_course(parser)
    add_place(parser)


def run(arguments: argparse.Namespace) -> int:
    """Open the window and wait until it is closed."""
    home = home_of(arguments)
    options = WindowOptions(
        home=home,
        course=find_course(arguments.course, home) if arguments.course else last_course(home),
        section=arguments.section,
        heading=arguments.heading,
        verbose=arguments.verbose,
    )
    from studyapp.gui.app import run_window  # noqa: PLC0415 - a wrong course is told without Qt

    return run_window(options)
