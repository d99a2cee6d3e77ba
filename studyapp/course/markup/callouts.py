"""The kinds of callouts, and the many names that writers have for them."""

from __future__ import annotations

from types import MappingProxyType

_NAMES = {
    "note": "note seealso aside",
    "abstract": "abstract summary tldr",
    "info": "info information",
    "todo": "todo",
    "tip": "tip hint",
    "important": "important",
    "success": "success check done",
    "question": "question help faq",
    "warning": "warning caution attention",
    "failure": "failure fail missing",
    "danger": "danger error",
    "bug": "bug",
    "example": "example",
    "quote": "quote cite",
    "details": "details",
}
_KINDS = MappingProxyType({name: kind for kind, names in _NAMES.items() for name in names.split()})


def is_known(name: str) -> bool:
    """Whether a name is that of a kind of callout."""
    return name.lower() in _KINDS


def kind_of(name: str) -> str:
    """Return the kind that a name stands for; an unknown one is a note."""
    return _KINDS.get(name.lower(), "note")


def title_of(name: str) -> str:
    """Return the title of a callout that is given none."""
    return name.replace("-", " ").replace("_", " ").capitalize()
