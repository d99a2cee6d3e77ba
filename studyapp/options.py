"""What the command line asks of the window: the one value that `gui.app` is started with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from studyapp.addresses import read_address
from studyapp.model import Location

if TYPE_CHECKING:
    from pathlib import Path

    from studyapp.files import Home


class WindowOptions(Struct, frozen=True):
    """Which course to show, where in it, and how."""

    home: Home
    course: Path
    """A folder or file that exists; whether it is a course shows when it is loaded."""
    section: str = ""
    """A section id; empty for where the reader was last."""
    heading: str = ""
    """The id or the words of a heading."""
    address: str = ""
    """A place as an address, which wins over section and heading."""
    verbose: bool = False

    @property
    def place(self) -> Location:
        """Where to go at the start."""
        named = read_address(self.address)
        return named.place if named else Location(self.section, self.heading)


class PictureOptions(WindowOptions, frozen=True, kw_only=True):
    """The same for a picture of the window, drawn offscreen."""

    output: Path
    theme: str = ""
    """A theme id; empty for the user's own choice."""
    size: tuple[int, int] = (1440, 900)
    """Of the window, in pixels before scaling."""
    scale: float = 1.0
    """Device pixels for each of these."""
    zoom: int = 0
    """Steps of text size, up or down."""
    panels: tuple[str, ...] | None = None
    """Ids of the panels to be open; None for those open by default."""
    search: str = ""
    """What is searched for; empty for nothing."""
