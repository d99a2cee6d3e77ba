"""A menu of what can be done with a row of a list: by the right button, or by the key for menus.

Panels whose lists have no menu of their own offer theirs through it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QMenu

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtWidgets import QAbstractItemView

    Acts = Iterable[tuple[str, Callable[[], object]]]


def offer(view: QAbstractItemView, acts: Callable[[QModelIndex], Acts]) -> None:
    """Let a view open a menu on its rows; `acts` says what is in it for a row."""

    def open_menu(place: QPoint) -> None:
        index = view.indexAt(place)
        found = list(acts(index)) if index.isValid() else []
        if found:
            menu = QMenu(view)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            for title, act in found:
                menu.addAction(title).triggered.connect(lambda _=False, act=act: act())
            menu.popup(view.viewport().mapToGlobal(place))

    view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    view.customContextMenuRequested.connect(open_menu)
