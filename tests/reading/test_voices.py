import pytest

from timeline.reading.voices import People, head_words, is_speaker, singular, split_name


@pytest.mark.parametrize(
    ("words", "voice", "role"),
    [
        ("Provincial governor Jane Roe", "Jane Roe", "Provincial governor"),
        ("a special forces commander", "special forces commander", ""),
        ("the Ministry of Transport", "Ministry of Transport", ""),
        ("Jane Roe", "Jane Roe", ""),
        ("UN envoy Staffan de Vries", "Staffan de Vries", "UN envoy"),
        ("the World Health Organization", "World Health Organization", ""),
    ],
)
def test_a_name_is_told_from_its_role(words, voice, role):
    assert split_name(words) == (voice, role)


def test_a_name_in_apposition_is_the_voice():
    assert split_name("a special forces commander", "John Doe") == ("John Doe", "special forces commander")


def test_the_office_alone_is_who_held_it_before():
    people = People()
    people.name("Provincial governor Jane Roe", "")
    assert people.name("the governor", "") == ("Jane Roe", "Provincial governor")


def test_another_surname_is_another_person():
    people = People()
    people.name("governor Jane Roe", "")
    assert people.name("Doe", "")[0] == "Doe"


def test_a_pronoun_with_nobody_before_it_is_nobody():
    assert People().name("he", "") == ("", "")


@pytest.mark.parametrize("word", ["officials", "spokeswoman", "agencies", "policemen"])
def test_nouns_that_can_speak(word):
    assert is_speaker(word)


@pytest.mark.parametrize("word", ["bridge", "decision", "storms"])
def test_nouns_that_cannot(word):
    assert not is_speaker(word)


def test_singulars():
    assert [singular(w) for w in ("agencies", "officials", "press", "gunmen")] == [
        "agency",
        "official",
        "press",
        "gunman",
    ]


def test_titles_do_not_tell_people_apart():
    assert head_words("the Governor Jane Roe") == {"jane", "roe"}
