"""How well the bundled course is searched, against answers judged from its text.

`judged.tsv` holds the queries. Run with `-s` to see the figures.
"""

import re
from collections import defaultdict
from pathlib import Path

import pytest

from tests.search.test_query import HOSTILE
from tests.search.test_ranking import check_offsets

AT = 5
LINES = Path(__file__).with_name("judged.tsv").read_text(encoding="utf-8").splitlines()
JUDGED = [line.split("\t") for line in LINES if not line.startswith("#")]


def rank_of(nato, query, answers):
    """Return the place of the first section that answers, from 1; 0 when none is found."""
    groups = nato.search.search(query).groups
    ranks = [place for place, group in enumerate(groups, 1) if group.section in answers]
    return min(ranks, default=0)


def test_the_answer_is_among_the_first_five(nato):
    ranks = defaultdict(list)
    missed = []
    for kind, query, *answers in JUDGED:
        rank = rank_of(nato, query, answers)
        ranks[kind].append(rank)
        if not 1 <= rank <= AT:
            missed.append((query, rank))
    every = [rank for found in ranks.values() for rank in found]
    for kind, found in [*ranks.items(), ("all", every)]:
        print(f"{kind:8} n={len(found):3} recall@5={recall(found):.3f} MRR={mrr(found):.3f}")  # noqa: T201
    assert len(every) >= 150
    assert recall(every) >= 0.97, missed
    assert recall(ranks["typo"]) >= 0.95, missed


def recall(ranks):
    return sum(1 <= rank <= AT for rank in ranks) / len(ranks)


def mrr(ranks):
    return sum(1 / rank for rank in ranks if rank) / len(ranks)


def test_the_judged_answers_exist(nato):
    named = {section for _, _, *answers in JUDGED for section in answers}
    assert named <= set(nato.texts)


def test_every_hit_is_where_it_says_and_among_the_marks_of_its_page(nato):
    unmarked = []
    for _, query, *_ in JUDGED:
        marks = {}
        for hit in nato.search.search(query, limit=10).hits:
            check_offsets(hit, nato.texts[hit.section])
            if hit.section not in marks:
                marks[hit.section] = nato.search.marks(query, hit.section)
            apart = all(hit.end <= start or end <= hit.start for start, end in marks[hit.section])
            if hit.start < hit.end and apart:
                unmarked.append((query, hit.section, hit.snippet))
    assert unmarked == []


def test_every_literal_word_of_every_section_finds_that_section(nato):
    holders = defaultdict(set)
    for section, text in nato.texts.items():
        for word in re.findall(r"\w(?:\S*\w)?", text):
            holders[word.lower()].add(section)
    lost = []
    for word, sections in holders.items():
        found = {group.section for group in nato.search.search(word, limit=100_000).groups}
        lost += [(word, section) for section in sections - found]
    assert lost == []


@pytest.mark.parametrize("query", HOSTILE, ids=lambda query: query[:4])
def test_hostile_queries_are_bounded_on_a_real_course(nato, query):
    results = nato.search.search(query)
    assert results.complete
    assert len(results.hits) <= 50
