"""What a link or a footnote of the page leads to, shown in a card beside it."""
