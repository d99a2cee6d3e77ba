"""A page as a document: every word of the canonical text stands where the positions say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QTextCursor

from studyapp.course.markup import compile_page
from studyapp.files import bundled
from studyapp.gui.reader.folds import folds_of

if TYPE_CHECKING:
    from studyapp.gui.reader.build import Built
    from tests.gui.reader.conftest import MakeBuilt

BUNDLED = sorted(bundled("content").rglob("*.md"))


def shown(built: Built, start: int, end: int) -> str:
    """Return what the document shows for a canonical range."""
    cursor = QTextCursor(built.document)
    first, last = built.positions.range_to_document(start, end)
    cursor.setPosition(first)
    cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText()


def formulas_of(built: Built) -> list[tuple[int, int]]:
    return [
        (s.start, s.end)
        for s in built.positions.between(0, built.document.characterCount())
        if s.text and not s.linear
    ]


def assert_maps_every_word(built: Built) -> int:
    """Check each word both ways; return how many were checked."""
    text, checked = built.page.text, 0
    objects = formulas_of(built)
    for word in re.finditer(r"\S+", text):
        start, end = word.span()
        if any(a < end and start < b for a, b in objects):
            continue
        found = shown(built, start, end).replace("\u00a0", " ").replace("\u2028", " ")
        assert _plain(found) == _plain(word.group()), word.group()
        first, last = built.positions.range_to_document(start, end)
        assert built.positions.range_from_document(first, last) == (start, end)
        checked += 1
    return checked


def _plain(words: str) -> str:
    """Leave out what only the page shows: padding of pills, numbers of notes, words of the app."""
    return re.sub(r"[\s\u200b]", "", words)


@pytest.mark.parametrize("path", BUNDLED, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_each_word_of_the_bundled_courses_maps_both_ways(
    path: object, make_built: MakeBuilt
) -> None:
    page = compile_page(path.read_text(encoding="utf-8"))  # type: ignore[attr-defined]
    built = make_built(page, toggled={fold.number for fold in folds_of(page) if fold.folded})
    assert assert_maps_every_word(built) > 0


SNIPPETS = st.sampled_from(
    [
        "A plain paragraph with *emphasis*, **bold 😀 words** and `code`.",
        "Line one  \nline two after a break",
        "- item one\n- item 👩‍🚀 two\n    - nested",
        "1. first\n2. second",
        "> a quotation\n>\n> in two paragraphs",
        "> [!note]- Folded\n> hidden 🏳️‍🌈 words",
        "```python\ndef f():\n    return 1\n```",
        "| a | b |\n|---|--:|\n| 1 😀 | עברית |",
        "שלום עולם, NATO היא ברית.",
        "中文 と 日本語 and é and \U0001d518\U0001d52b",
        "Term\n:   what it means",
        "Question?::An answer 🇪🇺",
        "See [a link](x.md), [[Other#Head|that]] and ==marked==.",
        "Press <kbd>Ctrl</kbd> for x^2^ and H~2~O.",
        "## A heading with `code` and 😀",
        "***",
    ]
)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(SNIPPETS, min_size=1, max_size=8))
def test_each_word_of_generated_pages_maps_both_ways(
    make_built: MakeBuilt, parts: list[str]
) -> None:
    page = compile_page("\n\n".join(parts))
    built = make_built(page, toggled={fold.number for fold in folds_of(page) if fold.folded})
    assert assert_maps_every_word(built) == len(page.text.split())


def test_what_is_folded_is_not_shown_and_what_follows_still_maps(make_built: MakeBuilt) -> None:
    page = compile_page("Before.\n\n> [!note]- Title\n> hidden words\n\nAfter it.")
    built = make_built(page)
    assert "hidden" not in built.document.toPlainText()
    start = page.text.index("After")
    assert shown(built, start, start + 5) == "After"
    start = page.text.index("hidden")
    assert shown(built, start, start + 6) == ""


def test_a_cloze_is_blanked_until_its_card_is_opened(make_built: MakeBuilt) -> None:
    page = compile_page("The treaty was signed in ==1949==. #flashcards")
    assert "1949" not in make_built(page).document.toPlainText()
    opened = make_built(page, toggled={fold.number for fold in folds_of(page) if fold.folded})
    assert "1949" in opened.document.toPlainText()
