"""Lets an error in a method that Qt calls reach the crash hook instead of ending the program.

On Python 3.11 an error that was raised in C, such as that of a widget already deleted, is a bare
text until Python code catches it. PySide takes it for an exception, adds the name of the method
and dies of it. `toolchain` calls `guard` before any class of the window is made.
"""

from __future__ import annotations

import sys
from functools import wraps
from types import FunctionType
from typing import TYPE_CHECKING, ParamSpec, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QObject

P = ParamSpec("P")
R = TypeVar("R")


def guard() -> None:
    """See to every class made from now on of one of Qt's; later Pythons need it not."""
    if sys.version_info >= (3, 12):
        return
    from PySide6.QtCore import QObject  # noqa: PLC0415 - only once Qt is known to load

    QObject.__init_subclass__ = classmethod(_made)  # pyright: ignore[reportAttributeAccessIssue] - Qt's classes have none


def _made(made: type[QObject]) -> None:
    theirs = next(base for base in made.__mro__ if base.__module__.startswith("PySide6."))
    for name, method in list(vars(made).items()):
        is_ours = isinstance(method, FunctionType) and not name.startswith("__")
        if is_ours and hasattr(theirs, name):
            setattr(made, name, _caught_once(method))


def _caught_once(method: Callable[P, R]) -> Callable[P, R]:
    """Return a method whose errors have been in Python's hands, which makes exceptions of them."""

    @wraps(method)
    def call(*arguments: P.args, **named: P.kwargs) -> R:
        try:
            return method(*arguments, **named)
        except BaseException:  # noqa: TRY203 - see above: to catch it is all
            raise

    return call
