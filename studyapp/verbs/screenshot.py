"""`studyapp screenshot`: the real window, drawn offscreen into a picture file."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from studyapp.course.finding import find_course
from studyapp.options import PictureOptions
from studyapp.verbs.courses import add_course, add_place, home_of

SMALLEST_SIDE, LARGEST_SIDE = 200, 10_000
SMALLEST_SCALE, LARGEST_SCALE = 0.5, 8.0


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Take a file to write, a course, a place in it, and how it shall look."""
    parser.add_argument("output", metavar="OUT.png", help="the picture file to write")
    add_course(parser, "--course")
    add_place(parser)
    parser.add_argument("--theme", metavar="T", default="", help="light, sepia, dark, contrast...")
    parser.add_argument(
        "--size", metavar="WxH", type=_size, default="1440x900", help="of the window, 1440x900"
    )
    parser.add_argument(
        "--scale", metavar="X", type=_scale, default="1", help="device pixels for each of these, 1"
    )
    parser.add_argument("--zoom", metavar="N", type=int, default=0, help="steps of text size")
    parser.add_argument("--panels", metavar="A,B", type=_names, help="ids of the panels to open")
    parser.add_argument("--search", metavar="WORDS", default="", help="what to search for")


def run(arguments: argparse.Namespace) -> int:
    """Draw the window and write the file."""
    home = home_of(arguments)
    options = PictureOptions(
        home=home,
        course=find_course(arguments.course, home),
        section=arguments.section,
        heading=arguments.heading,
        verbose=arguments.verbose,
        output=Path(arguments.output).absolute(),
        theme=arguments.theme,
        size=arguments.size,
        scale=arguments.scale,
        zoom=arguments.zoom,
        panels=arguments.panels,
        search=arguments.search,
    )
    from studyapp.gui.app import take_screenshot  # noqa: PLC0415 - a wrong course is told without Qt

    return take_screenshot(options)


def _size(text: str) -> tuple[int, int]:
    found = re.fullmatch(r"(\d{1,6})[xX](\d{1,6})", text)
    sides = (int(found[1]), int(found[2])) if found else (0, 0)
    if not all(SMALLEST_SIDE <= side <= LARGEST_SIDE for side in sides):
        wanted = f"two numbers from {SMALLEST_SIDE} to {LARGEST_SIDE}, such as 1440x900"
        raise argparse.ArgumentTypeError(f"{text!r} is not {wanted}")
    return sides


def _scale(text: str) -> float:
    try:
        scale = float(text)
    except ValueError:
        scale = 0.0
    if not SMALLEST_SCALE <= scale <= LARGEST_SCALE:
        wanted = f"a number from {SMALLEST_SCALE} to {LARGEST_SCALE}"
        raise argparse.ArgumentTypeError(f"{text!r} is not {wanted}")
    return scale


def _names(text: str) -> tuple[str, ...]:
    return tuple(name for part in text.split(",") if (name := part.strip()))
