import pytest

from tests.reading.said import sentences_of
from timeline.reading.attribution import attribute
from timeline.reading.claims import tell_claims
from timeline.reading.negation import denied_part
from timeline.reading.statuses import Status


def told(*texts):
    text, sentences = sentences_of(*texts)
    return tell_claims(text, sentences, attribute(text, sentences), ())


def statuses(*texts):
    return [t.status for t in told(*texts)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Not one ship of the northern fleet had sailed from the port, the navy said.",
        "Not a single bus, he said, was able to leave the depot.",
        "The clerk told the court that he had signed no such agreement.",
        "The commission has questioned nobody from the firm.",
        "The rescue has not yet begun, residents said.",
        "The vote on the coup never took place.",
        "There was no plan for the evacuation of the island, the inquiry said.",
        "The crew had not been told of the strike, the union said.",
        "Northline has once more denied that its ferry caught fire.",
        "He disputed the account that police opened fire.",
        "“The minister did not say that rebels had captured the town,” the office said.",
    ],
)
def test_a_no_before_and_behind_the_word_for_the_happening(sentence):
    assert statuses(sentence) == [Status.DENIED]


@pytest.mark.parametrize(
    "sentence",
    [
        "Nobody would say who fired first, a driver said.",
        "She was woken by a blast, not by the council, Jane Roe said.",
        "The foreman had written to complain that the lorries did not stop, the union said.",
        "The police did not stop the mob that burned the church.",
        "There was no time to warn people before the bomb exploded, the mayor said.",
        "No sooner had the train left than the bomb exploded, a guard said.",
        "Troops killed no fewer than 30 people.",
        "The army withdrew its tanks after the attack.",
        "The mayor rejected the message of peace sent after the attack.",
    ],
)
def test_a_no_that_is_about_something_else(sentence):
    assert Status.DENIED not in statuses(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "The earlier figure of 40 dead “was a guess”, the report says.",
        "The ministry said the hour given on Monday was “a typing error”.",
        "“This letter is a clumsy forgery,” the party's leader said.",
        "Mayor Jane Roe called the talk of an attack on the plant “a lie from start to finish”.",
        "The minister, who had told reporters that two men were killed, said on Friday that he had been misinformed.",
        "The paper took back its report that the bridge was destroyed.",
    ],
)
def test_what_is_called_wrong_or_taken_back_is_denied(sentence):
    assert Status.DENIED in statuses(sentence)


def test_a_deed_that_is_called_a_mistake_was_done():
    assert statuses("The attack was a terrible mistake, the general said.") == [Status.ASSERTED]
    assert statuses("The company took back 40 workers after the strike.") == [Status.ASSERTED]


def test_what_nobody_would_confirm_is_purported():
    assert statuses("Police would not confirm that a student was killed.") == [Status.PURPORTED]


@pytest.mark.parametrize(
    ("sentence", "voice"),
    [
        ("The mayor said troops shot two men, which the army denies.", "army"),
        ("The union said the guards shot at strikers, something the company denies.", "company"),
        ("Troops shelled the town, the mayor said, a claim denied by the army.", "army"),
    ],
)
def test_a_denial_in_one_breath_leaves_what_was_said_to_those_who_said_it(sentence, voice):
    said = told(sentence)
    assert [t.status for t in said] == [Status.ASSERTED, Status.DENIED]
    assert said[1].speech.attribution.voice == voice != said[0].speech.attribution.voice


@pytest.mark.parametrize(
    "sentence",
    [
        "He said that he would resign, which surprised the cabinet.",
        "The strike, which the union has called illegal, shut the port, the mayor said.",
    ],
)
def test_an_aside_that_denies_nothing(sentence):
    assert Status.DENIED not in statuses(sentence)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("There was no siren in the lower town before the flood", " siren in the lower town "),
        ("denied that troops had stormed the palace, saying they only passed", " troops had stormed the palace"),
        ("the crew had not only slept but never woken", " woken"),
        ("Reports that a guard was killed are incorrect", "Reports that a guard was killed are incorrect"),
    ],
)
def test_what_of_a_denial_is_denied(text, part):
    start, end = denied_part(text)
    assert text[start:end] == part


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("The panel found no defect in the lifts of the tower.", Status.DENIED),
        ("There was no fault in the switches, the minister said.", Status.DENIED),
        ("The brakes of the lorry did not hold, the minister said.", Status.ASSERTED),
        ("The panel found cracks in the wall of the tower.", Status.ASSERTED),
    ],
)
def test_to_have_no_defect_denies_one_and_not_to_hold_tells_of_one(sentence, status):
    assert statuses(sentence) == [status]
