"""Whether this machine can carry the window: a sound PySide6, its system libraries, a display.

`app.run_window` and `app.take_screenshot` ask before anything else; a test asks too. Qt is imported
inside the functions, so that a missing system library becomes a sentence instead of a traceback.
"""

from __future__ import annotations

import builtins
import os
import platform
import re
import sys
from pathlib import Path

from studyapp.gui import overrides
from studyapp.model import StudyError

CALLS = 200
"""Enough void calls to tell a loss from the noise of other threads, too few to hurt."""


def check() -> None:
    """Raise StudyError where the window could not run: called before a QApplication is made."""
    importing = builtins.__import__
    try:
        import PySide6.QtWidgets  # noqa: F401, PLC0415 # pyright: ignore[reportUnusedImport] - loads all libraries
    except ImportError as error:
        raise missing_library(str(error)) from error
    # PySide's own reads, and keeps, the source of each module to come, should it want Qt's methods
    # by other names; that takes a twentieth of a start, and 4 MB
    builtins.__import__ = importing
    if loses_none():
        raise StudyError(
            f"PySide6 {_qt_version()} with Python {platform.python_version()}",
            "this pair loses references to None and would crash after some minutes",
            'install a sound one with: pip install "PySide6-Essentials<6.12", or use Python 3.12',
        )
    _check_display()
    overrides.guard()


def loses_none() -> bool:
    """Return whether each Qt call that returns nothing takes a reference from None.

    PySide6 6.12.0 does so on Python 3.11 and older; the interpreter aborts after some 5,000 calls.
    """
    from PySide6.QtCore import QTimer  # noqa: PLC0415 - see above

    timer = QTimer()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        timer.stop()
    return before - sys.getrefcount(None) > CALLS // 2


def missing_library(message: str) -> StudyError:
    """Return what to tell about a loader's message that names a library it could not open.

    The loader names one at a time; the hint installs every one that is missing.
    """
    found = re.search(r"lib[\w+.-]*?\.so[.\d]*", message)
    if found is None:
        return StudyError("PySide6", message, 'reinstall it with: pip install "PySide6-Essentials"')
    from studyapp.gui import libraries  # noqa: PLC0415 - only when one is missing

    lacking = libraries.missing(display=True)
    hint = f"install it with: {libraries.install_command(lacking)}" if lacking else ""
    return StudyError(found[0], "this system library is missing", hint)


def _qt_version() -> str:
    from PySide6 import __version__  # noqa: PLC0415 - see above

    return __version__


def _check_display() -> None:
    """Raise StudyError where Qt would abort: no display, or its plugin lacks a library."""
    if not sys.platform.startswith("linux") or os.environ.get("QT_QPA_PLATFORM"):
        return
    if os.environ.get("WAYLAND_DISPLAY"):
        return
    if not os.environ.get("DISPLAY"):
        raise StudyError(
            "Display",
            "there is none to open a window on",
            "start Studyapp from a desktop session, or set DISPLAY",
        )
    import ctypes  # noqa: PLC0415 - not at every start

    import PySide6  # noqa: PLC0415 - see above

    plugin = Path(PySide6.__path__[0], "Qt", "plugins", "platforms", "libqxcb.so")
    if not plugin.is_file():
        return
    try:
        ctypes.CDLL(str(plugin))
    except OSError as error:
        raise missing_library(str(error)) from error
