"""The contract of the command line, each point seen on the real program in a process of its own."""

import json
import os
import signal
import subprocess
import sys
import types
from pathlib import Path

import pytest

import studyapp
from studyapp import cli
from studyapp.course.loader import load_course, remember
from studyapp.files import Home, bundled
from studyapp.verbs import VERBS
from tests.writing import write_files

FILES = {
    "course.toml": 'id = "birds"\ntitle = "Vögel 😀"\n',
    "01-a.md": "# Größe\n\nOne two.\n\n## Part *one*\n",
    "02-ch/b.md": "# B\n\nText.\n",
}


@pytest.fixture
def course(tmp_path):
    return write_files(tmp_path / "course", FILES)


@pytest.fixture
def run(tmp_path):
    """Return a function that runs the program and waits for its end."""

    def start(*arguments, code=None, **more):
        environment = {**os.environ, "STUDYAPP_HOME": str(tmp_path / "home"), **more}
        command = [sys.executable, *(["-c", code] if code else ["-m", "studyapp"]), *arguments]
        return subprocess.run(
            command, capture_output=True, env=environment, timeout=60, check=False
        )

    return start


def test_version_and_help(run):
    version = run("--version")
    assert (version.returncode, version.stdout.decode().strip()) == (
        0,
        f"studyapp {studyapp.__version__}",
    )
    text = run("--help").stdout.decode()
    for verb in VERBS:
        assert f"  {verb.name}" in text
        assert verb.summary in text


@pytest.mark.parametrize("verb", [verb.name for verb in VERBS])
def test_each_verb_has_help_and_the_common_options(run, verb):
    done = run(verb, "--help")
    assert done.returncode == 0
    assert f"usage: studyapp {verb}" in done.stdout.decode()
    for option in ("--home", "--json", "--verbose"):
        assert option in done.stdout.decode()


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["--nonsense"],
        ["outline", "--nonsense"],
        ["outline", "one", "two"],
        ["text"],
        ["open", "--section"],
        ["screenshot"],
        ["screenshot", "x.png", "--size", "big"],
        ["screenshot", "x.png", "--size", "1x1"],
        ["screenshot", "x.png", "--scale", "0"],
        ["screenshot", "x.png", "--zoom", "much"],
    ],
)
def test_wrong_usage_is_2(run, arguments):
    done = run(*arguments)
    assert done.returncode == 2
    assert done.stdout == b""
    assert b"usage: studyapp" in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize(
    "arguments",
    [
        ["outline", "/no/such/course"],
        ["check", "unknown-id"],
        ["text", "no.md"],
        ["text", "no.md", "--course", "/no/such/course"],
        ["open", "/no/such/course"],
        ["screenshot", "x.png", "--course", "/no/such/course"],
    ],
)
@pytest.mark.parametrize("json_too", [[], ["--json"]])
def test_a_problem_that_the_user_can_mend_is_1_and_told_in_one_line(run, arguments, json_too):
    done = run(*arguments, *json_too)
    assert done.returncode == 1
    assert done.stdout == b""
    told = done.stderr.decode()
    assert told.startswith("studyapp: no ")
    assert told.count("\n") == 1
    assert told.rstrip().endswith(")")


def test_outline_as_json_has_the_agreed_shape(run, course):
    done = run("outline", str(course), "--json")
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout) == {
        "course": {
            "id": "birds",
            "title": "Vögel 😀",
            "path": str(course),
            "layout": "course.toml",
            "sections": 3,
            "words": 10,
        },
        "tree": [
            {
                "id": "01-a.md",
                "title": "Größe",
                "words": 7,
                "headings": [
                    {"level": 1, "id": "größe", "title": "Größe"},
                    {"level": 2, "id": "part-one", "title": "Part one"},
                ],
                "children": [],
            },
            {
                "id": "02-ch",
                "title": "Ch",
                "words": 0,
                "headings": [],
                "children": [
                    {
                        "id": "02-ch/b.md",
                        "title": "B",
                        "words": 3,
                        "headings": [{"level": 1, "id": "b", "title": "B"}],
                        "children": [],
                    }
                ],
            },
        ],
        "problems": [],
    }


def test_outline_tells_problems_as_check_does(run, course):
    write_files(course, {"course.toml": "title = []"})
    [problem] = json.loads(run("outline", str(course), "--json").stdout)["problems"]
    assert list(problem) == ["severity", "file", "line", "message", "hint"]
    assert (problem["severity"], problem["file"], problem["line"]) == ("warning", "course.toml", 1)


def test_outline_for_people_is_a_tree_with_ids(run, course):
    lines = run("outline", str(course)).stdout.decode().splitlines()
    assert lines == [
        "Vögel 😀: 3 sections, 10 words",
        "  Größe  [01-a.md]",
        "  Ch  [02-ch]",
        "    B  [02-ch/b.md]",
    ]


def test_text_prints_the_canonical_text(run, course):
    done = run("text", "01-a.md", "--course", str(course))
    assert done.stdout.decode().splitlines() == ["Größe", "One two.", "Part one"]
    done = run("text", "01-a.md", "--json", "--course", str(course))
    assert json.loads(done.stdout) == {
        "section": "01-a.md",
        "title": "Größe",
        "text": "Größe\nOne two.\nPart one",
    }


def test_check_is_0_without_errors_and_1_with_one(run, course):
    done = run("check", str(course))
    assert (done.returncode, done.stdout.decode()) == (0, "no problems\n")
    write_files(course, {"01-a.md": "# A\n\n[x](nö.md)\n", "03.md": "x"})
    done = run("check", str(course))
    assert done.returncode == 1
    assert done.stdout.decode().splitlines() == [
        "01-a.md:3: error: broken link 'nö.md' (No section 'nö.md'.)",
        (
            "03.md:1: warning: the section has no title; its file name is shown: '03' "
            "(begin with a line such as `# Title`)"
        ),
        "1 error, 1 warning",
    ]


def test_check_as_json_has_the_agreed_shape(run, course):
    write_files(course, {"01-a.md": "# A\n\n[x](no.md)\n"})
    done = run("check", str(course), "--json")
    assert done.returncode == 1
    assert json.loads(done.stdout) == {
        "problems": [
            {
                "severity": "error",
                "file": "01-a.md",
                "line": 3,
                "message": "broken link 'no.md'",
                "hint": "No section 'no.md'.",
            }
        ]
    }


def test_check_tells_what_was_taken_over_from_a_text(run, course, tmp_path):
    write_files(course, {"01-a.md": "# A\n\nCall me what you will, said the gull.\n"})
    (tmp_path / "other.txt").write_text("Call me what you will!")
    done = run("check", str(course), "--against", str(tmp_path / "other.txt"))
    assert done.stdout.decode() == "no problems\n"
    (tmp_path / "other.txt").write_text("Call me, what you will, said he.")
    done = run("check", str(course), "--against", str(tmp_path / "other.txt"))
    assert done.returncode == 0
    told = done.stdout.decode()
    assert told.startswith("01-a.md:3: warning: more than 5 words in a row from the other text: ")
    assert "'Call me what you will, said'" in told


def test_a_text_that_cannot_be_read_is_1_and_told_in_one_line(run, course):
    done = run("check", str(course), "--against", "/no/such/text")
    assert (done.returncode, done.stdout) == (1, b"")
    assert done.stderr.decode().startswith("studyapp: cannot compare with /no/such/text: ")


def test_warnings_alone_are_0(run, course):
    write_files(course, {"01-a.md": "no title"})
    done = run("check", str(course))
    assert done.returncode == 0
    assert done.stdout.decode().endswith("1 warning\n")


@pytest.mark.parametrize(
    "more",
    [
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        {"PYTHONIOENCODING": "cp1252"},
    ],
)
def test_output_is_utf8_whatever_the_locale(run, course, more):
    for arguments in (["outline", str(course), "--json"], ["outline", str(course)]):
        done = run(*arguments, **more)
        assert done.returncode == 0
        assert "Vögel 😀" in done.stdout.decode()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only there names may be bytes")
def test_a_folder_whose_name_is_no_text_is_a_course_like_any(run, tmp_path):
    root = write_files(tmp_path / os.fsdecode(b"caf\xe9"), {"a.md": "# A"})
    done = run("outline", str(root), "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["course"]["title"] == "Caf?"
    assert run("outline", str(root)).returncode == 0


def test_common_options_stand_before_or_after_the_verb(run, course, tmp_path):
    before = run("--json", "--home", str(tmp_path / "one"), "outline", str(course))
    after = run("outline", str(course), "--home", str(tmp_path / "two"), "--json")
    assert json.loads(before.stdout) == json.loads(after.stdout)
    assert (tmp_path / "one" / "cache").is_dir()
    assert (tmp_path / "two" / "cache").is_dir()
    assert not (tmp_path / "home").exists()


def test_without_a_word_the_bundled_course_is_meant(run):
    outline = json.loads(run("outline", "--json").stdout)
    assert outline["course"]["id"] == "nato-global-security"
    assert json.loads(run("outline", "guide", "--json").stdout)["course"]["id"] == "studyapp-guide"


def test_verbose_words_go_to_stderr(run, course):
    done = run("-v", "outline", str(course), "--json")
    assert json.loads(done.stdout)
    assert b"3 sections" in done.stderr


def test_a_reader_who_leaves_ends_the_program_quietly(course, tmp_path):
    write_files(course, {f"{n:04}.md": f"# {n} " + "long title " * 20 for n in range(1000)})
    command = [sys.executable, "-m", "studyapp", "--home", str(tmp_path / "home")]
    process = subprocess.Popen(
        [*command, "outline", str(course)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    process.stdout.readline()
    process.stdout.close()
    assert process.wait(60) == cli.UNHEARD
    assert process.stderr.read() == b""
    process.stderr.close()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_output_that_cannot_be_written_is_told(course, tmp_path):
    command = [sys.executable, "-m", "studyapp", "--home", str(tmp_path), "outline", str(course)]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, timeout=60, check=False)
    assert done.returncode == 1
    assert done.stderr.decode().startswith("studyapp: cannot print the result: no space left")
    assert done.stderr.count(b"\n") == 1


BROKEN = """
import sys
from studyapp import cli
from studyapp.course.folder import Folder
def fail(*_, **__):
    raise {error}
Folder.list = fail
sys.exit(cli.main(sys.argv[1:]))
"""


@pytest.mark.parametrize("error", ["KeyError('x\\ny')", "RecursionError()", "MemoryError()"])
def test_a_bug_is_told_in_one_line_that_names_the_log(run, course, tmp_path, error):
    done = run("outline", str(course), code=BROKEN.format(error=error))
    log = tmp_path / "home" / "state" / "studyapp.log"
    assert done.returncode == 1
    told = done.stderr.decode()
    assert told.startswith("studyapp: something went wrong: ")
    assert told.endswith(f"(details are in {log})\n")
    assert told.count("\n") == 1
    assert "Traceback" in log.read_text(encoding="utf-8")


def test_a_bug_is_told_though_there_is_no_place_for_a_log(run, course, tmp_path):
    (tmp_path / "home").write_bytes(b"a file, not a folder")
    done = run("outline", str(course), code=BROKEN.format(error="KeyError('x')"))
    assert done.returncode == 1
    assert done.stderr.decode() == "studyapp: something went wrong: KeyError: 'x'\n"


def test_ctrl_c_is_130_and_quiet(run, course):
    done = run("outline", str(course), code=BROKEN.format(error="KeyboardInterrupt()"))
    assert (done.returncode, done.stderr) == (cli.INTERRUPTED, b"")


LOADED = """
import sys
from studyapp.cli import main
status = main(sys.argv[1:])
sys.stderr.write(" ".join(sorted({name.partition(".")[0] for name in sys.modules})))
sys.exit(status)
"""


@pytest.mark.parametrize(
    ("arguments", "unneeded"),
    [
        (["--version"], {"msgspec", "pathlib", "logging", "natsort", "multiprocessing"}),
        (["--help"], {"msgspec", "pathlib", "logging", "natsort", "multiprocessing"}),
        (["outline"], {"yaml", "nh3"}),
        (["text", "01-start-here/index.md"], {"yaml", "nh3", "natsort"}),
        (["check"], set()),
        (["open", "/no/such/course"], {"natsort", "yaml"}),
    ],
)
def test_a_verb_loads_no_more_than_it_needs(run, arguments, unneeded):
    run(*arguments)
    loaded = set(run(*arguments, code=LOADED).stderr.decode().split())
    assert "studyapp" in loaded
    heavy = {"PySide6", "shiboken6", "markdown", "whoosh", "pygments", "ziamath"}
    assert loaded & (heavy | unneeded) == set()


def test_a_search_loads_no_more_than_it_needs(run):
    run("search", "deterrence")
    loaded = set(run("search", "deterrence", code=LOADED).stderr.decode().split())
    assert "whoosh" in loaded
    assert loaded & {"PySide6", "markdown", "rapidfuzz", "natsort", "tomllib", "yaml"} == set()


MODULES = LOADED.replace('name.partition(".")[0] for name in sys.modules', "*sys.modules")
UNSEEN = {
    *("dataclasses", "markdown", "whoosh", "pygments", "natsort", "yaml", "nh3", "ziamath"),
    *("studyapp.course.folder", "studyapp.course.guards", "studyapp.course.scan"),
    *("studyapp.gui.dialogs", "studyapp.gui.hub", "studyapp.gui.editions", "studyapp.search"),
    *("studyapp.gui.peeking.card", "studyapp.gui.zooming.overlay", "studyapp.gui.reader.popup"),
}
"""What the first page needs nothing of, once course and page are in the cache."""


def test_the_first_page_loads_no_more_than_it_needs(run, course, tmp_path):
    draw = "screenshot", str(tmp_path / "window.png"), "--course", str(course)
    assert run(*draw).returncode == 0
    loaded = set(run(*draw, code=MODULES).stderr.decode().split())
    assert "studyapp.gui.window" in loaded
    assert loaded & UNSEEN == set()


@pytest.fixture
def window(monkeypatch, tmp_path):
    """Stand in for the window, whose own tests are elsewhere: note what it is asked to show."""
    asked = []
    app = types.ModuleType("studyapp.gui.app")
    app.run_window = app.take_screenshot = lambda options: asked.append(options) or 7
    monkeypatch.setitem(sys.modules, "studyapp.gui.app", app)
    monkeypatch.setenv("STUDYAPP_HOME", str(tmp_path / "home"))
    return asked


def test_open_asks_the_window_for_a_place_and_returns_its_status(window, course):
    asked = ["open", str(course), "--section", "01-a.md", "--heading", "Part one"]
    assert cli.main(asked) == 7
    [options] = window
    assert (options.course, options.section) == (course, "01-a.md")
    assert options.heading == "Part one"


def test_no_verb_opens_the_last_course_or_the_bundled_one(window, course, tmp_path):
    home = Home.at(tmp_path / "home")
    cli.main([])
    remember(load_course(course, home), home)
    cli.main(["--home", str(home.state.parent)])
    cli.main(["open"])
    assert [options.course for options in window] == [bundled("content") / "nato", course, course]


def test_screenshot_asks_for_a_picture(window, course, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    look = ["--theme", "dark", "--size", "800x600", "--scale", "2", "--zoom", "-1"]
    cli.main(["screenshot", "out.png", "--course", str(course), *look, "--panels", "contents, x"])
    cli.main(["screenshot", "out.png"])
    dark, plain = window
    assert dark.output == tmp_path / "out.png"
    assert (dark.theme, dark.size, dark.scale, dark.zoom) == ("dark", (800, 600), 2.0, -1)
    assert dark.panels == ("contents", "x")
    assert (plain.theme, plain.size, plain.scale, plain.zoom) == ("", (1440, 900), 1.0, 0)
    assert plain.panels is None
    assert plain.course == bundled("content") / "nato"


def test_each_verb_has_its_module_and_each_module_its_verb():
    for verb in VERBS:
        module = verb.module()
        assert callable(module.run)
        assert callable(module.add_arguments)
    assert len({verb.name for verb in VERBS}) == len(VERBS)


@pytest.mark.skipif(os.name == "nt", reason="signals work otherwise there")
def test_the_interrupt_key_ends_a_running_check(course, tmp_path):
    write_files(course, {f"{n:04}.md": f"# {n}\n\n" + "word *word* " * 3000 for n in range(300)})
    command = [sys.executable, "-m", "studyapp", "-v", "--home", str(tmp_path / "home")]
    process = subprocess.Popen(
        [*command, "check", str(course)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert b"sections" in process.stderr.readline()
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    # Python ends by the signal itself if it came while a string was run, as imports do at times;
    # a shell tells both as 130
    assert process.returncode in {cli.INTERRUPTED, -signal.SIGINT}
    assert (out, err) == (b"", b"")


def test_search_prints_what_is_contracted(run, course):
    found = json.loads(run("search", "two", "--course", str(course), "--json").stdout)
    assert set(found) == {"query", "total", "suggestion", "took_ms", "hits"}
    assert (found["query"], found["total"], found["suggestion"]) == ("two", 1, "")
    (hit,) = found["hits"]
    assert set(hit) == {
        *("kind", "section", "title", "heading", "snippet", "marks", "start", "end", "score", "why")
    }
    assert (hit["kind"], hit["section"], hit["heading"], hit["why"]) == (
        *("text", "01-a.md", "Größe", "exact"),
    )
    text = json.loads(run("text", "01-a.md", "--course", str(course), "--json").stdout)["text"]
    assert text[hit["start"] : hit["end"]] == "two"
    ((start, end),) = hit["marks"]
    assert hit["snippet"][start:end] == "two"


def test_search_finds_notes_where_they_are_now(run, course):
    done = run(
        "highlight", "02-ch/b.md", "--quote", "Text", "--note", "Look here", "--course", str(course)
    )
    assert done.returncode == 0
    (course / "02-ch" / "b.md").write_text("# B\n\nMore words.\n\nText.\n", encoding="utf-8")
    where = ("--course", str(course), "--json")
    (hit,) = json.loads(run("search", "look", "--in", "notes", *where).stdout)["hits"]
    assert (hit["kind"], hit["section"]) == ("notes", "02-ch/b.md")
    text = json.loads(run("text", "02-ch/b.md", *where).stdout)["text"]
    assert text[hit["start"] : hit["end"]] == "Text"


def test_search_tells_slips_and_what_it_did_not_understand(run, course):
    done = run("search", "foo:bar (", "--course", str(course))
    assert done.returncode == 0
    assert "foo:" in done.stderr.decode()
    found = json.loads(run("search", "grosse ", "--course", str(course), "--json").stdout)
    assert [hit["section"] for hit in found["hits"]] == ["01-a.md"]
    for wrong in (["search"], ["search", "x", "--in", "books"], ["search", "x", "--limit", "few"]):
        assert run(*wrong).returncode == 2


def test_index_counts_what_it_did(run, course):
    first = json.loads(run("index", str(course), "--json").stdout)
    assert set(first) == {"sections", "passages", "updated", "removed", "seconds"}
    assert (first["sections"], first["updated"], first["removed"]) == (3, 3, 0)
    assert json.loads(run("index", str(course), "--json").stdout)["updated"] == 0
    assert json.loads(run("index", str(course), "--rebuild", "--json").stdout)["updated"] == 3


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("studyapp:nothing", "it names no place in a course"),
        ("studyapp://%2Ftmp/c.md", "no course '/tmp' was opened here before"),
    ],
)
def test_open_refuses_an_address_that_leads_nowhere(address, why, tmp_path, capsys):
    assert cli.main(["--home", str(tmp_path), "open", address]) == 1
    assert why in capsys.readouterr().err
