import pytest

from studyapp.search.pagefind import MOST, Pattern, find

TEXT = "Allies ally.\nThe ally\u2019s Türkiye and an ALLY\nof 1,040 words (all of them)."


def shown(**how):
    return [TEXT[start:end] for start, end in find(Pattern(**how), TEXT).spans]


@pytest.mark.parametrize(
    ("how", "wanted"),
    [
        ({"text": "ally"}, ["ally", "ally", "ALLY"]),
        ({"text": "ally", "match_case": True}, ["ally", "ally"]),
        ({"text": "all", "whole_words": True}, ["all"]),
        ({"text": "(all"}, ["(all"]),
        ({"text": "ally's"}, ["ally\u2019s"]),
        ({"text": "ally. the"}, ["ally.\nThe"]),
        ({"text": "türkiye"}, ["Türkiye"]),
        ({"text": r"\b\w{4}\b", "expression": True}, ["ally", "ally", "ALLY", "them"]),
        ({"text": "^the", "expression": True}, ["The"]),
        ({"text": "a|x*", "expression": True, "match_case": True}, ["a"] * 5),
        ({"text": "nowhere"}, []),
        ({"text": ""}, []),
    ],
)
def test_what_is_found(how, wanted):
    assert shown(**how) == wanted


@pytest.mark.parametrize("text", ["(", "[a", "a**", "(?P<x", "*", "\\"])
def test_a_bad_expression_is_explained(text):
    found = find(Pattern(text, expression=True), TEXT)
    assert found.spans == ()
    assert found.problem.startswith("This is no regular expression: ")


@pytest.mark.parametrize("text", [r"(a+)+$", r"(a|a)*b", r"(a|aa)+$", r"(.*a){25}x"])
def test_an_expression_that_takes_for_ever_is_stopped(text):
    found = find(Pattern(text, expression=True), "a" * 60 + "c")
    assert "too long" in found.problem or found.spans == ()


def test_a_page_full_of_matches_is_cut():
    found = find(Pattern("a"), "a" * (MOST + 5))
    assert len(found.spans) == MOST
    assert found.problem
