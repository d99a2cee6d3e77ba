"""Decoding, and refusing what would keep the parser busy; nothing that courses hold is refused."""

import time

import pytest

from studyapp.course import guards
from studyapp.course.guards import decode, refusal


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        ("größe 漢字 👍".encode(), "größe 漢字 👍"),
        (b"\xef\xbb\xbfa", "a"),
        (b"a\r\nb\rc\n", "a\nb\nc\n"),
        ("a\x85b\u2028c\u2029d".encode(), "a\nb\nc\nd"),
        (b"a\0b\x01\x02\x03\x07\x1b[1m\x7f\tc", "ab[1m\tc"),
        ("a\x9bb".encode(), "ab"),
    ],
)
def test_text_is_decoded_without_a_flaw(data, text):
    assert decode(data) == (text, ())


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_is_read_and_told(encoding):
    text, flaws = decode("\ufeffgröße\r\n👍".encode(encoding))
    assert text == "größe\n👍"
    assert [(flaw.severity, flaw.line) for flaw in flaws] == [("warning", 1)]


def test_bytes_that_are_not_utf_8_become_replacement_marks_and_name_their_line():
    text, flaws = decode(b"one\r\ntwo\rthr\xe9e\nf\xffur")
    assert text == "one\ntwo\nthr\ufffde\nf\ufffdur"
    assert [(flaw.severity, flaw.line) for flaw in flaws] == [("error", 3)]
    assert "E9" in flaws[0].message
    assert "UTF-8" in flaws[0].hint


def test_a_torn_utf_16_file_is_read_as_far_as_it_goes():
    text, flaws = decode("\ufeffab".encode("utf-16-le") + b"\x00")
    assert text == "ab\ufffd"
    assert [flaw.severity for flaw in flaws] == ["warning", "error"]


def nested_list(levels, indent=2):
    return "".join(f"{' ' * (indent * level)}- item\n" for level in range(levels))


REFUSED = {
    "a line of more than a million": "word " * 210_000,
    "more than 100 quotes or lists": "a\n\n" + ">" * 101 + " a",
    "quotes or lists in each other (line 1)": "> 1. " * 60 + "a",
    "more than 100 lists": nested_list(101),
    "lists in each other (line 101)": nested_list(3_000, 4),
    "500 square brackets": "a\n\n" + "[" * 501,
    "square brackets open at once (line 3)": "a\n\n" + "![" * 501,
    "500 parentheses": "[a](" * 501,
    "20 lengths": " a ".join("`" * length for length in range(1, 30)),
    "20,000 headings": "# a\n\n" * 20_001,
    "3,000 footnotes": "".join(f"[^{number}]: a\n\n" for number in range(3_001)),
    "1,000 abbreviations": "".join(f"*[A{number}]: a\n" for number in range(1_001)),
}


@pytest.mark.parametrize("why", REFUSED)
def test_what_would_keep_the_parser_busy_is_refused_in_plain_words(why):
    assert why in refusal(REFUSED[why])


KEPT = {
    "quotes": ">" * 100 + " a",
    "a list": nested_list(100),
    "rule": "- " * 400,
    "links": "[a](b) " * 20_000,
    "links line by line": "- [a](b) (c)\n" * 20_000,
    "open brackets in paragraphs": "[a (b\n\n" * 20_000,
    "fences": "```\na\n```\n\n````\n```\n````\n" * 1_000,
    "long table": "|a|b|\n|-|-|\n" + "|1|2|\n" * 100_000,
    "pipes": "a | b\n" * 60_000,
    "headings": "# a\n\n" * 20_000,
    "footnotes": "".join(f"a[^{number}]\n\n[^{number}]: a\n\n" for number in range(1_000)),
    "an indented program": "".join(f"    {' ' * (level % 90)}- x\n" for level in range(5_000)),
}


@pytest.mark.parametrize("name", KEPT)
def test_what_courses_hold_is_not_refused(name):
    assert refusal(KEPT[name]) == ""


def test_a_file_over_20_mb_is_too_large():
    assert guards.oversize(bytes(20_000_000)) == ""
    assert "20 MB" in guards.oversize(bytes(20_000_001))


LARGE = 4_000_000
WORST = {
    "spaces": (" " * 999_000 + "\n") * (LARGE // 1_000_000),
    "tabs": ("\t" * 999_000 + "\n") * (LARGE // 1_000_000),
    "lines": "\n" * LARGE,
    "brackets": ("[" * 400 + "\n\n") * (LARGE // 402),
    "quotes": ("> " * 99 + "a\n") * (LARGE // 200),
    "items": "- a\n" * (LARGE // 4),
    "digits": ("1" * 999_000 + "\n") * (LARGE // 1_000_000),
    "deeper and deeper": nested_list(2_000),
    "definitions": ("[^" + "a" * 997_000 + "\n") * (LARGE // 1_000_000),
    "pipes": ("|a" * 20_000 + "\n\n") * (LARGE // 40_002),
    "backticks": "`a``b" * (LARGE // 5),
}


@pytest.mark.parametrize("name", WORST)
def test_the_scan_takes_time_in_proportion_to_the_text(name):
    started = time.process_time()
    refusal(WORST[name])
    assert time.process_time() - started < 3
