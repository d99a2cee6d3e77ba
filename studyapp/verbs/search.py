"""`studyapp search`: find words in the text, the notes and the cards of a course."""

from __future__ import annotations

import argparse
import time
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from studyapp.model import State, StudyError
from studyapp.search.passages import KINDS, NOTES
from studyapp.verbs.courses import add_course, workspace_of
from studyapp.verbs.output import complain, print_json, print_lines, say

if TYPE_CHECKING:
    from collections.abc import Iterator

    from studyapp.search.hits import Hit, Results
    from studyapp.searching import Searching
    from studyapp.workspace import Workspace

LIMIT = 20
QUICK = 300
"""Sections that are read anew before a search; with more the answer comes first."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take a query, a course, and what to search of it."""
    parser.add_argument(
        "query",
        metavar="QUERY",
        help='words, "a phrase", a OR b, -word, word*, title:, chapter:, tag:, color:, in:, is:',
    )
    add_course(parser, "--course")
    parser.add_argument(
        "--in",
        dest="kinds",
        metavar="KINDS",
        type=_kinds,
        default=KINDS,
        help="text, notes, cards, or several with commas between; all if omitted",
    )
    parser.add_argument(
        "--limit", metavar="N", type=_limit, default=LIMIT, help=f"most hits to print ({LIMIT})"
    )


def run(arguments: argparse.Namespace) -> int:
    """Print what is found."""
    with workspace_of(arguments, fresh=False) as workspace:
        search = workspace.search
        _refresh(arguments, search, workspace)
        started = time.perf_counter()
        states = workspace.progress.named() if "is:" in arguments.query else None
        results = search.search(
            arguments.query, kinds=arguments.kinds, states=states, limit=arguments.limit
        )
        seconds = time.perf_counter() - started
        hits = [_placed(hit, workspace) for hit in results.hits]
        search.close()
        workspace.keeper.close()
    for problem in results.problems:
        complain(problem)
    if arguments.json:
        print_json(_as_json(results, hits, seconds))
    else:
        print_lines(_lines(results, hits))
    return 0


def _refresh(arguments: argparse.Namespace, search: Searching, workspace: Workspace) -> None:
    if search.is_built() and (outdated := search.outdated()) > QUICK:
        complain(f"{outdated} sections are not yet as they are now; `studyapp index` reads them")
        return
    try:
        counts = search.update(apart=False)
        search.update_notes(workspace.notes.all())
        say(arguments, f"{counts.updated} sections read anew, {counts.passages} passages in all")
    except StudyError as error:
        if not search.is_built():
            raise
        complain(str(error))  # what is there can be searched nonetheless


def _placed(hit: Hit, workspace: Workspace) -> Hit:
    """Return a hit in a note with the place where its passage is now."""
    annotation = workspace.notes.get(hit.key) if hit.kind == NOTES else None
    if annotation is None:
        return hit
    found, anchor = workspace.whereabouts.place(annotation).found, annotation.anchor
    if found is None or anchor is None:
        return replace(hit, start=0, end=0)
    if found.state is State.ANCHORED:
        return hit.shifted(found.start - anchor.start)
    return replace(hit, start=found.start, end=found.end)


def _as_json(results: Results, hits: list[Hit], seconds: float) -> dict[str, Any]:
    names = (
        "kind",
        "section",
        "title",
        "heading",
        "snippet",
        "marks",
        "start",
        "end",
        "score",
        "why",
    )
    return {
        "query": results.query,
        "total": results.total,
        "suggestion": results.suggestion,
        "took_ms": round(seconds * 1000, 1),
        "hits": [{name: getattr(hit, name) for name in names} for hit in hits],
    }


def _lines(results: Results, hits: list[Hit]) -> Iterator[str]:
    for hit in hits:
        heading = f" > {hit.heading}" if hit.heading and hit.heading != hit.title else ""
        yield f"{hit.title or hit.section or 'Note'}{heading}  [{hit.section}]"
        yield f"    {hit.snippet}"
    shown = f"{len(hits)} of {results.total}" if results.total > len(hits) else str(results.total)
    yield f"{shown} found" + (f"; did you mean: {results.suggestion}" if results.suggestion else "")


def _kinds(text: str) -> tuple[str, ...]:
    kinds = tuple(part.strip() for part in text.split(",") if part.strip())
    if not kinds or not set(kinds) <= set(KINDS):
        raise argparse.ArgumentTypeError(f"'{text}' is not made of {', '.join(KINDS)}")
    return kinds


def _limit(text: str) -> int:
    if not text.isdecimal() or not text.isascii() or len(text) > 6:
        raise argparse.ArgumentTypeError(f"'{text}' is no number of hits")
    return int(text)
