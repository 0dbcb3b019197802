from datetime import datetime

import pytest

from timeline.reading.anchors import Known, find_anchor
from timeline.reading.datelines import is_yearless
from timeline.reading.furniture import label_paragraphs

STORY = "A bridge fell near the harbour on Thursday, killing nine people, police said.\n\nThe mayor went there."


def anchor(*paragraphs, months=""):
    text = "\n\n".join(("Bridge falls in Newport", *paragraphs))
    return find_anchor(text, label_paragraphs(text), Known(months=months))


def test_the_copyright_line_gives_the_year():
    found = anchor("May 3, 20:05 EDT", STORY, "© 2019 Harbour Press. All rights reserved.")
    assert (found.local, found.zone, found.weak) == (datetime(2019, 5, 3, 20, 5), "-04:00", False)


def test_a_year_the_text_names_counts_where_its_weekdays_fit():
    found = anchor("May 3, 20:05", STORY, "The bridge was opened in January 2019.")
    assert (found.local, found.weak) == (datetime(2019, 5, 3, 20, 5), True)


@pytest.mark.parametrize("named", ["It was built in 1987.", "It was opened in January 2020.", ""])
def test_a_year_that_does_not_fit_its_weekdays_is_none(named):
    assert anchor("May 3, 20:05", STORY, named).interval is None


def test_the_other_articles_of_the_dossier_give_the_year():
    found = anchor("NEWPORT, May 3 (Agency) - " + STORY, months="2019-05")
    assert (found.local, found.weak) == (datetime(2019, 5, 3), True)
    assert "other articles" in found.basis


@pytest.mark.parametrize("months", ["", "2018-11", "2020-05"])
def test_other_articles_far_from_it_or_of_other_weekdays_give_none(months):
    assert anchor("NEWPORT, May 3 (Agency) - " + STORY, months=months).interval is None


@pytest.mark.parametrize("line", ["Updated: 3 May, 9.15am", "Friday 3 May", "MAY 3, 20:05 GMT", "Posted on May 3"])
def test_it_knows_a_dateline_without_a_year(line):
    assert is_yearless(line)


@pytest.mark.parametrize(
    "line", ["May 3", "3 May 2019, 20:05", "Nine people died on May 3, 20:05 hours in all", "Gate 12, 20:05", "20:05"]
)
def test_it_leaves_other_lines_alone(line):
    assert not is_yearless(line)
