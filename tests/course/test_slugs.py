import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.course.slugs import Slugs, slug


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Article 5 close up", "article-5-close-up"),
        ("  C++ & C#: what's new?  ", "c-c-what-s-new"),
        ("snake_case", "snake_case"),
        ("Ünïcode — Größe", "ünïcode-größe"),
        ("日本語の見出し", "日本語の見出し"),
        ("हिन्दी", "हिन्दी"),
        ("العربية", "العربية"),
        ("caf\u0065\u0301", "café"),
        ("ﬁne ½", "fine-1-2"),
        ("!!!", ""),
        ("", ""),
    ],
)
def test_a_slug_keeps_letters_of_every_script(text, expected):
    assert slug(text) == expected


@given(st.text())
def test_a_slug_of_a_slug_is_the_same(text):
    assert slug(slug(text)) == slug(text)


@given(st.text())
def test_a_slug_is_fit_for_an_address(text):
    made = slug(text)
    assert not any(character.isspace() for character in made)
    assert not set(made) & set("#/?%&\"'<>[]()|\\")
    assert not made.startswith("-")
    assert not made.endswith("-")
    assert "--" not in made


@given(st.text())
def test_composed_and_decomposed_letters_are_the_same(text):
    assert slug(unicodedata.normalize("NFD", text)) == slug(unicodedata.normalize("NFC", text))


def test_repeated_headings_get_numbers():
    slugs = Slugs()
    texts = ["Same", "Same", "same!", "Same 1", "", "???"]
    expected = ["same", "same-1", "same-2", "same-1-1", "section", "section-1"]
    assert [slugs.id_for(text) for text in texts] == expected


def test_an_id_wanted_by_its_author_is_taken_as_it_is():
    slugs = Slugs()
    assert slugs.take("My.Id:1") == "My.Id:1"
    assert slugs.take("My.Id:1") == "My.Id:1-1"


@given(st.lists(st.sampled_from(["a", "a 1", "a-1", "a-1-1", "", "section", "b"])))
def test_ids_are_unique_in_a_page(texts):
    slugs = Slugs()
    ids = [slugs.id_for(text) for text in texts]
    assert len(set(ids)) == len(ids)


def test_thousands_of_equal_headings_take_no_time():
    slugs = Slugs()
    ids = [slugs.id_for("x") for _ in range(50_000)]
    assert ids[-1] == "x-49999"
