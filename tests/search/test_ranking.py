"""The ladder: which passages answer, in which order, and what is said of why."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.search.indexes import Shelf, page_of

LADDER = {
    "phrase": "Some text says armed attack here.",
    "title": "# Attack, armed\n\nNothing else is in it.",
    "near": "They spoke of an attack by an armed band.",
    "far": "The attack began. " + "Time went by and by. " * 12 + "Nobody was armed.",
    "stem": "Arms were found after two attacks by men arming themselves.",
    "typo": "The atack was aremd.",
    "one": "An attack alone.",
}


def test_the_ladder(tmp_path):
    shelf = Shelf(tmp_path / "index", {key: LADDER[key] for key in sorted(LADDER)})
    found = shelf.found("armed attack ")
    assert found == ["phrase", "title", "near", "far", "one", "stem"] or found[:4] == [
        "phrase",
        "title",
        "near",
        "far",
    ]


@pytest.mark.parametrize(
    ("query", "why"),
    [("attacks ", "exact"), ("attacking ", "stem"), ("atta", "prefix"), ("atacks ", "fuzzy")],
)
def test_each_hit_says_why(tmp_path, query, why):
    shelf = Shelf(tmp_path / "index", {"a": "two attacks", "b": "nothing"})
    hits = shelf.search(query).hits
    assert [(hit.section, hit.why) for hit in hits] == [("a", why)]


def test_exact_comes_before_stem_and_prefix_and_each_stage_adds_at_the_end(tmp_path):
    texts = {
        "long": "attackers",
        "other": "attacks attacks",
        "word": "an attack among many words here",
    }
    stages = [
        [hit.section for hit in one.hits] for one in Shelf(tmp_path / "i", texts).stages("attack")
    ]
    assert stages[-1] == ["word", "other", "long"]
    assert all(stages[-1][: len(stage)] == stage for stage in stages)


def test_a_misspelled_word_is_suggested(tmp_path):
    shelf = Shelf(tmp_path / "index", {"a": "Deterrence by denial", "b": "A Denial"})
    assert shelf.search("Detterence by denial ").suggestion == "deterrence by denial "
    assert shelf.search("deterrence ").suggestion == ""


def test_a_slip_that_has_the_stem_of_another_word_is_still_taken_for_a_slip(tmp_path):
    shelf = Shelf(tmp_path / "index", {"a": "may deter others", "b": "deterrence by denial"})
    results = shelf.search("deterence ")
    assert results.suggestion == "deterrence "
    assert {hit.section for hit in results.hits} == {"a", "b"}


def test_another_form_of_a_word_is_no_slip(tmp_path):
    shelf = Shelf(tmp_path / "index", {"a": "an escalation of it", "b": "alliances"})
    assert shelf.search("escalations ").suggestion == ""
    assert shelf.search("alliance ").suggestion == ""


def test_short_and_numeric_words_are_not_guessed_at(tmp_path):
    shelf = Shelf(tmp_path / "index", {"a": "in 1949 the cat sat"})
    assert shelf.found("1948 ") == []
    assert shelf.found("cut ") == []


def test_stop_words_are_found_alone_and_in_phrases_and_not_asked_for_otherwise(tmp_path):
    shelf = Shelf(tmp_path / "index", {"a": "to be or not to be", "b": "treaty area", "c": "be to"})
    assert set(shelf.found("to be ")) == {"a", "c"}
    assert shelf.found('"not to be"') == ["a"]
    assert shelf.found("what is the treaty ")[0] == "b"


def test_choices_exclusions_and_parts(tmp_path):
    texts = {
        "a": "# Cold war\n\npeace and tanks",
        "b": "# Peace\n\nwar and ships",
        "c": "# Other\n\ntanks and ships",
    }
    shelf = Shelf(tmp_path / "index", texts)
    assert set(shelf.found("(cold OR ships) -peace ")) == {"c"}
    assert set(shelf.found("title:war ")) == {"a"}
    assert set(shelf.found("tanks OR ships ")) == {"a", "b", "c"}
    assert shelf.found('"and ships" -title:peace ') == ["c"]
    assert set(shelf.found("tanks", sections={"c"})) == {"c"}


def test_a_section_counts_all_its_passages_and_shows_its_best(tmp_path):
    text = "\n".join(f"# Part {n}\n\nship number {n}" for n in range(10))
    (group,) = Shelf(tmp_path / "index", {"a": text}).search("ship ").groups
    assert (group.count, len(group.hits)) == (10, 3)


def test_the_exact_title_is_first(tmp_path):
    texts = {f"{n}": f"# Notes {n}\n\nThe cold war, the cold war again, cold war" for n in range(9)}
    texts["cold"] = "# Cold war\n\nIt is about something."
    assert Shelf(tmp_path / "index", texts).found("cold war")[0] == "cold"


MIXED = """
armed attack attacks NATO\u2019s Türkiye C++ A2/AD 1,040 burden-sharing the of
北大西洋 мир don\u2019t x é
"""
WORDS = st.sampled_from(MIXED.split())
TEXTS = st.lists(st.lists(WORDS, min_size=1, max_size=60).map(" ".join), min_size=1, max_size=6)


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_offsets_are_those_of_the_words_shown(tmp_path_factory, data):
    texts = {
        f"s{n}": "\n".join(
            f"# {line}" if number % 3 == 1 else line for number, line in enumerate(lines)
        )
        for n, lines in enumerate(data.draw(st.lists(TEXTS, min_size=1, max_size=3)))
    }
    shelf = Shelf(tmp_path_factory.mktemp("offsets") / "index", texts)
    asked = data.draw(st.lists(WORDS, min_size=1, max_size=3))
    query = data.draw(st.sampled_from(["{}", '"{}"', "{} "])).format(" ".join(asked))
    for hit in shelf.search(query).hits:
        check_offsets(hit, page_of(texts[hit.section]).text)


def check_offsets(hit, text):
    """What a hit names in the text is marked in its snippet, which is a stretch of the text."""
    flat = text.replace("\n", " ")
    assert hit.snippet.strip("…") in flat
    shown = flat[hit.start : hit.end]
    if hit.start == hit.end:
        assert hit.marks == ()
        return
    lead = hit.snippet.startswith("…")
    starts = [start for start, end in hit.marks if hit.snippet[start:end] == shown]
    befores = [
        (flat[hit.start - start + lead : hit.start], hit.snippet[lead:start]) for start in starts
    ]
    assert any(before == marked for before, marked in befores)
