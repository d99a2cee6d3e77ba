import pytest

from studyapp.course.ignore import Ignore


@pytest.mark.parametrize(
    ("pattern", "ignored", "kept"),
    [
        ("*.tmp.md", ["a.tmp.md", "deep/er/a.tmp.md"], ["a.md", "tmp.md"]),
        ("draft.md", ["draft.md", "a/draft.md"], ["mydraft.md", "draft.md.md"]),
        ("/draft.md", ["draft.md"], ["a/draft.md"]),
        ("old/", ["old/", "a/old/"], ["old", "older/"]),
        ("old/**", ["old/a.md", "old/b/"], ["older/a.md", "x/old/a.md"]),
        ("a/b.md", ["a/b.md"], ["x/a/b.md", "a/x/b.md"]),
        ("**/b.md", ["b.md", "a/b.md", "a/x/b.md"], ["bb.md"]),
        ("a/**/b.md", ["a/b.md", "a/x/y/b.md"], ["b.md"]),
        ("?.md", ["a.md", "x/b.md"], ["ab.md"]),
        ("[a-c].md", ["b.md"], ["d.md"]),
        ("[!a-c].md", ["d.md"], ["b.md"]),
        ("a[b", ["a[b"], ["ab"]),
        ("\\!important.md", ["!important.md"], ["important.md"]),
        ("a+(b).md", ["a+(b).md"], ["aa(b).md"]),
        ("# note", [], ["# note", "note"]),
        ("   ", [], ["a.md"]),
    ],
)
def test_patterns_mean_what_they_mean_to_git(pattern, ignored, kept):
    ignore = Ignore([pattern])
    assert [path for path in ignored if not is_ignored(ignore, path)] == []
    assert [path for path in kept if is_ignored(ignore, path)] == []


def is_ignored(ignore, path):
    return ignore(path.rstrip("/"), is_folder=path.endswith("/"))


def test_the_last_pattern_that_matches_decides():
    ignore = Ignore(["*.md", "!keep.md", "keep.md", "!keep.md"])
    assert is_ignored(ignore, "a.md")
    assert not is_ignored(ignore, "keep.md")


def test_folders_of_other_tools_are_left_out_unless_asked_for():
    assert is_ignored(Ignore(), "web/node_modules/")
    assert not is_ignored(Ignore(["!node_modules/"]), "node_modules/")


@pytest.mark.parametrize(
    "pattern",
    ["[", "[]", "[z-a].md", "\\", "**", "/", "!", "***/**/***", "[a--b]", "[[a]", "[a&&b]"],
)
def test_strange_patterns_do_no_harm(pattern):
    assert isinstance(is_ignored(Ignore([pattern]), "a/b.md"), bool)


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("**/" * 40 + "x", "a/" * 60 + "b.md"),
        ("*a" * 60, "a" * 250 + ".md"),
        ("/".join(["*a*a*a*a"] * 30), "/".join(["a" * 200] * 60)),
    ],
)
def test_no_pattern_takes_long(pattern, path):
    assert not is_ignored(Ignore([pattern]), path)
