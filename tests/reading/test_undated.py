"""The day of an article that prints none, by the days of the others."""

import pytest

from timeline.reading.anchors import Known, find_anchor
from timeline.reading.furniture import label_paragraphs

DAYS = "2014-03-12 2014-03-13 2014-03-17"  # a Wednesday, a Thursday, a Monday
DIED = "Nine people were killed when a ferry sank off Newport"


def day(*paragraphs, days=DAYS):
    text = "\n\n".join(paragraphs)
    anchor = find_anchor(text, label_paragraphs(text), Known(days=days))
    assert anchor.weak is (anchor.local is not None)
    return anchor.local and f"{anchor.local:%d}"


@pytest.mark.parametrize(
    ("paragraphs", "found"),
    [
        (("Ferry sinks: Thursday as it happened", f"{DIED}, officials said."), "13"),
        (("Ferry sinks off Newport", f"{DIED} on Monday, officials said."), "12"),
        (("Ferry sinks off Newport", f"{DIED} on Sunday, officials said."), "17"),
        (("Ferry sinks off Newport", f"{DIED} on 13 March, officials said."), "13"),
        (("Ferry sinks off Newport", f"{DIED} this morning, officials said."), "12"),
    ],
)
def test_it_is_the_day_of_others_that_its_words_fit(paragraphs, found):
    assert day(*paragraphs) == found


def test_it_is_left_open_where_nothing_fits_or_the_others_are_of_several_stories():
    assert day("Ferry sinks off Newport", f"{DIED}, officials said.") is None
    assert day("Ferry sinks off Newport", f"{DIED} on Saturday.", days="2014-03-13") is None
    assert day("Ferry sinks off Newport", f"{DIED} today.", days="2014-03-12 2013-01-01") is None
    assert day("Ferry sinks off Newport", f"{DIED} today.", days="") is None


def test_a_date_of_its_own_goes_before_theirs():
    text = f"Ferry sinks off Newport\n\n14 March 2014\n\n{DIED} today."
    anchor = find_anchor(text, label_paragraphs(text), Known(days=DAYS))
    assert (f"{anchor.local:%d}", anchor.weak) == ("14", False)
