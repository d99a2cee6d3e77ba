"""Where it is written what was read: in the notebook's log, or beside it until there is a notebook.

`progressing` writes through this. To look at a page makes no notebook: such entries wait in the
state folder, and go into the log once there is a notebook. What the notebook does not take, because
it is gone or read-only, waits there too.
"""

from __future__ import annotations

import logging
import time
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any

from studyapp.model import StudyError
from studyapp.notes.log import Log

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from studyapp.files import Home
    from studyapp.model import Course
    from studyapp.notekeeping import Keeper
    from studyapp.study.progresscache import Stamp

EARLY = "early"

log = logging.getLogger(__name__)


class Journal:
    """The log of a course, wherever its lines are."""

    def __init__(self, course: Course, home: Home, keeper: Keeper) -> None:
        self._course = course
        self._keeper = keeper
        self._folder = home.state / "reading" / course.id
        self._early = Log(self._folder, EARLY, nullcontext, time.time)

    def stamps(self) -> dict[str, Stamp]:
        """Return what changes whenever a line is added, by any device."""
        early = {f"{EARLY}/{name}": stamp for name, stamp in self._early.stamps().items()}
        return early | (kept.stamps() if (kept := self._kept()) else {})

    def reader(self) -> Callable[[], list[dict[str, Any]]]:
        """Return what reads all lines, on any thread."""
        logs = [self._early, *([kept] if (kept := self._kept()) else [])]
        return lambda: [entry for each in logs for entry in each.entries()]

    def append(
        self, entries: Iterable[Mapping[str, object]], *, by_hand: bool
    ) -> list[dict[str, Any]]:
        """Add entries and return them with time and number.

        What was done `by_hand` makes a notebook if there is none, as a mark on the page does.
        Raises StudyError if not even the state folder takes them.
        """
        entries = list(entries)
        try:
            kept = self._writable(by_hand=by_hand)
            return self._early.append(entries) if kept is None else self._keep(kept, entries)
        except StudyError as error:
            log.warning("what was read waits for the notebook: %s", error)
            return self._early.append(entries)

    def _keep(self, kept: Log, entries: list[Mapping[str, object]]) -> list[dict[str, Any]]:
        waiting = [{**entry, "when": entry["at"]} for entry in self._early.entries()]
        added = kept.append([*waiting, *entries])
        if waiting:
            (self._folder / f"{EARLY}.jsonl").unlink(missing_ok=True)
        return added[len(waiting) :]

    def _kept(self) -> Log | None:
        try:
            notebook = self._keeper.notebook
            return notebook.log(self._course.id) if notebook else None
        except StudyError:
            return None  # it is gone, which is told where notes are shown

    def _writable(self, *, by_hand: bool) -> Log | None:
        if not by_hand and self._keeper.notebook is None:
            return None
        return self._keeper.writable(self._course).log(self._course.id)
