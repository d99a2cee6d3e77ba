"""Canonical text to document and back, on generated runs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.gui.reader.positions import Positions, Segment, code_points, utf16_length

WORDS = st.text(
    st.one_of(
        st.characters(codec="utf-8", exclude_characters="\n"), st.sampled_from("a 😀👩‍🚀שלום中é́")
    ),
    min_size=1,
    max_size=12,
)
PARTS = st.lists(
    st.tuples(WORDS, st.sampled_from(["linear", "whole", "unknown", "gap"])),
    min_size=1,
    max_size=12,
)


def built(parts: list[tuple[str, str]]) -> tuple[str, str, Positions]:
    """Lay parts out as a builder does; return the text, the document and its positions."""
    positions = Positions()
    text = document = ""
    for words, kind in parts:
        here = utf16_length(document)
        if kind == "gap":
            text += "\n"
            document += "\n"
        elif kind == "unknown":
            positions.add(
                Segment(len(text), "", here, utf16_length(words), linear=False, copied=words)
            )
            document += words
        elif kind == "whole":
            positions.add(Segment(len(text), words, here, 1, linear=False, copied=words))
            text += words
            document += "\ufffc"
        else:
            positions.add(
                Segment(len(text), words, here, utf16_length(words), linear=True, copied=words)
            )
            text += words
            document += words
    return text, document, positions


def units(document: str, start: int, end: int) -> str:
    return document.encode("utf-16-le", "surrogatepass")[2 * start : 2 * end].decode("utf-16-le")


@given(st.text(max_size=40))
def test_code_points_undo_utf16_length(text: str) -> None:
    for offset in range(len(text) + 1):
        assert code_points(text, utf16_length(text[:offset])) == offset


@given(PARTS)
def test_each_character_maps_to_itself_and_back(parts: list[tuple[str, str]]) -> None:
    text, document, positions = built(parts)
    linear = [
        kind == "linear" for words, kind in parts if kind in {"linear", "whole"} for _ in words
    ]
    worded = [i for i, char in enumerate(text) if char != "\n" or _is_word(parts, i)]
    for is_linear, offset in zip(linear, worded, strict=True):
        start, end = positions.range_to_document(offset, offset + 1)
        if is_linear:
            assert units(document, start, end) == text[offset]
            assert positions.from_document(start) == offset
            assert positions.range_from_document(start, end) == (offset, offset + 1)
        else:
            assert units(document, start, end) == "\ufffc"


def _is_word(parts: list[tuple[str, str]], offset: int) -> bool:
    """Tell whether a line feed at an offset belongs to a part, not to a gap between parts."""
    at = 0
    for words, kind in parts:
        length = {"gap": 1, "unknown": 0}.get(kind, len(words))
        if at <= offset < at + length:
            return kind != "gap"
        at += length
    return False


@given(PARTS, st.data())
def test_a_selection_gives_the_words_it_shows(
    parts: list[tuple[str, str]], data: st.DataObject
) -> None:
    text, document, positions = built(parts)
    end = data.draw(st.integers(0, utf16_length(document)))
    start = data.draw(st.integers(0, end))
    found = positions.range_from_document(start, end)
    if found is None:
        return
    assert 0 <= found[0] < found[1] <= len(text)
    shown = positions.range_to_document(*found)
    assert shown[0] >= start - 1 or "\ufffc" in document
    assert positions.range_from_document(*shown) == found


@given(PARTS)
def test_positions_keep_their_order(parts: list[tuple[str, str]]) -> None:
    text, _document, positions = built(parts)
    found = [positions.to_document(offset) for offset in range(len(text) + 1)]
    assert found == sorted(found)


def test_nothing_selected_in_what_the_text_does_not_hold() -> None:
    _text, _document, positions = built([("1", "unknown"), ("words", "linear")])
    assert positions.range_from_document(0, 1) is None
    assert positions.range_from_document(0, 2) == (0, 1)


@pytest.mark.parametrize("word", ["sure", "😀 ok"])
def test_a_range_ends_with_its_last_word(word: str) -> None:
    _text, document, positions = built([(word, "linear"), ("", "gap"), ("next", "linear")])
    start, end = positions.range_to_document(0, len(word) + 1)
    assert units(document, start, end) == word
