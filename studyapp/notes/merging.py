"""Two versions of one annotation made into one, so that nothing that was written on either is lost.

The result does not depend on which is named first, and merging again changes nothing. Called when
a file changed under an edit (`notes.folders`) and for what sync tools leave (`notes.joining`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, cast

from msgspec.structs import replace

from studyapp.model import Annotation

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

TRASHED = "trashed"
MARK = "\n\n> [!conflict] The note was changed in two places. The other version:\n\n"
"""Stands between the texts of a note that was changed on two sides; may be edited away."""

_SCALARS = ("kind", "section", "anchor", "color")

T = TypeVar("T")


def merge(one: Annotation, other: Annotation, base: Annotation | None = None) -> Annotation:
    """Return what both versions say; `base` is the version that both were made from, if known.

    With a base, what only one side changed is taken from there. What both changed, or all that
    differs when there is no base, is taken from the version modified last; but notes are kept both,
    tags are joined, and a removal does not take back an edit.

    The order of three merges does not matter without a base, and with one that all three were made
    from it matters to what has no two values at once (kind, section, anchor, color) alone, if two
    sides changed it differently and a third one, changed in other places, is the last: which of the
    two it then is depends on the order, and the order of tags and of other programs' keys does too.
    """
    if one == other:
        return one
    newest = max(one, other, key=_rank)
    scalars = {
        key: _pick(
            getattr(one, key),
            getattr(other, key),
            getattr(newest, key),
            base and [getattr(base, key)],
        )
        for key in _SCALARS
    }
    return Annotation(
        id=newest.id,
        note=merged_notes(one.note, other.note, base.note if base else None),
        tags=_tags(one.tags, other.tags, base.tags if base else ()),
        created=min(one.created or other.created, other.created or one.created),
        modified=max(one.modified, other.modified),
        status=_status(one, other, base),
        other=_others(one.other, other.other, base.other if base else ()),
        **scalars,
    )


def _rank(version: Annotation) -> tuple[str, ...]:
    return (version.modified, *(repr(getattr(version, key)) for key in _SCALARS), version.id)


def _pick(one: T, other: T, newest: T, base: list[T] | None) -> T:
    if base and one in base:
        return other
    return one if base and other in base else newest


def _joined(one: Iterable[T], other: Iterable[T], base: Iterable[T]) -> set[T]:
    """Return what was added on either side, and what was there and removed on neither."""
    first, second = set(one), set(other)
    return (first & second) | ((first | second) - set(base))


def _tags(one: Sequence[str], other: Sequence[str], base: Sequence[str]) -> tuple[str, ...]:
    if other in (one, base):
        return tuple(one)
    return tuple(other) if one == base else tuple(sorted(_joined(one, other, base)))


def merged_notes(one: str, other: str, base: str | None) -> str:
    """Return what two versions of a note say; `base` is what both were made from, if known."""
    if one == other:
        return one
    texts = _joined(one.split(MARK), other.split(MARK), () if base is None else base.split(MARK))
    if base is None:
        # A text that stands whole in another is not lost when only the longer one is kept.
        texts = {text for text in texts if not any(text in more and text != more for more in texts)}
    return MARK.join(sorted(texts - {""}))


def _status(one: Annotation, other: Annotation, base: Annotation | None) -> str:
    statuses = (one.status, other.status)
    if base is None or TRASHED not in statuses:
        return _pick(*statuses, min(statuses), base and [base.status])
    if one.status == other.status:
        return TRASHED
    kept = one if other.status == TRASHED else other
    return kept.status if _said(kept) != _said(base) else TRASHED


def _said(version: Annotation) -> Annotation:
    """Return a version without its times and without the order of what has none."""
    tags, other = sorted(set(version.tags)), sorted(_written(version.other))
    return replace(version, tags=tuple(tags), other=tuple(other), created="", modified="")


def _written(other: tuple[tuple[str, object], ...]) -> set[tuple[str, str]]:
    import json  # noqa: PLC0415 - the first page needs this module, but merges nothing

    return {(key, json.dumps(value, sort_keys=True)) for key, value in other}


def _others(
    one: tuple[tuple[str, object], ...],
    other: tuple[tuple[str, object], ...],
    base: tuple[tuple[str, object], ...],
) -> tuple[tuple[str, object], ...]:
    """Join keys that this version of the app does not know."""
    if one in (other, base) or other == base:
        return other if one == base else one
    import json  # noqa: PLC0415 - see above

    written = _joined(_written(one), _written(other), _written(base))
    values = dict(sorted(written))  # of two values for a key, the one that sorts last
    return tuple((key, cast("object", json.loads(value))) for key, value in values.items())


def common_version(theirs: Annotation, earlier: Sequence[Annotation]) -> Annotation | None:
    """Return what this device's version and `theirs` were both made from, as far as we remember.

    `earlier` are the versions that this device replaced, oldest first. Where `theirs` still has a
    value of those days, the other side has not changed it.
    """
    if not earlier:
        return None
    kept = {
        key: getattr(theirs, key)
        for key in (*_SCALARS, "note")
        if any(getattr(theirs, key) == getattr(version, key) for version in earlier)
    }
    return replace(earlier[0], **kept)
