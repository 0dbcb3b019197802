"""The page of conflicts: both sides in their words, filters, order."""

import re

import pytest


def test_it_shows_each_with_both_sides(vera, harbour):
    text = vera.get("/harbour/conflicts/").text
    assert text.count('<li class="conflict ') == 5
    assert "The times cannot all hold." in text and "9 h 30 apart" in text
    assert "20+ · ~40" in text and "~60" in text


def test_it_quotes_each_witness_once(vera, harbour):
    text = vera.get("/harbour/conflicts/?kind=quantity").text
    assert text.count("More than 20 sailors") == 1
    assert "and 2 more" in text


@pytest.mark.parametrize(
    ("query", "number"),
    [("kind=time", 2), ("kind=actor", 1), ("strength=soft", 0), ("state=open", 5), ("state=ruled", 0)],
)
def test_it_filters(vera, harbour, query, number):
    assert vera.get(f"/harbour/conflicts/?{query}").text.count('<li class="conflict ') == number


def test_it_sorts_by_gap(vera, harbour):
    text = vera.get("/harbour/conflicts/?sort=gap").text
    assert text.index("9 h 30 apart") < text.index("5 h 30 apart")


def test_it_sorts_by_when_it_happened(vera, harbour):
    text = vera.get("/harbour/conflicts/?sort=time").text
    assert text.index("Mutineers enter the port") < text.index("Loyal crews win the port back")


def test_it_sorts_by_kind_and_by_state(vera, harbour):
    harbour.events.get(title="The port falls").conflicts.update(state="ruled", rank=2, settled=True)

    def shown(sort):
        return re.findall(r'class="badge \w+"[^>]*>(\w+)', vera.get(f"/harbour/conflicts/?sort={sort}").text)

    assert shown("kind") == ["actor", "quantity", "status", "time", "time"]
    assert shown("state")[-1] == "status"


def test_it_is_a_fragment_for_htmx(vera, harbour):
    text = vera.get("/harbour/conflicts/", headers={"HX-Request": "true"}).text
    assert text.strip().startswith('<div id="conflicts"')
    restored = vera.get(
        "/harbour/conflicts/", headers={"HX-Request": "true", "HX-History-Restore-Request": "true"}
    ).text
    assert "<html" in restored


@pytest.mark.parametrize("query", ["kind=mood", "strength=5", "state=maybe", "sort=fun", "page=0", "page=x", "tz=noon"])
def test_a_value_that_makes_no_sense_is_a_400(vera, harbour, query):
    assert vera.get(f"/harbour/conflicts/?{query}").status_code == 400


def test_it_says_when_there_is_none(vera, dossier):
    assert "No conflict of this sort" in vera.get("/harbour/conflicts/").text


def test_it_takes_a_bounded_number_of_queries(vera, harbour, django_assert_max_num_queries):
    with django_assert_max_num_queries(14):
        vera.get("/harbour/conflicts/")


def test_where_times_differ_each_quote_says_when(vera, harbour):
    sides = vera.get("/harbour/conflicts/?kind=time&tz=UTC").text
    assert "<b>6 Mar 2023 05:45–06:45</b>" in sides and "<b>7 Mar 2023 07:45–08:45, approximate</b>" in sides
    assert '<span class="by"><b>' not in vera.get("/harbour/conflicts/?kind=quantity").text


def test_it_can_be_read_on_another_clock(vera, harbour):
    assert "6 Mar 2023 11:30–12:30" in vera.get("/harbour/conflicts/?kind=time").text
    assert vera.get("/harbour/conflicts/?tz=noon").status_code == 400
