# ruff: noqa: RUF001 - words of many scripts
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studyapp.search.analysis import asked_terms, spans, spans_at, terms
from tests.search.indexes import Shelf

SAME = [
    ("Türkiye", "turkiye"),
    ("Turkiye", "TÜRKİYE"),
    ("détente", "Detente"),
    (unicodedata.normalize("NFD", "Zvečan"), "zvecan"),
    ("Straße", "strasse"),
    ("Øre", "ore"),
    ("NATO’s", "nato"),
    ("NATO's", "NATO"),
    ("don’t", "dont"),
    ("1,040", "1040"),
    ("ﬁnal", "final"),
    ("co\u00adoperate", "cooperate"),
    ("مُحَمَّد", "محمد"),
    ("ещё", "еще"),
]
APART = [
    ("C++", ["c++"]),
    ("C#", ["c#"]),
    ("A2/AD", ["a2", "ad"]),
    ("l’Atlantique", ["l", "atlantique"]),
]
KEPT = [
    ("burden-sharing", ["burden", "sharing"]),
    ("0.3%", ["0", "3"]),
    ("MC 14/3", ["mc", "14", "3"]),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_forms_of_writing_are_the_same_term(one, other):
    assert terms(one) == terms(other)
    assert len(terms(one)) == 1


@pytest.mark.parametrize(("text", "wanted"), APART + KEPT)
def test_what_is_a_word(text, wanted):
    assert terms(text) == wanted


def test_a_run_of_chinese_is_asked_for_in_pairs():
    assert terms("北大西洋") == ["北大", "大西", "西洋", "洋"]
    assert asked_terms("北大西洋") == ("北大", "大西", "西洋")
    assert asked_terms("洋") == ("洋",)


@given(st.text())
def test_terms_and_spans_go_in_step(text):
    found, at = terms(text), spans(text)
    assert len(found) == len(at)
    assert at == sorted(at)
    for term, (start, end) in zip(found, at, strict=True):
        assert start < end
        if len(text[start:end]) > 2:
            assert term in terms(text[start:end])
    assert spans_at(text, range(len(at) + 2)) == dict(enumerate(at))


@pytest.mark.parametrize(
    ("text", "queries"),
    [
        ("Das Gesetz über C++ und C#.", ["C++", "c#", "uber", "GESETZ"]),
        ("НАТО и ещё Россия; йод.", ["россия", "еще", "нато", "йод"]),
        ("حلف شمال الأطلسي في تركيا", ["شمال", "الأطلسي", "تركيا"]),
        ("北大西洋公約組織は軍事同盟である", ["北大西洋", "公約", "軍事同盟", "盟"]),
        ("नाटो एक हिन्दी शब्द", ["हिन्दी", "नाटो"]),
        ("북대서양 조약 기구는", ["조약", "기구"]),
        ("To be or not to be, that is the question", ["to be or not to be", "the", "is"]),
        ("Anti-access: A2/AD, 2014-15, U.S., £5", ["A2/AD", "a2", "2014-15", "U.S.", "5"]),
        (
            "The Treaty’s members’ duty, l’Atlantique",
            ["treaty", "treaty's", "members", "atlantique"],
        ),
    ],
)
def test_words_of_every_script_are_found(tmp_path, text, queries):
    shelf = Shelf(tmp_path / "index", {"a.md": text, "b.md": "nothing of it"})
    for query in queries:
        assert shelf.found(query)[:1] == ["a.md"], query
