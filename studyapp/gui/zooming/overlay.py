"""The page's pictures, formulas and tables over the whole window, one at a time.

`zoom.py` opens it. While it is open it has the keyboard to itself: no command of the window runs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from studyapp.gui import icons, style
from studyapp.gui.announcing import announce
from studyapp.gui.language import said
from studyapp.gui.messages import sentence
from studyapp.gui.reader.excerpt import GROUND
from studyapp.gui.zooming.art import art_of
from studyapp.gui.zooming.canvas import Canvas
from studyapp.gui.zooming.tablesheet import TableSheet, markdown
from studyapp.model import StudyError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QMouseEvent, QPaintEvent, QResizeEvent

    from studyapp.gui.reader.view import Reader
    from studyapp.gui.zooming.art import Art
    from studyapp.gui.zooming.subjects import Subject

SIDE = 12
BUTTON = 34
PAN = 0.2
"""Part of the view that a key moves."""
Keys = Qt.Key
ARROWS = {
    Keys.Key_Left: (-PAN, 0.0),
    Keys.Key_Right: (PAN, 0.0),
    Keys.Key_Up: (0.0, -PAN),
    Keys.Key_Down: (0.0, PAN),
    Keys.Key_PageUp: (0.0, -0.9),
    Keys.Key_PageDown: (0.0, 0.9),
}


class Overlay(QWidget):
    """Shows one of some subjects. Signal: `closed(position)`, where in the document it was."""

    closed = Signal(int)

    def __init__(self, reader: Reader, subjects: Sequence[Subject], place: int) -> None:
        super().__init__(reader.window())
        self._reader = reader
        self._subjects = subjects
        self._place = place
        self._art: Art | None = None
        self.canvas = Canvas(self)
        self.canvas.left.connect(self.dismiss)
        self.canvas.scaled.connect(self._on_scaled)
        section = reader.section
        self.sheet = TableSheet(reader, section.id if section else "", self.canvas)
        self.sheet.scaled.connect(self._on_scaled)
        self.count = self._label()
        self.percent = self._label()
        self.caption = self._label(wraps=True, scale=1.1)
        self.buttons = self._made_buttons()
        self._draw_icons()
        self._lay_out()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.window().installEventFilter(self)
        self.setGeometry(self.window().rect())

    def _label(self, *, wraps: bool = False, scale: float = 0.95) -> QLabel:
        label = QLabel(self, wordWrap=wraps, textFormat=Qt.TextFormat.PlainText)
        label.setFont(style.interface_font(scale=scale))
        label.setProperty("muted", not wraps)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        return label

    def _made_buttons(self) -> dict[str, QToolButton]:
        rows: tuple[tuple[str, str, str, Callable[[], object]], ...] = (
            ("previous", "chevron-left", self.tr("Previous (Left)"), lambda: self.step(-1)),
            ("next", "chevron-right", self.tr("Next (Right)"), lambda: self.step(1)),
            ("smaller", "minus", self.tr("Smaller (-)"), lambda: self.stage.zoom(-1)),
            ("larger", "plus", self.tr("Larger (+)"), lambda: self.stage.zoom(1)),
            ("fit", "maximize", self.tr("Fit to the window (0)"), self._fit),
            ("copy", "copy", self.tr("Copy (Ctrl+C)"), self.copy),
            ("save", "download", self.tr("Save as a file (Ctrl+S)"), self.save),
            ("markdown", "file-text", self.tr("Copy as Markdown"), self.copy_markdown),
            ("close", "x", self.tr("Close (Esc)"), self.dismiss),
        )
        return {name: self._button(icon, told, run) for name, icon, told, run in rows}

    def _button(self, icon: str, told: str, run: Callable[[], object]) -> QToolButton:
        button = QToolButton(self)
        button.setToolTip(told)
        button.setAccessibleName(told.rpartition(" (")[0] or told)
        button.setProperty("icon_name", icon)
        button.setIconSize(QSize(18, 18))
        button.setFixedSize(BUTTON, BUTTON)
        button.clicked.connect(run)
        return button

    def _draw_icons(self) -> None:
        for button in self.buttons.values():
            name = str(button.property("icon_name"))
            button.setIcon(icons.icon(name, self._reader.context.theme))

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(2)
        one = self.buttons
        for part in (one["previous"], one["next"], self.count):
            bar.addWidget(part)
        bar.addStretch(1)
        self.percent.setMinimumWidth(self.percent.fontMetrics().horizontalAdvance("1000 %"))
        for part in (one["smaller"], self.percent, one["larger"], one["fit"]):
            bar.addWidget(part)
        bar.addSpacing(SIDE)
        for part in (one["copy"], one["save"], one["markdown"]):
            bar.addWidget(part)
        bar.addSpacing(SIDE)
        bar.addWidget(one["close"])
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, SIDE - 4, SIDE, SIDE)
        column.setSpacing(6)
        column.addLayout(bar)
        column.addWidget(self.canvas, 1)
        column.addWidget(self.caption)

    # What is shown

    @property
    def subject(self) -> Subject:
        """What is on show."""
        return self._subjects[self._place]

    @property
    def stage(self) -> Canvas | TableSheet:
        """What shows it, to be zoomed and moved."""
        return self.canvas if self.subject.table is None else self.sheet

    def open(self) -> None:
        """Come up over the window and take the keyboard."""
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)
        layout = self.layout()
        if layout:
            layout.activate()
        self._show_subject()

    def step(self, step: int) -> None:
        """Show the next of the page, or the one before."""
        place = self._place + step
        if 0 <= place < len(self._subjects):
            self._place = place
            self._show_subject()

    def renew(self, subjects: Sequence[Subject]) -> None:
        """Take the same subjects of the page as it is set now: in other colors, or elsewhere."""
        self._subjects = subjects
        self._draw_icons()
        if self.subject.table is not None:
            self.sheet.redraw(self.subject.table)
        elif self._art is not None:
            context, taken = self._reader.context, self._take(self.subject, self.canvas.redraw)
            art_of(context, self.subject, taken, self._fail_to_show)
        self.update()

    def _show_subject(self) -> None:
        subject, is_table = self.subject, self.subject.table is not None
        many = len(self._subjects)
        self.buttons["previous"].setEnabled(self._place > 0)
        self.buttons["next"].setEnabled(self._place < many - 1)
        self.count.setText(self.tr("{} of {}").format(self._place + 1, many))
        self.buttons["markdown"].setVisible(is_table)
        self.buttons["save"].setVisible(not is_table)
        caption = subject.caption or (subject.name if subject.picture else "")
        self.caption.setText(caption)
        self.caption.setVisible(bool(caption))
        self.setAccessibleName(self._told())
        self._art = None
        self.canvas.show_art(None)
        self.canvas.setVisible(True)
        self.sheet.setVisible(is_table)
        if subject.table is not None:
            self.sheet.show_table(subject.table)
        else:
            taken = self._take(subject, self.canvas.show_art)
            art_of(self._reader.context, subject, taken, self._fail_to_show)
        announce(self, self._told())

    def _take(self, subject: Subject, show: Callable[[Art], None]) -> Callable[[Art], None]:
        def take(art: Art) -> None:
            if self.subject is subject:
                self._art = art
                show(art)

        return take

    def _fail_to_show(self, why: str) -> None:
        self._fail(self.tr("Not shown: {}").format(why))

    def _fail(self, why: str) -> None:
        self.caption.setText(why)
        self.caption.show()
        announce(self, why)

    def _told(self) -> str:
        """Return what is shown, for a screen reader."""
        subject = self.subject
        if subject.table is not None:
            what = self.tr("Table")
        else:
            what = self.tr("Formula") if subject.formula else self.tr("Picture")
        about = " ".join(dict.fromkeys((subject.name, subject.caption))).strip()
        place = self.tr("{} of {}").format(self._place + 1, len(self._subjects))
        return f"{what} {place}: {about}" if about else f"{what} {place}"

    # Acts

    def _fit(self) -> None:
        # By its button, too, which was made before any stage was chosen
        self.stage.fit()

    def copy(self) -> None:
        """Copy the picture, or the words of the table: the selected ones, if any are."""
        clipboard = QGuiApplication.clipboard()
        if self.subject.table is not None:
            clipboard.setText(self.sheet.words())
        elif self._art is not None:
            clipboard.setImage(self._art.copy())
        announce(self, self.tr("Copied."))

    def save(self) -> None:
        """Save the picture or formula to a file that is asked for."""
        if self._art is None:
            return
        from studyapp.gui.zooming.saving import save_picture  # noqa: PLC0415 - seldom

        messages = self._reader.context.messages
        try:
            if path := save_picture(self, self.subject, self._art):
                messages.post(self.tr("Saved as {}.").format(path.name), id="saved")
        except StudyError as error:
            self._fail(sentence(said(str(error))))

    def copy_markdown(self) -> None:
        """Copy the whole table as Markdown."""
        if self.subject.table is not None:
            QGuiApplication.clipboard().setText(markdown(self.subject.table))
            announce(self, self.tr("Copied."))

    def dismiss(self) -> None:
        """Close, and tell where in the page this was."""
        self.window().removeEventFilter(self)
        self.closed.emit(self.subject.first)
        self.hide()
        self.close()

    def _on_scaled(self, scale: float) -> None:
        self.percent.setText(f"{scale:.0%}".replace("%", " %"))

    # Place

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        layout = self.layout()
        if layout:
            layout.activate()
        if self.subject.table is not None:
            self.sheet.stand()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window."""
        if watched is self.window() and event.type() == QEvent.Type.Resize:
            self.setGeometry(self.window().rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        with QPainter(self) as painter:
            painter.fillRect(self.rect(), self._reader.context.theme[GROUND])

    # Mouse and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Let no click through to the window."""
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Close on a click beside everything."""
        event.accept()
        if event.button() == Qt.MouseButton.LeftButton:
            self.dismiss()

    def focusNextPrevChild(self, on: bool) -> bool:
        """Keep Tab among the buttons."""
        usable = (one for one in self.buttons.values() if one.isVisible() and one.isEnabled())
        stops: list[QWidget] = [self, *usable]
        focused = self.window().focusWidget() or self
        here = stops.index(focused) if focused in stops else 0
        reason = Qt.FocusReason.TabFocusReason if on else Qt.FocusReason.BacktabFocusReason
        stops[(here + (1 if on else -1)) % len(stops)].setFocus(reason)
        return True

    def event(self, event: QEvent) -> bool:
        """Keep every key from the commands of the window."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close, zoom, move, go on, copy."""
        acts: dict[int, Callable[[], object]] = {
            Keys.Key_Escape: self.dismiss,
            Keys.Key_Plus: lambda: self.stage.zoom(1),
            Keys.Key_Equal: lambda: self.stage.zoom(1),
            Keys.Key_Minus: lambda: self.stage.zoom(-1),
            Keys.Key_0: self._fit,
            Keys.Key_1: lambda: self.stage.zoom_to(1.0),
            Keys.Key_Z: self.dismiss,
        }
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.matches(QKeySequence.StandardKey.Save):
            self.save()
        elif event.key() in acts:
            acts[event.key()]()
        elif event.key() in ARROWS:
            self._on_arrow(event)
        else:
            event.accept()

    def _on_arrow(self, event: QKeyEvent) -> None:
        """Go on sideways, or move over what is larger than the view."""
        key = Keys(event.key())
        sideways = key in (Keys.Key_Left, Keys.Key_Right)
        across, down = ARROWS[key]
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        is_wide = self.subject.table is not None and self.sheet.is_wide
        is_going = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if sideways and (is_going or not (shift or is_wide)):
            self.step(1 if key == Keys.Key_Right else -1)
        else:
            self.stage.pan(across, down)
