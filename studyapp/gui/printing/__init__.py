"""Pages on paper and in PDF: galleys of sections, cut into pages, painted by our own painter."""
