from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.reading.intervals import Granularity
from timeline.reading.zoning import decide_zone, place_local

NOON = datetime(2019, 5, 3, 12)


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("Z", "+00:00"),
        ("UTC+04:30", "+04:30"),
        ("GMT-5", "-05:00"),
        ("+0530", "+05:30"),
        ("−03:00", "-03:00"),
        ("NPT", "+05:45"),
        ("Asia/Kabul", "Asia/Kabul"),
        ("PT", "America/Los_Angeles"),
    ],
)
def test_it_knows(printed, name):
    assert decide_zone(printed, NOON, "", "").name == name


@pytest.mark.parametrize(("printed", "home"), [("UTC+25", ""), ("Mars/Olympus", ""), ("", "Mars/Olympus"), ("XYZ", "")])
def test_a_zone_that_is_none_is_unknown_and_doubted(printed, home):
    zone = decide_zone(printed, NOON, home, "")
    assert (zone.name, zone.rules) == ("unknown", None)
    assert zone.doubt.startswith("no such zone")


def test_an_abbreviation_is_decided_only_by_a_home_that_keeps_such_a_clock():
    assert decide_zone("BST", NOON, "Europe/London", "Asia/Dhaka").name == "Europe/London"
    assert decide_zone("CST", NOON, "Europe/London", "Asia/Shanghai").name == "unknown"


fine = st.sampled_from([Granularity.DAY, Granularity.HOUR, Granularity.MINUTE, Granularity.SECOND, Granularity.MONTH])
moments = st.datetimes(min_value=datetime(1950, 1, 1), max_value=datetime(2090, 1, 1))


@settings(deadline=None)
@given(moments, fine, st.integers(-12 * 60, 14 * 60))
def test_whatever_the_zone_the_widened_interval_holds_it(local, granularity, minutes):
    wide = place_local(local, granularity, None)
    exact = place_local(local, granularity, timezone(timedelta(minutes=minutes)))
    assert wide.intersection(exact) == exact


@settings(deadline=None)
@given(moments, fine)
def test_an_interval_begins_where_its_clock_says(local, granularity):
    assert place_local(local, granularity, UTC).start == local.replace(tzinfo=UTC)
