"""Measures every group, or those named, and prints one table.

`python -m benchmarks [--quick] [group ...]`. Each group is a file with `rows(bench)`. Ends
with 1 when a budget is not kept.
"""

from __future__ import annotations

import argparse
import importlib
import os
import sys
import tempfile
from pathlib import Path

from benchmarks.table import Bench, Row, printed

GROUPS = (
    "start",
    "command_line",
    "compiling",
    "sections",
    "marks",
    "notebook",
    "search",
    "anchoring",
    "hub",
    "printing",
    "reading",
)


def main() -> int:
    """Run the benchmarks and return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer rounds, smaller inputs")
    parser.add_argument("groups", nargs="*", metavar="group", help=", ".join(GROUPS))
    given = parser.parse_args()
    if unknown := set(given.groups) - set(GROUPS):
        parser.error(f"no group {', '.join(sorted(unknown))}; there are: {', '.join(GROUPS)}")
    found: list[Row] = []
    for name in given.groups or GROUPS:
        print(f"measuring {name} ...", file=sys.stderr, flush=True)
        with tempfile.TemporaryDirectory(prefix="studyapp-benchmark-") as folder:
            bench = Bench(Path(folder), given.quick)
            found += importlib.import_module(f"benchmarks.{name}").rows(bench)
    print(printed(found))
    print("\nmeasured: least / middle value. ratio: the middle of ratios of neighbors in time;")
    print("against a frame: the least value; of memory and stalls: the middle value.")
    if hasattr(os, "getloadavg"):
        load, cores = os.getloadavg()[0], os.cpu_count()
        print(f"programs that wanted the processor in the last minute: {load:.1f}; cores: {cores}")
    return 0 if all(row.ok for row in found) else 1


if __name__ == "__main__":
    raise SystemExit(main())
