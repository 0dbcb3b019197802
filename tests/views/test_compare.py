"""Several events side by side: chosen on the timeline, on one axis, a column each."""

import re

import pytest

from tests import factories
from timeline import services
from timeline.models import Claim


def address(harbour, *titles, more=""):
    found = [harbour.events.get(title__contains=title).pk for title in titles]
    return "/harbour/compare/?" + "&".join(f"event={pk}" for pk in found) + more


def column(text, title):
    part = text.split(f'aria-label="{title}">')[1].split("</section>")[0]
    return " ".join(re.sub(r"<[^>]+>", " ", part).split())


def test_events_stand_in_the_order_of_time_with_what_lies_between(vera, harbour):
    text = vera.get(address(harbour, "win the port back", "enter the port")).text
    assert "2 events side by side" in text
    assert text.index('aria-label="Mutineers enter the port">') < text.index('aria-label="Loyal crews win')
    told = column(text, "Loyal crews win the port back")
    assert "7 Mar 2023 13:30–14:30, compatible with 3 of 4 origins" in told
    assert "1 h 30 after “Mutineers enter the port” ended" in told


def test_a_column_has_conflicts_counts_status_and_accounts(vera, harbour):
    told = column(vera.get(address(harbour, "Sailors leave", "The port falls")).text, "Sailors leave the brig")
    assert "The counts cannot all hold." in told and "“Around 40” and “around 60” cannot both be the count" in told
    assert "~40 sailors escaped" in told and "asserted" in told and "5 reports, 3 independent origins" in told
    assert "Iru Sand" in told and "More than 20 sailors left the brig" in told


def test_all_share_one_axis(vera, harbour):
    text = vera.get(address(harbour, "enter the port", "win the port back", "The port falls")).text
    assert text.count('class="scale-svg"') == 1 and text.count('<li class="row">') == 3
    assert "5 h 30 apart" in text and "9 h 30 apart" in text


def test_an_event_can_be_taken_out_and_another_added(vera, harbour):
    two = address(harbour, "enter the port", "win the port back")
    text = vera.get(two).text
    one = harbour.events.get(title__contains="enter the port").pk
    assert f'href="{address(harbour, "win the port back")}"' in text
    assert f'<option value="{harbour.events.get(title="The port falls").pk}">' in text
    assert f'<option value="{one}">' not in text and f'<input type="hidden" name="event" value="{one}">' in text


def test_one_event_asks_for_another_and_none_says_where_to_choose(vera, harbour):
    assert "add another below" in vera.get(address(harbour, "enter the port")).text
    assert "Choose two events or more" in vera.get("/harbour/compare/").text


def test_an_event_that_is_gone_is_said_to_be(vera, harbour):
    text = vera.get(address(harbour, "enter the port", more="&event=999999")).text
    assert "1 event of those asked for cannot be found" in " ".join(text.split())


def test_an_event_of_another_dossier_is_not_shown(vera, harbour):
    other = factories.event(factories.dossier(slug="other"), "Elsewhere", claim_count=1)
    assert "Elsewhere" not in vera.get(f"/harbour/compare/?event={other.pk}").text


@pytest.mark.parametrize("event", ["x", "0", "-1", "1.5", str(2**63), "٣"])
def test_what_is_no_event_is_refused(vera, harbour, event):
    response = vera.get(f"/harbour/compare/?event={event}")
    assert response.status_code == 400 and "is not the number of an event" in response.text


def test_events_without_any_time_need_no_axis(vera, harbour):
    text = vera.get(address(harbour, "Mutineers killed")).text
    assert "scale-svg" not in text and "69 dead killed" in text and "no account gives a time" in text


def test_it_is_as_known_at_a_moment(vera, harbour):
    services.weave_dossier(dossier=harbour)
    one = Claim.objects.get(quote__contains="Monday noon").event_id
    url = f"/harbour/compare/?event={one}&as_of="
    assert "Monday noon" not in vera.get(f"{url}2023-03-07T12:00Z").text
    assert "Monday noon" in vera.get(f"{url}2023-03-07T13:15Z").text
    assert "had not come out for certain by then" in vera.get(f"{url}2023-03-01").text


def test_twenty_events_stand_in_four_bands(vera, harbour):
    paper = factories.article(harbour, "The Crowd", "A ship burned.")
    for number in range(20):
        one = factories.event(harbour, f"Fire {number}", claim_count=1, origin_count=1)
        factories.claim(paper, "A ship burned", one)
    query = "&".join(
        f"event={pk}" for pk in harbour.events.filter(title__startswith="Fire").values_list("pk", flat=True)
    )
    text = vera.get(f"/harbour/compare/?{query}").text
    assert text.count('<div class="columns of-5') == 4 and text.count('<section class="column"') == 20


def test_it_takes_as_many_queries_for_many_events(vera, harbour, django_assert_max_num_queries):
    query = "&".join(f"event={pk}" for pk in harbour.events.values_list("pk", flat=True))
    with django_assert_max_num_queries(20):
        assert "8 events side by side" in vera.get(f"/harbour/compare/?{query}").text


@pytest.mark.parametrize("view", ["", "?view=table", "?from=2023-03-01&to=2023-03-02"])
def test_events_are_chosen_on_the_timeline(vera, harbour, view):
    text = vera.get(f"/harbour/{view}").text
    dead = harbour.events.get(title="Mutineers killed").pk
    assert f'name="event" value="{dead}" form="compare-chosen"' in text
    assert '<form class="chosen" id="compare-chosen" method="get" action="/harbour/compare/">' in text
