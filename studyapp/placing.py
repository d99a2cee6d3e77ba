"""An annotation with its place in the course as it now is: what page and panels show.

`whereabouts` returns these values; `surveying` finds the places.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from studyapp.model import State

if TYPE_CHECKING:
    from studyapp.model import Annotation, Found

SURVEYED = "survey"
"""Origin of the change that tells that passages were looked for: no annotation is another one."""


class Placed(Struct, frozen=True):
    """An annotation, and where it is in the course as it now is."""

    annotation: Annotation
    section: str
    """Where it is now; where it was made, if it is nowhere."""
    found: Found | None
    """The passage in that section's canonical text; None for a note on a whole section, for a free
    note, and for an orphan."""
    state: State
    is_verbatim: bool = False
    """Of a changed state: whether the words are those that were marked, and only their place is
    not sure or in another section."""

    @property
    def order(self) -> tuple[int, int, str]:
        """For sorting by place: notes on the whole section first, orphans last."""
        if self.found is None:
            return (-1 if self.state is State.ANCHORED else 2**62, 0, self.annotation.id)
        return self.found.start, self.found.end, self.annotation.id
