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
        ("The airliner took off at noon", "departure"),
        ("The plane landed in the capital", "arrival"),
        ("The crew sent a distress signal", "distress call"),
        ("Parliament was dissolved", "coup"),
        ("Flights were grounded", "closure"),
        ("The ambassador was recalled", "sanctions"),
        ("The ship ran aground", "accident"),
        ("The suspect turned himself in", "surrender"),
        ("The village was burned down", "property destruction"),
        ("A dam above the town has cracked", "property destruction"),
        ("The river broke its banks", "natural disaster"),
        ("The truce collapsed", "agreement"),
        ("The town collapsed before the rebels", "non-state actor overtakes territory"),
        ("The ministry retracted its statement", "correction"),
        ("The attackers escaped in a car", "escape"),
        ("The engine failed", "cause"),
        ("A mass grave was found", "bodies found"),
        ("Nine remain unaccounted for", "search and rescue"),
        ("At noon the mate called for help", "distress call"),
        ("The ship cast off at 20.05", "departure"),
        ("The colonel was caught in a church", "arrest"),
        ("Twenty mutineers are in the hands of the police", "arrest"),
        ("The first shots fell around three", "shooting"),
        ("They were woken by machine-gun fire", "shooting"),
        ("The palace was freed at noon", "government regains territory"),
        ("The harbour master was relieved of his post", "change of office"),
        ("The captain was named a suspect", "criminal charge"),
        ("The cargo had slid to one side", "cause"),
        ("He had nothing to do with the takeover", "claim of responsibility"),
        ("The kidnappers demanded a ransom", "demand"),
        ("The editor was released on bail", "release"),
        ("She was charged with treason", "criminal charge"),
        ("The judge remanded him for a month", "court ruling"),
        ("The hearing lasted an hour", "court ruling"),
        ("The minister resigned", "change of office"),
        ("The chairman left the party post on Monday", "change of office"),
        ("Guards beat him in the cell", "ill-treatment"),
        ("A lawyer was allowed to see her client", "access to a detainee"),
        ("The suspects were handed to the police", "transfer"),
        ("The passengers will be brought back by ship", "return"),
        ("The old president fled the country", "exile"),
        ("The colonel read a statement on the radio", "broadcast"),
        ("The ministry blocked the internet", "communications cut"),
        ("The airport was closed at noon", "closure"),
        ("The union suspended the country", "sanctions"),
        ("The families were compensated", "compensation"),
        ("The ministry apologised", "apology"),
        ("Dockers went on strike over wages", "labour dispute"),
        ("A man stabbed two women", "stabbing"),
        ("Thieves robbed the bank", "robbery"),
        ("The reporter disappeared in the hills", "disappearance"),
        ("The dead were buried on Sunday", "funeral"),
        ("The boat was overloaded", "cause"),
        ("No group claimed responsibility", "claim of responsibility"),
        ("The rebels had nothing to do with the attack", "claim of responsibility"),
        ("Masked men seized the editor outside the office", "abduction"),
        ("Men with knives forced their way into the cockpit", "hijacking"),
        ("Nine women were let go", "hostages freed"),
        ("He spent ten days in a cell", "arrest"),
        ("Planes circled above the valley", "overflight"),
        ("Police commandos climbed onto the wings", "attack"),
        ("The committee will look into the matter", "investigation"),
        ("She left Springfield at 7.55 a.m.", "departure"),
        ("It reached Newport at 14:20", "arrival"),
        ("Soldiers fired live rounds on the square", "shooting"),
        ("The army imposed a curfew", "emergency rule"),
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
        "The army released a statement",
        "He was in charge of the office",
        "Her heart sank as she set down the phone",
        "The land was sold",
        "The fine old house",
        "He lives near the city jail",
        "The ruling party met",
        "They asked a question about it",
        "The river level was low",
        "The ban on smoking is old",
        "A close friend of the mayor",
        "Behind closed doors",
        "The founder of the club",
        "The price of bread was suspected to be too low",
        "The team beat the visitors by 3 goals",
        "A heart beat under the floor",
        "The service charge is added",
        "He slashed prices in the spring",
        "The bus stops here at 7.55",
        "She saw off her guests",
        "It stole the show",
        "The column stood at the fence",
        "The film tour was long",
    ],
)
def test_words_that_only_look_like_a_happening_are_left_alone(text):
    assert not {"attack", "shooting", "fire", "natural disaster", "release", "court", "arrival"} & set(types(text))
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


@pytest.mark.parametrize(
    ("text", "word", "verb"),
    [
        ("They had control of the cabin", "control", False),
        ("He died of a heart attack", "attack", False),
        ("They made no political demand", "demand", False),
        ("The rebels attack the town", "attack", True),
        ("The police arrest two men", "arrest", True),
        ("They will attack the town", "attack", True),
    ],
)
def test_a_bare_form_is_a_verb_where_a_subject_stands_before_it(text, word, verb):
    assert [t.verb for t in find_triggers(text, split_words(text), text) if t.text.startswith(word)] in (
        [verb],
        [] if not verb else [verb],
    )


def test_a_number_without_an_end_tells_of_nothing():
    words = "1234567890" * 300
    assert find_triggers(words, split_words(words), words) == ()


@pytest.mark.parametrize(
    "text",
    [
        "The coup leader gave a speech",
        "a colonel in battle dress",
        "He spent the morning of the coup abroad",
        "She was caught up in the traffic",
        "Troops have taken over buildings in the town",
        "He caught the last bus",
    ],
)
def test_a_noun_that_only_names_tells_of_nothing(text):
    assert not {"coup", "armed clash", "arrest"} & set(types(text))


@pytest.mark.parametrize(
    "text", ["The house collapsed", "He was recalled by many", "The meeting was dissolved in laughter"]
)
def test_the_thing_a_verb_needs_must_be_there(text):
    assert not {"sanctions", "non-state actor overtakes territory", "coup"} & set(types(text))


def test_troops_that_make_progress_advance():
    assert types("The rebels made progress along the river") == ["advance"]


@pytest.mark.parametrize(
    "text", ["The negotiations made little progress", "Police made progress in their investigation"]
)
def test_talks_and_inquiries_that_make_progress_do_not(text):
    assert "advance" not in types(text)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("He was killed instantly", "casualties"),
        ("A second bomb killed civilians", "casualties"),
        ("The raid killed dozens", "casualties"),
        ("The depot had exploded eleven minutes earlier", "explosion"),
        ("The toll rose to 40", "casualties"),
        ("Two passengers survived", "casualties"),
        ("A patrol came under heavy fire", "attack"),
        ("Soldiers fired at the crowd from a roof", "shooting"),
        ("The glider came down in a field", "accident"),
        ("It dropped off the radar", "distress call"),
        ("The driver ran a red signal", "cause"),
        ("Rescuers reached the site at dawn", "arrival"),
        ("Stones were thrown at the station", "protest"),
        ("Trains were cancelled", "closure"),
        ("The ambassador was summoned", "sanctions"),
        ("The king abdicated", "change of office"),
        ("The clerk pleaded guilty", "court ruling"),
        ("Police searched the flat of the clerk", "investigation"),
        ("The bodies were handed over to their families", "bodies found"),
    ],
)
def test_deeds_of_single_people_and_bodies_are_found(text, type_):
    assert type_ in types(text)


@pytest.mark.parametrize(
    ("text", "type_"),
    [
        ("There were injured people in the hall", "attack"),
        ("Commandos storm hijacked plane", "hostage taking"),
        ("The clerk was fired from his job", "shooting"),
        ("Prices rose to 40", "casualties"),
        ("The custom survived for centuries", "casualties"),
        ("He came under the bridge", "attack"),
        ("The price came down in May", "accident"),
        ("The team reached agreement", "arrival"),
        ("The idea was under consideration", "natural disaster"),
        ("The signal was strong", "cause"),
        ("She handed over the keys", "bodies found"),
        ("Police searched for words", "investigation"),
    ],
)
def test_words_like_them_tell_of_something_else(text, type_):
    assert type_ not in types(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Four coaches of the night mail left the rails", "accident"),
        ("The express rammed a goods train from behind", "accident"),
        ("when a minibus hit a tree", "accident"),
        ("The first fire engine came after five", "arrival"),
        ("Crews brought the blaze under control", "fire"),
        ("Rebels entered the town at dawn", "attack"),
        ("The capital fell on the night of 3 May", "non-state actor overtakes territory"),
    ],
)
def test_deeds_of_traffic_and_of_rescuers_are_known(text, kind):
    assert kind in types(text)


@pytest.mark.parametrize(
    "text",
    [
        "The time was entered in the register",
        "The train entered the main line",
        "A crane fell on the platform",
        "The driver had fallen asleep",
        "A shell hit a bus in the market",
        "The fire service has a log of its own",
    ],
)
def test_what_is_entered_or_falls_or_is_hit_otherwise_is_not_taken_for_them(text):
    assert not {"attack", "non-state actor overtakes territory", "accident", "fire"} & set(types(text))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The column was hit at about two", "attack"),
        ("Two clinics were struck on Sunday", "attack"),
        ("The depot was bombed from the air", "air/drone strike"),
    ],
)
def test_what_was_hit_was_attacked(text, kind):
    assert kind in types(text)


@pytest.mark.parametrize(
    "text",
    [
        "The coast was hit by an earthquake",
        "The ferry was hit by high waves",
        "She was hit by a car",
        "Prices were hit again",
    ],
)
def test_what_nature_traffic_or_markets_hit_was_not(text):
    assert "attack" not in types(text)
