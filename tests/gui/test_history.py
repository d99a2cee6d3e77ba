"""Back and forward, and hops that are one hop."""

from studyapp.gui.history import MOST, History
from studyapp.model import Location

A, B, C = Location("a.md", offset=10), Location("b.md", offset=20), Location("c.md")


def test_back_and_forward_return_to_the_very_offset():
    history = History()
    history.left(A, 0)
    history.left(B, 10)
    assert history.back(C) == B
    assert history.back(B) == A
    assert history.back(A) is None
    assert history.forward(A) == B
    assert history.forward(B) == C
    assert history.forward(C) is None


def test_quick_hops_are_merged_and_keep_the_place_where_they_began():
    history = History()
    history.left(A, 100)
    history.left(B, 101)
    history.left(C, 102.5)
    assert history.back(C) == A
    assert history.back(A) is None


def test_slow_hops_are_kept_apart():
    history = History()
    history.left(A, 100)
    history.left(B, 102)
    assert [history.back(C), history.back(B)] == [B, A]


def test_a_new_hop_forgets_the_way_forward():
    history = History()
    history.left(A, 0)
    history.back(B)
    history.left(A, 10)
    assert history.forward(C) is None


def test_a_hop_right_after_going_back_is_its_own():
    history = History()
    history.left(A, 0)
    history.back(B)
    history.left(A, 0.5)
    assert history.back(C) == A


def test_the_oldest_places_are_forgotten():
    history = History()
    for number in range(MOST + 50):
        history.left(Location(f"{number}.md"), number * 10)
    assert len(history.behind) == MOST
    assert history.behind[0] == Location("50.md")


def test_from_nowhere_there_is_no_way_forward_to_nowhere():
    history = History()
    history.left(A, 0)
    assert history.back(Location("")) == A
    assert history.forward(A) is None
