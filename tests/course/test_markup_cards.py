"""Flashcards written in the text."""

from __future__ import annotations

import pytest
from page_dump import dumped

from studyapp.course.markup import compile_page
from studyapp.page import Card, Cards, own_runs, plain_text, walk


def cards_of(source: str) -> list[Card]:
    blocks = walk(compile_page(source).blocks)
    return [card for block in blocks if isinstance(block, Cards) for card in block.cards]


def spoken(card: Card) -> tuple[str, str, str]:
    def text(blocks) -> str:
        return " / ".join(plain_text(tuple(own_runs(block))) for block in walk(blocks))

    return card.kind, text(card.question), text(card.answer)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Q::A", [("basic", "Q", "A")]),
        ("Q:::A", [("both", "Q", "A")]),
        ("Q :: A", [("basic", "Q", "A")]),
        ("Q1::A1\nQ2:::A2", [("basic", "Q1", "A1"), ("both", "Q2", "A2")]),
        ("Q1::A1\n\nQ2::A2", [("basic", "Q1", "A1"), ("basic", "Q2", "A2")]),
        ("What is `a::b`?::$c::d$", [("basic", "What is a::b?", "c::d")]),
        ("[x::y](z)::A", [("basic", "x::y", "A")]),
        ("Q::A <!--SR:!2026-01-01,3,250-->", [("basic", "Q", "A")]),
        ("- Q1::A1\n- Q2::A2", [("basic", "Q1", "A1"), ("basic", "Q2", "A2")]),
        ("> Q::A", [("basic", "Q", "A")]),
        ("#flashcards Q::A", [("basic", "Q", "A")]),
        ("#flashcards/sub\nQ::A", [("basic", "Q", "A")]),
        ("Q\n?\nA", [("basic", "Q", "A")]),
        ("Q\nmore\n??\nA\nmore", [("both", "Q more", "A more")]),
        ("Q\n?\nA\n<!--SR:x-->", [("basic", "Q", "A")]),
        ("#flashcards A ==b== ==c== d", [("cloze", "A b c d", "")]),
        ("#flashcards\n\nA ==b==", [("cloze", "A b", "")]),
    ],
)
def test_cards(source: str, expected: list[tuple[str, str, str]]):
    assert [spoken(card) for card in cards_of(source)] == expected
    assert not compile_page(source).flaws


@pytest.mark.parametrize(
    "source",
    ["A ==mark==", "Is this one?", "Time: 10:30", "Text with a::b\nand a line without", "`a::b`"],
)
def test_what_is_no_card(source: str):
    page = compile_page(source)
    assert not cards_of(source)
    assert not page.flaws


@pytest.mark.parametrize(
    "source",
    ["Q::", "::A", "a::b::c\nQ::A", "#flashcards nothing here", "#flashcards a::b::c", "?\nA"],
)
def test_wrong_cards_are_told_and_stay_text(source: str):
    page = compile_page(f"# Title\n\nFirst.\n\n{source}\n")
    (flaw,) = page.flaws
    assert (flaw.severity, flaw.message) == ("warning", "unknown card syntax")
    assert flaw.line == 5
    assert not cards_of(source)
    assert page.text.split("\n", 2)[2]


ANSWER_WITH_LIST = """\
cards
  basic fold 0
    paragraph: Q
  answer
    paragraph: A
    list loose
      -
        paragraph: one
      -
        paragraph: two
      -
        paragraph: three
paragraph: Text"""


def test_an_answer_may_go_on_with_a_list():
    page = compile_page("Q\n?\nA\n- one\n- two\n\n- three\n\nText")
    assert dumped(page.blocks) == ANSWER_WITH_LIST


def test_a_list_after_a_blank_line_is_no_answer():
    page = compile_page("Q\n?\nA\n\n- one")
    assert dumped(page.blocks).endswith("list tight\n  -\n    paragraph: one")


def test_cards_that_stand_together_are_one_box():
    page = compile_page("Q::A\n\nQ\n?\nA\n\n- Q::A\n\nText\n\nQ::A")
    assert [len(block.cards) for block in page.blocks if isinstance(block, Cards)] == [3, 1]


def test_folds_are_numbered_through_the_page():
    page = compile_page("Q::A\n\n> [!note]- T\n> Q::A\n\n<details>x</details>\n")
    blocks = list(walk(page.blocks))
    folds = [card.fold for block in blocks if isinstance(block, Cards) for card in block.cards]
    folds += [block.fold for block in blocks if hasattr(block, "fold")]
    assert folds == [0, 2, 1, 3]


def test_questions_and_answers_are_lines_of_the_text():
    assert compile_page("Q *x*::A\n\nB\n?\nC").text == "Q x\nA\nB\nC"
