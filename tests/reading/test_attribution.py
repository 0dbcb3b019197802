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
        ("The bridge was closed, witnesses said.", "witnesses", "The bridge was closed"),
        ("An official, seeking anonymity, said the bridge was closed.", "official", "the bridge was closed"),
        ("Two deaths were confirmed by the ministry.", "ministry", "Two deaths were confirmed"),
        ("The toll was put at nine by hospital officials.", "hospital officials", "The toll was put at nine"),
        ("Police initially suspected that the driver had slept.", "Police", "the driver had slept"),
        ("Nine people died, according to our monitoring group.", "monitoring group", "Nine people died"),
        ("“The bridge was closed,” recalled Jane Roe, a shopkeeper.", "Jane Roe", "The bridge was closed"),
        ("Two officials briefed on the matter said the bridge was closed.", "Two officials", "the bridge was closed"),
        (
            "An official, speaking on condition of anonymity, said the bridge was closed.",
            "official",
            "the bridge was closed",
        ),
        ("The bridge was closed, the agency quoted the mayor as saying.", "mayor", "The bridge was closed"),
        ("Citing witnesses, the agency said the bridge was closed.", "witnesses", "the bridge was closed"),
        ("The ministry said in Newport on Tuesday that the bridge was closed.", "ministry", "the bridge was closed"),
        (
            "The bridge was closed, the search and rescue office said.",
            "search and rescue office",
            "The bridge was closed",
        ),
        (
            "Five people died - two of them soldiers - Mayor Jane Roe told reporters.",
            "Jane Roe",
            "Five people died - two of them soldiers -",
        ),
        ("According to the chief the captain fled.", "chief", "the captain fled"),
        ("A guard who was let go says the bridge was closed.", "guard", "the bridge was closed"),
        ("The ministry on Facebook: “The bridge was closed.”", "ministry", "The bridge was closed"),
        (
            "The bridge was closed, an employee told reporters on condition of anonymity.",
            "employee",
            "The bridge was closed",
        ),
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


@pytest.mark.parametrize(
    ("sentence", "voice", "words"),
    [
        ("Campaigners claimed the bridge was closed.", "Campaigners", "the bridge was closed"),
        ("Masked men took him from his home, his wife said.", "his wife", "Masked men took him from his home"),
        ("The clerk made it clear that the bridge was closed.", "clerk", "the bridge was closed"),
        ("In Newport, the government said the bridge was closed.", "government", "the bridge was closed"),
        ("The Front itself repeated last week that the bridge was closed.", "Front", "repeated last week that"),
        ("The clerk also confirmed that the bridge was closed.", "clerk", "the bridge was closed"),
        ("The clerk announced on Monday that the bridge was closed.", "clerk", "the bridge was closed"),
        ("The clerk warned that the bridge was closed.", "clerk", "warned that the bridge was closed"),
        ("The mayor told this magazine that the bridge was closed.", "mayor", "the bridge was closed"),
        ("The mayor told a radio station in the north that it was closed.", "mayor", "it was closed"),
        ("The clerk told the panel on 26 November that it was closed.", "clerk", "it was closed"),
        ("A man who said he spoke for the rebels told a radio station that it was closed.", "man", "it was closed"),
        (
            "The Front (NLF), in whose name a caller spoke, said the bridge was closed.",
            "Front",
            "the bridge was closed",
        ),
        ("Jane Roe the mayors wife says the bridge was closed.", "Jane Roe", "the bridge was closed"),
        ("Jane Roe, a teacher who was on the train, told me that it was closed.", "Jane Roe", "it was closed"),
        (
            "The bridge was closed from noon said the officer who asked not to be named.",
            "officer",
            "The bridge was closed",
        ),
        ("The bridge was closed said its deputy mayor.", "its deputy mayor", "The bridge was closed"),
        ("The report counts three dead.", "report", "The report counts three dead"),
        ("Police put the number at 200.", "Police", "put the number at 200"),
        ("Both officers spoke of about 300 people.", "Both officers", "spoke of about 300 people"),
        ("“We did not order it,” spokesman John Doe said by telephone.", "John Doe", "We did not order it"),
    ],
)
def test_speakers_in_the_manners_of_the_news(sentence, voice, words):
    (v, _, w), *_ = said(sentence)
    assert v == voice and w.strip(" ,.").startswith(words)


@pytest.mark.parametrize(
    "sentence",
    [
        "The hijackers told the pilot to fly on.",
        "The number found its way into the papers.",
        "Police found a body in the river.",
        "The crowd repeated the song.",
        "He cried all night.",
        "The ministry recalled its ambassador.",
        "They maintained the old road.",
        "The drone was found in a field.",
        "He made clear soup.",
        "She spoke of her youth.",
    ],
)
def test_verbs_that_only_sometimes_report(sentence):
    assert {v for v, _, _ in said(sentence)} == {""}


@pytest.mark.parametrize(
    ("sentences", "voice"),
    [
        (["The health ministry said it was nine.", " Dr Jane Roe, a surgeon, gave a lower figure.", " She told us it was six."], "Jane Roe"),
        (["The ministry said it was shut.", " We have spoken to a taxi driver who was there.", " He says it was open."], "taxi driver"),
        (["A spokeswoman for the port said it was open.", " Colonel John Doe rejected this.", " “It was shut,” he said."], "John Doe"),
        (["Spokesman John Doe said it was open.", " His wife, Jane Roe, said it was shut.", " He said it was open."], "John Doe"),
        (["A resident said it was shut.", " Another said it was open."], "another resident"),
        (["The panel counts nine dead.", " The mayor was not heard.", " It found no trace of a bomb."], "panel"),
        (["The mayor, John Doe, said it was shut.", " The council said it was open."], "council"),
        (["Interior Ministry spokesman John Doe said it was shut.", " The ministry said it was open."], "ministry"),
        (["Mayor John Doe said it was shut.", " The bridge, a landmark, is old.", " He said it was open."], "John Doe"),
    ],
)  # fmt: skip
def test_who_goes_on_speaking(sentences, voice):
    assert said(*sentences)[-1][0] == voice


def test_quotations_in_single_marks_are_speech():
    ((voice, via, words),) = said("Seller John Doe told Reuters: ‘The town’s bridge was closed, I said so.’")
    assert (voice, via) == ("John Doe", "Reuters") and "The town’s bridge" in words


@pytest.mark.parametrize(
    "sentence", ["The rebels’ deadline passed at the soldiers’ gate.", "It was ’tis of old, the men’s choice."]
)
def test_apostrophes_open_no_quotation(sentence):
    assert said("“It was shut,” the mayor said.", sentence)[-1][0] == ""


def test_a_statement_is_no_relay():
    assert [
        s.attribution.via for s in attribute(*sentences_of("The bridge was shut, the mayor said in a statement."))
    ] == [""]


def test_he_is_who_a_sentence_that_opens_with_a_time_was_about():
    one = "An employee said the bridge was closed."
    two = "At 6 a.m. (0300 GMT) a colonel in battle dress came in."
    three = "“The bridge is ours,” he said."
    assert [v for v, _, w in said(one, two, three)][-1] == "colonel in battle dress"


def test_who_is_cited_speaks_by_way_of_who_cites():
    assert said("The bridge was closed, local media said, quoting the mayor.") == [
        ("mayor", "local media", "The bridge was closed")
    ]


def test_a_reason_that_is_cited_says_nothing():
    ((voice, _, _),) = said("The mayor, citing fears of a flood, said the bridge was closed.")
    assert voice in ("mayor", "")


@pytest.mark.parametrize(
    ("sentence", "voice", "via"),
    [
        ("The report, published on Wednesday, says the bridge was closed.", "report", ""),
        ("The mayor, in remarks carried by state radio, said the bridge was closed.", "mayor", "state radio"),
        ("State radio, quoting the mayor, said the bridge was closed.", "mayor", "State radio"),
        ("According to the Post, which cited two officials, the bridge was closed.", "two officials", "Post"),
        ("In an interview with the Post, the mayor said the bridge was closed.", "mayor", "Post"),
        ("The mayor told Channel 4 that the bridge was closed.", "mayor", "Channel 4"),
        ("A police spokesman, Capt. John Doe, said the bridge was closed.", "John Doe", ""),
        ("A correspondent saw nine bodies in the street.", "correspondent", ""),
        ("Doctors counted nine bodies in the street.", "Doctors", ""),
        ("The observatory measured the quake at 6.1.", "observatory", ""),
        ("Mayor Jane Roe: “Nobody was hurt in the fire.”", "Jane Roe", ""),
        ("The institute gave a preliminary magnitude of 6.1.", "institute", ""),
    ],
)
def test_who_says_so_stands_before_an_aside_a_colon_or_a_verb_of_finding(sentence, voice, via):
    assert (voice, via) in [(who, relay) for who, relay, _ in said(sentence)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The clerk saw nine bodies in the street.",
        "He learned that his son had died.",
        "There were reports that the king had fled.",
        "The road to the coast: “closed until further notice”.",
        "The minister, arrested on Monday, is 50.",
        "I counted nine shots.",
    ],
)
def test_others_who_see_learn_or_count_report_nothing(sentence):
    assert [who for who, _, _ in said(sentence) if who] == []


def test_they_are_several_or_a_body_where_there_is_one():
    heard = said("Residents said the bridge fell.", "Mayor Jane Roe said it was old.", "They said nobody was hurt.")
    assert heard[-1][0] == "Residents"
    met = said("The survivors were brought ashore.", "Mayor Jane Roe said it was old.", "They said nobody was hurt.")
    assert met[-1][0] == "survivors"
    assert said("Mayor Jane Roe said it was old.", "They said nobody was hurt.")[-1][0] == "Jane Roe"


@pytest.mark.parametrize(
    "sentence",
    [
        "Two deaths were confirmed on Monday.",
        "The crew was told at 03:25.",
        "On 18 May we reported it.",
        "We confirmed two deaths.",
        "It was announced by noon.",
    ],
)
def test_a_passive_without_an_agent_and_we_name_no_voice(sentence):
    assert said(sentence)[0][0] == ""


@pytest.mark.parametrize("sentence", ["The minister put off her visit until Saturday.", "Police put up a roadblock."])
def test_to_put_something_off_or_up_is_to_say_nothing(sentence):
    assert said(sentence)[0][0] == ""


def test_to_put_a_figure_at_so_many_is_to_say_so():
    assert said("The mayor put the toll at more than nine.")[0][0] == "mayor"
    assert said("Police fired, the union said, putting the toll at nine.")[1][0] == "union"


@pytest.mark.parametrize(
    ("sentence", "voice"),
    [
        ("Nine people died on Monday, by the mayor's count.", "mayor"),
        ("It likewise denied that the road was open.", ""),
        ("The road was open, the ministry specified.", "ministry"),
        ("The union revised the toll to nine.", "union"),
        ("The ministry lowered the figure, explaining that two had been counted twice.", "ministry"),
        ("A video shared on Monday appears to show nine men at the gate.", "video"),
        ("The company has once more denied that the roof failed.", "company"),
        ("He was here, by the way of the village's church.", ""),
        ("The road was open by the mayor's house.", ""),
    ],
)
def test_who_counted_specified_or_denied_once_more_says_so(sentence, voice):
    assert said(sentence)[-1][0] == voice


def test_an_outlet_that_reports_at_the_end_is_the_relay():
    assert said("The firm denied that the roof had failed, Northpost reports.")[0][:2] == ("firm", "Northpost")
