"""Search: from plain values to an index in the cache folder, and from a query to hits.

`studyapp.searching` is the only caller. Whoosh is reached through `store.py` alone.
"""
