"""Notices when files on disk are no longer as they were read: of the course, of the notebook.

Editors save in many ways (in place, by renaming, in several steps), so what the system reports is
only a hint: after a moment of quiet it is told, and who hears it looks what has changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

QUIET_MS = 250


class Watch(QObject):
    """Watches some files and folders. Signal: `disturbed()` after a change and some quiet."""

    disturbed = Signal()

    def __init__(self, parent: QObject | None = None, *, quiet_ms: int = QUIET_MS) -> None:
        super().__init__(parent)
        self._paths: list[str] = []
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._on_changed)
        self._watcher.directoryChanged.connect(self._on_changed)
        self._quiet = QTimer(self, singleShot=True, interval=quiet_ms)
        self._quiet.timeout.connect(self._on_quiet)

    def watch(self, paths: Iterable[Path]) -> None:
        """Watch these files and folders, and no others."""
        wanted = list(dict.fromkeys(str(path) for path in paths))
        if wanted != self._paths:
            self._paths = wanted
            self._put_in_place()

    def _put_in_place(self) -> None:
        if old := [*self._watcher.files(), *self._watcher.directories()]:
            self._watcher.removePaths(old)
        if self._paths:
            self._watcher.addPaths(self._paths)

    def _on_changed(self) -> None:
        self._quiet.start()

    def _on_quiet(self) -> None:
        # A file that was replaced is no longer watched: the watch was on the old one
        self._put_in_place()
        self.disturbed.emit()
