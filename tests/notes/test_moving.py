"""Passages that moved, to another section or out of their order: which are found, which are not."""

from __future__ import annotations

import pytest

from studyapp.model import Found, State
from studyapp.notes.anchoring import locate
from studyapp.notes.describing import describe
from studyapp.notes.updating import CourseTexts

SHORE = """Shore birds
On every muddy shore the first light finds small grey birds running ahead of the tide.
The knot gathers in flocks of many thousands, and all of them turn as one above the flats.
Oystercatchers open cockles with a blow of the bill, which each learns from its parents.
"""
COAST = """Coasts
Where rivers end, salt and silt make ground that is neither land nor sea for long.
"""
OTHER = "Meadows\nLapwings tumble above wet grass in spring, calling all the while.\n"


def sought(quote: str, course: dict[str, str], old: str = SHORE) -> tuple[str, State] | None:
    """Return the words found and how surely, for a quote of a section `shore.md` of before."""
    start = old.index(quote)
    place = CourseTexts(course).locate(describe(old, start, start + len(quote)), old, "shore.md")
    if place is None:
        return None
    section, found = place
    return course[section][found.start : found.end], found.state


@pytest.mark.parametrize("quote", ["flocks", "many thousands", "The knot gathers"])
def test_words_are_found_in_another_section_with_a_run_of_what_was_next_to_them(quote: str) -> None:
    moved = "The knot gathers in flocks of many thousands, which nobody has counted.\n"
    course = {"shore.md": "Shore birds\n", "coast.md": COAST + moved, "meadow.md": OTHER}
    assert sought(quote, course) == (quote, State.CHANGED)


def test_words_are_not_found_in_another_section_that_has_little_more_than_them() -> None:
    course = {
        "shore.md": "Shore birds\n",
        "coast.md": COAST + "Starlings too fly in flocks of some.\n",
    }
    assert sought("flocks", course) is None


def test_a_sentence_rewritten_where_it_moved_is_told_by_what_it_kept_unbroken() -> None:
    quote = (
        "Oystercatchers open cockles with a blow of the bill, which each learns from its parents."
    )
    moved = (
        "Some oystercatchers open cockles with a blow of the bill, while others pry or hammer.\n"
    )
    course = {"shore.md": "Shore birds\n", "coast.md": COAST + moved}
    assert sought(quote, course) == (moved.strip().removeprefix("Some "), State.CHANGED)


def test_a_short_line_is_not_taken_for_one_that_is_like_it_in_another_section() -> None:
    seen = "\n".join(f"Seen by {who} on the pier" for who in ("Ada", "Bo", "Cleo", "Dag", "Eva"))
    others = "\n".join(f"Seen by {who} on the pier" for who in ("Fay", "Bob", "Gil", "Hal", "Ida"))
    course = {"shore.md": SHORE, "coast.md": f"{COAST}{others}\n"}
    assert sought("Seen by Bo on the pier", course, old=f"{SHORE}{seen}\n") is None


def test_a_line_is_not_taken_for_the_same_in_the_list_of_another_section() -> None:
    mine = ["Ada Alk", "Bo Brent", "Cleo Curlew", "Dag Dunlin", *(f"Ole {n}" for n in range(20))]
    theirs = ["Fay Fulmar", "Cleo Curlew", "Hal Heron", *(f"Pia {n}" for n in range(20, 40))]
    lists = ["".join(f"{who} - all the sightings\n" for who in names) for names in (mine, theirs)]
    course = {"shore.md": SHORE, "coast.md": COAST + lists[1]}
    assert sought("Cleo Curlew - all the sightings", course, old=SHORE + lists[0]) is None


def test_a_section_whose_words_many_share_is_found_by_the_name_of_its_file() -> None:
    shared = SHORE.replace("Shore birds\n", "")
    course = {f"tour-{n}.md": f"Tour {n}\n{shared}" for n in range(6)} | {"deep/shore.md": SHORE}
    assert sought("many thousands", course) == ("many thousands", State.CHANGED)


def test_two_files_of_the_same_name_tell_nothing() -> None:
    shared = SHORE.replace("Shore birds\n", "")
    course = {f"tour-{n}.md": f"Tour {n}\n{shared}" for n in range(6)}
    assert sought("many thousands", course | {"a/shore.md": SHORE, "b/shore.md": SHORE}) is None


def test_a_passage_out_of_order_is_found_with_what_was_on_one_side() -> None:
    steps = "\n".join(f"Count {n}: the birds\nthat rest on bank {n}" for n in range(1, 9))
    old = f"Counting\nBring a scope and sit still for an hour before you count the birds\n{steps}\n"
    moved = "Bring a scope and sit still for an hour before you count the birds once more"
    new = f"Counting\n{steps.replace('the birds', 'what rests')}\n{moved}\n"
    start = old.index("the birds")
    found = locate(describe(old, start, start + len("the birds")), old, new)
    at = new.index(moved) + moved.index("the birds")
    assert found == Found(at, at + len("the birds"), State.CHANGED)
