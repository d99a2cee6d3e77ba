"""The scenes in which the program is looked at, and the words that are the same on every day.

`test_atspi` asks for each; `spoken_program` sets it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from atspi import Node


class Scene(NamedTuple):
    """What is done, and what is then looked at."""

    name: str
    acts: str
    """Commands by id, sections to go to, and words to search for, separated by spaces."""
    part: str = ""
    """Name of the part of the window that matters; without one, the window that is on top."""
    changes: bool = False
    """Whether its words follow from others, such as every command with its keys."""
    at_keyboard: bool = False
    """Whether it is what stands around the keyboard that matters."""


SCENES = (
    Scene("window", "panel.outline panel.outline"),
    Scene("main menu", "view.menu"),
    Scene("notes panel", "panel.notes", "Notes"),
    Scene("note being written", "notes.next_sentence notes.note", at_keyboard=True),
    Scene("mark at hand", "notes.next_sentence notes.highlight notes.open", "Marking"),
    Scene("search panel", "search:long", "Search"),
    Scene("all notes panel", "panel.hub", "All Notes"),
    Scene("find bar", "find.open", "Find in page"),
    Scene("settings", "app.settings"),
    Scene("text controls", "view.text"),
    Scene("keys", "help.shortcuts", changes=True),
    Scene("switcher", "go.switch"),
    Scene("headings", "go.headings"),
    Scene("links", "go.links"),
    Scene("print", "page.print"),
    Scene("about", "help.about"),
    Scene("card", "go:03-terns.md page.preview", "The heron"),
    Scene("enlarged table", "page.enlarge", "Table 1 of 1"),
    Scene("review", "go:01-waders/01-heron.md hub.review", "What changed"),
)

ALWAYS = ("enabled", "showing", "visible", "focused")
"""States that everything listed has, and the one that depends on the desktop."""
PASSING = (
    (re.compile(r"\b\d{1,2}:\d\d(\s[apAP][mM])?\b"), "00:00"),
    (re.compile(r"/\S*/(?=home\b)"), "/"),
    (re.compile(r"\b\d+\.\d+\.\d+\b"), "0.0.0"),
)
"""Times, folders and versions, which differ from run to run."""


def told(node: Node) -> str:
    """Return a tree as text: one object a line, with what is said of it."""
    return "".join(f"{line}\n" for line in _lines(node, 0))


def _lines(node: Node, depth: int) -> list[str]:
    name = f' "{_lasting(node.name)}"' if node.name else ""
    said = node.description and node.description != node.name
    description = f"  ({_lasting(node.description)})" if said else ""
    states = sorted(node.states.difference(ALWAYS))
    if "enabled" not in node.states:
        states.append("disabled")
    line = f"{'  ' * depth}{node.role}{name}{description}"
    if states:
        line += f"  [{', '.join(states)}]"
    below = [each for child in node.children for each in _lines(child, depth + 1)]
    return [line, *below]


def _lasting(text: str) -> str:
    for pattern, words in PASSING:
        text = pattern.sub(words, text)
    return text.replace("\n", " / ")
