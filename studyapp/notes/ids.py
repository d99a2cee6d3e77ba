"""Names in a notebook: which are allowed, and new ones for annotations, by the time.

The notebook asks for a ULID per new annotation. A clock that is set back does not disturb the order
within a run: the next id is then the last one plus one (docs/decisions/0009-own-ulids.md).
"""

from __future__ import annotations

import re
import secrets
import time
from typing import TYPE_CHECKING

from studyapp.notes import errors

if TYPE_CHECKING:
    from collections.abc import Callable

_DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LENGTH = 26
_RANDOM_BITS = 80
NAME = re.compile(r"[0-9A-Za-z][0-9A-Za-z_-]{0,79}")
"""What names a course, a device or an annotation; no path leads out of a folder by it."""
ULID = re.compile(f"[0-7][{_DIGITS}]{{{_LENGTH - 1}}}")


class Ids:
    """A source of ids, each greater than the one before."""

    def __init__(self, clock: Callable[[], float] = time.time) -> None:
        """Take a clock that gives seconds since 1970."""
        self._clock = clock
        self._last = 0

    def new(self) -> str:
        """Return an id that nobody else has."""
        moment = int(self._clock() * 1000) << _RANDOM_BITS
        self._last = max(moment | secrets.randbits(_RANDOM_BITS), self._last + 1)
        return "".join(
            _DIGITS[self._last >> 5 * place & 31] for place in range(_LENGTH - 1, -1, -1)
        )


def named(name: str, kind: str) -> str:
    """Return a name; raises StudyError if it cannot name a thing of this kind."""
    if not NAME.fullmatch(name):
        raise errors.not_a_name(name, kind)
    return name
