"""From the words of a passage to what the index keeps of each: where it stands, and its weight.

`index.py` calls `weigh` for each passage. The weight is the part of BM25 (Robertson and Zaragoza,
"The Probabilistic Relevance Framework", 2009) that does not depend on the query, rounded so that
it packs well; `ranking.py` multiplies it by how rare the term is.
"""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from studyapp.search.codec import Entries

TITLE, HEADING, BODY = 0, 100, 256
"""Where the places of title, heading and body begin."""
SATURATION = 1.2
LENGTH_SHARE = 0.6
USUAL_LENGTH = 150
"""Terms; a constant, so that a weight holds for good."""
STEPS = 100
"""To a whole number from 1 to 255."""
MOST_PLACES = 255
LAST_PLACE = 0xFFFF


def weigh(title: Sequence[str], heading: Sequence[str], body: Sequence[str]) -> Entries:
    """Return the entries of a passage; words in title and heading count double."""
    places: dict[str, list[int]] = {}
    heads = ((TITLE, title[: HEADING - TITLE]), (HEADING, heading[: BODY - HEADING]))
    for first, terms in (*heads, (BODY, body[: LAST_PLACE - BODY])):
        for place, term in enumerate(terms, first):
            if term in places:
                places[term].append(place)
            else:
                places[term] = [place]
    places.pop("", None)
    slowness = SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * len(body) / USUAL_LENGTH)
    return {
        term: (_weight(found, slowness), array("H", found[:MOST_PLACES]).tobytes())
        for term, found in places.items()
    }


def _weight(places: list[int], slowness: float) -> int:
    count = len(places)
    if places[0] < BODY:
        count += sum(place < BODY for place in places)
    return round(STEPS * count * (SATURATION + 1) / (count + slowness)) or 1
