"""The real program, started as a user starts it, goes through a first hour without a warning."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

SMOKE = Path(__file__).parent / "smoke.py"
ROOT = Path(__file__).parent.parent.parent


@pytest.mark.timeout(150)
def test_a_first_hour(tmp_path):
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT)}
    environment |= {"PYTHONFAULTHANDLER": "1"}
    done = subprocess.run(
        [sys.executable, "-W", "error", str(SMOKE), str(tmp_path)],
        capture_output=True,
        text=True,
        env=environment,
        timeout=140,
        check=False,
    )
    assert (done.returncode, done.stdout.strip()) == (0, "sound"), done.stdout + done.stderr
    for theme in ("light", "sepia", "dark", "contrast"):
        assert not QImage(str(tmp_path / f"{theme}.png")).isNull()
