from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import at
from timeline.axis import Axis
from timeline.models import Event
from timeline.reach import ANYWHERE, LENGTHS, NOWHERE, reach_of, widest
from timeline.stretches import CELLS, UNITS, cell_for, covering, floor, following

PARIS, KABUL = ZoneInfo("Europe/Paris"), ZoneInfo("Asia/Kabul")


@pytest.mark.parametrize(
    ("unit", "step", "begins", "ends"),
    [
        ("minutes", 1, "2023-03-08 16:40", "2023-03-08 16:50"),
        ("hour", 1, "2023-03-08 16:00", "2023-03-08 17:00"),
        ("hour", 6, "2023-03-08 12:00", "2023-03-08 18:00"),
        ("day", 1, "2023-03-08", "2023-03-09"),
        ("week", 1, "2023-03-06", "2023-03-13"),
        ("month", 1, "2023-03-01", "2023-04-01"),
        ("year", 1, "2023-01-01", "2024-01-01"),
    ],
)
def test_a_stretch_is_one_of_the_place_s_clock(unit, step, begins, ends):
    start = floor(at("2023-03-08 16:47", "Asia/Kabul"), unit, KABUL, step)
    assert start == at(begins, "Asia/Kabul")
    assert following(start, unit, step) == at(ends, "Asia/Kabul")


def test_days_and_months_of_a_change_of_clocks_are_whole():
    day = floor(at("2023-03-26 12:00", "Europe/Paris"), "day", PARIS)
    assert following(day, "day").timestamp() - day.timestamp() == 23 * 3600
    assert following(floor(at("2023-12-31"), "month", PARIS), "month") == at("2024-01-01", "Europe/Paris")
    assert following(floor(at("2024-02-29"), "year", PARIS), "year") == at("2025-01-01", "Europe/Paris")


INSTANTS = st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1), timezones=st.sampled_from([PARIS, KABUL]))


@given(INSTANTS, st.sampled_from(UNITS))
def test_every_instant_lies_in_its_stretch(instant, unit):
    start = floor(instant, unit, PARIS)
    assert start.timestamp() <= instant.timestamp()
    # An hour that comes twice may be drawn as one.
    assert instant.timestamp() < following(start, unit).timestamp() + 3600


@pytest.mark.parametrize(
    "span", [timedelta(minutes=10), *(longest for longest, _, _ in CELLS[:-1]), timedelta(days=20000)]
)
def test_a_window_has_seventy_cells_or_so(span):
    unit, step = cell_for(span)
    start = floor(at("2023-03-08 16:47"), unit, PARIS, step)
    count = 0
    while start < at("2023-03-08 16:47") + span:
        start, count = following(start, unit, step), count + 1
    assert count <= 75


ENDS = st.none() | st.datetimes(datetime(1990, 1, 1), datetime(2030, 1, 1), timezones=st.just(ZoneInfo("UTC")))


@given(ENDS, ENDS)
def test_the_class_of_an_event_holds_it(start, end):
    if start and end and end <= start:
        start, end = end, start
    number = reach_of(start, end)
    assert (number == NOWHERE) == (start is None and end is None)
    if number < ANYWHERE:
        assert end - start <= LENGTHS[number] and (number == 0 or end - start > LENGTHS[number - 1])


def test_the_widest_class_of_a_length():
    assert [widest(timedelta(hours=hours)) for hours in (0.5, 1, 3, 4, 10**6)] == [-1, 0, 0, 1, 8]


@pytest.mark.django_db
@pytest.mark.parametrize("hours", [1, 30, 900, 9000])
def test_the_index_finds_what_overlaps(dossier, hours):
    """The same events as comparing all ends, whatever the window."""
    from timeline.selectors.filtering import overlapping

    ends = [
        None,
        *(at("2023-03-08") + timedelta(hours=one) for one in (-90000, -999, -24, -1, 0, 1, 2, 24, 999, 90000)),
    ]
    for start in ends:
        for end in ends:
            if not (start and end and end <= start):
                Event.objects.create(
                    dossier=dossier, title="x", type="fire", start=start, end=end, reach=reach_of(start, end)
                )
    axis = Axis(at("2023-03-08"), at("2023-03-08") + timedelta(hours=hours), PARIS)

    def overlaps(event):
        if event.start is None and event.end is None:
            return False
        return (event.start is None or event.start < axis.end) and (event.end is None or event.end > axis.start)

    expected = {event.pk for event in Event.objects.all() if overlaps(event)}
    assert set(dossier.events.filter(overlapping(dossier, axis)).values_list("pk", flat=True)) == expected


@pytest.mark.parametrize(
    ("start", "end", "units"),
    [
        ("2023-03-08 10:00", "2023-03-08 11:00", "day"),
        ("2023-03-08 10:00", "2023-03-10", "day day"),
        ("2023-01-31", "2023-04-02", "day month month day"),
        ("2022-12-31", "2025-01-01", "day year year"),
        ("2023-02-01", "2023-02-28", " ".join(["day"] * 27)),
    ],
)
def test_a_stretch_is_covered_by_the_fewest_days_months_and_years(start, end, units):
    found = list(covering(at(start), at(end)))
    assert [unit for unit, _ in found] == units.split()
    assert found[0][1] <= at(start) and following(*reversed(found[-1])) >= at(end)
