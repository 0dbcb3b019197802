"""iCalendar, read back by a calendar library."""

from datetime import date, datetime

import icalendar
import pytest

from tests import factories
from timeline.exports.calendars import ics
from timeline.exports.selection import Selection


def entries(dossier, **options):
    calendar = icalendar.Calendar.from_ical(b"".join(ics(Selection(dossier, **options))))
    assert not calendar.errors
    return calendar.events


@pytest.fixture
def told(dossier):
    """An event with one claim of a given time: `told("2023-03-07", "2023-03-08")`."""

    def make(start, end):
        event = factories.event(dossier, title="A ship burns; loudly, twice")
        claim = factories.claim(
            factories.article(dossier, text="A ship burned.\nTwice."), "A ship burned.\nTwice.", event
        )
        factories.time(claim, "", start, end)
        factories.count_up(event)
        return event

    return make


def test_every_event_with_a_beginning_is_an_entry(harbour):
    dated = harbour.events.filter(claim_count__gt=0, start__isnull=False)
    found = entries(harbour)
    assert len(found) == dated.count()
    assert len({entry["UID"] for entry in found}) == len(found)
    assert all(entry["DTSTAMP"] and entry["TRANSP"] == "TRANSPARENT" for entry in found)


def test_a_whole_day_at_the_place_is_a_date(dossier, told):
    told("2023-03-07", "2023-03-08")
    (entry,) = entries(dossier)
    assert (entry.start, entry.end) == (date(2023, 3, 7), date(2023, 3, 8))
    assert entry["SUMMARY"] == "A ship burns; loudly, twice"


def test_an_hour_is_in_utc(dossier, told):
    told("2023-03-07 13:30", "2023-03-07 14:30")
    (entry,) = entries(dossier)
    assert entry.start == datetime.fromisoformat("2023-03-07T07:45+00:00")
    assert entry.end == datetime.fromisoformat("2023-03-07T08:45+00:00")


def test_an_open_end_has_no_end_and_an_open_start_no_entry(dossier, told):
    told("2023-03-07 13:30", None)
    assert "DTEND" not in entries(dossier)[0]
    told(None, "2023-03-07 13:30")
    assert len(entries(dossier)) == 1


def test_a_contested_time_is_tentative(harbour):
    contested = [entry for entry in entries(harbour) if entry["SUMMARY"].endswith("(time contested)")]
    assert contested
    assert all(entry["STATUS"] == "TENTATIVE" and "Contested:" in entry["DESCRIPTION"] for entry in contested)


def test_lines_are_folded_as_the_format_asks(harbour):
    lines = b"".join(ics(Selection(harbour, site="https://timeline.example"))).split(b"\r\n")
    assert all(len(line) <= 75 for line in lines)


def test_the_same_rows_make_the_same_file(harbour):
    assert list(ics(Selection(harbour))) == list(ics(Selection(harbour)))
