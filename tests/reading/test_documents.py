import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reading import pages
from timeline.reading.documents import split_documents

LINES = st.sampled_from([*pages.GLUED.split("\n"), *pages.BLOG.split("\n"), "", "3 May 2019 18:40 GMT"])
PROSE = "The bridge fell in the morning, and nobody saw it fall but the ferryman, who was asleep. " * 4


def titles(text):
    return [document.text.strip().split("\n")[0] for document in split_documents(text)]


def test_it_cuts_a_file_where_the_first_article_repeats_its_headline_and_another_begins():
    assert titles(pages.GLUED) == ["Bridge falls in Kamoto", "PRESIDENT PROMISES INQUIRY INTO BRIDGE"]


def test_it_numbers_the_parts_and_keeps_their_offsets():
    first, second = split_documents(pages.GLUED)
    assert (first.part, first.offset, second.part) == (1, 0, 2)
    assert pages.GLUED[second.offset :] == second.text


def test_it_cuts_where_a_headline_and_lead_are_printed_again_further_down():
    lead = "The ferry to the mines is full, and the queue is longer than the town."
    second = f"Ferry cannot take the trucks\n\n{lead}\n\n{PROSE}\n\n"
    teaser = f"Ferry cannot take the trucks\n\nWed 8 May 2019:{lead[:65]}"
    assert titles(f"A bridge fell\n\n{PROSE}\n\n{second}{teaser}") == ["A bridge fell", "Ferry cannot take the trucks"]


def test_it_cuts_where_two_headlines_have_their_own_dates_of_publication():
    first = f"A bridge fell\n\nPublished: 3 May 2019\n\n{PROSE}\n\n"
    second = f"Ferry cannot take the trucks\n\nPublished: 8 May 2019\n\n{PROSE}"
    assert titles(first + second) == ["A bridge fell", "Ferry cannot take the trucks"]


def test_a_date_right_above_the_second_headline_goes_with_it():
    first = f"3 May 2019 18:40 GMT\nA bridge fell\n\n{PROSE}\n\n"
    second = f"8 May 2019 10:15 GMT\nFerry cannot take the trucks\n\n{PROSE}"
    assert titles(first + second) == ["3 May 2019 18:40 GMT", "8 May 2019 10:15 GMT"]


@pytest.mark.parametrize("page", [page for page in pages.ALL if page is not pages.GLUED])
def test_it_leaves_a_page_with_one_article_whole(page):
    assert [document.text for document in split_documents(page)] == [page]


def test_crossheads_in_capitals_begin_no_article():
    text = f"A bridge fell\n\n{PROSE}\n\nTHE MONEY WAS STOLEN\n\n{PROSE}\n\nTHE TRUCKS WERE HEAVY\n\n{PROSE}"
    assert len(split_documents(text)) == 1


def test_a_teaser_at_the_end_begins_no_article():
    text = f"A bridge fell\n\n{PROSE}\n\n{PROSE}\n\nA bridge fell\n\n{PROSE}"
    assert len(split_documents(text)) == 1


def test_the_bare_dates_of_a_chronology_begin_no_article():
    entries = f"May 3, 2019\n\nThe day the bridge fell\n\n{PROSE}\n\nJune 4, 2019\n\nThe day of the ferry\n\n{PROSE}"
    assert len(split_documents(f"Published: 9 May 2020\n\nA history of bridges\n\n{PROSE}\n\n{entries}")) == 1


@settings(deadline=None)
@given(st.lists(LINES | st.text(max_size=60), max_size=40))
def test_the_parts_one_after_the_other_are_the_file(lines):
    text = "\n".join(lines)
    documents = split_documents(text)
    assert "".join(document.text for document in documents) == text
    assert all(text[d.offset : d.offset + len(d.text)] == d.text for d in documents)
    assert [d.part for d in documents] == list(range(1, len(documents) + 1))
