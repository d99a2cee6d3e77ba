"""Draw the pictures in docs/screenshots with the app: each view in every theme and two sizes.

    .venv/bin/python docs/make_screenshots.py [FOLDER]

The README shows some of them. Run it after a change of looks, and look at all of them. Reading is
drawn at two scales.
"""

from __future__ import annotations

import itertools
import subprocess
import sys
import tempfile
from pathlib import Path

COURSE = Path(__file__).parent.parent / "content" / "nato"
SECTION = "02-alliance-theory/03-deterrence-and-dilemma.md"
HEADING = ("--heading", "when-safety-frightens")
THEMES = ("light", "sepia", "dark", "contrast")
SIZES = ("1440x900", "1000x700")
VIEWS = {
    "": (*HEADING, "--panels", "contents,outline"),
    "marks-": (*HEADING, "--panels", "contents,notes"),
    "notes-": (*HEADING, "--panels", "hub"),
    "search-": ("--search", "deterrence by denial"),
}
"""Beginning of the picture's name, and how the window is asked for it."""
MARKS = (
    (
        SECTION,
        "gave a name to an old trap",
        "green",
        "Herz **1950**: see [[Why states form alliances]]",
        "exam",
    ),
    (SECTION, "looks to its neighbour like a state preparing to attack", "blue", "Jervis", "exam"),
    (SECTION, "Everybody meant defence, and everybody ends less secure.", "pink", "", ""),
    (SECTION, "A state that arms for its own protection looks to its neighbour", "yellow", "", ""),
    (SECTION, "gave a name", "purple", "", "words"),
    (
        "03-foundations/03-article-five.md",
        "It need not.",
        "yellow",
        "The part people forget",
        "exam",
    ),
)
"""What is marked in the pictures: section, words, color, note, tag."""


def main(folder: Path) -> int:
    """Draw all pictures; return the number of those that failed."""
    folder.mkdir(parents=True, exist_ok=True)
    failed = 0
    with tempfile.TemporaryDirectory() as home, tempfile.TemporaryDirectory() as blank:
        mark(home)
        for (view, asked), theme, size in itertools.product(VIEWS.items(), THEMES, SIZES):
            for scale in (1,) if view else (1, 2):
                name = f"{view}{theme}-{size}" + ("" if view else f"-{scale * 100}")
                look = ["--theme", theme, "--size", size, "--scale", str(scale), *asked]
                used = home if view in {"marks-", "notes-"} else blank
                failed += draw(folder / f"{name}.png", used, look)
    return failed


def mark(home: str) -> None:
    """Mark and note what the pictures show."""
    for section, quote, color, note, tag in MARKS:
        words = ["--quote", quote, "--color", color, "--note", note]
        run(home, "highlight", section, *words, *(["--tag", tag] if tag else []))


def draw(path: Path, home: str, look: list[str]) -> bool:
    """Draw one picture; return whether that failed."""
    return run(home, "screenshot", str(path), "--section", SECTION, *look) != 0


def run(home: str, verb: str, *arguments: str) -> int:
    """Run a verb of the app on the bundled course; return its exit status."""
    command = [sys.executable, "-m", "studyapp", "--home", home, verb, *arguments]
    command += ["--course", str(COURSE)]
    return subprocess.run(command, check=False, stdout=subprocess.DEVNULL).returncode


if __name__ == "__main__":
    default = Path(__file__).parent / "screenshots"
    raise SystemExit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else default))
