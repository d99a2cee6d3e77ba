"""Where pages end, held as properties over made-up galleys."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from studyapp.gui.printing.paginating import COSTS, Break, Piece, Strip, paginated

ROOM = 100.0


@st.composite
def galleys(draw: st.DrawFn) -> list[Piece]:
    pieces: list[Piece] = []
    y = 0.0
    head = Strip(0.0, draw(st.integers(1, 60)))
    for _ in range(draw(st.integers(1, 60))):
        y += draw(st.integers(0, 10))
        height = draw(st.integers(1, 40) | st.integers(1, 130))
        before = draw(st.sampled_from(Break))
        pieces.append(Piece(y, y + height, before, draw(st.sampled_from([None, None, head]))))
        y += height
    return pieces


def used(pieces: list[Piece], first: int, last: int) -> float:
    return pieces[last - 1].bottom - pieces[first].top


@given(galleys())
def test_every_piece_stands_on_one_page_in_order(pieces):
    leaves = paginated(pieces, ROOM)
    found = [number for leaf in leaves for number in range(leaf.first, leaf.last)]
    assert found == list(range(len(pieces)))


@given(galleys())
def test_no_page_is_overfull_unless_by_a_single_piece(pieces):
    for leaf in paginated(pieces, ROOM):
        head = leaf.head.height if leaf.head else 0.0
        assert head + used(pieces, leaf.first, leaf.last) <= ROOM or leaf.last == leaf.first + 1


@given(galleys())
def test_a_page_ends_badly_only_where_it_cannot_end_better(pieces):
    for leaf in paginated(pieces, ROOM):
        if leaf.last == len(pieces):
            continue
        room = ROOM - (leaf.head.height if leaf.head else 0.0)
        chosen = pieces[leaf.last].before
        for end in range(leaf.first + 1, len(pieces)):
            if used(pieces, leaf.first, end) > room:
                break
            better = pieces[end].before
            if better < chosen and chosen > Break.POOR:
                message = f"ended before {leaf.last} ({chosen!r}) and not before {end} ({better!r})"
                raise AssertionError(message)
            if better < chosen:
                # A lonely line is put up with where half the page would stay empty
                lost = (used(pieces, leaf.first, leaf.last) - used(pieces, leaf.first, end)) / room
                assert lost >= COSTS[Break.POOR]


@given(galleys())
def test_of_equal_breaks_the_last_is_taken(pieces):
    for leaf in paginated(pieces, ROOM):
        if leaf.last < len(pieces):
            room = ROOM - (leaf.head.height if leaf.head else 0.0)
            later = [
                end
                for end in range(leaf.last + 1, len(pieces))
                if used(pieces, leaf.first, end) <= room
                and pieces[end].before == pieces[leaf.last].before
            ]
            assert later == []


@given(galleys())
def test_a_header_is_repeated_where_a_page_begins_inside_its_table(pieces):
    for leaf in paginated(pieces, ROOM):
        head = pieces[leaf.first].head
        wanted = leaf.first > 0 and head is not None and head.height <= ROOM / 3
        assert leaf.head == (head if wanted else None)


def test_a_galley_without_pieces_has_no_pages():
    assert paginated([], ROOM) == []
