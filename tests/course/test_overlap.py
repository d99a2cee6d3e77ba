import pytest

from studyapp.course.overlap import Other


@pytest.mark.parametrize(
    ("text", "shared"),
    [
        ("one two three four five six", ["one two three four five six"]),
        ("One, two: THREE four-five six", []),
        ("One, two: THREE (four) five\nsix, then seven", ["One, two: THREE (four) five\nsix"]),
        ("one two three four five", []),
        ("one two three four five six seven eight", ["one two three four five six seven eight"]),
        ("a one two three four five six b two three four five six seven c", None),
        ("it doesn\u2019t do to say so", ["it doesn\u2019t do to say so"]),
    ],
)
def test_runs_of_six_words_are_found_whatever_stands_between_them(text, shared):
    other = Other("Zero one two three four five six seven eight. It doesn't do to say so.")
    found = list(other.shared(text))
    expected = ["one two three four five six", "two three four five six seven"]
    assert found == (expected if shared is None else shared)


@pytest.mark.parametrize(
    ("text", "is_let_pass"),
    [
        ("the North Atlantic Treaty Organization in Brussels", True),
        ("the Treaty of 4 April 1949", True),
        ("the North Atlantic treaty Organization in Brussels", False),
        ("it is to be in on an of", False),
    ],
)
def test_names_and_titles_are_excepted(text, is_let_pass):
    assert (list(Other(text).shared(text)) == []) is is_let_pass


def test_a_text_of_few_words_shares_nothing():
    assert list(Other("").shared("one two three four five six seven")) == []
