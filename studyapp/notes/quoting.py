"""From the words of a passage, as someone typed or pasted them, to its place in a section.

The command line asks, and importers do: they know a quote, not where it stands.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from studyapp.model import StudyError
from studyapp.wording import translate

if TYPE_CHECKING:
    from collections.abc import Iterator

SHOWN = 60
ROOM = 64
"""Characters of white space that may stand among the words around a quote."""


def find_quote(text: str, quote: str, prefix: str = "", suffix: str = "") -> tuple[int, int]:
    """Return where a quote stands in a text (code points), told apart by the words around it.

    Any white space matches any other. Raises StudyError unless there is exactly one such place.
    """
    if not quote.strip():
        raise StudyError(
            translate("Notebook", "no words to look for"),
            translate("Notebook", "the quote is empty"),
            translate("Notebook", "give the words of a passage"),
        )
    shown = " ".join(quote.split())
    shown = shown if len(shown) <= SHOWN else shown[: SHOWN - 1] + "…"
    places = list(_places(text, quote))
    if not places:
        hint = translate("Notebook", "give the words as `studyapp text` prints them")
        raise StudyError(
            translate("Notebook", "'{}' is not in the section").format(shown),
            translate("Notebook", "these words do not stand there"),
            hint,
        )
    around = [span for span in places if _stands_between(text, span, prefix, suffix)]
    if not around:
        why = translate("Notebook", "it stands there {}, never with these words around it").format(
            _times(len(places))
        )
        raise StudyError(
            translate("Notebook", "'{}' was not found").format(shown),
            why,
            translate("Notebook", "check --prefix and --suffix"),
        )
    if len(around) > 1:
        hint = translate(
            "Notebook", "tell which with --prefix and --suffix, the words before and after"
        )
        raise StudyError(
            translate("Notebook", "'{}' is not one passage").format(shown),
            translate("Notebook", "it stands there {} times").format(len(around)),
            hint,
        )
    return around[0]


def _places(text: str, quote: str) -> Iterator[tuple[int, int]]:
    pattern = _loose(quote.strip())
    at = 0
    while found := pattern.search(text, at):
        yield found.span()
        at = found.start() + 1


def _loose(words: str) -> re.Pattern[str]:
    return re.compile(r"\s+".join(re.escape(part) for part in words.split()))


def _stands_between(text: str, span: tuple[int, int], prefix: str, suffix: str) -> bool:
    start, end = span
    before = text[max(0, start - 2 * len(prefix) - ROOM) : start]
    after = text[end : end + 2 * len(suffix) + ROOM]
    return _flat(before).endswith(_flat(prefix)) and _flat(after).startswith(_flat(suffix))


def _flat(text: str) -> str:
    return "".join(text.split())


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"
