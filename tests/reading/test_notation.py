"""Times as text and back."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.reading.calendar import read_value, unit_at
from timeline.reading.intervals import Granularity, Interval
from timeline.reading.notation import (
    duration_value,
    edtf,
    edtf_interval,
    iso_interval,
    read_duration,
    read_iso_interval,
    timex3_of_edtf,
)

DAYS = st.dates(min_value=date(1000, 1, 1), max_value=date(2900, 1, 1))
INSTANTS = st.none() | st.datetimes(min_value=datetime(1900, 1, 1), max_value=datetime(2100, 1, 1)).map(
    lambda moment: moment.replace(tzinfo=UTC)
)
UNITS = st.sampled_from(["D", "W", "WE", "M", "Q", "H", "season", "Y", "E", "C"])


@given(UNITS, DAYS)
def test_a_unit_is_read_back_from_its_timex3_value(unit, day):
    placed = unit_at(unit, day)
    assert read_value(placed.value) == placed


@given(UNITS.filter(lambda unit: unit != "WE"), DAYS)
def test_a_day_lies_in_its_unit(unit, day):
    placed = unit_at(unit, day)
    assert placed.start <= day < placed.end


@given(st.sampled_from(["D", "M", "Q", "H", "season", "Y", "E", "C"]), DAYS, st.booleans())
def test_a_value_is_read_back_from_edtf(unit, day, approximate):
    value = unit_at(unit, day).value
    assert timex3_of_edtf(edtf(value, approximate)) == value


@given(st.lists(st.tuples(st.none() | st.integers(1, 99), st.sampled_from("YMWD")), min_size=1, max_size=3))
def test_a_length_is_read_back(parts):
    assert read_duration(duration_value(tuple(parts))) == tuple(parts)


@given(INSTANTS, INSTANTS)
def test_an_interval_is_read_back_from_iso_8601(start, end):
    if start is not None and end is not None and start >= end:
        start, end = end, start + timedelta(seconds=1)
    interval = Interval(start, end)
    assert read_iso_interval(iso_interval(interval)) == interval


@pytest.mark.parametrize(
    ("parts", "value"),
    [
        (((3, "D"),), "P3D"),
        (((2, "TH"),), "PT2H"),
        (((None, "W"),), "PXW"),
        (((2.5, "Y"),), "P2Y6M"),
        (((1.5, "TH"),), "PT1H30M"),
        (((2, "E"),), "P20Y"),
        (((1, "2W"),), "P2W"),
        (((0.5, "C"),), "P50Y"),
    ],
)
def test_lengths_are_written_as_annotators_write_them(parts, value):
    assert duration_value(parts) == value


@pytest.mark.parametrize("text", ["2021-13", "2021-W60", "2021-07-32", "P3D", "XXXX-WXX-3", "PRESENT_REF", ""])
def test_what_is_no_calendar_unit_is_not_read_as_one(text):
    assert read_value(text) is None


@pytest.mark.parametrize("value", ["2021-W27", "2021-07-07TMO", "P3D", "FUTURE_REF"])
def test_edtf_does_not_say_what_it_cannot(value):
    assert edtf(value) == ""


def test_edtf_has_no_hours_inside_intervals():
    morning = Interval(datetime(2021, 7, 7, 1, 30, tzinfo=UTC), datetime(2021, 7, 7, 7, 30, tzinfo=UTC))
    assert edtf_interval(morning, Granularity.PART_OF_DAY) == "2021-07-07/2021-07-07"


def test_an_open_end_is_two_dots():
    assert iso_interval(Interval(None, datetime(2021, 9, 11, tzinfo=UTC))) == "../2021-09-11T00:00:00Z"


def test_text_without_a_slash_is_no_interval():
    with pytest.raises(ValueError, match="no interval"):
        read_iso_interval("2021-07-07")
