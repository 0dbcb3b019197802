import pytest

from tests.reading.said import sentences_of
from timeline.reading.attribution import attribute
from timeline.reading.claims import tell_claims
from timeline.reading.timexes import find_timexes


class Spoken:
    """A time with its words only: all that the cutting of clauses asks of one."""

    def __init__(self, timex):
        self.timex = timex


def told(*texts):
    text, sentences = sentences_of(*texts)
    times = tuple(Spoken(timex) for timex in find_timexes(text))
    claims = tell_claims(text, sentences, attribute(text, sentences), times)
    return [
        (text[c.clause.start : c.clause.end], c.trigger and c.trigger.happening.type, [q.low for q in c.quantities])
        for c in claims
    ]


def test_a_clause_whose_second_half_lost_its_verb_is_two_claims():
    assert told("The rebels freed 14 hostages in the morning and another 19 at around 2 p.m.") == [
        ("The rebels freed 14 hostages in the morning", "hostages freed", [14]),
        ("another 19 at around 2 p.m.", "hostages freed", [19]),
    ]


def test_a_second_group_is_a_claim_of_its_own():
    assert [low for _, _, low in told("They let go 14 women, most of them old, and then a second group of 19.")][
        -1
    ] == [19]


@pytest.mark.parametrize(
    "sentence",
    [
        "The rebels freed 14 women and nine children in the morning.",
        "The blast killed nine people and wounded another 20 on Monday.",
        "The rebels freed 14 women in the town and two villages on Monday.",
    ],
)
def test_counts_joined_without_a_second_time_stay_together(sentence):
    assert not any(words.startswith(("nine", "another", "two")) for words, _, _ in told(sentence))


def test_who_was_aboard_is_told_beside_the_voyage():
    assert told("The plane left Newport at noon with 61 passengers and five crew.") == [
        ("The plane left Newport at noon with 61 passengers and five crew", "departure", []),
        ("with 61 passengers and five crew", "people aboard", [61, 5]),
    ]


def test_a_figure_alone_answers_the_figure_before_it():
    claims = told("About 700 people marched to the palace, while police put the number at 200.")
    assert [(type_, low) for _, type_, low in claims] == [("protest", [700]), ("protest", [200])]


def test_another_group_that_followed_did_what_the_first_did():
    text, sentences = sentences_of("The rebels let go 16 hostages at noon.", " Another 19 followed at 1.40pm.")
    claims = tell_claims(text, sentences, attribute(text, sentences), ())
    assert [c.trigger.happening.type for c in claims] == ["hostages freed", "hostages freed"]


def test_what_a_relative_clause_tells_of_the_subject_counts_for_less():
    ((_, type_, _),) = told("The 30 passengers who were not hurt were flown home on the ship.")
    assert type_ == "return"


def test_a_noun_for_what_befell_others_is_a_claim_of_its_own():
    claims = told("The raid led to the death of 71 citizens and the injury of more than 120 others.")
    assert [low for _, _, low in claims] == [[71], [120]]


@pytest.mark.parametrize(
    ("sentence", "low"),
    [
        ("A student died at noon.", [1]),
        ("Passenger John Doe, 57, a trader from Newport, died of his wounds.", [1]),
        ("A bridge died a slow death.", []),
        ("The army killed hope.", []),
        ("A student saw the blast.", []),
    ],
)
def test_one_person_who_died_alone_is_counted(sentence, low):
    assert [q for _, _, lows in told(sentence) for q in lows] == low


@pytest.mark.parametrize(
    ("sentence", "claims"),
    [
        ("The committee changed its mind about the harbour on Monday.", 1),
        ("The ministry painted 23 old lorries of the army.", 1),
        ("The committee was founded in 1978 in the old town.", 0),
        ("The committee often changed its mind about the harbour.", 0),
        ("The harbour is open on Monday.", 0),
    ],
)
def test_what_is_dated_or_counted_is_told_even_without_a_word_of_the_table(sentence, claims):
    assert len(told("Rebels stormed the town.", " Nine people were killed.", f" {sentence}")) == 2 + claims


def test_a_text_that_tells_of_no_happening_is_not_read_for_dates():
    assert told("Shares fell on Monday as banks lost ground.") == []


def test_those_freed_unharmed_were_freed():
    ((_, type_, low),) = told("All 83 people aboard were freed unharmed.")
    assert (type_, low) == ("hostages freed", [83])
