from datetime import UTC, datetime

import pytest

from timeline.reading.anchors import UNKNOWN, Anchor, Known
from timeline.reading.documents import Document
from timeline.reading.doubts import article_doubts
from timeline.reading.intervals import Granularity, Interval
from timeline.reading.reader import read

DAY = Interval(datetime(2015, 5, 6, tzinfo=UTC), datetime(2015, 5, 7, tzinfo=UTC))


def anchor(**more):
    made = {"zone": "+05:45", "basis": "dateline", "zone_basis": "printed", "text": "6 May 2015"} | more
    return Anchor(DAY, datetime(2015, 5, 6), Granularity.DAY, **made)


@pytest.mark.parametrize(
    ("anchor", "words"),
    [
        (UNKNOWN, "No date"),
        (anchor(weak=True, basis="post date"), "no date of publication"),
        (anchor(zone="unknown"), "no time zone"),
    ],
)
def test_an_uncertain_publication_is_doubted(anchor, words):
    (doubt,) = article_doubts(anchor)
    assert words in doubt


def test_a_printed_date_in_a_known_zone_is_not():
    assert article_doubts(anchor()) == ()


def test_the_doubt_goes_with_the_reading():
    assert read(Document("Rebels stormed the town.\n"), Known()).doubts


def test_a_doubtful_time_is_doubted_by_its_words():
    story = "A storm\n\nOn Tuesday, July 7, 2021, the bridge of the town was destroyed.\n"
    claims = read(Document(story), Known(published="2021-07-09", zone="UTC", place_zone="UTC")).claims
    assert any(doubt.startswith("“") and "Wednesday" in doubt for c in claims for doubt in c.doubts)


def test_a_quotation_of_nobody_is_doubted_and_one_of_somebody_is_not():
    claims = read(Document("A storm\n\n“The bridge of the town was destroyed,” he said.\n"), Known()).claims
    assert any("does not say who" in doubt for c in claims for doubt in c.doubts)
    claims = read(Document("A storm\n\n“The bridge was destroyed,” Jane Roe said.\n"), Known()).claims
    assert not any("does not say who" in doubt for c in claims for doubt in c.doubts)
