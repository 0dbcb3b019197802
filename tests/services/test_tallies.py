"""A large dossier is counted once, when it is woven; its pages then say what they would have counted themselves."""

import random
import re
from datetime import timedelta

import pytest
from django.contrib.auth.models import User

from tests import factories
from tests.services.chance import some_edit, told
from tests.services.fire import BURNED, OUT
from timeline import services
from timeline.models import Census, Claim, Density, Dossier, Event, Saying, Share, Shelf, Source, Tally
from timeline.reading import chapters
from timeline.services import tallies
from timeline.services.backups import backup, restore
from timeline.stretches import UNITS, UNITS_OF_A_SOURCE


@pytest.fixture
def large(monkeypatch):
    monkeypatch.setattr(tallies, "LARGE", 1)


@pytest.fixture
def woven(harbour):
    services.weave_dossier(dossier=harbour)
    return harbour


def counted():
    return sum(row.claims for row in Tally.objects.filter(origins=None))


def tally(dossier, monkeypatch):
    monkeypatch.setattr(tallies, "LARGE", 1)
    tallies.keep_tallies(dossier=dossier)
    assert Dossier.objects.get(pk=dossier.pk).tallied


PAGES = [
    "", "?type=jail+break", "?status=denied", "?source=1", "?source=1&source=2&status=asserted", "?conflicts=1",
    "?origins=2", "?q=drones", "?q=sailors&type=jail+break&conflicts=1", "?q=nothing", "?status=denied&origins=1&conflicts=1",
    "?from=2023-03-07&to=2023-03-07", "?from=2020-01-01&to=2030-01-01", "?from=2023-03-07T10:00&to=2023-03-07T11:00",
    "?by=origin", "?view=table", "?tz=UTC&type=withdrawal", "?as_of=2023-03-07T13:15Z", "conflicts/", "conflicts/?sort=gap",
    "articles/", "sources/", "lineage/",
]  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
def test_a_page_says_the_same_from_tallies_as_from_rows(vera, woven, monkeypatch, page):
    for number, source in enumerate(Source.objects.order_by("pk"), start=1):
        page = page.replace(f"source={number}", f"source=_{source.pk}")
    address = f"/harbour/{page.replace('_', '')}" if "source=" in page else f"/harbour/{page}"
    counted = vera.get(address).text
    tally(woven, monkeypatch)
    assert vera.get(address).text == counted


@pytest.mark.parametrize("query", ["", "type=jail+break", "conflicts=1", "q=sailors", "status=asserted", "origins=2"])
@pytest.mark.parametrize("window", ["from=2023-01-01&to=2023-12-31", "from=2022-01-01&to=2024-12-31", ""])
def test_what_is_too_much_to_draw_is_counted_alike(vera, woven, monkeypatch, query, window):
    monkeypatch.setattr("timeline.selectors.timeline.MOST_CLAIMS", 1)
    address = f"/harbour/?{query}&{window}"
    counted = vera.get(address).text
    assert "too many to draw" in counted
    tally(woven, monkeypatch)
    assert vera.get(address).text == counted


def test_an_event_says_how_many_others_there_are(vera, woven, monkeypatch):
    middle = woven.events.filter(start__isnull=False, background=False).order_by("start")[1]
    counted = vera.get(f"/harbour/events/{middle.pk}/").text
    tally(woven, monkeypatch)
    told = vera.get(f"/harbour/events/{middle.pk}/").text
    assert f"one of {woven.events.filter(claim_count__gt=0).count()} events" in told
    links = re.compile(r'rel="(prev|next)" href="([^"]+)"')
    assert links.findall(told) == links.findall(counted) != []


def test_every_claim_is_counted_once(ship, large):
    dossier = Dossier.objects.get()
    services.weave_dossier(dossier=dossier)
    assert dossier.tallied
    assert counted() == 3 and sum(row.claims for row in Tally.objects.exclude(origins=None)) == 3
    for unit in UNITS:
        assert sum(row.claims for row in Density.objects.filter(unit=unit, source=None)) == 3
    for unit in UNITS_OF_A_SOURCE:
        assert sum(row.claims for row in Density.objects.filter(unit=unit, source=Source.objects.get())) == 3
    assert Census.objects.get().claims == 3 and Shelf.objects.get().articles == 1


def test_an_editors_work_is_counted_at_once(ship, large, editor, vera):
    services.judge_claim(claim=Claim.objects.get(quote=OUT), verdict="rejected", editor=editor)
    assert Census.objects.get().claims == counted() == 2
    services.split_event(event=Event.objects.get(), claims=[Claim.objects.get(quote=BURNED)], title="The rescue")
    assert Census.objects.get().events == 2


def rows(dossier):
    """All that is counted, without the numbers of rows and what it took."""
    found = {}
    for model in (Tally, Density, Saying, Shelf, Share):
        columns = [column.name for column in model._meta.concrete_fields if column.name != "id"]
        found[model] = sorted(map(repr, model.objects.filter(dossier=dossier).values_list(*columns)))
    known = Census.objects.values().get(dossier=dossier)
    return found | {Census: {name: value for name, value in known.items() if name not in {"counted", "took"}}}


@pytest.mark.parametrize("seed", range(6))
def test_counting_what_an_edit_changed_leaves_what_counting_all_would(dossier, large, monkeypatch, seed):
    monkeypatch.setattr(chapters, "MOST", 12)
    chance, editor = random.Random(seed), User.objects.create_user("edo")
    for _ in range(25):
        told(dossier, chance, chance.randrange(1, 28))
    services.weave_dossier(dossier=dossier)
    for _ in range(8):
        what = some_edit(dossier, chance, editor)
        found = rows(dossier)
        tallies.keep_tallies(dossier=dossier)
        assert found == rows(dossier), what


@pytest.fixture
def slow(ship, large, monkeypatch):
    """Counting the sources takes so long that it is not done after each edit, and an edit does not reach all there is."""
    earlier = factories.article(ship.dossier, "The Herald", "A bridge fell.", "2021-01-05 10:00")
    factories.claim(earlier, "A bridge fell", type="collapse")
    monkeypatch.setattr(tallies, "AT_ONCE", timedelta(0))
    monkeypatch.setattr(tallies, "REST", 1_000_000)
    monkeypatch.setattr(chapters, "MOST", 1)


def test_what_takes_long_waits_after_an_edit_and_the_page_says_so(vera, ship, slow, editor):
    dossier = ship.dossier
    services.weave_dossier(dossier=dossier)
    assert "edited since" not in vera.get(f"/{dossier.slug}/sources/").text
    services.judge_claim(claim=Claim.objects.get(quote=OUT), verdict="rejected", editor=editor)
    assert Census.objects.get().claims == counted() == 3
    assert sum(said.claims for said in Saying.objects.all()) == 4 and Census.objects.get().behind
    for page in ("sources", "lineage"):
        assert "edited since" in vera.get(f"/{dossier.slug}/{page}/").text


def test_what_waited_is_counted_when_it_has_rested(ship, slow, editor, monkeypatch):
    services.weave_dossier(dossier=ship.dossier)
    monkeypatch.setattr(tallies, "REST", 0)
    services.judge_claim(claim=Claim.objects.get(quote=OUT), verdict="rejected", editor=editor)
    assert sum(said.claims for said in Saying.objects.all()) == 3 and not Census.objects.get().behind


def test_nothing_waits_once_an_article_came(ship, slow):
    services.weave_dossier(dossier=ship.dossier)
    factories.claim(factories.article(ship.dossier, "The Newcomer", "It sank."), "It sank")
    services.weave_dossier(dossier=ship.dossier)
    assert Shelf.objects.count() == 3 and not Census.objects.get().behind


def test_on_another_clock_all_is_counted_anew(ship, slow):
    services.weave_dossier(dossier=ship.dossier)
    before = set(Density.objects.filter(unit="day").values_list("at", flat=True))
    services.edit_dossier(dossier=ship.dossier, changes={"zone": "Pacific/Auckland"})
    services.weave_dossier(dossier=ship.dossier)
    assert set(Density.objects.filter(unit="day").values_list("at", flat=True)).isdisjoint(before)


def test_a_small_dossier_has_none(ship):
    assert not Dossier.objects.get().tallied
    assert not any(model.objects.exists() for model in (Census, Shelf, Saying, Tally, Density))


def test_one_that_has_become_small_has_none_any_more(ship, large, monkeypatch):
    dossier = Dossier.objects.get()
    services.weave_dossier(dossier=dossier)
    monkeypatch.setattr(tallies, "LARGE", 4)
    services.weave_dossier(dossier=dossier)
    assert not Dossier.objects.get().tallied and not Census.objects.exists() and not Density.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_they_come_back_with_a_backup(ship, large, tmp_path):
    services.weave_dossier(dossier=Dossier.objects.get())
    backup(path=tmp_path / "kept.gz", portable=True)
    Tally.objects.all().delete()
    restore(path=tmp_path / "kept.gz", replace=True)
    assert Dossier.objects.get().tallied and counted() == 3


def test_voices_that_no_page_names_are_counted_together(vera, woven, monkeypatch):
    for most in ("MOST_LISTED", "MOST_DRAWN", "MOST_OF_A_SOURCE"):
        monkeypatch.setattr(f"timeline.services.tallied_sources.{most}", 1)
    voices = set(woven.claims.filter(rejected=False).exclude(voice="").values_list("voice", flat=True))
    tally(woven, monkeypatch)
    named = set(Saying.objects.filter(named=True).exclude(voice="").values_list("voice", flat=True))
    assert 0 < len(named) < len(voices) and named < voices
    assert Census.objects.get().unnamed == len(voices) - len(named)
    assert sum(row.claims for row in Saying.objects.all()) == woven.claims.filter(rejected=False).count()
    text = vera.get("/harbour/lineage/").text
    assert f"{len(voices) - len(named)} more voices" in text
