"""What draws the figures of the bundled course; docs/make_figures.py runs it."""
