"""A time as an editor types it. The article is of Wednesday 8 March 2023, 16:00 in Kathmandu (UTC+5:45)."""

import pytest
from django.core.exceptions import ValidationError

from tests import factories
from timeline.services.typed import read_typed


@pytest.fixture
def article(dossier):
    return factories.article(dossier, published="2023-03-08 16:00")


def typed(text, article):
    return read_typed(text=text, article=article)


@pytest.mark.parametrize(
    ("text", "start", "end", "granularity"),
    [
        ("2023-03-07", "2023-03-07 00:00", "2023-03-08 00:00", "day"),
        ("2023-03-07TMO", "2023-03-07 06:00", "2023-03-07 12:00", "part of day"),
        ("2023-03", "2023-03-01 00:00", "2023-04-01 00:00", "month"),
        ("2023-03-06/2023-03-07", "2023-03-06 00:00", "2023-03-08 00:00", "day"),
        ("2023-03-07T10:00/2023-03-07T11:30", "2023-03-07 10:00", "2023-03-07 11:30", "minute"),
        ("../2023-03-07T11:30", None, "2023-03-07 11:30", "minute"),
        ("2023-03-06/..", "2023-03-06 00:00", None, "day"),
        ("Tuesday", "2023-03-07 00:00", "2023-03-08 00:00", "day"),
        ("Tuesday morning", "2023-03-07 06:00", "2023-03-07 12:00", "part of day"),
        ("2 days ago", "2023-03-06 00:00", "2023-03-07 00:00", "day"),
    ],
)
def test_a_typed_time_is_read_on_the_places_clock(article, text, start, end, granularity):
    found = typed(text, article)
    zone = article.dossier.zone
    assert (found.interval.start, found.interval.end) == (factories.at(start, zone), factories.at(end, zone))
    assert found.granularity == granularity


def test_an_instant_with_an_offset_keeps_it(article):
    assert typed("2023-03-07T10:00Z/..", article).interval.start == factories.at("2023-03-07 10:00")


def test_around_an_hour_is_approximate(article):
    found = typed("7 March around 4pm", article)
    assert found.approximate
    assert found.interval.contains(factories.at("2023-03-07 16:00", "Asia/Kathmandu"))


@pytest.mark.parametrize("text", ["", "the log book", "2023-13-45", "2023-03-08/2023-03-07", "2023-03-07/later"])
def test_what_is_no_time_is_refused(article, text):
    with pytest.raises(ValidationError):
        typed(text, article)
