"""A writer killed at random moments, and two writers at once: nothing acknowledged is lost.

STUDYAPP_KILLS sets how often the writer is killed (40).
"""

import os
import random
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

from studyapp.notes.notebook import Notebook

KILLS = int(os.environ.get("STUDYAPP_KILLS", "40"))
ROOT = Path(__file__).parent.parent.parent
pytestmark = pytest.mark.skipif(os.name == "nt", reason="pipes are waited for as on POSIX")


def writer(folder, seed, acts, prefix):
    return subprocess.Popen(
        [
            sys.executable,
            str(Path(__file__).with_name("notebook_writer.py")),
            str(folder),
            str(seed),
            str(acts),
            prefix,
        ],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


def told_until(process, seconds):
    """Read what the writer acknowledges for a time after its first word, then kill it."""
    told, end = b"", None
    while end is None or time.monotonic() < end:
        left = 60 if end is None else max(0, end - time.monotonic())
        if select.select([process.stdout], [], [], left)[0]:
            told += os.read(process.stdout.fileno(), 65536)
            end = end or time.monotonic() + seconds
    process.kill()
    told += process.stdout.read()
    process.stdout.close()
    process.wait()
    return [line.split() for line in told.decode().splitlines()]


@pytest.mark.timeout(60 + KILLS * 5)
def test_a_killed_writer_loses_nothing_that_it_acknowledged(tmp_path):
    chance = random.Random(7)
    latest, logged, texts, acts = {}, set(), set(), 0
    for kill in range(KILLS):
        told = told_until(writer(tmp_path, kill + 1, 1_000_000, "w"), chance.uniform(0, 0.15))
        acts += len(told) - 1
        for what, value in told[1:]:
            if what == "log":
                logged.add(value)
            elif what == "text":
                texts.add(value)
            else:
                latest[what] = int(value)
        check(Notebook(tmp_path, "laptop"), latest, logged, texts, cached=kill % 3 == 0)
    print(f"{KILLS} kills, {acts} acknowledged acts")  # noqa: T201 - counted in reports
    assert acts > KILLS


def check(notebook, latest, logged, texts, *, cached):
    notebook.annotations("course")
    notebook.refresh(accept_losses=True)  # the writer trashes many
    found = notebook.annotations("course")
    assert notebook.findings == ()
    for name, number in latest.items():
        numbers = found[name].note.split()
        assert len(set(numbers)) == 1
        assert int(numbers[0]) >= number
    assert logged <= {entry["number"] for entry in notebook.log("course").entries()}
    assert all(notebook.text("course", name) for name in texts)
    assert not list(notebook.folder.glob("course/*/.*tmp"))
    if cached:
        notebook.close()  # and the next writers begin with a cache that grows old


def test_two_writers_lose_nothing_of_each_other(tmp_path):
    Notebook(tmp_path, "laptop").close()
    both = [writer(tmp_path, seed, 60, prefix) for seed, prefix in ((1, "a"), (2, "b"))]
    told = [process.communicate(timeout=60)[0].decode().split("\n") for process in both]
    assert [process.returncode for process in both] == [0, 0]
    found = Notebook(tmp_path, "laptop").annotations("course")
    for prefix, lines in zip("ab", told, strict=True):
        acts = [line.split() for line in lines if line.startswith("ID")]
        assert acts
        for name, number in acts:
            assert f"{prefix}{number}" in found[name].tags
