"""Bytes to pages, whatever happens to the process that compiles them."""

import os
import select
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

import studyapp
from studyapp.course import compiler as compiler_module
from studyapp.course import pagecache
from studyapp.course.compiler import Compiler
from studyapp.course.markup import compile_page
from studyapp.page import Code, Notice, Paragraph, Table

ROOT = Path(studyapp.__file__).parent.parent
SECONDS = 1.5
ODD = '''
import os, sys, time
from studyapp.course.markup import compile_page as good

def odd(source, *, title=""):
    """Do what the first line says; compile the rest."""
    order, _, rest = source.partition("\\n")
    if order == "hang":
        while True: pass
    if order == "crash":
        os._exit(3)
    if order == "raise":
        raise LookupError("no such thing")
    if order == "recurse":
        return odd(source)
    if order == "fill":
        return bytearray(8 << 30)
    if order == "none":
        return None
    if order == "print":
        print("noise " * 10_000); sys.stdout.flush(); os.write(1, b"noise")
    if order.startswith("once "):
        path, pipe = order.split()[1:]
        if not os.path.exists(path):
            open(path, "w").close()
            with open(pipe, "w") as told:
                told.write(str(os.getpid()))
            while True: pass
    return good(rest, title=title)
'''


@pytest.fixture(autouse=True)
def odd(tmp_path, monkeypatch):
    """A compile function that does as it is told, importable in the worker."""
    modules = tmp_path / "modules"
    modules.mkdir()
    (modules / "odd.py").write_text(ODD)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(modules), str(ROOT)]))
    return "odd:odd"


@pytest.fixture
def compiler(tmp_path):
    with Compiler(tmp_path / "cache", SECONDS) as compiler:
        yield compiler


@pytest.fixture
def told(tmp_path, odd):
    with Compiler(tmp_path / "cache", SECONDS, odd) as compiler:
        yield compiler


def notice_of(page):
    return page.blocks[0].message if isinstance(page.blocks[0], Notice) else ""


def cache_files(tmp_path):
    return sorted((tmp_path / "cache").rglob("*.page"))


def test_a_page_is_what_the_markdown_makes(compiler, sound):
    page = sound(compiler.page("# Größe 👍\r\n\r\nSome *words*.".encode(), "name"))
    assert page == compile_page("# Größe 👍\n\nSome *words*.", title="name")


def test_the_title_given_stands_in(compiler):
    assert compiler.page(b"words", "One").title == "One"
    assert compiler.page(b"words", "Two").title == "Two"


def test_a_page_once_compiled_needs_no_process(compiler):
    assert compiler.cached(b"# A", "name") is None
    page = compiler.page(b"# A", "name")
    compiler.close()
    assert compiler.cached(b"# A", "name") == compiler.page(b"# A", "name") == page
    assert compiler.cached(b"# A", "other") is None
    assert compiler.cached(b"# B", "name") is None


@pytest.mark.parametrize(
    ("data", "place"),
    [
        ("# Café\n\nCrème".encode("latin-1"), 1),
        ("Crème".encode("latin-1"), 1),  # under the title that its name gives it
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\xff", 1),
        (b"a [" * 600 + b"\xe9", 0),  # also shown as plain text, which is told below
    ],
)
def test_a_page_whose_letters_are_lost_says_so_and_what_to_do(compiler, sound, data, place):
    page = sound(compiler.page(data, "name"))
    assert "Save the file as UTF-8" in page.blocks[place].message
    assert "\ufffd" in page.text
    assert page.flaws[0].message.startswith("bad encoding")


@pytest.mark.parametrize("data", ["a \ufffd".encode(), "\ufeffä".encode("utf-16"), "ä".encode()])
def test_a_file_that_can_be_read_has_no_such_notice(compiler, data):
    assert not any(isinstance(block, Notice) for block in compiler.page(data, "name").blocks)


def test_letters_that_are_lost_are_told_without_a_process(told, tmp_path):
    page = told.page(b"crash\n\xe9", "name")
    first, second, *_ = page.blocks
    assert "UTF-8" in first.message
    assert "plain text" in second.message


def test_a_table_after_blank_lines_is_set_as_one(compiler):
    page = compiler.page(b"words\n\n\n\n| a | b |\n|---|---|\n| 1 | 2 |\n")
    assert [type(block) for block in page.blocks] == [Paragraph, Table]


def test_a_table_too_large_to_be_set_is_told_in_its_place(compiler):
    page = compiler.page(b"words\n\n| a | b |\n|---|---|\n" + b"| 1 | 2 |\n" * 24_500 + b"\nwords")
    assert [type(block) for block in page.blocks] == [Paragraph, Notice, Code, Paragraph]


def test_a_closed_compiler_shows_plain_text(compiler):
    compiler.close()
    assert notice_of(compiler.page(b"# A")) == (
        "This page is shown as plain text: the app is closing."
    )


def test_flaws_of_the_file_stand_before_those_of_the_page(compiler):
    page = compiler.page(b"one\n\ntw\xff\n\n[a](javascript:b)")
    assert [flaw.line for flaw in page.flaws] == [3, 5]


def test_a_page_that_hangs_is_stopped_and_shown_as_text(told, sound):
    started = time.monotonic()
    page = sound(told.page(b"hang\n\nSome words.", "name"))
    assert time.monotonic() - started < SECONDS + 3
    assert notice_of(page) == (
        "This page is shown as plain text: compiling it took more than 1.5 s."
    )
    assert Paragraph in map(type, page.blocks)
    assert page.title == "name"
    assert told.page(b"fine\nwords").text == "words"


def test_a_page_that_hangs_is_remembered_but_not_for_ever(told, monkeypatch):
    page = told.page(b"hang\n")
    assert told.cached(b"hang\n") == page
    monkeypatch.setattr(compiler_module, "RETRY_SECONDS", -1.0)
    told.page(b"hang\n\nlonger")
    assert told.cached(b"hang\n\nlonger") is None


@pytest.mark.parametrize(
    ("order", "why"),
    [
        ("crash", "the compiler ended unexpectedly"),
        ("raise", "it could not be compiled (LookupError: no such thing)"),
        ("recurse", "it is nested too deeply"),
        ("none", "what the compiler made of it cannot be read"),
    ],
)
def test_a_page_that_breaks_the_compiler_is_shown_as_text(told, sound, order, why):
    page = sound(told.page(f"{order}\n\nSome words.".encode()))
    assert notice_of(page) == f"This page is shown as plain text: {why}."
    assert page.text.endswith("Some words.")
    assert told.page(b"fine\nwords").text == "words"


@pytest.mark.skipif(sys.platform != "linux", reason="memory is bounded where the system can")
def test_a_page_that_wants_all_memory_is_shown_as_text(told):
    assert "too much memory" in notice_of(told.page(b"fill\n"))


def test_what_is_printed_is_not_taken_for_an_answer(told):
    assert told.page(b"print\nwords").text == "words"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a named pipe")
def test_a_worker_killed_at_work_is_replaced(told, tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    killer = threading.Thread(
        target=lambda: os.kill(int(pipe.read_text()), signal.SIGKILL), daemon=True
    )
    killer.start()
    page = told.page(f"once {tmp_path / 'seen'} {pipe}\nwords".encode())
    killer.join(10)
    assert page.text == "words"
    assert (tmp_path / "seen").exists()


def test_a_compiler_that_cannot_start_shows_plain_text(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "executable", str(tmp_path / "missing"))
    with Compiler(tmp_path / "cache", SECONDS) as compiler:
        compiler.warm()
        page = compiler.page(b"words")
        assert "no process can be started, no such file" in notice_of(page)
        assert page.text == "words"
        assert compiler.cached(b"words") is None


def test_modules_in_the_working_folder_are_not_imported(tmp_path, monkeypatch):
    for name in ("markdown", "msgspec", "string", "studyapp"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('imported from the course')")
    monkeypatch.chdir(tmp_path)
    with Compiler(tmp_path / "cache", SECONDS) as compiler:
        assert notice_of(compiler.page(b"words")) == ""


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[: len(data) // 2],
        lambda data: b"garbage" * 100,
        lambda data: data[:-3] + bytes([data[-3] ^ 1]) + data[-2:],
        lambda data: data[:20] + b"\0" * (len(data) - 20),
    ],
    ids=["empty", "torn", "foreign", "one bit", "zeros"],
)
def test_a_damaged_page_is_compiled_again(compiler, tmp_path, damage):
    page = compiler.page(b"# A\n\nwords", "name")
    (file,) = cache_files(tmp_path)
    file.write_bytes(damage(file.read_bytes()))
    assert compiler.cached(b"# A\n\nwords", "name") is None
    assert compiler.page(b"# A\n\nwords", "name") == page
    assert compiler.cached(b"# A\n\nwords", "name") == page


def test_a_folder_in_the_place_of_a_page_does_no_harm(compiler, tmp_path):
    page = compiler.page(b"words")
    (file,) = cache_files(tmp_path)
    file.unlink()
    (file / "inside").mkdir(parents=True)
    assert compiler.page(b"words") == page


def test_a_cache_that_cannot_be_written_is_done_without(tmp_path):
    (tmp_path / "cache").write_text("a file where the folder should be")
    with Compiler(tmp_path / "cache", SECONDS) as compiler:
        assert compiler.page(b"words").text == "words"
        assert compiler.cached(b"words") is None


def test_the_cache_keeps_to_its_bound_and_drops_what_was_used_least(tmp_path, monkeypatch):
    cache = pagecache.PageCache(tmp_path)
    keys = [f"00{number}" for number in range(4)]
    packed = os.urandom(1_000)
    for age, key in enumerate(keys):
        cache.put(key, packed)
        os.utime(tmp_path / "00" / f"{key}.page", (1_000_000 + age,) * 2)
    os.utime(tmp_path / "00" / "000.page")
    monkeypatch.setattr(pagecache, "FOLDER_BYTES", 2_500)
    cache.put("00new", packed)
    kept = {path.stem for path in (tmp_path / "00").iterdir()}
    assert kept == {"00new", "000", "003"}


def test_pages_of_another_version_are_not_taken_for_ours(tmp_path):
    shutil.copytree(ROOT / "studyapp", tmp_path / "studyapp", ignore=shutil.ignore_patterns("gui"))
    script = (
        "from pathlib import Path; from studyapp.course.compiler import Compiler\n"
        "with Compiler(Path('cache')) as compiler:\n"
        "    print(compiler.cached(b'words') is None, compiler.page(b'words').text)"
    )

    def run():
        environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
        command = [sys.executable, "-c", script]
        return subprocess.check_output(command, cwd=tmp_path, env=environment, text=True).split()

    assert run() == ["True", "words"]
    assert run() == ["False", "words"]
    with (tmp_path / "studyapp" / "page.py").open("a") as file:
        file.write("# another\n")
    assert run() == ["True", "words"]


def test_a_page_from_the_cache_brings_no_parser_and_no_process(compiler, tmp_path):
    compiler.page(b"words")
    script = (
        "import sys; from pathlib import Path; from studyapp.course.compiler import Compiler\n"
        "page = Compiler(Path(sys.argv[1])).cached(b'words')\n"
        "heavy = {'markdown', 'yaml', 'frontmatter', 'nh3', 'html', 'multiprocessing',\n"
        "         'subprocess', 'concurrent', 'asyncio', 'logging', 'studyapp.course.markup'}\n"
        "print(page.text, *sorted(heavy & set(sys.modules)))"
    )
    command = [sys.executable, "-c", script, str(tmp_path / "cache")]
    assert subprocess.check_output(command, text=True) == "words\n"


def test_two_compilers_share_a_cache(tmp_path):
    sources = [f"# Page {number}\n\nwords".encode() for number in range(30)]
    results = {}

    def work(name):
        with Compiler(tmp_path / "cache", 20) as compiler:
            results[name] = [compiler.page(source) for source in sources]

    threads = [threading.Thread(target=work, args=(name,)) for name in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert results[0] == results[1]
    assert [page.title for page in results[0]] == [f"Page {number}" for number in range(30)]
    assert len(cache_files(tmp_path)) == 30


def test_several_threads_may_ask_at_once(told):
    results = {}

    def work(name):
        order = "hang\n" if name == 0 else "fine\n"
        results[name] = [
            told.page(f"{order}{name} {turn}".encode()) for turn in range(1 if name == 0 else 20)
        ]

    threads = [threading.Thread(target=work, args=(name,)) for name in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert "1.5 s" in notice_of(results[0][0])
    for name in (1, 2, 3):
        assert [page.text for page in results[name]] == [f"{name} {turn}" for turn in range(20)]


def test_of_a_whole_course_one_page_hangs_and_the_others_come_in_order(told):
    items = [(f"{number:03}", f"fine\nwords {number}".encode(), "") for number in range(200)]
    items[70] = ("hanging", b"hang\n", "")
    ticks = []
    pages = list(told.pages(items, lambda now, total: ticks.append((now, total))))
    assert [key for key, _ in pages] == [key for key, _, _ in items]
    assert "1.5 s" in notice_of(pages.pop(70)[1])
    assert [page.text for _, page in pages] == [
        f"words {number}" for number in range(200) if number != 70
    ]
    assert ticks == [(done, 200) for done in range(200)]


def test_whole_course_work_takes_items_as_it_goes_and_stops_when_told(compiler):
    taken = []

    def items():
        for number in range(1_000):
            taken.append(number)
            yield number, b"words", ""

    class EnoughError(Exception):
        pass

    def tick(now, total):
        assert total == 0
        if now == 3:
            raise EnoughError

    with pytest.raises(EnoughError):
        list(compiler.pages(items(), tick))
    assert 3 < len(taken) < 100


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="waits for a process of another's")
@pytest.mark.parametrize("end", ["close", "exit", "interrupt", "kill"])
def test_no_worker_outlives_the_app(tmp_path, odd, end):
    script = (
        "import sys, signal; from pathlib import Path\n"
        "from studyapp.course.compiler import Compiler\n"
        # Who starts the tests in the background has them ignore interrupts
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "compiler = Compiler(Path(sys.argv[1]), 600, 'odd:odd')\n"
        "compiler.page(b'words'); print(*[w.pid for w in compiler._workers], flush=True)\n"
        "sys.stdin.readline()\n"
        "if sys.argv[2] == 'close': compiler.close(); print('closed', flush=True)\n"
        "if sys.argv[2] == 'interrupt': compiler.page(b'hang\\n')\n"
        "if sys.argv[2] != 'exit': signal.pause()\n"
    )
    command = [sys.executable, "-c", script, str(tmp_path / "cache"), end]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe) as app:
        worker = os.pidfd_open(int(app.stdout.readline()))
        app.stdin.write(b"The worker is watched: go on.\n")
        app.stdin.flush()
        if end == "close":
            assert app.stdout.readline() == b"closed\n"
        if end in ("close", "kill"):
            app.kill()
        if end == "interrupt":
            app.send_signal(signal.SIGINT)
        gone, _, _ = select.select([worker], [], [], 20)
        os.close(worker)
        said = app.stderr.read()
    assert gone
    assert said.count(b"Traceback") == (end == "interrupt")


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="waits for a process of another's")
def test_a_worker_that_hangs_ends_by_itself_when_the_app_was_killed(tmp_path, odd):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    script = (
        "import sys; from pathlib import Path; from studyapp.course.compiler import Compiler\n"
        "Compiler(Path(sys.argv[1]), 1.5, 'odd:odd').page(sys.argv[2].encode())\n"
    )
    order = f"once {tmp_path / 'seen'} {pipe}\n"
    command = [sys.executable, "-c", script, str(tmp_path / "cache"), order]
    with subprocess.Popen(command) as app:
        worker = os.pidfd_open(int(pipe.read_text()))
        app.kill()
    gone, _, _ = select.select([worker], [], [], 20)
    os.close(worker)
    assert gone
