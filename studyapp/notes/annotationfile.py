"""One annotation as the text of one file: front matter of `key: <JSON value>` lines, then the note.

Such lines are YAML too, without its traps, so that other programs read the same values. A line
that someone wrote by hand need not be JSON: it is read as YAML that is all text and lists. Files in
the very form that `dump` writes are read in one step, and filed by `summary` without being read.
`notes.folders` reads and writes files with this, `notes.index` files them.
"""

from __future__ import annotations

import json
import re
from sys import intern
from typing import TYPE_CHECKING, NamedTuple, cast

import msgspec

from studyapp.model import Anchor, Annotation
from studyapp.wording import translate

if TYPE_CHECKING:
    from collections.abc import Iterator

FENCE = "---\n"

_TEXTS = ("id", "kind", "section", "color", "created", "modified", "status")
_ANCHOR_TEXTS = ("quote", "prefix", "suffix", "text")
_ANCHOR_NUMBERS = ("start", "end")
KNOWN = frozenset({*_TEXTS, *_ANCHOR_TEXTS, *_ANCHOR_NUMBERS, "tags"})
_ALL_TEXTS = frozenset({*_TEXTS, *_ANCHOR_TEXTS})

_PLAIN_KEY = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
_ENTRY = re.compile(r'(?:[^\s#"\'\-\[{&*!|>%@`][^:]*|"(?:[^"\\]|\\.)*"|\'[^\']*\'):(?:\s|$)')
_UNSAFE = re.compile(
    "[\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]"
)  # to YAML, or to an editor
_LONGEST = 256 * 1024
_decode = msgspec.json.Decoder().decode
_encode = json.JSONEncoder(ensure_ascii=False).encode

# A JSON text as `dump` writes it. Surrogates, on which readers of JSON disagree, are looked for
# apart: a pattern that names them takes eight times as long to compile.
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_TEXT = (
    r'"([^"\\\x00-\x1f]*+'
    r'(?:\\(?:["\\/bfnrt]|u(?!d[89a-f])[0-9a-f]{4})[^"\\\x00-\x1f]*+)*+)"'
)
_TAG = _TEXT.replace("(", "(?:", 1)
_NUMBER = "(0|[1-9][0-9]{0,15})"
_TAGS = 10
_FORM = re.compile(
    rf"---\nid: (?!\"\"){_TEXT}\nkind: (?!\"\"){_TEXT}\nsection: {_TEXT}\n"
    rf"(?:quote: {_TEXT}\nprefix: {_TEXT}\nsuffix: {_TEXT}\n"
    rf"start: {_NUMBER}\nend: {_NUMBER}\ntext: {_TEXT}\n)?"
    rf"color: {_TEXT}\ntags: (\[(?:{_TAG}(?:, {_TAG})*+)?\])\n"
    rf"created: {_TEXT}\nmodified: {_TEXT}\n(?:status: {_TEXT}\n)?---\n"
)
"""The front matter that `dump` writes of an annotation without keys of other programs."""


class Summary(NamedTuple):
    """What is needed to file an annotation."""

    id: str
    section: str
    status: str


class BadFileError(ValueError):
    """A file that is no annotation, told with the line that is wrong (from 1)."""

    def __init__(self, line: int, reason: str) -> None:
        super().__init__(line, reason)
        self.line = line
        self.reason = reason

    def __str__(self) -> str:
        return f"line {self.line}: {self.reason}"


def dump(annotation: Annotation) -> str:
    """Return the text of an annotation's file."""
    lines = "".join(f"{_key(key)}: {_encode(value)}\n" for key, value in _entries(annotation))
    return f"{FENCE}{_UNSAFE.sub(_escaped, lines)}{FENCE}{annotation.note}"


def _entries(annotation: Annotation) -> Iterator[tuple[str, object]]:
    yield from ((key, getattr(annotation, key)) for key in ("id", "kind", "section"))
    if (anchor := annotation.anchor) is not None:
        keys = ("quote", "prefix", "suffix", "start", "end", "text")
        yield from ((key, getattr(anchor, key)) for key in keys)
    yield from ((key, getattr(annotation, key)) for key in ("color", "tags", "created", "modified"))
    if annotation.status:
        yield "status", annotation.status
    yield from annotation.other


def _key(key: str) -> str:
    return key if _PLAIN_KEY.fullmatch(key) else _encode(key)


def _escaped(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"


def parse(text: str, default_id: str = "") -> Annotation:
    """Return the annotation that a file's text holds; `default_id` is for a file that names none.

    Raises BadFileError.
    """
    if found := _in_form(text):
        return _formed(found)
    front, note = _split(text)
    try:
        values = _fast(front)
    except (ValueError, RecursionError):
        values = _by_hand(front)
    return _annotation(values, note, default_id)


def _in_form(text: str) -> re.Match[str] | None:
    found = _FORM.match(text)
    return found if found and (text.isascii() or not _SURROGATE.search(found[0])) else None


def summary(text: str, default_id: str = "") -> Summary:
    """Return what a file's text is about; raises BadFileError exactly when `parse` does."""
    if found := _in_form(text):
        found_id, section, status = found.group(1, 3, 14)
        return Summary(_plain(found_id), _plain(section), _plain(status or ""))
    annotation = parse(text, default_id)
    return Summary(annotation.id, annotation.section, annotation.status)


def _plain(text: str) -> str:
    """Return what a JSON text says of which the quotes were left out."""
    return cast("str", _decode(f'"{text}"')) if "\\" in text else text


def _formed(found: re.Match[str]) -> Annotation:
    parts = list(found.groups(""))
    tags = _decode(parts.pop(_TAGS))
    if "\\" in found[0]:
        parts = [_plain(part) for part in parts]
    found_id, kind, section, quote, prefix, suffix, start, end, text, color, *rest = parts
    created, modified, status = rest
    # Thousands of annotations share these.
    kind, section, text, color = map(intern, (kind, section, text, color))
    anchor = None
    if found[4] is not None:
        anchor = Anchor(quote, prefix, suffix, int(start), int(end), text)
    note = found.string[found.end() :]
    fields = (found_id, kind, section, anchor, note, color, tuple(tags), created, modified, status)
    return Annotation(*fields)


def _split(text: str) -> tuple[str, str]:
    text = text.removeprefix("\ufeff")
    if text.startswith("---\r\n"):
        text = text.replace("\r\n", "\n")
    if not text.startswith(FENCE):
        raise BadFileError(1, translate("Notebook", "the file does not begin with '---'"))
    end = text.find("\n---\n", 3)
    if end >= 0:
        return text[4 : end + 1], text[end + 5 :]
    if text.endswith("\n---"):
        return text[4:-3], ""
    raise BadFileError(1, translate("Notebook", "no second '---' ends the front matter"))


def _fast(front: str) -> dict[str, object]:
    """Read lines as `dump` writes them; ValueError if one is of another kind."""
    values: dict[str, object] = {}
    lines = front.split("\n")[:-1]
    for line in lines:
        key, _, value = line.partition(": ")
        values[key] = _decode(value)
        if not key.isidentifier():
            raise ValueError(key)
    if len(values) != len(lines):
        raise ValueError(translate("Notebook", "a key stands twice"))
    return values


def _by_hand(front: str) -> dict[str, object]:
    """Read lines of which someone wrote some."""
    if len(front) > _LONGEST:
        raise BadFileError(
            2,
            translate("Notebook", "the front matter is longer than {} KB").format(_LONGEST // 1024),
        )
    values: dict[str, object] = {}
    for number, entry in _blocks(front):
        key, value = _entry(number, entry)
        if key in values:
            raise BadFileError(
                number, translate("Notebook", "'{}' stands here for the second time").format(key)
            )
        values[key] = value
    return values


def _blocks(front: str) -> Iterator[tuple[int, str]]:
    """Yield each key's lines with the number of the first in the file."""
    start, lines = 2, list[str]()
    for number, line in enumerate(front.split("\n")[:-1], 2):
        if _ENTRY.match(line) and lines:
            yield start, "\n".join(lines)
            start, lines = number, []
        if lines or (line.strip() and not line.startswith("#")):
            lines.append(line)
        else:
            start = number + 1
    if lines:
        yield start, "\n".join(lines)


def _entry(number: int, block: str) -> tuple[str, object]:
    try:
        key, value = _json_entry(block)
    except (ValueError, RecursionError):
        return _yaml_entry(number, block)
    if key in _ALL_TEXTS and not isinstance(value, str):
        return _yaml_entry(number, block)
    return key, value


def _json_entry(block: str) -> tuple[str, object]:
    if block.startswith('"'):
        key, end = cast("tuple[str, int]", json.JSONDecoder().raw_decode(block))
        if not block.startswith(": ", end):
            raise ValueError(block)
        return key, _decode(block[end + 2 :])
    key, _, value = block.partition(": ")
    return key.rstrip(), _decode(value)


def _yaml_entry(number: int, block: str) -> tuple[str, object]:
    import yaml  # noqa: PLC0415 - only files edited by hand need it

    try:
        value: object = yaml.load(block, Loader=yaml.BaseLoader)  # noqa: S506 - texts, lists, maps
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line if error.problem_mark else 0
        raise BadFileError(
            number + line, error.problem or translate("Notebook", "not readable as YAML")
        ) from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise BadFileError(number, translate("Notebook", "not readable as YAML")) from error
    if not isinstance(value, dict) or len(entries := cast("dict[object, object]", value)) != 1:
        raise BadFileError(number, translate("Notebook", "not a line of the form 'key: value'"))
    ((key, entry),) = entries.items()
    return str(key), entry


def _annotation(values: dict[str, object], note: str, default_id: str) -> Annotation:
    found_id, kind, section, color, created, modified, status = _texts(values, _TEXTS)
    anchor = _anchor(values) if "quote" in values or "start" in values else None
    if not (found_id or default_id):
        raise BadFileError(2, translate("Notebook", "there is no 'id'"))
    return Annotation(
        id=found_id or default_id,
        kind=kind or ("note" if anchor is None else "highlight"),
        section=section,
        anchor=anchor,
        note=note,
        color=color,
        tags=_tags(values.get("tags", ())),
        created=created,
        modified=modified,
        status=status,
        other=() if values.keys() <= KNOWN else _others(values),
    )


def _others(values: dict[str, object]) -> tuple[tuple[str, object], ...]:
    return tuple(entry for entry in values.items() if entry[0] not in KNOWN)


def _anchor(values: dict[str, object]) -> Anchor:
    quote, prefix, suffix, text = _texts(values, _ANCHOR_TEXTS)
    return Anchor(quote, prefix, suffix, _number(values, "start"), _number(values, "end"), text)


def _texts(values: dict[str, object], keys: tuple[str, ...]) -> list[str]:
    found = [values.get(key, "") for key in keys]
    if set(map(type, found)) != {str}:
        wrong = next(key for key in keys if not isinstance(values.get(key, ""), str))
        raise BadFileError(2, translate("Notebook", "'{}' has to be one text").format(wrong))
    return cast("list[str]", found)


def _number(values: dict[str, object], key: str) -> int:
    value = values.get(key, 0)
    if isinstance(value, str) and value.isdecimal() and len(value) < 19:
        value = int(value)
    if not isinstance(value, int) or isinstance(value, bool):
        raise BadFileError(2, translate("Notebook", "'{}' has to be a whole number").format(key))
    return value


def _tags(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return tuple(value.replace(",", " ").split())
    if value is None or value == ():
        return ()
    tags = cast("list[object]", value) if isinstance(value, list) else [None]
    if not set(map(type, tags)) <= {str}:
        raise BadFileError(2, translate("Notebook", "'tags' has to be a list of texts"))
    return tuple(cast("list[str]", tags))
