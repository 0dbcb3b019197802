"""Intervals: half-open, in UTC, with open ends."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.reading.intervals import Granularity, Interval, hull

INSTANTS = st.datetimes(min_value=datetime(1900, 1, 1), max_value=datetime(2100, 1, 1)).map(
    lambda moment: moment.replace(tzinfo=UTC)
)


@st.composite
def intervals(draw):
    start, end = draw(st.none() | INSTANTS), draw(st.none() | INSTANTS)
    if start is not None and end is not None and start >= end:
        start, end = end, start + timedelta(seconds=1)
    return Interval(start, end)


@given(intervals(), intervals(), INSTANTS)
def test_an_instant_of_both_is_one_of_the_intersection(one, other, instant):
    both = one.intersection(other)
    assert (one.contains(instant) and other.contains(instant)) == (both is not None and both.contains(instant))


@given(intervals(), intervals(), INSTANTS)
def test_an_instant_of_either_is_one_of_the_hull(one, other, instant):
    if one.contains(instant) or other.contains(instant):
        assert one.hull(other).contains(instant)


@given(intervals(), intervals())
def test_two_intervals_overlap_or_have_a_gap(one, other):
    assert one.overlaps(other) == (one.gap(other) is None)
    assert one.gap(other) == other.gap(one)


def test_intervals_that_touch_do_not_overlap():
    noon = datetime(2021, 7, 7, 12, tzinfo=UTC)
    before, after = Interval(noon - timedelta(hours=6), noon), Interval(noon, noon + timedelta(hours=6))
    assert before.gap(after) == timedelta(0)


def test_a_time_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="zone"):
        Interval(datetime(2021, 7, 7), None)


def test_an_end_before_its_start_is_refused():
    noon = datetime(2021, 7, 7, 12, tzinfo=UTC)
    with pytest.raises(ValueError, match="start before it ends"):
        Interval(noon, noon)


def test_the_hull_of_nothing_is_nothing():
    assert hull([]) is None


def test_a_minute_is_finer_than_a_day():
    assert Granularity.MINUTE.finer_than(Granularity.DAY)
    assert not Granularity.YEAR.finer_than(Granularity.DAY)
