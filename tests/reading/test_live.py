from datetime import date

import pytest

from timeline.reading.anchors import Known, find_anchor
from timeline.reading.documents import Document
from timeline.reading.furniture import label_paragraphs
from timeline.reading.live import find_entries
from timeline.reading.reader import read

PAGE = """Storm in Newport: as it happened

Last updated 09:20 GMT, Wednesday, 6 May 2015

All times GMT
"""
KATHMANDU = Known(place_zone="Asia/Kathmandu")


def page(*lines, head=PAGE):
    return "\n\n".join((head, *lines))


def entries(text, known=KATHMANDU):
    paragraphs = label_paragraphs(text)
    return find_entries(text, paragraphs, find_anchor(text, paragraphs, known), known.place_zone)


def written(text, known=KATHMANDU):
    return [e.anchor.interval.start.isoformat()[:16] for e in entries(text, known)]


NEWS = ["Rebels stormed the town.", "Nine people were killed.", "Troops came.", "Rebels fled.", "That is all."]


def at(*clocks):
    return [f"{clock} {words}" for clock, words in zip(clocks, NEWS, strict=False)]


def test_every_entry_is_written_at_its_own_minute():
    found = written(page(*at("0405:", "0431:", "0520:", "0602:")))
    assert found == ["2015-05-06T04:05", "2015-05-06T04:31", "2015-05-06T05:20", "2015-05-06T06:02"]


def test_a_page_that_begins_with_the_newest_is_counted_back_over_midnight():
    found = written(page(*at("09:10", "07:45", "00:30", "23:50", "21:05")))
    assert found[2:] == ["2015-05-06T00:30", "2015-05-05T23:50", "2015-05-05T21:05"]


def test_lines_of_a_date_say_the_day_of_the_entries_under_them():
    lines = at("2205:", "2331:", "0520:", "0602:")
    found = written(page("TUESDAY 5 MAY", *lines[:2], "WEDNESDAY 6 MAY", *lines[2:]))
    assert found == ["2015-05-05T22:05", "2015-05-05T23:31", "2015-05-06T05:20", "2015-05-06T06:02"]


def test_an_entry_may_stand_under_a_crosshead_or_a_line_of_its_clock():
    heads = ["04:05 Rebels in town", "04:31", "05:20 More dead", "06:02 Over"]
    text = page(*(f"{head}\n\n{words}" for head, words in zip(heads, NEWS, strict=False)))
    assert written(text) == ["2015-05-06T04:05", "2015-05-06T04:31", "2015-05-06T05:20", "2015-05-06T06:02"]
    assert [text[e.start : e.end].splitlines()[-1] for e in entries(text)] == NEWS[:4]


@pytest.mark.parametrize(
    ("said", "hour"),
    [
        ("All times local (GMT+3)", "02:00"),
        ("All times are in EDT", "09:00"),
        ("Times are GMT; Newport is three hours ahead.", "05:00"),
        ("All times local", "23:15"),
        ("No word of zones", "05:00"),
    ],
)
def test_the_zone_of_the_clocks_is_the_one_the_page_declares(said, hour):
    lines = at("5.00am", "6.10am", "7.20am", "8.30am")
    assert written(page(*lines, head=PAGE.replace("All times GMT", said)))[0][11:] == hour


def test_an_entry_tells_of_its_own_day_up_to_its_own_minute():
    reading = read(Document(page(*at("22:05", "22:40", "23:10", "23:40"))), KATHMANDU)
    killed = next(c for c in reading.claims if "killed" in c.quote)
    assert (killed.time.value, killed.time.inherited) == ("2015-05-06", True)
    assert killed.quote == "Nine people were killed"


def test_the_clock_of_an_entry_is_no_year():
    lines = [*at("1840:", "1850:", "1900:"), "1910: The toll has gone up to 41, the mayor said."]
    reading = read(Document(page(*lines)), KATHMANDU)
    (toll,) = [c for c in reading.claims if "toll" in c.quote]
    assert date.fromisoformat(toll.time.value).year == 2015
    assert [(q.low, q.high) for q in toll.quantities] == [(41, 41)]


@pytest.mark.parametrize(
    "lines",
    [
        at("0405:", "0431:", "0520:"),
        ["2015 was a hard year.", "1994 was a hard year.", "2003 was a hard year.", "1921 was a hard year."],
        at("09:10", "04:45", "11:30", "02:50", "21:05"),
        ["40 people fled.", "12 people died.", "15 people came.", "17 people left."],
    ],
)
def test_no_other_page_is_a_live_page(lines):
    assert entries(page(*lines)) == ()


def test_what_has_just_been_was_within_the_hour_and_some_minutes_ago_within_ten_of_its_entry():
    text = page(
        "0405: Rebels stormed the town.",
        "0431: Nine people were killed a few minutes ago.",
        "0520: A girl has just been rescued from the rubble.",
        "0602: Rebels fled.",
    )
    spans = [c.time.interval for c in read(Document(text), KATHMANDU).claims if c.time and c.quote[:1] in "NA"]
    assert [(s.start.isoformat()[11:16], s.end.isoformat()[11:16]) for s in spans] == [
        ("04:21", "04:31"),
        ("04:21", "05:21"),
    ]


def test_an_hour_in_words_is_of_the_morning_where_the_afternoon_has_not_come():
    text = page("0405: Rebels stormed the town at ten to five.", *at("0431:", "0520:", "0602:"))
    (claim,) = [c for c in read(Document(text), KATHMANDU).claims if "ten to five" in c.quote]
    assert claim.time.interval.start.isoformat()[:16] == "2015-05-05T23:05"


@pytest.mark.parametrize(
    "form",
    ["[{}] {}", "• {} – {}", "({}) {}", "**{}** {}", "Update {} {}", "{} GMT\n\n{}", "Posted at {}\n\n{}", "{}\n\n{}"],
)
def test_the_clock_of_an_entry_may_stand_between_marks_or_on_a_line_of_its_own(form):
    clocks = ["04:05", "04:31", "05:20", "06:02"]
    lines = [form.format(clock, words) for clock, words in zip(clocks, NEWS, strict=False)]
    dated = "Storm in Newport: as it happened\n\nWednesday, 6 May 2015\n\nAll times GMT"
    assert written(page(*lines, head=dated)) == [f"2015-05-06T{clock}" for clock in clocks]
    undated = page(*lines, head="Storm in Newport: as it happened\n\nWednesday, 6 May 2015")
    assert len(entries(undated)) == 4


@pytest.mark.parametrize("form", ["Page {} {}", "At {} {}", "Route {} {}"])
def test_other_words_before_a_clock_make_no_entry(form):
    clocks = ["04:05", "04:31", "05:20", "06:02"]
    assert entries(page(*[form.format(clock, words) for clock, words in zip(clocks, NEWS, strict=False)])) == ()
