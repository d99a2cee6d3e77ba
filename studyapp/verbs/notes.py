"""`studyapp notes`: what was marked and written in a course, and where it is now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.model import State
from studyapp.verbs.annotations import as_json, as_lines
from studyapp.verbs.courses import add_course, workspace_of
from studyapp.verbs.output import complain, print_json, print_lines

if TYPE_CHECKING:
    import argparse

    from studyapp.placing import Placed
    from studyapp.workspace import Workspace


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take a course and what to list of it."""
    add_course(parser, "--course")
    parser.add_argument("--section", metavar="S", default="", help="only of this section")
    states = [state.value for state in State]
    parser.add_argument("--state", choices=states, default="", help="only those in this state")
    parser.add_argument("--tag", metavar="T", default="", help="only those with this tag")
    parser.add_argument("--color", metavar="NAME", default="", help="only those of this color")
    parser.add_argument("--removed", action="store_true", help="those in the trash instead")


def run(arguments: argparse.Namespace) -> int:
    """Print the annotations in the order of the course."""
    with workspace_of(arguments, fresh=False) as workspace:
        workspace.notes.refresh()
        found = [placed for placed in _placed(arguments, workspace) if _wanted(arguments, placed)]
        course = workspace.course
        if notebook := workspace.notes.notebook:
            for finding in notebook.findings:
                complain(f"{finding.path}:{finding.line}: {finding.reason}")
        workspace.keeper.close()
    if arguments.json:
        print_json({"annotations": [as_json(placed, course.id) for placed in found]})
    else:
        print_lines(line for placed in found for line in as_lines(placed))
        print_lines([f"{len(found)} annotations in {course.title}"])
    return 0


def _placed(arguments: argparse.Namespace, workspace: Workspace) -> list[Placed]:
    notes, whereabouts, places = workspace.notes, workspace.whereabouts, workspace.course.places
    if arguments.removed:
        return [whereabouts.place(one) for one in notes.removed()]
    every = notes.all()
    whereabouts.take(whereabouts.survey(every).run())
    placed = [whereabouts.place(one) for one in every]
    return sorted(placed, key=lambda one: (places.get(one.section, -1), one.order))


def _wanted(arguments: argparse.Namespace, placed: Placed) -> bool:
    one = placed.annotation
    return (
        (not arguments.section or placed.section == arguments.section)
        and (not arguments.state or placed.state == arguments.state)
        and (not arguments.tag or arguments.tag in one.tags)
        and (not arguments.color or arguments.color == one.color)
    )
