"""Says to assistive technology what has happened on the screen, for those who do not see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from studyapp.gui.language import said

if TYPE_CHECKING:
    from PySide6.QtCore import QObject


def announce(source: QObject, words: str, *, at_once: bool = False) -> None:
    """Have a screen reader say some words, once it has said what it is saying or in its place."""
    from PySide6.QtGui import (  # noqa: PLC0415 - not at start
        QAccessible,
        QAccessibleAnnouncementEvent,
    )

    event = QAccessibleAnnouncementEvent(source, said(words))
    if at_once:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)
