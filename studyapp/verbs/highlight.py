"""`studyapp highlight`: marks a passage that is told by its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.model import COLORS
from studyapp.notes.quoting import find_quote
from studyapp.verbs.annotations import print_annotation
from studyapp.verbs.courses import add_course, workspace_of

if TYPE_CHECKING:
    import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take a section, the words, and what goes with them."""
    parser.add_argument("section", metavar="SECTION", help="a section id, as `outline` lists them")
    parser.add_argument("--quote", metavar="Q", required=True, help="the words to mark")
    parser.add_argument("--prefix", metavar="P", default="", help="the words before them")
    parser.add_argument("--suffix", metavar="S", default="", help="the words after them")
    parser.add_argument("--color", metavar="NAME", default=COLORS[0], help=", ".join(COLORS))
    parser.add_argument("--note", metavar="MD", default="", help="a note, in Markdown")
    add_tags(parser)
    add_course(parser, "--course")


def add_tags(parser: argparse.ArgumentParser) -> None:
    """Let a verb be given tags."""
    parser.add_argument(
        "--tag", metavar="T", action="append", dest="tags", help="a tag; may be given repeatedly"
    )


def run(arguments: argparse.Namespace) -> int:
    """Mark the passage and print the annotation."""
    with workspace_of(arguments, fresh=False) as workspace:
        text = workspace.page(arguments.section).text
        span = find_quote(text, arguments.quote, arguments.prefix, arguments.suffix)
        made = workspace.notes.add(
            arguments.section,
            span,
            color=arguments.color,
            note=arguments.note,
            tags=arguments.tags or (),
        )
        print_annotation(arguments, workspace.whereabouts.place(made), workspace.course.id)
        workspace.keeper.close()
    return 0
