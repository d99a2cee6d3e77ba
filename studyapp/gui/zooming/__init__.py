"""Pictures, formulas and tables of the page, seen large."""
