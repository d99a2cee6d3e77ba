"""The laws of merging: the order of sides and of merges does not matter, and nothing is lost."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from studyapp.model import Anchor, Annotation
from studyapp.notes.merging import MARK, TRASHED, common_version, merge

FEW = st.sampled_from
NOTES = st.lists(FEW(["", "a", "ab", "b", "c\n", "dee"]), max_size=2).map(MARK.join)
VERSIONS = st.builds(
    Annotation,
    id=st.just("X"),
    kind=FEW(["note", "question"]),
    section=FEW(["one.md", "two.md"]),
    anchor=FEW([None, Anchor("q", "", "", 1, 2, "t"), Anchor("r", "", "", 3, 4, "t")]),
    note=NOTES,
    color=FEW(["", "red", "green"]),
    tags=st.lists(FEW("xyz"), max_size=3, unique=True).map(tuple),
    created=FEW(["1", "2"]),
    modified=FEW(["3", "4", "5"]),
    status=FEW(["", TRASHED, "of another app"]),
    other=st.dictionaries(FEW("kl"), FEW([1, "v", None, [2]]), max_size=2).map(
        lambda d: tuple(d.items())
    ),
)
BASE = Annotation("X", "note", "one.md", None, "first", "yellow", ("x",), "1", "2")


@given(VERSIONS, VERSIONS, st.none() | VERSIONS)
def test_the_order_of_sides_does_not_matter(one, other, base):
    assert merge(one, other, base) == merge(other, one, base)


@given(VERSIONS, VERSIONS, st.none() | VERSIONS)
def test_merging_again_changes_nothing(one, other, base):
    merged = merge(one, other, base)
    assert merge(one, one, base) == one
    assert merge(merged, merged, base) == merged


@given(VERSIONS, VERSIONS)
def test_a_side_merged_again_changes_nothing(one, other):
    merged = merge(one, other)
    assert merge(merged, one) == merged
    assert merge(merged, other) == merged


@given(VERSIONS, VERSIONS, VERSIONS)
def test_the_order_of_merges_does_not_matter(one, two, three):
    assert merge(merge(one, two), three) == merge(one, merge(two, three))


SCALARS = ("kind", "section", "anchor", "color")


@given(VERSIONS, VERSIONS, VERSIONS, VERSIONS)
def test_the_order_of_merges_with_a_base_matters_to_clashes_alone(one, two, three, base):
    left = merge(merge(one, two, base), three, base)
    right = merge(one, merge(two, three, base), base)
    versions = (one, two, three)
    times = sorted(version.modified for version in versions)
    newest = max(versions, key=lambda version: version.modified)
    for key in SCALARS:
        before = getattr(base, key)
        given = {getattr(version, key) for version in versions} - {before}
        found = {getattr(left, key), getattr(right, key)}
        assert found <= (given or {before})
        last_wrote_it = times[1] < times[2] and getattr(newest, key) != before
        assert len(found) == 1 or (len(given) > 1 and not last_wrote_it)
    assert unordered(left) == unordered(right)


def unordered(version):
    """Return what has no order, and no clash: all but the scalars."""
    plain = replace(version, tags=tuple(sorted(version.tags)), other=tuple(sorted(version.other)))
    return replace(plain, **dict.fromkeys(SCALARS))


@given(VERSIONS, VERSIONS)
def test_nothing_written_is_lost(one, other):
    merged = merge(one, other)
    assert set(merged.tags) == {*one.tags, *other.tags}
    for text in (one.note + MARK + other.note).split(MARK):
        assert text in merged.note
    assert {key for key, _ in merged.other} == {key for key, _ in one.other + other.other}


@given(VERSIONS, st.sampled_from(["1", "6"]))
def test_a_side_that_changed_nothing_has_no_say(one, modified):
    unchanged = replace(BASE, modified=modified)
    merged = merge(replace(one, note="my own", status=""), unchanged, BASE)
    expected = replace(
        one, note="my own", status="", created="1", modified=max(one.modified, modified)
    )
    assert merged == expected


def test_each_side_keeps_its_own_field():
    one = replace(BASE, color="red", tags=("x", "mine"), modified="3")
    other = replace(BASE, note="second", tags=(), modified="4")
    assert merge(one, other, BASE) == replace(
        BASE, color="red", note="second", tags=("mine",), modified="4"
    )


def test_both_texts_of_a_note_changed_twice_are_kept_and_marked():
    merged = merge(replace(BASE, note="mine"), replace(BASE, note="theirs"), BASE)
    assert merged.note == f"mine{MARK}theirs"


def test_the_last_recoloring_wins():
    early, late = (
        replace(BASE, color="red", modified="3"),
        replace(BASE, color="blue", modified="4"),
    )
    assert merge(late, early, BASE).color == merge(late, early).color == "blue"


def test_an_edit_beats_a_removal_and_a_removal_beats_nothing():
    removed = replace(BASE, status=TRASHED, modified="9")
    edited = replace(BASE, note="better", modified="3")
    assert merge(removed, edited, BASE).status == ""
    assert merge(removed, edited, BASE).note == "better"
    assert merge(removed, BASE, BASE).status == TRASHED
    assert merge(removed, edited).status == ""


def test_memory_tells_what_both_sides_were_made_from():
    mine = replace(BASE, color="green", note="mine", modified="5")
    theirs = replace(BASE, note="theirs", tags=("x", "t"), modified="6")
    base = common_version(theirs, [BASE, replace(BASE, color="green")])
    assert merge(mine, theirs, base) == replace(
        BASE, color="green", note=f"mine{MARK}theirs", tags=("x", "t"), modified="6"
    )
    assert common_version(theirs, []) is None
