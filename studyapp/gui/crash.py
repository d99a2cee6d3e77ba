"""Unexpected errors: shown once, never a traceback on the terminal, and the reader may go on.

`app` installs the hook before the window. Python calls it on whichever thread failed, so it only
emits; the dialog opens on the GUI thread. `HardCrash` keeps what the interpreter writes when it
dies of a signal, and the next start offers that report.
"""

from __future__ import annotations

import faulthandler
import logging
import platform
import sys
import threading
import traceback
from typing import TYPE_CHECKING, TextIO

from PySide6.QtCore import QObject, Signal, qVersion
from PySide6.QtWidgets import QApplication

from studyapp import __version__

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

    from studyapp.gui.dialogs.crash import CrashDialog

log = logging.getLogger(__name__)


class CrashHook(QObject):
    """Takes the place of sys.excepthook and threading.excepthook.

    Signal: `happened(str)` with the report of an error that was not reported before.
    """

    happened = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seen: set[str] = set()
        self._dialog: CrashDialog | None = None
        self.happened.connect(self._on_happened)

    def install(self) -> None:
        """Catch every error from here on, on any thread."""
        sys.excepthook = self.take
        threading.excepthook = lambda args: self.take(
            args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
        )

    def uninstall(self) -> None:
        """Give errors back to Python; called when the window has closed."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__

    def take(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Log an error and tell of it, unless the same one was told before."""
        # Else Python keeps all that its frames hold to the end, where Qt's objects crash it
        sys.last_type = sys.last_value = sys.last_traceback = None
        if issubclass(kind, KeyboardInterrupt):
            QApplication.exit(130)
            return
        log.error("unexpected error", exc_info=(kind, error, trace))
        place = "".join(f"{f.filename}:{f.lineno};" for f in traceback.extract_tb(trace))
        key = f"{kind.__name__} {place}"
        if key not in self._seen:
            self._seen.add(key)
            self.happened.emit(report("".join(traceback.format_exception(kind, error, trace))))

    def _on_happened(self, text: str) -> None:
        # A second error while the first is on show is in the log; two dialogs help nobody.
        from studyapp.gui.dialogs.crash import CrashDialog  # noqa: PLC0415 - seldom, one hopes

        if self._dialog is None:
            self._dialog = CrashDialog(text, QApplication.activeWindow())
            self._dialog.finished.connect(self._on_finished)
            self._dialog.open()

    def _on_finished(self, _result: int) -> None:
        self._dialog = None


class HardCrash:
    """The file that the interpreter writes to when it dies of a signal."""

    def __init__(self, state: Path) -> None:
        self._path = state / "hard-crash.log"
        self._file: TextIO | None = None

    def last_report(self) -> str:
        """Return what the run before left, or an empty string."""
        try:
            text = self._path.read_text(encoding="utf-8", errors="replace").strip()
        except OSError:
            return ""
        return report(text) if text else ""

    def watch(self) -> None:
        """Start with an empty file; called once the last report was read."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._file = self._path.open("w", encoding="utf-8")
        except OSError as error:
            log.warning("hard crashes are not recorded: %s", error)
            return
        faulthandler.enable(self._file)

    def close(self) -> None:
        """End in good order."""
        if self._file is not None:
            faulthandler.disable()
            self._file.close()
            self._file = None


def report(details: str) -> str:
    """Return a report to copy: versions first, then what happened."""
    return (
        f"Studyapp {__version__}, Python {platform.python_version()}, Qt {qVersion()}, "
        f"{platform.platform()}\n\n{details.strip()}\n"
    )
