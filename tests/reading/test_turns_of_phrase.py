"""Words for a happening in turns of phrase that tell of none."""

import pytest

from tests.reading.told import types


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("They came home of their own accord", "agreement"),
        ("There was a great deal of noise", "agreement"),
        ("The farmer had a heart attack at noon", "attack"),
        ("The mayor attacked the plan as naive", "attack"),
        ("The fund raided its reserves in June", "attack"),
        ("They gave up their weapons of mass destruction", "property destruction"),
        ("The coalition collapsed in May", "property destruction"),
        ("Rent prices exploded in March", "explosion"),
        ("Fire crews checked the pumps on Monday", "shooting"),
        ("The coach was told he was fired on Sunday", "attack"),
        ("The chairman fired his deputy on Sunday", "shooting"),
        ("The legal battle went on for a year", "armed clash"),
        ("Temperatures fell to minus ten", "non-state actor overtakes territory"),
        ("Her appeal fell on deaf ears", "non-state actor overtakes territory"),
        ("The minister killed the bill in May", "casualties"),
        ("It is the most widely distributed paper", "relief"),
        ("She is taking a great interest in chess", "arrest"),
        ("The board slashed oil revenues", "stabbing"),
        ("A vaccine trial was halted", "court ruling"),
        ("They woke with burning eyes", "property destruction"),
        ("He was last seen entering the bank", "attack"),
        ("The rebels claimed the bombing was staged", "claim of responsibility"),
    ],
)
def test_a_turn_of_phrase_is_no_happening(text, type_):
    assert type_ not in types(text)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("The two sides signed an accord", "agreement"),
        ("Rebels attacked the plant", "attack"),
        ("The stand collapsed in the gale", "property destruction"),
        ("A shell exploded in the yard", "explosion"),
        ("Soldiers fired on the crowd", "shooting"),
        ("The conductor was fired on Sunday", "change of office"),
        ("The battle for the bridge went on all night", "armed clash"),
        ("The fort fell to the rebels", "non-state actor overtakes territory"),
        ("Two constables fell in the line of duty", "casualties"),
        ("Officers took away two brothers", "arrest"),
        ("The men were put on trial", "court ruling"),
        ("He was last seen entering the bank", "disappearance"),
        ("The rebels claimed the bombing in a letter", "claim of responsibility"),
        ("The clerk was strangled", "casualties"),
        ("The governor cut off the phone lines", "communications cut"),
        ("He was beaten in custody", "ill-treatment"),
    ],
)
def test_the_same_word_meant_as_it_says_is_one(text, type_):
    assert type_ in types(text)
