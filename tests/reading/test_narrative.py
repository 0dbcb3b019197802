from dataclasses import replace

import pytest

from tests.reading.said import sentences_of
from timeline.reading.anchors import Known
from timeline.reading.documents import Document
from timeline.reading.intervals import Granularity
from timeline.reading.reader import read

KNOWN = Known(place_zone="Asia/Kathmandu", zone="UTC", published="2015-05-06T12:00")


def times(*paragraphs):
    reading = read(Document("\n\n".join(("Rebels in Newport", *paragraphs))), KNOWN)
    return [(c.quote, c.time) for c in reading.claims if "Rebels in Newport" not in c.quote]


def test_a_time_in_the_words_about_the_saying_bounds_the_happening():
    ((_, time),) = times("Officials said on Tuesday that troops had retaken the town.")
    assert time.saying
    assert time.interval.start is None


def test_where_the_saying_is_the_happening_its_date_counts():
    ((_, time),) = times("Mayor Jane Roe on Tuesday told the council the people were proud of their harbour.")
    assert not time.saying
    assert time.granularity == Granularity.DAY


def test_a_look_back_does_not_carry_the_narrative():
    found = times(
        "Rebels stormed the town on Tuesday.", "Troops left their base near Oldham in 2003.", "Nine people were killed."
    )
    assert [t.interval.duration.days for _, t in found] == [1, 365, 1]
    assert found[-1][1].inherited


def test_what_had_been_before_does_not_carry_the_narrative():
    found = times(
        "The collision occurred at 2am on Tuesday when the ferry, which had left Oldham at 10pm on Monday, hit a pier. "
        "Nine people were killed."
    )
    assert found[-1][1].inherited and found[-1][1].value.startswith("2015-05-05")


def test_how_things_stand_is_of_the_day_of_publication():
    found = times("Rebels stormed the town on Tuesday.", "The town is in the hands of the rebels.")
    assert (found[-1][1].rule, found[-1][1].value, found[-1][1].inherited) == ("publication", "2015-05-06", True)


def test_how_things_stand_is_undated_where_publication_is():
    reading = read(Document("Rebels in Newport\n\nThe town is in the hands of the rebels."), Known())
    assert [claim.time for claim in reading.claims if "hands" in claim.quote] == [None]


def test_later_is_from_the_time_last_told_to_the_end_of_its_day():
    story = "Planes bombed the town at 6.30am on Tuesday. Planes later bombed the harbour."
    _, (_, later) = times(story)
    assert (later.interval.start.hour, later.interval.end.hour, later.inherited) == (0, 18, True)


def test_what_is_expected_inherits_nothing():
    found = times("Rebels stormed the town on Tuesday.", "Troops will recapture the harbour.")
    assert found[-1][1] is None


def test_a_new_paragraph_goes_back_to_the_day_of_the_main_happening():
    found = times(
        "Rebels stormed the town on Monday.",
        "On Tuesday a shell hit the harbour. Two boats were sunk.",
        "Nine people were killed.",
    )
    assert [t.value for _, t in found] == ["2015-05-04", "2015-05-05", "2015-05-05", "2015-05-04"]


def test_the_text_says_the_day_of_the_main_happening_before_what_stands_above_it():
    story = "Rebels storm town on Sunday\n\nRebels stormed the town on Monday.\n\nNine people were killed."
    claims = read(Document(story), KNOWN).claims
    assert claims[-1].time.value == "2015-05-04"


def test_in_a_story_told_weeks_after_the_day_it_tells_of_counts():
    found = times(
        "On 14 April rebels stormed the town.", "A report was released on Monday.", "Nine people were killed."
    )
    assert found[-1][1].value == "2015-04-14"


def test_a_bound_does_not_carry_the_narrative():
    found = times("Rebels stormed the town on Monday. Three had died by Tuesday. Nine people were injured.")
    assert [t.value for _, t in found] == ["2015-05-04", "2015-05-05", "2015-05-04"]


def test_a_clock_time_carries_its_whole_day_beyond_its_sentence():
    found = times("Rebels stormed the town at 7 a.m. on Monday. Nine people were injured.")
    assert [t.granularity.name for _, t in found] == ["HOUR", "DAY"]


def test_what_was_said_without_a_happening_is_of_the_day_it_is_about():
    found = times("Rebels stormed the town on Monday.", "“We did not know these men,” the mayor, Jane Roe, said.")
    assert found[-1][1].value == "2015-05-04"


def test_sentences_of_makes_paragraphs():
    assert [s.paragraph for s in sentences_of("One.", " Two.", "Three.")[1]] == [0, 0, 1]


def test_of_two_times_the_one_beside_the_happening_dates_it():
    story = "Rebels killed nine men in the morning on Tuesday and six women were seen at 2 p.m. there."
    assert times(story)[0][1].interval.end.hour < 9


def test_the_date_in_a_head_of_wire_copy_dates_no_claim():
    found = times("NEWPORT, May 6 (Agency) - Rebels stormed the town on Monday.")
    assert found[-1][1].value == "2015-05-04"


def test_a_caption_does_not_carry_the_narrative():
    found = times(
        "Media caption: Shots could be heard in the night", "Rebels stormed the town at 11.30 a.m. on Tuesday."
    )
    assert found[-1][1].value == "2015-05-05T11:30"


def test_a_clause_with_when_takes_up_the_time_it_stands_behind():
    found = times("The quake was the worst in Newport since 1986, when 312 people died.")
    died = next(time for quote, time in found if "died" in quote)
    assert (died.value, died.inherited, died.interval.is_open) == ("1986", False, False)


def test_a_clause_with_when_that_stands_behind_no_time_has_that_of_its_sentence():
    found = times("In October 2002 the ferry sank when a wave hit it and nine people died.")
    assert {time.value for _, time in found} == {"2002-10"}


@pytest.mark.parametrize(
    ("words", "hours"),
    [("from 6pm to 6am", 12), ("from 21:00 until 23:00", 2), ("between 9 p.m. and 5 a.m.", 8), ("at 6pm to 6am", 1)],
)
def test_a_stretch_between_two_clock_times_is_one_time(words, hours):
    found = times(f"The governor imposed a curfew {words} on the town.")
    assert [t.interval.duration.total_seconds() / 3600 for q, t in found if "curfew" in q] == [hours]


def test_the_time_of_a_clause_is_not_that_of_its_aside():
    ((_, time),) = times("The clash, which began on Monday, ended on Tuesday.")
    assert time.value == "2015-05-05"


def test_to_announce_a_thing_is_to_do_it_but_not_to_have_killed():
    ((_, done),) = times("On Tuesday a general announced that parliament was dissolved.")
    ((_, told),) = times("On Tuesday a general announced that nine people were killed.")
    assert (done.saying, told.saying) == (False, True)


def test_a_toll_beside_a_clock_time_is_of_its_day_and_what_killed_them_of_the_moment():
    found = times("A bomb exploded at 9:10 a.m. on Tuesday and nine people were killed.")
    assert found[-1][1].granularity == Granularity.DAY
    found = times("A bomb exploded at 9:10 a.m. on Tuesday, killing nine people.")
    assert found[-1][1].granularity == Granularity.MINUTE


def days_of(published, *paragraphs):
    reading = read(Document("\n\n".join(("Rebels in Newport", *paragraphs))), replace(KNOWN, published=published))
    return [c.time and c.time.value[:10] for c in reading.claims if "Rebels in Newport" not in c.quote]


def test_the_evening_that_led_up_to_the_day_does_not_carry_the_narrative():
    told = "Rebels stormed the town on Tuesday morning.", "Troops left their base at 9 p.m. on Monday."
    assert days_of("2015-05-06T12:00", *told, "Nine people were injured.")[2] == "2015-05-05"


@pytest.mark.parametrize("told", ["Gunmen shot the mayor at 9 p.m. on Monday.", "The blast came at 9 p.m. on Monday."])
def test_what_befell_in_the_evening_before_does(told):
    assert (
        days_of("2015-05-06T12:00", "Police arrested two men on Tuesday.", told, "Nine people were injured.")[2]
        == "2015-05-04"
    )


def test_a_story_told_days_after_is_of_the_day_of_what_befell():
    told = "The minister resigned on Monday.", "The bomb killed nine people on 28 April.", "Two children were injured."
    assert days_of("2015-05-06T12:00", *told)[2] == "2015-04-28"


def test_a_story_that_says_how_long_after_it_is_told_is_of_the_day_so_far_back():
    told = "Two weeks on, the captain appeared in court on Tuesday.", "He left the port on 22 April, his lawyer said."
    assert days_of("2015-05-06T12:00", *told, "Two children were injured.")[-1] == "2015-04-22"


def test_a_story_told_the_day_after_begins_with_the_day_it_tells_first():
    told = "The minister resigned on Tuesday.", "The bomb killed nine people on Monday morning."
    assert days_of("2015-05-06T12:00", "Two children were injured.", *told)[0] == "2015-05-05"


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("Gunmen fired the first shots shortly before midnight on Monday.", "2015-05-05"),
        ("The fire broke out at 11:40 p.m. on Monday.", "2015-05-05"),
        ("Gunmen fired the first shots at 9 p.m. on Monday.", "2015-05-04"),
        ("A shell killed two men at 11:40 p.m. on Monday.", "2015-05-04"),
    ],
)
def test_what_began_in_the_last_hour_before_midnight_is_of_the_day_after(told, day):
    assert days_of("2015-05-06T12:00", told, "Nine people were injured.")[1] == day


def test_an_hour_told_after_midnight_is_of_the_day_after():
    told = "The first shots were fired shortly before midnight on Monday.", "The shooting resumed at 5pm."
    assert days_of("2015-05-06T12:00", *told)[1] == "2015-05-05"


def test_how_long_a_thing_has_been_so_dates_no_claim():
    told = "Rebels stormed the town on Tuesday.", "The army, a force which has held the port since 2011, fled the town."
    assert "2011" not in days_of("2015-05-06T12:00", *told)
