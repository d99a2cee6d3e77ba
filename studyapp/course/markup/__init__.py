"""Markdown of the course dialect, compiled to pages.

`course.compiler` calls `compile_page` in its worker. Reading goes `dialect` (python-markdown and
what it lacks: `containers`, `fences`, `inlines`, `notes`) -> element tree -> `converting` (with
`spans`, `rawhtml`, `composing`) -> blocks.
"""

from studyapp.course.markup.compiling import compile_page

__all__ = ["compile_page"]
