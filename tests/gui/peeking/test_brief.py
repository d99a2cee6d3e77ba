"""What a card shows of a page: from the place on that the link names, and not too much of it."""

from __future__ import annotations

import pytest

from studyapp.course.markup import compile_page
from studyapp.gui.peeking.brief import ROOM, beginning, cut, note_of, words_of
from studyapp.page import Heading, walk

PAGE = """\
# The stork

It claps.

## Nests

High up.

### Sticks

Many of them.

## Food

Frogs.[^f]

[^f]: And *mice*.
"""


def test_a_page_begins_below_its_title() -> None:
    title, blocks = beginning(compile_page(PAGE))
    assert title == "The stork"
    assert words_of(blocks).startswith("It claps.\nNests")


def test_a_heading_is_shown_with_what_stands_under_it_and_no_more() -> None:
    title, blocks = beginning(compile_page(PAGE), "nests")
    assert title == "Nests"
    assert words_of(blocks) == "High up.\nSticks\nMany of them."


def test_the_last_heading_ends_before_the_footnotes() -> None:
    assert words_of(beginning(compile_page(PAGE), "food")[1]) == "Frogs."


def test_a_heading_in_a_box_is_shown_with_its_box() -> None:
    page = compile_page("# A\n\nBefore.\n\n> ## Inner\n>\n> Words.\n\nAfter.\n")
    title, blocks = beginning(page, page.headings[1].id)
    assert title == "Inner"
    assert words_of(blocks) == "Inner\nWords.\nAfter."


GLOSSARY = """\
# Glossary

## N

Neap tide
: A low *high* water.

Nest
Eyrie
: Where eggs are laid.

## S

Storks nest
: Not this one.
"""


@pytest.mark.parametrize("words", ["nest", "Nests", " eyrie"])
def test_of_a_glossary_the_meaning_of_the_very_words_is_shown(words: str) -> None:
    title, blocks = beginning(compile_page(GLOSSARY), "n", words)
    assert title == ("Eyrie" if "eyrie" in words else "Nest")
    assert words_of(blocks) == "Where eggs are laid."


@pytest.mark.parametrize("words", ["", "s", "breeding", "storks nest"])
def test_of_a_glossary_without_the_words_the_beginning_is_shown(words: str) -> None:
    title, blocks = beginning(compile_page(GLOSSARY), "n", words)
    assert title == "N"
    assert words_of(blocks).startswith("Neap tide")


def test_a_note_is_found_by_its_id() -> None:
    page = compile_page(PAGE)
    note = note_of(page, "fn-1")
    assert note
    assert words_of(note.children) == "And mice."
    assert note_of(page, "fn-2") is None


@pytest.mark.parametrize(
    "source",
    [
        "word " * 100_000,
        "- item\n" * 20_000,
        "\n".join(f"{' ' * 4 * depth}- deep {depth}" for depth in range(60)),
        "| a | b |\n|---|---|\n" + "| word word | word |\n" * 5_000,
        "```\n" + "line of code\n" * 20_000 + "```\n",
        "> word\n>\n" * 5_000,
        "term\n:   meaning\n\n" * 3_000,
        "![a](a.png)\n\n" * 3_000,
    ],
    ids=["words", "items", "deep", "table", "code", "quote", "terms", "pictures"],
)
def test_of_a_page_without_end_only_so_much_is_kept(source: str) -> None:
    blocks, left = cut(compile_page(source).blocks, ROOM)
    assert left <= 0 or "deep" in source
    assert len(words_of(blocks)) < 3 * ROOM
    assert sum(1 for _ in walk(blocks)) < 300


def test_what_is_short_is_kept_whole() -> None:
    blocks = compile_page(PAGE).blocks
    assert cut(blocks, 10_000)[0] == blocks
    assert isinstance(blocks[0], Heading)
