"""What assistive technology is told, as a screen reader hears it from the running program.

After a change that is meant, run once with STUDYAPP_UPDATE_GOLDEN=1 and read the differences.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from birds import write_birds
from scenes import SCENES, Scene, told

from studyapp.course.compiler import Compiler
from studyapp.course.loader import load_course
from studyapp.files import Home
from studyapp.gui import libraries
from studyapp.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from atspi import Node, Tree

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="AT-SPI is Linux's")

PROGRAM = Path(__file__).with_name("spoken_program.py")
GOLDEN = Path(__file__).parents[2] / "golden" / "accessibility"
ROOT = Path(__file__).parents[3]
HERON, STORK, GULL = "01-waders/01-heron.md", "01-waders/02-stork.md", "02-gulls/01-herring.md"
TERNS = "03-terns.md"
TABLE = """
They are smaller than [the heron](01-waders/01-heron.md).

| Bird  | Legs |
| ----- | ---- |
| Heron | two  |
"""
BUTTONS = {"push button", "toggle button", "check box", "radio button", "button menu"}
LISTS = {"list", "list item", "tree", "tree item", "page tab"}
ACTIVE = BUTTONS | LISTS | {"text", "slider", "spin button", "link"}
WHOLE = {"filler", "panel"}
PICTURES = {"graphic", "icon", "image"}


class Heard:
    """What the program told in each scene; always in the same order, as scenes leave traces."""

    def __init__(self, program: subprocess.Popen[str], tree: Tree) -> None:
        self._program = program
        self._tree = tree
        self._answer()
        self._name = tree.program()[0]
        self.nodes = {scene.name: self._node(scene) for scene in SCENES}
        pages = [one for one in self.nodes["window"].walk() if one.name == "Page: The heron"]
        self.words = tree.text(pages[0])
        """What the page tells through its text interface."""

    def _node(self, scene: Scene) -> Node:
        assert self._program.stdin
        self._program.stdin.write(f"{scene.acts}\n")
        self._program.stdin.flush()
        path = self._answer()[scene.at_keyboard]
        node = self._tree.read((self._name, path))
        assert not node.name.startswith("Unexpected error"), scene.acts
        return _part(node, scene.part)

    def _answer(self) -> list[str]:
        assert self._program.stdout
        return json.loads(self._program.stdout.readline())


def _part(top: Node, name: str) -> Node:
    whole = (node for node in top.walk() if node.role in WHOLE and node.name == name)
    return next(whole) if name else top


@pytest.fixture(scope="module")
def heard(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Heard]:
    """The program on the small course, with notes, one of them changed since."""
    if lacking := libraries.missing(display=True, tests=True):
        # Whoever may not install them can still run all the rest
        pytest.skip(f"to hear the window: {libraries.install_command(lacking)}")
    from atspi import Desktop, Tree  # noqa: PLC0415 - only where there is what it needs

    folder = tmp_path_factory.mktemp("heard")
    course = write_birds(folder / "birds")
    with (course / TERNS).open("a", encoding="utf-8") as file:
        file.write(TABLE)
    _mark(course, Home.at(folder / "home"))
    with Desktop(folder) as desktop:
        tree = Tree(desktop.accessibility_address())
        program = subprocess.Popen(
            [sys.executable, PROGRAM, course, folder / "home"],
            env={**desktop.environment(), "PYTHONPATH": str(ROOT)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        try:
            yield Heard(program, tree)
        finally:
            tree.close()
            program.communicate()
        assert program.returncode == 0


def _mark(course: Path, home: Home) -> None:
    with Compiler(home.cache) as compiler:
        workspace = Workspace(load_course(course, home), home, compiler)
        for section, words, color, note in (
            (HERON, "stands and waits", "yellow", "Patience"),
            (STORK, "High up", "blue", "On chimneys"),
            (GULL, "Loud", "yellow", ""),
        ):
            start = workspace.page(section).text.index(words)
            span = start, start + len(words)
            workspace.notes.add(section, span, color=color, note=note, tags=("exam",))
    file = course / STORK
    file.write_text(file.read_text("utf-8").replace("High up", "High up on a chimney"), "utf-8")


@pytest.fixture(params=SCENES, ids=[scene.name for scene in SCENES])
def scene(request: pytest.FixtureRequest, heard: Heard) -> tuple[str, Node]:
    return request.param.name, heard.nodes[request.param.name]


def test_everything_that_can_be_used_has_a_name(scene: tuple[str, Node]) -> None:
    nodes = scene[1].walk()
    active = [node for node in nodes if "focusable" in node.states or node.role in ACTIVE]
    assert [told(node) for node in active if not node.name.strip()] == []


def test_every_choice_has_a_label(scene: tuple[str, Node]) -> None:
    boxes = [node for node in scene[1].walk() if node.role == "combo box"]
    assert [node.name for node in boxes if not node.labelled] == []


def test_no_two_buttons_beside_each_other_are_called_alike(scene: tuple[str, Node]) -> None:
    for node in scene[1].walk():
        names = Counter(child.name for child in node.children if child.role in BUTTONS)
        assert [name for name, times in names.items() if times > 1] == []


def test_every_picture_is_named(scene: tuple[str, Node]) -> None:
    pictures = [node for node in scene[1].walk() if node.role in PICTURES]
    assert [told(node) for node in pictures if not node.name] == []


@pytest.mark.parametrize("name", [scene.name for scene in SCENES if not scene.changes])
def test_what_is_told_is_what_was_agreed(heard: Heard, name: str) -> None:
    known, found = GOLDEN / f"{name}.txt", told(heard.nodes[name])
    if os.environ.get("STUDYAPP_UPDATE_GOLDEN"):
        known.parent.mkdir(exist_ok=True)
        known.write_text(found, "utf-8")
    assert found == known.read_text("utf-8")


def test_the_page_tells_its_words(heard: Heard) -> None:
    assert "It stands and waits." in heard.words
    assert "See the stork" in heard.words
