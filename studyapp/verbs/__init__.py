"""The verbs of the command line: one row here, one module each.

A verb's module is named in its row and imported only when the verb is given, so that `--help` and
`--version` load nothing else. It has two functions: `add_arguments(parser)` and `run(arguments)`,
which returns the exit status.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, NamedTuple, Protocol, cast

if TYPE_CHECKING:
    import argparse


class Module(Protocol):
    """What a verb's module offers."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None: ...
    def run(self, arguments: argparse.Namespace) -> int: ...


class Verb(NamedTuple):
    """One word of the command line."""

    name: str
    """Also the name of its module in this folder."""
    summary: str
    has_window: bool = False

    def module(self) -> Module:
        """Return the verb's module, importing it now."""
        return cast("Module", importlib.import_module(f"studyapp.verbs.{self.name}"))


VERBS = (
    Verb("open", "open the window (what happens without a verb, too)", has_window=True),
    Verb("outline", "list the sections of a course with their headings"),
    Verb("text", "print the text of a section"),
    Verb("search", "find words in the text, the notes and the cards of a course"),
    Verb("index", "bring the index that searches use up to date"),
    Verb("highlight", "mark a passage, with a note if you like"),
    Verb("notes", "list what you marked and wrote in a course"),
    Verb("note", "edit, remove, restore or relink one annotation"),
    Verb("backup", "list, make, compare or restore snapshots of the notebook"),
    Verb("doctor", "look whether the notebook is sound, and repair it"),
    Verb("stats", "tell how much of a course was read, and what was marked in it"),
    Verb("check", "list what is wrong in a course"),
    Verb("screenshot", "draw the window into a picture file", has_window=True),
)
