import json

import pytest

from studyapp.model import COLORS, StudyError
from studyapp.settings import Setting, Settings, color_name


@pytest.fixture
def path(tmp_path):
    return tmp_path / "config" / "settings.json"


def stored(path):
    return json.loads(path.read_text(encoding="utf-8"))


def test_rows_say_all_that_a_dialog_needs():
    names = [row.name for row in Settings.rows()]
    assert len(names) == len(set(names))
    assert {"theme", "text_size", "column_width", "line_height", "reader_font"} <= set(names)
    for row in Settings.rows():
        assert row.title
        assert row.help
        assert row.flaw(row.default) == ""
        assert not row.choices or row.default in [value for value, _ in row.choices]


def test_a_fresh_start_has_defaults_and_writes_nothing(path):
    settings = Settings(path)
    assert settings.text_size == Settings.text_size.default == 18
    assert settings.problems == []
    assert not path.exists()


def test_the_file_holds_only_differences(path):
    settings = Settings(path)
    settings.text_size = 20
    settings.theme = "dark"
    settings.theme = "system"
    assert stored(path) == {"format": 1, "text_size": 20}
    assert Settings(path).text_size == 20


def test_a_table_of_texts_is_a_setting_too(path):
    Settings(path).shortcuts = {"go.next": "Ctrl+J"}
    assert Settings(path).shortcuts == {"go.next": "Ctrl+J"}


@pytest.mark.parametrize(
    ("name", "bad"),
    [
        ("text_size", 200),
        ("text_size", "big"),
        ("text_size", True),
        ("text_size", 18.5),
        ("text_size", None),
        ("line_height", float("nan")),
        ("reduced_motion", 1),
        ("theme", ["dark"]),
        ("shortcuts", {"go.next": 5}),
        ("shortcuts", ["Ctrl+J"]),
    ],
)
def test_a_bad_value_is_refused_or_told_and_replaced(path, name, bad):
    row = getattr(Settings, name)
    with pytest.raises(StudyError, match="cannot set"):
        setattr(Settings(), name, bad)
    path.parent.mkdir()
    path.write_text(json.dumps({"format": 1, name: bad}).replace("NaN", "1e999"), encoding="utf-8")
    settings = Settings(path)
    assert getattr(settings, name) == row.default
    assert len(settings.problems) == 1
    assert name in settings.problems[0].message or "JSON" in settings.problems[0].message


def test_a_whole_number_will_do_where_a_fraction_may_be(path):
    settings = Settings(path)
    settings.line_height = 2
    assert Settings(path).line_height == 2


def test_a_theme_of_the_users_own_is_allowed(path):
    Settings(path).theme = "solarized"
    assert Settings(path).theme == "solarized"
    assert Settings(path).problems == []


def test_choices_may_be_closed():
    class Chosen(Settings):
        side = Setting("left", "Side", choices=(("left", "Left"), ("right", "Right")))

    chosen = Chosen()
    chosen.side = "right"
    with pytest.raises(StudyError, match="'top' is none of left, right"):
        chosen.side = "top"
    assert chosen.side == "right"


def test_keys_of_a_newer_version_survive(path):
    path.parent.mkdir()
    path.write_text('{"format": 1, "from_the_future": {"x": [1]}, "text_size": 20}', "utf-8")
    settings = Settings(path)
    assert settings.problems == []
    settings.text_size = 22
    assert stored(path) == {"format": 1, "from_the_future": {"x": [1]}, "text_size": 22}


def test_a_renamed_key_is_still_read(path):
    class Renamed(Settings):
        type_size = Setting(18, "Size", renamed=("font_size", "size"))

    path.parent.mkdir()
    path.write_text('{"format": 1, "size": 24}', encoding="utf-8")
    renamed = Renamed(path)
    assert renamed.type_size == 24
    renamed.text_size = 20
    assert stored(path) == {"format": 1, "text_size": 20, "type_size": 24}


def test_who_listens_hears_the_name_of_each_change_and_no_more_after_leaving(path):
    settings = Settings(path)
    heard = []
    leave = settings.on_change(heard.append)
    settings.text_size = 20
    settings.text_size = 20
    settings.reset()
    leave()
    settings.text_size = 22
    assert heard == ["text_size", "text_size"]


def test_reset_gives_some_or_all_defaults(path):
    settings = Settings(path)
    settings.text_size = 20
    settings.theme = "dark"
    settings.reset(Settings.text_size)
    assert (settings.text_size, settings.theme) == (18, "dark")
    settings.reset()
    assert stored(path) == {"format": 1}


@pytest.mark.parametrize("data", [b"{", b"[]", b'{"format": 99, "text_size": 20}'])
def test_a_file_that_cannot_be_read_is_told_and_kept_beside_the_new_one(path, data):
    path.parent.mkdir()
    path.write_bytes(data)
    settings = Settings(path)
    assert settings.text_size == 18
    assert len(settings.problems) == 1
    assert path.read_bytes() == data
    settings.text_size = 20
    assert Settings(path).text_size == 20
    assert path.with_name("settings.json.unreadable").read_bytes() == data


def test_a_choice_holds_though_it_cannot_be_stored(tmp_path):
    (tmp_path / "config").write_bytes(b"a file, not a folder")
    settings = Settings(tmp_path / "config" / "settings.json")
    with pytest.raises(StudyError, match="cannot write"):
        settings.text_size = 20
    assert settings.text_size == 20


def test_colors_are_called_what_the_user_says():
    settings = Settings()
    assert [color_name(settings, color) for color in COLORS] == [c.title() for c in COLORS]
    settings.color_blue = " Example "
    assert color_name(settings, "blue") == "Example"
    settings.color_blue = " "
    assert color_name(settings, "blue") == "Blue"
