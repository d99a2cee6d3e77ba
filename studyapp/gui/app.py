"""How the program starts; `studyapp.cli` calls it for `open` and `screenshot`.

First the machine is asked whether it can carry the window: a PySide6 that loses references is
refused, a missing system library is named with the command that installs it. Only then Qt is
loaded. If a window of this home folder is open already, it gets the wish and this start ends. Else
the context is put together, the window shows its first page, and what that did not need follows
once it is painted: further typefaces, the door for other starts, a look at what the last run left
behind, a look for changed files.
"""

from __future__ import annotations

import gc
import os
from typing import TYPE_CHECKING

from studyapp.gui import toolchain

if TYPE_CHECKING:
    from studyapp.options import PictureOptions, WindowOptions


def run_window(options: WindowOptions) -> int:
    """Show the window until it is closed; return the exit status."""
    # What is made up to the first page stays: looking for garbage would only delay it
    gc.disable()
    toolchain.check()
    # Qt from here on: none of it before the check
    from studyapp.gui.session import Session, lock  # noqa: PLC0415

    held = lock(options.home)
    if held is None:
        from studyapp.gui.instance import hand_over  # noqa: PLC0415 - not at start

        wish = {
            "course": str(options.course),
            "section": options.section,
            "heading": options.heading,
            "address": options.address,
        }
        hand_over(options.home, wish)
        return 0
    try:
        return Session(options).run()
    finally:
        held.unlock()


def take_screenshot(options: PictureOptions) -> int:
    """Draw the window into a picture file; return the exit status."""
    gc.disable()  # all that is made lives until the end, which is near
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.setdefault("QT_SCALE_FACTOR", str(options.scale))
    toolchain.check()
    from studyapp.gui.screenshot import draw  # noqa: PLC0415 - Qt only after the check

    draw(options)
    return 0
