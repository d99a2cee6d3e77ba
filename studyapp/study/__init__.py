"""Learning, as values: what was read so far. It knows neither window nor workspace."""
