"""From the words of a passage to what the index keeps of each: where it stands, and its weight.

`index.py` calls `weigh` for each passage. The weight is the part of BM25 (Robertson and Zaragoza,
"The Probabilistic Relevance Framework", 2009) that does not depend on the query, rounded so that
it packs well; `ranking.py` multiplies it by how rare the term is.
"""

from __future__ import annotations

import sys
from collections import Counter
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
MOST_BYTES = 2 * 255
PLACES = tuple(place.to_bytes(2, sys.byteorder) for place in range(4096))
"""What is kept of each place; a passage has far fewer terms."""


def weigh(title: Sequence[str], heading: Sequence[str], body: Sequence[str]) -> Entries:
    """Return the entries of a passage; words in title and heading count double."""
    places: dict[str, bytes] = {}
    heads = [
        *enumerate(title[: HEADING - TITLE], TITLE),
        *enumerate(heading[: BODY - HEADING], HEADING),
    ]
    for place, term in (*heads, *enumerate(body[: len(PLACES) - BODY], BODY)):
        places[term] = places[term] + PLACES[place] if term in places else PLACES[place]
    places.pop("", None)
    slowness = SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * len(body) / USUAL_LENGTH)
    weights = [
        _weight(count, slowness) for count in range(max(map(len, places.values()), default=0) + 1)
    ]
    entries = {
        term: (weights[len(found) >> 1], found[:MOST_BYTES]) for term, found in places.items()
    }
    for term, more in Counter(term for _, term in heads if term).items():
        found = places[term]
        entries[term] = (
            weights[min((len(found) >> 1) + more, len(weights) - 1)],
            found[:MOST_BYTES],
        )
    return entries


def _weight(count: int, slowness: float) -> int:
    return round(STEPS * count * (SATURATION + 1) / (count + slowness)) or 1
