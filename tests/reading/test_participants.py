import pytest

from timeline.reading.clauses import split_clauses
from timeline.reading.furniture import Role
from timeline.reading.participants import find_place, find_roles
from timeline.reading.sentences import Sentence


def roles(text):
    (clause,) = split_clauses(text, 0, len(text))
    found = find_roles(clause, max(clause.triggers, key=lambda t: t.rank), None)
    return found.actor, found.target


def place(text):
    clause = split_clauses(text, 0, len(text))[0]
    return find_place(text, clause, Sentence(0, len(text), 0, Role.BODY))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels stormed the town", ("Rebels", "the town")),
        ("The town was stormed by rebels", ("rebels", "The town")),
        ("The fighters freed around 60 prisoners from the jail", ("The fighters", "around 60 prisoners")),
    ],
)
def test_who_did_what_to_whom(text, expected):
    assert roles(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rebels stormed the city of Newport on Monday", "Newport"),
        ("Rebels attacked Newport-on-Sea", "Newport-on-Sea"),
        ("A quake shook the northern town of Old Harbour", "Old Harbour"),
    ],
)
def test_a_place_is_found(text, expected):
    assert place(text).startswith(expected)


@pytest.mark.parametrize(
    "text",
    [
        "Rebels stormed the town on Monday",
        "Rebels attacked Belgian troops",
        "They seized an office of the National Guard",
    ],
)
def test_days_peoples_and_bodies_are_no_places(text):
    assert place(text) == ""
