"""Draw the figures of the bundled course from the data in content/nato/figures/data.

    .venv/bin/python docs/make_figures.py [--check] [--data FOLDER]

A data file NAME.toml becomes NAME.svg in the folder above it. With --check nothing is written: it
names the pictures that differ from their data and fails if there are any. How a figure should look
is told in docs/figures.md; a panel of each kind is drawn by the function in `PANELS` here.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from figures_made.bars import draw_bars, draw_coins, draw_columns
from figures_made.boxes import draw_boxes
from figures_made.canvas import LABEL, NAME, Canvas, FigureError, Style, width_of
from figures_made.circles import draw_cycle, draw_rings, draw_venn
from figures_made.grids import draw_grid, draw_matrix
from figures_made.lanes import draw_lanes
from figures_made.lines import draw_lines
from figures_made.stairs import draw_stairs
from figures_made.timeline import draw_timeline

if TYPE_CHECKING:
    from collections.abc import Callable

DATA = Path(__file__).parent.parent / "content" / "nato" / "figures" / "data"

PANELS: dict[str, Callable[[Canvas, dict[str, Any], float], float]] = {
    "bars": draw_bars,
    "boxes": draw_boxes,
    "coins": draw_coins,
    "columns": draw_columns,
    "cycle": draw_cycle,
    "grid": draw_grid,
    "lanes": draw_lanes,
    "lines": draw_lines,
    "matrix": draw_matrix,
    "rings": draw_rings,
    "stairs": draw_stairs,
    "timeline": draw_timeline,
    "venn": draw_venn,
}
"""Each draws a panel from `y` downward and returns where it ends."""


def drawn(data: dict[str, Any]) -> str:
    """Return the SVG of one data file: its panels, one below the other."""
    canvas = Canvas()
    bottom = 0.0
    for panel in data["panel"]:
        top = _heading(canvas, panel, bottom + panel.get("gap", 0))
        bottom = PANELS[panel["kind"]](canvas, panel, top)
    return canvas.svg(bottom)


def _heading(canvas: Canvas, panel: dict[str, Any], top: float) -> float:
    if "heading" not in panel:
        return top
    canvas.text(2, top + 18, panel["heading"], Style(NAME, 700, "heading"))
    x = 2 + width_of(panel["heading"], NAME, 700) + 12
    canvas.text(x, top + 18, panel.get("tag", ""), Style(LABEL, 400, "muted"))
    return top + 30


def main() -> int:
    """Draw or check all figures; return the number of those that fail."""
    parser = argparse.ArgumentParser(description="Draw the figures of the bundled course.")
    parser.add_argument("--check", action="store_true", help="write nothing, tell what differs")
    parser.add_argument("--data", type=Path, default=DATA, help="folder of the data files")
    chosen = parser.parse_args()
    failed = 0
    for source in sorted(chosen.data.glob("*.toml")):
        target = chosen.data.parent / (source.stem + ".svg")
        try:
            svg = drawn(tomllib.loads(source.read_text(encoding="utf-8")))
        except (FigureError, KeyError, ValueError) as error:
            print(f"{source.name}: {error!r}", file=sys.stderr)
            failed += 1
            continue
        if chosen.check:
            same = target.is_file() and target.read_text(encoding="utf-8") == svg
            failed += not same
            if not same:
                print(f"{target.name} differs from its data", file=sys.stderr)
        else:
            target.write_text(svg, encoding="utf-8", newline="\n")
    return min(failed, 100)


if __name__ == "__main__":
    raise SystemExit(main())
