"""Quotes as people give them: pasted with other spaces, standing twice, or nowhere."""

import hypothesis.strategies as st
import pytest
from hypothesis import given

from studyapp.model import StudyError
from studyapp.notes.quoting import find_quote

TEXT = "One heron waits.\nAnother heron 😀 waits longer. The end"


def test_a_quote_that_stands_once_is_found():
    start, end = find_quote(TEXT, "waits longer")
    assert TEXT[start:end] == "waits longer"


def test_white_space_matches_any_other():
    start, end = find_quote(TEXT, "  waits.\n\n  Another\theron ")
    assert TEXT[start:end] == "waits.\nAnother heron"


def test_words_around_tell_which():
    assert find_quote(TEXT, "heron", prefix="One ") == (4, 9)
    second = TEXT.index("heron", 9)
    assert find_quote(TEXT, "heron", suffix=" 😀") == (second, second + 5)
    assert find_quote(TEXT, "heron", "waits.  Another ", "😀 waits") == (second, second + 5)


@pytest.mark.parametrize(
    ("quote", "around", "told"),
    [
        ("stork", {}, "'stork' is not in the section"),
        ("heron", {}, "it stands there 2 times"),
        ("heron", {"prefix": "The "}, "it stands there 2 times, never with these words around it"),
        ("One", {"suffix": "stork"}, "it stands there once, never"),
        (" \n", {}, "the quote is empty"),
        ("x" * 100, {}, "x" * 59 + "…' is not in the section"),
    ],
)
def test_what_is_not_one_place_is_told(quote, around, told):
    with pytest.raises(StudyError) as error:
        find_quote(TEXT, quote, **around)
    assert told in str(error.value)


@given(st.text(alphabet="ab😀 \n", min_size=1, max_size=40), st.data())
def test_a_slice_with_all_that_is_around_it_is_that_slice(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    quote = text[start:end]
    if quote != quote.strip() or not quote:
        return
    found = find_quote(text, quote, text[:start], text[end:])
    assert text[found[0] : found[1]].split() == quote.split()
