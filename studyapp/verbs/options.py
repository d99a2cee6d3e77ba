"""The options that every verb takes, before it or after it."""

from __future__ import annotations

import argparse


def common_options(*, inherited: bool = False) -> argparse.ArgumentParser:
    """Return them as a parent parser; `inherited` ones keep what was found before them."""
    keep = argparse.SUPPRESS
    parser = argparse.ArgumentParser(add_help=False)
    parser.add_argument(
        "--home",
        metavar="DIR",
        default=keep if inherited else "",
        help="keep notebook, cache and settings in this folder (also: STUDYAPP_HOME)",
    )
    off = keep if inherited else False
    parser.add_argument("--json", action="store_true", default=off, help="print JSON")
    parser.add_argument(
        "-v", "--verbose", action="store_true", default=off, help="tell on stderr what is done"
    )
    return parser
