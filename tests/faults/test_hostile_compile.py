"""Courses made to do harm: each compiles in time, to a sound page, and nothing is raised."""

import random
import time

import pytest

from studyapp.course.compiler import Compiler
from studyapp.page import Code, Notice, own_runs, walk

SECONDS = 1.5
SLACK = 5.0
"""For ending a late worker, starting another on a busy machine, and showing a megabyte as text."""


def nested_list(levels, indent=2):
    return "".join(f"{' ' * (indent * level)}- item\n" for level in range(levels))


def nested_tags(tag, count):
    return f"<{tag}>" * count + "text" + f"</{tag}>" * count


def random_bytes(size, alphabet=b""):
    source = random.Random(7)
    return bytes(source.choices(alphabet, k=size)) if alphabet else source.randbytes(size)


def laughs(levels=12):
    lines = [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, levels)]
    return "---\na0: &a0 [ha, ha]\n" + "\n".join(lines) + "\n---\n\ntext\n"


MARKS = b"[]()!`~*_^=$\\<>&{}|:#-+ \n\n.1ax\"'?%"

HOSTILE = {
    # Nesting
    "500 nested list levels": nested_list(500),
    "3,000 nested list levels": nested_list(3_000),
    "3,000 nested list levels, wide": nested_list(3_000, 4),
    "99 nested list levels": nested_list(99),
    "> 20,000 times": ">" * 20_000,
    "> 99 times on 2,000 lines": (">" * 99 + " text\n") * 2_000,
    "quotes one deeper a line": "".join(f"{'>' * level} text\n" for level in range(400)),
    "- 20,000 times on a line": "- " * 20_000 + "text",
    "1. 20,000 times on a line": "1. " * 20_000 + "text",
    "lists and quotes in each other": "> - " * 20_000 + "text",
    "2,000 callouts in each other": "".join(f"{'>' * n} [!note] a\n" for n in range(1, 2_000)),
    "500 admonitions in each other": "".join(f"{' ' * 4 * n}!!! note\n\n" for n in range(500)),
    "10,000 colon boxes": "::: note\n" * 10_000,
    # Brackets, backticks, marks
    "[ 50,000 times": "[" * 50_000,
    "![ 50,000 times": "![" * 50_000,
    "[a]( 50,000 times": "[a](" * 50_000,
    "[[ 50,000 times": "[[" * 50_000,
    "[^ 50,000 times": "[^" * 50_000,
    "brackets nested 20,000 deep": "[" * 20_000 + "]" * 20_000,
    "parentheses nested 20,000 deep": "[a](" + "(" * 20_000 + ")" * 20_000,
    "backtick runs of 1,500 lengths": " ".join("`" * length for length in range(1, 1_500)),
    "a backtick 100,000 times": "` " * 100_000,
    "escaped backticks": "\\``" * 20_000,
    **{f"{mark} 200,000 times": mark * 200_000 for mark in "&<*_~^$=\\|#:-+!"},
    **{f"{mark} between 50,000 words": f"a {mark}" * 50_000 for mark in "&<*_~^$=\\|:!"},
    "emphasis opened 20,000 times": "*a **b _c __d " * 5_000,
    "entities": "&amp;&#0;&#x110000;&#xd800;&nosuch;" * 5_000,
    "words after tildes": "~a b: c" * 6_000,
    # Many of a kind
    "20,000 headings": "# a\n" * 20_000,
    "20,000 underlined headings": "a\n=\n" * 20_000,
    "20,000 headings of one name": "# a\n\n" * 20_000,
    "5,000 footnotes": "".join(f"a[^{n}]\n\n[^{n}]: b\n\n" for n in range(5_000)),
    "footnotes of each other": "[^1] [^2]\n\n[^1]: a[^2]\n\n[^2]: b[^1]\n\n[^3]: c[^3]\n",
    "50,000 references": "".join(f"[{n}]: b\n" for n in range(50_000)) + "\n[1] [49999]",
    "5,000 abbreviations": "".join(f"*[A{n}]: b\n" for n in range(5_000)) + "\nA1 A2 " * 500,
    "20,000 definitions": "a\n" + ": b\n" * 20_000,
    "20,000 cards": "a::b\n" * 20_000,
    "20,000 lone question marks": "a\n?\nb\n" * 20_000,
    "a table of 400,000 cells": "|a|b|\n|-|-|\n" + "|1|2|\n" * 200_000,
    "a table 20,000 columns wide": "|a" * 20_000 + "|\n" + "|-" * 20_000 + "|\n" + "|1" * 20_000,
    "10,000 open fences": "```a\n\n~~~\n\n" * 5_000,
    "20,000 open comments": "<!-- a\n\n%% a\n\n" * 10_000,
    # Long
    "1 MB without a space": "a" * 1_000_000,
    "10 MB without a space": "a" * 10_000_000,
    "10 MB of words on one line": "word " * 2_000_000,
    "a paragraph of 2 MB": "some words in a line\n" * 100_000,
    "21 MB": "word\n\n" * 3_500_001,
    "spaces": (" " * 90_000 + "\n") * 10,
    "a number of 100,000 digits": "1" * 100_000 + ". a",
    "an address of 500,000 characters": "http://" + "a." * 250_000,
    "a formula of 500,000 characters": "$$" + "x^{" * 100_000 + "y" + "}" * 100_000 + "$$",
    "20,000 formulas": "$x$ " * 20_000,
    "20,000 open formulas": "\\( \\[ $$ " * 20_000,
    # Raw HTML
    "100,000 nested <div>": nested_tags("div", 100_000),
    "50,000 nested <ul>": nested_tags("ul", 50_000),
    "5,000 nested tables": nested_tags("table><tr><td", 5_000),
    "50,000 open <b><i>": "<b><i>" * 50_000,
    "50,000 closing tags": "</b></div>" * 50_000,
    "details in details": "<details><summary>a</summary>\n\n" * 5_000,
    "a tag of 20,000 attributes": "<p " + "a=b " * 20_000 + ">text</p>",
    "huge spans": '<table><tr><td colspan="1000000000" rowspan="1000000000">a</td></tr></table>',
    "a list from the lowest number": '<ol start="-2147483648"><li>a</li></ol>',
    "a picture of a device": '<img src="/dev/zero" width="99999999999">\n\n![a](file:///dev/zero)',
    "a script": "<script>while(1);</script><style>*{}</style>text<iframe src=x>",
    # Front matter
    "laughs without end": laughs(),
    "deep lists in front matter": "---\na: " + "[" * 50_000 + "\n---\n\ntext",
    "deep maps in front matter": "---\n" + "{a: " * 50_000 + "\n---\n\ntext",
    "objects in front matter": "---\ntitle: !!python/object/apply:os.abort []\n---\n\ntext",
    "deep TOML": "+++\na = " + "[" * 50_000 + "\n+++\n\ntext",
    "front matter of 1 MB": "---\n" + "a: b\n" * 200_000 + "---\n\ntext",
    "a number of 100,000 digits in front matter": "---\nminutes: " + "9" * 100_000 + "\n---\n\na",
    # Letters
    "no bytes": b"",
    "a mark and nothing else": b"\xef\xbb\xbf",
    "controls and NUL": bytes(range(32)) * 1_000,
    "every byte": bytes(range(256)) * 1_000,
    "random bytes": random_bytes(200_000),
    "half UTF-16": "\ufeffté".encode("utf-16") * 1_000 + b"\xd8",
    "halves of pairs": b"\xed\xa0\x80\xed\xb0\x80" * 1_000,
    "noncharacters": "\ufffe\uffff\U0010ffff\ufdd0 " * 10_000,
    "bidi overrides": "\u202e\u2066\u202c\u2069 a `\u202e` " * 5_000,
    "90,000 combining marks": "a" + "\u0301" * 90_000,
    "joined emoji": "👨\u200d👩\u200d👧" * 20_000,
    "the parser's own marks": "\x02klzzwxh:0001\x03 \x02amp\x03 STXETX" * 1_000,
    **{f"random marks {n}": random_bytes(5_000 * n, MARKS) for n in (1, 2, 4, 8)},
}


@pytest.fixture(scope="module")
def compiler(tmp_path_factory):
    with Compiler(tmp_path_factory.mktemp("cache"), SECONDS) as compiler:
        compiler.page(b"warm")
        yield compiler


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_page_compiles_in_time(compiler, sound, name):
    source = HOSTILE[name]
    data = source.encode("utf-8", "surrogatepass") if isinstance(source, str) else source
    started = time.monotonic()
    page = compiler.page(data, "name")
    assert time.monotonic() - started < SECONDS + SLACK
    sound(page)
    assert compiler.page(data, "name") == page


@pytest.mark.parametrize("name", ["[ 50,000 times", "21 MB", "backtick runs of 1,500 lengths"])
def test_what_is_not_set_is_shown_and_explained(compiler, name):
    page = compiler.page(HOSTILE[name].encode())
    assert isinstance(page.blocks[0], Notice)
    assert page.text
    assert [flaw.severity for flaw in page.flaws] == ["warning"]


def test_what_is_shown_as_text_is_cut_small_enough_for_the_window(compiler):
    for block in walk(compiler.page(HOSTILE["10 MB without a space"].encode()).blocks):
        assert sum(len(run.text) for run in own_runs(block)) <= 4_000 or isinstance(block, Code)
