"""Names of HTML elements: those that are shown, those that start a block, those that exist."""

from __future__ import annotations

_SAFE_INLINE = (
    "a abbr b br cite code del dfn em i img ins kbd mark q s samp small span strong sub sup tt "
    "u var"
)
_SAFE_BLOCKS = (
    "blockquote caption center col colgroup dd details div dl dt figcaption figure h1 h2 h3 "
    "h4 h5 h6 hr li ol p pre section summary table tbody td tfoot th thead tr ul"
)
_OTHER_BLOCKS = (
    "address article aside base basefont body dialog dir fieldset footer form frame frameset "
    "head header html iframe legend link main menu menuitem nav noframes optgroup option "
    "param title track"
)
_OTHERS = (
    "acronym applet area audio bdi bdo big blink button canvas data datalist embed font "
    "hgroup input label map marquee math meta meter nobr noscript object output picture "
    "progress rp rt ruby script search select slot source strike style svg template textarea "
    "time video wbr"
)

SAFE = frozenset(f"{_SAFE_INLINE} {_SAFE_BLOCKS}".split())
"""What raw HTML may use: nothing that loads, runs or asks."""

BLOCKS = frozenset(f"{_SAFE_BLOCKS} {_OTHER_BLOCKS}".split()) | {"picture", "video"}
"""A line that starts with one of these is raw HTML up to the next blank line."""

KNOWN = SAFE | BLOCKS | frozenset(_OTHERS.split())
"""What a browser would not show as text."""
