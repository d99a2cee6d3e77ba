"""Addresses of places: what is written is read back, and hostile ones name nothing."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from studyapp.addresses import LONGEST, Address, address_of, is_address, read_address, words_at
from studyapp.model import Anchor, Location

TEXTS = st.text(st.one_of(st.characters(codec="utf-8"), st.sampled_from("-,&=~:#%?/ \n")))
NAMES = TEXTS.filter(bool)


def test_an_address_names_course_section_and_heading() -> None:
    address = address_of(Location("a b/c.md", "über"), "my/course")
    assert address == "studyapp://my%2Fcourse/a%20b/c.md#%C3%BCber"
    assert address_of(Location("c.md"), "x") == "studyapp://x/c.md"


def test_the_words_are_written_as_the_web_writes_text_fragments() -> None:
    text = "It has fourteen articles, and the fifth is the best-known of them."
    start = text.index("best")
    words = words_at(text, start, start + len("best-known"))
    address = address_of(Location("c.md", "treaty", words=words), "x")
    assert address == (
        "studyapp://x/c.md#treaty:~:text=%20articles%2C%20and%20the%20fifth%20is%20the%20-,"
        "best%2Dknown,-%20of%20them.&at=47-57"
    )


@given(course=NAMES, section=NAMES, heading=TEXTS, text=TEXTS, data=st.data())
def test_every_address_is_read_back(
    course: str, section: str, heading: str, text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    place = Location(section, heading, words=words_at(text, start, end))
    address = address_of(place, course)
    assert is_address(address)
    assert read_address(address) == Address(course, place)


@given(st.text(st.characters(codec="utf-8"), min_size=200, max_size=4000))
def test_a_link_to_many_words_stays_short(text: str) -> None:
    place = Location("c.md", words=words_at(text, 0, len(text)))
    address = address_of(place, "x")
    assert len(address) < 3000
    assert read_address(address) == Address("x", place)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "studyapp:",
        "studyapp://",
        "studyapp:///c.md",
        "studyapp://course",
        "studyapp://course/",
        "https://course/c.md",
        "studyapp://x/" + "a" * LONGEST,
    ],
)
def test_what_names_no_place_is_none(address: str) -> None:
    assert read_address(address) is None


@pytest.mark.parametrize(
    "directives",
    [
        "",
        "text",
        "text=",
        "text=,",
        "text=a-",
        "text=-a",
        "text=a-,-b",
        "text=a,b,c",
        "text=a,b,c,d,e,f",
        "at=1-2",
        "quote=a",
    ],
)
def test_words_that_are_not_written_as_they_must_are_left_out(directives: str) -> None:
    assert read_address(f"studyapp://x/c.md#h:~:{directives}") == Address(
        "x", Location("c.md", "h")
    )


@pytest.mark.parametrize("at", ["", "x", "1", "-5", "9" * 30 + "-1", "1-2-3"])
def test_a_bad_place_costs_the_words_nothing(at: str) -> None:
    named = read_address(f"studyapp://x/c.md#:~:text=tern&at={at}")
    assert named == Address("x", Location("c.md", words=(Anchor("tern", "", "", 0, 4, ""),)))


@given(st.text())
@example("%ff%fe/%00#%:~:text=%&at=0-0")
@example("x/../../etc/passwd#:~:text=%zz,%2")
def test_nothing_that_is_read_raises(rest: str) -> None:
    named = read_address(f"studyapp://{rest}")
    assert named is None or (named.course and named.place.section)
