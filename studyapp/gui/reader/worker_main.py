"""Typesets formulas and reads code in a process of its own; `worker.py` starts it and asks.

Both are done by large libraries on text that nobody has checked: a formula or a regular expression
may take forever, and importing them takes longer than a frame. Here that harms nothing. Requests
and answers are lines of JSON. Nothing of Qt is imported.
"""

from __future__ import annotations

import contextlib
import os
import re
import sys
from typing import TYPE_CHECKING, Any

import msgspec

from studyapp.wording import noted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MEMORY_BYTES = 1 << 30

Token = tuple[int, int, int, str]
"""Line, first column and length in UTF-16 units, role of the theme."""

ROLES = (
    ("Keyword.Type", "token_type"),
    ("Keyword", "token_keyword"),
    ("Literal.String", "token_string"),
    ("Literal.Number", "token_number"),
    ("Literal.Date", "token_number"),
    ("Comment", "token_comment"),
    ("Name.Function", "token_function"),
    ("Name.Class", "token_type"),
    ("Name.Decorator", "token_function"),
    ("Name.Exception", "token_type"),
    ("Name.Builtin", "token_type"),
    ("Name.Tag", "token_keyword"),
    ("Name.Attribute", "token_name"),
    ("Name.Namespace", "token_name"),
    ("Name.Constant", "token_number"),
    ("Name.Entity", "token_number"),
    ("Name.Variable", "token_name"),
    ("Operator.Word", "token_keyword"),
    ("Operator", "token_operator"),
    ("Punctuation", "token_operator"),
    ("Generic.Deleted", "token_deleted"),
    ("Generic.Inserted", "token_inserted"),
    ("Generic.Heading", "token_heading"),
    ("Generic.Subheading", "token_heading"),
    ("Generic.Prompt", "token_comment"),
)
"""Pygments' token types to roles, the more special first; any other keeps the color of code."""


class FormulaRequest(msgspec.Struct, frozen=True, tag="formula"):
    """Answered with the SVG; the baseline is at zero in its view box, the color is left open."""

    tex: str
    display: bool
    size: float = 24.0


class CodeRequest(msgspec.Struct, frozen=True, tag="code"):
    """Answered with a list of tokens, none for an unknown language."""

    language: str
    lines: tuple[str, ...]


Request = FormulaRequest | CodeRequest


class Answer(msgspec.Struct, frozen=True, omit_defaults=True):
    """What became of a request."""

    result: Any = None
    error: str = ""


def answer(request: Request) -> Answer:
    """Carry out a request; an error is an answer too."""
    try:
        if isinstance(request, FormulaRequest):
            return Answer(typeset(request.tex, request.size, display=request.display))
        return Answer(tokens(request.language, request.lines))
    except RecursionError:
        return Answer(error=noted("Formula", "nested too deeply"))
    except MemoryError:
        return Answer(error=noted("Formula", "too large"))
    except Exception as error:  # noqa: BLE001 - whatever a library makes of it, the formula is shown as its source
        return Answer(error=str(error) or noted("Formula", "it is not complete"))


def typeset(tex: str, size: float, *, display: bool) -> str:
    """Return a formula as SVG."""
    # A quarter of a second, and not needed for code
    from ziamath.config import config  # noqa: PLC0415
    from ziamath.zmath import Latex  # noqa: PLC0415

    config.svg2 = False  # Qt draws no SVG 2
    config.math.color = "currentColor"
    source = Latex(untagged(tex), size=size, inline=not display).svg()
    # Rules above and below a formula are drawn in black whatever the color is
    return source.replace('"black"', '"currentColor"')


def untagged(tex: str) -> str:
    """Return a formula with its number beside it: a tag is placed for a printed page."""
    return re.sub(r"\\tag\*?\{([^{}]*)\}", r"\\qquad\\text{(\1)}", tex)


def tokens(language: str, lines: tuple[str, ...]) -> list[Token]:
    """Return the colored stretches of some lines of code."""
    from pygments.lexers import get_lexer_by_name  # noqa: PLC0415 - not needed for formulas
    from pygments.util import ClassNotFound  # noqa: PLC0415 - likewise

    try:
        lexer = get_lexer_by_name(language, stripnl=False, ensurenl=False)
    except ClassNotFound:
        return []
    found: list[Token] = []
    for line, start, length, role in _colored(lexer.get_tokens("\n".join(lines))):
        last = found[-1] if found else (-1, 0, 0, "")
        if last[3] == role and (last[0], last[1] + last[2]) == (line, start):
            # A string comes in many pieces; Qt draws each stretch by itself
            found[-1] = (line, last[1], last[2] + length, role)
        else:
            found.append((line, start, length, role))
    return found


def _colored(pairs: Iterable[tuple[object, str]]) -> Iterator[Token]:
    line = column = 0
    for kind, text in pairs:
        role = _role(str(kind).removeprefix("Token."))
        for number, piece in enumerate(text.split("\n")):
            if number:
                line, column = line + 1, 0
            length = len(piece.encode("utf-16-le", "surrogatepass")) // 2
            if role and piece.strip():
                yield line, column, length, role
            column += length


def _role(kind: str) -> str:
    return next((role for prefix, role in ROLES if kind.startswith(prefix)), "")


def main() -> None:
    """Answer what comes in until the caller is gone."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # a stray print must not end up among the answers
    _bound_memory()
    answers.write(b"\n")  # ready
    answers.flush()
    decoder = msgspec.json.Decoder(Request)
    with contextlib.suppress(OSError):
        for line in sys.stdin.buffer:
            answers.write(msgspec.json.encode(answer(decoder.decode(line))) + b"\n")
            answers.flush()


def _bound_memory() -> None:
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - POSIX only

    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(
            resource.RLIMIT_AS, (MEMORY_BYTES, resource.getrlimit(resource.RLIMIT_AS)[1])
        )
