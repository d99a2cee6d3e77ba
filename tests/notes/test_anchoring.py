"""A passage is found again where it stands now, or not at all."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from studyapp.model import Anchor, Found, State
from studyapp.notes.anchoring import Edition, locate
from studyapp.notes.describing import describe, text_hash

TREATY = """The North Atlantic Treaty
The treaty was signed in Washington on 4 April 1949 by twelve states.
It has fourteen articles, and the fifth of them is the best known.
An armed attack against one or more of them shall be considered an attack against them all.
The third asks each party to keep and develop its capacity to resist armed attack.
Parties consult together whenever one of them feels threatened.
"""

WORDS = st.sampled_from(["tern", "plover", "knot", "ruff", "curlew", "godwit", "avocet"])
SENTENCES = st.lists(WORDS, min_size=3, max_size=9).map(" ".join)
TEXTS = st.lists(SENTENCES, min_size=1, max_size=12).map("\n".join)


def anchor_of(quote: str, text: str = TREATY) -> Anchor:
    start = text.index(quote)
    return describe(text, start, start + len(quote))


def passage(found: Found | None, text: str) -> str:
    assert found is not None
    return text[found.start : found.end]


def test_the_hash_is_sixteen_hexadecimal_digits_of_the_content() -> None:
    assert text_hash("tern") == text_hash("tern") != text_hash("terns")
    assert len(text_hash("")) == 16
    assert int(text_hash("\ud800"), 16) >= 0


def test_an_anchor_holds_the_quote_and_thirty_two_characters_around_it() -> None:
    anchor = anchor_of("fourteen articles")
    assert anchor.quote == "fourteen articles"
    assert len(anchor.prefix) == len(anchor.suffix) == 32
    assert TREATY[anchor.start : anchor.end] == anchor.quote
    assert describe("tern", 0, 4) == Anchor("tern", "", "", 0, 4, text_hash("tern"))


@given(text=st.text(max_size=200), data=st.data())
def test_unchanged_text_gives_back_the_passage(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    anchor = describe(text, start, end)
    for old in (text, None):
        assert locate(anchor, old, text) == Found(start, end, State.ANCHORED)


@pytest.mark.parametrize("kept", [True, False], ids=["old text", "quote alone"])
@pytest.mark.parametrize("quote", ["fourteen articles", "armed attack against one", "1949"])
def test_text_inserted_elsewhere_moves_the_passage(quote: str, kept: bool) -> None:
    new = "A preface that was not there.\n" + TREATY + "A last word.\n"
    found = locate(anchor_of(quote), TREATY if kept else None, new)
    assert passage(found, new) == quote
    assert found is not None
    assert found.state is State.ANCHORED


@pytest.mark.parametrize("kept", [True, False], ids=["old text", "quote alone"])
def test_words_changed_inside_are_told(kept: bool) -> None:
    new = TREATY.replace("shall be considered an attack", "is to be seen as an attack")
    anchor = anchor_of("An armed attack against one or more of them shall be considered an attack")
    found = locate(anchor, TREATY if kept else None, new)
    expected = "An armed attack against one or more of them is to be seen as an attack"
    assert passage(found, new) == expected
    assert found is not None
    assert found.state is State.CHANGED


@pytest.mark.parametrize("kept", [True, False], ids=["old text", "quote alone"])
def test_a_deleted_passage_is_an_orphan(kept: bool) -> None:
    line = "The third asks each party to keep and develop its capacity to resist armed attack.\n"
    new = TREATY.replace(line, "")
    assert locate(anchor_of("its capacity to resist"), TREATY if kept else None, new) is None
    assert locate(anchor_of("armed attack.\n"), TREATY if kept else None, new) is None


def test_a_word_inside_a_longer_one_is_no_match() -> None:
    old = "The tern is here.\nThe plover is there.\n"
    new = "The pattern is here.\nThe plover is there.\n"
    found = locate(anchor_of("tern", old), old, new)
    assert found is None or (found.state, passage(found, new)) == (State.CHANGED, "pattern")


def test_part_of_a_word_that_was_marked_is_found_again() -> None:
    new = "Mind.\n" + TREATY
    assert passage(locate(anchor_of("shing"), TREATY, new), new) == "shing"


@given(text=TEXTS, extra=SENTENCES, data=st.data())
def test_a_line_inserted_elsewhere_leaves_the_right_occurrence(
    text: str, extra: str, data: st.DataObject
) -> None:
    lines = text.split("\n")
    at = data.draw(st.integers(0, len(lines)))
    line = data.draw(st.integers(0, len(lines) - 1))
    new = "\n".join([*lines[:at], f"inserted {extra} inserted", *lines[at:]])
    start = sum(len(before) + 1 for before in lines[:line])
    shift = len(f"inserted {extra} inserted") + 1 if at <= line else 0
    found = locate(describe(text, start, start + len(lines[line])), text, new)
    assert found is not None
    assert (found.start, found.end) == (start + shift, start + shift + len(lines[line]))


@given(
    anchor=st.builds(
        Anchor,
        quote=st.text(max_size=60),
        prefix=st.text(max_size=32),
        suffix=st.text(max_size=32),
        start=st.integers(-5, 300),
        end=st.integers(-5, 300),
        text=st.text(max_size=16),
    ),
    old=st.none() | st.text(max_size=200) | TEXTS,
    new=st.text(max_size=200) | TEXTS,
)
@example(Anchor("", "", "", 0, 0, ""), None, "")
@example(Anchor("no", "", "", -2, 4, text_hash("a tern, no")), "a tern, no", "a tern, no")
def test_whatever_is_asked_nothing_raises(anchor: Anchor, old: str | None, new: str) -> None:
    found = locate(anchor, old, new)
    if found is not None:
        assert 0 <= found.start <= found.end <= len(new)
        assert found.state is not State.ANCHORED or new[found.start : found.end] == anchor.quote


@given(old=TEXTS, new=TEXTS, data=st.data())
def test_what_is_called_anchored_has_the_same_words(
    old: str, new: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(old) - 1))
    end = data.draw(st.integers(start + 1, len(old)))
    assume(old[start:end].strip())
    anchor = describe(old, start, end)
    found = Edition(old, new).locate(anchor)
    if found and found.state is State.ANCHORED:
        assert new[found.start : found.end] == anchor.quote


@pytest.mark.parametrize("quote", ["all of it passed", "without a word", "passed"])
def test_a_deleted_passage_is_not_taken_for_its_twin(quote: str) -> None:
    line = "all of it passed without a word of complaint\n"
    old = (
        f"The first run began at noon.\n{line}Then it rained.\nThe next one came.\n{line}We left.\n"
    )
    new = (
        "The first run began at noon.\nThen it rained.\nThe next one came.\n" + line + "We left.\n"
    )
    start = old.index(quote)
    assert locate(describe(old, start, start + len(quote)), old, new) is None


ANY_TEXT = st.text(alphabet=st.characters(exclude_categories=()), max_size=200)
NESTED = ["tern", "pattern", "stern", "терн", "паттерн", "knot", "knots", "été", "étés", "x", "xx"]
NESTED_TEXTS = st.lists(
    st.lists(st.sampled_from(NESTED), min_size=1, max_size=8).map(" ".join), min_size=1, max_size=8
).map("\n".join)


@given(text=ANY_TEXT, others=ANY_TEXT, data=st.data())
def test_unchanged_text_gives_back_the_passage_whatever_is_in_it(
    text: str, others: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    anchor = describe(text, start, end)
    for old in (text, None, others):
        assert locate(anchor, old, text) == Found(start, end, State.ANCHORED)


@given(old=NESTED_TEXTS, new=NESTED_TEXTS, data=st.data())
@example(
    "tern and the rest of what follows it, long enough",
    "pattern and the rest of what follows it, long enough",
    None,
)
def test_no_passage_begins_or_ends_in_the_middle_of_a_word(
    old: str, new: str, data: st.DataObject | None
) -> None:
    spans = [match.span() for match in re.finditer(r"\w+", old)]
    first = data.draw(st.integers(0, len(spans) - 1)) if data else 0
    last = data.draw(st.integers(first, len(spans) - 1)) if data else 0
    for kept in (old, None):
        found = locate(describe(old, spans[first][0], spans[last][1]), kept, new)
        for place in (found.start, found.end) if found else ():
            assert re.search(r"\w\w", new[max(0, place - 1) : place + 1]) is None


@given(old=TEXTS, new=TEXTS, data=st.data())
def test_many_passages_asked_together_stand_where_each_stands_alone(
    old: str, new: str, data: st.DataObject
) -> None:
    edition = Edition(old, new)
    for _ in range(4):
        start = data.draw(st.integers(0, len(old) - 1))
        anchor = describe(old, start, data.draw(st.integers(start + 1, len(old))))
        assert edition.locate(anchor) == locate(anchor, old, new)


def numbered(count: int, word: str = "line") -> list[str]:
    return [
        f"{word} {number} of the old text has words {number * 7} {number * 31}"
        for number in range(count)
    ]


@pytest.mark.parametrize("joint", ["\n", " "], ids=["in lines", "in one line"])
@pytest.mark.parametrize("marked", [5, 700, 1390])
def test_a_passage_of_a_long_text_is_found_among_many_changes(joint: str, marked: int) -> None:
    lines = numbered(1400)
    old = joint.join(lines)
    anchor = anchor_of(lines[marked], old)
    edited = [
        line.replace("old", "new") if number % 2 else line for number, line in enumerate(lines)
    ]
    edited[marked] = lines[marked].replace("has words", "has other words")
    new = joint.join(["What is new.", *edited[:marked], "Put in.", *edited[marked:]])
    found = locate(anchor, old, new)
    assert passage(found, new) == edited[marked]
    assert found is not None
    assert found.state is State.CHANGED
    edited[marked] = "Gone."
    assert locate(anchor, old, joint.join(edited)) is None


def test_a_passage_is_found_among_repeated_words() -> None:
    old = "tern knot ruff " * 20_000
    anchor = describe(old, 200_000, 200_019)
    new = old[:100_000] + "plover " + old[100_000:]
    found = locate(anchor, old, new)
    assert found is not None
    assert (found.start, passage(found, new)) == (200_007, anchor.quote)


def test_nothing_is_found_in_a_text_written_anew() -> None:
    old, new = (
        "\n".join(numbered(2000)),
        "\n".join(f"wholly {n} other {n * 3}" for n in range(3000)),
    )
    assert locate(anchor_of(numbered(2000)[900], old), old, new) is None


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("Range Patterns", "range patterns"),
        ("maximi ze-di ff erence", "maximize-difference"),
        ("literal", "literals"),
        ("1.6seconds", "1.6 seconds"),
    ],
    ids=["case", "spaces in words", "longer word", "split word"],
)
@pytest.mark.parametrize("rest", ["is one of the birds.", "is, as many say, a bird."])
def test_letters_that_stay_tell_an_edited_word(quote: str, expected: str, rest: str) -> None:
    old = f"{TREATY}As was said before, the {quote} is one of the birds."
    new = f"Mind.\n{TREATY}As was said before, the {expected} {rest}"
    found = locate(anchor_of(quote, old), old, new)
    assert passage(found, new) == expected
    assert found is not None
    assert found.state is State.CHANGED


def test_words_put_into_a_passage_do_not_cut_off_its_short_end() -> None:
    old = "It can hold one piece of data. Here are some examples of using it with numbers."
    put_in = "It is a rule of the house that each type put in its place makes a type of its own."
    new = old.replace("data. ", f"data. {put_in} ")
    quote = "of data. Here are some examples of using it"
    found = locate(anchor_of(quote, old), old, new)
    assert passage(found, new) == quote.replace("data. ", f"data. {put_in} ")


def test_a_heading_between_rewritten_paragraphs_stays_the_heading() -> None:
    old = (
        "All of them must be safe.\nCommon Terns\nCommon Terns are birds that others are made of.\n"
    )
    new = (
        "fn f() {} // it cannot use its own type here\n[items.birds.common terns]\nCommon Terns\n"
        "[items.intro] Common Terns are small white birds which are needed by all the rest\n"
    )
    found = locate(anchor_of("Common Terns", old), old, new)
    assert found is not None
    assert found.start == new.index("\nCommon Terns\n") + 1


def test_a_short_passage_in_translated_surroundings_is_found() -> None:
    old = "Errors are hidden.\nvar p = Promise.resolve( 42 );\np.then( fulfilled );\nThey vanish.\n"
    new = "Fehler verschwinden.\nvar p = Promise.resolve( 7 );\np.then( fulfilled );\nSo ist es.\n"
    found = locate(anchor_of("Promise", old), old, new)
    assert passage(found, new) == "Promise"


STAYING = ["treaty", "member", "attack", "nation", "forces", "allies", "summit", "border"]
LEAVING = ["wooden", "mellow", "kennel", "seldom", "blooms", "nobles", "models", "blends"]
COMING = ["pacify", "tariff", "guitar", "cavity", "trivia", "garage", "chair", "apathy"]


def sentence_of(staying: list[str], others: list[str]) -> str:
    pairs = zip(staying, others, strict=True)
    return " ".join(word for pair in pairs for word in pair)


@given(
    staying=st.permutations(STAYING),
    leaving=st.permutations(LEAVING),
    coming=st.permutations(COMING),
)
def test_half_the_words_of_a_sentence_tell_it_only_with_what_was_around_it(
    staying: list[str], leaving: list[str], coming: list[str]
) -> None:
    sentence, rewritten = sentence_of(staying, leaving), sentence_of(staying, coming)
    before, after = "They came to the river and saw it.", "So all of it began in the spring."
    old = f"{before}\n{sentence}\n{after}\n"
    around = f"{before}\n{rewritten}\n{after}\n"
    found = locate(anchor_of(sentence, old), old, around)
    assert passage(found, around) == rewritten
    assert found is not None
    assert found.state is State.CHANGED
    alone = f"Milk has gone up twice.\n{rewritten}\nHow would you cook quinces?\n"
    assert locate(anchor_of(sentence, old), old, alone) is None


@pytest.mark.parametrize(
    ("sentence", "other"),
    [
        (
            "The secretary general leads the staff and speaks for the alliance abroad.",
            "The exercises in the north are planned by the staffs of the allies that host them.",
        ),
        (
            "The exercises in the north are planned by the staffs of the allies that host them.",
            "The secretary general leads the staff and speaks for the alliance abroad.",
        ),
    ],
)
def test_letters_that_agree_by_chance_do_not_tell_a_sentence(sentence: str, other: str) -> None:
    old = TREATY.replace("Parties consult", f"{sentence}\nParties consult")
    new = TREATY.replace("Parties consult", f"{other}\nParties consult")
    assert locate(anchor_of(sentence, old), old, new) is None
