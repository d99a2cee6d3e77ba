"""Where the reader has been: the places that back and forward lead to.

The window keeps one `History` per course. Hops that follow each other closely are one hop, so that
stepping through sections or search hits does not bury the place where it began.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field

if TYPE_CHECKING:
    from studyapp.model import Location

MERGE_SECONDS = 2.0
MOST = 200


class History(Struct):
    """Two stacks of places, as in a browser."""

    behind: list[Location] = field(default_factory=list)
    ahead: list[Location] = field(default_factory=list)
    _last: float = float("-inf")

    def left(self, place: Location, now: float) -> None:
        """Note that a hop leaves `place` at the time `now`, in seconds of any steady clock."""
        if now - self._last >= MERGE_SECONDS and (not self.behind or self.behind[-1] != place):
            self.behind = [*self.behind[1 - MOST :], place]
        self._last = now
        self.ahead.clear()

    def back(self, place: Location) -> Location | None:
        """Return the place before, keeping `place` (if it is one) for the way forward."""
        return self._move(self.behind, self.ahead, place)

    def forward(self, place: Location) -> Location | None:
        """Return the place that `back` came from."""
        return self._move(self.ahead, self.behind, place)

    def _move(
        self, source: list[Location], target: list[Location], place: Location
    ) -> Location | None:
        if not source:
            return None
        if place.section:
            target.append(place)
        self._last = float("-inf")
        return source.pop()
