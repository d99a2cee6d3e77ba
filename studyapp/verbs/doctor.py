"""`studyapp doctor`: whether the notebook is sound, and its repair."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from studyapp.files import as_text
from studyapp.model import Severity
from studyapp.notekeeping import Keeper
from studyapp.verbs.courses import home_of
from studyapp.verbs.output import print_json, print_lines

if TYPE_CHECKING:
    import argparse

    from studyapp.notes.doctor import Diagnosis


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take whether to repair."""
    parser.add_argument(
        "--repair", action="store_true", help="mend what can be mended without losing anything"
    )


def run(arguments: argparse.Namespace) -> int:
    """Print what is found; the status is 1 if an error is left."""
    found = Keeper(home_of(arguments)).diagnose(repair=arguments.repair)
    if arguments.json:
        print_json({"findings": [_as_json(one) for one in found]})
    else:
        print_lines(_line(one) for one in found)
        print_lines([f"{len(found)} findings" if found else "the notebook is sound"])
    left = any(one.severity is Severity.ERROR and not one.repaired for one in found)
    return 1 if left else 0


def _as_json(one: Diagnosis) -> dict[str, Any]:
    return {
        "severity": one.severity,
        "file": as_text(one.path),
        "line": one.line,
        "message": one.message,
        "hint": one.hint,
        "repaired": one.repaired,
    }


def _line(one: Diagnosis) -> str:
    outcome = "repaired" if one.repaired else one.severity
    hint = f" ({one.hint})" if one.hint else ""
    return " ".join(f"{as_text(one.path)}:{one.line}: {outcome}: {one.message}{hint}".split())
