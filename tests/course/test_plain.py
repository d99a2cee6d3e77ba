"""A page shown as the text it is: sound, searchable, bounded."""

import pytest

from studyapp.course.guards import with_flaws
from studyapp.course.plain import RUN_CHARACTERS, SHOWN_CHARACTERS, SHOWN_CHUNKS, plain_page
from studyapp.page import Code, Flaw, Notice, Paragraph

SOURCE = """\
# Title

Some words
over two lines.

- a
- b\tc

```
x  =  1

y
```

    indented
"""


def test_prose_becomes_paragraphs_and_the_rest_keeps_its_lines(sound):
    page = sound(plain_page(SOURCE, "it is a test", "Name"))
    notice, title, words, items, fence, indented = page.blocks
    assert isinstance(notice, Notice)
    assert (
        notice.message == str(notice.wording()) == "This page is shown as plain text: it is a test."
    )
    assert isinstance(words, Paragraph)
    assert all(isinstance(block, Code) for block in (title, items, fence, indented))
    assert page.title == "Name"
    assert page.text == (
        "# Title\nSome words over two lines.\n- a\n- b c\n```\nx = 1\ny\n```\nindented"
    )


def test_the_reason_is_a_flaw_after_those_of_the_file():
    bad = Flaw("error", 3, "bad encoding")
    page = with_flaws(plain_page("a", "it is a test"), (bad,))
    assert page.flaws[0] == bad
    assert "it is a test" in page.flaws[1].message


@pytest.mark.parametrize(
    "source", ["", "\n\n \n", "```\n\n", "a" * 10_000, "a " * 10_000, "\u202e  a\u00a0\u00a0b"]
)
def test_any_source_makes_a_sound_page(sound, source):
    sound(plain_page(source, "it is a test"))


def test_long_lines_are_cut_where_a_space_is(sound):
    page = sound(plain_page("word " * 5_000 + "\n\n    " + "x" * 9_000, "it is a test"))
    assert page.words == 5_000 + 3
    assert all(len(line) <= RUN_CHARACTERS for line in page.text.split("\n"))


REST = Notice("The rest of this page is too long to be shown.")


def test_of_a_huge_file_the_first_million_characters_are_shown(sound):
    page = sound(plain_page("word\n" * SHOWN_CHARACTERS, "it is a test"))
    assert len(page.text) == SHOWN_CHARACTERS - 1
    assert page.blocks[-1] == REST


def test_of_very_many_paragraphs_as_many_as_can_be_laid_out_are_shown(sound):
    page = sound(plain_page("word\n\n" * (SHOWN_CHUNKS + 1), "it is a test"))
    assert page.words == SHOWN_CHUNKS
    assert page.blocks[-1] == REST
    assert plain_page("word\n\n" * SHOWN_CHUNKS, "it is a test").blocks[-1] != REST
