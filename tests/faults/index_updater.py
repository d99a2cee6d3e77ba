"""Updates an index again and again with texts made from a number, and says each that is done.

Run by `test_index_kill.py` as a process of its own: FOLDER FIRST.
"""

import sys
from itertools import count
from pathlib import Path

from tests.search.indexes import Shelf


def texts_of(number):
    """Return 30 texts, a few of which differ from those of the number before."""
    return {f"{n}.md": f"# Title {n}\n\nshared word{n} round{(number + n) // 7}" for n in range(30)}


if __name__ == "__main__":
    shelf = Shelf(Path(sys.argv[1]))
    for number in count(int(sys.argv[2])):
        shelf.put(texts_of(number))
        print(number, flush=True)  # noqa: T201 - what the test reads
