"""Words that an address points at are found as they now stand, or not at all."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from studyapp.addresses import address_of, read_address, words_at
from studyapp.course.markup.compiling import compile_page
from studyapp.model import Anchor, Found, Location, State
from studyapp.notes.pointing import find_words

WORDS = st.sampled_from(["tern", "plover", "knot", "*ruff*", "`curlew`", "god-wit", "avocet, 鳥"])
LINES = st.lists(WORDS, min_size=1, max_size=9).map(" ".join)
MARKS = st.sampled_from(["", "## ", "- ", "> ", "1. "])
BLOCKS = st.tuples(MARKS, LINES).map("".join)
PAGES = st.lists(BLOCKS, min_size=1, max_size=12).map("\n\n".join)


def linked(text: str, start: int, end: int) -> tuple[Anchor, ...]:
    """Return what a copied link to a passage gives back."""
    address = address_of(Location("c.md", words=words_at(text, start, end)), "x")
    named = read_address(address)
    assert named is not None
    return named.place.words


@given(source=PAGES, data=st.data())
def test_any_selection_of_any_page_is_found_where_it_was(source: str, data: st.DataObject) -> None:
    text = compile_page(source).text
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert find_words(linked(text, start, end), text) == Found(start, end, State.ANCHORED)


NEW = st.lists(st.sampled_from(["osprey", "kite", "harrier", "buzzard"]), max_size=12).map(" ".join)


@given(source=PAGES, before=NEW, after=NEW, data=st.data())
def test_it_is_found_after_edits_elsewhere(
    source: str, before: str, after: str, data: st.DataObject
) -> None:
    text = compile_page(source).text
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    words = linked(text, start, end)
    around = text[max(0, start - 32) : end + 32]
    assume(text.count(around) == 1)
    found = find_words(words, f"{before}\n{text}\n{after}")
    assert found is not None
    shift = len(before) + 1
    assert (found.start, found.end) == (start + shift, end + shift)


TREATY = (
    "The treaty was signed in Washington on 4 April 1949 by twelve states.\n"
    "It has fourteen articles, and the fifth of them is the best known.\n"
    "Parties consult together whenever one of them feels threatened.\n"
)


def of(quote: str, text: str = TREATY) -> tuple[Anchor, ...]:
    start = text.index(quote)
    return linked(text, start, start + len(quote))


def shown(found: Found | None, text: str) -> str:
    assert found is not None
    return text[found.start : found.end]


def test_words_that_were_edited_are_found_by_what_they_were() -> None:
    new = TREATY.replace("4 April 1949 by twelve", "4 April 1949 by the first twelve")
    words = of("signed in Washington on 4 April 1949 by twelve states")
    assert shown(find_words(words, new), new) == (
        "signed in Washington on 4 April 1949 by the first twelve states"
    )


def test_words_that_moved_among_others_are_found() -> None:
    new = "Quite another beginning.\nIn it, fourteen articles stand.\n"
    assert shown(find_words(of("fourteen articles"), new), new) == "fourteen articles"


def test_words_that_are_gone_are_not_found() -> None:
    assert find_words(of("fourteen articles"), "Nothing of the kind stands here.") is None
    assert find_words(of("the"), "Elsewhere the words are others, and the places too.") is None
    assert find_words((), TREATY) is None


def test_of_several_places_the_nearest_is_taken() -> None:
    text = "tern\n" * 50
    assert find_words(linked(text, 100, 104), text) == Found(100, 104, State.ANCHORED)


def test_a_long_passage_is_found_by_its_ends_around_what_was_edited() -> None:
    text = "".join(f"Sentence {n} speaks of terns and their ways. " for n in range(40))
    start, end = text.index("Sentence 10"), text.index("Sentence 20")
    new = "A new start. " + text.replace(
        "Sentence 15 speaks of terns", "Sentence 15 sings of knots"
    )
    found = shown(find_words(linked(text, start, end), new), new)
    assert found.startswith("Sentence 10")
    assert found.endswith("Sentence 19 speaks of terns and their ways. ")


def test_of_a_long_passage_without_its_end_nothing_is_found() -> None:
    text = "".join(f"Sentence {n} speaks of terns and their ways. " for n in range(40))
    words = linked(text, text.index("Sentence 10"), text.index("Sentence 20"))
    assert find_words(words, text[: text.index("Sentence 12")]) is None
