"""What an update of a course did to the passages marked in it: found in which section, and how.

The workspace asks this when a course has changed, or when a section no longer holds a passage.
Values only; no annotation is changed by asking.
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from studyapp.model import Anchor, Annotation, State
from studyapp.notes.anchoring import Edition, Found, Scored, surroundings
from studyapp.notes.seeking import occurrences, probes

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

ELSEWHERE = 24
"""Shortest quote that is looked for in other sections for its own sake."""
BESIDE = 20
"""Characters on each side that must go with a shorter quote, word for word."""
SAME_SECTION = 0.2
"""Share of a text's pieces that make another section its successor under a new name."""
HOLDERS = 4
"""Other sections that are looked at closely for one passage."""
SAMPLED = 100
"""Pieces of a text that are looked for to find its successor."""


class Outcome(StrEnum):
    """What became of a passage."""

    KEPT = "kept"
    MOVED = "moved"
    CHANGED = "changed"
    ORPHANED = "orphaned"


@dataclass(frozen=True, slots=True)
class Moved:
    """One annotation in the update report."""

    annotation: Annotation
    outcome: Outcome
    """`kept` is the same words in the same section, wherever they stand there now; `moved`, the
    same words in another section; `changed`, other words, or too little around them to be sure."""
    section: str
    """Where it is now; empty for an orphan."""
    found: Found | None
    old: str
    """The passage as it was marked."""
    new: str
    """The passage as it is now; empty for an orphan."""


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
        """Return where a passage is now, among all sections but one; short ones never for sure."""
        renamed = self._successor(anchor, old) if old and without not in self._texts else ""
        if renamed and (found := self._edition(anchor, old, renamed).locate(anchor)):
            return renamed, found
        return self._among_others(anchor, old, without)

    def passage(self, section: str, found: Found) -> str:
        """Return the words of a find."""
        return self._texts[section][found.start : found.end]

    def _edition(self, anchor: Anchor, old: str | None, section: str) -> Edition:
        key = (anchor.text if old is not None else "", section)
        if key not in self._editions:
            self._editions[key] = Edition(old, self._texts[section])
        return self._editions[key]

    def _successor(self, anchor: Anchor, old: str) -> str:
        """Return the section that has most of a text, if that is much."""
        if anchor.text not in self._successors:
            pieces = [piece for _, piece in probes(old)]
            sample = pieces[:: max(1, len(pieces) // SAMPLED)]
            counts = {name: sum(s in text for s in sample) for name, text in self._texts.items()}
            best = max(counts, key=counts.__getitem__, default="")
            enough = bool(sample) and counts.get(best, 0) >= SAME_SECTION * len(sample)
            self._successors[anchor.text] = best if enough else ""
        return self._successors[anchor.text]

    def _by_context(self, anchor: Anchor, without: str) -> tuple[str, Found] | None:
        """Return the one place where a short quote stands with the same words on both sides."""
        before, after = anchor.prefix[-BESIDE:], anchor.suffix[:BESIDE]
        if not anchor.quote.strip() or len(before) + len(after) < ELSEWHERE:
            return None
        wanted = before + anchor.quote + after
        places = [
            (name, place + len(before))
            for name, text in self._texts.items()
            if name != without
            for place in occurrences(wanted, text, 2)
        ]
        if len(places) != 1:
            return None
        name, start = places[0]
        return name, Found(start, start + len(anchor.quote), State.CHANGED)

    def _holders(self, quote: str, without: str) -> list[str]:
        """Return the sections that have most pieces of a quote."""
        pieces = [piece for _, piece in probes(quote)]
        pieces = pieces[:: max(1, len(pieces) // 6)]
        counts = {
            name: sum(piece in text for piece in pieces)
            for name, text in self._texts.items()
            if name != without
        }
        return [
            name for name in heapq.nlargest(HOLDERS, counts, counts.__getitem__) if counts[name]
        ]

    def _among_others(
        self, anchor: Anchor, old: str | None, without: str
    ) -> tuple[str, Found] | None:
        places: list[tuple[str, Scored]] = []
        pattern, _ = surroundings(anchor, old)
        for name in self._holders(pattern, without):
            best = self._edition(anchor, old, name).received(anchor)
            if best and len(anchor.quote) < ELSEWHERE:
                best = best._replace(found=best.found._replace(state=State.CHANGED))
            places += [(name, best)] if best else []
        places.sort(key=lambda place: -place[1].score)
        if not places or (len(places) > 1 and places[0][1].score - places[1][1].score < 0.1):
            return None
        return places[0][0], places[0][1].found


def locate_elsewhere(
    anchor: Anchor, old_text: str | None, sections: Mapping[str, str] | Iterable[tuple[str, str]]
) -> tuple[str, Found] | None:
    """Return the section that holds a passage now, and where; None if that is not certain.

    For many passages keep `CourseTexts`.
    """
    return CourseTexts(sections).elsewhere(anchor, old_text)


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
