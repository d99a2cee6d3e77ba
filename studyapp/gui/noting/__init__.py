"""Notes as cards: how they look, how they are written, and where they stand beside the page."""
