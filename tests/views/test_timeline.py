"""The timeline: page and fragment, window, filters, what it must show and what it must not."""

import csv
import io
import json
import re
from datetime import timedelta

import pytest

from tests import factories
from timeline.models import Conflict

HTMX = {"HX-Request": "true"}
RESTORE = HTMX | {"HX-History-Restore-Request": "true"}
BOOSTED = HTMX | {"HX-Boosted": "true"}


def event_of(harbour, title):
    return harbour.events.get(title__contains=title)


def test_it_is_a_whole_page(vera, harbour):
    response = vera.get("/harbour/")
    assert response.status_code == 200
    assert "<html" in response.text and "The mutiny at Port Varda" in response.text


def test_it_is_a_fragment_for_htmx(vera, harbour):
    response = vera.get("/harbour/", headers=HTMX)
    assert "<html" not in response.text
    assert response.text.strip().startswith('<div id="timeline"')
    assert "HX-Request" in response["Vary"]


@pytest.mark.parametrize("headers", [RESTORE, BOOSTED])
def test_it_is_the_whole_page_again_for_history_and_boosted_links(vera, harbour, headers):
    assert "<html" in vera.get("/harbour/", headers=headers).text


def test_it_opens_on_the_happening_not_on_its_background(vera, harbour):
    text = vera.get("/harbour/").text
    assert "6–8 Mar 2023" in text
    assert "Outside this window" in text and "The fleet leaves Cape Orlo" in text


def test_it_counts_what_there_is(vera, harbour):
    text = " ".join(vera.get("/harbour/").text.split())
    assert "<b>6</b> articles in 6 files" in text
    assert "<b>25</b> claims" in text
    assert "<b>5 conflicts</b>, 5 open" in text


def test_each_bar_opens_its_sentence(vera, harbour):
    claim = harbour.claims.get(quote__contains="Monday noon")
    assert f'href="/harbour/articles/{claim.article_id}/#claim-{claim.pk}"' in vera.get("/harbour/").text


def test_a_bar_is_heard_as_a_sentence(vera, harbour):
    text = vera.get("/harbour/").text
    assert 'aria-label="Harbour Radio, a docker: 6 Mar 2023 11:30–12:30. “The port fell to mutineers' in text


def test_the_gap_between_times_is_drawn_and_said(vera, harbour):
    text = vera.get("/harbour/").text
    assert "time: 5 h 30 apart" in text
    assert 'class="gap"' in text and ">5 h 30 apart</text>" in text


def test_counts_and_statuses_that_differ_are_said(vera, harbour):
    text = vera.get("/harbour/").text
    assert "escaped: 20+ · ~40 · ~60" in text
    assert "status: 2 assert · 1 denies" in text


def test_sources_agree_only_where_several_do(vera, harbour):
    text = vera.get("/harbour/").text
    assert text.count("sources agree") == 2  # the drone strikes and the customs house, not the two told once


def test_three_papers_of_one_witness_share_a_bar(vera, harbour):
    text = vera.get("/harbour/").text
    bars = [line for line in text.splitlines() if "More than 20 sailors" in line and 'class="bar"' in line]
    assert len(bars) == 1
    assert all(name in bars[0] for name in ("The Courier", "The Wire", "The Daily Mast"))


def test_a_rejected_claim_is_nowhere(vera, harbour):
    assert "Proof below" not in vera.get("/harbour/?view=table&from=2023-02-01&to=2023-04-01").text


def test_undated_events_are_listed_below(vera, harbour):
    text = vera.get("/harbour/").text
    assert text.index("No time given") < text.index("Mutineers killed")


def test_an_account_outside_the_window_is_still_named(vera, harbour):
    text = vera.get("/harbour/?from=2023-03-07&to=2023-03-07").text
    assert "off before" in text and "Monday noon" in text


def test_the_window_is_read_on_the_clock_of_the_page(vera, harbour):
    text = vera.get("/harbour/?from=2023-03-07T00:00&to=2023-03-07T12:00&tz=UTC").text
    assert 'data-from="2023-03-07T00:00Z" data-to="2023-03-07T12:00Z"' in text
    text = vera.get("/harbour/?from=2023-03-07&to=2023-03-07").text
    assert 'data-from="2023-03-06T18:15Z" data-to="2023-03-07T18:15Z"' in text


def test_an_offset_in_the_address_counts(vera, harbour):
    text = vera.get("/harbour/?from=2023-03-07T02:00%2B02:00&to=2023-03-07T12:00Z").text
    assert 'data-from="2023-03-07T00:00Z"' in text


def test_it_filters_by_source(vera, harbour):
    source = harbour.articles.get(title__contains="falls to mutineers").source
    text = vera.get(f"/harbour/?source={source.pk}").text
    assert "Monday noon" in text and "stormed the port overnight" not in text


def test_it_filters_by_words(vera, harbour):
    text = vera.get("/harbour/?q=drones").text
    assert "Drone strikes" in text and "Sailors leave the brig" not in text


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("q=drones afternoon", True),
        ("q=afternoon+drones", True),
        ("q=drones zeppelin", False),
        ('q="outer pier"', True),
        ('q="pier outer"', False),
        ('q="', False),
    ],
)
def test_every_word_is_looked_for_and_a_phrase_in_quotation_marks_as_a_whole(vera, harbour, query, shown):
    assert ("Drone strikes" in vera.get(f"/harbour/?{query}").text) == shown


def chips(text):
    """The counts beside the sources and beside “Only conflicts”."""
    found = re.findall(r'>\s*([\w ]+) <span class="n">(\d+)</span></a>', text)
    return {name: int(number) for name, number in found}


def test_each_filter_says_how_many_it_would_leave(vera, harbour):
    text = vera.get("/harbour/").text
    told = harbour.claims.filter(rejected=False, event__isnull=False)
    assert chips(text)["Harbour Radio"] == 2
    assert chips(text)["Only conflicts"] == told.filter(event__conflict_count__gt=0).count()
    assert f"jail break ({told.filter(event__type='jail break').count()})" in text
    assert "denied (1)" in text and "attempted (0)" in text


def test_the_counts_are_of_what_the_other_filters_leave(vera, harbour):
    radio = harbour.articles.get(title__contains="falls to mutineers").source_id
    text = vera.get(f"/harbour/?source={radio}").text
    assert chips(text)["Harbour Radio"] == 2 and chips(text)["The Wire"] == 5
    assert "jail break (0)" in text and chips(text)["Only conflicts"] == 2


@pytest.mark.parametrize(
    ("query", "shown", "hidden"),
    [
        ("type=jail break", "Sailors leave the brig", "Drone strikes"),
        ("status=denied", "The port falls", "Drone strikes"),
        ("conflicts=1", "Sailors leave the brig", "Drone strikes"),
        ("origins=4", "Mutineers enter the port", "Sailors leave the brig"),
    ],
)
def test_it_filters_events(vera, harbour, query, shown, hidden):
    text = vera.get(f"/harbour/?{query}").text
    assert shown in text and hidden not in text


def test_filters_that_leave_nothing_say_so(vera, harbour):
    text = vera.get("/harbour/?q=zeppelin").text
    assert "Nothing is dated in this window under these filters" in " ".join(text.split())
    assert "Clear filters" in text


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("from=yesterday", "“yesterday” is not a date"),
        ("from=2023-13-01", "is not a date"),
        ("from=0000-01-01", "is not a date"),
        ("from=9999-01-01", "outside the calendar"),
        ("from=2023-03-08&to=2023-03-07T10:00", "ends before it begins"),
        ("from=2023-03-07T10:00&to=2023-03-07T10:05", "shorter than ten minutes"),
        ("tz=Middle/Earth", "is not a time zone"),
        ("source=999999", "not one of the available choices"),
        ("source=me", "not one of the available choices"),
        ("type=picnic", "not one of the available choices"),
        ("status=maybe", "not one of the available choices"),
        ("origins=-1", "greater than or equal to 0"),
        ("origins=many", "Enter a whole number"),
        ("event=me", "Enter a whole number"),
        ("by=mood", "not one of the available choices"),
        ("format=docx", "not one of the available choices"),
        ("q=" + "x" * 201, "at most 200 characters"),
    ],
)
def test_a_value_that_makes_no_sense_is_a_400_that_says_why(vera, harbour, query, reason):
    response = vera.get(f"/harbour/?{query}")
    assert response.status_code == 400
    assert reason in response.text


@pytest.mark.parametrize(
    "query", ["source=&type=&status=&q=&from=&to=", "nonsense=1", "origins=", "from=2023-03-07T10:00:30.5"]
)
def test_empty_and_foreign_values_are_no_error(vera, harbour, query):
    assert vera.get(f"/harbour/?{query}").status_code == 200


def test_what_people_type_is_escaped(vera, harbour):
    response = vera.get("/harbour/", {"q": '"><script>alert(1)</script>'})
    assert "<script>alert" not in response.text


def test_the_panel_opens_by_its_address(vera, harbour):
    won = event_of(harbour, "win the port back")
    text = vera.get(f"/harbour/?event={won.pk}").text
    assert 'id="panel"' in text and "The times cannot all hold." in text
    assert "compatible with 3 of 4 origins" in text


def test_the_panel_of_no_event_is_a_404(vera, harbour):
    assert vera.get("/harbour/?event=999999").status_code == 404


def test_an_event_of_another_dossier_is_a_404(vera, harbour):
    other = factories.event(factories.dossier(slug="other"), claim_count=1)
    assert vera.get(f"/harbour/?event={other.pk}").status_code == 404


def test_rows_may_be_witnesses(vera, harbour):
    text = vera.get("/harbour/?by=origin").text
    assert "Iru Sand" in text and "Hal Orme" in text
    assert "of 1 event" in text


def test_the_table_holds_what_the_drawing_says(vera, harbour):
    text = vera.get("/harbour/?view=table").text
    dated = harbour.claims.filter(rejected=False, event__start__isnull=False, event__background=False)
    for claim in dated:
        assert f"#claim-{claim.pk}" in text
    assert "5 h 30 apart" in text and "7 Mar 2023 13:30–14:30" in text


def test_it_exports_what_is_on_screen(vera, harbour):
    response = vera.get("/harbour/?q=drones&format=json")
    out = json.loads(response.getvalue())
    assert response["Content-Disposition"] == 'attachment; filename="harbour.json"'
    assert {claim["type"] for claim in out["claims"]} == {"air strike"}
    rows = list(csv.DictReader(io.StringIO(vera.get("/harbour/?q=drones&format=csv").getvalue().decode())))
    assert [int(row["claim"]) for row in rows] == [claim["id"] for claim in out["claims"]]


def test_an_empty_dossier_says_what_to_do(vera, dossier):
    assert "No articles yet" in vera.get("/harbour/").text


def test_a_dossier_without_any_date_still_has_a_page(vera, dossier):
    claim = factories.claim(factories.article(dossier), "A ship burned", factories.event(dossier))
    factories.count_up(claim.event)
    assert "No time given" in vera.get("/harbour/").text


def test_there_is_no_such_dossier(vera, harbour):
    response = vera.get("/elsewhere/")
    assert response.status_code == 404
    assert "There is no such page" in response.text


@pytest.mark.parametrize("window", ["from=0003-01-01&to=9990-01-01", "from=2023-03-07T10:00Z&to=2023-03-07T10:10Z"])
def test_the_widest_and_the_narrowest_window_are_drawn(vera, harbour, window):
    assert vera.get(f"/harbour/?{window}").status_code == 200


def test_it_takes_as_many_queries_for_many_events(vera, harbour, django_assert_max_num_queries):
    with django_assert_max_num_queries(29):
        vera.get("/harbour/")
    crowd(harbour, 60)
    with django_assert_max_num_queries(29):
        vera.get("/harbour/")


def test_the_panel_adds_a_bounded_number_of_queries(vera, harbour, django_assert_max_num_queries):
    won = event_of(harbour, "win the port back")
    with django_assert_max_num_queries(37):
        vera.get(f"/harbour/?event={won.pk}")


def crowd(dossier, events, claims=1):
    """Many events of one or more claims each, an hour apart, and a conflict on the last."""
    article = factories.article(dossier, "The Crowd", "Something happened. " * claims)
    for number in range(events):
        event = factories.event(dossier, title=f"Happening {number}", type=f"kind {number % 3}")
        start = factories.at("2023-03-07 00:00", dossier.zone) + timedelta(minutes=number % 1000)
        for _ in range(claims):
            factories.time(factories.claim(article, "Something happened", event), "", start, start + timedelta(hours=1))
        factories.count_up(event)
    return event


def test_too_many_claims_are_counted_and_conflicts_survive(vera, harbour, monkeypatch):
    monkeypatch.setattr("timeline.selectors.timeline.MOST_CLAIMS", 40)
    contested = crowd(harbour, 60)
    claim = contested.claims.first()
    factories.conflict(contested, Conflict.Kind.TIME, [claim], gap=timedelta(hours=1))
    factories.count_up(contested)
    text = vera.get("/harbour/").text
    assert "too many to draw one by one" in text
    assert "Kind 1" in text and 'class="cell' in text
    assert contested.title in text
    assert text.count('class="lane ') < 1500
