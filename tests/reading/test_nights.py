"""Hours told in words, nights between two days, and the day a story told long after comes back to."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from timeline.reading.anchors import UNKNOWN, Anchor
from timeline.reading.intervals import Granularity, Interval
from timeline.reading.resolution import resolve_timexes
from timeline.reading.timexes import find_timexes

MANILA = ZoneInfo("Asia/Manila")


def told(text, day=12, granularity=Granularity.MINUTE):
    """The last time of a text written at three in the afternoon of a day of March 2014 (the 12th a Wednesday)."""
    here = datetime(2014, 3, day, 15, tzinfo=MANILA)
    written = here.astimezone(UTC)
    anchor = Anchor(
        Interval(written, written + timedelta(minutes=1)),
        here.replace(tzinfo=None),
        granularity,
        "Asia/Manila",
        "dateline",
        "printed",
    )
    paragraphs = [0, *(at + 2 for at in range(len(text)) if text.startswith("\n\n", at))]
    time = resolve_timexes(text, find_timexes(text), anchor, "Asia/Manila", (), paragraphs)[-1]
    assert time.interval is not None
    start, end = (
        moment and f"{moment.astimezone(MANILA):%d %H:%M}" for moment in (time.interval.start, time.interval.end)
    )
    return start, end


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("They attacked overnight into Tuesday.", "10 18:00", "11 06:00"),
        ("It burned on the night from Monday to Tuesday.", "10 18:00", "11 06:00"),
        ("It sank late on the 10th, he said.", "10 18:00", "11 00:00"),
        ("Soldiers came at first light on Tuesday.", "11 04:00", "11 07:00"),
        ("They came in the pre-dawn hours of Tuesday.", "11 00:00", "11 08:00"),
        ("It broke out on Monday. They left at ten to midnight.", "10 23:50", "10 23:51"),
        ("He spoke at 5 p.m. on Monday. She was sworn in at 8:30 the next day.", "11 08:30", "11 08:31"),
        ("He was seized around nine on Tuesday night.", "11 20:30", "11 21:30"),
        ("The fire broke out at half past four in the morning.", "12 04:30", "12 04:31"),
        ("The boat left around midnight on Monday. It overturned at 3:30 a.m.", "11 03:30", "11 03:31"),
        ("It burned at 11:52 p.m. on Monday. The fire was out by 00:40.", "11 00:00", "11 00:40"),
        ("The post was shut on Tuesday from midnight.", "10 23:30", "11 00:30"),
        ("They came on Tuesday at about 12.30.", "11 12:15", "11 12:46"),
        ("They came at a quarter past one in the morning of 10 March.", "10 01:15", "10 01:16"),
        ("They talked through Monday night.", "10 18:00", "11 06:00"),
        ("He called at 9:05 p.m. on Monday. Divers came at sunrise.", "11 04:00", "11 07:00"),
        ("It killed five in the early hours of this morning.", "12 00:00", "12 08:00"),
        ("It fell on Monday. Residents were allowed back from 7.", "10 07:00", "10 08:00"),
        ("The strike, which began on Sunday, ended on Tuesday. They signed at 6.45 a.m.", "11 06:45", "11 06:46"),
        ("The raid was on Monday. The clerk, who came on Tuesday, left. It ended at 6.45 a.m.", "10 06:45", "10 06:46"),
        ("It left at 9 p.m. on Monday. Less than an hour later it sank.", "10 21:00", "10 22:00"),
    ],
)
def test_it_places_hours_and_nights(text, start, end):
    assert told(text) == (start, end)


def test_an_hour_is_no_length_and_a_count_no_hour():
    assert [t.text for t in find_timexes("The blast killed about ten. He drove at five miles an hour.")] == []
    assert [t.text for t in find_timexes("He lost by three.")] == []


def test_after_midnight_is_of_the_day_told_unless_its_evening_was():
    assert told("The base was attacked on Tuesday. Shots were heard just after midnight.") == ("11 00:00", "11 00:30")
    assert told("He was seized on Monday evening. He was beaten just after midnight.") == ("11 00:00", "11 00:30")


def test_what_had_been_in_the_evening_was_so_before_the_small_hours_told():
    assert told("It sank at 1:25 a.m. on Tuesday. It had left port at 9 p.m.") == ("10 21:00", "10 22:00")
    assert told("It sank at 1:25 a.m. on Tuesday. Divers left the wreck at 9 p.m.") == ("11 21:00", "11 22:00")


def test_bare_hours_after_the_small_hours_are_of_the_same_night():
    assert told("It died down by 6 a.m. on Tuesday. I woke around half past two.") == ("11 02:15", "11 02:46")
    assert told("It died down by noon on Tuesday. I woke around half past two.") == ("11 14:15", "11 14:46")


def test_a_story_told_long_after_comes_back_to_its_day():
    lost = "The ferry sank on 4 March.\n\nI met the mate on Monday."
    assert told(f"{lost}\n\nIt left port at 9:10 p.m.") == ("04 21:10", "04 21:11")
    assert told(f"{lost} He was freed at 9:10 p.m.") == ("10 21:10", "10 21:11")
    assert told(f"{lost}\n\nIt left port at 9:10 p.m.", day=6) != ("04 21:10", "04 21:11")


def test_a_night_that_something_lasted_until_bounds_it():
    assert told("The road was shut until Monday night.")[0] != "10 18:00"


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("It left at 7:25 a.m. Myanmar Standard Time.", "12 08:55"),
        ("It left at 7:25 South Korean time.", "12 06:25"),
        ("It left at 7:25 a.m. Moscow time. It landed at 9:25 a.m.", "12 13:25"),
        ("It left at 7:25 a.m. Moscow time. It landed at 9:25 a.m. local time.", "12 09:25"),
        ("It left at 7:25 a.m. GMT. It landed at 11:25 a.m.", "12 11:25"),
        ("It left Moscow at 7:25 a.m. on Tuesday.", "11 07:25"),
    ],
)
def test_the_place_a_clock_is_of_holds_for_those_after_it(text, start):
    assert told(text)[0] == start


def test_the_same_day_is_the_one_just_told_even_in_a_story_told_long_after():
    lost = "The ferry sank on 4 March.\n\nDivers found the wreck on 8 March.\n\nA committee was set up the same day."
    assert told(lost) == ("08 00:00", "09 00:00")


def test_hours_before_count_from_a_clock_time_told_and_from_no_other():
    assert told("They came at 9 a.m. Two hours before, lines were cut.") == ("12 06:30", "12 07:30")
    (time,) = resolve_timexes(text := "Two hours before, lines were cut.", find_timexes(text), UNKNOWN)
    assert time.interval is None


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("The lights went out at around 11 p.m. on Monday. The first shell fell at ten to one.", "11 00:50"),
        ("They met at 10:30 p.m. on Monday. They left at half past two.", "11 02:30"),
        ("They met at 6 p.m. on Monday. The shop had closed at half past two.", "10 14:30"),
        ("The first shell fell shortly before midnight on Monday. It began anew at 5pm.", "11 17:00"),
    ],
)
def test_an_hour_told_after_a_late_one_is_of_the_night_it_goes_on_into(text, hour):
    assert told(text)[0] == hour


@pytest.mark.parametrize(
    "text",
    [
        "Eight days on, nobody knows. The ship sank on 4 March.\n\nThe owner wrote on 2 January.\n\nHelp came at 3:20 a.m.",
        "Eight days on, nobody knows. The ship sank on 4 March.\n\nHe spoke on Monday.\n\nHelp came at 3:20 a.m.",
    ],
)
def test_a_story_that_says_how_long_after_it_is_told_comes_back_to_that_day(text):
    assert told(text)[0] == "04 03:20"


def test_a_story_that_tells_of_no_such_day_comes_back_to_none():
    assert told("Eight days on, nobody knows. He spoke on Monday.\n\nHelp came at 3:20 a.m.")[0] == "10 03:20"
