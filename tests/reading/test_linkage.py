import subprocess
import sys

import pytest

from tests.reading.accounts_made import account, counted, day
from timeline.reading.lexicon.linkage import BARE, WEIGHTS
from timeline.reading.linkage import Evidence, what_joins
from timeline.reading.words import content_words

CROWD = [account(f"The {word} was quiet", "statement") for word in "harbour valley forest desert island".split()]


def held(one, other):
    evidence = Evidence([*CROWD, one, other])
    return evidence, evidence.facts[one.id], evidence.facts[other.id]


def score(one, other):
    evidence, first, second = held(one, other)
    return evidence.score(first, second)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (account("Rebels stormed the town"), account("Fighters entered the city at dawn")),
        (
            account("The grenades were dummies carved from teak", "statement"),
            account("No live grenade was carved, a dummy only", "statement"),
        ),
        (counted(9, 9), counted(12, 12)),
    ],
)
def test_claims_of_one_happening_are_rather_likely_so(one, other):
    assert score(one, other) > 0


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (account("Rebels stormed the town"), account("Nine people died", "casualties")),
        (account("The bridge is closed", "statement"), account("The mayor was ill", "statement")),
        (day(3), day(23)),
    ],
)
def test_claims_of_two_happenings_are_not(one, other):
    assert score(one, other) < 0


def test_the_order_of_two_claims_does_not_matter():
    one, other = account("Rebels stormed Newport", place="Newport"), day(6, text="Fighters entered the town")
    evidence, first, second = held(one, other)
    assert evidence.score(first, second) == pytest.approx(evidence.score(second, first))


def test_every_question_has_its_weight():
    evidence, one, other = held(account("Rebels stormed the town"), account("The town fell"))
    assert set(evidence.questions(one, other)) == {*WEIGHTS, *BARE}


def test_what_speaks_for_one_happening_is_named():
    evidence, one, other = held(account("Rebels stormed the town"), account("Fighters stormed the town"))
    assert evidence.why(one, other) in {"one topic", "alike"}


def test_what_joins_the_claims_of_an_event_is_told_for_people():
    told = what_joins([account("Rebels stormed the town"), account("Fighters entered the town")])
    assert told[0] == "they tell of the same kind of deed, done to the same kind of thing"
    assert what_joins([account("Rebels stormed the town")]) == ()


def test_endings_do_not_tell_words_apart():
    assert content_words("grenades carried") == content_words("a grenade carrying")


HELD_AGAINST = """
from tests.reading.accounts_made import account
from timeline.reading.linkage import Evidence, Index

words = "ferry harbour captain cargo cement manifest overloaded passengers lifeboat storm engine reef tow divers wreck".split()
told = [account(" ".join(words[first : first + 11]), "statement") for first in range(5)]
evidence = Evidence(told, common=1.0)
index = Index(evidence)
for facts in evidence.facts.values():
    index.add(facts)
for one in evidence.facts.values():
    print(index.like(one, 40), [evidence.score(one, other) for other in evidence.facts.values()])
"""


def test_what_joins_claims_is_the_same_to_the_last_digit_in_every_process():
    said = {
        subprocess.run(
            [sys.executable, "-c", HELD_AGAINST],
            env={"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in "123456"
    }
    assert len(said) == 1
