"""Where Tab goes next in the window.

Qt lets Tab jump into what a panel hands its focus to (its focus proxy) as soon as it meets the
panel, wherever that is in the order, and with it over all that stands between: the search field,
buttons, banners. The window asks here instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


def next_stop(start: QWidget, *, forward: bool) -> QWidget | None:
    """Return the widget that Tab, or Shift+Tab, leads to from another one; None for no other."""
    one = _beside(start, forward)
    while one is not None and one is not start:
        if _takes_tab(one):
            return one
        one = _beside(one, forward)
    return None


def _beside(one: QWidget, forward: bool) -> QWidget | None:
    return one.nextInFocusChain() if forward else one.previousInFocusChain()


def _takes_tab(one: QWidget) -> bool:
    wants = bool(one.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return wants and one.focusProxy() is None and one.isVisible() and one.isEnabled()
