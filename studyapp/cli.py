"""The command line: finds the verb, runs it, and turns whatever happens into an exit status.

`python -m studyapp` and the installed command call `main`. Exit status: 0 done; 1 a problem that
the user can mend, told in one line; 2 wrong usage. No error ends in a traceback. Little is imported
before the verb is known.
"""

from __future__ import annotations

import argparse
import atexit
import gc
import io
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from studyapp import __version__
from studyapp.verbs import VERBS
from studyapp.verbs.options import common_options

if TYPE_CHECKING:
    from collections.abc import Generator, Sequence

    from studyapp.verbs import Verb

INTERRUPTED = 130
"""As shells report a program ended by Ctrl+C."""
UNHEARD = 141
"""As shells report a program whose reader has gone."""
MANY_OBJECTS = 50_000
"""More than a small verb imports and makes."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit status."""
    _speak_utf8()
    try:
        found = _parser().parse_args(arguments)
        return _guarded(found)
    except SystemExit as end:  # argparse has said what there is to say
        return end.code if isinstance(end.code, int) else 2


def _run(found: argparse.Namespace) -> int:
    """Run the verb."""
    verb = next(verb for verb in VERBS if verb.name == (found.verb or VERBS[0].name))
    if verb.has_window:  # which has its own ways with garbage
        return _call(verb, found)
    with _little_garbage():
        return _call(verb, found)


@contextmanager
def _little_garbage() -> Generator[None]:
    """Look for garbage seldom, and not at the end: a fifth of a small verb would go into that."""
    before = gc.get_threshold()
    gc.set_threshold(MANY_OBJECTS, *before[1:])
    atexit.register(gc.freeze)
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _call(verb: Verb, found: argparse.Namespace) -> int:
    """Read the verb's own arguments, adding them to what was found before it, and run it."""
    module = verb.module()
    parser = argparse.ArgumentParser(
        prog=f"studyapp {verb.name}",
        description=verb.summary[0].upper() + verb.summary[1:] + ".",
        parents=[common_options(inherited=True)],
    )
    module.add_arguments(parser)
    return module.run(parser.parse_args(found.rest, found))


def _parser() -> argparse.ArgumentParser:
    width = max(len(verb.name) for verb in VERBS)
    verbs = "\n".join(f"  {verb.name:{width}}  {verb.summary}" for verb in VERBS)
    parser = argparse.ArgumentParser(
        prog="studyapp",
        usage="studyapp [options] [verb ...]",
        description="Read a course of Markdown offline.",
        epilog=f"verbs:\n{verbs}\n\n`studyapp VERB --help` tells more.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[common_options()],
    )
    parser.add_argument("--version", action="version", version=f"studyapp {__version__}")
    names = [verb.name for verb in VERBS]
    parser.add_argument("verb", nargs="?", choices=names, help=argparse.SUPPRESS)
    parser.add_argument("rest", nargs=argparse.REMAINDER, help=argparse.SUPPRESS)
    return parser


def _guarded(found: argparse.Namespace) -> int:
    try:
        return _run(found)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        return UNHEARD
    except Exception as error:  # noqa: BLE001 - the last line of defense: a bug, told without a traceback
        from studyapp.model import StudyError  # noqa: PLC0415 - `--help` needs none

        return _tell(str(error)) if isinstance(error, StudyError) else _tell_bug(error, found.home)


def _tell(message: str) -> int:
    print("studyapp:", " ".join(message.split()), file=sys.stderr)  # noqa: T201 - the contract of the command line
    return 1


def _tell_bug(error: Exception, home: str) -> int:
    import traceback  # noqa: PLC0415 - only here

    from studyapp.files import Home  # noqa: PLC0415 - only here

    what = f"something went wrong: {type(error).__name__}: {error}"
    log = Home.at(home).state / "studyapp.log"
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        with log.open("a", encoding="utf-8", errors="backslashreplace") as file:
            file.write(f"studyapp {__version__} {sys.argv[1:]}\n{traceback.format_exc()}\n")
    except OSError:
        return _tell(what)
    return _tell(f"{what} (details are in {log})")


def _speak_utf8() -> None:
    """Let output be UTF-8 whatever the locale or code page; what cannot be, is escaped."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a window's program has none
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
