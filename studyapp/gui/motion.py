"""Whether things may slide and fade: everything that moves asks here first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

if TYPE_CHECKING:
    from studyapp.settings import Settings

REDUCED = "ReducedMotion"


def is_reduced(settings: Settings) -> bool:
    """Return whether the user or the system asks for changes at once."""
    return settings.reduced_motion or system_reduces()


def system_reduces() -> bool:
    """Return whether the desktop asks for little motion; Qt tells this from 6.12 on."""
    hints = getattr(QGuiApplication.styleHints(), "accessibility", None)
    preference = getattr(hints(), "motionPreference", None) if hints else None
    return preference is not None and preference().name == REDUCED
