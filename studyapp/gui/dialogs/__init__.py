"""Windows beside the window: settings, keys, links, about."""
