import pytest

from tests.reading.said import sentences_of
from tests.reading.told import types
from timeline.reading.attribution import attribute
from timeline.reading.claims import tell_claims
from timeline.reading.triggers import find_triggers
from timeline.reading.words import split_words


def best(text):
    found = find_triggers(text, split_words(text), text)
    return max(found, key=lambda trigger: trigger.rank).happening.type if found else ""


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The sirens of the chemical plant never sounded", "warning"),
        ("The lighthouse keeper received the alert at six", "warning"),
        ("The first call came from a farmer", "warning"),
        ("The foreman acted on an order from the owners", "order"),
        ("The tower gave clearance to land", "order"),
        ("The signal was at danger", "signal"),
        ("A guard waved a red flag at the crossing", "signal"),
        ("The lock gates were opened by night", "gates"),
        ("The cells had been unlocked from outside", "gates"),
        ("The dyke gave way near the mill", "natural disaster"),
        ("Inspectors found cracks in the wing", "defect"),
        ("The brakes of the lorry failed on the hill", "defect"),
        ("The tenants complained to the council in March", "complaint"),
        ("In a letter dated 3 May the union warned the owners", "complaint"),
        ("Nine of the convicts were caught in the woods", "recaptured"),
        ("The senator's escort was cut to one car", "protection"),
        ("The rebels blamed the army", "blame"),
        ("Some 300 people were moved to higher ground", "displacement"),
        ("Forty people were taken to hospitals in the county", "casualties"),
        ("Two boys are still being looked for", "search and rescue"),
        ("The state promised 9,000 euros to the families of the dead", "compensation"),
        ("The guards have been on strike since May", "labour dispute"),
        ("The queen flew to the flooded valley", "visit"),
        ("A panel of five judges was set up", "investigation"),
        ("The first units turned up an hour later", "arrival"),
        ("The convoy set out at dawn", "departure"),
        ("The tunnel was closed to lorries", "closure"),
        ("The tram was running at 70 km/h", "speed"),
        ("There was thick fog over the strait", "weather"),
        ("The ferry was licensed to carry 90", "capacity"),
        ("The pier was built in 1911", "construction"),
    ],
)
def test_alarms_works_and_what_is_told_beside_them_are_known(text, type_):
    assert type_ in types(text)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("He set his alarm clock for six", "warning"),
        ("The firm issued orders for new cranes", "order"),
        ("The fans waved flags", "signal"),
        ("The museum opened its doors to visitors", "gates"),
        ("The affair shows cracks in the coalition", "defect"),
        ("She wrote to her sister", "complaint"),
        ("The patient complained of chest pain", "complaint"),
        ("The champion was caught out by the question", "recaptured"),
        ("The law reduced the protection of savers", "protection"),
        ("The children were taken to school", "displacement"),
        ("The firm is looking for partners", "search and rescue"),
        ("Staff got a bonus of 500 euros", "compensation"),
        ("The minister went to great lengths to deny it", "visit"),
        ("The president is expected to sign the law", "visit"),
        ("The market closed higher", "closure"),
        ("The budget was licensed to nobody", "capacity"),
    ],
)
def test_what_only_sounds_like_them_is_not(text, type_):
    assert type_ not in types(text)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The rebels blamed the army for the bombing of the market", "explosion"),
        ("Shots were fired in dense fog", "shooting"),
        ("The ferry, built in 1990, sank off the cape", "accident"),
    ],
)
def test_what_happened_counts_for_more_than_what_is_told_beside_it(text, type_):
    assert best(text) == type_


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("The brakes did not hold, the driver said.", "asserted"),
        ("The queen is expected in the flooded valley on Monday.", "expected"),
        ("The search will go on until Friday, the navy said.", "expected"),
        ("No siren was heard in the lower town, residents said.", "denied"),
    ],
)
def test_the_words_for_it_may_hold_a_no_or_a_will(sentence, status):
    text, sentences = sentences_of(sentence, "Troops shot two men.", "Rebels shelled the port.")
    assert tell_claims(text, sentences, attribute(text, sentences), ())[0].status.value == status
