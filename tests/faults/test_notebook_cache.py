"""The cache against the files: whatever happens to either, a notebook shows what is on disk.

Two programs on one device and somebody with an editor or a sync tool change a notebook at random;
after each step every notebook that looks at the disk shows what one without a cache reads.
"""

import errno
import os
import random

import pytest
from msgspec.structs import replace

from studyapp.model import Anchor, Annotation, StudyError
from studyapp.notes.annotationfile import BadFileError, dump, parse
from studyapp.notes.merging import TRASHED
from studyapp.notes.notebook import Notebook
from tests.writing import put_status

SECTIONS = ("one.md", "two.md", "three.md", "")
ANCHOR = Anchor('a "quote"\nof two lines', "before", "after", 3, 8, "")


class World:
    """A notebook's folder and those who change it."""

    def __init__(self, folder, seed):
        self.folder = folder
        self.chance = random.Random(seed)
        self.programs = [Notebook(folder, "laptop") for _ in range(2)]
        self.reader = Notebook(folder, "reader")
        self.reader.read_only = "only reads"
        self.count = 0

    def step(self):
        acts = [self.put] * 6 + [self.trash, self.edit, self.edit, self.remove, self.copy]
        acts += [self.break_one, self.mend, self.rename, self.reopen, self.reopen, self.damage]
        self.chance.choice(acts)()

    def files(self):
        return sorted(self.folder.glob("course/annotations/*.md"))

    def some_file(self):
        return self.chance.choice(self.files() or [None])

    def program(self):
        return self.chance.choice(self.programs)

    def name(self):
        return f"ID{self.chance.randrange(12)}"

    def put(self):
        notebook, name, self.count = self.program(), self.name(), self.count + 1
        made = notebook.annotation("course", name) or Annotation(name, "note", "", ANCHOR)
        section = self.chance.choice(SECTIONS)
        tags = (*made.tags[-5:], f"t{self.count}")
        notebook.put("course", replace(made, section=section, note=f"n{self.count}", tags=tags))

    def trash(self):
        notebook, name = self.program(), self.name()
        if notebook.annotation("course", name):
            put_status(notebook, name, "trashed")

    def edit(self):
        """Somebody writes into a file with an editor."""
        path = self.some_file()
        self.count += 1
        if path:
            path.write_text(path.read_text() + f" e{self.count}")

    def remove(self):
        path = self.some_file()
        if path:
            path.unlink()

    def copy(self):
        """A sync tool leaves a copy."""
        path = self.some_file()
        try:
            made = path and parse(path.read_text(), path.stem)
        except BadFileError:
            return
        if made:
            self.count += 1
            other = replace(made, note=f"c{self.count}", section=self.chance.choice(SECTIONS))
            original = path.with_name(f"{made.id}.md")
            copy = path.with_name(f"{path.stem} ({self.count}).md")
            (copy if original.exists() else original).write_text(dump(other))

    def break_one(self):
        path = self.some_file()
        if path:
            path.write_text("no annotation")

    def mend(self):
        for path in self.files():
            if path.read_text().startswith("no annotation"):
                path.write_text(dump(Annotation(path.stem.split(" ")[0], "note", "one.md", None)))

    def rename(self):
        path = self.some_file()
        self.count += 1
        if path:
            path.rename(path.with_name(f"renamed-{self.count}.md"))

    def reopen(self):
        index = self.chance.randrange(2)
        if self.chance.random() < 0.7:
            self.programs[index].close()
        self.programs[index] = Notebook(self.folder, "laptop")
        if self.chance.random() < 0.5:
            self.reader.close()
            self.reader = Notebook(self.folder, "reader")
            self.reader.read_only = "only reads"

    def damage(self):
        for path in self.folder.glob(".studyapp/laptop/course/annotations.cache"):
            data = bytearray(path.read_bytes())
            data[self.chance.randrange(len(data))] ^= 1 + self.chance.randrange(255)
            path.write_bytes(data)

    def check(self):
        self.check_reader()
        for notebook in self.chance.sample(self.programs, 2):
            self.look(notebook)
        fresh = Notebook(self.folder, f"fresh-{self.count}")
        truth = fresh.annotations("course")
        for notebook in (*self.programs, fresh):
            self.look(notebook)
            assert notebook.annotations("course") == truth
            self.check_sections(notebook, truth)
            assert {one.path for one in notebook.findings} == {one.path for one in fresh.findings}
            assert notebook.look() == {"course": {one.path.name for one in fresh.findings}}
            assert notebook.refresh() == {}

    def look(self, notebook):
        notebook.annotations("course")
        notebook.refresh(accept_losses=True)

    def check_reader(self):
        """One that cannot write, and so merge nothing, shows one of the copies that there are."""
        fresh = Notebook(self.folder, f"fresh-{self.count}")
        fresh.read_only = "only reads"
        truth = fresh.annotations("course")
        self.look(self.reader)
        assert self.reader.annotations("course") == truth
        self.check_sections(self.reader, truth)

    def check_sections(self, notebook, truth):
        shown = [one.section for one in truth.values() if one.status != TRASHED]
        assert notebook.sections("course") == {name: shown.count(name) for name in set(shown)}
        for section in SECTIONS:
            expected = {key: one for key, one in truth.items() if one.section == section}
            assert notebook.of_section("course", section) == expected
        assert {name: notebook.annotation("course", name) for name in truth} == truth


@pytest.mark.parametrize("seed", range(20))
def test_every_program_shows_what_is_on_disk(tmp_path, seed):
    world = World(tmp_path, seed)
    for _ in range(60):
        world.step()
        if world.chance.random() < 0.4:
            world.check()
    world.check()


@pytest.mark.parametrize("call", ["open", "write", "replace"])
def test_a_cache_that_cannot_be_written_is_done_without(tmp_path, monkeypatch, call):
    notebook = Notebook(tmp_path, "laptop")
    made = [notebook.put("course", Annotation(f"ID{n}", "note", "a.md", None)) for n in range(5)]
    notebook.close()
    later = notebook.put("course", replace(made[0], note="later"))
    with monkeypatch.context() as patch:
        if call == "write":
            patch.setattr("studyapp.files._write_new", full)
        patch.setattr(os, call, full)
        patch.setattr("pathlib.Path.replace", full)
        notebook.close()
    expected = {one.id: one for one in (later, *made[1:])}
    assert notebook.annotations("course") == expected
    assert Notebook(tmp_path, "laptop").annotations("course") == {one.id: one for one in made}
    notebook.close()
    assert Notebook(tmp_path, "laptop").annotations("course") == expected


def full(*arguments, **options):
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_notebook_renamed_while_it_is_open_answers_and_is_found_again(tmp_path):
    notebook = Notebook(tmp_path / "n", "laptop")
    made = notebook.put("course", Annotation("A", "note", "a.md", None))
    notebook.close()
    notebook = Notebook(tmp_path / "n", "laptop")
    assert notebook.of_section("course", "a.md") == {"A": made}
    made = notebook.put("course", replace(made, note="later"))
    (tmp_path / "n").rename(tmp_path / "moved")
    for act in (notebook.look, notebook.refresh, lambda: notebook.put("course", made)):
        with pytest.raises(StudyError, match="gone"):
            act()
    assert notebook.annotations("course").keys() == {"A"}
    assert list(tmp_path.iterdir()) == [tmp_path / "moved"]
    notebook.close()
    assert list(tmp_path.iterdir()) == [tmp_path / "moved"]
    moved = Notebook(tmp_path / "moved", "laptop")
    assert set(moved.annotations("course")) == {"A"}
    assert moved.refresh() == {"course": {"A"}}
    assert moved.annotations("course") == {"A": made}
