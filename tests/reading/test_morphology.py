import pytest

from timeline.reading.morphology import forms, is_participle, is_past, is_verbal


@pytest.mark.parametrize(
    ("lemma", "expected"),
    [
        ("storm", ("storm", "storms", "stormed", "stormed", "storming")),
        ("flee", ("flee", "flees", "fled", "fled", "fleeing")),
        ("carry", ("carry", "carries", "carried", "carried", "carrying")),
        ("stop", ("stop", "stops", "stopped", "stopped", "stopping")),
        ("die", ("die", "dies", "died", "died", "dying")),
        ("repel", ("repel", "repels", "repelled", "repelled", "repelling")),
        ("visit", ("visit", "visits", "visited", "visited", "visiting")),
        ("crash", ("crash", "crashes", "crashed", "crashed", "crashing")),
    ],
)
def test_the_forms_of_a_verb(lemma, expected):
    assert forms(lemma) == expected


@pytest.mark.parametrize("word", ["took", "seized", "fallen", "was"])
def test_words_that_can_carry_a_clause(word):
    assert is_verbal(word)


@pytest.mark.parametrize("word", ["united", "hundred", "morning", "building", "city"])
def test_words_that_only_look_like_verbs(word):
    assert not is_verbal(word)


def test_past_and_present_are_told_apart():
    assert is_past("escaped")
    assert not is_past("escaping")
    assert is_participle("escaping")


@pytest.mark.parametrize("word", ["died", "tied", "used", "cast", "fled"])
def test_short_past_forms_are_verbs(word):
    assert is_past(word)
    assert is_verbal(word)
