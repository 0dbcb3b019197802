"""Times, gaps and counts in words: no finer than they are, and in the zone that is asked for."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from timeline import wording

KATHMANDU, UTC = ZoneInfo("Asia/Kathmandu"), ZoneInfo("UTC")


def at(text, zone=KATHMANDU):
    return datetime.fromisoformat(text).replace(tzinfo=zone) if text else None


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        ("2023-03-07 13:30", "2023-03-07 14:30", "7 Mar 2023 13:30–14:30"),
        ("2023-03-06 18:00", "2023-03-07 06:00", "6 Mar 18:00 – 7 Mar 2023 06:00"),
        ("2023-03-07 00:00", "2023-03-08 00:00", "Tue 7 Mar 2023"),
        ("2023-03-07 00:00", "2023-03-07 15:11", "7 Mar 2023, until 15:11"),
        ("2023-03-07 18:00", "2023-03-08 00:00", "7 Mar 2023 18:00–24:00"),
        ("2023-03-06 00:00", "2023-03-09 00:00", "6–8 Mar 2023"),
        ("2023-02-27 00:00", "2023-03-06 00:00", "27 Feb – 5 Mar 2023"),
        ("2023-03-01 00:00", "2023-04-01 00:00", "March 2023"),
        ("2023-01-01 00:00", "2024-01-01 00:00", "2023"),
        ("2010-01-01 00:00", "2020-01-01 00:00", "2010–2019"),
        ("2022-12-31 22:00", "2023-01-01 02:00", "31 Dec 2022 22:00 – 1 Jan 2023 02:00"),
        ("2023-03-07 14:00", "2023-03-07 14:01", "7 Mar 2023 14:00"),
        (None, "2023-03-07 16:31", "before 7 Mar 2023 16:31"),
        ("2023-03-07 00:00", None, "from 7 Mar 2023"),
        (None, None, "no time"),
    ],
)
def test_an_interval_is_said_no_finer_than_it_is(start, end, words):
    said = wording.interval(at(start), at(end), KATHMANDU)
    assert " ".join(said.split()) == words


def test_the_same_interval_on_another_clock_is_no_longer_a_day():
    said = wording.interval(at("2023-03-07 00:00"), at("2023-03-08 00:00"), UTC, year=False)
    assert said == "6 Mar 18:15 – 7 Mar 18:15"


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "0 s"), (2400, "40 min"), (19800, "5 h 30"), (7200, "2 h"), (86400, "1 day"), (200000, "2 days 7 h")],
)
def test_a_gap_has_at_most_two_units(seconds, words):
    assert wording.gap(seconds) == words


@pytest.mark.parametrize(
    ("low", "high", "about", "words"),
    [
        (200, None, False, "200+"),
        (400, 400, True, "~400"),
        (69, 69, False, "69"),
        (20, 30, False, "20–30"),
        (None, 50, False, "up to 50"),
        (1200, 1200, False, "1,200"),
        (None, None, True, "some"),
    ],
)
def test_a_count_keeps_its_bounds(low, high, about, words):
    assert wording.amount(low, high, about) == words


def test_a_long_text_is_cut_at_a_word():
    assert wording.short("the customs house and the mast", 18) == "the customs house…"
    assert wording.short("the mast", 18) == "the mast"


def test_a_list_is_said_as_people_do():
    assert wording.listing(["a"]) == "a"
    assert wording.listing(["a", "b", "c"]) == "a, b and c"
    assert wording.listing("abcdef") == "a, b and 4 more"
