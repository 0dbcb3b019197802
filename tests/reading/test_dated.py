from datetime import timedelta

import pytest

from tests.reading.accounts_made import account, at, day
from timeline.reading.dated import of_one_matter, on_their_day
from timeline.reading.intervals import Granularity
from timeline.reading.time_conflicts import time_conflict


def clock(text, when, **more):
    return account(text, when=at(when, f"{when[:-1]}1"), grain=Granularity.MINUTE, **more)


@pytest.mark.parametrize(
    "other",
    [
        "The mill blew up at 19:40",
        "The mill blew up at 7:40 p.m. by the tower clock",
        "At 19:40 the mill was gone",
    ],
)
def test_one_hour_of_two_days_is_one_where_a_day_is_not_named(other):
    told = clock("The mill blew up on Tuesday at 19:41", "5 19:40", type="explosion")
    assert time_conflict([told, clock(other, "6 19:40", type="explosion")]) is None


def test_minutes_that_differ_are_held_against_each_other_on_their_one_day():
    told = [clock("The mill blew up", "5 19:40"), clock("The mill blew up", "6 19:50")]
    assert time_conflict(told).gap == timedelta(minutes=9)


@pytest.mark.parametrize("words", ["on Wednesday", "yesterday", "on 6 May", "the day after the fair"])
def test_a_day_that_is_named_stays(words):
    told = clock("The mill blew up on Tuesday at 19:41", "5 19:40", type="explosion")
    assert time_conflict([told, clock(f"The mill blew up {words} at 19:40", "6 19:50", type="explosion")])


def test_another_hour_of_another_day_stays():
    told = [clock("The mill blew up", "5 19:40"), clock("It blew up", "6 09:50")]
    assert on_their_day(told) == told


def test_a_clock_that_agrees_with_another_stays():
    told = [clock("It blew up", "5 19:40"), clock("It blew up", "6 19:40"), clock("It blew up", "6 19:50")]
    assert [a.interval for a in on_their_day(told)][1:] == [a.interval for a in told[1:]]


@pytest.mark.parametrize(
    "words",
    [
        "The port stays closed until Monday",
        "As of Friday the port was closed",
        "The port was closed after being shelled on Monday",
    ],
)
def test_the_time_of_another_thing_is_not_compared(words):
    assert of_one_matter([day(5, text=words, type="closure")]) == []


@pytest.mark.parametrize("words", ["The port was closed on Monday", "The port was closed on Monday after the storm"])
def test_its_own_time_is(words):
    assert len(of_one_matter([day(5, text=words, type="closure")])) == 1


@pytest.mark.parametrize(
    "words",
    ["The shooting spread to the docks", "Sporadic shots were heard", "Shots were still heard", "More shots fell"],
)
def test_how_it_went_on_is_not_when_it_began(words):
    first = clock("Shots were fired at the docks on Monday", "4 23:10", type="shooting")
    assert time_conflict([first, clock(f"{words} on Tuesday", "5 12:00", type="shooting")]) is None


def test_light_comes_and_goes_by_the_season():
    dawn = account(
        "A quake struck before dawn on Monday",
        when=at("4 00:00", "4 04:00"),
        grain=Granularity.PART_OF_DAY,
        type="quake",
    )
    assert time_conflict([dawn, clock("A quake struck on Monday", "4 05:40", type="quake")]) is None
    assert time_conflict([dawn, clock("A quake struck on Monday", "4 09:40", type="quake")])
