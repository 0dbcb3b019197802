import pytest

from tests.reading.accounts_made import account
from timeline.reading.claims import Status
from timeline.reading.length_conflicts import length_conflicts


def told(text, type_="arrest", **more):
    return account(text, type_, **more)


def kinds(*accounts):
    return [(c.kind, c.of) for c in length_conflicts(accounts)]


NINE = told("A baker was kept in a cell at Oldham for nine days")


@pytest.mark.parametrize(
    ("one", "other", "what"),
    [
        (NINE, told("The baker spent six days in a cell at Oldham"), "lasted, in days"),
        (
            told("The judge ordered a two-month remand of the baker", "court ruling"),
            told("The baker went to a one-month remand by order of the judge", "court ruling"),
            "lasted, in months",
        ),
        (
            told("A seven-year-old girl was pulled from the mill", "search and rescue"),
            told("The girl, a nine-year-old girl of the mill, was pulled out", "search and rescue"),
            "age of the girl",
        ),
    ],
)
def test_two_lengths_or_ages_of_one_thing_conflict(one, other, what):
    assert kinds(one, other) == [("quantity", what)]


@pytest.mark.parametrize(
    "other",
    [
        told("The baker was taken to a cell at Oldham nine hours later"),
        told("A tailor spent six days in hiding"),
        told("The baker was kept in a cell at Oldham for nine days"),
        told("The baker of Oldham had worked in a cell phone shop for six days", "labour dispute"),
        told("The baker was not kept in a cell at Oldham for six days", status=Status.DENIED),
        told("The baker left a cell at Oldham six days ago"),
    ],
)
def test_other_things_and_other_times_do_not(other):
    assert kinds(NINE, other) == []
