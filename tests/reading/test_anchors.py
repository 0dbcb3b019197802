from datetime import UTC, datetime

import pytest

from tests.reading import pages
from timeline.reading.anchors import UNKNOWN, Known, find_anchor
from timeline.reading.furniture import label_paragraphs
from timeline.reading.intervals import Granularity

LEAD = "A road bridge fell into the river at Kamoto on Friday, and nine people were killed, the mayor said."
MORE = "Rescue workers searched the river until dusk, and nobody was found alive, the fire brigade said in the evening."


def anchor(text, **known):
    return find_anchor(text, label_paragraphs(text), Known(**known))


def dated(line):
    return f"A bridge fell\n\n{line}\n\n{LEAD}\n\n{MORE}"


def utc(*parts):
    return datetime(*parts, tzinfo=UTC)


@pytest.mark.parametrize(
    ("line", "home", "start", "zone", "zone_basis"),
    [
        ("Friday 03 May 2019 08:16 EDT", "", utc(2019, 5, 3, 12, 16), "-04:00", "printed: EDT"),
        ("3 May 2019 08:16 ET", "", utc(2019, 5, 3, 12, 16), "America/New_York", "printed: ET"),
        ("3 Dec 2019 08:16 ET", "", utc(2019, 12, 3, 13, 16), "America/New_York", "printed: ET"),
        (
            "Last Updated: Friday, 3 May 2019,02:24 GMT",
            "Europe/Paris",
            utc(2019, 5, 3, 2, 24),
            "+00:00",
            "printed: GMT",
        ),
        ("2019-05-03T14:10:00+05:30", "", utc(2019, 5, 3, 8, 40), "+05:30", "printed: +05:30"),
        ("3 May 2019 14:10", "Europe/Moscow", utc(2019, 5, 3, 11, 10), "Europe/Moscow", "source's home zone"),
        ("Issue of 3 May 2019", "America/New_York", utc(2019, 5, 3, 4), "America/New_York", "source's home zone"),
        ("Published: May 3,2019", "America/New_York", utc(2019, 5, 3, 4), "America/New_York", "source's home zone"),
        ("3 May 2019 14:10 BST", "Europe/London", utc(2019, 5, 3, 13, 10), "Europe/London", None),
        ("3 May 2019 14:10 IST", "Asia/Kolkata", utc(2019, 5, 3, 8, 40), "Asia/Kolkata", None),
        ("3 May 2019 14:10 CST", "Asia/Shanghai", utc(2019, 5, 3, 6, 10), "Asia/Shanghai", None),
    ],
)
def test_a_dateline_is_read_in_its_printed_zone_else_in_the_home_zone(line, home, start, zone, zone_basis):
    found = anchor(dated(line), zone=home)
    assert (found.interval.start, found.zone, found.basis, found.weak) == (start, zone, "dateline", False)
    assert zone_basis in (None, found.zone_basis)


def test_a_dateline_without_any_zone_is_widened_over_the_earth():
    found = anchor(dated("May 3, 2019"))
    assert found.interval.start == utc(2019, 5, 2, 10)
    assert found.interval.end == utc(2019, 5, 4, 12)
    assert (found.local, found.zone) == (datetime(2019, 5, 3), "unknown")


def test_the_place_does_not_stand_in_for_the_newsroom():
    assert anchor(dated("3 May 2019 14:10"), place_zone="Africa/Lubumbashi").zone == "unknown"


def test_an_ambiguous_zone_is_decided_by_the_place_where_no_home_is_known():
    assert anchor(dated("3 Dec 2019 14:10 IST"), place_zone="Asia/Jerusalem").interval.start == utc(2019, 12, 3, 12, 10)


@pytest.mark.parametrize(
    "known", [{}, {"zone": "Africa/Lubumbashi"}, {"zone": "Europe/Paris", "place_zone": "Asia/Kolkata"}]
)
def test_an_ambiguous_zone_that_nothing_decides_is_unknown_and_doubted(known):
    found = anchor(dated("3 May 2019 14:10 IST"), **known)
    assert found.zone == "unknown"
    assert found.doubts == ("IST names several zones",)


def test_a_day_lasts_as_long_as_its_zone_makes_it():
    found = anchor(dated("31 March 2019"), zone="Europe/Paris")
    assert found.interval.end - found.interval.start == utc(2019, 1, 1, 23) - utc(2019, 1, 1)


def test_the_clock_on_the_next_line_belongs_to_the_date():
    found = anchor(dated("Friday 03 May 2019\n08:16 EDT"))
    assert (found.interval.start, found.granularity) == (utc(2019, 5, 3, 12, 16), Granularity.MINUTE)


def test_the_update_dates_the_text_as_it_is():
    found = anchor(dated("Posted: May 3,2019 8:20 AM ET Last Updated: May 3,2019 8:10 PM ET"))
    assert found.text == "May 3,2019 8:10 PM ET"


def test_a_change_of_the_page_years_later_does_not():
    assert anchor(pages.OPINION).local == datetime(2019, 5, 4, 6, 0)


def test_a_teaser_may_carry_the_date():
    found = anchor(f"A bridge fell\n\n{LEAD}\n\n{MORE}\n\nA bridge fell\n\nFri 03 May 2019:{LEAD[:60]}")
    assert (found.local, found.basis, found.text) == (datetime(2019, 5, 3), "dateline", "Fri 03 May 2019")


def test_the_span_holds_the_words():
    text = dated("Updated: 3 May 2019 14:10 GMT")
    found = anchor(text)
    assert text[found.start : found.end] == found.text == "3 May 2019 14:10 GMT"


def test_a_weekday_that_does_not_fit_is_doubted():
    assert anchor(dated("Tuesday, May 3, 2019")).doubts == ("“Tuesday, May 3, 2019”: that day is a Friday",)


@pytest.mark.parametrize(("home", "month"), [("America/New_York", 5), ("Europe/London", 3)])
def test_figures_that_go_both_ways_are_read_by_the_custom_of_the_home_zone(home, month):
    assert anchor(dated("05/03/2019"), zone=home).local.month == month


def test_figures_that_go_both_ways_are_else_read_by_the_weekdays_of_the_copy():
    assert anchor(dated("05/03/2019")).local == datetime(2019, 5, 3)


def test_figures_that_go_both_ways_are_else_no_anchor():
    text = dated("05/03/2019").replace("Friday", "that day")
    assert anchor(text) == UNKNOWN


def test_the_head_of_wire_copy_dates_it_with_the_year_of_the_copyright():
    found = anchor(pages.WIRE)
    assert (found.local, found.basis, found.text) == (datetime(2019, 5, 3), "dateline", "May 3")


@pytest.mark.parametrize("page", [pages.WIRE.replace("2019", "2018"), pages.WIRE.replace("© 2019", "")])
def test_the_head_of_wire_copy_gets_no_year_that_nothing_speaks_for(page):
    assert anchor(page) == UNKNOWN


def test_the_head_of_wire_copy_may_print_its_year():
    assert anchor(f"HARARE, May 3, 2019 (AFP) - {LEAD}\n\n{MORE}").local == datetime(2019, 5, 3)


def test_metadata_says_that_it_is_metadata():
    assert anchor(dated("datePublished: 2019-05-03T12:16:00Z")).basis == "page metadata"


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/2019/05/03/bridge",
        "https://example.org/2019/may/03/bridge",
        "https://example.org/news/2019-05-03-bridge.html",
        "https://example.org/news/20190503-bridge",
    ],
)
def test_the_address_may_carry_the_date(url):
    found = anchor(f"A bridge fell\n\n{LEAD}", url=url)
    assert (found.local, found.basis, found.weak) == (datetime(2019, 5, 3), "page metadata", False)


@pytest.mark.parametrize("url", ["https://example.org/news/528597-bridge", "https://example.org/2019/99/99/x", ""])
def test_numbers_in_an_address_are_mostly_no_date(url):
    assert anchor(f"A bridge fell\n\n{LEAD}", url=url) == UNKNOWN


def test_what_is_known_besides_the_text_goes_before_a_dateline_that_says_otherwise():
    found = anchor(dated("May 4, 2019"), published="2019-05-03T12:00Z", basis="the RSS feed")
    assert (found.interval.start, found.basis) == (utc(2019, 5, 3, 12), "sidecar: the RSS feed")


def test_a_dateline_that_agrees_and_is_finer_goes_before_what_is_known():
    assert anchor(dated("3 May 2019 14:10 GMT"), published="2019-05-03").basis == "dateline"


def test_what_is_known_may_be_a_month():
    found = anchor(LEAD, published="2019-12", zone="UTC", basis="the archive")
    assert (found.granularity, found.interval.end) == (Granularity.MONTH, utc(2020, 1, 1))


def test_a_date_that_is_none_is_named_and_the_text_is_read():
    found = anchor(dated("May 3, 2019"), published="last spring")
    assert found.basis == "dateline"
    assert found.doubts == ("“last spring” was given as date, and is none",)


def test_the_newest_post_is_a_weak_anchor():
    text = f"{LEAD}\nGone!\n— Ada (@ada) May 3, 2019\n{MORE}\nMore\n— Bob (@bob) May 4, 2019\n{MORE}!"
    found = anchor(text, zone="Europe/Paris")
    assert (found.local, found.basis, found.weak) == (datetime(2019, 5, 4), "post date", True)
    assert (found.zone, found.zone_basis) == ("unknown", "the date of a post has no zone")


CAPTION = "Smoke rises from the mine at Kamoto in Congo, {date}"


def test_a_caption_whose_day_the_copy_names_is_a_weak_anchor():
    found = anchor(f"A bridge fell\n\n{CAPTION.format(date='May 3, 2019')}\n\n{LEAD}\n\n{MORE}")
    assert (found.local, found.basis, found.weak) == (datetime(2019, 5, 3), "caption", True)


@pytest.mark.parametrize("date", ["May 5, 2019", "July 30, 2015"])
def test_a_caption_of_another_day_is_none(date):
    assert anchor(f"A bridge fell\n\n{CAPTION.format(date=date)}\n\n{LEAD}\n\n{MORE}") == UNKNOWN


def test_a_caption_older_than_a_year_the_copy_names_is_none():
    text = f"A bridge fell\n\n{CAPTION.format(date='May 3, 2013')}\n\n{LEAD}\n\n{MORE} It was repaired in 2017."
    assert anchor(text) == UNKNOWN


def test_an_old_photograph_does_not_win_over_a_post():
    text = f"{CAPTION.format(date='May 1, 2015')}\n{LEAD}\nGone!\n— Ada (@ada) May 3, 2019\n{MORE}"
    assert anchor(text).local == datetime(2019, 5, 3)


def test_a_full_date_in_the_first_sentences_is_a_weak_anchor():
    found = anchor(f"A bridge fell\n\nOn 3 May 2019, a bridge fell at Kamoto and nine people died.\n\n{MORE}")
    assert (found.local, found.basis, found.weak) == (datetime(2019, 5, 3), "first sentences", True)


@pytest.mark.parametrize(
    "lead",
    [
        "On 3 May 2009, a bridge fell at Kamoto. Since 2015 the town has waited for another.",
        "The bridge fell on Friday. Nobody has been charged.",
        "In May 2019 the bridge fell.",
    ],
)
def test_a_text_that_only_looks_back_has_no_anchor(lead):
    assert anchor(f"A bridge fell\n\n{lead}\n\n{MORE}") == UNKNOWN


@pytest.mark.parametrize("page", ["", pages.LINKS, pages.BARE])
def test_a_page_without_any_date_has_no_anchor(page):
    assert anchor(page) == UNKNOWN


@pytest.mark.parametrize(
    ("page", "local"),
    [
        (pages.WIKI, datetime(2019, 5, 3)),
        (pages.BLOG, datetime(2019, 5, 4, 21, 15)),
        (pages.STREAM, datetime(2019, 5, 3, 18, 40)),
        (pages.FRENCH, datetime(2019, 5, 4, 9, 12)),
        (pages.SCRAPED, datetime(2019, 5, 3)),
        (pages.POSTS, datetime(2019, 5, 3, 21, 4)),
        (pages.ARABIC, datetime(2019, 5, 3, 18, 40)),
    ],
)
def test_pages_of_all_kinds_have_their_date(page, local):
    assert anchor(page).local == local
