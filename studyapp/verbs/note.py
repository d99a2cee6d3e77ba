"""`studyapp note`: edits, removes, restores or relinks one annotation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.model import COLORS
from studyapp.notes.quoting import find_quote
from studyapp.verbs.annotations import act_on
from studyapp.verbs.highlight import add_tags
from studyapp.verbs.options import common_options

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from studyapp.workspace import Workspace


ACTS = {
    "edit": "change its note, color or tags",
    "remove": "put it into the trash",
    "restore": "take it out of the trash",
    "relink": "tell the passage that it belongs to",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take what to do, and the annotation."""
    acts = parser.add_subparsers(dest="act", metavar="ACT", required=True)
    edit, _, _, relink = (
        acts.add_parser(name, help=summary, parents=[common_options(inherited=True)])
        for name, summary in ACTS.items()
    )
    for act in acts.choices.values():
        act.add_argument("id", metavar="ID", help="its id, or the beginning of it")
    edit.add_argument("--note", metavar="MD", help="the new note, in Markdown")
    edit.add_argument("--color", metavar="NAME", help=", ".join(COLORS))
    add_tags(edit)
    relink.add_argument("section", metavar="SECTION", help="the section of the passage")
    relink.add_argument("--quote", metavar="Q", required=True, help="the words of the passage")
    relink.add_argument("--prefix", metavar="P", default="", help="the words before them")
    relink.add_argument("--suffix", metavar="S", default="", help="the words after them")


def run(arguments: argparse.Namespace) -> int:
    """Do it, and print the annotation."""
    acts: dict[str, Callable[[Workspace, str], object]] = {
        "edit": lambda workspace, one: workspace.notes.edit(
            one, note=arguments.note, color=arguments.color, tags=arguments.tags
        ),
        "remove": lambda workspace, one: workspace.notes.remove(one),
        "restore": lambda workspace, one: workspace.notes.restore(one),
        "relink": lambda workspace, one: _relink(arguments, workspace, one),
    }
    return act_on(arguments, acts[arguments.act])


def _relink(arguments: argparse.Namespace, workspace: Workspace, annotation_id: str) -> None:
    text = workspace.page(arguments.section).text
    span = find_quote(text, arguments.quote, arguments.prefix, arguments.suffix)
    workspace.notes.relink(annotation_id, arguments.section, span)
