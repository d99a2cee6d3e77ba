"""Draw the pictures in docs/screenshots with the app itself: every theme, two sizes, two scales.

Each theme and size is drawn reading, and searching (at one scale).

    .venv/bin/python docs/make_screenshots.py [FOLDER]

The README shows some of them. Run it after a change of looks, and look at all of them.
"""

from __future__ import annotations

import itertools
import subprocess
import sys
import tempfile
from pathlib import Path

COURSE = Path(__file__).parent.parent / "content" / "nato"
SECTION = "02-alliance-theory/03-deterrence-and-dilemma.md"
HEADING = "when-safety-frightens"
THEMES = ("light", "sepia", "dark", "contrast")
SIZES = ("1440x900", "1000x700")
SCALES = (1, 2)
SEARCH = "deterrence by denial"


def main(folder: Path) -> int:
    """Draw all pictures; return the number of those that failed."""
    folder.mkdir(parents=True, exist_ok=True)
    failed = 0
    with tempfile.TemporaryDirectory() as home:
        for theme, size, scale in itertools.product(THEMES, SIZES, SCALES):
            look = ["--theme", theme, "--size", size, "--scale", str(scale)]
            path = folder / f"{theme}-{size}-{scale * 100}.png"
            failed += draw(path, home, [*look, "--heading", HEADING])
            if scale == 1:
                path = folder / f"search-{theme}-{size}.png"
                failed += draw(path, home, [*look, "--search", SEARCH])
    return failed


def draw(path: Path, home: str, look: list[str]) -> bool:
    """Draw one picture; return whether that failed."""
    command = [sys.executable, "-m", "studyapp", "--home", home, "screenshot", str(path)]
    command += ["--course", str(COURSE), "--section", SECTION, *look]
    return subprocess.run(command, check=False).returncode != 0


if __name__ == "__main__":
    default = Path(__file__).parent / "screenshots"
    raise SystemExit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else default))
