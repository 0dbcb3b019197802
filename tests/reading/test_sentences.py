import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reading import pages
from timeline.reading.furniture import Role, label_paragraphs
from timeline.reading.sentences import sentence_spans, split_sentences


def sentences(text):
    return [text[start:end] for start, end in sentence_spans(text, 0, len(text))]


@pytest.mark.parametrize(
    "text",
    [
        "The bridge fell. |Nobody ran.",
        "“We ran,” he said. |“Then it fell.”",
        '"It fell. |Nobody ran," she said.',
        "He saw it. |“Nobody ran.” |The mayor came.",
        "Was it old? |Yes! |It was.",
        "He came at 6 a.m. |The bridge was gone.",
        "They flew to the U.S. |The army stayed.",
        "It cost 4.5 million. |Half was stolen.",
        "The agency reported.|People fled.",
        "It fell… |Nobody ran.",
        "It fell (in May). |Nobody ran.",
        "It hit at 5.9. |Nobody ran.",
        "It was so.[2] |Then it fell.",
        'People were afraid. " |In Harare, buildings shook.',
        "桥塌了。|没有人跑。",
        "It was May 3. |2,000 came.",
        "So do I. |They left.",
    ],
)
def test_it_ends_a_sentence_at(text):
    assert sentences(text.replace("|", "")) == [part.strip() for part in text.split("|")]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Ilunga met Gov. Banda and Lt. Col. Smith of the U.S. Army in Golden, Colo., on Jan. 3.",
        "J. P. Kabila and George W. Bush met.",
        "The U.N. Security Council met.",
        "It fell at 5.9 metres, or 19.4 ft.",
        "“Did it fall?” she asked.",
        "“It fell!” he said.",
        "See No. 5 and p. 7 of it.",
        "It rose to 6 p.m. Friday prices.",
        "The site example.com said so.",
        "He waited... and waited.",
        "Acme Inc. Chairman Bob Lee said so.",
        "Prof. Dr. Okoro of St. Mary's Hosp. spoke.",
    ],
)
def test_it_goes_on_behind(text):
    assert sentences(text) == [text]


def test_a_long_text_without_stops_is_cut_where_paragraphs_seem_lost():
    found = sentences(pages.BARE.split("\n")[2])
    assert "The bridge was built in 1958 and carried the only road to the mines" in found
    assert "Officials said it had been closed to trucks since April but nobody cared about the sign" in found


def test_a_name_with_an_article_is_not_taken_for_a_lost_break():
    long = "the paper said in a long report that " * 12
    assert (
        len(sentences(f"It was {long} citing The Hague and according to The Courier nobody ran at all that day")) == 1
    )


def test_no_sentence_is_endless():
    found = sentences("word " * 5000)
    assert max(map(len, found)) <= 1500
    assert " ".join(found).split() == ["word"] * 5000


def test_it_keeps_the_role_and_number_of_the_paragraph():
    paragraphs = label_paragraphs(pages.SCRAPED)
    found = split_sentences(pages.SCRAPED, paragraphs)
    assert all(paragraphs[s.paragraph].role is s.role for s in found)
    assert {s.role for s in found} == {Role.HEADLINE, Role.CAPTION, Role.BODY}


def test_furniture_has_no_sentences():
    found = split_sentences(pages.BLOG, label_paragraphs(pages.BLOG))
    assert not any("twenty people" in pages.BLOG[s.start : s.end] for s in found)


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from('ab AB.!?…"”“’) \n0.1'), max_size=300))
def test_spans_are_in_order_and_leave_out_nothing_but_white_space(text):
    at, left = 0, []
    for start, end in sentence_spans(text, 0, len(text)):
        assert at <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
        left.append(text[at:start])
        at = end
    assert not "".join([*left, text[at:]]).strip()
