"""What became of the passages of a course that was updated, wherever they stand now."""

from __future__ import annotations

import pytest

from studyapp.model import Annotation, Found, State
from studyapp.notes.describing import describe, text_hash
from studyapp.notes.updating import CourseTexts, Outcome, report

WADERS = """Waders
The dunlin breeds on wet moors and winters on muddy shores.
The knot comes in great flocks that turn as one above the flats.
A curlew calls long before it is seen.
"""
GULLS = """Gulls
The kittiwake nests on cliffs and spends the winter far out at sea.
Herring gulls follow the plow and the fishing boat alike.
"""
TERNS = """Terns
The Arctic tern sees more daylight than any other bird.
"""
KNOT = "The knot comes in great flocks that turn as one above the flats."


def annotation_on(quote: str, text: str, section: str, *, ident: str = "A") -> Annotation:
    start = text.index(quote)
    anchor = describe(text, start, start + len(quote))
    return Annotation(ident, "highlight", section, anchor)


def passage(place: tuple[str, Found] | None, sections: dict[str, str]) -> str:
    assert place is not None
    section, found = place
    return sections[section][found.start : found.end]


def test_the_report_tells_what_was_kept_moved_changed_and_lost() -> None:
    course = {
        "waders.md": WADERS.replace(KNOT + "\n", "").replace("calls long", "whistles long"),
        "gulls.md": "A preface.\n" + GULLS.replace("Herring gulls follow the plow", "They beg"),
        "terns.md": TERNS + KNOT + "\n",
    }
    annotations = [
        annotation_on("spends the winter far out at sea", GULLS, "gulls.md"),
        annotation_on(KNOT, WADERS, "waders.md"),
        annotation_on("A curlew calls long before it is seen.", WADERS, "waders.md"),
        annotation_on("Herring gulls follow the plow", GULLS, "gulls.md"),
        Annotation("E", "note", "gulls.md", None, note="on the whole section"),
    ]
    old_texts = {text_hash(text): text for text in (WADERS, GULLS)}
    kept, moved, changed, orphaned = report(annotations, old_texts, course)
    assert (kept.outcome, kept.section) == (Outcome.KEPT, "gulls.md")
    assert kept.old == kept.new == "spends the winter far out at sea"
    assert (moved.outcome, moved.section, moved.new) == (Outcome.MOVED, "terns.md", KNOT)
    assert changed.outcome is Outcome.CHANGED
    assert changed.old == "A curlew calls long before it is seen."
    assert changed.new == "A curlew whistles long before it is seen."
    assert (orphaned.outcome, orphaned.section, orphaned.found) == (Outcome.ORPHANED, "", None)
    assert (orphaned.old, orphaned.new) == ("Herring gulls follow the plow", "")


def test_a_renamed_section_keeps_even_its_short_quotes() -> None:
    course = {"shore-birds.md": "Opening words.\n" + WADERS, "gulls.md": GULLS}
    short = annotation_on("dunlin", WADERS, "waders.md")
    assert short.anchor is not None
    place = CourseTexts(course).locate(short.anchor, WADERS, "waders.md")
    assert passage(place, course) == "dunlin"
    (told,) = report([short], {text_hash(WADERS): WADERS}, course)
    assert (told.outcome, told.section) == (Outcome.MOVED, "shore-birds.md")


def test_a_short_quote_that_moved_without_its_surroundings_is_lost() -> None:
    anchor = annotation_on("dunlin", WADERS, "waders.md").anchor
    assert anchor is not None
    assert CourseTexts({"gulls.md": "No dunlin here.\n" + GULLS}).elsewhere(anchor, WADERS) is None


def test_a_short_quote_that_moved_with_its_surroundings_is_found_but_not_for_sure() -> None:
    course = {"waders.md": "Waders\n", "terns.md": TERNS + KNOT + "\nSo do others.\n"}
    anchor = annotation_on("flocks", WADERS, "waders.md").anchor
    assert anchor is not None
    place = CourseTexts(course).locate(anchor, WADERS, "waders.md")
    assert passage(place, course) == "flocks"
    assert place is not None
    assert place[1].state is State.CHANGED


def test_two_sections_with_the_same_passage_are_told_from_neither() -> None:
    anchor = annotation_on(KNOT, WADERS, "waders.md").anchor
    assert anchor is not None
    twins = [("one.md", f"One.\n{KNOT}\nEnd.\n"), ("two.md", f"Two.\n{KNOT}\nEnd.\n")]
    assert CourseTexts(twins).elsewhere(anchor, None) is None
    assert CourseTexts(twins[:1]).elsewhere(anchor, None) is not None


def test_an_edited_passage_is_found_in_another_section_and_told() -> None:
    course = {"terns.md": TERNS + WADERS.replace("turn as one", "wheel together")}
    anchor = annotation_on(KNOT, WADERS, "waders.md").anchor
    assert anchor is not None
    place = CourseTexts(course).elsewhere(anchor, WADERS)
    assert passage(place, course) == KNOT.replace("turn as one", "wheel together")
    assert place is not None
    assert place[1].state is State.CHANGED


def test_a_course_without_sections_has_only_orphans() -> None:
    (told,) = report([annotation_on("dunlin", WADERS, "waders.md")], {}, {})
    assert told.outcome is Outcome.ORPHANED


def test_a_short_quote_that_moved_with_its_neighbors_is_found_and_never_for_sure() -> None:
    first, second, third, fourth, _ = WADERS.split("\n")
    knots = f"Knots\n{second}\n{third.replace('above the flats', 'over the mud')}\n"
    course = {"waders.md": f"{first}\n{fourth}\n", "knots.md": knots, "gulls.md": GULLS}
    anchor = annotation_on("great flocks", WADERS, "waders.md").anchor
    assert anchor is not None
    place = CourseTexts(course).locate(anchor, WADERS, "waders.md")
    assert place is not None
    assert (place[0], passage(place, course)) == ("knots.md", "great flocks")
    assert place[1].state is State.CHANGED


def test_the_order_of_what_moved_tells_a_passage_from_its_twin() -> None:
    after, remove = "after gives all that follows\n", "remove takes the given value away\n"
    intro = "Helpers\nThere are helpers for lists, for numbers and for the days of the week.\n"
    moved = f"Plain\n{after}{remove}Fluent\n{after}{remove}Last\n"
    old = f"{intro}{moved}"
    course = {
        "helpers.md": intro,
        "strings.md": "Strings\n" + moved.replace("all that", "what").replace("takes", "moves"),
    }
    for turn in (0, 1):
        start = old.index("given value", old.index("Fluent") * turn)
        anchor = describe(old, start, start + len("given value"))
        place = CourseTexts(course).locate(anchor, old, "helpers.md")
        assert place is not None
        new = course["strings.md"]
        assert place[1].start == new.index("given value", new.index("Fluent") * turn)


def test_texts_are_read_once_from_an_iterator_and_asked_for_many_passages() -> None:
    count = 120
    texts = {f"{n}.md": f"Bird {n}\n" + WADERS.replace("dunlin", f"bird{n}") for n in range(count)}
    course = CourseTexts((name, "Opening words.\n" + text) for name, text in texts.items())
    for name, text in texts.items():
        anchor = annotation_on(f"bird{name[:-3]} breeds on wet moors", text, name).anchor
        assert anchor is not None
        place = course.locate(anchor, text, name)
        assert place is not None
        assert (place[0], course.passage(*place)) == (name, anchor.quote)


NAMES = ["Ada", "Bo", "Cem", "Dov", "Eli", "Fay", "Gus", "Hal", "Ida", "Jan", "Kit", "Lev", "Mia"]
SURNAMES = ["Ash", "Birch", "Cedar", "Elm", "Fir", "Hazel", "Larch", "Maple", "Oak", "Pine"]


def entries(first: int, count: int) -> str:
    """Return lines of a list that differ in a name only; no two of them are the same."""
    people = [(name, surname) for surname in SURNAMES for name in NAMES][first : first + count]
    return "".join(f"{name} {surname}'s answer - see it at work\n" for name, surname in people)


@pytest.mark.parametrize("kept", [True, False], ids=["old text", "quote alone"])
@pytest.mark.parametrize(
    "quote",
    [
        "Cem Birch's answer - see it at work",
        "Cem Birch's answer",
        "answer - see it at",
        "work\nCem Birch's answer - see it at work\nDov Birch's answer",
    ],
)
def test_a_line_of_a_list_that_was_dropped_is_not_taken_for_one_like_it(
    quote: str, kept: bool
) -> None:
    dropped = f"Answers to the first exercise\n{entries(0, 40)}"
    others = {
        "second.md": f"Answers to the second exercise\n{entries(50, 30)}",
        "third.md": f"Answers to the third exercise\n{entries(85, 40)}",
    }
    start = dropped.index(quote, dropped.index("Bo Birch"))
    anchor = describe(dropped, start, start + len(quote))
    old = dropped if kept else None
    assert CourseTexts(others).locate(anchor, old, "first.md") is None
    emptied = others | {"first.md": "Answers to the first exercise\nThey are no longer shown.\n"}
    assert CourseTexts(emptied).locate(anchor, old, "first.md") is None


@pytest.mark.parametrize("quote", [KNOT, "dunlin", "A curlew calls"])
def test_a_passage_of_a_renamed_section_is_sure_unless_a_copy_was_put_away(quote: str) -> None:
    anchor = annotation_on(quote, WADERS, "waders.md").anchor
    assert anchor is not None
    course = {"birds/waders.md": "Opening words.\n" + WADERS, "gulls.md": GULLS}
    place = CourseTexts(course).locate(anchor, WADERS, "waders.md")
    assert place is not None
    assert (place[0], place[1].state) == ("birds/waders.md", State.ANCHORED)
    course["archive/waders-old.md"] = "No longer read.\n" + WADERS + "Written long ago.\n"
    place = CourseTexts(course).locate(anchor, WADERS, "waders.md")
    assert passage(place, course) == quote
    assert place is not None
    assert place[1].state is State.CHANGED


def test_a_passage_that_moved_alone_to_another_section_is_never_sure() -> None:
    course = {"waders.md": WADERS.replace(KNOT + "\n", ""), "terns.md": TERNS + KNOT + "\n"}
    anchor = annotation_on(KNOT, WADERS, "waders.md").anchor
    assert anchor is not None
    place = CourseTexts(course).locate(anchor, WADERS, "waders.md")
    assert passage(place, course) == KNOT
    assert place is not None
    assert place[1].state is State.CHANGED
