"""Puts the window together from options: what `session` and `screenshot` have in common."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from studyapp import __version__
from studyapp.course.compiler import Compiler
from studyapp.course.loader import load_course
from studyapp.gui import fonts, language, style
from studyapp.gui.appearance import chosen_theme
from studyapp.gui.bridge import Bridge
from studyapp.gui.context import Context
from studyapp.gui.jobs import Jobs
from studyapp.gui.messages import Messages
from studyapp.gui.theme import Themes
from studyapp.gui.window import Window
from studyapp.workspace import Workspace

if TYPE_CHECKING:
    from studyapp.gui.memory import Memory
    from studyapp.options import WindowOptions
    from studyapp.settings import Settings


def application() -> QApplication:
    """Return the one QApplication, named and dressed in nothing yet."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(sys.argv[:1])
    app.setApplicationName("studyapp")
    app.setApplicationDisplayName("Studyapp")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("studyapp")
    return app


def build_context(options: WindowOptions, settings: Settings, remembered: Memory) -> Context:
    """Return what every part is handed: the course read, the theme chosen."""
    course = load_course(options.course, options.home)
    workspace = Workspace(course, options.home, Compiler(options.home.cache))
    return _context(workspace, settings, remembered)


def rebuild_context(before: Context) -> Context:
    """Return a new context on the same course, notebook and compiler; the one before has ended."""
    known = before.workspace
    workspace = Workspace(known.course, known.home, known.compiler, known.keeper)
    return _context(workspace, before.settings, before.memory)


def _context(workspace: Workspace, settings: Settings, remembered: Memory) -> Context:
    home = workspace.home
    # Before anything is made that has words
    language.use(application(), settings)
    themes = Themes(home.config / "themes")
    theme = chosen_theme(themes, settings)
    bridge, jobs, messages = Bridge(settings), Jobs(), Messages(theme)
    messages.follow(jobs)
    bridge.follow(workspace)
    return Context(home, settings, remembered, workspace, theme, themes, jobs, bridge, messages)


def build_window(app: QApplication, context: Context) -> Window:
    """Return the window, with the typefaces and colors it needs for its first screen."""
    fonts.register_first()
    style.apply(app, context.theme)
    return Window(context)


def end_work(context: Context) -> None:
    """End what a window has begun: no more work, no more news."""
    context.search.close()
    context.jobs.close()
    context.workspace.close()
    context.bridge.close()


def close_context(context: Context) -> None:
    """End in order; no process is left behind."""
    end_work(context)
    context.workspace.keeper.close()
    context.workspace.compiler.close()
    context.workspace.keeper.close()
