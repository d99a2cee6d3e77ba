"""Facts on their way down to the parts of the window, as Qt signals.

`changed(Change)` repeats what the workspace's verbs changed, `settings_changed(str)` names the
setting that was set, `theme_changed()` says that `context.theme` is another one. Each part connects
to what it shows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from studyapp.settings import Settings
    from studyapp.workspace import Workspace


class Bridge(QObject):
    """Follows one workspace at a time and the settings for good."""

    changed = Signal(object)
    theme_changed = Signal()
    settings_changed = Signal(str)

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._unfollow: Callable[[], object] | None = None
        self._end = settings.on_change(self.settings_changed.emit)

    def follow(self, workspace: Workspace) -> None:
        """Repeat the changes of this workspace, and no longer those of the one before."""
        if self._unfollow is not None:
            self._unfollow()
        self._unfollow = workspace.subscribe(self.changed.emit)

    def close(self) -> None:
        """Listen no more; called when the window closes."""
        self._end()
        if self._unfollow is not None:
            self._unfollow()
