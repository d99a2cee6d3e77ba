"""The log: lines are added, never lost, and read in order whatever clocks say."""

import pytest

from studyapp.model import StudyError
from studyapp.notes.notebook import Notebook


def log_of(folder, device="laptop", clock=lambda: 1_000_000.0):
    return Notebook(folder, device, clock=clock).log("course")


def test_lines_of_all_devices_are_read_in_order(tmp_path):
    laptop, phone = log_of(tmp_path), log_of(tmp_path, "phone")
    laptop.append([{"what": 1}, {"what": 2}])
    phone.append([{"what": 3}])
    laptop.append([{"what": 4}])
    assert [entry["what"] for entry in laptop.entries()] == [1, 2, 4, 3]
    assert log_of(tmp_path).entries() == phone.entries() == laptop.entries()


def test_a_clock_that_goes_back_does_not_change_the_order(tmp_path):
    times = iter([3_000_000.0, 2_000_000.0, 1_000.0, 500.0])
    log = log_of(tmp_path, clock=lambda: next(times))
    for what in range(3):
        log.append([{"what": what}])
    assert [entry["what"] for entry in log_of(tmp_path).entries()] == [0, 1, 2]


def test_a_slow_device_comes_after_what_it_has_seen(tmp_path):
    log_of(tmp_path, "fast", clock=lambda: 9_000_000.0).append([{"what": 1}])
    log_of(tmp_path, "slow", clock=lambda: 5.0).append([{"what": 2}])
    assert [entry["what"] for entry in log_of(tmp_path).entries()] == [1, 2]


@pytest.mark.parametrize("tail", [b'{"at":"20', b"\xff\xff", b"[1]\n", b'{"at":1}', b"\n\n"])
def test_a_torn_line_is_skipped_and_kept(tmp_path, tail):
    log_of(tmp_path).append([{"what": 1}])
    path = tmp_path / "course" / "log" / "laptop.jsonl"
    torn = path.read_bytes() + tail
    path.write_bytes(torn)
    log = log_of(tmp_path)
    assert [entry["what"] for entry in log.entries()] == [1]
    log.append([{"what": 2}])
    assert [entry["what"] for entry in log_of(tmp_path).entries()] == [1, 2]
    assert path.read_bytes().startswith(torn)


def test_a_conflict_copy_of_a_log_doubles_nothing(tmp_path):
    log = log_of(tmp_path)
    log.append([{"what": 1}, {"what": 2}])
    path = tmp_path / "course" / "log" / "laptop.jsonl"
    path.with_name("laptop.sync-conflict-20261122-101010-ABCDEFG.jsonl").write_bytes(
        path.read_bytes()
    )
    assert [entry["what"] for entry in log.entries()] == [1, 2]
    assert log.append([{"what": 3}])[0]["n"] == 3


def test_two_instances_add_to_one_file(tmp_path):
    one, two = log_of(tmp_path), log_of(tmp_path)
    for what in range(6):
        (one if what % 2 else two).append([{"what": what}])
    assert [entry["what"] for entry in one.entries()] == list(range(6))
    assert [entry["n"] for entry in two.entries()] == list(range(1, 7))


def test_a_short_write_leaves_nothing(tmp_path, monkeypatch):
    log = log_of(tmp_path)
    log.append([{"what": 1}])
    path = tmp_path / "course" / "log" / "laptop.jsonl"
    before = path.read_bytes()
    write = __import__("os").write
    with monkeypatch.context() as patch:
        patch.setattr("os.write", lambda handle, data: write(handle, bytes(data[:9])))
        with pytest.raises(StudyError, match="no space"):
            log.append([{"what": 2}])
    assert path.read_bytes() == before
    log.append([{"what": 3}])
    assert [entry["what"] for entry in log_of(tmp_path).entries()] == [1, 3]


def test_numbers_go_on_from_the_last_lines_of_a_long_log(tmp_path):
    log_of(tmp_path, "phone", clock=lambda: 9_000_000.0).append([{"what": "later"}])
    long = log_of(tmp_path)
    long.append([{"what": "word " * 40} for _ in range(900)])
    again = log_of(tmp_path, clock=lambda: 5.0)
    assert again.append([{"what": 1}])[0]["n"] == 901
    own = [entry["n"] for entry in again.entries() if entry["device"] == "laptop"]
    assert own == list(range(1, 902))


def test_numbers_go_on_where_the_end_of_a_log_is_no_line(tmp_path):
    log_of(tmp_path).append([{"what": 1}, {"what": 2}])
    path = tmp_path / "course" / "log" / "laptop.jsonl"
    path.write_bytes(path.read_bytes() + b"x" * 100_000)
    assert log_of(tmp_path).append([{"what": 3}])[0]["n"] == 3


def test_stamps_change_with_each_line_of_any_device(tmp_path):
    log = log_of(tmp_path)
    before = log.stamps()
    log.append([{"what": 1}])
    between = log.stamps()
    log_of(tmp_path, "phone").append([{"what": 2}])
    assert (before, set(between)) == ({}, {"laptop.jsonl"})
    assert set(log.stamps()) == {"laptop.jsonl", "phone.jsonl"}
    assert log.stamps()["laptop.jsonl"] == between["laptop.jsonl"]
