import pytest

from studyapp.search.titles import Titles

PLACES = [
    ("01", ("Foundations",)),
    ("01/a", ("Foundations", "From wartime allies to the Washington Treaty")),
    ("01/b", ("Foundations", "The Treaty, article by article")),
    ("01/c", ("Foundations", "Article 5 close up")),
    ("02", ("Theory",)),
    ("02/a", ("Theory", "Deterrence and the security dilemma")),
    ("02/b", ("Theory", "Collective defence and collective security")),
]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("article 5", "01/c"),
        ("art", "01/c"),
        ("treaty article", "01/b"),
        ("deterence", "02/a"),
        ("detere", "02/a"),
        ("dilema sec", "02/a"),
        ("colective", "02/b"),
        ("washington", "01/a"),
        ("foundations", "01"),
        ("theory collective", "02/b"),
        ("cdacs", "02/b"),
        ("ternce", None),
        ("", None),
        ("zzz", None),
    ],
)
def test_the_section_meant_is_first(typed, first):
    found = Titles(PLACES).find(typed)
    assert (found[0].section if found else None) == first


def test_marks_and_the_way_down_are_told():
    (hit, *_) = Titles(PLACES).find("dilem")
    assert hit.trail == ("Theory", "Deterrence and the security dilemma")
    assert [hit.trail[-1][start:end] for start, end in hit.marks] == ["dilemma"]


def test_no_more_than_asked_for():
    assert len(Titles(PLACES).find("e", limit=2)) <= 2
