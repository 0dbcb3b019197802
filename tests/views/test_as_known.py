"""As known at: only what was out, worked out anew, what changed, two moments, and the honest rule about dates."""

import re

import pytest

from tests import factories
from timeline import asof, services
from timeline.axis import Axis
from timeline.models import Claim, Conflict, Event, Side
from timeline.selectors import dossiers
from timeline.selectors.filtering import overlapping
from timeline.selectors.known import overlaps
from timeline.selectors.moments import counts_from, moments, out_by

HTMX = {"HX-Request": "true"}
# The Wire and the Mast are out, the Radio (19:00 in Kathmandu) is not.
BEFORE_RADIO, AFTER_RADIO = "as_of=2023-03-07T12:00Z", "as_of=2023-03-07T13:15Z"


@pytest.fixture
def woven(harbour):
    """The demo dossier with the events and conflicts the core finds in it."""
    services.weave_dossier(dossier=harbour)
    return harbour


def at(dossier, as_of=None, since=None):
    styles = dossiers.source_styles(dossier, dossiers.sources(dossier))
    zone = factories.ZoneInfo(dossier.zone)
    return moments(dossier, styles, zone, as_of=factories.at(as_of), since=factories.at(since))


def known(dossier, as_of, since=None):
    return asof.known_at(dossier, at(dossier, as_of, since), factories.ZoneInfo(dossier.zone))


def test_what_came_out_later_is_nowhere_on_the_page(vera, woven):
    text = vera.get(f"/harbour/?{BEFORE_RADIO}").text
    assert "overnight" in text and "Monday noon" not in text and "On March 8" not in text
    assert "Monday noon" in vera.get(f"/harbour/?{AFTER_RADIO}").text


def test_the_page_counts_what_was_out(vera, woven):
    text = " ".join(vera.get(f"/harbour/?{BEFORE_RADIO}").text.split())
    assert "As known at 7 Mar 2023 17:45:" in text and "<b>3</b> articles in 3 files" in text


def chips(text):
    """(source, the count beside it), of the chips that choose a source."""
    found = re.findall(r'title="Show only ([^"]+)".*?<span class="n">(\d+)', text, re.DOTALL)
    return {name: int(count) for name, count in found}


def test_the_counts_beside_the_filters_are_of_what_was_out(vera, woven):
    before, after = (chips(vera.get(f"/harbour/?{moment}").text) for moment in (BEFORE_RADIO, AFTER_RADIO))
    assert before["Harbour Radio"] == 0 < after["Harbour Radio"]
    assert before["The Wire"] == woven.claims.filter(article__source__name="The Wire", rejected=False).count()


def test_the_counts_beside_the_filters_follow_the_other_filters(vera, woven):
    text = vera.get(f"/harbour/?{AFTER_RADIO}&q=noon").text
    assert chips(text)["Harbour Radio"] > 0 and chips(text)["The Wire"] == 0


def test_a_conflict_opens_with_the_report_that_makes_it(vera, woven):
    assert "5 h 30 apart" not in vera.get(f"/harbour/?{BEFORE_RADIO}").text
    text = vera.get(f"/harbour/?{AFTER_RADIO}").text
    assert "5 h 30 apart" in text and "Conflict opened (time)" in text


def test_new_claims_are_pointed_out(vera, woven):
    text = vera.get(f"/harbour/?{AFTER_RADIO}").text
    assert "new · Monday noon" in text and 'aria-label="New: Harbour Radio' in text
    assert "new · overnight" not in text


def test_two_moments_can_be_compared(vera, woven):
    text = vera.get("/harbour/?as_of=2023-03-09T00:00Z&since=2023-03-07T10:20Z").text
    assert "Since 7 Mar 2023 16:05" in text and "new · Monday noon" in text and "new · overnight" not in text


def test_nothing_was_out_at_first(vera, woven):
    text = vera.get("/harbour/?as_of=2023-03-06T00:00Z").text
    assert "Nothing had come out for certain" in text and "The first publication was at" in text


def test_an_article_without_a_date_never_counts_and_says_so(vera, woven):
    text = vera.get("/harbour/?as_of=2024-01-01").text
    assert "Around 40" not in text and "no date of publication is known: it never counts" in text


def test_it_writes_nothing(vera, woven):
    def rows():
        return [list(model.objects.order_by("pk").values()) for model in (Event, Claim, Conflict, Side)]

    before = rows()
    for page in ("", "conflicts/"):
        vera.get(f"/harbour/{page}?{AFTER_RADIO}")
    assert rows() == before


def test_with_everything_out_it_is_what_weaving_stores(woven):
    woven.articles.filter(start=None).delete()
    services.weave_dossier(dossier=woven)
    columns = [field.attname for field in Event._meta.concrete_fields if field.name not in ("id", "title_fixed")]
    found = known(woven, "2024-01-01")
    assert len(found.events) == woven.events.filter(claim_count__gt=0).count() > 5
    for event in found.events:
        stored = Event.objects.get(pk=event.pk)
        assert {name: getattr(event, name) for name in columns} == {name: getattr(stored, name) for name in columns}
        conflicts = {(one.kind, one.of, one.why, one.gap_seconds) for one in found.conflicts[event.pk]}
        assert conflicts == {(one.kind, one.of, one.why, one.gap_seconds) for one in stored.conflicts.all()}
        origins = {claim.pk: claim.origin for claim in found.told[event.pk]}
        assert origins == dict(stored.claims.values_list("pk", "origin"))


def test_an_event_keeps_its_address_from_its_first_claim_on(woven):
    now = Claim.objects.get(quote__contains="Monday noon").event_id
    assert known(woven, "2023-03-07T10:20Z").event(now).claim_count < known(woven, "2024-01-01").event(now).claim_count


def test_the_event_page_shows_only_what_was_out(vera, woven):
    url = Claim.objects.get(quote__contains="Monday noon").event.get_absolute_url()
    text = vera.get(f"{url}?{BEFORE_RADIO}").text
    assert "overnight" in text and "Monday noon" not in text
    assert "Monday noon" in vera.get(f"{url}?{AFTER_RADIO}").text


def test_an_event_nobody_had_told_of_has_a_page_that_says_so(vera, woven):
    url = Claim.objects.get(quote__contains="Monday noon").event.get_absolute_url()
    response = vera.get(f"{url}?as_of=2023-03-06T00:00Z")
    assert response.status_code == 200 and "had come out for certain by 6 Mar 2023 05:45" in response.text


def test_its_panel_says_so_too(vera, woven):
    pk = Claim.objects.get(quote__contains="Monday noon").event_id
    assert "Nothing of it had come out for certain" in vera.get(f"/harbour/?event={pk}&as_of=2023-03-06T00:00Z").text


def test_the_conflicts_of_then(vera, woven):
    assert "5 h 30 apart" not in vera.get(f"/harbour/conflicts/?{BEFORE_RADIO}").text
    assert "5 h 30 apart" in vera.get(f"/harbour/conflicts/?{AFTER_RADIO}").text


@pytest.mark.parametrize("sort", ["", "gap", "time", "origins", "kind", "state"])
def test_the_conflicts_of_then_stand_in_the_order_of_now(vera, woven, sort):
    woven.articles.filter(start=None).delete()
    services.weave_dossier(dossier=woven)

    def headings(query):
        text = vera.get(f"/harbour/conflicts/?sort={sort}{query}").text
        return re.findall(r"<p><b>[^<]+</b> ([^<]+)</p>", text)

    assert headings("&as_of=2024-01-01") == headings("")
    assert len(headings("")) > 1


def test_filters_hold_at_a_moment(vera, woven):
    wire = woven.articles.get(byline="Mira Vell").source_id
    text = vera.get(f"/harbour/?{AFTER_RADIO}&source={wire}").text
    assert "overnight" in text and "new · Monday noon" not in text
    assert "Drones" not in vera.get(f"/harbour/?{AFTER_RADIO}&conflicts=1").text


@pytest.mark.parametrize("query", ["by=origin", "view=table", "q=drones", "tz=UTC"])
def test_every_view_can_be_had_as_known_then(vera, woven, query):
    response = vera.get(f"/harbour/?{AFTER_RADIO}&{query}")
    assert response.status_code == 200 and "On March 8" not in response.text


@pytest.mark.parametrize(
    ("query", "reason"),
    [
        ("as_of=noon", "“noon” is not a date"),
        ("as_of=2023-03-07T25:00", "is not a date"),
        ("as_of=9999-01-01", "outside the calendar"),
        ("since=2023-03-07", "names no moment"),
        ("as_of=2023-03-07&since=2023-03-08", "is not before the other"),
        ("as_of=2023-03-07&since=then", "“then” is not a date"),
        ("as_of=2023-03-07&play=2", "not one of the available choices"),
    ],
)
def test_a_moment_that_makes_no_sense_is_a_400_that_says_why(vera, harbour, query, reason):
    response = vera.get(f"/harbour/?{query}")
    assert response.status_code == 400 and reason in response.text


@pytest.mark.parametrize("page", ["conflicts/", "events/{}/"])
def test_so_on_the_other_pages(vera, harbour, page):
    address = f"/harbour/{page.format(harbour.events.first().pk)}"
    assert vera.get(f"{address}?as_of=noon").status_code == 400
    assert vera.get(f"{address}?since=2023-03-07").status_code == 400


def test_it_is_a_fragment_for_htmx(vera, woven):
    assert vera.get(f"/harbour/?{AFTER_RADIO}", headers=HTMX).text.strip().startswith('<div id="timeline"')


def test_it_plays_without_a_script_until_everything_is_out(vera, woven):
    text = vera.get(f"/harbour/?{AFTER_RADIO}&play=1").text
    assert (
        '<noscript><meta http-equiv="refresh" content="3; url=/harbour/?as_of=2023-03-08T15%3A15Z&amp;play=1">' in text
    )
    last = vera.get("/harbour/?as_of=2023-03-08T15:15Z&play=1").text
    assert '<noscript><meta http-equiv="refresh" content="3; url=/harbour/?' in last
    assert (
        "as_of" not in last.split("content=")[2].split('">')[0] and "refresh" not in vera.get("/harbour/?play=1").text
    )


def test_steps_go_from_publication_to_publication(woven):
    found = at(woven, "2023-03-07T10:46Z")
    assert [f"{step.at:%d %H:%M}" for step in found.steps] == [
        "07 09:26",
        "07 10:16",
        "07 10:46",
        "07 13:15",
        "08 15:15",
    ]
    assert f"{found.since:%H:%M} {found.previous:%H:%M} {found.following:%H:%M}" == "10:16 10:16 13:15"


def test_between_two_steps_the_one_before_is_in_force(woven):
    found = at(woven, "2023-03-07T10:50Z")
    assert f"{found.step.at:%H:%M} {found.since:%H:%M} {found.following:%H:%M}" == "10:46 10:16 13:15"


def test_before_the_first_and_without_a_moment(woven):
    assert at(woven, "2020-01-01").previous is None and at(woven, "2020-01-01").following == at(woven).first
    assert at(woven).following is None and f"{at(woven).previous:%d %H:%M}" == "08 15:15"


DATED = {"start": "2023-03-07T10:00Z", "end": "2023-03-07T10:01Z", "granularity": "minute", "zone": "Asia/Tokyo"}
DAY = {"start": "2023-03-07T00:00Z", "end": "2023-03-08T00:00Z", "granularity": "day", "zone": "UTC"}


@pytest.mark.parametrize(
    ("columns", "counts", "reason"),
    [
        (DATED, "07 10:00", ""),
        (DATED | {"zone": "unknown", "end": "2023-03-08T12:00Z"}, "08 12:00", "in no known zone"),
        (DAY, "08 00:00", "dated only to the day"),
        (DAY | {"end": None}, None, "nothing says by when"),
        (DATED | {"weak": True, "basis": "caption"}, None, "its date is not one of publication (caption)"),
        ({}, None, "no date of publication is known"),
    ],
)
def test_from_when_an_article_counts(dossier, columns, counts, reason):
    columns = {name: factories.at(value) if name in ("start", "end") else value for name, value in columns.items()}
    row = factories.article(dossier, **columns)
    instant = counts_from(row)
    assert (instant and f"{instant:%d %H:%M}") == counts
    placed = at(dossier).not_placed
    assert reason in (placed[0].reason if placed else "")
    for moment in ("2023-03-07T09:59Z", "2023-03-07T10:00Z", "2023-03-08T00:00Z", "2023-03-08T12:00Z"):
        by_then = dossier.articles.filter(out_by(factories.at(moment))).exists()
        assert by_then == (instant is not None and instant <= factories.at(moment))


@pytest.fixture
def large(woven, monkeypatch):
    """More claims than a page takes in."""
    monkeypatch.setattr("timeline.selectors.out.MOST_CLAIMS", 12)
    monkeypatch.setattr("timeline.selectors.out.MOST_DRAWN", 12)
    return woven


def test_of_a_large_dossier_only_the_window_is_worked_out(vera, large):
    text = vera.get(f"/harbour/?{AFTER_RADIO}&from=2023-03-03&to=2023-03-03").text
    assert "from the claims of what is shown only" in text and "Cape Orlo" in text


def test_of_a_large_window_the_events_that_disagree_most_are_worked_out(vera, large, monkeypatch):
    monkeypatch.setattr("timeline.selectors.timeline.MOST_EVENTS_BESIDE", 1)
    text = vera.get(f"/harbour/?{AFTER_RADIO}").text
    assert "only for the 1 event that disagrees most by now. A shorter window" in text
    assert "Monday noon" in text and "On March 8" not in text and "Cape Orlo" not in text


def test_of_a_large_dossier_the_conflicts_are_those_of_such_events(vera, large):
    text = vera.get(f"/harbour/conflicts/?{AFTER_RADIO}").text
    assert "that disagree most by now." in text and "Monday noon" in text


def test_of_a_large_window_no_file_leaves_anything_out(vera, large):
    answer = vera.get(f"/harbour/?{AFTER_RADIO}&format=csv")
    assert answer.status_code == 400 and "choose a shorter one" in answer.text


def test_of_a_large_dossier_the_nearest_steps_are_kept(woven, monkeypatch):
    monkeypatch.setattr("timeline.selectors.moments.MOST_STEPS", 3)
    monkeypatch.setattr("timeline.selectors.moments.NEAR", 1)
    found = at(woven, "2023-03-07T10:50Z")
    assert found.near_only and [f"{step.at:%H:%M}" for step in found.steps] == ["10:46", "13:15"]


def test_an_unstored_event_overlaps_a_window_as_a_stored_one_does(harbour):
    factories.event(harbour, "Open start", end=factories.at("2023-03-07"))
    factories.event(harbour, "Open end", start=factories.at("2023-03-07"))
    for window in [("2023-03-01", "2023-03-02"), ("2023-03-06", "2023-03-08"), ("2023-04-01", "2023-05-01")]:
        axis = Axis(*map(factories.at, window), factories.ZoneInfo("UTC"))
        stored = set(harbour.events.filter(overlapping(harbour, axis)).values_list("pk", flat=True))
        assert {event.pk for event in harbour.events.exclude(start=None, end=None) if overlaps(event, axis)} == stored


def test_it_takes_as_many_queries_for_many_claims(vera, woven, django_assert_max_num_queries):
    event = Claim.objects.get(quote__contains="Monday noon").event
    article = factories.article(woven, "The Crowd", "Mutineers came. " * 40, published="2023-03-07 12:00")
    for _ in range(40):
        factories.time(factories.claim(article, "Mutineers came", event), "", "2023-03-07", "2023-03-08")
    services.weave_dossier(dossier=woven)
    for page, most in [("", 20), ("conflicts/", 12), (f"events/{event.pk}/", 16)]:
        with django_assert_max_num_queries(most):
            vera.get(f"/harbour/{page}?{AFTER_RADIO}")
