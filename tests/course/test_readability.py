import pytest

from studyapp.course.readability import LEAST_WORDS, grade, syllables
from studyapp.page import Card, Cards, Page, Paragraph, Run


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("cat", 1), ("the", 1), ("while", 1), ("named", 1), ("states", 1), ("table", 2),
        ("wanted", 2), ("forces", 2), ("alliance", 3), ("people", 2), ("security", 4),
        ("deterrence", 3), ("nth", 1), ("nation", 2),
    ],
)  # fmt: skip
def test_syllables_are_counted_by_groups_of_vowels(word, count):
    assert syllables(word) == count


def paragraph(text):
    return Paragraph((Run(text, 0),))


def page(*blocks):
    return Page("T", "", blocks)


def test_the_grade_is_that_of_the_formula():
    # 6 words and 6 syllables to a sentence
    text = "The cat sat on the mat. " * 20
    assert grade(page(paragraph(text))) == pytest.approx(0.39 * 6 + 11.8 * 1 - 15.59)


def test_long_words_and_long_sentences_are_harder():
    easy = grade(page(paragraph("The cat sat on the mat. " * 20)))
    longer = grade(page(paragraph("The cat sat on the mat and so did the old grey dog. " * 10)))
    harder = grade(page(paragraph("International organisations deliberate continually. " * 30)))
    assert easy < longer < harder


def test_cards_do_not_count_and_a_few_words_say_nothing():
    many = paragraph("Word. " * LEAST_WORDS)
    cards = Cards((Card("basic", (many,), (many,), 0),))
    assert grade(page(cards)) is None
    assert grade(page(paragraph("Word. " * (LEAST_WORDS - 1)))) is None
    assert grade(page(many)) == grade(page(many, cards))
