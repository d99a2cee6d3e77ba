"""Whatever is done to the program, in whatever order, it neither crashes nor fails."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

PROGRAM = Path(__file__).parent / "random_acts.py"
ROOT = Path(__file__).parent.parent.parent
SECONDS = "8"


@pytest.mark.parametrize("seed", os.environ.get("STUDYAPP_SEEDS", "1 2").split())
def test_the_program_outlives_it(tmp_path, seed):
    """`STUDYAPP_SEEDS="3 4 5"` tries others."""
    found = os.pathsep.join([str(ROOT), str(ROOT / "tests")])
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": found}
    environment |= {"HOME": str(tmp_path), "PYTHONFAULTHANDLER": "1"}
    done = subprocess.run(
        [sys.executable, str(PROGRAM), seed, SECONDS, str(tmp_path)],
        capture_output=True,
        text=True,
        env=environment,
        cwd=tmp_path,
        timeout=100,
        check=False,
    )
    log = tmp_path / "home" / "state" / "hard-crash.log"
    crash = log.read_text() if log.exists() else ""
    assert done.returncode == 0, f"seed {seed}: {done.stdout}\n{crash}\n{done.stderr[-3000:]}"
