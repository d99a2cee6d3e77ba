"""The bar below the page: news, warnings and errors that the user can mend.

Part of the `Context`, so that every part can speak through it; what is said before the window
exists waits. One message is shown at a time, the gravest first; news goes by itself, and so does a
warning that asks for nothing (`passes`); the rest stays until it is closed or its reason is gone
(`clear`). Each is announced to assistive technology.
Where it stands is for the `Middle` of the window: what goes by itself floats over the page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from msgspec import Struct
from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from studyapp.gui import icons
from studyapp.gui.announcing import announce
from studyapp.gui.language import percent, said

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent

    from studyapp.gui.jobs import Job, Jobs
    from studyapp.gui.theme import Theme
    from studyapp.model import StudyError

MessageKind = Literal["info", "warning", "error"]

INFO_MS, WARNING_MS = 6000, 10_000
RADIUS = 8
LEAST_WORDS, LOW_WORDS = 200, 110
"""Pixels that the words of a message have beside its button, and where each row counts."""
GRAVITY: dict[str, int] = {"info": 0, "warning": 1, "error": 2}
ICONS = {"info": "info", "warning": "triangle-alert", "error": "octagon-alert"}
HUES = {"info": "callout_note", "warning": "callout_warning", "error": "danger"}


class Remedy(NamedTuple):
    """A button on a message."""

    title: str
    run: Callable[[], object]


class Message(Struct, frozen=True):
    """What is said; a later one of the same id takes its place."""

    text: str
    kind: MessageKind = "info"
    id: str = ""
    remedy: Remedy | None = None
    is_told: bool = False
    """Whether it was announced before it is shown."""
    passes: bool = False
    """Whether nothing is to be done about it, although it is no news."""

    @property
    def is_fleeting(self) -> bool:
        """Whether it goes by itself."""
        return self.remedy is None and (self.kind == "info" or self.passes)


class Messages(QWidget):
    """The bar; hidden while there is nothing to say. Signal: `changed()` what is on show."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._queue: list[Message] = []
        self._icon = QLabel()
        self._text = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._more = QLabel()
        self._remedy = QPushButton()
        self._close = QToolButton()
        self._timer = QTimer(self, singleShot=True)
        self._remedy.clicked.connect(self._on_remedy)
        self._close.clicked.connect(self.dismiss)
        self._timer.timeout.connect(self.dismiss)
        self._lay_out()
        self.apply_theme(theme)
        self.hide()

    def _lay_out(self) -> None:
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._text.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._close.setAccessibleName(self.tr("Close message"))
        self._close.setToolTip(self.tr("Close (Esc)"))
        self._close.setIconSize(QSize(16, 16))
        for button in (self._remedy, self._close):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._more.setProperty("muted", True)
        self._grid = QGridLayout(self)
        self._grid.setHorizontalSpacing(12)
        self._grid.setColumnStretch(1, 1)
        for column, widget in enumerate((self._icon, self._text, self._more)):
            self._grid.addWidget(widget, 0, column)
        self._grid.addWidget(self._close, 0, 4)
        self.stand(is_low=False)

    @property
    def floats(self) -> bool:
        """Whether what is on show goes by itself, and need not take room from the page."""
        return self.current is not None and self.current.is_fleeting

    def stand(self, *, is_low: bool) -> None:
        """Leave room around the words as fits where it stands; little where room is dear."""
        self._least_words = LOW_WORDS if is_low else LEAST_WORDS
        above = 3 if is_low or self.floats else 8
        self._grid.setContentsMargins(12 if self.floats else 16, above, 8, above)
        self._place_remedy()

    def width_of_words(self) -> int:
        """Return how wide it is with all words in one line."""
        others = (self._icon, self._more, self._close)
        taken = sum(one.sizeHint().width() for one in others if not one.isHidden())
        margins = self._grid.contentsMargins()
        gaps = 4 * self._grid.horizontalSpacing() + margins.left() + margins.right()
        words = self._text.fontMetrics().size(0, self._text.text()).width()
        return words + taken + gaps + 4  # a label wants a little more than its words

    def _place_remedy(self) -> None:
        """Put the button beside the words, or below them where they would be squeezed."""
        others = (self._icon, self._more, self._remedy, self._close)
        taken = sum(one.sizeHint().width() + 12 for one in others if not one.isHidden())
        below = self.width() - taken - 12 < self._least_words
        place = (1, 1, 1, 3) if below else (0, 3, 1, 1)
        align = Qt.AlignmentFlag.AlignLeft if below else Qt.AlignmentFlag.AlignVCenter
        self._grid.addWidget(self._remedy, *place, align)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_remedy()

    @property
    def current(self) -> Message | None:
        """The message on show."""
        return self._queue[0] if self._queue else None

    def post(
        self,
        text: str,
        kind: MessageKind = "info",
        *,
        id: str = "",  # noqa: A002 - the word for it
        remedy: Remedy | None = None,
        is_told: bool = False,
        is_first: bool = False,
        passes: bool = False,
    ) -> None:
        """Say something; a message of the same `id` is replaced.

        `is_told`: it is not announced; `is_first`: it comes before others that are as grave;
        `passes`: it goes by itself, whatever its kind.
        """
        before = self.current
        message = Message(said(text), kind, id, remedy, is_told, passes)
        kept = [one for one in self._queue if (one.id != id if id else one.text != text)]
        # sort() is stable: among equals, what was said first is shown first.
        among = [message, *kept] if is_first else [*kept, message]
        self._queue = sorted(among, key=lambda one: -GRAVITY[one.kind])
        self._refresh(before)

    def error(self, error: StudyError, *, id: str = "", remedy: Remedy | None = None) -> None:  # noqa: A002 - the word for it
        """Say what went wrong, why, and what to do about it."""
        hint = f" {sentence(said(error.hint))}" if error.hint else ""
        text = sentence(f"{said(error.what)}: {said(error.why)}")
        self.post(f"{text}{hint}", "error", id=id, remedy=remedy)

    def confirm(self, text: str, *, id: str) -> None:  # noqa: A002 - the word for it
        """Say what an act has just done: aloud now, whatever is on show, and each time anew."""
        announce(self, said(text))
        self.post(text, id=id, is_told=True)

    def clear(self, id: str) -> None:  # noqa: A002 - the word for it
        """Take back the message of this id: its reason is gone."""
        before = self.current
        self._queue = [one for one in self._queue if one.id != id]
        self._refresh(before)

    def dismiss(self) -> None:
        """Close the message on show and go on to the next."""
        before = self.current
        self._queue = self._queue[1:]
        self._refresh(before)

    def follow(self, jobs: Jobs) -> None:
        """Show titled jobs that take long, with a way to stop them."""
        jobs.progressed.connect(self._on_progress)
        jobs.settled.connect(self._on_settled)  # a method: a bar that is gone hears no more

    def apply_theme(self, theme: Theme) -> None:
        """Take on the colors of the theme."""
        self._theme = theme
        self._close.setIcon(icons.icon("x", theme))
        if self.current:
            self._show(self.current)
        self.update()

    def _on_progress(self, job: Job) -> None:
        words = self.tr("{}…").format(said(job.title))
        share = f" {percent(job.now / job.total)}" if job.total else ""
        cancel = Remedy(self.tr("Cancel"), job.cancel)
        self.post(f"{words}{share}", id=_id_of(job), remedy=cancel)

    def _on_settled(self, job: Job) -> None:
        self.clear(_id_of(job))

    def _on_remedy(self) -> None:
        message = self.current
        if message and message.remedy:
            self.dismiss()
            message.remedy.run()

    def _refresh(self, before: Message | None) -> None:
        message = self.current
        self._more.setText(f"+{len(self._queue) - 1}" if len(self._queue) > 1 else "")
        self._more.setVisible(len(self._queue) > 1)
        if message is before:
            self.changed.emit()  # that there are others takes room, too
            return
        self._timer.stop()
        self.setVisible(message is not None)
        if message:
            self._show(message)
            if message.is_fleeting:
                self._timer.start(INFO_MS if message.kind == "info" else WARNING_MS)
            is_news = before is None or before.id != message.id or not message.id
            if is_news and not message.is_told:
                self._announce(message)
        self.changed.emit()

    def _show(self, message: Message) -> None:
        hue = self._theme[HUES[message.kind]]
        self._icon.setPixmap(icons.pixmap(ICONS[message.kind], hue, 18, self.devicePixelRatioF()))
        self._icon.setAccessibleName(self._kind(message))
        self._text.setText(message.text)
        self._remedy.setVisible(message.remedy is not None)
        self._remedy.setText(message.remedy.title if message.remedy else "")
        self._place_remedy()
        self.update()

    def _announce(self, message: Message) -> None:
        words = message.text if message.kind == "info" else f"{self._kind(message)}: {message.text}"
        announce(self, words, at_once=message.kind == "error")

    def _kind(self, message: Message) -> str:
        """Return the icon of a message in a word."""
        names = {"warning": self.tr("Warning"), "error": self.tr("Error")}
        return names.get(message.kind, self.tr("News"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close with Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the ground tinted by kind, with a line above; as a card where it floats."""
        message = self.current
        if message is None:
            return
        hue = self._theme[HUES[message.kind]]
        tint = QColor(hue)
        tint.setAlphaF(0.10)
        with QPainter(self) as painter:
            if self.floats:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                card = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
                for pen, brush in ((Qt.PenStyle.NoPen, self._theme["chrome"]), (QPen(hue), tint)):
                    painter.setPen(pen)
                    painter.setBrush(brush)
                    painter.drawRoundedRect(card, RADIUS, RADIUS)
                return
            painter.fillRect(event.rect(), self._theme["chrome"])
            painter.fillRect(event.rect(), tint)
            painter.fillRect(0, 0, self.width(), 1, self._theme["border"])
            painter.fillRect(0, 0, 3, self.height(), hue)


def _id_of(job: Job) -> str:
    return f"job {id(job)}"


def sentence(words: str) -> str:
    """Return words that begin in lower case, as errors do, as a sentence."""
    words = words[:1].upper() + words[1:]
    return words if words.endswith((".", "!", "?", "…")) else f"{words}."
