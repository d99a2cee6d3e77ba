"""A search over the index of a course and that of its notes: what was typed in, results out.

`studyapp.searching` makes one of the snapshots it has open and drops it when one is outdated. The
results stream in: each is the one before with more hits after those already there.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from msgspec.structs import replace as replaced

from studyapp.search.analysis import spans, terms
from studyapp.search.hits import Group, Hit, Results
from studyapp.search.languages import stop_words
from studyapp.search.matching import Level, Matcher
from studyapp.search.passages import KINDS
from studyapp.search.query import Query, Words
from studyapp.search.ranking import Ranked, Ranking
from studyapp.search.snippets import hit_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from studyapp.search.scopes import Scope
    from studyapp.search.snapshot import Snapshot

ENOUGH = 200
"""Passages found after which other forms of the words are not looked for."""
FEW = 3
"""Passages found below which other spellings are looked for."""
SPARSE = 10
"""Passages found below which those with some of the words are looked for."""
MOST_TELLING = 16
"""Words of a passage by which others like it are looked for."""
EACH = 3
"""Hits of one kind shown of one section."""


class Session:
    """Searches some snapshots; one thread at a time."""

    def __init__(self, snapshots: Sequence[Snapshot], language: str) -> None:
        self.snapshots = list(snapshots)
        self._language = language
        self._matchers = [Matcher(snapshot, language) for snapshot in snapshots]

    def search(
        self,
        query: Query,
        scope: Scope,
        trail: Callable[[str], tuple[str, ...]],
        limit: int,
        tick: Callable[[], object] = lambda: None,
    ) -> Iterator[Results]:
        """Yield what is found, more each time, the last one complete.

        `trail` gives the titles from the chapter down to a section; `tick` is called between
        stages, and what it raises ends the search.
        """
        rankings = [
            Ranking(matcher, query, self._language, scope.allows(matcher.snapshot))
            for matcher in self._matchers
        ]
        shown = _Shown(rankings, self._matchers, trail, limit)
        results = Results(query.text, problems=query.problems)
        for level in Level:
            if self._is_due(level, query, results.total):
                results = shown.with_stage(
                    [ranking.stage(level, limit) for ranking in rankings], results
                )
                yield results
                tick()
        if results.total < SPARSE:
            results = shown.with_stage([ranking.last_stage() for ranking in rankings], results)
        yield replaced(results, complete=True, suggestion=self.suggestion(query))

    def _is_due(self, level: Level, query: Query, total: int) -> bool:
        match level:
            case Level.EXACT:
                return True
            case Level.STEM:
                return total < ENOUGH
            case Level.PREFIX:
                return total < ENOUGH and any(words.open for words in query.words)
            case Level.FUZZY:
                rough = any(words.rough for words in query.words)
                return rough or total < FEW or any(self._slips(query))

    def _slips(self, query: Query) -> Iterator[tuple[str, str]]:
        """Yield each word that is probably misspelled, and what was probably meant."""
        for words in query.words:
            for place, term in enumerate(words.terms):
                if any(term in one.snapshot.counts for one in self._matchers):
                    continue
                meant = [one.meant(words, place) for one in self._matchers]
                known = [
                    variant.level is not Level.STEM
                    for one in self._matchers
                    for variant in one.variants(words, place, Level.PREFIX)
                ]
                if any(meant) and not any(known):
                    yield term, next(filter(None, meant))[0]

    def like(
        self,
        text: str,
        trail: Callable[[str], tuple[str, ...]],
        limit: int,
        own: tuple[str, int, int] = ("", 0, 0),
    ) -> list[Hit]:
        """Return the passages most like a text, one of each section and none that holds it.

        `own` is where the text itself is from: section, start and end.
        """
        found: list[Hit] = []
        for matcher in self._matchers:
            ranking = Ranking(matcher, telling(matcher, text, self._language), self._language)
            told: set[str] = set()
            for ranked in ranking.last_stage():
                _, section, passage = matcher.snapshot.stored(ranked.passage)
                around = passage.start < own[2] and passage.start + len(passage.text) > own[1]
                if section in told or (section == own[0] and around):
                    continue
                titles = trail(section)
                title = titles[-1] if titles else ""
                hit = hit_of(matcher.snapshot, ranked, title, ranking.places_in(ranked))
                if hit.marks:  # a title alone does not make a passage alike
                    told.add(section)
                    found.append(hit)
                if len(told) == limit:
                    break
        return sorted(found, key=lambda hit: -hit.score)[:limit]

    def suggestion(self, query: Query) -> str:
        """Return the query with the words that stand nowhere written like some that do."""
        wrong = dict(self._slips(query))
        if not wrong:
            return ""
        text = query.text
        for (start, end), term in reversed(list(zip(spans(text), terms(text), strict=True))):
            text = text[:start] + wrong.get(term, text[start:end]) + text[end:]
        return text


def telling(matcher: Matcher, text: str, language: str) -> Query:
    """Return a query for the words of a text that tell most: frequent in it, rare elsewhere."""
    stops = stop_words(language)
    counts = Counter(term for term in terms(text) if len(term) > 2 and term not in stops)
    known = matcher.snapshot.counts
    worth = {
        term: count * matcher.rarity(known[term]) for term, count in counts.items() if term in known
    }
    best = sorted(worth, key=lambda term: -worth[term])[:MOST_TELLING]
    return Query(text, tuple(Words((term,)) for term in best))


class _Shown:
    """What is shown of the passages found so far."""

    def __init__(
        self,
        rankings: Sequence[Ranking],
        matchers: Sequence[Matcher],
        trail: Callable[[str], tuple[str, ...]],
        limit: int,
    ) -> None:
        self._rankings = rankings
        self._matchers = matchers
        self._trail = trail
        self._limit = limit
        self._hits: list[Hit] = []
        self._of_section: Counter[tuple[str, str]] = Counter()

    def with_stage(self, stages: list[list[Ranked]], before: Results) -> Results:
        """Return the results with those of another stage."""
        found = [(one, number) for number, stage in enumerate(stages) for one in stage]
        if len(stages) > 1:
            found.sort(key=lambda one: -one[0].score)
        for ranked, number in found:
            if len(self._hits) >= self._limit:
                break
            self._show(ranked, number)
        return replaced(
            before,
            hits=tuple(self._hits),
            groups=self._groups(),
            total=sum(sum(ranking.counts.values()) for ranking in self._rankings),
        )

    def _show(self, ranked: Ranked, number: int) -> None:
        snapshot, ranking = self._matchers[number].snapshot, self._rankings[number]
        section = snapshot.sections[snapshot.owners[ranked.passage]]
        key = section, KINDS[snapshot.kinds[ranked.passage]]
        if self._of_section[key] < EACH:
            self._of_section[key] += 1
            trail = self._trail(section)
            places = ranking.places_in(ranked)
            self._hits.append(hit_of(snapshot, ranked, trail[-1] if trail else "", places))

    def _groups(self) -> tuple[Group, ...]:
        by_section: dict[str, list[Hit]] = {}
        for hit in self._hits:
            by_section.setdefault(hit.section, []).append(hit)
        counts: Counter[str] = Counter()
        for matcher, ranking in zip(self._matchers, self._rankings, strict=True):
            for owner, count in ranking.counts.items():
                if (section := matcher.snapshot.sections[owner]) in by_section:
                    counts[section] += count
        return tuple(
            Group(section, self._trail(section), counts[section], tuple(hits))
            for section, hits in by_section.items()
        )
