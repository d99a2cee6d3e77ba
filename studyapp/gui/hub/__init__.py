"""The hub: all annotations in one list, filtered, grouped and acted on together."""
