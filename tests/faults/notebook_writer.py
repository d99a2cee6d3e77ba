"""A process that writes to a notebook without end and tells each act once it was acknowledged.

Started by the fault tests, which kill it or let two of them run: `notebook_writer.py FOLDER SEED
ACTS PREFIX`. Each line told is `annotation-id number`, `log number` or `text hash`.
"""

import os
import random
import sys
from pathlib import Path

from msgspec.structs import replace

from studyapp.model import Annotation
from studyapp.notes.notebook import Notebook


def tell(*words):
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


def act(notebook, chance, number, prefix):
    kind = chance.random()
    if kind < 0.1:
        notebook.log("course").append([{"number": f"{prefix}{number}"}])
        return "log", f"{prefix}{number}"
    if kind < 0.2:
        return "text", notebook.keep_text("course", f"text {prefix}{number}" * 99)
    name = f"ID{chance.randrange(40)}"
    made = notebook.annotation("course", name) or Annotation(name, "note", "one.md", None)
    status = "trashed" if kind < 0.3 else ""
    length = chance.choice([1, 50, 5000])
    tags = (*made.tags[-20:], f"{prefix}{number}")
    notebook.put("course", replace(made, note=f"{number} " * length, tags=tags, status=status))
    return name, number


def main(folder, seed, acts, prefix):
    notebook = Notebook(Path(folder), "laptop")
    tell("ready", 0)
    chance = random.Random(int(seed))
    for count in range(int(acts)):
        tell(*act(notebook, chance, int(seed) * 10_000 + count, prefix))


if __name__ == "__main__":
    main(*sys.argv[1:])
