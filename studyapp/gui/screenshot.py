"""Draws the real window into a picture file, without a screen: for the manual and the README.

The window is the one that users see, with its panels and its page. Nothing is kept: neither the
window's place nor the page left last, and the user's own memory is not read.
"""

from __future__ import annotations

import gc
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, Qt, QTimer, qInstallMessageHandler
from PySide6.QtGui import QImage

from studyapp.gui import setup
from studyapp.gui.memory import Memory
from studyapp.gui.view_commands import step_setting
from studyapp.model import StudyError
from studyapp.settings import Settings

if TYPE_CHECKING:
    from PySide6.QtGui import QPixmap

    from studyapp.gui.window import Window
    from studyapp.options import PictureOptions

PATIENCE_SECONDS = 30.0
LOOK_MS = 4


def draw(options: PictureOptions) -> None:
    """Write the picture; StudyError when the place is not there or the file cannot be written."""
    qInstallMessageHandler(lambda *_: None)
    app = setup.application()
    context = setup.build_context(options, _settings(options), Memory())
    try:
        window = setup.build_window(app, context)
        window.places.looks_ahead = False
        window.resize(*options.size)
        if options.panels is None:
            window.sides.open_remembered(options.size[0])
        else:
            _check_panels(window, options.panels)
            window.sides.open_only(options.panels)
        # Laid out as if shown, painted only into the picture
        window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        window.show()
        window.places.start(options.place)
        if options.search:
            window.seeking.ask(options.search)
        picture = _settled_picture(window)
        if window.context.messages.current:
            raise StudyError("cannot draw that place", window.context.messages.current.text)
    finally:
        setup.close_context(context)
    _write(picture, options)
    gc.freeze()


def _settings(options: PictureOptions) -> Settings:
    """Return the user's settings, changed for this picture alone."""
    own = Settings(options.home.config / "settings.json")
    settings = Settings()
    for row in own.rows():
        settings.put(row, own.value_of(row))
    if options.theme:
        settings.theme = options.theme
    step_setting(settings, Settings.text_size, options.zoom)
    return settings


def _check_panels(window: Window, wanted: tuple[str, ...]) -> None:
    known = window.sides.ids
    if unknown := [name for name in wanted if name not in known]:
        hint = f"there are: {', '.join(known)}"
        raise StudyError(f"panel {unknown[0]}", "there is no such panel", hint)


def _settled_picture(window: Window) -> QPixmap:
    """Return the window once its page is complete; painting it is what asks for its pictures."""
    end = time.monotonic() + PATIENCE_SECONDS
    picture = _picture(window)
    while not _is_over(window, end):
        _wait(window, end)
        picture = _picture(window)
    return picture


def _picture(window: Window) -> QPixmap:
    # What was said to the header changes its layout; `grab` paints, once
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
    return window.grab()


def _wait(window: Window, end: float) -> None:
    loop, look = QEventLoop(), QTimer(interval=LOOK_MS)
    look.timeout.connect(lambda: loop.quit() if _is_over(window, end) else None)
    look.start()
    loop.exec()


def _is_over(window: Window, end: float) -> bool:
    waits = not window.is_settled() or window.context.search.index.busy
    return not waits or time.monotonic() > end


def _write(picture: QPixmap, options: PictureOptions) -> None:
    path = options.output
    # Three bytes a pixel and eight tenths: as small as by default, in two thirds of the time
    plain = picture.toImage().convertToFormat(QImage.Format.Format_RGB888)
    if not plain.save(str(path), None, 80):
        raise StudyError(f"cannot write {path}", "the folder or the kind of file does not allow it")
