"""Runs programs and tells what they took, on Linux and macOS, which tell the peak of memory."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]


class Cost(NamedTuple):
    """What a program took from its start to its end."""

    seconds: float
    peak: float
    """Bytes that it held at most (resident; what libraries share with others counts whole)."""


def run(*arguments: str) -> Cost:
    """Run Python with arguments; a failure ends the benchmark."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    # Installed programs have their bytecode; after the first run these have it too
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    start = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, *arguments], cwd=ROOT, env=environment, stdout=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(arguments)[:200]} ended with {process.returncode}")
    scale = 1 if sys.platform == "darwin" else 1024
    return Cost(seconds, usage.ru_maxrss * scale)


COMMAND = "import sys; from studyapp.cli import main; sys.exit(main())"
"""What the installed `studyapp` command runs; `python -m` would load more to find the package."""


def studyapp(home: Path, *arguments: str) -> Cost:
    """Run the app with a home of its own."""
    return run("-c", COMMAND, "--home", str(home), *arguments)
