"""What starts a block in CommonMark and the dialects around it, told from its first line."""

from __future__ import annotations

import re

from studyapp.course.markup.tags import BLOCKS

_HTML_BLOCKS = "|".join(sorted(BLOCKS))
_VALUE = r"""\s*=\s*(?:"[^"]*"|'[^']*'|\{[^}]*\}|[^\s"'=<>`]+)"""
_TAG = rf"</?[A-Za-z][\w.:-]*(?>\s+[^\s\"'=<>]+(?:{_VALUE})?)*+\s*/?>"
_RULE = r"(?:(?:\*[ ]*){3,}|(?:-[ ]*){3,}|(?:_[ ]*){3,})$"
_DELIMITERS = r"[ ]{0,3}\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)*\|?[ ]*$"
# Lines that other tools replace by something: template tags, includes, programs in MDX.
_DIRECTIVE = (
    r"\{%[^\n]*%\}[ ]*$|\{\{[^\n]*\}\}[ ]*$|-+8<-+[^\n]*$|!?include::?[^\n]*$"
    r"|import[ ][^\n]*[ ]from[ ][\"'][^\n]*$|export[ ](?:default|const|function)[ ][^\n]*$"
)

START = re.compile(
    rf"""^[ ]{{0,3}}(?:
      (?P<fence>(?:`{{3,}}(?=[^`\n]*$)|~{{3,}}))
    | (?P<formula>\$\$(?![^\n]*\$\$[ ]*[^\s{{])|\\\[[ ]*$)
    | (?P<quote>>)
    | (?!{_RULE})(?P<item>(?P<mark>[-+*]|\d{{1,9}}[.)])(?:[ ]+(?=\S)|[ ]*$))
    | (?P<definition>:[ ]+(?=\S))
    | (?P<remark>(?:!!!|\?\?\?\+?)[ ]?(?=[\w"])(?:[\w-]+(?:[ ]+[\w-]+)*)?(?:[ ]*"[^\n]*")?[ ]*$)
    | (?P<colons>:{{3,}}[ ]*(?=[A-Za-z{{]))
    | (?P<comment><!--|%%(?![^\n]*%%))
    | (?P<literal><(?:script|pre|style|textarea)\b)
    | (?P<html></?(?:{_HTML_BLOCKS})(?=[\s/>]|$))
    | (?P<tag>{_TAG}[ ]*$)
    | (?P<directive>{_DIRECTIVE})
    | (?P<table>[^\n|]*\|[^\n]*+\n(?=[^\n]*\|){_DELIMITERS})
    )""",
    re.MULTILINE | re.VERBOSE | re.IGNORECASE,
)
ITEM = re.compile(
    rf"(?!{_RULE})(?P<indent>[ ]{{0,3}})(?P<mark>[-+*]|(?P<number>\d{{1,9}})[.)])(?P<space>[ ]+|$)"
)
_LEAF = re.compile(rf"[ ]{{0,3}}(?:\#{{1,6}}[ ]|```|~~~|{_RULE})")


def starts_block(line: str) -> bool:
    """Whether a line starts a block even right after a paragraph."""
    return bool(START.match(line) or _LEAF.match(line))


def continues(line: str, before: str) -> bool:
    """Whether a line lazily continues the paragraph that the line before it may belong to."""
    return bool(before.strip()) and not _LEAF.match(before) and not starts_block(line)


def interrupts(start: re.Match[str]) -> bool:
    """Whether a match of `START` may follow a paragraph without a blank line."""
    if start["item"]:
        counts = start["mark"] in "-+*" or start["mark"][:-1] == "1"
        return counts and start["item"].endswith(" ")
    return not start["tag"] and not start["directive"]
