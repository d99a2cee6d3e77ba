"""Notices when the course on disk is no longer the one in the window.

Editors save in many ways (in place, by renaming, in several steps), so what the system reports is
only a hint: after a moment of quiet the window is told, and looks for itself what has changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

QUIET_MS = 250


class CourseWatch(QObject):
    """Watches the file on show and the folders around it. Signal: `disturbed()` after a change."""

    disturbed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._paths: list[str] = []
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._on_changed)
        self._watcher.directoryChanged.connect(self._on_changed)
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
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
