"""Says to assistive technology what has happened on the screen, for those who do not see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.gui.language import said

if TYPE_CHECKING:
    from PySide6.QtCore import QObject


def announce(source: QObject, words: str) -> None:
    """Have a screen reader say some words, once it has said what it is saying."""
    from PySide6.QtGui import (  # noqa: PLC0415 - not at start
        QAccessible,
        QAccessibleAnnouncementEvent,
    )

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(source, said(words)))
