from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reading import hard_texts
from tests.reading.steps import growth
from timeline.reading.anchors import Known
from timeline.reading.documents import Document, split_documents
from timeline.reading.reader import read, read_all, weave

KNOWN = Known(place_zone="Asia/Kathmandu", zone="UTC", published="2015-05-06T12:00")
STORY = """Rebels storm the town of Newport

Rebels stormed the town of Newport on Tuesday morning before being cleared out by government forces around 4pm local \
time, the Ministry of Defence said.

“More than 70 prisoners broke the gate of the prison and escaped,” Jane Roe, head of the council, told Reuters.

Rebels had held the town for two weeks in 2009.
"""


@pytest.fixture(scope="module")
def reading():
    return read(Document(STORY), KNOWN)


def claim_of(reading, type_):
    return next(c for c in reading.claims if c.type == type_ and c.time and not c.time.inherited)


def test_a_claim_is_dated_by_its_own_words(reading):
    attack = claim_of(reading, "attack")
    assert attack.time.text == "Tuesday morning"
    assert attack.time.interval.start == datetime(2015, 5, 5, 0, 15, tzinfo=UTC)
    assert attack.attribution.voice == "Ministry of Defence"


def test_a_clock_takes_its_day_from_the_time_before_it(reading):
    retaken = claim_of(reading, "government regains territory")
    assert retaken.time.approximate
    assert retaken.time.interval.start == datetime(2015, 5, 5, 9, 45, tzinfo=UTC)


def test_a_claim_without_a_time_inherits_the_day_of_the_narrative(reading):
    escape = next(c for c in reading.claims if c.type == "jail break")
    assert escape.time.inherited
    assert escape.time.interval.start == datetime(2015, 5, 4, 18, 15, tzinfo=UTC)
    assert (escape.attribution.voice, escape.attribution.via) == ("Jane Roe", "Reuters")
    assert (escape.quantities[0].low, escape.quantities[0].high) == (70, None)


def test_every_span_is_where_it_says_it_is(reading):
    for claim in reading.claims:
        assert STORY[claim.start : claim.end] == claim.quote
        for quantity in claim.quantities:
            assert claim.start <= quantity.start < quantity.end <= claim.end
    for time in reading.times:
        assert STORY[time.timex.start : time.timex.end] == time.timex.text


def test_every_time_of_a_claim_has_its_trace(reading):
    assert all(c.time.steps and c.time.rule for c in reading.claims if c.time)


def test_an_undated_article_is_read_by_the_date_its_neighbour_prints():
    other = "Storm closes the harbour\n\nThe harbour of Oldham was closed on Tuesday, officials said.\n"
    readings = read_all((Document(STORY, 1), Document(other, 2)), (KNOWN, Known(place_zone="Asia/Kathmandu")))
    assert readings[1].anchor.weak
    assert "another article" in readings[1].anchor.basis


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   \n\n ",
        "Habari za asubuhi. Mvua kubwa ilinyesha jana mjini na watu wengi walikimbia nyumba zao.",
        "Home | News | Sport | Contact",
        "Mix the flour and the butter, add two eggs and bake for thirty minutes.",
    ],
)
def test_texts_that_report_nothing_give_little_and_never_fail(text):
    assert len(read(Document(text), KNOWN).claims) <= 1


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=400))
def test_any_text_is_read_without_an_error(text):
    reading = read(Document(text), KNOWN)
    assert all(text[c.start : c.end] == c.quote for c in reading.claims)


def test_nothing_woven_is_nothing():
    assert weave(()).events == ()


@pytest.mark.parametrize("piece", hard_texts.PAGES + hard_texts.CLAIMS)
def test_the_work_is_linear_in_the_text(piece):
    assert growth(lambda text: [read(document) for document in split_documents(text)], piece) < 10
