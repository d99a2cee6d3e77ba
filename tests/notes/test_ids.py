"""Ids are ULIDs and only ever grow."""

from studyapp.notes.ids import ULID, Ids


def test_ids_grow_even_when_the_clock_goes_back():
    times = iter([1_000_000.0, 1_000_000.0, 999_000.0, 5.0, 1_000_001.0])
    ids = Ids(lambda: next(times))
    made = [ids.new() for _ in range(5)]
    assert made == sorted(set(made))
    assert all(ULID.fullmatch(one) for one in made)


def test_an_id_begins_with_its_time():
    assert Ids(lambda: 1_469_918_176.385).new()[:10] == "01ARYZ6S41"
