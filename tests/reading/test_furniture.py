import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reading import pages
from timeline.reading.furniture import Role, find_agency, find_byline, find_title, label_paragraphs

PROSE = "The bridge fell in the morning, and nobody saw it fall but the ferryman, who was asleep at the time of it."


def roles(text):
    """What stands under each role, the paragraphs' first words."""
    found = {}
    for paragraph in label_paragraphs(text):
        found.setdefault(paragraph.role, []).append(text[paragraph.start : paragraph.end])
    return found


def role_of(line, *, page="A bridge fell\n\n{prose}\n\n{line}\n\nThen it rained. {prose}"):
    text = page.format(line=line, prose=PROSE)
    at = text.index(line)
    return next(p.role for p in label_paragraphs(text) if p.start <= at < p.end)


@pytest.mark.parametrize(
    "line",
    [
        "0:00",
        "25:36",
        "1:02:03 / 2:00:00",
        "Podcasts",
        "Comments",
        "1.2k shares",
        "5 min read",
        "Advertisement",
        "https://example.org/bridge",
        "* * *",
        "Think your friends would be interested? Share this story!",
        "icon searchicon shareicon tagicon closeicon menu",
        "Home | News | Sport | Weather",
        "Copyright 2019 The Courier",
        "Updated 3 hours ago",
        "Back to top button",
        "(Adds toll, quotes mayor)",
        "(Releads with toll, adds witness)",
        "Found an error? Select the text and press Ctrl+Enter",
        "Scroll down for video",
        "WARNING: GRAPHIC CONTENT",
        "Estimated reading time: 6 minutes",
        "These are external links and will open in a new window",
        "The views expressed are the author's own. Download PDF",
    ],
)
def test_controls_of_the_page_are_widgets(line):
    assert role_of(line) is Role.WIDGET


@pytest.mark.parametrize(
    "line",
    [
        "Also on example.org Old bridges are a danger (VIDEOS)",
        "Read more: Old bridges",
        "READ MORE: Old bridges are a danger",
        "Related: Old bridges",
        "Click here to see the interactive map",
        "• Follow us on Twitter",
        "Who is who on the island? | Practical guide",
        "WATCH: The bridge falls",
        "See also: Ferries",
    ],
)
def test_other_stories_are_promos(line):
    assert role_of(line) is Role.PROMO


@pytest.mark.parametrize(
    "line",
    [
        "Leave a Reply",
        "Your email address will not be published. Required fields are marked *",
        "Join our commenting forum",
        "Thank you for registering",
        "Please refresh the page to be logged in",
        "You must be logged in to post a comment.",
    ],
)
def test_comment_forms_are_forms(line):
    assert role_of(line) is Role.FORM


@pytest.mark.parametrize(
    "line",
    [
        "Your support helps us to tell the story",
        "Subscribe now for unlimited access to the Courier.",
        "Sign up for our morning newsletter",
        "Please consider making a donation. It takes a minute.",
        "Already a subscriber? Log in to continue reading.",
    ],
)
def test_fund_raising_and_registration_are_appeals(line):
    assert role_of(line) is Role.APPEAL


@pytest.mark.parametrize(
    "line",
    [
        "Rescue workers stand guard at the bridge (EPA)",
        "Soldiers prepare to move out at Camp Kamoto, Congo, on July 30, 2015. JOHN ROE/U.S. ARMY",
        "Workers search the river. REUTERS/Ada Okoro",
        "A file photo of the bridge in Kamoto.",
        "Smoke rises from the mine in Kamoto, May 3, 2019",
        "Map of Congo showing Kamoto: A bridge fell yesterday, causing deaths.",
        "The bridge in 2017 [Anadolu]",
        "A ferry crosses the river. Photo: Jane Doe",
        "Getty Images A ferry on the river",
    ],
)
def test_words_of_photographs_are_captions(line):
    assert role_of(line) is Role.CAPTION


@pytest.mark.parametrize(
    "line",
    [
        "Courier Bureau – Reuters",
        "Reuters",
        "- REUTERS",
        "Source: AFP",
        "SOURCE: THE COURIER AND NEWS AGENCIES",
        "AFP and Reuters",
        "The Associated Press contributed to this report.",
    ],
)
def test_whose_copy_it_is_stands_in_an_agency_line(line):
    assert role_of(line) is Role.AGENCY


@pytest.mark.parametrize(
    "line",
    [
        "“Your support makes the difference,” the mayor told the soldiers.",
        "The minister asked the public to support our troops at the bridge.",
        "More on the bridge was found in the archive, and it was read with care.",
        "Share prices fell after the news of the bridge reached the exchange.",
        "The related costs were paid by the state, the ministry said.",
        "Comments by the mayor angered the families of the dead.",
        "By Wednesday evening the river was quiet.",
        "At 10:23 the bridge fell, and with it the road to the mines.",
        "It was signed in Doha, May 3, 2019.",
        "Read the sign, the driver did not.",
        "Register of the dead in hand, the mayor read the names aloud.",
        "Reuters said that nine people had been killed.",
        "Police said that two men were held",
        "Reuters Editor Ada Okoro said she was sorry",
        "The source: a man who asked not to be named, for fear of the army.",
        "He posted on May 3, 2019 that the bridge was safe.",
        "Join the army, they said, and he did.",
        "The video showed a truck on the bridge.",
        "A map of the river hung on his wall, and he pointed at it (see above).",
        "On Twitter (@mayor) he wrote that the bridge was safe.",
        "The icon of the saint was carried over the bridge.",
    ],
)
def test_copy_is_left_alone(line):
    assert role_of(line) is Role.BODY


@pytest.mark.parametrize("line", ["THE MONEY", "Who was to blame?", "‘We panicked’", "Old and overloaded"])
def test_short_lines_between_paragraphs_are_crossheads(line):
    assert role_of(line) is Role.CROSSHEAD


def test_a_headline_printed_again_is_a_repeat():
    found = roles(f"A bridge fell in Kamoto\n\nA bridge fell in Kamoto\n\n{PROSE}")
    assert (len(found[Role.HEADLINE]), len(found[Role.REPEAT])) == (1, 1)


@pytest.mark.parametrize(
    "teaser",
    [
        PROSE,
        PROSE[:70],
        f"Fri 03 May 2019:{PROSE}",
        f"{PROSE}Then it rained, and the",
    ],
)
def test_a_lead_printed_again_is_a_repeat_also_cut_short_dated_or_run_together(teaser):
    found = roles(f"A bridge fell\n\n{PROSE}\n\nThen it rained, and the river rose.\n\n{teaser}")
    assert found[Role.REPEAT] == [teaser]


def test_a_paragraph_that_only_begins_like_another_is_no_repeat():
    other = PROSE.replace("asleep at the time of it", "awake, as he said on Friday")
    assert Role.REPEAT not in roles(f"A bridge fell\n\n{PROSE}\n\n{other}")


def test_short_words_may_stand_twice():
    assert Role.REPEAT not in roles(f"A bridge fell\n\n{PROSE}\n\n“No.”\n\nThen he left the hall at once.\n\n“No.”")


def test_a_caption_printed_again_with_its_credit_is_told_once():
    caption = "Rescue workers at the bridge on Friday in the evening"
    found = roles(f"A bridge fell\n\n{caption}\n{caption} (EPA)\n\n{PROSE}")
    assert (found[Role.CAPTION], found[Role.REPEAT]) == ([caption], [f"{caption} (EPA)"])


def test_datelines_and_headlines_glued_to_the_copy_are_cut_off():
    text = f"Bridge falls in storm at Kamoto\n\nPosted on May 3 2019 by The Courier Bridge falls in storm at Kamoto {PROSE}"
    found = roles(text)
    assert found[Role.DATELINE] == ["Posted on May 3 2019 by The Courier"]
    assert found[Role.REPEAT] == ["Bridge falls in storm at Kamoto"]
    assert found[Role.BODY] == [PROSE]
    assert find_byline(text, label_paragraphs(text)) == "The Courier"


def test_a_lead_that_goes_on_from_the_headline_is_not_cut():
    assert roles(f"Bridge falls in storm at Kamoto\n\nBridge falls in storm at Kamoto as {PROSE.lower()}")[Role.BODY]


def test_what_stands_between_two_appeals_belongs_to_them():
    between = "From the mines to the river, we are there, and our newest film shows it. We know how hard it is."
    found = roles(
        f"A bridge fell\n\nYour support helps us report\n\n{between}\n\nYour donation allows us to go on.\n\n{PROSE}"
    )
    assert between in found[Role.APPEAL]
    assert found[Role.BODY] == [PROSE]


def test_what_readers_wrote_is_no_copy():
    assert any("twenty people" in words for words in roles(pages.BLOG)[Role.FORM])


def test_a_line_between_headline_and_date_is_the_standfirst():
    assert roles(pages.OPINION)[Role.STANDFIRST] == [pages.OPINION.split("\n")[1]]


def test_lists_of_other_stories_are_promos_to_their_end():
    assert roles(pages.WIKI)[Role.PROMO] == [
        "Related news",
        "Mine accident in Kamoto kills four",
        "Rains cut off Kolwezi",
    ]


def test_lines_wrapped_at_a_width_make_paragraphs():
    assert [words.split()[0] for words in roles(pages.WRAPPED)[Role.BODY]] == ["KAMOTO,", "The", "Trains"]


def test_lines_of_a_list_are_not_joined():
    assert len(label_paragraphs("Sand\nGravel\nCement\nSteel\nWood\nRope\nNails")) == 7


def test_a_page_of_links_has_no_copy():
    assert set(roles(pages.LINKS)) == {Role.WIDGET}


def test_an_empty_text_has_no_paragraphs():
    assert label_paragraphs("") == label_paragraphs(" \n\t\n") == ()


@pytest.mark.parametrize(
    ("page", "title"),
    [
        (pages.WIRE, "Bridge collapse in Kamoto kills nine"),
        (pages.BLOG, "The day the bridge fell"),
        (pages.SCRAPED, "Bridge collapse kills nine in Congo mining town"),
        (pages.WRAPPED, "NINE KILLED AS BRIDGE FALLS"),
        (pages.BARE, "bridge collapse kills nine in kamoto"),
        ("Nine die | The Courier\n\n" + PROSE, "Nine die"),
        ("BBC Persian presenter hurt in Kamoto\n\n" + PROSE, "BBC Persian presenter hurt in Kamoto"),
        ("Analysis: Why bridges fall\n\n" + PROSE, "Analysis: Why bridges fall"),
        (PROSE, "The bridge fell in the morning, and nobody saw it fall but…"),
        ("", ""),
    ],
)
def test_the_title_is(page, title):
    assert find_title(page, label_paragraphs(page)) == title


@pytest.mark.parametrize(
    ("page", "byline"),
    [
        (pages.WIRE, "Ada Okoro in Kinshasa and Bob Lee"),
        (pages.BLOG, "Claire"),
        (pages.FRENCH, "Jeanne Dupont, Kinshasa"),
        (pages.OPINION, "Jane Doe, Kinshasa"),
        (pages.STREAM, ""),
        (pages.BARE, ""),
    ],
)
def test_the_byline_is(page, byline):
    assert find_byline(page, label_paragraphs(page)) == byline


@pytest.mark.parametrize(
    ("page", "agency"),
    [
        (pages.WIRE, "Reuters"),
        (pages.WRAPPED, "Associated Press"),
        (pages.POSTS, "AFP"),
        (f"{PROSE}\n\nReuters said so, and AFP did not.", ""),
        (pages.BARE, ""),
    ],
)
def test_the_agency_is(page, agency):
    assert find_agency(page, label_paragraphs(page)) == agency


@settings(deadline=None)
@given(st.lists(st.sampled_from([line for page in pages.ALL for line in page.split("\n")]) | st.text(max_size=40)))
def test_paragraphs_hold_all_the_text_but_white_space(lines):
    text = "\n".join(lines)
    at, left = 0, []
    for paragraph in label_paragraphs(text):
        assert at <= paragraph.start < paragraph.end <= len(text)
        assert text[paragraph.start : paragraph.end] == text[paragraph.start : paragraph.end].strip()
        assert paragraph.rule
        left.append(text[at : paragraph.start])
        at = paragraph.end
    assert not "".join([*left, text[at:]]).strip()
