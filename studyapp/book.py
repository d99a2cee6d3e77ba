"""The open course, as what acts on it sees it: the workspace's notes, search and progress.

The workspace is one. They name this and not the workspace, which is made of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from studyapp.course.compiler import Compiler
    from studyapp.files import Home
    from studyapp.model import Course
    from studyapp.page import Page


class Book(Protocol):
    """A course, its folders, and its pages."""

    course: Course
    home: Home
    compiler: Compiler

    def page(self, section_id: str) -> Page:
        """Return a section compiled, as its file is now."""
        ...
