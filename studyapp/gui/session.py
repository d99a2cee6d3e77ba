"""From options to a window that lives: the second half of `app`'s story, with Qt loaded.

`Session` puts the context together, shows the window, and does the rest only once the first page
has been painted. It also ends things in order.
"""

from __future__ import annotations

import gc
import logging
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, Qt, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from studyapp.addresses import read_address
from studyapp.course.loader import path_of, remember
from studyapp.gui import fonts, icons, language, memory, setup
from studyapp.gui.appearance import Appearance
from studyapp.gui.crash import CrashHook, HardCrash
from studyapp.gui.language import said
from studyapp.gui.messages import Remedy
from studyapp.gui.unwinding import when_unwound
from studyapp.model import Location
from studyapp.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Generator

    from studyapp.files import Home
    from studyapp.gui.ending import Ending
    from studyapp.gui.instance import Door
    from studyapp.options import WindowOptions

SAVE_MS = 2000
LOG = "studyapp.log"
MOST_LOG_BYTES = 1_000_000

log = logging.getLogger(__name__)


def lock(home: Home) -> QLockFile | None:
    """Return the held lock when this is the first window of the home folder, else None."""
    with suppress(OSError):
        home.state.mkdir(parents=True, exist_ok=True)
    held = QLockFile(str(home.state / "window.lock"))
    held.setStaleLockTime(0)
    if held.tryLock(0):
        return held
    # A folder that takes no lock file cannot tell who is first; better two windows than none
    return None if held.error() == QLockFile.LockError.LockFailedError else held


class Session(QObject):
    """A window from its start to its end."""

    def __init__(self, options: WindowOptions) -> None:
        super().__init__()
        self._options = options
        self._state = options.home.state
        self._hook = CrashHook(self)
        self._hard_crash = HardCrash(self._state)
        self._door: Door | None = None
        self._ending: Ending | None = None
        app = setup.application()
        settings = Settings(options.home.config / "settings.json")
        self._waiting = self._after_first_paint()
        self._saving = QTimer(self, singleShot=True, interval=SAVE_MS)
        self._saving.timeout.connect(self._save)
        self.context = setup.build_context(options, settings, memory.load(self._state))
        self._build(app)

    def _build(self, app: QApplication) -> None:
        """Build the window on the context."""
        self.window = setup.build_window(app, self.context)
        self._appearance = Appearance(self.context, app)
        self.context.bridge.settings_changed.connect(self._on_setting)
        self.window.moved.connect(self._saving.start)
        self.window.closing.connect(self._save)

    def run(self) -> int:
        """Show the window and stay until it is closed."""
        start_log(self._state, verbose=self._options.verbose)
        self._hook.install()
        self.show()
        QTimer.singleShot(0, gc.freeze)  # what the start has made stays
        QTimer.singleShot(0, self, self._hear_signals)
        try:
            return QApplication.exec()
        finally:
            self.close()

    def show(self) -> None:
        """Show the window at its first page."""
        self._show(self._options.place)
        QTimer.singleShot(0, self, self._go_on)

    def _go_on(self) -> None:
        """Do the next piece of what could wait: whoever has a wish meanwhile is heard first."""
        for _ in self._waiting:
            QTimer.singleShot(0, self, self._go_on)
            return

    def _show(self, place: Location) -> None:
        window = self.window
        window.restore(self.context.memory.geometry)
        window.sides.open_remembered(window.width())
        window.tour.begin()
        # Shown first: where words stand on the page is known once the page has its size
        window.show()
        window.places.start(place)
        # The first page is painted before anything else is done
        window.repaint()

    def close(self) -> None:
        """End in order."""
        self._waiting.close()
        self._saving.stop()
        if self._door is not None:
            self._door.close()
        if self._ending is not None:
            self._ending.close()
        setup.close_context(self.context)
        self._hook.uninstall()
        self._hard_crash.close()

    def _after_first_paint(self) -> Generator[None]:
        """Do what could wait; yields between pieces of some milliseconds."""
        from studyapp.gui.garbage import Garbage  # noqa: PLC0415 - as everything here
        from studyapp.gui.instance import Door  # noqa: PLC0415 - QtNetwork can wait

        yield
        self._door = Door(self._options.home, self)
        self._door.asked.connect(self._on_asked)
        yield
        fonts.register_rest()
        QApplication.setWindowIcon(icons.app_icon())
        self._tell_of_last_time()
        yield
        for problem in self.context.settings.problems:
            parts = [said(part) for part in (problem.message, problem.hint) if part]
            self.context.messages.post(". ".join(parts), "warning")
        self.context.themes.all()  # a bad file among the user's own is told, chosen or not
        for error in self.context.themes.problems:
            self.context.messages.error(error)
        yield
        remember(self.context.workspace.course, self._options.home)
        yield
        self.context.workspace.compiler.warm()
        self._garbage = Garbage(self)
        yield
        yield from self._begin()

    def _begin(self) -> Generator[None]:
        """Begin what goes on beside the reading for as long as the window lives, piece by piece."""
        from studyapp.gui.snapshots import Snapshots  # noqa: PLC0415 - after the first page
        from studyapp.gui.stops import Keyboard  # noqa: PLC0415 - after the first page

        self.window.panes.restore()
        yield
        self.window.courses.tell_problems(self.context.workspace.course)
        self.window.courses.look_again()
        self.context.search.index.begin()
        self.window.reading.begin()
        yield
        self._snapshots = Snapshots(self.context, self.window)
        self._keyboard = Keyboard(self.context, setup.application(), self.window)
        yield
        self.window.overview.start()

    def _hear_signals(self) -> None:
        from studyapp.gui.ending import Ending  # noqa: PLC0415 - the first page is first

        self._ending = Ending(self)
        self._ending.asked.connect(self.end)

    def end(self) -> None:
        """Close the window because the system asks: it will not wait for an answer."""
        self.window.overview.unwritten.accept()
        self.window.close()

    def _on_setting(self, name: str) -> None:
        if name == "language":
            QTimer.singleShot(0, self, lambda: when_unwound(self, self._change_language))

    def _change_language(self) -> None:
        """Put another window in the place of this one, built in the language now chosen.

        The window before closes as at the end of the program, so all that was written is kept.
        """
        app = setup.application()
        if language.in_force(app) == language.chosen(self.context.settings):
            return
        from studyapp.gui.handover import Handover  # noqa: PLC0415 - seldom

        _carry_out(self._waiting)
        before = self.window
        place, left = before.panes.shown[0].places.here(), Handover.of(before)
        app.setQuitOnLastWindowClosed(False)
        if not before.close():
            app.setQuitOnLastWindowClosed(True)
            return  # notes that could not be written yet live in it
        setup.end_work(self.context)
        self.context = setup.rebuild_context(self.context)
        self._build(app)
        self._show(place)
        app.setQuitOnLastWindowClosed(True)
        before.deleteLater()
        _carry_out(self._begin())
        left.put(self.window)

    def _tell_of_last_time(self) -> None:
        report = self._hard_crash.last_report()
        self._hard_crash.watch()
        if report:
            text = self.tr("Studyapp stopped unexpectedly last time.")
            show = Remedy(self.tr("Show report"), lambda: self._show_report(report))
            self.context.messages.post(text, "warning", id="last time", remedy=show)

    def _show_report(self, report: str) -> None:
        from studyapp.gui.dialogs.crash import CrashDialog  # noqa: PLC0415 - seldom

        CrashDialog(report, self.window, last_time=True).open()

    def _on_asked(self, wish: dict[str, str]) -> None:
        """Come to the front and open what another start was asked for."""
        window, course = self.window, self.context.workspace.course
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.raise_()
        window.activateWindow()
        named = read_address(wish.get("address", ""))
        place = named.place if named else Location(wish.get("section", ""), wish.get("heading", ""))
        folder = Path(wish.get("course", ""))
        if folder.name and folder.resolve() != path_of(course):
            window.open_course(folder, place)
        elif place.section:
            window.go(place)

    def _save(self) -> None:
        memory.save(self.context.memory, self._state)


def start_log(state: Path, *, verbose: bool = False) -> None:
    """Send what the app and Qt have to say to a file; begin a new one when it has grown."""
    try:
        state.mkdir(parents=True, exist_ok=True)
        path = state / LOG
        if path.exists() and path.stat().st_size > MOST_LOG_BYTES:
            path.replace(path.with_suffix(".old.log"))
        handler: logging.Handler = logging.FileHandler(path, encoding="utf-8", delay=True)
    except OSError:
        handler = logging.NullHandler()
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    if verbose:
        root.addHandler(logging.StreamHandler())
    root.setLevel(logging.DEBUG if verbose else logging.INFO)
    qInstallMessageHandler(_log_qt)


_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
}


def _log_qt(kind: QtMsgType, _context: object, message: str) -> None:
    logging.getLogger("qt").log(_LEVELS.get(kind, logging.ERROR), message)


def _carry_out(pieces: Generator[None]) -> None:
    """Do all pieces at once, where nobody can have a wish meanwhile."""
    for _ in pieces:
        pass
