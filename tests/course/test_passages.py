"""Which words a passage takes in when one of its ends is pulled."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.course.passages import pulled

PLAIN = "One boat floats\nand two sink at 3 in the morning"
WORDS = [(word.start(), word.end()) for word in re.finditer(r"\S+", PLAIN)]


@given(st.sampled_from(WORDS), st.integers(0, len(PLAIN)))
def test_an_end_takes_in_every_word_it_reaches_and_leaves_one(
    word: tuple[int, int], offset: int
) -> None:
    first, last = word
    reached = [end for start, end in WORDS if start < offset and end >= last]
    wanted = first, max(reached, default=last)
    assert pulled(PLAIN, word, offset, at_start=False) == wanted
    before = [start for start, end in WORDS if end > offset and start <= first]
    assert pulled(PLAIN, word, offset, at_start=True) == (min(before, default=first), last)


@given(st.text(min_size=1), st.data())
def test_whatever_the_text_the_other_end_stays_and_something_is_left(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    offset = data.draw(st.integers(0, len(text)))
    for whole_words in (True, False):
        one = pulled(text, (start, end), offset, at_start=True, whole_words=whole_words)
        other = pulled(text, (start, end), offset, at_start=False, whole_words=whole_words)
        assert 0 <= one[0] < one[1] == end
        assert start == other[0] < other[1] <= len(text)


def pulled_to(text: str, words: str, offset: int, *, at_start: bool, whole: bool = True) -> str:
    start = text.index(words)
    span = start, start + len(words)
    return text[slice(*pulled(text, span, offset, at_start=at_start, whole_words=whole))]


def test_punctuation_goes_with_its_word() -> None:
    text = "He said: “Stay (here), 3.5 km.”"

    def end(until: str) -> str:
        offset = text.index(until) + len(until)
        return pulled_to(text, "“Stay", offset, at_start=False)

    assert end("“Stay (") == "“Stay"  # a bracket opens what follows
    assert end("(h") == "“Stay (here"
    assert end("(here)") == "“Stay (here),"  # all that closes it at once
    assert end("3") == "“Stay (here), 3.5"
    assert end("km.") == "“Stay (here), 3.5 km.”"

    def start(at: str) -> str:
        return pulled_to(text, "km.”", text.index(at), at_start=True)

    assert start("“S") == "“Stay (here), 3.5 km.”"
    assert start("Stay") == "Stay (here), 3.5 km.”"
    assert start(")") == "3.5 km.”"
    assert start(": ") == "“Stay (here), 3.5 km.”"


@pytest.mark.parametrize(
    ("text", "offset", "wanted"),
    [
        ("See हिन्दी भाषा now", 6, "See हिन्दी"),
        ("See 👩‍👩‍👧🇩🇪 now", 5, "See 👩‍👩‍👧🇩🇪"),
        ("See 漢字かな now", 6, "See 漢字"),
        ("See ספר אחד now", 6, "See ספר"),
        ("See e\u0301te\u0301 now", 5, "See e\u0301te\u0301"),
    ],
)
def test_words_of_any_script_stay_whole(text: str, offset: int, wanted: str) -> None:
    assert pulled_to(text, "See", offset, at_start=False) == wanted


def test_by_character_an_end_stands_anywhere_but_never_past_the_other() -> None:
    text = "One boat floats"
    assert pulled_to(text, "boat", 6, at_start=False, whole=False) == "bo"
    assert pulled_to(text, "boat", 6, at_start=True, whole=False) == "at"
    assert pulled_to(text, "boat", 9, at_start=False, whole=False) == "boat"
    assert pulled_to(text, "boat", 2, at_start=False, whole=False) == "boat"
    assert pulled_to(text, "boat", 12, at_start=True, whole=False) == "boat"


def test_of_many_words_the_nearest_one_is_left() -> None:
    text = "One boat floats"
    assert pulled_to(text, text, 0, at_start=False) == "One"
    assert pulled_to(text, text, len(text), at_start=True) == "floats"
