"""`studyapp backup`: the snapshots of the notebook on this computer."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING

from studyapp.files import as_text
from studyapp.model import StudyError
from studyapp.notekeeping import Keeper
from studyapp.verbs.courses import home_of
from studyapp.verbs.options import common_options
from studyapp.verbs.output import print_json, print_lines

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from studyapp.notes.backups import Backups, Difference, Snapshot

ACTS = {
    "list": "list the snapshots, oldest first",
    "take": "make one now",
    "diff": "show what restoring one would change",
    "restore": "bring files back as they were; what was made since stays",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take what to do, and a snapshot."""
    acts = parser.add_subparsers(dest="act", metavar="ACT", required=True)
    for name, summary in ACTS.items():
        act = acts.add_parser(name, help=summary, parents=[common_options(inherited=True)])
        if name in {"diff", "restore"}:
            act.add_argument("name", metavar="NAME", help="its name, or the beginning of it")


def run(arguments: argparse.Namespace) -> int:
    """Do it, and print the outcome."""
    backups = Keeper(home_of(arguments)).backups
    act = {"list": _list, "take": _take, "diff": _diff, "restore": _restore}[arguments.act]
    act(arguments, backups)
    return 0


def _list(arguments: argparse.Namespace, backups: Backups) -> None:
    snapshots = backups.snapshots()
    if arguments.json:
        print_json({"snapshots": [_as_json(snapshot) for snapshot in snapshots]})
    else:
        print_lines(_name(snapshot) for snapshot in snapshots)
        print_lines([counted(len(snapshots), "snapshot")])


def _take(arguments: argparse.Namespace, backups: Backups) -> None:
    taken = backups.take()
    if arguments.json:
        print_json(_as_json(taken))
    else:
        print_lines([_name(taken)])


def _diff(arguments: argparse.Namespace, backups: Backups) -> None:
    differences = backups.differences(_named(arguments, backups))
    if arguments.json:
        print_json({"differences": differences})
    else:
        print_lines(line for difference in differences for line in _lines(difference))
        print_lines([f"{counted(len(differences))} would change"])


def _restore(arguments: argparse.Namespace, backups: Backups) -> None:
    count = backups.restore(_named(arguments, backups))
    if arguments.json:
        print_json({"restored": count})
    else:
        print_lines([f"{counted(count)} restored; the newest snapshot has what was before"])


def _named(arguments: argparse.Namespace, backups: Backups) -> Snapshot:
    found = [one for one in backups.snapshots() if _name(one).startswith(arguments.name)]
    if len(found) != 1:
        why = f"{len(found)} names begin so" if found else "there is none"
        hint = "`studyapp backup list` names them"
        raise StudyError(f"no snapshot '{arguments.name}'", why, hint)
    return found[0]


def _name(snapshot: Snapshot) -> str:
    return snapshot.path.stem.removeprefix("notebook-")


def _as_json(snapshot: Snapshot) -> dict[str, str]:
    made = snapshot.made.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return {"name": _name(snapshot), "made": made, "path": as_text(snapshot.path)}


def _lines(difference: Difference) -> Iterator[str]:
    yield f"{difference.path}: {difference.effect}"
    now, then = difference.now.splitlines(), difference.then.splitlines()
    for line in difflib.unified_diff(now, then, "now", "snapshot", lineterm="", n=1):
        yield f"    {line}"


def counted(number: int, what: str = "file") -> str:
    """Return how many there are, in words."""
    return f"{number} {what}{'' if number == 1 else 's'}"
