"""Annotation files: what is written is what is read, whoever wrote it."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from studyapp.model import Anchor, Annotation
from studyapp.notes.annotationfile import KNOWN, BadFileError, Summary, dump, parse, summary

WORDS = st.text(max_size=40)
NUMBERS = st.integers(0, 2**40)
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**60), 2**60)
    | WORDS
    | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=5,
)
ANCHORS = st.builds(Anchor, WORDS, WORDS, WORDS, NUMBERS, NUMBERS, WORDS)
OTHERS = st.dictionaries(WORDS.filter(lambda key: key not in KNOWN), VALUES, max_size=4)
ANNOTATIONS = st.builds(
    Annotation,
    id=st.text(min_size=1, max_size=26),
    kind=st.sampled_from(["highlight", "underline", "note", "bookmark", "question", "card"]),
    section=WORDS,
    anchor=st.none() | ANCHORS,
    note=WORDS
    | st.sampled_from(
        ["---\n", "---\nid: 1\n---\n", "\r\n---\r\n", "<<<<<<< a\n", "\n\n", "\ufeff"]
    ),
    color=WORDS,
    tags=st.lists(WORDS, max_size=4).map(tuple),
    created=WORDS,
    modified=WORDS,
    status=WORDS,
    other=OTHERS.map(lambda other: tuple(other.items())),
)
SAMPLE = Annotation(
    id="01JDA3Q8ZK6T4V9W2M5X7Y1B3C",
    kind="highlight",
    section="03/05.md",
    anchor=Anchor("each of them", "that ", " will", 1812, 1824, "9f3c2a71d0b4e6f8"),
    note="What *I* wrote\n",
    color="yellow",
    tags=("exam", "treaty"),
    created="2026-11-22T16:04:31.120Z",
    modified="2026-11-22T16:05:02.004Z",
)


@given(ANNOTATIONS)
def test_what_is_dumped_is_parsed(annotation):
    assert parse(dump(annotation)) == annotation


def outcome(read, text):
    try:
        return read(text)
    except BadFileError as error:
        return error.line, error.reason


PIECES = st.sampled_from(
    ['"', "\\", "\\u00e9", "\\ud800", "\n", "---\n", "\x00", "1", " ", "[", "\ud800", ": ", ""]
)


@given(ANNOTATIONS, st.lists(st.tuples(st.floats(0, 1), st.integers(0, 3), PIECES), max_size=3))
def test_the_quick_way_reads_what_the_thorough_one_does(annotation, changes):
    text = dump(annotation)
    for place, length, piece in changes:
        start = int(place * len(text))
        text = text[:start] + piece + text[start + length :]
    read = outcome(parse, text)
    assert read == outcome(parse, "\ufeff" + text)  # which is never read the quick way
    filed = (read.id, read.section, read.status) if isinstance(read, Annotation) else read
    assert outcome(summary, text) == filed


def test_a_summary_says_where_an_annotation_belongs():
    assert summary(dump(SAMPLE)) == Summary(SAMPLE.id, SAMPLE.section, "")
    assert summary("---\nsection: one.md\nstatus: trashed\n---\n", "X") == (
        "X",
        "one.md",
        "trashed",
    )


@given(ANNOTATIONS)
def test_yaml_reads_the_same(annotation):
    front = dump(annotation).removeprefix("---\n").partition("\n---\n")[0]
    values = yaml.load(front, Loader=yaml.BaseLoader)
    assert values["section"] == annotation.section
    assert values["tags"] == list(annotation.tags)
    assert [values[key] for key, _ in annotation.other if isinstance(_, str)] == [
        value for _, value in annotation.other if isinstance(value, str)
    ]


@given(st.text() | st.text().map(lambda text: f"---\n{text}\n---\n"))
def test_anything_is_parsed_or_refused_with_a_line(text):
    try:
        read = parse(text)
    except BadFileError as error:
        read = error
    assert read.line >= 1 if isinstance(read, BadFileError) else read.id


def test_the_file_is_as_documented():
    assert dump(SAMPLE) == (
        "---\n"
        'id: "01JDA3Q8ZK6T4V9W2M5X7Y1B3C"\n'
        'kind: "highlight"\n'
        'section: "03/05.md"\n'
        'quote: "each of them"\n'
        'prefix: "that "\n'
        'suffix: " will"\n'
        "start: 1812\n"
        "end: 1824\n"
        'text: "9f3c2a71d0b4e6f8"\n'
        'color: "yellow"\n'
        'tags: ["exam", "treaty"]\n'
        'created: "2026-11-22T16:04:31.120Z"\n'
        'modified: "2026-11-22T16:05:02.004Z"\n'
        "---\n"
        "What *I* wrote\n"
    )


def test_lines_written_by_hand_are_taken_as_they_read():
    text = (
        "---\nid: 01JDA3Q8ZK6T4V9W2M5X7Y1B3C\nkind: question\n# mine\nsection: no\n"
        "quote: 12:30:00\n"
        "start: 0123\ntags:\n  - exam\n- yes\ncolor:\npages: 5\ndate: 2026-01-02\n---\nwhy?"
    )
    made = parse(text.replace("  - exam\n- yes", "  - exam\n  - yes"))
    assert (made.kind, made.section, made.color, made.tags) == (
        "question",
        "no",
        "",
        ("exam", "yes"),
    )
    assert made.anchor == Anchor("12:30:00", "", "", 123, 0, "")
    assert made.other == (("pages", 5), ("date", "2026-01-02"))
    assert made.note == "why?"


def test_windows_line_ends_and_a_mark_of_byte_order_change_nothing():
    assert parse("\ufeff" + dump(SAMPLE).replace("\n", "\r\n")) == SAMPLE


def test_what_is_missing_has_defaults():
    assert parse('---\nid: "a"\n---') == Annotation("a", "note", "", None)
    assert parse("---\n---\nx", "b") == Annotation("b", "note", "", None, "x")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("", 1),
        ("hello", 1),
        ("---\nid: 1", 1),
        ("---\nkind: 'note'\n---\n", 2),
        ('---\nid: "a"\ncolor: [1\n---\n', 3),
        ('---\nid: "a"\nstart: x\n---\n', 2),
        ('---\nid: "a"\nid: "b"\ncolor: red\n---\n', 3),
        ('---\nid: "a"\ntags: {"a": 1}\n---\n', 2),
        ("---\nid: a\nnonsense\n---\n", 3),
        ('---\nid: "a"\ncolor: "x"\ncolor: "y"\n---\n', 4),
    ],
)
def test_a_bad_file_is_refused_at_its_line(text, line):
    with pytest.raises(BadFileError) as caught:
        parse(text)
    assert caught.value.line == line
    assert str(line) in str(caught.value)
