"""Texts that report no contested happening: few or no claims, and never a crash."""

from pathlib import Path

import pytest

from timeline.reading.anchors import Known
from timeline.reading.documents import split_documents
from timeline.reading.reader import read_all
from timeline.reading.refusals import refusal

TEXTS = Path(__file__).parents[1] / "refusals"
KNOWN = Known(place_zone="Europe/London", zone="Europe/London", published="2015-03-16T09:00")
MOST = 1  # what analysts said of a market is still said


def read(name):
    documents = split_documents((TEXTS / f"{name}.txt").read_text("utf-8"))
    return read_all(documents, [KNOWN] * len(documents))


@pytest.mark.parametrize("name", sorted(path.stem for path in TEXTS.glob("*.txt")))
def test_a_text_that_reports_nothing_yields_little(name):
    assert sum(len(r.claims) for r in read(name)) <= MOST


def test_there_is_something_to_refuse():
    assert len(list(TEXTS.glob("*.txt"))) >= 10


def test_a_report_of_sport_says_why_nothing_was_read():
    (reading,) = read("sport")
    assert any("sport" in doubt for doubt in reading.doubts)


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen stormed the stadium during the cup final and killed nine people, police said.",
        "A bomb exploded near the stadium minutes before the league match. The coach and two players were injured.",
        "Rebels captured the town on Monday. The army said 20 soldiers were killed.",
    ],
)
def test_news_from_a_stadium_is_still_news(text):
    assert refusal(text) == ""
