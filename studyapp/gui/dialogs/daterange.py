"""Asks for a first and a last day: a filter of the hub."""

from __future__ import annotations

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import (
    QDateEdit,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QVBoxLayout,
    QWidget,
)


class DateRange(QDialog):
    """Two dates. Signal: `chosen(QDate, QDate)`, the earlier one first."""

    chosen = Signal(QDate, QDate)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Notes between two days"))
        today = QDate.currentDate()
        self.first, self.last = QDateEdit(today.addMonths(-1)), QDateEdit(today)
        for field in (self.first, self.last):
            field.setCalendarPopup(True)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        form.addRow(self.tr("From"), self.first)
        form.addRow(self.tr("To"), self.last)
        button = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(button.Ok | button.Cancel)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(20)
        column.addLayout(form)
        column.addWidget(self.buttons)
        self.setMinimumWidth(300)

    def accept(self) -> None:
        """Tell the days, whichever was put first."""
        first, last = sorted(
            (self.first.date(), self.last.date()), key=lambda day: day.toJulianDay()
        )
        super().accept()
        self.chosen.emit(first, last)
