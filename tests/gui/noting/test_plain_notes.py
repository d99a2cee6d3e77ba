"""Notes as plain words, where there is no room for their Markdown."""

from __future__ import annotations

import pytest

from studyapp.gui.noting.plain import plain_note


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("A *strong* and **stronger** word", "A strong and stronger word"),
        ("***both*** and _under_ and __double__", "both and under and double"),
        ("**bold with *more* inside**", "bold with more inside"),
        ('See [the treaty](../03/02.md#a5 "Title").', "See the treaty."),
        ("[[02-stork.md|The stork]] and [[Heron]]", "The stork and Heron"),
        ("![a map](map.png)", "a map"),
        ("## Why\n> said *so*\n- one\n* two\n+ [x] three", "Why\nsaid so\n• one\n• two\n• three"),
        ("`a*b*c` and ``x ` y``", "a*b*c and x ` y"),
        ("```python\nx = 1\n```\nafter", "x = 1\nafter"),
        ("==marked== ~~gone~~", "marked gone"),
        (r"not \*strong\* at all", "not *strong* at all"),
    ],
)
def test_markup_is_not_shown(written: str, seen: str) -> None:
    assert plain_note(written) == seen


@pytest.mark.parametrize(
    "note",
    [
        "",
        "Plain words.",
        "2 * 3 * 4 = 24",
        "snake_case_name and a_b",
        "1. first",
        "a < b > c - d",
        "$a_1 + b_2$",
        "I [think] so [sic]",
        "C++ or C#",
        "* ",
    ],
)
def test_what_is_no_markup_stays(note: str) -> None:
    assert plain_note(note).strip("• ") == note.strip("* ")


@pytest.mark.parametrize("piece", ["*", "_", "[", "`", "**a", "[a](", "==a ", "_a ", "`` ` "])
def test_hostile_notes_end(piece: str) -> None:
    plain = plain_note(piece * 40_000)
    assert plain.endswith(piece)
    assert len(plain) <= 40_000 * len(piece) + 2
