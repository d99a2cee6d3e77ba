"""What a section says about itself before its text, in YAML between `---` or TOML between `+++`.

`course.markup` reads it for each page that it compiles.
"""

from __future__ import annotations

import re
import tomllib
from itertools import islice
from typing import TYPE_CHECKING, cast

import yaml
from frontmatter import detect_format
from frontmatter.default_handlers import BaseHandler, YAMLHandler

from studyapp.course.addresses import refused_scheme
from studyapp.page import FrontMatter, Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    Report = Callable[[str, int, str, str], None]
    """Told severity, line, message and hint of what is wrong."""

_LONGEST = 64 * 1024
_MOST_BRACKETS = 500
_MOST_WORDS = 2_000
_DEEPEST = 8
_TOML_LINE = re.compile(r"\(at line (\d+)")
_SEPARATORS = re.compile(r"[,\s]+")


class _Yaml(YAMLHandler):
    """YAML with each value as the text that was written: no dates, no `no` that means false."""

    FM_BOUNDARY = re.compile(r"^---[ \t]*$", re.MULTILINE)

    def load(self, fm: str, **_options: object) -> object:
        return yaml.load(fm, Loader=yaml.BaseLoader)  # noqa: S506 - makes text, lists and maps only


class _Toml(BaseHandler):
    """TOML, for which the library itself would need another package."""

    FM_BOUNDARY = re.compile(r"^\+\+\+[ \t]*$", re.MULTILINE)

    def load(self, fm: str, **_options: object) -> dict[str, object]:
        return tomllib.loads(fm)


def read(source: str, report: Report) -> tuple[FrontMatter, str]:
    """Return the front matter of a source and the text after it; what is bad is reported."""
    handler = detect_format(source, [_Yaml(), _Toml()])
    if handler is None:
        return FrontMatter(), source
    try:
        front, body = handler.split(source)
    except ValueError:
        return FrontMatter(), source
    try:
        values = _load(handler, front)
    except (ValueError, yaml.YAMLError, RecursionError) as error:
        line, message = _explained(error)
        report("error", line, f"bad front matter: {message}", "correct this line")
        return FrontMatter(), body
    if not values:
        return FrontMatter(), body
    if not isinstance(values, dict):
        # Two rules with words between them.
        return FrontMatter(), source
    return _Fields(cast("dict[object, object]", values), front, report).front_matter(), body


def _load(handler: BaseHandler, front: str) -> object:
    if len(front) > _LONGEST:
        raise ValueError(f"it is longer than {_LONGEST // 1024} KB")
    if front.count("[") + front.count("{") > _MOST_BRACKETS:
        raise ValueError("it has too many brackets")
    return handler.load(front)


def _explained(error: Exception) -> tuple[int, str]:
    """Return line and message. The boundary's line counts as the first, in the file as well."""
    if isinstance(error, yaml.MarkedYAMLError):
        mark = error.problem_mark or error.context_mark
        return (mark.line + 1 if mark else 1), error.problem or error.context or "it is not YAML"
    if isinstance(error, RecursionError):
        return 1, "it is too deeply nested"
    found = _TOML_LINE.search(str(error))
    return (int(found[1]) if found else 1), str(error).partition(" (at ")[0]


class _Fields:
    """The values of a front matter, read as the fields that are known."""

    def __init__(self, values: dict[object, object], front: str, report: Report) -> None:
        self._values = {str(key): value for key, value in values.items()}
        self._front = front
        self._report = report

    def front_matter(self) -> FrontMatter:
        take = self._values.pop
        return FrontMatter(
            title=_text(take("title", "")),
            objectives=_texts(take("objectives", [])),
            terms=_texts(take("terms", [])),
            as_of=_text(take("as_of", "")),
            sources=tuple(self._sources(take("sources", []))),
            minutes=self._minutes(take("minutes", "")),
            tags=_tags(take("tags", [])),
            other=tuple((key, _text(value)) for key, value in self._values.items()),
        )

    def _minutes(self, value: object) -> int:
        text = _text(value)
        if text.isdecimal() and len(text) <= 5:
            return int(text)
        if text:
            self._warn("minutes", "minutes is not a whole number")
        return 0

    def _sources(self, value: object) -> Iterator[Source]:
        for entry in _listed(value):
            if isinstance(entry, dict):
                fields = {str(key): _text(field) for key, field in _items(cast("object", entry))}
                url = self._safe(fields.get("url", ""))
                if title := fields.get("title") or url:
                    yield Source(title, url, fields.get("accessed", ""))
            elif text := _text(entry):
                is_address = text.startswith(("http://", "https://"))
                yield Source(text, text if is_address else "")

    def _safe(self, url: str) -> str:
        if scheme := refused_scheme(url):
            self._warn("sources", f"a link with a {scheme}: address is not shown")
            return ""
        return url

    def _warn(self, key: str, message: str) -> None:
        place = re.search(rf"^[\"']?{key}\b", self._front, re.MULTILINE)
        line = self._front.count("\n", 0, place.start()) + 1 if place else 1
        self._report("warning", line, message, "")


def _items(value: object) -> Iterable[tuple[object, object]]:
    return cast("dict[object, object]", value).items()


def _listed(value: object) -> list[object]:
    return cast("list[object]", value) if isinstance(value, list) else [value]


def _text(value: object) -> str:
    """Return a value as one line; lists as their items, with commas."""
    return ", ".join(_words(value))


def _texts(value: object) -> tuple[str, ...]:
    """Return a list's items as text; a single value is a list of one."""
    return tuple(text for item in _listed(value) if (text := _text(item)))


def _tags(value: object) -> tuple[str, ...]:
    tags = _SEPARATORS.split(value) if isinstance(value, str) else _texts(value)
    return tuple(tag.lstrip("#") for tag in tags if tag.lstrip("#"))


def _words(value: object) -> list[str]:
    """Return what a value holds, bounded: a few aliases can make a list of billions."""
    return [word for word in islice(_leaves(value, 0), _MOST_WORDS) if word]


def _leaves(value: object, depth: int) -> Iterator[str]:
    if isinstance(value, dict):
        yield ""
        for key, inner in _items(cast("object", value)) if depth < _DEEPEST else ():
            if isinstance(inner, dict | list):
                yield from _leaves(cast("object", inner), depth + 1)
            else:
                yield f"{key}: {inner}"
    elif isinstance(value, list):
        yield ""
        for inner in cast("list[object]", value) if depth < _DEEPEST else ():
            yield from _leaves(inner, depth + 1)
    else:
        yield " ".join(str(value).split())
