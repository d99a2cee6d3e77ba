"""What an update of a course did to the passages marked in it: found in which section, and how.

The workspace asks this when a course has changed, or when a section no longer holds a passage.
Values only; no annotation is changed by asking.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from studyapp.model import Anchor, Annotation, Found, State
from studyapp.notes.anchoring import RIVAL, Edition, Scored, surroundings
from studyapp.notes.outcomes import Moved, Outcome
from studyapp.notes.seeking import probes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

SAME_SECTION = 0.2
"""Share of a text's pieces that make another section its successor under a new name."""
HOLDERS = 4
"""Other sections that are looked at closely for one passage."""
QUOTED = 4
"""Pieces of a quote that are looked for in all sections."""
BESIDE = 1
"""Pieces of the text on each side of it that are looked for too, at least."""
PIECES = 6
"""Pieces in all: a short quote has more of what is beside it looked for."""
COPIED = 0.8
"""Share of the most that makes another section as likely a successor: one of two is a copy."""
NAMESAKE = 0.5
"""Share of a text's pieces that the only section of the same file name has, to be its successor."""
SAMPLED = 16
"""Pieces of a text that are looked for in all sections to find its successor."""
EDITIONS = 64
"""Comparisons that are kept for the next passage."""


class CourseTexts:
    """The canonical texts of a course as it now is, asked for passages of former editions.

    What was compared is kept for the next passage; make a new one when the course changes.
    """

    def __init__(self, sections: Mapping[str, str] | Iterable[tuple[str, str]]) -> None:
        self._texts = dict(sections)
        self._editions: dict[tuple[str, str], Edition] = {}
        self._successors: dict[str, str] = {}

    def locate(self, anchor: Anchor, old: str | None, section: str) -> tuple[str, Found] | None:
        """Return where a passage is now: in its section, else in any other."""
        if section in self._texts and (found := self._edition(anchor, old, section).locate(anchor)):
            return section, found
        return self.elsewhere(anchor, old, without=section)

    def elsewhere(
        self, anchor: Anchor, old: str | None, without: str = ""
    ) -> tuple[str, Found] | None:
        """Return where a passage is now, among all sections but one.

        For sure only in the same section under a new name, and if no other section, such as a
        copy that was put away, has the passage too.
        """
        renamed = (
            self._successor(anchor, old, without) if old and without not in self._texts else ""
        )
        if not renamed or not (found := self._edition(anchor, old, renamed).locate(anchor)):
            return self._among_others(anchor, old, without)
        sure = found.state is State.ANCHORED and self._alone(anchor, renamed)
        return renamed, found if sure else found._replace(state=State.CHANGED)

    def _alone(self, anchor: Anchor, section: str) -> bool:
        """Whether no other section has the passage with what was on one of its sides."""
        sides = (anchor.prefix + anchor.quote, anchor.quote + anchor.suffix)
        return all({*self._holders(side)} <= {section} for side in sides)

    def passage(self, section: str, found: Found) -> str:
        """Return the words of a find."""
        return self._texts[section][found.start : found.end]

    def _edition(self, anchor: Anchor, old: str | None, section: str) -> Edition:
        key = (anchor.text if old is not None else "", section)
        if key not in self._editions:
            if len(self._editions) >= EDITIONS:
                del self._editions[next(iter(self._editions))]
            self._editions[key] = Edition(old, self._texts[section])
        return self._editions[key]

    def _successor(self, anchor: Anchor, old: str, section: str) -> str:
        """Return the section that has most of a text, if that is much, or else its namesake.

        Of two that are as likely, one is a copy, put away or for others: the one further off.
        What a text says again and again, as in a list of like lines, says nothing of all that,
        and what many sections say says little of each.
        """
        if anchor.text not in self._successors:
            sample = _spread(old, SAMPLED)
            shares = self._shares(piece for piece in sample if old.count(piece) == 1)
            most = max(shares.values(), default=0.0)
            likely = [name for name, share in shares.items() if share >= COPIED * most]
            nearest = min(
                likely, key=lambda name: (_steps(section, name), -shares[name]), default=""
            )
            enough = most >= SAME_SECTION * len(sample)
            self._successors[anchor.text] = nearest if enough else self._namesake(section, sample)
        return self._successors[anchor.text]

    def _namesake(self, section: str, sample: list[str]) -> str:
        """Return the only section with the file name of another, if it has much of its text."""
        names = [name for name in self._texts if _file(name) == _file(section)]
        if len(names) != 1:
            return ""
        held = sum(piece in self._texts[names[0]] for piece in sample)
        return names[0] if held >= NAMESAKE * len(sample) else ""

    def _shares(self, pieces: Iterable[str]) -> dict[str, float]:
        """Return how many of some pieces each section has; what many have is shared among them."""
        shares: defaultdict[str, float] = defaultdict(float)
        for piece in pieces:
            holders = self._holders(piece)
            for name in holders:
                shares[name] += 1 / len(holders)
        return shares

    def _holders(self, piece: str) -> list[str]:
        """Return the sections that have a piece."""
        return [name for name, text in self._texts.items() if piece in text]

    def _likely(self, pieces: list[str], without: str) -> list[str]:
        """Return the sections that have most of some pieces."""
        shares = self._shares(pieces)
        shares.pop(without, None)
        return sorted(shares, key=lambda name: -shares[name])[:HOLDERS]

    def _among_others(
        self, anchor: Anchor, old: str | None, without: str
    ) -> tuple[str, Found] | None:
        places: list[tuple[str, Scored]] = []
        for name in self._likely(_pieces(anchor, old), without):
            best = self._edition(anchor, old, name).received(anchor)
            places += [(name, best)] if best else []
        places.sort(key=lambda place: -place[1].score)
        if not places or (len(places) > 1 and places[0][1].score - places[1][1].score < RIVAL):
            return None
        section, (found, _) = places[0]
        return section, found._replace(state=State.CHANGED)


def _steps(section: str, other: str) -> int:
    """Return how many folders and file names the paths of two sections do not share."""
    one, two = Counter(section.split("/")), Counter(other.split("/"))
    return ((one - two) + (two - one)).total()


def _file(section: str) -> str:
    return section.rpartition("/")[2]


def _pieces(anchor: Anchor, old: str | None) -> list[str]:
    """Return pieces of a quote and of what stood on both sides of it."""
    pattern, start = surroundings(anchor, old)
    before, after = pattern[:start], pattern[start + len(anchor.quote) :]
    quoted = _spread(anchor.quote, QUOTED)
    beside = max(BESIDE, (PIECES - len(quoted)) // 2)
    return [*quoted, *_spread(before, beside), *_spread(after, beside)]


def _spread(text: str, count: int) -> list[str]:
    """Return so many pieces of a text, evenly spread, or all that it has."""
    pieces = [piece for _, piece in probes(text)]
    return pieces[:: -(-len(pieces) // count)] if pieces else []


def report(
    annotations: Iterable[Annotation],
    old_texts: Mapping[str, str],
    course_texts: Mapping[str, str],
) -> tuple[Moved, ...]:
    """Return what became of each annotated passage.

    `old_texts` is by hash, as the notebook keeps them; `course_texts` by section id.
    """
    texts = CourseTexts(course_texts)
    return tuple(
        _moved(annotation, annotation.anchor, old_texts, texts)
        for annotation in annotations
        if annotation.anchor is not None
    )


def _moved(
    annotation: Annotation, anchor: Anchor, old_texts: Mapping[str, str], texts: CourseTexts
) -> Moved:
    place = texts.locate(anchor, old_texts.get(anchor.text), annotation.section)
    if place is None:
        return Moved(annotation, Outcome.ORPHANED, "", None, anchor.quote, "")
    section, found = place
    new = texts.passage(section, found)
    outcome = _outcome(found, same_section=section == annotation.section, same=new == anchor.quote)
    return Moved(annotation, outcome, section, found, anchor.quote, new)


def _outcome(found: Found, *, same_section: bool, same: bool) -> Outcome:
    if not same_section:
        return Outcome.MOVED if same else Outcome.CHANGED
    return Outcome.KEPT if found.state is State.ANCHORED else Outcome.CHANGED
