"""What tests of menus and other popups share."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication


def close_popups() -> None:
    """Close whatever popup is open, and those below it."""
    while popup := QApplication.activePopupWidget():
        popup.close()
