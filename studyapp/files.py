"""Where the app keeps its files, and how it writes them so that nothing acknowledged is lost.

Every floor above calls this: folders come from `Home`, bundled material from `bundled`, and no
other module opens a file for writing.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, cast

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from studyapp.model import StudyError
from studyapp.wording import translate, worded

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

HOME_VARIABLE = "STUDYAPP_HOME"
NOTEBOOK_CHOICE = "notebook-folder.json"
TEMPORARY_SUFFIX = ".studyapp-tmp"
"""Marks a write under way, or one that was cut short."""


class Home(Struct, frozen=True):
    """The app's four folders; it writes nowhere else, unless the user names a file."""

    notebook: Path
    """What the learner made: the only folder worth a backup."""
    cache: Path
    """Derived; may be deleted at any time."""
    config: Path
    """Choices: settings, themes of the user's own."""
    state: Path
    """Memory of this machine: window places, known courses, log, backups."""
    is_chosen: bool = False
    """Whether the user has chosen where the notebook is."""

    @classmethod
    def at(cls, folder: Path | str | None = None) -> Home:
        """Return the folders under one folder, or where this system keeps such things.

        Without `folder` the variable STUDYAPP_HOME is asked first. The notebook is where the user
        has chosen it to be.
        """
        usual = cls.usual(folder)
        with suppress(StudyError):  # told by whoever asks for notes; other folders are as usual
            if chosen := chosen_notebook(usual.config):
                return replace(usual, notebook=chosen, is_chosen=True)
        return usual

    @classmethod
    def usual(cls, folder: Path | str | None = None) -> Home:
        """Return the folders as they are without a choice of the user."""
        given = folder or os.environ.get(HOME_VARIABLE)
        if given:
            base = Path(given).expanduser().absolute()
            return cls(base / "notebook", base / "cache", base / "config", base / "state")
        from platformdirs import PlatformDirs  # noqa: PLC0415 - not needed in a portable home

        places = PlatformDirs("studyapp", appauthor=False)
        return cls(
            notebook=places.user_documents_path / "Studyapp",
            cache=places.user_cache_path,
            config=places.user_config_path,
            state=places.user_state_path,
        )


def chosen_notebook(config: Path) -> Path | None:
    """Return the folder that the user has chosen for the notebook, None for the usual one.

    Raises StudyError if the choice cannot be read: the usual folder in its place would look as if
    all notes were lost.
    """
    entries = read_json(config / NOTEBOOK_CHOICE, 1)
    folder = str(entries.get("folder", "")) if entries else ""
    return Path(folder) if folder else None


def choose_notebook(config: Path, folder: Path | None) -> None:
    """Keep a choice of the notebook's folder for the next start; None for the usual one."""
    write_json(config / NOTEBOOK_CHOICE, 1, {"folder": str(folder) if folder else ""})


def bundled(name: Literal["content", "resources"]) -> Path:
    """Return a folder that ships with the app: in the package, or beside it in a checkout."""
    package = Path(__file__).resolve().parent
    for folder in (package / name, package.parent / name):
        if folder.is_dir():
            return folder
    raise StudyError(
        translate("Files", "the app's own folder '{}' is missing").format(name),
        translate("Files", "it is not in {}").format(package),
        translate("Files", "install Studyapp again"),
    )


def write_atomic(path: Path, data: bytes | Iterable[bytes]) -> os.stat_result:
    """Write a file so that, once this returns, neither a crash nor a power cut can take it back.

    Three steps, each of which was needed on some file system: the data reach the disk under another
    name, the name is swapped, the folder reaches the disk. Data in parts are written as they are
    made. Returns the status of what was written, whoever replaces it next.
    """
    return _replace(path, data, durable=True)


def write_derived(path: Path, data: bytes | Iterable[bytes]) -> None:
    """Write a file that can be made again: never half, but perhaps not at all after a power cut."""
    _replace(path, data, durable=False)


def _replace(path: Path, data: bytes | Iterable[bytes], *, durable: bool) -> os.stat_result:
    try:
        # A linked file (settings kept elsewhere, say) stays a link: its target is what is replaced.
        target = Path(os.path.realpath(path)) if path.is_symlink() else path
        folder = target.parent
        make_folder(folder)
        temporary = folder / f".{target.name}.{os.urandom(4).hex()}{TEMPORARY_SUFFIX}"
        try:
            status = _write_new(temporary, data, durable=durable)
            temporary.replace(target)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
        if durable:
            sync_folder(folder)
    except OSError as error:
        raise unwritable(path, error) from error
    return status


def _write_new(path: Path, data: bytes | Iterable[bytes], *, durable: bool) -> os.stat_result:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    handle = os.open(path, flags, 0o600)
    with os.fdopen(handle, "wb", buffering=0) as file:
        for part in (data,) if isinstance(data, bytes) else data:
            left = memoryview(part)
            while left:
                left = left[file.write(left) :]
        if durable:
            os.fsync(handle)
        return os.fstat(handle)


def make_folder(folder: Path) -> None:
    """Make a folder and those above it so that a power cut does not take them back."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(exist_ok=True)
    sync_folder(folder.parent)


def sync_folder(folder: Path) -> None:
    """See to it that the names in a folder are on disk."""
    if os.name == "nt":
        return  # Windows cannot sync a folder; its rename is written through
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sweep_temporary(folder: Path) -> int:
    """Remove what cut-short writes left in a folder; return how many."""
    strays = list(folder.glob(f".*{TEMPORARY_SUFFIX}"))
    for stray in strays:
        stray.unlink(missing_ok=True)
    return len(strays)


def read_json(path: Path, version: int) -> dict[str, Any] | None:
    """Return what `write_json` wrote; None without a file, StudyError if it cannot be used."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise StudyError(
            translate("Files", "cannot read {}").format(path), reason(error)
        ) from error
    try:
        value: Any = msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise StudyError(
            translate("Files", "cannot read {}").format(path),
            translate("Files", "not valid JSON: {}").format(error),
            translate("Files", "repair or remove it"),
        ) from error
    return _checked(path, value, version)


def _checked(path: Path, value: object, version: int) -> dict[str, Any]:
    if not isinstance(value, dict):
        raise StudyError(
            translate("Files", "cannot read {}").format(path),
            translate("Files", "it holds no JSON object"),
            translate("Files", "repair or remove it"),
        )
    entries = cast("dict[str, Any]", value)
    found = entries.pop("format", version)
    if not isinstance(found, int) or found < 1:
        raise StudyError(
            translate("Files", "cannot read {}").format(path),
            translate("Files", "format {!r} is no version").format(found),
            translate("Files", "repair or remove it"),
        )
    if found > version:
        raise StudyError(
            translate("Files", "cannot read {}").format(path),
            translate("Files", "format {} is newer than this app's {}").format(found, version),
            translate("Files", "update Studyapp"),
        )
    return entries


def write_json(path: Path, version: int, entries: Mapping[str, object]) -> None:
    """Write a JSON object with its format version, durably and readable by eye."""
    data = msgspec.json.encode({"format": version, **entries})
    write_atomic(path, msgspec.json.format(data, indent=2) + b"\n")


def set_aside(path: Path) -> None:
    """Keep a file that could not be read under another name, out of the way of a new one."""
    try:
        path.replace(path.with_name(path.name + ".unreadable"))
    except OSError as error:
        raise unwritable(path, error) from error


def unwritable(path: Path, error: OSError) -> StudyError:
    """Return the user's version of an error met while writing."""
    return StudyError(
        translate("Files", "cannot write {}").format(path),
        reason(error),
        translate("Files", "check the folder and the free space"),
    )


def as_text(path: Path | str) -> str:
    """Return a path as text that can be stored and shown: `?` where a name is other bytes."""
    return str(path).encode(errors="replace").decode()


def reason(error: OSError) -> str:
    """Return the system's words for an error, without path and number."""
    said = (error.strerror or str(error) or type(error).__name__).lower()
    return worded("System", said)


def portable_name(title: str) -> str:
    """Return a title as every system takes it for the name of a file; maybe nothing is left."""
    kept = "".join(" " if char in '<>:"/\\|?*' or char < " " else char for char in title)
    return " ".join(kept.split())[:80].strip(". ")
