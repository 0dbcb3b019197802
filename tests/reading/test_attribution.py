import itertools

import pytest

from tests.reading.said import said, sentences_of
from timeline.reading.attribution import OWN_VOICE, attribute
from timeline.reading.posts import Post


@pytest.mark.parametrize(
    ("sentence", "voice", "words"),
    [
        ("The bridge was closed, officials said.", "officials", "The bridge was closed"),
        ("Officials said the bridge was closed.", "Officials", "the bridge was closed"),
        ("Mayor Jane Roe said that the bridge was closed.", "Jane Roe", "the bridge was closed"),
        ("“The bridge was closed,” said Jane Roe, mayor of the town.", "Jane Roe", "The bridge was closed"),
        ("“The bridge was closed,” Jane Roe, the mayor, said.", "Jane Roe", "The bridge was closed"),
        ("“It was closed,” Jane Roe, deputy head of the council said in a statement.", "Jane Roe", "It was closed"),
        (
            "According to the Ministry of Transport, the bridge was closed.",
            "Ministry of Transport",
            "the bridge was closed",
        ),
        (
            "A spokesman for the ministry said the bridge was closed.",
            "spokesman for the ministry",
            "the bridge was closed",
        ),
        ("The governor on Tuesday said the bridge was closed.", "governor", "the bridge was closed"),
        (
            "It was closed, a local council leader said on condition of anonymity.",
            "local council leader",
            "It was closed",
        ),
    ],
)
def test_a_voice_and_its_words_are_found(sentence, voice, words):
    assert [(v, w) for v, _, w in said(sentence)] == [(voice, words)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The bridge was closed on Tuesday.",
        "State media are banned in the Gulf states.",
        "The report of the storm was late.",
        "The president rejected advice from his generals.",
        "The floods claimed 20 lives.",
        "Since the mayor announced the plan, traffic has doubled.",
        "There were reports of people leaving the town.",
    ],
)
def test_words_that_report_nobody_stay_in_the_own_voice(sentence):
    assert {v for v, _, _ in said(sentence)} == {""}


@pytest.mark.parametrize(
    ("sentence", "via"),
    [
        ("Governor Jane Roe told Reuters the bridge was closed.", "Reuters"),
        ("“It was closed,” Jane Roe was quoted as saying by Reuters.", "Reuters"),
        ("The bridge was closed, the ministry said in a Facebook post.", "Facebook post"),
        ("“It was closed,” Commander John Doe said, according to Reuters.", "Reuters"),
        ("A report by Tolo quoted the governor as saying that the bridge was closed.", "Tolo"),
        ("The mayor told state television that the bridge was closed.", "state television"),
    ],
)
def test_the_relay_the_text_names_is_kept(sentence, via):
    assert said(sentence)[0][1] == via


def test_a_pronoun_is_the_voice_last_heard():
    parts = said("Governor Jane Roe told Reuters the town was calm.", "“The shops are open,” she said.")
    assert parts[1] == ("Jane Roe", "Reuters", "The shops are open")


def test_a_surname_is_the_person_named_before():
    assert said("Governor Jane Roe said it rained.", "Roe said the shops were open.")[1][0] == "Jane Roe"


def test_a_quotation_goes_on_in_the_same_voice():
    parts = said("“They left at noon,” she said.", "Mayor Jane Roe said the town was calm.", "“The shops are open.”")
    assert parts[-1][0] == "Jane Roe"


def test_two_verbs_of_one_sentence_share_their_speaker():
    parts = said("But Jane Roe denied reports that the bridge fell, and said engineers were checking it.")
    assert [(v, w) for v, _, w in parts if v] == [
        ("Jane Roe", "denied reports that the bridge fell, and"),
        ("Jane Roe", "engineers were checking it"),
    ]


def test_a_denial_is_marked():
    text, sentences = sentences_of("The army denied that it had used the bridge.")
    assert [s.denied for s in attribute(text, sentences)] == [True]


def test_hearsay_has_no_voice():
    text, sentences = sentences_of("On Tuesday it was reported that the bridge had fallen.")
    last = attribute(text, sentences)[-1]
    assert last.purported
    assert last.attribution.voice == ""


def test_the_agency_whose_copy_it_is_relays_every_voice_without_another():
    assert said("The bridge was closed, officials said.", agency="AFP")[0][1] == "AFP"


def test_an_agency_spoken_to_twice_gathered_the_story():
    parts = said(
        "Jane Roe told Reuters it rained.",
        "The bridge was closed, officials said.",
        "A video shown to Reuters was dark.",
    )
    assert parts[1][:2] == ("officials", "Reuters")


def test_a_post_is_its_authors():
    text, sentences = sentences_of("The bridge is down")
    post = Post(0, len(text), "Ann Other", "@ann", "Twitter", 0, 0)
    (speech,) = attribute(text, sentences, (post,))
    assert (speech.attribution.voice, speech.attribution.via) == ("Ann Other", "Twitter")


def test_speeches_stand_in_order_and_never_overlap():
    text, sentences = sentences_of("It rained, officials said, and Jane Roe said the bridge was closed.", "It snowed.")
    speeches = attribute(text, sentences)
    assert all(one.end <= other.start for one, other in itertools.pairwise(speeches))


def test_nothing_said_is_nothing_attributed():
    assert attribute("", ()) == ()
    assert OWN_VOICE.voice == ""
