"""Which addresses a course may name: none that runs a program or opens a file of the machine.

`course.markup` and `course.frontmatter` ask for each link and picture.
"""

from __future__ import annotations

import re

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):")
_REFUSED = frozenset({"javascript", "vbscript", "data", "file"})
# Browsers skip these when they look for the scheme.
_INVISIBLE = re.compile(r"[\x00-\x20\x7f-\xa0\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+")
_PICTURE_DATA = re.compile(
    r"data:image/(?:png|jpeg|webp|gif);base64,[A-Za-z0-9+/=\s]*", re.IGNORECASE
)
_LARGEST_DATA = 64 * 1024


def refused_scheme(address: str, *, picture: bool = False) -> str:
    """Return the scheme for which an address is refused, or nothing; small pictures may be data."""
    start = _INVISIBLE.sub("", address[:1000]).lower()
    scheme = _SCHEME.match(start)
    if scheme is None or scheme[1] not in _REFUSED:
        return ""
    if picture and len(address) <= _LARGEST_DATA and _PICTURE_DATA.fullmatch(address):
        return ""
    return scheme[1]
