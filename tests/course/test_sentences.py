"""Sentences and words of the canonical text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.course.sentences import sentence_at, sentences, stretched

CASES = [
    "Dr. Smith paid 3.14 dollars. | He left at 5 p.m. on Monday. | Then he came.",
    '"Stop!" he said. | "Go." | (Really.) | Then J. R. R. Tolkien wrote.',
    "Done? | Yes… maybe. | No! | Why?! | Because.",
    "See Fig. 3 and Art. 5. | The U.S. Army came. | It is in Washington, D.C. | The end.",
    "Use cups, plates, etc. | Then eat. | Cups, plates, etc. are here.",
    "Vgl. z. B. das. | Am 3. Oktober 1990 war es so weit. | Ende.",
    "M. Dupont arrive. | Il part.",
    "1. First item. | Second.",
    "The end.[1] | Next one.12 | Version 2.0 is out.",
    "He wrote: “No.” | She left. | No. | See No. 5. | It is art. | See the sun. | Up.",
    "北约成立。|总部在布鲁塞尔！|对吗？|是",  # noqa: RUF001 - the marks of Chinese
    "彼は「はい。」|と言った。",
    "هل هذا صحيح؟ | نعم. | حسنا.",
    "यह सच है। | हाँ।",
    "The vote was 5 to 4. | Nobody spoke.",
    "no end at all",
    "... | And so on.",
]


@pytest.mark.parametrize("case", CASES)
def test_a_sentence_ends_where_a_reader_would_say(case):
    wanted = [part.strip() for part in case.split("|")]
    text = case.replace(" | ", " ").replace("|", "")
    assert [text[a:b] for a, b in sentences(text)] == wanted


def test_lines_stand_alone():
    text = "Heading\nOne. Two.\nlast line"
    assert [text[a:b] for a, b in sentences(text)] == ["Heading", "One.", "Two.", "last line"]


@given(st.text(alphabet="aA. \n?!\"'1)。」…U", max_size=80))
def test_sentences_hold_every_word_once_and_in_order(text):
    spans = sentences(text)
    edges = [edge for span in spans for edge in span]
    assert edges == sorted(edges)
    assert all(text[a:b].strip() == text[a:b] != "" and "\n" not in text[a:b] for a, b in spans)
    assert "".join(text[a:b] for a, b in spans).split() or not text.split()
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())


def test_the_sentence_at_an_offset_is_the_one_it_is_in_or_the_next():
    text = "One. Two.\nThree."
    spans = sentences(text)
    assert [sentence_at(spans, offset) for offset in (0, 3, 4, 5, 9, 10, 99)] == [
        0,
        0,
        1,
        1,
        2,
        2,
        2,
    ]
    assert sentence_at([], 3) == -1


@pytest.mark.parametrize(
    ("quote", "at_start", "step", "wanted"),
    [
        ("old boat", False, 1, "old boat sails"),
        ("old boat", False, -1, "old"),
        ("old boat", True, -1, "The old boat"),
        ("old boat", True, 1, "boat"),
        ("boat", True, 1, None),
        ("boat", False, -1, None),
        ("The", True, -1, None),
        ("ld boa", False, 1, "ld boat"),
        ("ld boa", True, -1, "old boa"),
        ("on!", False, 1, None),
        ("in 5", False, 1, "in 5 days"),
    ],
)
def test_a_passage_grows_and_shrinks_by_words(quote, at_start, step, wanted):
    text = "The old boat sails in 5 days, and it isn't so easy to go on!"
    start = text.index(quote)
    found = stretched(text, (start, start + len(quote)), at_start=at_start, step=step)
    assert (text[slice(*found)] if found else None) == wanted


def test_chinese_grows_by_characters():
    text = "北约成立。总部"
    assert stretched(text, (0, 2), at_start=False, step=1) == (0, 3)


def test_a_passage_deep_in_a_long_line_grows_by_whole_words():
    text = "word " * 1000
    assert stretched(text, (2500, 2504), at_start=True, step=-1) == (2495, 2504)
    assert stretched("x" * 3000 + " end", (2999, 3004), at_start=True, step=-1) is None
