"""The ACLED-like table: dates no finer than they are told, and words that no spreadsheet runs."""

import csv
from datetime import date
from zoneinfo import ZoneInfo

import pytest

from tests import factories
from timeline.exports.acled import COLUMNS, acled, dated
from timeline.exports.acled_types import ACLED_TYPES
from timeline.exports.selection import Selection
from timeline.reading.intervals import Interval
from timeline.reading.lexicon.happenings import HAPPENINGS

KATHMANDU = ZoneInfo("Asia/Kathmandu")


def rows(dossier, **options):
    return list(csv.DictReader(acled(Selection(dossier, **options))))


def span(start, end):
    return Interval(factories.at(start, "Asia/Kathmandu"), factories.at(end, "Asia/Kathmandu"))


@pytest.mark.parametrize(
    ("start", "end", "day", "precision"),
    [
        ("2023-03-07 14:00", "2023-03-07 14:01", date(2023, 3, 7), 1),
        ("2023-03-07", "2023-03-08", date(2023, 3, 7), 1),
        ("2023-03-06 18:00", "2023-03-07 06:00", date(2023, 3, 6), 2),
        ("2023-03-06", "2023-03-13", date(2023, 3, 9), 2),
        ("2023-03-01", "2023-04-01", date(2023, 3, 16), 3),
    ],
)
def test_a_time_has_its_middle_day_and_a_precision(start, end, day, precision):
    assert dated(span(start, end), KATHMANDU) == (day, precision)


@pytest.mark.parametrize(
    ("start", "end"),
    [("2023-01-01", "2024-01-01"), (None, "2023-03-07"), ("2023-03-07", None), ("2023-03-01", "2023-04-02")],
)
def test_an_open_or_longer_time_has_no_day(start, end):
    assert dated(span(start, end), KATHMANDU) is None
    assert dated(None, KATHMANDU) is None


def test_a_late_hour_in_utc_is_the_next_day_at_the_place():
    late = Interval(factories.at("2023-03-07T20:00+00:00"), factories.at("2023-03-07T21:00+00:00"))
    assert dated(late, KATHMANDU) == (date(2023, 3, 8), 1)


def test_a_row_is_an_event(harbour):
    found = rows(harbour)
    assert list(found[0]) == COLUMNS
    assert len(found) == harbour.events.filter(claim_count__gt=0).count()
    strike = next(row for row in found if row["event_type"] == "air strike")
    assert (strike["sub_event_type"], strike["event_date"], strike["time_precision"]) == ("", "2023-03-07", "1")
    assert "The Wire" in strike["source"] and "Drones struck" in strike["notes"]


def test_a_type_of_ours_is_told_in_acleds_words(dossier):
    event = factories.event(dossier, type="air/drone strike")
    factories.claim(factories.article(dossier), "A ship burned", event)
    (row,) = rows(dossier)
    assert (row["event_type"], row["sub_event_type"]) == ("Explosions/Remote violence", "Air/drone strike")
    assert row["tags"] == "type=air/drone strike; status=asserted; claims=1; origins=0"


def test_a_contested_time_is_said_in_the_notes(harbour):
    assert any("Contested (time)" in row["notes"] for row in rows(harbour))


def test_an_event_no_one_dates_has_no_date(harbour):
    undated = [row for row in rows(harbour) if not row["event_date"]]
    assert undated
    assert {row["year"] + row["time_precision"] for row in undated} == {""}


@pytest.mark.parametrize("start", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_no_cell_is_a_formula(dossier, start):
    event = factories.event(dossier, title=f"{start} burned", place=start)
    claim = factories.claim(factories.article(dossier, by=f"{start} News"), "A ship burned", event, actor=start)
    factories.count_up(claim.event)
    (row,) = rows(dossier)
    assert not any(value.startswith(("=", "+", "-", "@", "\t", "\r")) for value in row.values())


def test_every_type_it_knows_is_one_of_ours():
    assert set(ACLED_TYPES) <= {happening.type for happening in HAPPENINGS}
