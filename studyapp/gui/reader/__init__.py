"""The page: built from blocks, painted with its boxes, mapped to the canonical text and back."""
