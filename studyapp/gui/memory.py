"""What the window remembers of this machine: its place, its panels, where each course was left.

Choices are in the settings; nothing here is worth a question or a backup. A file that cannot be
read gives the defaults. The window changes the fields and saves them a moment later and when it
closes.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import msgspec

from studyapp import files
from studyapp.gui.printing.choices import Choices
from studyapp.model import StudyError

if TYPE_CHECKING:
    from pathlib import Path

FORMAT = 1
FILE = "memory.json"
MOST_COURSES = 20
INVITED = "invited"

log = logging.getLogger(__name__)


class SecondPane(msgspec.Struct):
    """What the second of two panes showed."""

    section: str = ""
    offset: int = 0
    """Into the canonical text of the section, at the top of the pane."""
    share: float = 0.5
    """How much of the room the first pane has."""


class CourseMemory(msgspec.Struct):
    """Where a course was left."""

    section: str = ""
    second: SecondPane | None = None
    """The pane beside or below the first; None while there is one alone."""
    offsets: dict[str, int] = {}
    """Section id to the offset into its canonical text that stood at the top of the page."""
    kept: list[str] = []
    """What an edition did to notes and the reader wants to be told of no more."""
    recent: list[str] = []
    """Ids of the sections that were open last, the last one first."""
    searches: list[str] = []
    """What was searched for, the last one first."""
    saved: list[str] = []
    """Searches that the user keeps, in the order they were saved."""


class Memory(msgspec.Struct):
    """Everything remembered."""

    geometry: str = ""
    """What QWidget.saveGeometry gave, in base 64."""
    widths: dict[str, int] = {}
    """Side ("left", "right") to its width in pixels."""
    panels: dict[str, bool] = {}
    """Panel id to whether it is shown; a panel that is not named has not been touched yet."""
    courses: dict[str, CourseMemory] = {}
    """By course id, the one opened last at the end."""

    color: str = "yellow"
    """Color of the highlight made last."""
    commands: list[str] = []
    """Ids of the commands that were run from the palette, the last one first."""

    printing: Choices = Choices()

    tour: str = ""
    """`INVITED` until whoever is new has taken the tour or declined it."""
    left_for_tour: str = ""
    """Path of the course that was left for the tour; empty for none."""

    def course(self, course_id: str) -> CourseMemory:
        """Return what is known of a course, which becomes the one opened last."""
        known = self.courses.pop(course_id, None) or CourseMemory()
        self.courses[course_id] = known
        for oldest in list(self.courses)[:-MOST_COURSES]:
            del self.courses[oldest]
        return known


def load(state: Path) -> Memory:
    """Return what was remembered in the state folder, or the defaults.

    Only where nothing was ever remembered is someone new.
    """
    try:
        entries = files.read_json(state / FILE, FORMAT)
        return Memory(tour=INVITED) if entries is None else msgspec.convert(entries, Memory)
    except (StudyError, msgspec.ValidationError) as error:
        log.warning("starting without memory: %s", error)
        return Memory()


def save(memory: Memory, state: Path) -> None:
    """Store it for the next start; a disk that refuses costs no more than the memory."""
    try:
        files.write_json(state / FILE, FORMAT, msgspec.to_builtins(memory))
    except StudyError as error:
        log.warning("memory not saved: %s", error)
