"""A course: its folder as a tree of sections, its Markdown as pages, its links and its problems."""
