"""The verbs on notes as contracted, each seen on the real program in a process of its own."""

import json
import os
import subprocess
import sys
from types import SimpleNamespace

import pytest

from tests.writing import write_files

KEYS = [
    "id", "course", "section", "kind", "quote", "prefix", "suffix", "start", "end", "state",
    "color", "note", "tags", "created", "updated",
]  # fmt: skip
TEXT = "The heron waits. The heron strikes when a fish comes near, and it does not miss."
FILES = {
    "course.toml": 'id = "birds"\ntitle = "Birds"\n',
    "heron.md": f"# Heron 😀\n\n{TEXT}\n",
    "stork.md": "# Stork\n\nA stork claps with its bill when another comes to the nest.\n",
}


@pytest.fixture
def course(tmp_path):
    return write_files(tmp_path / "course", FILES)


@pytest.fixture
def run(tmp_path):
    """Return a function that runs a verb and returns status, output, JSON and what was said."""

    def start(*arguments):
        environment = {**os.environ, "STUDYAPP_HOME": str(tmp_path / "home")}
        command = [sys.executable, "-m", "studyapp", *map(str, arguments)]
        done = subprocess.run(
            command, capture_output=True, env=environment, timeout=60, check=False, text=True
        )
        value = json.loads(done.stdout) if done.stdout and "--json" in arguments else None
        return SimpleNamespace(
            status=done.returncode, out=done.stdout, json=value, said=done.stderr
        )

    return start


@pytest.fixture
def made(run, course):
    arguments = ("--quote", "strikes when a fish comes near", "--note", "Quick!", "--tag", "a")
    return run("highlight", "heron.md", "--course", course, *arguments, "--json").json


def test_a_highlight_is_the_annotation_with_all_its_keys(made):
    assert list(made) == KEYS
    text = f"Heron 😀\n{TEXT}"
    start = text.index("strikes")
    assert (made["start"], made["end"]) == (start, start + 30)
    assert (made["course"], made["section"], made["kind"]) == ("birds", "heron.md", "highlight")
    assert (made["state"], made["color"], made["note"], made["tags"]) == (
        "anchored",
        "yellow",
        "Quick!",
        ["a"],
    )
    assert made["prefix"] == text[start - 32 : start]
    assert made["created"] == made["updated"]


def test_notes_lists_what_was_made_and_filters(run, course, made):
    second = run(
        "highlight", "stork.md", "--quote", "claps", "--color", "blue", "--course", course, "--json"
    ).json
    found = run("notes", "--course", course, "--json").json["annotations"]
    assert found == [made, second]
    for option, value, ids in (
        ("--section", "stork.md", [second["id"]]),
        ("--tag", "a", [made["id"]]),
        ("--color", "blue", [second["id"]]),
        ("--state", "anchored", [made["id"], second["id"]]),
        ("--state", "orphaned", []),
    ):
        listed = run("notes", "--course", course, option, value, "--json").json["annotations"]
        assert [one["id"] for one in listed] == ids
    shown = run("notes", "--course", course).out
    assert "“strikes when a fish comes near”" in shown
    assert "2 annotations in Birds" in shown


def test_a_quote_that_is_no_single_place_is_a_problem_and_not_a_guess(run, course):
    for quote, said in (("The heron", "2 times"), ("owl", "not in the section")):
        done = run("highlight", "heron.md", "--quote", quote, "--course", course, "--json")
        assert (done.status, done.out) == (1, "")
        assert said in done.said
    place = ("--prefix", "waits. ", "--suffix", " strikes")
    done = run(
        "highlight", "heron.md", "--quote", "The heron", *place, "--course", course, "--json"
    )
    assert done.json["start"] == 25


def test_an_unknown_color_section_or_annotation_is_a_problem(run, course, made):
    for arguments, said in (
        (("highlight", "heron.md", "--quote", "waits", "--color", "red"), "no color 'red'"),
        (("highlight", "owl.md", "--quote", "waits"), "no section 'owl.md'"),
    ):
        done = run(*arguments, "--course", course)
        assert done.status == 1
        assert said in done.said
    done = run("note", "remove", "nothing")
    assert (done.status, done.said.count("\n")) == (1, 1)
    assert "no annotation 'nothing'" in done.said
    assert run("note", "burn", made["id"]).status == 2
    assert run("note", "relink", made["id"], "heron.md").status == 2


def test_an_annotation_is_edited_by_its_id_alone(run, course, made):
    edited = run("note", "edit", made["id"], "--note", "Slow", "--color", "pink", "--json").json
    assert (edited["note"], edited["color"], edited["tags"]) == ("Slow", "pink", ["a"])
    assert edited["updated"] > made["updated"]
    tagged = run("--json", "note", "edit", made["id"][:20], "--tag", "b", "--tag", "c").out
    assert json.loads(tagged)["tags"] == ["b", "c"]
    assert run("notes", "--course", course, "--json").json["annotations"][0]["note"] == "Slow"


def test_what_is_removed_is_no_longer_listed_and_can_be_restored(run, course, made):
    removed = run("note", "remove", made["id"], "--json").json
    assert removed["id"] == made["id"]
    assert run("notes", "--course", course, "--json").json == {"annotations": []}
    kept = run("notes", "--course", course, "--removed", "--json").json["annotations"]
    assert [one["id"] for one in kept] == [made["id"]]
    assert run("note", "restore", made["id"], "--json").json["note"] == "Quick!"
    assert len(run("notes", "--course", course, "--json").json["annotations"]) == 1


def test_states_are_those_of_the_course_as_it_now_is(run, course, made):
    def state():
        (found,) = run("notes", "--course", course, "--json").json["annotations"]
        return found

    write_files(course, {"heron.md": f"# Heron 😀\n\nNew words first.\n\n{TEXT}\n"})
    moved = state()
    assert (moved["state"], moved["start"]) == ("anchored", made["start"] + 17)
    write_files(course, {"heron.md": FILES["heron.md"].replace("a fish", "a frog or fish")})
    assert state()["state"] == "changed"
    write_files(course, {"heron.md": "# Heron\n\nNothing of that is left here.\n"})
    lost = state()
    assert (lost["state"], lost["start"], lost["end"]) == ("orphaned", None, None)
    assert lost["quote"] == made["quote"]
    arguments = ("stork.md", "--quote", "claps with its bill", "--json")
    linked = run("note", "relink", made["id"], *arguments).json
    assert (linked["section"], linked["state"], linked["note"]) == (
        "stork.md",
        "anchored",
        "Quick!",
    )
    write_files(course, FILES)
    assert state()["section"] == "stork.md"


def test_notes_outlive_their_course(run, course, made, tmp_path):
    course.rename(tmp_path / "moved")
    edited = run("note", "edit", made["id"], "--note", "later", "--json")
    assert edited.json["note"] == "later"
    assert edited.json["state"] == "orphaned"
    assert "course birds is not found" in edited.said
    found = run("notes", "--course", tmp_path / "moved", "--json").json["annotations"]
    assert [(one["note"], one["state"]) for one in found] == [("later", "anchored")]


def test_a_bad_file_is_told_and_hides_nothing(run, course, made, tmp_path):
    folder = tmp_path / "home" / "notebook" / "birds" / "annotations"
    (folder / "bad.md").write_text("no front matter", encoding="utf-8")
    done = run("notes", "--course", course, "--json")
    assert [one["id"] for one in done.json["annotations"]] == [made["id"]]
    assert f"{folder / 'bad.md'}:1: " in done.said


def test_snapshots_are_made_compared_and_restored(run, course, made):
    taken = run("backup", "take", "--json").json
    assert run("backup", "list", "--json").json == {"snapshots": [taken]}
    assert run("backup", "diff", taken["name"], "--json").json == {"differences": []}
    run("note", "edit", made["id"], "--note", "changed")
    (difference,) = run("backup", "diff", taken["name"], "--json").json["differences"]
    assert (difference["path"], difference["effect"]) == (
        f"birds/annotations/{made['id']}.md",
        "changes",
    )
    assert difference["now"].endswith("changed")
    shown = run("backup", "diff", taken["name"][:10]).out
    assert shown.rstrip().endswith("1 file would change")
    assert "-changed" in shown
    assert "+Quick!" in shown
    assert run("backup", "restore", taken["name"], "--json").json == {"restored": 1}
    (restored,) = run("notes", "--course", course, "--json").json["annotations"]
    assert restored["note"] == "Quick!"
    assert len(run("backup", "list", "--json").json["snapshots"]) == 2


def test_a_backup_of_nothing_is_a_problem(run):
    done = run("backup", "list")
    assert (done.status, done.said.count("\n")) == (1, 1)
    assert "there is no notebook yet" in done.said


def test_a_sound_notebook_or_none_has_no_findings(run, course, made, tmp_path):
    assert run("doctor", "--json").json == {"findings": []}
    done = run("--home", tmp_path / "nowhere", "doctor", "--json")
    assert (done.status, done.json) == (0, {"findings": []})
    assert not (tmp_path / "nowhere").exists()


def test_doctor_tells_what_is_wrong_and_repairs_what_loses_nothing(run, course, made, tmp_path):
    folder = tmp_path / "home" / "notebook" / "birds" / "annotations"
    stray = folder / ".one.md.1234.studyapp-tmp"
    stray.write_text("half", encoding="utf-8")
    bad = folder / "bad.md"
    bad.write_text("no front matter", encoding="utf-8")
    found = run("doctor", "--json")
    assert found.status == 1
    assert {"severity", "file", "line", "message", "repaired"} <= set(found.json["findings"][0])
    told = {one["file"]: one for one in found.json["findings"]}
    assert (told[str(bad)]["severity"], told[str(bad)]["line"]) == ("error", 1)
    assert told[str(stray)]["repaired"] is False
    mended = run("doctor", "--repair", "--json")
    assert {one["file"]: one["repaired"] for one in mended.json["findings"]} == {
        str(stray): True,
        str(bad): False,
    }
    assert (stray.exists(), bad.read_text(encoding="utf-8")) == (False, "no front matter")
    assert "bad.md:1: error: " in run("doctor").out


def test_a_notebook_that_is_gone_is_told_and_begun_anew_only_when_asked(
    run, course, made, tmp_path
):
    notebook = tmp_path / "home" / "notebook"
    notebook.rename(notebook.with_name("away"))
    done = run("notes", "--course", course)
    assert done.status == 1
    assert "is gone" in done.said
    assert run("doctor").status == 1
    assert run("highlight", "heron.md", "--quote", "waits", "--course", course).status == 1
    assert not notebook.exists()
    assert run("doctor", "--repair").status == 0
    assert run("highlight", "heron.md", "--quote", "waits", "--course", course).status == 0
