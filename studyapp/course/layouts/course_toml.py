"""Our own layout: a plain folder with a `course.toml` that says what the course is.

id = "nato"                        # keeps notes together wherever the folder is moved
title = "NATO in the world"
language = "en"                    # also: version, license, description
authors = ["A. Author"]
ignore = ["drafts/", "*.tmp.md"]   # as in a .gitignore file
order = ["welcome.md", "basics"]   # these first, the rest in natural order
[rules]                            # what `studyapp check` asks of the content: course.rules
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, cast

from studyapp.course.identity import valid_id
from studyapp.course.layouts import plain
from studyapp.course.layouts.base import Contents, Layout
from studyapp.model import Severity

if TYPE_CHECKING:
    from pathlib import Path

    from studyapp.course.folder import Folder

FILE = "course.toml"
_TEXTS = ("id", "title", "language", "version", "license", "description")
_LISTS = ("authors", "ignore", "order")
_RULES = "rules"


def accepts(path: Path) -> bool:
    """Return whether a folder has a `course.toml`."""
    return (path / FILE).is_file()


def read(folder: Folder, _file: str) -> Contents:
    """Return what `course.toml` says, and the tree of the folder."""
    from studyapp.course.shelf import decoded  # noqa: PLC0415 - not for a course from the cache

    folder.note(FILE)
    source = decoded(folder.read(FILE))
    values = _values(folder, source)
    texts = {key: _text(folder, source, key, values.get(key, "")) for key in _TEXTS}
    lists = {key: _list(folder, source, key, values.get(key, [])) for key in _LISTS}
    for key in values.keys() - {*_TEXTS, *_LISTS, _RULES}:
        _tell(
            folder, source, key, "is not a key of course.toml", "check its spelling", Severity.INFO
        )
    folder.ignore(lists["ignore"])
    sections = plain.tree(folder, lists["order"])
    made = valid_id(texts["id"])
    if made != texts["id"]:
        hint = f"'{made}' is used instead" if made else "another one is made"
        _tell(folder, source, "id", "may hold small letters, digits, - and _ alone", hint)
    for path in lists["order"]:
        if ".." in path or not (folder.root / path).exists():
            _tell(folder, source, "order", f"names '{path}', which does not exist")
    return Contents(sections, authors=lists["authors"], **texts)


def _values(folder: Folder, source: str) -> dict[str, Any]:
    import tomllib  # noqa: PLC0415 - not for a course from the cache

    try:
        return tomllib.loads(source)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        line = re.search(r"at line (\d+)", str(error))
        number = int(line[1]) if line else source.count("\n") + 1
        message = f"this is not valid TOML: {error or 'nested too deep'}"
        folder.tell(Severity.ERROR, FILE, message, "the folder is read without it", number)
        return {}


def _text(folder: Folder, source: str, key: str, value: object) -> str:
    if isinstance(value, (str, int, float)) and not isinstance(value, bool):
        return " ".join(str(value).split())
    _tell(folder, source, key, "must be a text", f'{key} = "..."')
    return ""


def _list(folder: Folder, source: str, key: str, value: object) -> tuple[str, ...]:
    values = [value] if isinstance(value, str) else value
    if isinstance(values, list):
        texts = [text for text in cast("list[object]", values) if isinstance(text, str)]
        if len(texts) == len(cast("list[object]", values)):
            return tuple(texts)
    _tell(folder, source, key, "must be a list of texts", f'{key} = ["...", "..."]')
    return ()


def _tell(
    folder: Folder,
    source: str,
    key: str,
    message: str,
    hint: str = "",
    severity: Severity = Severity.WARNING,
) -> None:
    found = re.search(rf"^[ \t]*\[*[\"']?{re.escape(key)}\b", source, re.MULTILINE)
    line = source.count("\n", 0, found.start()) + 1 if found else 0
    folder.tell(severity, FILE, f"'{key}' {message}", hint, line)


LAYOUT = Layout("course.toml", accepts, read)
