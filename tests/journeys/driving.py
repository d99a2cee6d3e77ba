"""What journeys share: how the app is started, and what is asked of a session again and again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from studyapp.gui.session import Session

PATIENCE = 20_000
"""Milliseconds that a machine with much else to do may take."""


class Start(Protocol):
    """Starts the app on the small course, or another one; only someone `new` sees the tour."""

    def __call__(
        self,
        course: Path | None = None,
        section: str = "",
        heading: str = "",
        *,
        new: bool = False,
    ) -> Session: ...


def settle(session: Session, qtbot: QtBot) -> None:
    """Wait until all that was asked for is on show."""
    qtbot.waitUntil(session.window.is_settled, timeout=PATIENCE)


def section(session: Session) -> str:
    """Return the id of the section on show."""
    return session.window.place().section


def said(session: Session) -> str:
    """Return what stands in the message bar."""
    message = session.context.messages.current
    return message.text if message else ""
