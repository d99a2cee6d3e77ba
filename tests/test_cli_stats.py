"""`stats` as contracted, seen on the real program in a process of its own."""

import json
import os
import subprocess
import sys

import pytest
from birds import write_birds

from studyapp.course.compiler import Compiler
from studyapp.course.loader import load_course
from studyapp.files import Home
from studyapp.workspace import Workspace

HERON, STORK, TERNS = "01-waders/01-heron.md", "01-waders/02-stork.md", "03-terns.md"
SUMS = [
    "sections", "read", "seen", "changed", "unread", "words", "words_read", "minutes",
    "minutes_left", "minutes_spent",
]  # fmt: skip


@pytest.fixture
def home(tmp_path):
    return Home.at(tmp_path / "home")


@pytest.fixture
def course(tmp_path):
    return write_birds(tmp_path / "birds")


@pytest.fixture
def run(home, course):
    """Return a function that runs the verb on the course and returns what it printed."""

    def start(*arguments):
        environment = {**os.environ, "STUDYAPP_HOME": str(home.state.parent)}
        command = [sys.executable, "-m", "studyapp", "stats", "--course", str(course), *arguments]
        done = subprocess.run(
            command, capture_output=True, env=environment, timeout=60, check=False, text=True
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    return start


@pytest.fixture
def studied(home, course):
    """The course, with one section read, one opened, one read and then changed, and marks."""
    with Compiler(home.cache) as compiler:
        workspace = Workspace(load_course(course, home), home, compiler)
        progress = workspace.progress
        for section, seconds, end in ((HERON, 600, True), (STORK, 60, False), (TERNS, 30, True)):
            progress.take_page(workspace.section(section), workspace.page(section))
            progress.dwell(section, seconds, end)
        workspace.notes.add(HERON, (0, 9), color="green")
        workspace.notes.add(HERON, (0, 9), color="green", kind="underline")
        workspace.notes.add(HERON, note="Grey", kind="note")
        progress.close()
        workspace.keeper.close()
    (course / TERNS).write_text("Other words than before.\n")


def test_progress_and_counts(run, studied):
    facts = json.loads(run("--json"))
    assert list(facts) == ["course", "progress", "chapters", "annotations"]
    assert facts["course"] == {"id": "birds", "title": "Birds of the coast"}
    sums = facts["progress"]
    assert list(sums) == SUMS
    counts = [sums[name] for name in ("sections", "read", "seen", "changed", "unread")]
    assert counts == [6, 1, 1, 1, 5]
    assert 0 < sums["words_read"] < sums["words"]
    assert 0 < sums["minutes_left"] < sums["minutes"]
    assert sums["minutes_spent"] == 12
    assert facts["annotations"] == {
        "total": 3,
        "kinds": {"highlight": 1, "note": 1, "underline": 1},
        "colors": {"green": 2},
    }


def test_each_chapter_has_the_same_numbers(run, studied):
    chapters = json.loads(run("--json"))["chapters"]
    assert [one["id"] for one in chapters] == ["01-waders/index.md", "02-gulls", TERNS]
    assert all(list(one) == ["id", "title", *SUMS] for one in chapters)
    assert [(one["sections"], one["read"], one["changed"]) for one in chapters] == [
        (3, 1, 0), (2, 0, 0), (1, 0, 1),
    ]  # fmt: skip


def test_the_same_for_reading(run, studied):
    lines = run().splitlines()
    assert lines[0].startswith("Birds of the coast: 1 of 6 sections read, 1 changed since, ")
    assert lines[1].startswith("  Waders: 1 of 3 sections read, ")
    assert lines[-1] == "3 annotations: 1 highlight, 1 note, 1 underline"


def test_a_course_never_opened_makes_no_notebook(run, home):
    assert json.loads(run("--json"))["progress"]["read"] == 0
    assert run().splitlines()[-1] == "0 annotations"
    assert not home.notebook.exists()
