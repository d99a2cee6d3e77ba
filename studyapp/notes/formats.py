"""The format of a notebook, and how one of an older format is brought up to it.

`notes.notebook` asks this when it opens a folder. A change of the format is a function in
`MIGRATIONS`, which takes the notebook's folder from one format to the next.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec

from studyapp import files
from studyapp.model import StudyError
from studyapp.wording import translate

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    Migration = Callable[[Path], None]
    """May be cut short at any moment and is then run again: it leaves alone what it did before."""

MIGRATIONS: tuple[Migration, ...] = ()
"""The first takes format 1 to 2, and so on; the last one's is the format that this app writes."""


def read(path: Path) -> tuple[int, dict[str, Any]] | None:
    """Return the format and entries of a `notebook.json`; None if there is none.

    Raises StudyError if it cannot be read.
    """
    try:
        entries: object = msgspec.json.decode(path.read_bytes(), type=dict[str, Any])
    except FileNotFoundError:
        return None
    except OSError as error:
        raise StudyError(
            translate("Notebook", "{} cannot be read").format(path), files.reason(error)
        ) from error
    except ValueError as error:
        hint = translate("Notebook", "`studyapp doctor --repair` makes it anew")
        raise StudyError(
            translate("Notebook", "{} cannot be read").format(path), str(error), hint
        ) from error
    number: object = entries.pop("format", None)
    if not isinstance(number, int) or number < 1:
        hint = translate("Notebook", "`studyapp doctor --repair` makes it anew")
        raise StudyError(
            translate("Notebook", "{} cannot be read").format(path),
            translate("Notebook", "it is of format {}").format(number),
            hint,
        )
    return number, entries


def migrate(
    path: Path, migrations: Sequence[Migration], back_up: Callable[[], object]
) -> tuple[int, dict[str, Any]] | None:
    """Bring the notebook of a `notebook.json` to the newest format; return what `read` does.

    `back_up` is called before anything is changed. Raises StudyError if something cannot be done;
    what was done by then is not done again.
    """
    found = read(path)
    if found is None or found[0] > len(migrations):
        return found
    number, entries = found
    back_up()
    for migration in migrations[number - 1 :]:
        try:
            migration(path.parent)
        except OSError as error:
            raise files.unwritable(path.parent, error) from error
        number += 1
        files.write_json(path, number, entries)
    return number, entries
