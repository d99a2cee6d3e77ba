"""From lines of the log to states: what counts as read, and that their order is no matter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from studyapp.study.progress import (
    NOTHING,
    Standing,
    Summary,
    digest,
    entry_of,
    fold,
    seconds_for,
    summary,
)

OLD, NEW = digest("The sea comes and goes."), digest("The sea goes and comes.")


def line(kind, n=1, at="2026-01-01", device="laptop", section="a.md", **other):
    return {"at": at, "device": device, "n": n, "kind": kind, "section": section, **other}


def visit(seconds, n=1, *, of=100, end=True, text=OLD, **other):
    return line("dwell", n, seconds=seconds, of=of, end=end, text=text, **other)


def standing(*lines, text=OLD):
    return fold(lines).get("a.md", NOTHING).standing(text)


def test_nothing_is_unseen():
    assert standing() == Standing.UNSEEN
    assert fold([]) == {}


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([line("seen")], Standing.SEEN),
        ([visit(59)], Standing.SEEN),
        ([visit(60)], Standing.READ),
        ([visit(500, end=False)], Standing.SEEN),
        ([visit(30), visit(30, 2, end=False)], Standing.READ),
        ([visit(30, end=False), visit(29, 2)], Standing.SEEN),
        ([visit(30, end=False), visit(30, device="phone")], Standing.READ),
        ([visit(0, of=0)], Standing.READ),
        ([line("read", text=OLD)], Standing.READ),
        ([line("read")], Standing.READ),
        ([line("read", text=OLD), line("unread", 2)], Standing.UNSEEN),
        ([line("unread", 1), line("read", 2, text=OLD)], Standing.READ),
        ([visit(50), line("unread", 2), visit(50, 3)], Standing.SEEN),
        ([visit(99, text=NEW)], Standing.CHANGED),
        ([line("read", text=NEW)], Standing.CHANGED),
        ([line("read", text=NEW), visit(59, 2)], Standing.CHANGED),
        ([line("read", text=NEW), visit(60, 2)], Standing.READ),
        ([line("read", text=NEW), line("read", 2, text=OLD)], Standing.READ),
        ([visit(30, text=NEW), visit(30, 2)], Standing.SEEN),
    ],
)
def test_what_makes_a_section_read(lines, expected):
    assert standing(*lines) == expected


def test_of_two_editions_on_two_devices_both_were_read():
    lines = [line("read", text=OLD), line("read", device="phone", text=NEW)]
    assert standing(*lines, text=OLD) == standing(*lines, text=NEW) == Standing.READ


def test_a_text_that_is_not_known_counts_as_unchanged():
    assert standing(line("read", text=OLD), text="") == Standing.READ


def test_a_mark_on_a_text_not_looked_at_holds_until_one_is_named():
    assert standing(line("read"), text=NEW) == Standing.READ
    assert standing(line("read"), line("read", 2, text=OLD), text=NEW) == Standing.CHANGED


def test_white_space_makes_no_other_text():
    assert digest("The sea\ncomes  and\u00a0goes. ") == OLD
    assert digest("The sea comes, and goes.") != OLD


def test_time_spent_survives_unread():
    assert fold([visit(50), line("unread", 2), visit(7, 3)])["a.md"].seconds == 57


@pytest.mark.parametrize(
    "other",
    [
        {},
        line("review"),
        line("read", section=3),
        line("dwell", seconds="long"),
        line("dwell", seconds=-4),
        line("dwell", seconds=1e300),
        {"kind": "read", "section": "a.md"},
    ],
)
def test_other_lines_and_bad_ones_tell_nothing(other):
    assert entry_of(other) is None
    assert fold([other, line("seen")]).keys() == {"a.md"}


@pytest.mark.parametrize(
    ("words", "minutes", "seconds"), [(230, 0, 60), (23, 0, 6), (0, 0, 0), (9000, 3, 180)]
)
def test_a_section_takes_its_words_or_what_it_says(words, minutes, seconds):
    assert seconds_for(words, minutes) == pytest.approx(seconds)


LINES = st.lists(
    st.builds(
        lambda kind, n, at, device, section, seconds, end, text: {
            **line(kind, n, at, device, section),
            "seconds": seconds,
            "of": 100,
            "end": end,
            "text": text,
        },
        st.sampled_from(["seen", "dwell", "dwell", "read", "unread", "review"]),
        st.integers(1, 9),
        st.sampled_from(["2026-01-01", "2026-01-02", "2026-01-03"]),
        st.sampled_from(["laptop", "phone", "early"]),
        st.sampled_from(["a.md", "b.md"]),
        st.integers(0, 70),
        st.booleans(),
        st.sampled_from([OLD, NEW, ""]),
    ),
    max_size=12,
)


@given(LINES, LINES, st.randoms())
def test_logs_merge_in_any_order_and_as_often_as_one_likes(ours, theirs, random):
    together = [*ours, *theirs]
    mixed = [*theirs, *ours, *theirs]
    random.shuffle(mixed)
    assert fold(together) == fold(mixed)


@given(LINES)
def test_a_log_can_be_taken_line_by_line(lines):
    entries = sorted({entry for one in lines if (entry := entry_of(one))})
    records = {}
    for entry in entries:
        records[entry.section] = records.get(entry.section, NOTHING).after(entry)
    assert records == fold(lines)


@given(LINES)
def test_marking_by_hand_has_the_last_word(lines):
    late = {"at": "2027-01-01", "section": "a.md"}
    unread = [*lines, line("unread", **late)]
    assert standing(*unread) == Standing.UNSEEN
    assert standing(*unread, line("read", 2, text=OLD, **late)) == Standing.READ


def test_sums_of_a_chapter():
    rows = [
        (Standing.READ, replace_seconds(30), (100, 26.0)),
        (Standing.SEEN, replace_seconds(5), (200, 52.0)),
        (Standing.CHANGED, NOTHING, (50, 13.0)),
        (Standing.UNSEEN, NOTHING, None),
    ]
    expected = Summary(
        sections=4,
        read=1,
        seen=1,
        changed=1,
        words=350,
        words_read=100,
        seconds=91.0,
        seconds_left=65.0,
        spent=35,
        measured=3,
    )
    assert summary(rows) == expected
    assert (expected.unread, expected.minutes_left) == (3, 1)
    assert replace(expected, read=4).unread == 0


def replace_seconds(seconds):
    return fold([visit(seconds, end=False)])["a.md"]
