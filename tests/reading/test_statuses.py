import pytest

from tests.reading.said import sentences_of
from timeline.reading.attribution import attribute
from timeline.reading.claims import tell_claims
from timeline.reading.statuses import Status


def statuses(*texts):
    text, sentences = sentences_of(*texts)
    return [t.status for t in tell_claims(text, sentences, attribute(text, sentences), ())]


@pytest.mark.parametrize(
    "sentence",
    [
        "Nobody was arrested.",
        "“At no point did the mayor say this,” the office said.",
        "No person of that name was arrested.",
        "Neither of the men was killed.",
        "Nothing was destroyed.",
        "The mayor said reports that a student had died were false.",
        "The mayor said the story of an attack was a fabrication.",
        "The panel found no trace of an attack.",
        "There was no evidence that rebels had been killed.",
        "The council had nothing to do with the attack, the mayor said.",
        "A further attack is not expected.",
    ],
)
def test_what_nobody_did_and_what_was_never_so_is_denied(sentence):
    assert Status.DENIED in statuses(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "No fewer than 30 people were killed.",
        "There is no doubt that troops attacked the town.",
        "Troops attacked the town as nobody was looking.",
        "After a false alarm rebels attacked the town.",
        "The attack was not only bloody.",
        "The attack came with no warning.",
        "Rebels shelled School No. 2 at noon.",
        "The river was not deep where the ferry sank.",
    ],
)
def test_a_no_that_denies_nothing(sentence):
    assert Status.DENIED not in statuses(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "A further rally is planned for Friday.",
        "The trial of the two men is due to begin on 4 March.",
        "A final report is expected in June.",
        "Mayor Jane Roe said she expected a thousand people on the square.",
        "The families will be compensated, the ministry said.",
    ],
)
def test_what_is_still_to_come_is_expected(sentence):
    assert statuses(sentence) == [Status.EXPECTED]


@pytest.mark.parametrize(
    "sentence",
    [
        "It may be recalled that rebels attacked the town in 1993.",
        "The attack was likely carried out by rebels.",
        "The bomb may have killed nine people.",
        "Mayor Jane Roe said he was held at the border post as he tried to leave.",
    ],
)
def test_words_of_doubt_and_of_trying_that_stand_elsewhere(sentence):
    assert set(statuses(sentence)) == {Status.ASSERTED}


def test_the_month_of_may_expects_nothing():
    assert statuses("In May 1997 rebels stormed the town.") == [Status.ASSERTED]
    assert statuses("Rebels may storm the town.") == [Status.EXPECTED]


@pytest.mark.parametrize(
    "sentence",
    [
        "The mayor said talks are to open in Newport on Friday.",
        "The council hoped to arrest the men.",
        "A ceasefire could be in place by tonight.",
    ],
)
def test_what_is_hoped_for_or_to_be_is_expected(sentence):
    assert statuses(sentence) == [Status.EXPECTED]


@pytest.mark.parametrize("words", ["a fantasy", "“a pure invention”", "baseless"])
def test_what_somebody_calls_a_lie_is_denied(words):
    assert statuses(f"The mayor called the toll of nine dead {words}.") == [Status.DENIED]


def test_what_is_called_otherwise_is_not():
    assert statuses("The mayor called the toll of nine dead a tragedy.") == [Status.ASSERTED]


def test_what_was_done_is_not_expected_for_what_is_to_follow_it():
    assert statuses("The clerk said a panel had been formed by the mayor and it would report soon.") == [
        Status.ASSERTED
    ]
