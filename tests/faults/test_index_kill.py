"""An update of the index killed at random moments: what is left can be used, or is built again.

STUDYAPP_KILLS sets how often (40).
"""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from studyapp.search.index import DamagedError
from tests.faults.index_updater import texts_of
from tests.search.indexes import Shelf

KILLS = int(os.environ.get("STUDYAPP_KILLS", "40"))
ROOT = Path(__file__).parents[2]


def killed(folder, first, seconds):
    """Let an updater work for a time after its first word, kill it, and return its last word."""
    updater = subprocess.Popen(
        [sys.executable, "-m", "tests.faults.index_updater", str(folder), str(first)],
        stdout=subprocess.PIPE,
        cwd=ROOT,
    )
    told = updater.stdout.readline()
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        pass
    updater.kill()
    told += updater.stdout.read()
    updater.stdout.close()
    updater.wait()
    return int(told.split()[-1])


@pytest.mark.timeout(60 + KILLS * 5)
def test_a_killed_update_leaves_an_index_that_can_be_used(tmp_path):
    chance = random.Random(11)
    last, damaged = 0, 0
    for _ in range(KILLS):
        last = killed(tmp_path, last + 1, chance.uniform(0, 0.12))
        shelf = Shelf(tmp_path)
        shelf.texts = texts_of(last)
        try:
            found = shelf.found("shared ")
        except DamagedError:
            damaged += 1
            shelf.index.clear()
        else:
            assert len(found) == 30
            rounds = [key for n in range((last + 45) // 7) for key in shelf.found(f'"round{n}"')]
            assert sorted(rounds) == sorted(texts_of(last))
        shelf.put(texts_of(last))
        expected = {
            key for key, text in texts_of(last).items() if text.endswith(f"round{last // 7}")
        }
        assert set(shelf.found(f'"round{last // 7}"')) == expected
    strays = [path.name for path in tmp_path.iterdir() if ".toc." in path.name]
    print(f"{KILLS} kills, {last} updates, {damaged} built again")  # noqa: T201 - counted in reports
    assert strays == []
