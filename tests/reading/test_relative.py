"""Times told by another event of the article."""

from zoneinfo import ZoneInfo

import pytest

from timeline.reading.anchors import Known
from timeline.reading.documents import Document
from timeline.reading.reader import read

MANILA = ZoneInfo("Asia/Manila")
KNOWN = Known(place_zone="Asia/Manila", zone="Asia/Manila", published="2014-03-14T15:00")
QUAKE = "The earthquake struck Newport at 4:12 a.m. on Wednesday."
BLAST = "A bomb exploded outside the station at 10:15 on Wednesday morning."


def told(*paragraphs, words):
    """When the claim whose words hold `words` was, and whether the event told it."""
    reading = read(Document("\n\n".join(("Newport counts its dead", *paragraphs))), KNOWN)
    (claim,) = [c for c in reading.claims if words in c.quote]
    assert claim.time is not None and claim.time.interval.start is not None and claim.time.interval.end is not None
    ends = claim.time.interval.start, claim.time.interval.end
    return *(f"{moment.astimezone(MANILA):%d %H:%M}" for moment in ends), claim.time.rule


@pytest.mark.parametrize(
    ("paragraphs", "words", "start", "end"),
    [
        ((QUAKE, "Rescuers reached the village 31 hours after the quake."), "village", "13 10:42", "13 11:42"),
        ((BLAST, "A second bomb exploded 20 minutes after the first."), "second", "12 10:35", "12 10:36"),
        ((BLAST, "Police arrested two men hours after the blast."), "arrested", "12 10:15", "13 00:00"),
        ((BLAST, "Two days after the explosion, police arrested a clerk."), "clerk", "14 00:00", "15 00:00"),
        ((BLAST, "Police raided a flat on the morning after the bombing."), "raided", "13 06:00", "13 12:00"),
        (
            ("Gunmen attacked the bank on Monday.", "On the third day of the siege, police stormed the bank."),
            "stormed",
            "12 00:00",
            "13 00:00",
        ),
    ],
)
def test_it_counts_from_the_event(paragraphs, words, start, end):
    assert told(*paragraphs, words=words) == (start, end, "event")


@pytest.mark.parametrize(
    ("paragraphs", "words", "start"),
    [
        ((QUAKE, "Rescuers reached the village on Thursday, a day after the quake."), "village", "13 00:00"),
        ((QUAKE, "The village was evacuated 31 hours after the mayor spoke."), "evacuated", "12 00:00"),
        (("The earthquake struck Newport on Wednesday.", "Nine died hours after the quake."), "Nine", "12 00:00"),
        ((QUAKE, "The quake struck a day after a bomb destroyed the bridge."), "bridge", "11 00:00"),
    ],
)
def test_it_does_not_where_the_words_tell_a_time_or_no_event_has_one(paragraphs, words, start):
    assert told(*paragraphs, words=words)[0] == start
