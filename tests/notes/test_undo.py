"""What an act put back does to an annotation, also to one that others have edited since."""

from itertools import pairwise

import hypothesis.strategies as st
from hypothesis import given
from msgspec.structs import replace

from studyapp.model import Annotation
from studyapp.notes.undo import MOST, Act, History, Step

ONE = Annotation("A1", "highlight", "a.md", None, color="yellow", tags=("x",))
BLUE = replace(ONE, color="blue")


def act(name="Change Color", before=ONE, after=BLUE):
    return Act(name, (Step("course", before, after),))


def test_what_was_done_last_is_undone_first_and_done_again():
    history = History()
    history.push(act("First"))
    history.push(act("Second"))
    assert list(history.names()) == ["Second", ""]
    undone = history.undo()
    assert (undone.name, undone.steps[0].applied(BLUE)) == ("Second", ONE)
    assert list(history.names()) == ["First", "Second"]
    again = history.redo()
    assert (again.name, again.steps[0].applied(ONE)) == ("Second", BLUE)
    assert history.redo() is None


def test_a_new_act_ends_what_could_be_done_again():
    history = History()
    history.push(act())
    history.undo()
    history.push(act("Other"))
    assert list(history.names()) == ["Other", ""]
    assert history.redo() is None


def test_nothing_to_undo_is_no_act():
    assert History().undo() is None
    assert list(History().names()) == ["", ""]


def test_only_the_latest_acts_are_remembered():
    history = History()
    for number in range(MOST + 5):
        history.push(act(str(number)))
    names = [undone.name for undone in iter(history.undo, None)]
    assert names == [str(number) for number in reversed(range(5, MOST + 5))]


def test_acts_that_go_on_are_undone_together():
    history = History()
    drafts = [replace(ONE, note=text) for text in ("", "w", "wo", "wor")]
    for before, after in pairwise(drafts):
        history.push(act("Edit Note", before, after), continues=True)
    assert history.undo().steps[0].applied(drafts[-1]) == drafts[0]
    assert history.undo() is None


def test_what_goes_on_with_another_annotation_is_an_act_of_its_own():
    history = History()
    other = replace(ONE, id="A2")
    history.push(act("Edit Note", ONE, replace(ONE, note="a")))
    history.push(act("Edit Note", other, replace(other, note="b")), continues=True)
    assert history.undo().steps[0].after.id == "A2"
    assert history.undo().steps[0].after.id == "A1"


def test_what_others_wrote_since_stays():
    step = Step("course", ONE, BLUE).inverse()
    edited = replace(BLUE, note="from the other laptop", tags=("x", "y"))
    assert step.applied(edited) == replace(edited, color="yellow")
    recolored = replace(BLUE, color="pink")
    assert step.applied(recolored) == recolored


def test_what_was_made_is_undone_by_removing_it():
    step = Step.made("course", ONE)
    removed = step.inverse().applied(ONE)
    assert removed == replace(ONE, status="trashed")
    assert step.applied(removed) == ONE


texts = st.text(max_size=3)
annotations = st.builds(
    Annotation,
    id=st.just("A1"),
    kind=texts,
    section=texts,
    anchor=st.none(),
    note=texts,
    color=texts,
    tags=st.tuples(texts),
    status=st.sampled_from(["", "trashed"]),
)


@given(annotations, annotations)
def test_undone_and_done_again_is_as_it_was(before, after):
    step = Step("course", before, after)
    assert step.applied(before) == after
    assert step.inverse().applied(after) == before
