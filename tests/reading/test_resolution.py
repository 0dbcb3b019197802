"""What times mean: words, the day they were written, the value and the local interval."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.reading.anchors import UNKNOWN, Anchor
from timeline.reading.intervals import Granularity, Interval
from timeline.reading.resolution import resolve_timexes
from timeline.reading.timexes import find_timexes

KABUL = "Asia/Kabul"
WEDNESDAY = datetime(2021, 7, 7, 18, 0)  # the anchor's printed date and time


def anchored(local=WEDNESDAY, zone="UTC", granularity=Granularity.MINUTE):
    """An anchor at a printed local time; "unknown" widens it over every zone on Earth."""
    if zone == "unknown":
        at = local.replace(tzinfo=UTC)
        interval = Interval(at - timedelta(hours=14), at + timedelta(hours=12, minutes=1))
    elif granularity is Granularity.DAY:
        at = local.replace(hour=0, minute=0, tzinfo=ZoneInfo(zone))
        interval = Interval(at, at + timedelta(days=1))
    else:
        at = local.replace(tzinfo=ZoneInfo(zone))
        interval = Interval(at, at + timedelta(minutes=1))
    return Anchor(interval, local, granularity, zone, "dateline", "printed")


def times(text, anchor=None, zone=KABUL):
    return resolve_timexes(text, find_timexes(text), anchor or anchored(), zone)


def local(time, zone=KABUL):
    """The interval's ends as local wall-clock text; None for an open end."""
    ends = (time.interval.start, time.interval.end)
    return tuple(end and end.astimezone(ZoneInfo(zone)).strftime("%Y-%m-%d %H:%M") for end in ends)


@pytest.mark.parametrize(
    ("text", "value", "start", "end"),
    [
        ("They came on Monday.", "2021-07-05", "2021-07-05 00:00", "2021-07-06 00:00"),
        ("It will end on Monday.", "2021-07-12", "2021-07-12 00:00", "2021-07-13 00:00"),
        ("They left last Wednesday.", "2021-06-30", "2021-06-30 00:00", "2021-07-01 00:00"),
        ("on Tuesday noon", "2021-07-06T12:00", "2021-07-06 11:30", "2021-07-06 12:30"),
        ("on Wednesday morning", "2021-07-07TMO", "2021-07-07 06:00", "2021-07-07 12:00"),
        ("early on Tuesday morning", "2021-07-06TMO", "2021-07-06 05:00", "2021-07-06 09:00"),
        ("late on Monday", "2021-07-05", "2021-07-05 18:00", "2021-07-06 00:00"),
        ("They stormed it overnight.", "2021-07-06TNI", "2021-07-06 18:00", "2021-07-07 06:00"),
        ("last night", "2021-07-06TNI", "2021-07-06 18:00", "2021-07-07 06:00"),
        ("yesterday", "2021-07-06", "2021-07-06 00:00", "2021-07-07 00:00"),
        ("They fell on July 3.", "2021-07-03", "2021-07-03 00:00", "2021-07-04 00:00"),
        ("It happened in April.", "2021-04", "2021-04-01 00:00", "2021-05-01 00:00"),
        ("It happened in October.", "2020-10", "2020-10-01 00:00", "2020-11-01 00:00"),
        ("They will leave in October.", "2021-10", "2021-10-01 00:00", "2021-11-01 00:00"),
        ("in mid-April", "2021-04", "2021-04-11 00:00", "2021-04-21 00:00"),
        ("last month", "2021-06", "2021-06-01 00:00", "2021-07-01 00:00"),
        ("two weeks ago", "2021-W25", "2021-06-21 00:00", "2021-06-28 00:00"),
        ("in 2003", "2003", "2003-01-01 00:00", "2004-01-01 00:00"),
        ("in the third quarter of 2020", "2020-Q3", "2020-07-01 00:00", "2020-10-01 00:00"),
        ("in the winter of 1994", "1994-WI", "1994-12-01 00:00", "1995-03-01 00:00"),
        ("in the 1980s", "198", "1980-01-01 00:00", "1990-01-01 00:00"),
        ("on 3-4 May", "2021-05-03", "2021-05-03 00:00", "2021-05-05 00:00"),
        ("on May 3-4", "2021-05-03", "2021-05-03 00:00", "2021-05-05 00:00"),
        ("in 2014-2015", "2014", "2014-01-01 00:00", "2016-01-01 00:00"),
        ("He was taken on the 3rd.", "2021-07-03", "2021-07-03 00:00", "2021-07-04 00:00"),
        ("He was taken on the 13th.", "2021-06-13", "2021-06-13 00:00", "2021-06-14 00:00"),
        ("He will be tried on the 13th.", "2021-07-13", "2021-07-13 00:00", "2021-07-14 00:00"),
        ("early in the afternoon of the 3rd.", "2021-07-03TAF", "2021-07-03 12:00", "2021-07-03 18:00"),
        ("It sailed at 20.05, he said.", "2021-07-07T20:05", "2021-07-07 20:05", "2021-07-07 20:06"),
        ("It sank at 14.20 hrs.", "2021-07-07T14:20", "2021-07-07 14:20", "2021-07-07 14:21"),
        ("They went in at ten past eleven.", "2021-07-07T11:10", "2021-07-07 11:10", "2021-07-07 11:11"),
        ("A curfew is in force until Friday.", "2021-07-09", None, "2021-07-10 00:00"),
        ("A curfew was in force until Friday.", "2021-07-02", None, "2021-07-03 00:00"),
        ("It began at 4pm.", "2021-07-07T16:00", "2021-07-07 16:00", "2021-07-07 17:00"),
        ("It began at 13:53.", "2021-07-07T13:53", "2021-07-07 13:53", "2021-07-07 13:54"),
        ("around 4pm local time", "2021-07-07T16:00", "2021-07-07 15:30", "2021-07-07 16:30"),
        ("on Monday at half past six", "2021-07-05T06:30", "2021-07-05 06:30", "2021-07-05 06:31"),
        ("the day before yesterday", "2021-07-05", "2021-07-05 00:00", "2021-07-06 00:00"),
        ("last Christmas", "2020-12-25", "2020-12-25 00:00", "2020-12-26 00:00"),
    ],
)
def test_it_places(text, value, start, end):
    time = times(text)[-1]
    assert (time.value, *local(time)) == (value, start, end)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("before September 11", None, "2021-09-11 00:00"),
        ("Nobody left until Monday.", None, "2021-07-06 00:00"),
        ("They fought until noon on Monday.", "2021-07-05 00:00", "2021-07-05 12:00"),
        ("By Monday they were gone.", None, "2021-07-06 00:00"),
    ],
)
def test_a_bound_opens_a_side(text, start, end):
    assert local(times(text)[-1]) == (start, end)


def test_since_ends_with_the_anchor():
    (time,) = times("They have fought since April.")
    assert local(time) == ("2021-04-01 00:00", "2021-07-07 22:31")
    assert time.cut


def test_a_past_day_is_cut_at_publication_and_a_future_one_is_not():
    past, ahead = times("They fled today. They will meet this week.")
    assert past.cut
    assert local(past) == ("2021-07-07 00:00", "2021-07-07 22:31")
    assert not ahead.cut


def test_a_clock_time_takes_the_day_spoken_of_in_its_sentence():
    day, clock = times("On Monday they came, and around 4pm they left.")
    assert (day.value, clock.value) == ("2021-07-05", "2021-07-05T16:00")


def test_a_day_earlier_counts_from_the_day_spoken_of():
    assert [t.value for t in times("They took it on July 3. A day earlier they had failed.")] == [
        "2021-07-03",
        "2021-07-02",
    ]


def test_a_range_of_weekdays_runs_forward():
    assert [t.value for t in times("They met from Monday to Friday.")] == ["2021-07-05", "2021-07-09"]


def test_two_hours_later_counts_from_the_clock_time_spoken_of():
    first, later = times("It struck at 10:00. Two hours later it struck again.")
    assert local(first)[0] == "2021-07-07 10:00"
    assert local(later) == ("2021-07-07 11:30", "2021-07-07 12:30")
    assert (later.timex.type, later.value) == ("DURATION", "PT2H")


def test_a_clock_time_that_had_not_come_was_yesterdays():
    (time,) = times("It struck at 11pm.", anchored(datetime(2021, 7, 7, 6, 0)))
    assert time.value == "2021-07-06T23:00"


def test_the_zone_printed_with_a_clock_time_holds():
    (time,) = times("at 0737 GMT on July 3")
    assert time.zone == "UTC"
    assert time.interval.start == datetime(2021, 7, 3, 7, 37, tzinfo=UTC)


def test_daylight_saving_and_half_hours_are_kept():
    winter, summer = times("at 3:37 a.m. EST on Jan. 5, 2021 and at 3:37 a.m. EDT on July 5, 2021")
    assert winter.interval.start == datetime(2021, 1, 5, 8, 37, tzinfo=UTC)
    assert summer.interval.start == datetime(2021, 7, 5, 7, 37, tzinfo=UTC)
    assert local(times("at noon on July 5")[0]) == ("2021-07-05 11:30", "2021-07-05 12:30")


def test_an_ambiguous_zone_is_decided_by_the_place():
    (time,) = times("at 8:00 p.m. IST on July 5", zone="Asia/Kolkata")
    assert (time.zone, time.doubts) == ("Asia/Kolkata", ())


def test_an_ambiguous_zone_that_fits_no_place_is_doubted():
    (time,) = times("at 8:00 p.m. IST on July 5")
    assert any("may mean" in doubt for doubt in time.doubts)


def test_local_time_and_gmt_in_one_breath_are_checked_against_each_other():
    right, wrong = times("at 1353 (0923 GMT) on July 5 and at 1453 (0923 GMT) on July 6")
    assert right.doubts == ()
    assert any("do not agree" in doubt for doubt in wrong.doubts)
    assert local(wrong)[0] == "2021-07-06 14:53"


def test_a_day_told_with_the_second_zone_is_that_zones():
    (time,) = times("It shook at 3:16 a.m. local time (2246 GMT Monday).")
    assert (time.value, time.doubts) == ("2021-07-06T03:16", ())
    assert time.interval.start == datetime(2021, 7, 5, 22, 46, tzinfo=UTC)


def test_both_clock_times_of_a_range_share_its_day():
    first, last = times("Between 9 p.m. and 11 p.m. on July 3, shells fell.")
    assert (first.value, last.value) == ("2021-07-03T21:00", "2021-07-03T23:00")


def test_a_night_of_two_days_begins_on_the_first():
    (time,) = times("Rockets hit it on the night of 3-4 July.")
    assert local(time) == ("2021-07-03 18:00", "2021-07-04 06:00")


def test_the_small_hours_are_those_of_the_day_named():
    (time,) = times("They seized it in the early hours of Sunday morning.")
    assert local(time) == ("2021-07-04 00:00", "2021-07-04 08:00")


def test_gmt_beside_a_local_time_gives_the_zone_where_none_is_known():
    (time,) = times("at 1353 (1023 GMT) on July 5, 2021", anchored(zone="unknown"), zone="")
    assert time.interval.start == datetime(2021, 7, 5, 10, 23, tzinfo=UTC)


def test_a_weekday_that_does_not_match_its_date_is_doubted():
    (time,) = times("on Tuesday, July 7, 2021")
    assert time.value == "2021-07-07"
    assert any("was a Wednesday" in doubt for doubt in time.doubts)


def test_without_any_zone_utc_is_used_and_doubted():
    (time,) = times("on Monday", anchored(zone="unknown"), zone="")
    assert time.zone == "unknown"
    assert any("zone is unknown" in doubt for doubt in time.doubts)


def test_a_time_told_as_past_that_reaches_past_its_report_is_doubted():
    early = anchored(datetime(2021, 7, 7, 14, 10), zone="unknown")
    (time,) = times("They were cleared out around 4pm local time.", early)
    assert any("reaches past the time of writing" in doubt for doubt in time.doubts)
    assert not time.cut


def test_no_anchor_leaves_relative_times_open_and_whole_dates_placed():
    weekday, whole, clock = times("on Wednesday; on 7 July 2021; and at 16:00", UNKNOWN)
    assert (weekday.value, weekday.interval) == ("XXXX-WXX-3", None)
    assert whole.interval is not None
    assert clock.value == "2021-07-07T16:00"


def test_now_is_the_anchors_day_up_to_the_anchor():
    (time,) = times("They are now free.")
    assert (time.value, *local(time)) == ("PRESENT_REF", "2021-07-07 00:00", "2021-07-07 22:31")


def test_durations_and_sets_are_kept_and_not_placed():
    found = times("For three days they met every Monday, for 2 1/2 hours.")
    assert [(t.timex.type, t.value, t.interval) for t in found] == [
        ("DURATION", "P3D", None),
        ("SET", "XXXX-WXX-1", None),
        ("DURATION", "PT2H30M", None),
    ]


def test_mods_are_those_of_timex3():
    found = times("about June 1, in early May, in mid-2012, in late June, for more than two days, at least a week")
    assert [t.timex.mod for t in found] == ["APPROX", "START", "MID", "END", "MORE_THAN", "EQUAL_OR_MORE"]


def test_the_trace_says_the_rule_the_reason_and_the_zone():
    (time,) = times("on Wednesday morning")
    trace = " / ".join(time.steps)
    assert "rule day_part" in trace
    assert "newspaper rule" in trace
    assert "Asia/Kabul" in trace


@pytest.mark.parametrize("text", ["They may go on.", "the second man", "2000 people", "90% of it", "31 June"])
def test_what_is_no_time_resolves_to_nothing(text):
    assert times(text) == ()


PHRASES = ["Monday", "last week", "4pm", "overnight", "10,000 years ago", "900000 hours later", "July 31", "Feb. 29",
           "a year earlier", "in 1000", "2199", "the next day", "Easter 2020", "the weekend", "31/12/1999", "at 24:00",
           "1353 (1023 GMT)", "3 a.m. NPT", "since dawn", "the 22nd century", "two decades ago", "mid-July"]  # fmt: skip
MOMENTS = st.datetimes(min_value=datetime(1800, 1, 1), max_value=datetime(2150, 1, 1))


@given(st.lists(st.sampled_from(PHRASES), max_size=6), MOMENTS, st.sampled_from(["", KABUL, "Pacific/Apia"]))
def test_whatever_is_told_whenever_every_interval_is_sound(phrases, moment, zone):
    anchor = anchored(moment.replace(second=0, microsecond=0), zone="UTC")
    for time in times("; ".join(f"It fell on {phrase}" for phrase in phrases), anchor, zone):
        assert time.value
        assert time.interval is None or time.interval.is_open or time.interval.duration > timedelta(0)


@given(MOMENTS, st.integers(0, 6))
def test_a_bare_weekday_is_one_of_the_seven_days_up_to_the_anchor(moment, weekday):
    name = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")[weekday]
    (time,) = times(f"They fell on {name}.", anchored(moment, granularity=Granularity.DAY), "UTC")
    day = datetime.fromisoformat(time.value).date()
    assert day.weekday() == weekday
    assert 0 <= (moment.date() - day).days < 7


def test_the_morning_after_a_night_is_the_next_day():
    night, morning = times("Rebels stormed the town overnight. They attacked from three sides in the morning.")
    assert local(night) == ("2021-07-06 18:00", "2021-07-07 06:00")
    assert local(morning) == ("2021-07-07 06:00", "2021-07-07 12:00")


def test_an_evening_told_with_a_night_is_of_the_same_day():
    assert local(times("It fell on Tuesday night. Shots were heard at 9pm.")[1])[0] == "2021-07-06 21:00"


def test_about_whose_is_not_about_when():
    assert [t.approximate for t in times("It stood close to yesterday's fire. They met around Tuesday.")] == [
        False,
        True,
    ]


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("It struck shortly after 10 a.m.", "2021-07-07 10:00", "2021-07-07 10:30"),
        ("It left on Monday just before 8 a.m.", "2021-07-05 07:30", "2021-07-05 08:00"),
        ("They came on Monday evening. He called shortly after midnight.", "2021-07-06 00:00", "2021-07-06 00:30"),
        ("It struck well after 10 a.m.", "2021-07-07 10:00", "2021-07-07 22:31"),
        ("It struck after 10 a.m.", "2021-07-07 10:00", "2021-07-07 22:31"),
        ("They left shortly before Monday.", None, "2021-07-05 00:00"),
    ],
)
def test_shortly_draws_a_bound_close(text, start, end):
    assert local(times(text)[-1]) == (start, end)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("On Monday night men came. She said it was at half past eleven.", "2021-07-05T23:30"),
        ("On Monday evening men came. It was at 9:30.", "2021-07-05T21:30"),
        ("On Monday morning men came. It was at half past eleven.", "2021-07-05T11:30"),
        ("On Monday men came at half past two.", "2021-07-05T14:30"),
        ("On Monday night men came. It was at 09:30.", "2021-07-06T09:30"),
        ("On Monday men came. It was at 2:30.", "2021-07-05T02:30"),
    ],
)
def test_a_part_of_the_day_told_before_settles_an_open_half(text, value):
    assert times(text)[-1].value == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It burned on Monday. The mayor said on Tuesday it was sad. It began at 3pm.", "2021-07-05T15:00"),
        ("It burned on Monday. By Tuesday evening it was out. It had begun at 3pm.", "2021-07-05T15:00"),
        ("The mayor said on Tuesday it was sad. It began at 3pm.", "2021-07-06T15:00"),
        ("It burned on Monday. It was a report issued on Tuesday. He died that evening.", "2021-07-05TEV"),
    ],
)
def test_a_saying_or_a_bound_does_not_move_the_day(text, value):
    assert times(text)[-1].value == value


def test_a_morning_hour_after_an_evening_one_is_of_the_next_day():
    *_, late, morning = times("A camera saw it on Tuesday at 10:52 p.m. Hundreds were in the square by 11 a.m.")
    assert (late.value, morning.value) == ("2021-07-06T22:52", "2021-07-07T11:00")


def test_the_night_before_is_of_the_day_before_the_one_told():
    assert times("He was held on Monday morning. They took him the night before.")[-1].value == "2021-07-04TNI"


def test_a_deadline_lies_ahead_on_the_same_day():
    assert times("The men had set a deadline of 11 p.m. for it.")[-1].value == "2021-07-07T23:00"
    assert times("The fire began at 11 p.m. in a mill.")[-1].value == "2021-07-06T23:00"


def test_a_stamp_earlier_than_its_own_story_moves_no_hour_back():
    found = times("He was held today at 21:15. He met a lawyer at 22:30.", anchored(WEDNESDAY.replace(hour=12)))
    assert [time.value for time in found] == ["2021-07-07T21:15", "2021-07-07T22:30"]


def test_two_clock_times_no_whole_hour_apart_are_of_two_places():
    (time,) = times("It left at 7.55 a.m. (0255 GMT).")
    assert (local(time), time.doubts) == (("2021-07-07 07:25", "2021-07-07 07:26"), ())


@pytest.mark.parametrize("text", ["It left at 7.55 a.m. (0225 GMT).", "It left at 7.55 a.m. (0320 GMT)."])
def test_two_clock_times_that_no_zone_explains_are_doubted(text):
    (time,) = times(text)
    assert local(time) == ("2021-07-07 07:55", "2021-07-07 07:56")
    assert "do not agree" in time.doubts[0]


def test_a_second_clock_time_says_how_finely_the_first_is_told():
    (time,) = times("It left at 6 p.m. (1330 GMT) on Monday.")
    assert local(time) == ("2021-07-05 18:00", "2021-07-05 18:01")


def test_several_clock_times_after_a_night_are_of_one_morning():
    found = times("They fired in the night to Wednesday. It fell at 9 a.m. and the rest fled at noon.")
    assert [time.value[:10] for time in found[-2:]] == ["2021-07-07", "2021-07-07"]


def test_the_day_after_a_night_is_not_told_before_it_has_come():
    morning = anchored(datetime(2021, 7, 7, 15), KABUL)
    *_, noon = times("It sank overnight. One was found at 2 a.m. and died at noon.", morning)
    assert noon.value == "2021-07-07T12:00"


def test_a_day_told_in_the_zone_beside_a_clock_time_does_not_carry_the_narrative():
    _, noon = times("It went down at 1:25 a.m. (2055 GMT Tuesday). By noon nine had died.")
    assert noon.value == "2021-07-07T12:00"


def test_clock_times_of_one_printed_zone_are_of_one_day_of_that_zone():
    found = times("It left on Monday at 13.30 EDT and sank at 18.25 EDT.")
    assert [time.value for time in found] == ["2021-07-05T13:30", "2021-07-05T18:25"]


def test_both_clock_times_of_a_stretch_are_of_its_day():
    found = times("The port was closed from 06.40 to 17.55 on the 3rd.")
    assert [time.value for time in found] == ["2021-07-03T06:40", "2021-07-03T17:55"]


def test_a_day_to_come_does_not_carry_what_is_told_as_past():
    found = times("It sank on Tuesday. A team will leave on Friday. A patrol ship arrived at 05:15.")
    assert found[-1].value == "2021-07-06T05:15"


def test_an_hour_still_to_come_is_of_the_day_before():
    morning = anchored(datetime(2021, 7, 6, 23, 10), "America/New_York")
    found = times("It went down early on Wednesday. It had called at 11:40 p.m.", morning)
    assert found[-1].value == "2021-07-06T23:40"


def test_so_many_hours_ago_are_counted_by_the_clock_of_the_anchor():
    (ago,) = times("It fell two hours ago.", anchored(datetime(2021, 7, 7, 9, 0), "UTC"))
    assert ago.interval.start == datetime(2021, 7, 7, 6, 30, tzinfo=UTC)


def test_the_day_told_last_in_a_sentence_carries_it():
    found = times("The ministry said on Wednesday that it left on Monday at 6 p.m. and sank at 11:25 p.m.")
    assert found[-1].value == "2021-07-05T23:25"


@pytest.mark.parametrize(("clock", "day"), [("6.40pm", "2021-07-07"), ("9.40pm", "2021-07-06")])
def test_a_clock_time_just_past_the_stamp_of_its_day_puts_the_stamp_in_doubt(clock, day):
    stamp = anchored(datetime(2021, 7, 7, 18, 0), KABUL)
    *_, seen = times(f"They fired on Wednesday. A helicopter was seen at {clock}.", stamp)
    assert seen.value[:10] == day


def test_by_november_is_to_come_where_something_will_have_been_done():
    (time,) = times("Every family will have a house by November.")
    assert time.value == "2021-11"


def test_a_clock_time_may_be_followed_by_any_word_where_at_stands_before_it():
    (time,) = times("The observatory felt the quake at 05:42 with a magnitude of 6.")
    assert time.value == "2021-07-07T05:42"


def test_a_little_before_is_drawn_close():
    (time,) = times("It shook a little before 6 a.m.")
    assert local(time) == ("2021-07-07 05:30", "2021-07-07 06:00")


def test_an_hour_in_words_after_one_of_the_small_hours_is_of_the_same_night():
    assert times("They fired at 1.40am. She hid around half past two.")[-1].value[-5:] == "02:30"
    assert times("They fired at 9am. She hid around half past two.")[-1].value[-5:] == "14:30"
