"""`studyapp outline`: the sections of a course with their headings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from studyapp.course.finding import find_course
from studyapp.course.loader import outline_course, path_of
from studyapp.files import as_text
from studyapp.verbs.courses import add_course, home_of
from studyapp.verbs.output import print_json, print_lines, say

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from studyapp.course.loader import Outlines
    from studyapp.model import Course, Section


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take a course."""
    add_course(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print the outline."""
    home = home_of(arguments)
    course, outlines = outline_course(find_course(arguments.course, home), home)
    say(arguments, f"read {len(course.order)} sections of {course.root}")
    if arguments.json:
        print_json(_as_json(course, outlines))
    else:
        print_lines(_lines(course, outlines))
    return 0


def _as_json(course: Course, outlines: Outlines) -> dict[str, Any]:
    facts = {
        "id": course.id,
        "title": course.title,
        "path": as_text(path_of(course)),
        "layout": course.layout,
        "sections": len(course.order),
        "words": sum(outline.words for outline in outlines.values()),
    }
    tree = [_branch(section, outlines) for section in course.sections]
    return {"course": facts, "tree": tree, "problems": course.problems}


def _branch(section: Section, outlines: Outlines) -> dict[str, Any]:
    outline = outlines.get(section.file)
    return {
        "id": section.id,
        "title": section.title,
        "words": outline.words if outline else 0,
        "headings": outline.headings if outline else (),
        "children": [_branch(child, outlines) for child in section.children],
    }


def _lines(course: Course, outlines: Outlines) -> Iterator[str]:
    words = sum(outline.words for outline in outlines.values())
    yield f"{course.title}: {len(course.order)} sections, {words:,} words"
    for section in course.order:
        indent = "  " * len(course.trail(section.id))
        yield f"{indent}{section.title}  [{section.id}]"
