"""Where an instant stands: in per cent, in its zone, at the calendar's own edges."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.axis import MOST_TICKS, SHORTEST, Axis
from timeline.reading.intervals import Interval

KATHMANDU, BERLIN = ZoneInfo("Asia/Kathmandu"), ZoneInfo("Europe/Berlin")


def at(text, zone=UTC):
    return datetime.fromisoformat(text).replace(tzinfo=zone)


DAY = Axis(at("2023-03-07"), at("2023-03-08"), ZoneInfo("UTC"))


def test_noon_stands_in_the_middle_of_its_day():
    assert DAY.percent(at("2023-03-07T12:00")) == 50


def test_an_interval_is_cut_at_the_window_and_says_so():
    placed = DAY.place(Interval(at("2023-03-06"), at("2023-03-07T06:00")))
    assert (placed.left, placed.right, placed.before, placed.after) == (0, 25, True, False)


def test_an_open_end_reaches_the_edge_and_is_not_called_cut():
    placed = DAY.place(Interval(at("2023-03-07T12:00"), None))
    assert (placed.left, placed.right, placed.after) == (50, 100, False)


@pytest.mark.parametrize("ends", [("2023-03-05", "2023-03-06"), ("2023-03-08", "2023-03-09")])
def test_nothing_is_placed_where_no_instant_is_shared(ends):
    assert DAY.place(Interval(at(ends[0]), at(ends[1]))) is None


def test_zooming_keeps_the_middle():
    near = DAY.zoomed(0.5)
    assert (near.start, near.end) == (at("2023-03-07T06:00"), at("2023-03-07T18:00"))


def test_it_does_not_zoom_past_what_can_be_told_apart():
    axis = DAY
    for _ in range(40):
        axis = axis.zoomed(0.5)
    assert axis.span == SHORTEST


def test_it_stays_within_the_calendar():
    axis = DAY
    for _ in range(60):
        axis = axis.zoomed(2)
    for _ in range(60):
        axis = axis.moved(-0.5)
    assert axis.start.year > 1 and axis.ticks()


def test_moving_keeps_the_length():
    assert DAY.moved(0.5).span == DAY.span
    assert DAY.moved(0.5).start == at("2023-03-07T12:00")


def test_a_day_of_three_quarter_hour_zones_begins_at_its_own_midnight():
    axis = Axis(at("2023-03-07", KATHMANDU), at("2023-03-09", KATHMANDU), KATHMANDU)
    majors = [tick for tick in axis.ticks() if tick.major]
    assert [tick.left for tick in majors] == [0, 50]


def test_ticks_stay_on_the_wall_clock_when_it_changes():
    axis = Axis(at("2023-03-25", BERLIN), at("2023-03-28", BERLIN), BERLIN)
    assert {tick.label for tick in axis.ticks()} == {"00:00", "06:00", "12:00", "18:00"}
    assert len(list(axis.days())) == 3


def test_a_day_of_23_hours_is_one_day():
    (day,) = Axis(at("2023-03-26", BERLIN), at("2023-03-27", BERLIN), BERLIN).days()
    assert day[1].astimezone(UTC) - day[0].astimezone(UTC) == timedelta(hours=23)


def test_night_is_where_it_happened_not_where_it_is_read():
    axis = Axis(at("2023-03-07", KATHMANDU), at("2023-03-08", KATHMANDU), ZoneInfo("UTC"))
    nights = axis.nights(KATHMANDU)
    assert [(night.left, night.right) for night in nights] == [(0, 25), (75, 100)]


def test_no_nights_are_drawn_over_weeks():
    assert Axis(at("2023-03-01"), at("2023-04-01"), ZoneInfo("UTC")).nights(KATHMANDU) == []


@pytest.mark.parametrize(
    ("days", "labels"),
    [(1 / 24, "05"), (1, "06:00"), (10, "8 Mar"), (100, "20 Mar"), (300, "Jul 2023"), (2000, "2025"), (30000, "2030")],
)
def test_labels_get_coarser_with_the_window(days, labels):
    axis = Axis(at("2023-03-06T23:00"), at("2023-03-06T23:00") + timedelta(days=days), ZoneInfo("UTC"))
    assert any(labels in tick.label for tick in axis.ticks())


@given(
    st.datetimes(min_value=datetime(1000, 1, 1), max_value=datetime(3000, 1, 1)),
    st.timedeltas(min_value=SHORTEST, max_value=timedelta(days=365 * 900)),
    st.sampled_from(["UTC", "Asia/Kathmandu", "Europe/Berlin", "America/St_Johns", "Pacific/Apia"]),
)
def test_any_window_has_a_header_that_can_be_read(start, span, zone):
    axis = Axis(start.replace(tzinfo=UTC), start.replace(tzinfo=UTC) + span, ZoneInfo(zone))
    ticks = axis.ticks()
    assert len(ticks) <= MOST_TICKS + 2
    assert all(0 <= tick.left < 100 for tick in ticks)
    assert [tick.left for tick in ticks] == sorted(tick.left for tick in ticks)
