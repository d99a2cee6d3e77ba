"""How the verbs on notes find annotations and print them."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from studyapp.course.compiler import Compiler
from studyapp.course.finding import find_course
from studyapp.course.loader import load_course
from studyapp.model import Course, StudyError
from studyapp.notekeeping import Keeper
from studyapp.verbs.courses import home_of
from studyapp.verbs.output import complain, print_json, print_lines
from studyapp.workspace import Workspace

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator

    from studyapp.placing import Placed

SHOWN = 72


def as_json(placed: Placed, course: str) -> dict[str, Any]:
    """Return an annotation as the command line tells it: where it is in the course as it now is."""
    one, anchor, found = placed.annotation, placed.annotation.anchor, placed.found
    return {
        "id": one.id,
        "course": course,
        "section": placed.section,
        "kind": one.kind,
        "quote": anchor.quote if anchor else "",
        "prefix": anchor.prefix if anchor else "",
        "suffix": anchor.suffix if anchor else "",
        "start": found.start if found else None,
        "end": found.end if found else None,
        "state": placed.state,
        "color": one.color,
        "note": one.note,
        "tags": one.tags,
        "created": one.created,
        "updated": one.modified,
    }


def as_lines(placed: Placed) -> Iterator[str]:
    """Yield an annotation as lines for a reader."""
    one = placed.annotation
    facts = [one.kind, *([one.color] if one.color else []), *(f"#{tag}" for tag in one.tags)]
    state = "" if placed.state == "anchored" else f"  ({placed.state})"
    yield f"{one.id}  {placed.section or '(free)'}  {' '.join(facts)}{state}"
    if one.anchor:
        yield f"    “{_short(one.anchor.quote)}”"
    if one.note:
        yield f"    {_short(one.note)}"


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= SHOWN else line[: SHOWN - 1] + "…"


def print_annotation(arguments: argparse.Namespace, placed: Placed, course: str) -> None:
    """Print one annotation."""
    if arguments.json:
        print_json(as_json(placed, course))
    else:
        print_lines(as_lines(placed))


def act_on(arguments: argparse.Namespace, act: Callable[[Workspace, str], object]) -> int:
    """Do something with the annotation that was named, and print it as it then is."""
    home = home_of(arguments)
    keeper = Keeper(home)
    if keeper.notebook:
        keeper.notebook.refresh()
    annotation_id, course_id = _named(keeper, arguments.id)
    course = _course(arguments, keeper, course_id)
    with Compiler(home.cache) as compiler:
        workspace = Workspace(course, home, compiler, keeper)
        act(workspace, annotation_id)
        changed = workspace.notes.get(annotation_id)
        if changed is not None:
            print_annotation(arguments, workspace.whereabouts.place(changed), course_id)
        keeper.close()
    return 0


def _named(keeper: Keeper, wanted: str) -> tuple[str, str]:
    """Return the id of an annotation, of which the beginning is enough, and that of its course."""
    notebook = keeper.notebook
    every = notebook.courses() if notebook else ()
    found = [
        (one, course)
        for course in every
        for one in (notebook.annotations(course) if notebook else ())
        if one.startswith(wanted.upper()) or one == wanted
    ]
    exact = [pair for pair in found if pair[0] == wanted]
    if len(exact or found) == 1:
        return (exact or found)[0]
    why = f"{len(found)} ids begin so" if found else "the notebook has none"
    raise StudyError(f"no annotation '{wanted}'", why, "`studyapp notes` lists them with their ids")


def _course(arguments: argparse.Namespace, keeper: Keeper, course_id: str) -> Course:
    """Return the course of an annotation; one without sections where it is not found any more."""
    home = home_of(arguments)
    notebook = keeper.notebook
    described = notebook.course_description(course_id) if notebook else {}
    path = str(described.get("path", ""))
    for argument in (course_id, path):
        with suppress(StudyError):
            course = load_course(find_course(argument or course_id, home), home)
            if course.id == course_id:
                return course
    complain(f"the course {course_id} is not found, so its passages cannot be looked up")
    title = str(described.get("title", course_id))
    return Course(course_id, title, Path(path or "."), "", ())
