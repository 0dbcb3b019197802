import time

import pytest

from timeline.reading.triggers import find_triggers, happening_of
from timeline.reading.words import split_words


def types(text):
    return [t.happening.type for t in find_triggers(text, split_words(text), text)]


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("Rebels stormed the town", "attack"),
        ("Troops cleared the last streets out", "government regains territory"),
        ("The town fell to the rebels", "non-state actor overtakes territory"),
        ("Warplanes struck the market", "air/drone strike"),
        ("The prisoners broke the gate of the prison", "jail break"),
        ("Nine people were killed", "casualties"),
        ("The soldiers laid down their arms", "surrender"),
        ("Troops pulled out of the valley", "withdrawal"),
        ("A quake shook the coast", "natural disaster"),
        ("The bridge was destroyed", "property destruction"),
        ("Police arrested two men", "arrest"),
        ("A bomb exploded near the station", "explosion"),
        ("The ferry capsized", "accident"),
        ("Gunmen hijacked the plane", "hijacking"),
        ("Soldiers overthrew the president", "coup"),
    ],
)
def test_words_tell_of_a_happening(text, type_):
    assert type_ in types(text)


@pytest.mark.parametrize(
    "text",
    [
        "The weather was fine",
        "Share prices collapsed",
        "The talks entered a difficult phase",
        "The security forces met nobody",
        "He left early",
        "The storm of applause",
        "The death penalty",
        "The team shot a film of the town",
        "A ceasefire line runs there",
        "The wounded surface of the moon",
    ],
)
def test_words_that_only_look_like_a_happening_are_left_alone(text):
    assert not {"attack", "shooting", "fire", "natural disaster"} & set(types(text))
    assert "non-state actor overtakes territory" not in types(text)


def test_a_passive_is_marked():
    (trigger,) = find_triggers("The town was stormed", split_words("The town was stormed"), "")
    assert trigger.passive


def test_what_is_only_aimed_at_ranks_below_what_was_done():
    text = "They deployed troops to retake the town"
    _deployed, retake = find_triggers(text, split_words(text), text)
    assert retake.infinitive
    assert retake.rank < retake.happening.rank


def test_a_type_an_editor_invents_is_a_family_of_its_own():
    assert happening_of("parade").family == "parade"


def test_a_number_without_an_end_is_tried_once():
    words = "1234567890" * 300
    begun = time.process_time()
    assert find_triggers(words, split_words(words), words) == ()
    assert time.process_time() - begun < 0.05
