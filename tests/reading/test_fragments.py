import pytest

from tests.reading.said import said, sentences_of
from timeline.reading.anchors import Known
from timeline.reading.attribution import attribute
from timeline.reading.documents import Document
from timeline.reading.fragments import is_fragment
from timeline.reading.reader import read
from timeline.reading.words import split_words


@pytest.mark.parametrize(
    "words",
    [
        "in the harbour town of Ash",
        "declining to be named because she was not allowed to speak",
        "who sells oranges at the crossing",
        "Contacted by the radio on Monday",
        "in a letter that was sent to the owners",
        "at a briefing on Tuesday",
    ],
)
def test_words_about_a_speaker_or_a_place_are_no_sentence(words):
    assert is_fragment(split_words(words))


@pytest.mark.parametrize(
    "words",
    [
        "at least three barges were moored there",
        "between 60 and 80 lorries waited",
        "In Ash the ferry was late",
        "who was ill, the captain was not on the bridge",
        "By noon it all began again",
        "from what we saw we think so",
    ],
)
def test_words_with_a_verb_of_their_own_are_a_sentence(words):
    assert not is_fragment(split_words(words))


def claims(sentence):
    text = f"A headline\n\n{sentence}\n\nTwo people were killed when troops attacked the town."
    found = read(Document(text), Known(published="2014-11-27T12:00", zone="UTC")).claims
    return [c for c in found if "troops attacked" not in c.quote and "Two people" not in c.quote]


def quotes(sentence):
    return [c.quote for c in claims(sentence)]


@pytest.mark.parametrize(
    ("sentence", "quote"),
    [
        ("In June Jane Roe wrote to the owners about loose bolts.", "Jane Roe wrote to the owners about loose bolts"),
        ("The owners denied that the lift had failed.", "The owners denied that the lift had failed"),
        (
            "The driver had complained to the owners on Sunday that the lift stuck.",
            "The driver had complained to the owners",
        ),
        ("The lift, the owners said, had not been overloaded.", "The lift, the owners said, had not been overloaded"),
        ("The alarm came, the owners said, at 3:40 a.m.", "The alarm came, the owners said, at 3:40 a.m."),
    ],
)
def test_a_claim_keeps_the_words_it_is_about(sentence, quote):
    assert any(found.startswith(quote) for found in quotes(sentence))


def test_an_aside_of_the_speaker_is_no_claim():
    told = quotes(
        "Jane Roe, a doctor, said nine had died on Monday, declining to be named because she feared for her job."
    )
    assert len(told) == 1


@pytest.mark.parametrize(
    ("sentence", "via"),
    [
        ("Nine people died, the mayor told a local newspaper, the Ash Gazette.", "a local newspaper, the Ash Gazette"),
        ("“It was closed,” Jane Roe told a private radio station.", "a private radio station"),
        ("Nine people died, the mayor told the council.", ""),
        ("Nine people died, the mayor told a press conference.", ""),
        ("Nine people died, the mayor told this newspaper.", ""),
    ],
)
def test_who_was_told_is_no_part_of_what_was_said(sentence, via):
    assert [relay for _, relay, _ in said(sentence)] == [via]


@pytest.mark.parametrize("sentence", ["The club was blamed for the fire of May.", "No loss was recorded by noon."])
def test_what_is_done_to_a_subject_is_no_saying_of_its_own(sentence):
    assert [voice for voice, *_ in said(sentence)] == [""]


def test_a_subject_goes_with_its_verb_over_an_aside():
    assert "three clerks, two of them women, were wounded" in quotes(
        "A guard was killed and three clerks, two of them women, were wounded."
    )


def test_the_words_of_the_speaker_in_its_midst_are_kept_out_of_the_reading():
    text, sentences = sentences_of("The raid, the army said, was over by noon.")
    (speech,) = attribute(text, sentences)
    assert text[slice(*speech.hole)] == "the army said"


def test_a_no_before_the_words_about_the_saying_holds_behind_them():
    assert [c.status.value for c in claims("Not one shell, he said, had hit the bridge.")] == ["denied"]
