"""How fast and how small the app is, against something on the same machine: `python -m benchmarks`.

Each file measures one group of rows of the one table. Inputs are generated, nothing is fetched, and
both sides of a ratio are measured in the same run, in turns, so that a busy machine slows both.
"""
