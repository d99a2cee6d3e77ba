"""The parts of searching that are seen: field, results, find bar, switcher, marks on the page."""
