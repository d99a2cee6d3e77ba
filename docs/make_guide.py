"""Write what the guide tells from the app itself: its table of keys, and pictures of the window.

    .venv/bin/python docs/make_guide.py [--keys]

With --keys only the table is written. A test holds it to the commands; the pictures are to be drawn
anew, and looked at, after a change of looks.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from make_screenshots import HEADING, draw, mark

from studyapp.gui import catalog
from studyapp.gui.dialogs.shortcuts import groups

ROOT = Path(__file__).parent.parent
GUIDE = ROOT / "content" / "guide"
KEYS = GUIDE / "01-reading" / "20-all-keys.md"
LOOK = ("--size", "1200x740")
HEAD = """# All keys

Every command with its keys, by the menu it stands in. Single letters work while the page has the
keyboard. <kbd>?</kbd> shows the same list in the window, with the keys that you have chosen
yourself in the settings.
"""


class Picture(NamedTuple):
    """One picture of the window."""

    name: str
    view: tuple[str, ...]
    theme: str = "light"


PICTURES = (
    Picture("marks", ("--panels", "notes", *HEADING)),
    Picture("all-notes", ("--panels", "hub", *HEADING), theme="sepia"),
    Picture("search", ("--search", "deterrence by denial")),
    Picture("dark", ("--panels", "contents", *HEADING), theme="dark"),
)


def keys_page() -> str:
    """Return the page of all keys."""
    parts = [HEAD]
    for menu, commands in groups(catalog.ALL).items():
        rows = [f"| {one.title.rstrip('…')} | {shown(one.shortcut)} |" for one in commands]
        parts += [f"## {menu}", "\n".join(["| Command | Keys |", "|:--|:--|", *rows])]
    return "\n\n".join(part.strip() for part in parts) + "\n"


def shown(shortcut: str) -> str:
    """Return keys in the notation of rows as the guide sets them."""
    return ", ".join(
        "+".join(f"<kbd>{escaped(part)}</kbd>" for part in split(keys)) for keys in shortcut.split()
    )


def split(keys: str) -> list[str]:
    """Return the single keys of a combination; the last may itself be a plus."""
    body, plus = (keys[:-2], ["+"]) if keys.endswith("++") else (keys, [])
    if keys == "+":
        return ["+"]
    return [*body.split("+"), *plus]


def escaped(key: str) -> str:
    """Return a key that does not disturb a table or HTML."""
    return {"\\": "&#92;", "|": "&#124;", "<": "&lt;", ">": "&gt;", "&": "&amp;"}.get(key, key)


def draw_pictures(folder: Path) -> int:
    """Draw all pictures; return the number of those that failed."""
    with tempfile.TemporaryDirectory() as home:
        mark(home)
        return sum(
            draw(folder / f"window-{one.name}.png", home, [*LOOK, "--theme", one.theme, *one.view])
            for one in PICTURES
        )


def main(arguments: list[str]) -> int:
    """Write the table, and the pictures unless told otherwise."""
    KEYS.write_text(keys_page(), encoding="utf-8")
    return 0 if "--keys" in arguments else draw_pictures(GUIDE / "figures")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
