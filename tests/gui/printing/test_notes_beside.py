"""Notes in the margin: near their passages, in order, none upon another."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from studyapp.gui.printing.beside import GAP, Place, Wish, arranged

ROOM = 500.0


@st.composite
def wishes(draw: st.DrawFn) -> list[Wish]:
    places = draw(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 480), st.integers(5, 340))))
    return [Wish(page, top, height) for page, top, height in sorted(places)]


@given(wishes())
def test_every_note_has_a_place_of_its_own_on_the_page(asked):
    placed = arranged(asked, ROOM)
    assert len(placed) == len(asked)
    for wish, place in zip(asked, placed, strict=True):
        assert place.page >= wish.page
        assert place.top >= 0
        assert place.top + wish.height <= ROOM + 0.01
    for (upper, wish), (lower, _) in pairwise(zip(placed, asked, strict=True)):
        same_page = upper.page == lower.page
        assert lower.page > upper.page or lower.top >= upper.top + wish.height + GAP - 0.01
        assert same_page or lower.page > upper.page


def test_a_note_with_room_stands_level_with_its_passage():
    assert arranged([Wish(0, 40, 50), Wish(1, 300, 50)], ROOM) == [Place(0, 40), Place(1, 300)]


def test_two_notes_on_one_line_stand_below_each_other():
    first, second = arranged([Wish(0, 100, 30), Wish(0, 100, 30)], ROOM)
    assert first == Place(0, 100)
    assert second == Place(0, 130 + GAP)


def test_notes_low_on_the_page_move_up():
    assert arranged([Wish(0, 480, 60)], ROOM) == [Place(0, 440)]


def test_what_finds_no_room_goes_on_over_the_page():
    placed = arranged([Wish(0, 0, 300), Wish(0, 10, 300), Wish(0, 20, 100)], ROOM)
    assert [place.page for place in placed] == [0, 1, 1]
