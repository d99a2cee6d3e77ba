"""`studyapp index`: bring the index that searches use up to date, or build it again."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from studyapp.verbs.courses import add_course, workspace_of
from studyapp.verbs.output import print_json, print_lines

if TYPE_CHECKING:
    import argparse


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take a course."""
    add_course(parser)
    parser.add_argument("--rebuild", action="store_true", help="throw the index away first")


def run(arguments: argparse.Namespace) -> int:
    """Bring the index up to date and print what was done."""
    started = time.perf_counter()
    with workspace_of(arguments, fresh=True) as workspace:
        search = workspace.search
        if arguments.rebuild:
            search.clear()
        counts = search.update(thorough=True, apart=False)
        search.update_notes(workspace.notes.all())
        search.close()
        workspace.keeper.close()
    seconds = round(time.perf_counter() - started, 3)
    if arguments.json:
        print_json({**counts._asdict(), "seconds": seconds})
    else:
        held = f"{counts.sections} sections, {counts.passages} passages"
        done = f"{counts.updated} updated, {counts.removed} removed in {seconds:.1f} s"
        print_lines([f"{held}; {done}"])
    return 0
