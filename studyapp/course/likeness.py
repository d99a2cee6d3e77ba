"""Which name was probably meant by one that does not exist; `course.links` asks for messages."""

from __future__ import annotations

from heapq import nlargest
from os.path import commonprefix
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGER_OR_SHORTER = 4
_LOOKED_AT = 400
_COMPARED = 20
_LIKE = 0.7


def nearest_name(wanted: str, names: Iterable[str]) -> str:
    """Return the name most like a wanted one, or nothing.

    Asked of thousands of names while a page is drawn. Most slips leave the start or the end of a
    name as it was, which is much sooner seen than likeness.
    """
    from difflib import get_close_matches  # noqa: PLC0415 - only for links that lead nowhere

    start, end, few = wanted[:2], wanted[-2:], wanted[:4]
    likely = [name for name in names if name.startswith(start) or name.endswith(end)]
    likely = [name for name in likely if abs(len(name) - len(wanted)) <= _LONGER_OR_SHORTER]
    likely.sort(key=lambda name: not name.startswith(few))
    near = nlargest(_COMPARED, likely[:_LOOKED_AT], key=lambda name: _same_ends(wanted, name))
    return next(iter(get_close_matches(wanted, near, n=1, cutoff=_LIKE)), "")


def _same_ends(one: str, other: str) -> int:
    start = commonprefix((one, other))  # noqa: RUF071 - characters are what is meant
    end = commonprefix((one[::-1], other[::-1]))  # noqa: RUF071 - see above
    return len(start) + len(end)
