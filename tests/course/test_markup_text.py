"""What holds for the canonical text and the runs of every page, however odd its source."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studyapp.course.markup import compile_page
from studyapp.page import Block, Definitions, Page, children_of, own_runs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from studyapp.page import Run

SNIPPETS = """\
# Head *x*|## H {#a}|Title\\n===|para|*em*|**b|`c`|``|``` py|~~~|    code|- item|  - sub|1. one|3) x
> q|> [!note]- T|> > deep|!!! tip "T"|    inner|??? x|:::note|:::|$a$|$$|\\\\[|\\\\]|$5|\\\\(a\\\\)
[^1]|[^1]: note|    more|*[HTML]: Hyper|HTML|Term|:   def|==m==|~s~|^s^|~~d~~|[[W#x]]|![[i.png]]
![a](b.png "t")|[l](javascript:x)|[l](u 't')|https://x.y/z).|[x]: http://u|[x]|<b>|</b>|<details>
</details>|<div>|<table><tr><td>|<script>|-->|<!--|%%|<p>|<li>|<br>|<h1>T|<T>|<q>|<pre>|</pre>
<a href='javascript:1'>|<img src=x>|<Foo/>|Q::A|Q:::|?|??|#flashcards|- [ ] t|---|***|\\\\|{.c}
{% x %}|^abc|::|+++|---\\na: b\\n---|&nbsp;|&#8238;|&lt;|\\\\*|Table: cap
\u00a0|\u202e|\u2066|\u00ad|\ufeff|\u2003|\u3000|\u2028|\x1c|\x85|\t|\x02|\x03|\x00
\U0001f600|\U0001f469\u200d\U0001f467|שלום|العربية|漢字かな|e\u0301|ﬁ|ß
"""
PIECES = [
    piece.replace("\\n", "\n").replace("\\\\", "\\")
    for line in SNIPPETS.split("\n")
    for piece in line.split("|")
] + ["| a | b |\n|---|:-:|", "| 1 | `x|y` |", "| 2 |"]
JOINTS = ["\n", "\n\n", " ", "", "  \n", "\n  ", "\n    ", "\n> ", "\n- ", "\n\n\n"]

documents = st.lists(
    st.tuples(st.sampled_from(PIECES) | st.text(max_size=8), st.sampled_from(JOINTS)), max_size=25
).map(lambda parts: "".join(piece + joint for piece, joint in parts))


def runs_in_order(blocks: Iterable[Block]) -> Iterator[Run]:
    for block in blocks:
        if isinstance(block, Definitions):
            for item in block.items:
                for term in item.terms:
                    yield from term
                yield from runs_in_order(item.children)
        else:
            yield from own_runs(block)
            yield from runs_in_order(children_of(block))


@settings(max_examples=400, deadline=None)
@given(source=documents, title=st.sampled_from(["", "A title", " \u202e* "]))
def test_every_page_holds_what_its_words_promise(source: str, title: str):
    page = compile_page(source, title=title)
    text = page.text
    assert "shown as plain text" not in str(page.flaws)

    for line in text.split("\n") if text else ():
        assert line
        assert line == " ".join(line.split())

    runs = list(runs_in_order(page.blocks))
    for run in runs:
        assert text[run.start : run.start + len(run.text)] == run.text
        assert run.text or run.shown is not None
    for before, after in pairwise(runs):
        assert before.start + len(before.text) <= after.start
    assert "".join(run.text for run in runs) == text.replace("\n", "")

    assert len({heading.id for heading in page.headings}) == len(page.headings)
    for heading in page.headings:
        assert text.startswith(heading.title, heading.start)
    for link in page.links:
        assert 0 <= link.start <= link.end <= len(text)

    packed = msgspec.msgpack.encode(page)
    assert msgspec.msgpack.decode(packed, type=Page) == page


@settings(max_examples=100, deadline=None)
@given(words=st.lists(st.text(st.characters(categories=["L", "N", "So"]), min_size=1), min_size=1))
def test_plain_words_are_kept_letter_by_letter(words: list[str]):
    assert compile_page("\u2060" + " ".join(words)).text == "\u2060" + " ".join(words)


@settings(max_examples=100, deadline=None)
@given(lines=st.lists(st.text(st.characters(exclude_categories=["C", "Z"])), min_size=1))
def test_code_is_kept_sign_by_sign(lines: list[str]):
    page = compile_page("~~~~~~~~~~\n" + "\n".join(lines) + "\n~~~~~~~~~~")
    assert page.text == "\n".join(filter(None, lines))


@pytest.mark.parametrize(
    "source", ["\ud800", "\x00\x00", "\r\n\r\n", "\x02wzxhzdk:0\x03", "\x0242\x03"]
)
def test_what_is_no_text_does_no_harm(source: str):
    page = compile_page(f"a {source} b")
    assert page.text.startswith("a")
    assert page.text.endswith("b")
    msgspec.msgpack.encode(page)


def test_pages_do_not_remember_each_other():
    source = "[^1] [r] ABBR\n\n# H\n"
    first = compile_page(source)
    compile_page(source + "\n[^1]: note\n\n[r]: x.md\n\n*[ABBR]: long\n")
    assert compile_page(source) == first
