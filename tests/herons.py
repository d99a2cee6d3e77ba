"""A course of two pages, to mark and to change: for tests of the verbs on notes and of places."""

from contextlib import contextmanager

from studyapp.course.compiler import Compiler
from studyapp.course.loader import load_course
from studyapp.workspace import Workspace
from tests.writing import home_in, write_files

HERON = "The heron stands in shallow water and waits for a fish to come near."
STORK = "A stork claps with its bill when it greets another stork on the nest."
FILES = {
    "course.toml": 'id = "birds"\ntitle = "Birds"\n',
    "heron.md": f"# Heron 😀\n\nGrey and tall it is. {HERON} Then it strikes.\n",
    "stork.md": f"# Stork\n\nWhite and black it is. {STORK} So the nest is loud.\n",
}


@contextmanager
def opening(folder):
    """Write the course; give a function that opens it anew, as another start of the app would."""
    home = home_in(folder)
    write_files(folder / "course", FILES)
    compilers = []

    def open_it():
        course = load_course(folder / "course", home, fresh=True)
        compilers.append(Compiler(home.cache))
        return Workspace(course, home, compilers[-1])

    yield open_it
    for compiler in compilers:
        compiler.close()


def span(workspace, section, words):
    start = workspace.page(section).text.index(words)
    return start, start + len(words)


def mark(workspace, words=HERON, section="heron.md", **more):
    return workspace.notes.add(section, span(workspace, section, words), **more)


def rewrite(workspace, section, text):
    write_files(workspace.course.root, {section: text})


def survey(workspace):
    """Find every passage again, as the window does after the course has changed."""
    whereabouts = workspace.whereabouts
    whereabouts.take(whereabouts.survey(workspace.notes.all()).run())
