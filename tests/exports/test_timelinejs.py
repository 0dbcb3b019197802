"""TimelineJS: the shape its documentation asks for, and nothing in it that a browser would run."""

import json
from zoneinfo import ZoneInfo

import jsonschema
import pytest

from tests import factories
from timeline.exports.selection import Selection
from timeline.exports.streams import written
from timeline.exports.timelinejs import dates, timelinejs
from timeline.reading.intervals import Interval

# https://timeline.knightlab.com/docs/json-format.html
DATE = {
    "type": "object",
    "required": ["year"],
    "additionalProperties": False,
    "properties": {
        "year": {"type": "integer"},
        "month": {"type": "integer", "minimum": 1, "maximum": 12},
        "day": {"type": "integer", "minimum": 1, "maximum": 31},
        "hour": {"type": "integer", "minimum": 0, "maximum": 23},
        "minute": {"type": "integer", "minimum": 0, "maximum": 59},
    },
}
TEXT = {
    "type": "object",
    "additionalProperties": False,
    "properties": {"headline": {"type": "string"}, "text": {"type": "string"}},
}
SLIDE = {
    "type": "object",
    "required": ["start_date", "text"],
    "additionalProperties": False,
    "properties": {
        "start_date": DATE,
        "end_date": DATE,
        "text": TEXT,
        "group": {"type": "string"},
        "display_date": {"type": "string"},
        "unique_id": {"type": "string", "pattern": "^[A-Za-z][A-Za-z0-9-]*$"},
    },
}
SCHEMA = {
    "type": "object",
    "required": ["events"],
    "additionalProperties": False,
    "properties": {
        "title": {"type": "object", "properties": {"text": TEXT}, "additionalProperties": False},
        "events": {"type": "array", "items": SLIDE},
        "scale": {"enum": ["human", "cosmological"]},
    },
}


def span(start, end):
    return Interval(factories.at(start, "Asia/Kathmandu"), factories.at(end, "Asia/Kathmandu"))


def slides(dossier, **options):
    return json.loads("".join(written(timelinejs(Selection(dossier, **options)))))


def test_it_has_the_shape_that_is_documented(harbour):
    jsonschema.validate(slides(harbour), SCHEMA)


def test_an_empty_dossier_has_no_slides(dossier):
    out = slides(dossier)
    jsonschema.validate(out, SCHEMA)
    assert out["events"] == []


def test_every_dated_event_is_a_slide_and_the_others_are_counted(harbour):
    out = slides(harbour)
    shown = harbour.events.filter(claim_count__gt=0)
    undated = shown.filter(start=None, end=None).count()
    assert len(out["events"]) == shown.count() - undated
    assert f"{undated} event without a date" in out["title"]["text"]["text"]


@pytest.mark.parametrize(
    ("start", "end", "first", "last"),
    [
        ("2023-03-07", "2023-03-08", (2023, 3, 7), None),
        ("2023-03-07", "2023-03-09", (2023, 3, 7), (2023, 3, 8)),
        ("2023-03-07 13:30", "2023-03-07 14:30", (2023, 3, 7, 13, 30), (2023, 3, 7, 14, 30)),
        (None, "2023-03-07 14:30", (2023, 3, 7, 14, 30), None),
    ],
)
def test_dates_are_no_finer_than_told(start, end, first, last):
    found = dates(span(start, end), ZoneInfo("Asia/Kathmandu"))
    assert tuple(found[0].values()) == first
    assert (tuple(found[1].values()) if found[1] else None) == last


def test_the_words_of_an_article_are_no_markup(dossier):
    event = factories.event(dossier, title="<script>alert(1)</script>", start=factories.at("2023-03-07"))
    factories.claim(
        factories.article(dossier, by="<b>", text="<img src=x onerror=alert(1)> burned"),
        "<img src=x onerror=alert(1)>",
        event,
    )
    (slide,) = slides(dossier, site="https://timeline.example")["events"]
    assert "<script" not in slide["text"]["headline"]
    assert "<img" not in slide["text"]["text"] and "<b>" not in slide["text"]["text"]
    assert "&lt;img" in slide["text"]["text"]


def test_a_quote_links_to_its_sentence_where_the_site_is_known(harbour):
    linked = json.dumps(slides(harbour, site="https://timeline.example"))
    assert "https://timeline.example/harbour/articles/" in linked
    assert "href" not in json.dumps(slides(harbour))


def test_a_quote_has_one_pair_of_marks(harbour):
    """TimelineJS puts its own around a <blockquote>."""
    texts = [slide["text"]["text"] for slide in slides(harbour)["events"]]
    assert not any("<blockquote" in text or "““" in text for text in texts)
    assert any("<p>“" in text for text in texts)
