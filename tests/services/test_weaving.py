"""Events, conflicts and cached columns follow from the rows; ids and what editors did stay."""

from datetime import timedelta

import pytest

from tests import factories
from tests.readings import two_sides
from timeline.models import Claim, Conflict, Event, Former, Side
from timeline.reading import accounts, chapters, reader
from timeline.services import weave_dossier
from timeline.services.accounts import accounts_of
from timeline.services.matching import match_events


def woven(*claims, pinned=None):
    return accounts.Event("", "fire", "", False, claims, tuple((one,) for one in claims), None, (), pinned)


@pytest.mark.parametrize(
    ("events", "event_of", "matched"),
    [
        ([woven(1, 2), woven(3)], {1: 7, 2: 7, 3: 8}, [7, 8]),
        ([woven(1, 2, 3)], {1: 7, 2: 8, 3: 8}, [8]),
        ([woven(1), woven(2, 3)], {1: 7, 2: 7, 3: 7}, [None, 7]),
        ([woven(1), woven(2)], {1: 7, 2: 7}, [7, None]),
        ([woven(9)], {}, [None]),
        ([woven(1, 2), woven(3, pinned=7)], {1: 7, 2: 7, 3: 8}, [None, 7]),
        ([woven(1, pinned=99)], {1: 7}, [7]),
    ],
)
def test_a_woven_event_is_the_stored_one_with_most_of_its_claims(events, event_of, matched):
    assert match_events(events, event_of, {7, 8}, ()) == matched


def test_between_equals_the_event_an_editor_worked_on_stays():
    assert match_events([woven(1, 2)], {1: 7, 2: 8}, {7, 8}, {8}) == [8]


@pytest.fixture
def fire(dossier, desk):
    """Two articles with a claim each, dated 6 and 7 March; the desk makes one event of all and calls a conflict."""
    article = factories.article(dossier, text="A ship burned. A ship sank.", published="2023-03-08 10:00")
    burned, sank = factories.claim(article, "A ship burned"), factories.claim(article, "A ship sank")
    factories.time(burned, "", "2023-03-06", "2023-03-07")
    factories.time(sank, "", "2023-03-07", "2023-03-08")
    desk.conflicts = two_sides
    desk.burned, desk.sank, desk.dossier = burned, sank, dossier
    weave_dossier(dossier=dossier)
    return desk


def test_it_fills_the_event_from_its_claims(fire):
    event = Event.objects.get()
    assert (event.claim_count, event.origin_count, event.conflict_count, event.hard_count) == (2, 2, 1, 1)
    assert (event.start, event.end) == (
        factories.at("2023-03-06", "Asia/Kathmandu"),
        factories.at("2023-03-08", "Asia/Kathmandu"),
    )
    assert (event.supported_by, event.dated_origins) == (1, 1)
    assert set(event.claims.values_list("pk", "origin")) == {(fire.burned.pk, 1), (fire.sank.pk, 2)}


def test_it_stores_the_sides_of_a_conflict(fire):
    conflict = Conflict.objects.get()
    assert (conflict.kind, conflict.strength, conflict.state) == ("time", "hard", "open")
    assert list(conflict.sides.values_list("number", "claim")) == [(1, fire.burned.pk), (2, fire.sank.pk)]


def test_weaving_again_changes_no_row(fire):
    before = [list(model.objects.values()) for model in (Event, Claim, Conflict, Side)]
    weave_dossier(dossier=fire.dossier)
    assert [list(model.objects.values()) for model in (Event, Claim, Conflict, Side)] == before


def test_what_is_no_longer_in_conflict_goes(fire):
    fire.conflicts = lambda ids: ()
    weave_dossier(dossier=fire.dossier)
    assert not Conflict.objects.exists()
    assert Event.objects.get().conflict_count == 0


def test_a_rejected_claim_is_not_woven(fire):
    Claim.objects.filter(pk=fire.sank.pk).update(rejected=True)
    weave_dossier(dossier=fire.dossier)
    assert Event.objects.get().claim_count == 1
    assert fire.sank.pk not in {account.id for account in accounts_of(fire.dossier)}


def test_an_event_without_claims_goes_unless_an_editor_worked_on_it(fire):
    empty = factories.event(fire.dossier, title="Nothing")
    titled = factories.event(fire.dossier, title="Mine", title_fixed=True, claim_count=3)
    weave_dossier(dossier=fire.dossier)
    assert not Event.objects.filter(pk=empty.pk).exists()
    titled.refresh_from_db()
    assert titled.claim_count == 0


def test_the_number_of_an_event_that_goes_leads_to_where_its_claims_went(fire, client):
    event = Event.objects.get()
    gone = factories.event(fire.dossier, title="A ship sank")
    Claim.objects.filter(pk=fire.sank.pk).update(event=gone)
    weave_dossier(dossier=fire.dossier)
    assert not Event.objects.filter(pk=gone.pk).exists()
    address = event.get_absolute_url()
    answer = client.get(address.replace(f"/{event.pk}/", f"/{gone.pk}/"), {"zone": "utc"})
    assert (answer.status_code, answer["Location"]) == (302, f"{address}?zone=utc")


def test_it_leads_on_where_that_event_goes_too(fire):
    event = Event.objects.get()
    other = factories.event(fire.dossier)
    Former.objects.create(dossier=fire.dossier, number=999, event=other)
    Claim.objects.filter(pk=fire.sank.pk).update(event=other)
    weave_dossier(dossier=fire.dossier)
    assert set(Former.objects.values_list("number", "event")) == {(999, event.pk), (other.pk, event.pk)}


def test_an_event_that_never_was_leads_nowhere(fire, client):
    address = Event.objects.get().get_absolute_url()
    assert client.get(address.rsplit("/", 2)[0] + "/999999/").status_code == 404


def test_an_editors_title_stays(fire):
    Event.objects.update(title="The night of the fire", title_fixed=True)
    weave_dossier(dossier=fire.dossier)
    assert Event.objects.get().title == "The night of the fire"


def test_an_article_that_repeats_another_says_so_until_it_does_not(fire, monkeypatch):
    copy = factories.article(fire.dossier, text="A ship burned.")
    first = fire.burned.article
    monkeypatch.setattr(reader, "weave", lambda found: accounts.Weave((), ((copy.pk, first.pk),)))
    weave_dossier(dossier=fire.dossier)
    copy.refresh_from_db()
    assert copy.copy_of == first
    monkeypatch.setattr(reader, "weave", lambda found: accounts.Weave(()))
    weave_dossier(dossier=fire.dossier)
    copy.refresh_from_db()
    assert copy.copy_of is None


def test_open_times_never_put_an_end_before_a_start(fire):
    fire.burned.timestamp.start, fire.burned.timestamp.end = factories.at("2023-03-09"), None
    fire.burned.timestamp.save()
    fire.sank.timestamp.start, fire.sank.timestamp.end = None, factories.at("2023-03-05")
    fire.sank.timestamp.save()
    weave_dossier(dossier=fire.dossier)
    event = Event.objects.get()
    assert (event.start, event.end) == (factories.at("2023-03-05"), factories.at("2023-03-09"))


def test_an_account_has_what_its_rows_say(fire):
    factories.quantity(fire.burned, "A ship", 1, None, "ship", "lost")
    account = next(iter(accounts_of(fire.dossier)))
    assert (account.id, account.source, account.text) == (fire.burned.pk, "The Courier", "A ship burned")
    assert account.interval.duration == timedelta(days=1)
    assert account.quantities[0].high is None
    assert account.published.duration == timedelta(minutes=1)
    assert account.pinned is None


def test_a_weak_date_is_no_publication(fire):
    fire.burned.article.weak = True
    fire.burned.article.save()
    assert next(iter(accounts_of(fire.dossier))).published is None


def test_only_an_editors_choice_pins(fire):
    Claim.objects.filter(pk=fire.sank.pk).update(event_fixed=True)
    assert [account.pinned for account in accounts_of(fire.dossier)] == [None, Event.objects.get().pk]


def test_ten_thousand_claims_are_stored_whole(dossier, desk, monkeypatch):
    monkeypatch.setattr(chapters, "MOST", 10_000)
    article = factories.article(dossier, text="A ship burned.")
    claims = [
        Claim(
            article=article, dossier=dossier, start=0, end=13, quote="A ship burned", type="fire", read_as=str(number)
        )
        for number in range(10_000)
    ]
    Claim.objects.bulk_create(claims, batch_size=500)
    desk.groups = lambda found: [found[first : first + 10] for first in range(0, len(found), 10)]
    desk.conflicts = two_sides
    weave_dossier(dossier=dossier)
    weave_dossier(dossier=dossier)
    assert (Event.objects.count(), Conflict.objects.count(), Side.objects.count()) == (1000, 1000, 10_000)
