"""`studyapp stats`: how much of a course was read, by chapter, and what was marked in it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from studyapp.verbs.courses import add_course, workspace_of
from studyapp.verbs.output import print_json, print_lines

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator

    from studyapp.model import Annotation
    from studyapp.study.progress import Summary
    from studyapp.workspace import Workspace


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take a course."""
    add_course(parser, "--course")


def run(arguments: argparse.Namespace) -> int:
    """Print progress and counts."""
    with workspace_of(arguments, fresh=True) as workspace:
        workspace.progress.catch_up()
        facts = _facts(workspace)
        workspace.progress.close()
        workspace.keeper.close()
    if arguments.json:
        print_json(facts)
    else:
        print_lines(_lines(facts))
    return 0


def _facts(workspace: Workspace) -> dict[str, Any]:
    course, progress = workspace.course, workspace.progress
    chapters = [
        {"id": one.id, "title": one.title, **_sums(progress.summary(one.id))}
        for one in course.sections
    ]
    return {
        "course": {"id": course.id, "title": course.title},
        "progress": _sums(progress.summary()),
        "chapters": chapters,
        "annotations": _counts(workspace.notes.all()),
    }


def _sums(summary: Summary) -> dict[str, int]:
    return {
        "sections": summary.sections,
        "read": summary.read,
        "seen": summary.seen,
        "changed": summary.changed,
        "unread": summary.unread,
        "words": summary.words,
        "words_read": summary.words_read,
        "minutes": round(summary.seconds / 60),
        "minutes_left": summary.minutes_left,
        "minutes_spent": round(summary.spent / 60),
    }


def _counts(annotations: Iterable[Annotation]) -> dict[str, Any]:
    made = list(annotations)
    return {
        "total": len(made),
        "kinds": dict(sorted(Counter(one.kind for one in made).items())),
        "colors": dict(sorted(Counter(one.color for one in made if one.color).items())),
    }


def _lines(facts: dict[str, Any]) -> Iterator[str]:
    yield f"{facts['course']['title']}: {_told(facts['progress'])}"
    for chapter in facts["chapters"]:
        yield f"  {chapter['title']}: {_told(chapter)}"
    notes = facts["annotations"]
    kinds = ", ".join(f"{count} {kind}" for kind, count in notes["kinds"].items())
    yield f"{notes['total']} annotations" + (f": {kinds}" if kinds else "")


def _told(sums: dict[str, int]) -> str:
    changed = f", {sums['changed']} changed since" if sums["changed"] else ""
    return (
        f"{sums['read']} of {sums['sections']} sections read{changed}, "
        f"{sums['minutes_left']} of {sums['minutes']} minutes left"
    )
