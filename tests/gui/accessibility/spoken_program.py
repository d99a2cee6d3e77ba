"""The program itself, in a process of its own, which does what it is told line by line.

`python spoken_program.py COURSE HOME`: each line tells what to do, as `scenes` has it, and is
answered once all is at rest with the window that is then on top, and what is around the widget that
has the keyboard, as both are named on the bus. The program ends with its input.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtCore import QSocketNotifier, QTimer
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from studyapp.files import Home
from studyapp.gui.dialogs.printing import PrintDialog
from studyapp.gui.session import Session
from studyapp.model import Location
from studyapp.options import WindowOptions

LOOK_MS = 10
SECTION = "01-waders/01-heron.md"
PATH = "/org/a11y/atspi/accessible/{}"


class Stage:
    """Sets scenes in a session."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._acts: list[str] = []
        self._begun = False
        """Whether the news of the changed course is there, which comes a little later."""
        self._look = QTimer(interval=LOOK_MS)
        self._look.timeout.connect(self._on_look)
        self._hear = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
        self._hear.activated.connect(self._on_line)
        self._look.start()

    def _on_line(self) -> None:
        acts = sys.stdin.readline().split()
        if not acts:
            self._hear.setEnabled(False)
            self._session.window.close()
            QApplication.quit()
            return
        for window in self._above():
            window.close()
        self._session.window.escape()
        self._acts = acts
        self._look.start()

    def _on_look(self) -> None:
        """Do the next act once the one before is over."""
        window = self._session.window
        self._begun = self._begun or window.overview.updates.banner.isVisible()
        composes = any(isinstance(one, PrintDialog) and not one.book for one in self._above())
        indexes = self._session.context.search.index.busy
        if not (self._begun and window.is_settled()) or composes or indexes:
            return
        if self._acts:
            self._do(self._acts.pop(0))
            return
        self._look.stop()
        top = [window, *self._above()][-1]
        focused = top.focusWidget()
        around = focused.parentWidget() if focused else None
        sys.stdout.write(json.dumps([_path(top), _path(around or top)]) + "\n")
        sys.stdout.flush()

    def _above(self) -> list[QWidget]:
        window = self._session.window
        return [one for one in QApplication.topLevelWidgets() if one.isVisible() and one != window]

    def _do(self, act: str) -> None:
        window = self._session.window
        if act.startswith("search:"):
            window.seeking.ask(act.partition(":")[2])
        elif act.startswith("go:"):
            window.go(Location(act.partition(":")[2]))
        else:
            window.commands.refresh()
            assert window.commands[act].isEnabled(), (act, window.place())
            # From the loop: a menu keeps whoever opens it until it is closed
            QTimer.singleShot(0, window.commands[act].trigger)


def _path(widget: QWidget) -> str:
    told = QAccessible.queryAccessibleInterface(widget)
    return PATH.format(QAccessible.uniqueId(told))


def main() -> int:
    """Run the program."""
    course, home = map(Path, sys.argv[1:])
    session = Session(WindowOptions(Home.at(home), course, SECTION, ""))
    QTimer.singleShot(0, lambda: setattr(session, "stage", Stage(session)))
    return session.run()


if __name__ == "__main__":
    sys.exit(main())
