from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.reading.intervals import Granularity
from timeline.reading.printed import find_printed, month_of, read_published


def only(text):
    found = find_printed(text)
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    ("text", "words", "local", "granularity", "zone"),
    [
        ("3 May, 2019 14:10", "3 May, 2019 14:10", datetime(2019, 5, 3, 14, 10), "minute", ""),
        ("Friday 03 May 2019 08:16 EDT", "Friday 03 May 2019 08:16 EDT", datetime(2019, 5, 3, 8, 16), "minute", "EDT"),
        ("Fri 03 May 2019:The bridge", "Fri 03 May 2019", datetime(2019, 5, 3), "day", ""),
        (
            "Last Updated: Friday, 3 May 2019,02:24 GMT",
            "Friday, 3 May 2019,02:24 GMT",
            datetime(2019, 5, 3, 2, 24),
            "minute",
            "GMT",
        ),
        ("[3/May/2019]", "3/May/2019", datetime(2019, 5, 3), "day", ""),
        (
            "3 May 2019 Last updated at 13:40 GMT",
            "3 May 2019 Last updated at 13:40 GMT",
            datetime(2019, 5, 3, 13, 40),
            "minute",
            "GMT",
        ),
        ("11/28/05", "11/28/05", datetime(2005, 11, 28), "day", ""),
        ("Published: May 3,2019", "May 3,2019", datetime(2019, 5, 3), "day", ""),
        ("Posted on May 3 2019 by Ada", "May 3 2019", datetime(2019, 5, 3), "day", ""),
        ("03 MAY, 2019", "03 MAY, 2019", datetime(2019, 5, 3), "day", ""),
        ("May 3rd, 2019,09:11 GMT", "May 3rd, 2019,09:11 GMT", datetime(2019, 5, 3, 9, 11), "minute", "GMT"),
        ("06.04.2017 A bridge", "06.04.2017", datetime(2017, 4, 6), "day", ""),
        ("Updated 11/27/2005 3:41 PM", "11/27/2005 3:41 PM", datetime(2005, 11, 27, 15, 41), "minute", ""),
        ("Novemer 27,2005", "Novemer 27,2005", datetime(2005, 11, 27), "day", ""),
        ("Last updated at Apr 052017 HARARE", "Apr 052017", datetime(2017, 4, 5), "day", ""),
        (
            "Sunday, November 27-2005 at 16:12",
            "Sunday, November 27-2005 at 16:12",
            datetime(2005, 11, 27, 16, 12),
            "minute",
            "",
        ),
        ("2019-05-03T14:10:05+03:00", "2019-05-03T14:10:05+03:00", datetime(2019, 5, 3, 14, 10, 5), "second", "+03:00"),
        ("Published On 3 May 20193 May 2019", "3 May 2019", datetime(2019, 5, 3), "day", ""),
        ("11:43 AM, May 3, 2019 EDT", "11:43 AM, May 3, 2019", datetime(2019, 5, 3, 11, 43), "minute", "EDT"),
        ("May 3, 2019 / 10:23 AM", "May 3, 2019 / 10:23 AM", datetime(2019, 5, 3, 10, 23), "minute", ""),
        ("2019-05-03T14:10Z", "2019-05-03T14:10Z", datetime(2019, 5, 3, 14, 10), "minute", "Z"),
        (
            "2019-05-03 12:00 Africa/Harare",
            "2019-05-03 12:00 Africa/Harare",
            datetime(2019, 5, 3, 12),
            "minute",
            "Africa/Harare",
        ),
        ("May 3, 2019 at 4pm", "May 3, 2019 at 4pm", datetime(2019, 5, 3, 16), "hour", ""),
        ("14:10 GMT, 3 May 2019", "14:10 GMT, 3 May 2019", datetime(2019, 5, 3, 14, 10), "minute", "GMT"),
        ("May 3, 2019 1407 GMT", "May 3, 2019 1407 GMT", datetime(2019, 5, 3, 14, 7), "minute", "GMT"),
        (
            "3 May 2019 at 2.10pm (GMT+3)",
            "3 May 2019 at 2.10pm (GMT+3)",
            datetime(2019, 5, 3, 14, 10),
            "minute",
            "GMT+3",
        ),
        ("12 am May 3, 2019", "12 am May 3, 2019", datetime(2019, 5, 3, 0), "hour", ""),
        ("vendredi 3 mai 2019 à 14h10", "vendredi 3 mai 2019 à 14h10", datetime(2019, 5, 3, 14, 10), "minute", ""),
        ("3 de mayo de 2019, 14:10", "3 de mayo de 2019, 14:10", datetime(2019, 5, 3, 14, 10), "minute", ""),
        ("03 мая 2019 14:10", "03 мая 2019 14:10", datetime(2019, 5, 3, 14, 10), "minute", ""),
        ("2019年5月3日 14:10", "2019年5月3日 14:10", datetime(2019, 5, 3, 14, 10), "minute", ""),
    ],
)
def test_it_reads(text, words, local, granularity, zone):
    found = only(text)
    assert text[found.start : found.end] == words
    assert (found.local, found.granularity, found.zone) == (local, Granularity(granularity), zone)


@pytest.mark.parametrize(
    "text",
    [
        "31 June 2019",
        "May 2019",
        "August 2021 was hot",
        "in 2019 some 12 people",
        "July 7",
        "version 1.2.15",
        "version 10.04.2",
        "+1 202 555 2021",
        "12 people 2019",
        "Section 11/28",
        "a 3-2-2019-4 formation",
        "7:21 AM",
        "the 2019-20 season",
        "Boeing 737 2019",
        "32/13/2019",
        "25 mph 2019",
    ],
)
def test_it_leaves_alone(text):
    assert find_printed(text) == ()


def test_figures_that_go_both_ways_keep_both_readings():
    found = only("04/06/2017")
    assert (found.local, found.swapped) == (datetime(2017, 6, 4), datetime(2017, 4, 6))


def test_a_printed_weekday_decides_between_both_readings():
    found = only("Thursday 04/06/2017")
    assert (found.local, found.swapped) == (datetime(2017, 4, 6), None)


def test_a_weekday_that_does_not_fit_its_date_is_seen():
    assert not only("Tuesday, May 3, 2019").weekday_fits
    assert only("Friday, May 3, 2019").weekday_fits


def test_a_number_behind_a_date_is_no_clock():
    assert only("May 3, 2019 1407 people").granularity is Granularity.DAY
    assert only("3 May 2019 1.2 million").granularity is Granularity.DAY


def test_words_in_small_letters_are_no_zone():
    assert only("3 May 2019 14:10 art of war").zone == ""


def test_it_finds_several():
    found = find_printed("Posted: May 3,2019 8:20 AM ET Last Updated: May 3,2019 8:10 PM ET")
    assert [date.local.hour for date in found] == [8, 20]


def test_months_forgive_one_wrong_letter_and_no_more():
    assert month_of("Septmber") == 9
    assert month_of("Marching") is None
    assert month_of("people") is None


@pytest.mark.parametrize(
    ("text", "local", "granularity"),
    [
        ("2019-05", datetime(2019, 5, 1), "month"),
        ("2019-05-03T12", datetime(2019, 5, 3, 12), "hour"),
        ("2019-05-03", datetime(2019, 5, 3), "day"),
        ("3 May 2019, 6:40pm", datetime(2019, 5, 3, 18, 40), "minute"),
        ("٣ مايو ٢٠١٩", datetime(2019, 5, 3), "day"),
        ("3 Mei 2019 14:10", datetime(2019, 5, 3, 14, 10), "minute"),
    ],
)
def test_it_reads_what_an_editor_types(text, local, granularity):
    found = read_published(text)
    assert found is not None
    assert (found.local, found.granularity) == (local, Granularity(granularity))


@pytest.mark.parametrize("text", ["", "yesterday", "soon", "2019-13", "5", "we", "90%", "May"])
def test_what_an_editor_types_must_be_a_complete_date(text):
    assert read_published(text) is None


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from("0123456789 /.-:,apmAPMGTZMayJuly+年"), max_size=60))
def test_spans_are_in_order_and_inside_the_text(text):
    at = 0
    for date in find_printed(text):
        assert at <= date.start < date.end <= len(text)
        at = date.end


@settings(deadline=None)
@given(st.datetimes(min_value=datetime(1950, 1, 1), max_value=datetime(2068, 12, 31)))
def test_any_minute_is_read_back_from_any_form(moment):
    local = moment.replace(second=0, microsecond=0)
    for form in ("%d %B %Y %H:%M", "%A, %B %d, %Y %I:%M %p", "%Y-%m-%dT%H:%M", "%d.%m.%Y %H:%M", "%H:%M, %a %d %b %Y"):
        assert only(local.strftime(form)).local == local
