"""Markdown of the course dialect, compiled to pages.

`course.worker` calls `compile_page`. A source goes through two halves:

- `dialect` makes an element tree of it with python-markdown, its extensions and what these lack:
  blocks (`containers` asks `starts` where one begins, and hands `lines` to `lists`, `quotes`,
  `definitions` and `verbatim`), `inlines` and `notes`.
- `converting` makes blocks of the tree: `prose`, `nests` and `leaves` read its elements and share
  a `builder`; `spans` turns inline elements into runs, `rawhtml` sanitizes what is HTML, and
  `composing` writes the canonical text.
"""

from studyapp.course.markup.compiling import compile_page

__all__ = ["compile_page"]
