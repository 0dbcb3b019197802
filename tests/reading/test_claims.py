import pytest

from tests.reading.said import sentences_of
from timeline.reading.attribution import attribute
from timeline.reading.claims import Status, tell_claims


def told(*texts):
    text, sentences = sentences_of(*texts)
    return tell_claims(text, sentences, attribute(text, sentences), ())


def statuses(*texts):
    return [t.status for t in told(*texts)]


def test_a_sentence_with_two_happenings_makes_two_claims():
    claims = told("Rebels stormed the town at dawn before being cleared out by troops around 4pm, officials said.")
    assert [c.trigger.happening.type for c in claims] == ["attack", "government regains territory"]
    assert {c.speech.attribution.voice for c in claims} == {"officials"}


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("Rebels stormed the town.", Status.ASSERTED),
        ("The army denied that it had bombed the town.", Status.DENIED),
        ("The planes had not bombed the town, the ministry said.", Status.DENIED),
        ("Rebels were attempting to take over the town.", Status.ATTEMPTED),
        ("Troops will recapture the town.", Status.EXPECTED),
        ("Rebels reportedly stormed the town.", Status.PURPORTED),
        ("Footage purported to show rebels entering the town.", Status.PURPORTED),
    ],
)
def test_status(sentence, status):
    assert statuses(sentence) == [status]


@pytest.mark.parametrize(
    "sentence",
    [
        "Not only rebels stormed the town.",
        "The rebels did not agree to stop fighting.",
        "Rebels no longer attacked the town.",
    ],
)
def test_a_not_that_denies_nothing(sentence):
    assert Status.DENIED not in statuses(sentence)


@pytest.mark.parametrize(
    "sentence", ["The weather was fine.", "Newport is a pleasant place.", "Photos by our staff.", "More soon"]
)
def test_sentences_that_tell_of_nothing_make_no_claim(sentence):
    assert told(sentence) == ()


def test_words_of_a_named_voice_are_a_claim_even_without_a_happening():
    (claim,) = told("Mayor Jane Roe said the people of the town were proud of their harbour.")
    assert claim.trigger is None


def test_quotes_are_the_exact_words():
    text, sentences = sentences_of("Rebels stormed the town, and freed 60 prisoners from the jail, officials said.")
    claims = tell_claims(text, sentences, attribute(text, sentences), ())
    assert [text[c.clause.start : c.clause.end] for c in claims] == [
        "Rebels stormed the town",
        "freed 60 prisoners from the jail",
    ]


@pytest.mark.parametrize(("called", "claims"), [("“pure fantasy”", 3), ("a lie", 3), ("common", 2)])
def test_what_is_called_untrue_in_the_own_voice_is_a_claim(called, claims):
    news = "Rebels attacked the town on Monday.", "Two people were killed."
    assert len(told(*news, f"Letters about bees from Mars are {called}.")) == claims
