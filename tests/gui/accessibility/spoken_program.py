"""The program itself, in a process of its own, which does what it is told line by line.

`python spoken_program.py COURSE HOME`: each line is the name of a scene, answered by that name once
the scene is set and the window at rest. It ends with its input.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QSocketNotifier, QTimer
from PySide6.QtWidgets import QApplication

from studyapp.files import Home
from studyapp.gui.session import Session
from studyapp.options import WindowOptions

LOOK_MS = 10
SECTION = "01-waders/01-heron.md"


class Stage:
    """Sets scenes in a session."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._scene = ""
        self._look = QTimer(interval=LOOK_MS)
        self._look.timeout.connect(self._on_look)
        self._hear = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
        self._hear.activated.connect(self._on_line)
        self._set("window")

    def _on_line(self) -> None:
        line = sys.stdin.readline().strip()
        if not line:
            self._hear.setEnabled(False)
            self._session.window.close()
            QApplication.quit()
            return
        self._set(line)

    def _set(self, scene: str) -> None:
        for widget in QApplication.topLevelWidgets():
            if widget is not self._session.window and widget.isVisible():
                widget.close()
        self._scene = scene
        for command in scene.split():
            self._do(command)
        self._look.start()

    def _do(self, command: str) -> None:
        window = self._session.window
        if command.startswith("search:"):
            window.seeking.ask(command.partition(":")[2])
        elif command != "window":
            window.commands[command].trigger()

    def _on_look(self) -> None:
        context = self._session.context
        if self._session.window.is_settled() and not context.search.index.busy:
            self._look.stop()
            print(self._scene, flush=True)


def main() -> int:
    """Run the program."""
    course, home = map(Path, sys.argv[1:])
    session = Session(WindowOptions(Home.at(home), course, SECTION, ""))
    QTimer.singleShot(0, lambda: setattr(session, "stage", Stage(session)))
    return session.run()


if __name__ == "__main__":
    sys.exit(main())
