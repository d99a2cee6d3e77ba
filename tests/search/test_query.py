import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.search.query import AnyOf, Filter, Words, parse
from tests.search.indexes import Shelf


def terms_of(node):
    if isinstance(node, Words):
        return " ".join(node.terms)
    joined = " | " if isinstance(node, AnyOf) else " & "
    return "(" + joined.join(terms_of(one) for one in node.nodes) + ")"


@pytest.mark.parametrize(
    ("text", "required", "excluded"),
    [
        ("flank east", ["flank", "east"], []),
        ('"cold war" plan', ["cold war", "plan"], []),
        ("a OR b c", ["(a | b)", "c"], []),
        ("a OR b OR c", ["(a | b | c)"], []),
        ("(a b) OR c", ["((a & b) | c)"], []),
        ("a AND b", ["a", "b"], []),
        ("a -b NOT c", ["a"], ["b", "c"]),
        ('a -"b c"', ["a"], ["b c"]),
        ("burden-sharing A2/AD", ["burden sharing", "a2 ad"], []),
        ("or and not", ["or", "and", "not"], []),
    ],
)
def test_words_beside_each_other(text, required, excluded):
    query = parse(text)
    assert [terms_of(node) for node in query.required] == required
    assert [terms_of(node) for node in query.excluded] == excluded
    assert query.problems == ()


def test_a_word_is_open_while_it_is_typed():
    assert [word.open for word in parse("two word").words] == [False, True]
    assert [word.open for word in parse("two word ").words] == [False, False]
    assert [word.open for word in parse("wor* two ").words] == [True, False]
    assert parse('"two words"').words[0].quoted
    assert parse("wrod~").words[0].rough


def test_filters_and_parts():
    query = parse('title:cold in:notes -tag:Exam color:red chapter:"the end" is:unread')
    assert query.words == (Words(("cold",), part="title"),)
    assert query.filters == (
        Filter("in", "notes"),
        Filter("tag", "exam", excluded=True),
        Filter("color", "red"),
        Filter("chapter", "the end"),
        Filter("is", "unread"),
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('"open phrase', "quotation mark"),
        ("(a b", "not closed"),
        ("a) b", "not opened"),
        ("OR b", "before OR"),
        ("a OR", "follows OR"),
        ("-only", "left out"),
        ("foo:bar", "foo:"),
        ("%%% !!!", "no word"),
        ("x" * 3000, "first 2000"),
        ("w " * 100, "first 32 words"),
    ],
)
def test_a_wrong_query_is_explained_and_read_as_words(text, told):
    query = parse(text)
    assert any(told in problem for problem in query.problems)
    assert all(problem.endswith(".") for problem in query.problems)


@pytest.mark.parametrize("text", ["foo:bar", '"foo bar', "(foo bar", "foo) bar", "foo bar OR"])
def test_a_wrong_query_still_finds(tmp_path, text):
    assert Shelf(tmp_path / "index", {"a.md": "foo bar"}).found(text) == ["a.md"]


@given(st.text(alphabet='ab "()-*~:“”\0\n' + "ORNTAD", max_size=200))
def test_nothing_typed_fails(text):
    query = parse(text)
    assert query.text == text
    assert len(query.words) <= 32


HOSTILE = ["(" * 10_240, '"' * 10_241, "a OR " * 2_048, "\0" * 10_240, "-" * 10_240, "NOT " * 2_560,
           "x" * 10_240, "a* " * 3_000, '"a b" ' * 2_000, "é́́" * 3_000, "tag:" * 2_000]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:4])
def test_hostile_queries_answer(tmp_path, text):
    results = Shelf(tmp_path / "index", {"a.md": "a b x é"}).search(text)
    assert results.complete
