"""What is kept beside each segment of an index so that a query need not ask Whoosh for it.

The words of a segment with how many passages hold them, and which document each passage belongs to.
`index.py` writes a digest with its segment, `snapshot.py` reads them. Whoosh deletes it with the
segment, whose name it bears.
"""

from __future__ import annotations

from array import array
from itertools import compress
from typing import TYPE_CHECKING

import msgspec

from studyapp.files import write_atomic
from studyapp.search.passages import KINDS

if TYPE_CHECKING:
    from pathlib import Path

    from studyapp.search.passages import Document


class Digest(msgspec.Struct, array_like=True, gc=False):
    """Of one segment; the first passage has number 0 here."""

    packed_terms: msgspec.Raw
    packed_heads: msgspec.Raw
    keys: list[str]
    """Of its documents; one that was changed later stands in a later segment, too."""
    sections: list[str]
    title_sizes: list[int]
    """Terms in the title of each document."""
    labels: list[tuple[str, ...]]
    documents: bytes
    """Which document each passage is of: unsigned ints of this machine."""
    kinds: bytes
    """Number in `KINDS` of each passage."""

    @property
    def terms(self) -> dict[str, int]:
        """How many passages hold each term; unpacked now, since an update does not ask."""
        return _counts(self.packed_terms)

    @property
    def heads(self) -> dict[str, int]:
        """The same for titles and headings alone."""
        return _counts(self.packed_heads)

    @property
    def owners(self) -> array[int]:
        return array("I", self.documents)


_counts = msgspec.msgpack.Decoder(dict[str, int]).decode


def _packed(counts: dict[str, int]) -> msgspec.Raw:
    return msgspec.Raw(msgspec.msgpack.encode(counts))


class Gathering:
    """Collects the digest of a segment while its passages are written."""

    def __init__(self) -> None:
        self._digest = Digest(_packed({}), _packed({}), [], [], [], [], b"", b"")
        self._owners = array("I")
        self._kinds = bytearray()

    def begin(self, document: Document, title_size: int) -> None:
        """Take the document that the next passages are of."""
        self._digest.keys.append(document.key)
        self._digest.sections.append(document.section)
        self._digest.labels.append(document.labels)
        self._digest.title_sizes.append(title_size)

    def add(self, kind: str) -> None:
        """Take a passage of the document that was begun."""
        self._owners.append(len(self._digest.keys) - 1)
        self._kinds.append(KINDS.index(kind))

    def absorb(self, other: Digest, deleted: frozenset[int], base: int) -> None:
        """Take what is left of another segment, whose first passage has the number `base`."""
        first = len(self._digest.keys)
        kept = [base + number not in deleted for number in range(len(other.kinds))]
        self._owners.extend(first + owner for owner in compress(other.owners, kept))
        self._kinds.extend(compress(other.kinds, kept))
        for mine, theirs in (
            (self._digest.keys, other.keys),
            (self._digest.sections, other.sections),
            (self._digest.labels, other.labels),
            (self._digest.title_sizes, other.title_sizes),
        ):
            mine.extend(theirs)  # pyright: ignore[reportArgumentType] - pairs of like lists

    def write(
        self, folder: Path, segment: str, terms: dict[str, int], heads: dict[str, int]
    ) -> None:
        """Write the digest of a segment, with how many passages hold each term."""
        self._digest.packed_terms = _packed(terms)
        self._digest.packed_heads = _packed(heads)
        self._digest.documents = self._owners.tobytes()
        self._digest.kinds = bytes(self._kinds)
        write_atomic(_path(folder, segment), msgspec.msgpack.encode(self._digest))


def read_digest(folder: Path, segment: str) -> Digest:
    """Return the digest of a segment; raises OSError or msgspec's errors."""
    return msgspec.msgpack.decode(_path(folder, segment).read_bytes(), type=Digest)


def _path(folder: Path, segment: str) -> Path:
    return folder / f"{segment}.digest"
