"""How the verbs print: results to stdout alone, words about the work to stderr."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable


def print_json(value: object) -> None:
    """Print a value as one line of JSON, in UTF-8."""
    print_lines([msgspec.json.encode(value).decode()])


def print_lines(lines: Iterable[str]) -> None:
    """Print lines of text."""
    sys.stdout.writelines(line + "\n" for line in lines)


def say(arguments: argparse.Namespace, message: str) -> None:
    """Tell what is done, if that was asked for with `-v`."""
    if arguments.verbose:
        sys.stderr.write(f"studyapp: {message}\n")
