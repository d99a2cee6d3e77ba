"""How the verbs print: results to stdout alone, words about the work to stderr."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

import msgspec

from studyapp.files import reason
from studyapp.model import StudyError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable


def print_json(value: object) -> None:
    """Print a value as one line of JSON, in UTF-8."""
    print_lines([msgspec.json.encode(value, enc_hook=format).decode()])


def print_lines(lines: Iterable[str]) -> None:
    """Print lines of text; BrokenPipeError when nobody reads them any more."""
    try:
        sys.stdout.writelines(line + "\n" for line in lines)
        sys.stdout.flush()
    except OSError as error:
        _drop_output()
        if isinstance(error, BrokenPipeError):
            raise
        hint = "check where the output goes"
        raise StudyError("cannot print the result", reason(error), hint) from error


def _drop_output() -> None:
    # Python flushes once more when it ends, and would then complain where nobody listens.
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def complain(message: str) -> None:
    """Tell something that the user should know beside the result."""
    sys.stderr.write(f"studyapp: {message}\n")


def say(arguments: argparse.Namespace, message: str) -> None:
    """Tell what is done, if that was asked for with `-v`."""
    if arguments.verbose:
        complain(message)
