"""Closes a dialog about a section when the section goes: with its course, or in a new edition.

While a dialog is open, another start of the program may still open another course.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from studyapp.model import Kind

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from studyapp.gui.context import Context
    from studyapp.model import Change


class GoesWithSection(QObject):
    """Belongs to the dialog, and hears of changes as long as it lives."""

    def __init__(self, dialog: QWidget, context: Context, section_id: str) -> None:
        super().__init__(dialog)
        self._dialog = dialog
        self._context = context
        self._section_id = section_id
        self._root = context.workspace.course.root
        context.bridge.changed.connect(self._on_changed)

    def _on_changed(self, change: Change) -> None:
        course = self._context.workspace.course
        is_here = course.root == self._root and self._section_id in course.by_id
        if Kind.COURSE in change.kinds and not is_here:
            self._dialog.close()
