"""Two devices that edit the same 200 annotations while apart, then meet through a sync tool or git.

However the copies are named and whichever side keeps the name, both devices end with the same
annotations, and every edit of either is in them.
"""

import random
import shutil
import subprocess

import pytest
from msgspec.structs import replace

from studyapp.model import Annotation, StudyError
from studyapp.notes.merging import TRASHED
from studyapp.notes.notebook import LOCAL, Notebook

COPIES = {
    "Syncthing": "{}.sync-conflict-20261122-101530-ABCDEFG.md",
    "Dropbox": "{} (Anna's conflicted copy 2026-11-22).md",
    "OneDrive": "{}-LAPTOP-2.md",
    "Nextcloud": "{} (conflicted copy 2026-11-22 101530).md",
    "Google Drive": "{} (1).md",
}
EDITS = ("note", "color", "tag", "untag", "section", "trash")
COUNT = 200


class Meeting:
    """The notebook of two devices, `a` and `b`, after their time apart."""

    def __init__(self, folder):
        self.folder = folder
        self.start = folder / "start"
        first = Notebook(self.start, "a")
        for number in range(COUNT):
            tags = ("old", "kept")
            first.put(
                "course",
                Annotation(
                    f"ID{number:03}", "note", "one.md", None, f"first {number}", "yellow", tags
                ),
            )
        self.edits = {}
        for device, seed in (("a", 1), ("b", 2)):
            shutil.copytree(self.start, folder / device)
            self.edits[device] = edit(Notebook(folder / device, device), random.Random(seed))

    def annotations(self, device):
        return self.folder / device / "course" / "annotations"


def edit(notebook, chance):
    """Edit most annotations once or twice; return what was done to each."""
    done = {}
    for name in notebook.annotations("course"):
        kinds = chance.sample(EDITS, chance.choice([0, 1, 1, 2, 3]))
        for kind in kinds:
            now = notebook.annotations("course")[name]
            notebook.put("course", edited(now, kind, notebook.device))
        done[name] = set(kinds)
    notebook.close()
    return done


def edited(made, kind, device):
    return {
        "note": lambda: replace(made, note=f"written on {device}, {made.id}"),
        "color": lambda: replace(made, color=f"color of {device}"),
        "tag": lambda: replace(made, tags=(*made.tags, f"tag of {device}")),
        "untag": lambda: replace(made, tags=tuple(tag for tag in made.tags if tag != "old")),
        "section": lambda: replace(made, section=f"{device}.md"),
        "trash": lambda: replace(made, status=TRASHED),
    }[kind]()


@pytest.fixture(scope="module")
def meeting(tmp_path_factory):
    return Meeting(tmp_path_factory.mktemp("meeting"))


def synced(meeting, here, keeps_name, copy_name, folder):
    """Return the annotations on device `here` after a sync that left copies of one side."""
    other = "b" if keeps_name == "a" else "a"
    shutil.copytree(meeting.folder / here, folder)
    for path in meeting.start.glob("course/annotations/*.md"):
        versions = {
            device: (meeting.annotations(device) / path.name).read_bytes() for device in "ab"
        }
        target = folder / "course" / "annotations" / path.name
        changed = [device for device in "ab" if versions[device] != path.read_bytes()]
        target.write_bytes(versions[keeps_name if len(changed) == 2 else (changed or "a")[0]])
        if len(changed) == 2:
            target.with_name(copy_name.format(path.stem)).write_bytes(versions[other])
    return settled(Notebook(folder, here))


def settled(notebook):
    """Return the annotations once the notebook was opened, with great changes accepted."""
    notebook.annotations("course")
    try:
        notebook.refresh()
    except StudyError:
        notebook.refresh(accept_losses=True)
    assert notebook.findings == ()
    assert len(list(notebook.folder.glob("course/annotations/*"))) == COUNT
    found = notebook.annotations("course")
    assert settled_again(notebook) == found
    return found


def settled_again(notebook):
    third = Notebook(notebook.folder, "third")
    third.annotations("course")
    third.refresh()
    return third.annotations("course")


def nothing_is_lost(meeting, found):
    for name, made in found.items():
        kinds = {device: meeting.edits[device][name] for device in "ab"}
        for device, other in ("ab", "ba"):
            ours, theirs = kinds[device], kinds[other]
            assert "note" not in ours or f"written on {device}, {name}" in made.note
            assert "tag" not in ours or f"tag of {device}" in made.tags
            alone = ours - theirs
            assert "color" not in alone or made.color == f"color of {device}"
            assert "section" not in alone or made.section == f"{device}.md"
        both = kinds["a"] | kinds["b"]
        assert ("old" in made.tags) == ("untag" not in both)
        assert "kept" in made.tags
        edited_only = any("trash" not in ours and ours for ours in kinds.values())
        assert (made.status == TRASHED) == ("trash" in both and not edited_only)
        assert "color" in both or made.color == "yellow"


@pytest.mark.parametrize("tool", COPIES)
def test_conflict_copies_lose_nothing_whoever_keeps_the_name(meeting, tmp_path, tool):
    orders = ("aa", "ab", "ba", "bb") if tool == "Syncthing" else ("aa", "bb")
    results = [
        synced(meeting, here, keeps, COPIES[tool], tmp_path / f"{here}{keeps}")
        for here, keeps in orders
    ]
    assert all(result == results[0] for result in results)
    nothing_is_lost(meeting, results[0])
    aside = list((tmp_path / "aa" / LOCAL / "backups" / "merged" / "course").iterdir())
    clashes = sum(
        bool(meeting.edits["a"][name] and meeting.edits["b"][name]) for name in results[0]
    )
    assert len(aside) == clashes > 80


def test_without_its_memory_a_device_still_loses_no_text_and_no_tag(meeting, tmp_path):
    shutil.copytree(meeting.folder, tmp_path / "copy")
    other = Meeting.__new__(Meeting)
    other.folder, other.start, other.edits = tmp_path / "copy", meeting.start, meeting.edits
    for device in "ab":
        shutil.rmtree(other.folder / device / LOCAL)
    results = [
        synced(other, here, keeps, COPIES["Syncthing"], tmp_path / f"{here}{keeps}")
        for here, keeps in ("ab", "ba")
    ]
    assert results[0] == results[1]
    for name, made in results[0].items():
        for device in "ab":
            kinds = other.edits[device][name]
            assert "note" not in kinds or f"written on {device}, {name}" in made.note
            assert "tag" not in kinds or f"tag of {device}" in made.tags


def git(folder, *words, check=True):
    settings = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false")
    return subprocess.run(["git", *settings, *words], cwd=folder, check=check, capture_output=True)


def merged_by_git(meeting, ours, style, folder):
    """Return the annotations after device `ours` merged the other's branch with git."""
    theirs = "b" if ours == "a" else "a"
    shutil.copytree(meeting.start, folder)
    (folder / ".gitignore").write_text(f"{LOCAL}/\n")
    git(folder, "init", "-q", "-b", "main")
    git(folder, "config", "merge.conflictStyle", style)
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "start")
    for device in (theirs, ours):
        git(folder, "checkout", "-q", "-b", device, "main")
        shutil.copytree(
            meeting.annotations(device), folder / "course" / "annotations", dirs_exist_ok=True
        )
        git(folder, "commit", "-q", "-a", "-m", device)
    shutil.rmtree(folder / LOCAL)
    shutil.copytree(meeting.folder / ours / LOCAL, folder / LOCAL)
    assert git(folder, "merge", theirs, check=False).returncode == 1
    return settled(Notebook(folder, ours))


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
@pytest.mark.parametrize("style", ["merge", "diff3", "zdiff3"])
def test_a_merge_by_git_loses_nothing_whoever_merges(meeting, tmp_path, style):
    one = merged_by_git(meeting, "a", style, tmp_path / "a")
    other = merged_by_git(meeting, "b", style, tmp_path / "b")
    assert one == other
    nothing_is_lost(meeting, one)
    assert one == synced(meeting, "a", "a", COPIES["Dropbox"], tmp_path / "copies")


@pytest.mark.parametrize("hours", [-1, 1])
def test_the_last_edit_of_what_was_seen_wins_whoever_s_clock_is_wrong(tmp_path, hours):
    right = Notebook(tmp_path / "a", "a", clock=lambda: 1_800_000_000.0)
    wrong = Notebook(tmp_path / "b", "b", clock=lambda: 1_800_000_000.0 + hours * 3600)
    made = right.put("course", Annotation("ID", "note", "one.md", None, color="yellow"))
    path = tmp_path / "a" / "course" / "annotations" / "ID.md"
    other = tmp_path / "b" / "course" / "annotations" / "ID.md"
    for here, there, writer, color in (
        (other, path, wrong, "red"),
        (path, other, right, "blue"),
        (other, path, wrong, "green"),
    ):
        here.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(there if there.exists() else path, here)
        before = writer.annotation("course", "ID")
        made = writer.put("course", replace(before, color=color))
        assert made.modified > before.modified
        # and it wins over the older version, which comes back as a conflict copy
        here.with_name("ID (1).md").write_bytes(there.read_bytes())
        writer.refresh()
        assert writer.annotation("course", "ID").color == color
        assert [one.name for one in here.parent.iterdir()] == ["ID.md"]
