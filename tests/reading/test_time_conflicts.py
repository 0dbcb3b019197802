from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tests.reading.accounts_made import account, at, day
from timeline.reading.claims import Status
from timeline.reading.intervals import Granularity, Interval
from timeline.reading.time_conflicts import impossible_report, time_conflict, too_early

NOON = {"when": at("6 11:30", "6 12:30"), "grain": Granularity.PART_OF_DAY}
NIGHT = {"when": at("6 18:00", "7 06:00"), "grain": Granularity.PART_OF_DAY}
MORNING = {"when": at("7 06:00", "7 12:00"), "grain": Granularity.PART_OF_DAY}


def test_times_that_lie_apart_conflict_and_the_gap_is_stated():
    conflict = time_conflict([account(**NOON), account(**NIGHT)])
    assert (conflict.kind, conflict.strength, conflict.gap) == ("time", "hard", timedelta(hours=5, minutes=30))
    assert "5 h 30 min" in conflict.why


def test_the_smallest_gap_between_two_sides_counts():
    assert time_conflict([account(**NOON), account(**NIGHT), account(**MORNING)]).gap == timedelta(hours=5, minutes=30)


def test_the_gap_is_measured_from_the_finest_accounts_of_a_side():
    four = account(when=at("7 15:30", "7 16:30"), grain=Granularity.HOUR)
    assert time_conflict([day(7), four, day(8)]).gap == timedelta(hours=7, minutes=30)


def test_accounts_of_a_side_that_only_overlap_are_both_asked():
    overlapping = [day(6), account(**NIGHT)]
    assert time_conflict([*overlapping, day(3)]).gap == timedelta(days=2)


@pytest.mark.parametrize("other", [day(7), account(**MORNING)])
def test_coarser_is_not_contrary(other):
    assert time_conflict([account(**MORNING), other]) is None


def test_parts_of_the_day_that_touch_hold_together():
    assert time_conflict([account(**NIGHT), account(**MORNING)]) is None


def test_an_inherited_time_never_makes_a_conflict():
    assert time_conflict([day(7), day(9, inherited=True)]) is None


def test_what_is_denied_or_expected_is_not_dated():
    assert time_conflict([day(7), day(9, status=Status.DENIED), day(10, status=Status.EXPECTED)]) is None


def test_happenings_that_go_on_are_not_held_against_each_other():
    assert time_conflict([day(7, type="armed clash"), day(9, type="armed clash")]) is None


def test_a_capture_after_the_attack_is_no_conflict_but_one_before_it_is():
    attack, late, early = (
        day(7),
        day(9, type="non-state actor overtakes territory"),
        account(type="non-state actor overtakes territory", **NOON),
    )
    assert time_conflict([attack, late]) is None
    assert time_conflict([attack, early]).gap == timedelta(hours=11, minutes=30)


def test_two_captures_on_different_days_conflict():
    captures = [day(d, type="non-state actor overtakes territory") for d in (7, 9)]
    assert time_conflict([day(6), *captures]).kind == "time"


def test_a_bound_that_ends_where_the_other_begins_is_soft_when_it_dates_the_saying():
    said = account(when=Interval(None, at("7 00:00", "8 00:00").end), saying=True)
    assert time_conflict([said, day(8)]).strength == "soft"


def test_a_bare_bound_that_only_touches_is_no_conflict():
    before = account(when=Interval(None, at("7 00:00", "8 00:00").end))
    assert time_conflict([before, day(8)]) is None


def published(start, end):
    return Interval(datetime(2015, 5, *start, tzinfo=UTC), datetime(2015, 5, *end, tzinfo=UTC))


def test_a_report_before_its_news_is_impossible():
    early = account(when=at("7 16:00", "7 17:00"), grain=Granularity.HOUR, published=published((7, 4, 0), (7, 4, 1)))
    conflict = impossible_report([early])
    assert (conflict.strength, conflict.state) == ("hard", "open")


def test_a_clock_without_a_zone_that_makes_it_early_in_many_zones_is_doubted():
    doubtful = account(
        when=at("7 16:00", "7 17:00"), grain=Granularity.HOUR, published=published((7, 0, 10), (8, 2, 11))
    )
    assert impossible_report([doubtful]).state == "doubt"
    assert 0.25 < too_early(doubtful) < 0.5


def test_a_clock_without_a_zone_that_is_later_by_the_clock_of_the_place_is_not():
    local = account(
        when=at("7 16:00", "7 17:00"),
        grain=Granularity.HOUR,
        zone="Asia/Kathmandu",
        published=published((7, 7, 30), (8, 9, 31)),  # printed 21:30
    )
    early = replace(local, id=local.id + 1, published=published((7, 0, 10), (8, 2, 11)))  # printed 14:10
    assert too_early(local) == 0
    assert too_early(early) > 0


def test_a_report_after_its_news_is_not_doubted():
    assert impossible_report([account(**MORNING, published=published((7, 12, 0), (7, 12, 1)))]) is None


def test_a_bare_date_is_no_clock_to_doubt():
    assert impossible_report([account(**MORNING, published=published((6, 10, 0), (8, 12, 0)))]) is None


def test_a_day_is_too_coarse_to_be_early():
    assert too_early(day(7, published=published((7, 0, 0), (7, 0, 1)))) == 0


def test_a_landing_does_not_contradict_the_departure_it_is_told_with():
    left = [account("The plane left", "departure", **MORNING) for _ in range(2)]
    landed = account("The plane landed", "arrival", when=at("7 16:00", "7 17:00"), grain=Granularity.HOUR)
    assert time_conflict([*left, landed]) is None
    assert time_conflict([*left, account("The plane left", "departure", **NOON)]) is not None


def test_what_is_asked_for_a_later_time_is_no_impossible_report():
    paper = published((7, 4, 0), (7, 4, 1))
    call = account(
        "It called on supporters to gather at 4pm", "protest", when=at("7 16:00", "7 17:00"), published=paper
    )
    assert too_early(call) == 0


def test_two_clock_times_printed_for_one_instant_that_do_not_agree_are_doubted():
    plain = account(**MORNING, published=published((7, 12, 0), (7, 12, 1)))
    conflict = impossible_report([plain, replace(plain, id=99, unlike_clocks=True)])
    assert (conflict.kind, conflict.state, conflict.sides) == ("impossible report", "doubt", ((99,),))


def test_a_time_carried_on_from_unlike_clocks_is_not_doubted_again():
    carried = replace(account(**MORNING), unlike_clocks=True, inherited=True)
    assert impossible_report([carried]) is None


def clock(text, hour, type_="statement"):
    return account(text, type_, when=at(f"7 {hour:02}:00", f"7 {hour:02}:30"), grain=Granularity.HOUR)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (clock("the first team was in Oldham at nine", 9), clock("no team came to Oldham before two", 14)),
        (clock("the guards at the gate heard shots", 3, "shooting"), clock("the guards stood at the gate then", 6)),
    ],
)
def test_what_has_no_word_for_a_happening_is_held_to_its_clock_where_the_words_are_alike(one, other):
    assert time_conflict([one, other]) is not None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (clock("the fishermen came first", 6), clock("a navy ship arrived at last", 13)),
        (clock("the road was closed", 6, "closure"), clock("the road was reopened", 18, "closure")),
        (clock("they opened fire on the post", 2, "shooting"), clock("the post returned fire", 5, "shooting")),
        (clock("shots fell on the post", 2, "shooting"), clock("the shots on the post stopped", 5, "shooting")),
    ],
)
def test_another_matter_an_end_or_an_answer_is_no_conflict_of_times(one, other):
    assert time_conflict([one, other]) is None


@pytest.mark.parametrize("words", ["Funerals will be held at 4pm", "It was ready to cease fire from 4pm"])
def test_what_lies_ahead_may_be_told_before(words):
    told = account(words, "agreement", when=at("7 16:00", "7 17:00"), published=published((7, 4, 0), (7, 4, 1)))
    assert too_early(told) == 0


def test_one_voice_that_tells_of_two_arrests_in_one_article_does_not_contradict_itself():
    first = clock("three managers were arrested", 6, "arrest")
    second = clock("two engineers were arrested", 18, "arrest")
    assert time_conflict([first, replace(second, article=first.article)]) is None
    assert time_conflict([first, second]) is not None


def test_one_article_that_gives_two_hours_for_the_same_does():
    first = clock("the mill at Aton blew up", 6, "explosion")
    assert time_conflict([first, replace(clock("the mill at Aton blew up", 8, "explosion"), article=first.article)])
