"""`studyapp text`: the canonical text of a section, as searched, quoted and annotated."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.verbs.courses import add_course, workspace_of
from studyapp.verbs.output import print_json, print_lines

if TYPE_CHECKING:
    import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take a section, and a course as an option."""
    parser.add_argument("section", metavar="SECTION", help="a section id, as `outline` lists them")
    add_course(parser, "--course")


def run(arguments: argparse.Namespace) -> int:
    """Print the text."""
    with workspace_of(arguments, fresh=False) as workspace:
        page = workspace.page(arguments.section)
    if arguments.json:
        print_json({"section": arguments.section, "title": page.title, "text": page.text})
    else:
        print_lines([page.text])
    return 0
