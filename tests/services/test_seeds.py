"""The whole way with the real reader: the first dossier comes in, an editor works on it, a new reader reads it."""

import json

import pytest
from django.conf import settings
from django.contrib.auth.models import User

from timeline import services
from timeline.exports.exchange import export_json
from timeline.intake import load_sidecar
from timeline.models import Article, Claim, Conflict, Dossier, Event, Judgement
from timeline.reading import reader
from timeline.services.accounts import accounts_of

SEEDS = settings.BASE_DIR / "seeds"


@pytest.fixture
def seeds(db):
    dossier, _ = services.open_dossier(slug="first", title="First", zone="Asia/Kabul")
    bring(dossier)
    return dossier


def bring(dossier):
    sidecar = load_sidecar(SEEDS)
    for path in sorted(SEEDS.glob("*.txt")):
        known = sidecar.known(path.name)
        services.import_file(
            dossier=dossier, name=path.name, data=path.read_bytes(), known_by_part=known, sources=sidecar.sources
        )
    services.weave_dossier(dossier=dossier)


def largest(dossier, number=0):
    return dossier.events.order_by("-claim_count", "pk")[number]


def test_every_claim_has_its_words_its_event_and_its_origin(seeds):
    for claim in Claim.objects.select_related("article"):
        assert claim.article.text[claim.start : claim.end] == claim.quote
        assert claim.event_id
        assert claim.origin
    for event in seeds.events.all():
        origins = set(event.claims.values_list("origin", flat=True))
        assert origins == set(range(1, event.origin_count + 1))
        assert event.claim_count == event.claims.count()


def test_every_time_has_its_words_in_the_article(seeds):
    for article in Article.objects.prefetch_related("timexs"):
        for timex in article.timexs.all():
            assert article.text[timex.start : timex.end] == timex.text


def test_the_sides_of_a_conflict_are_claims_of_its_event(seeds):
    for conflict in Conflict.objects.prefetch_related("sides__claim"):
        sides = conflict.sides.all()
        assert {side.claim.event_id for side in sides} == {conflict.event_id}
        assert len({side.number for side in sides}) > 1 or conflict.kind == Conflict.Kind.IMPOSSIBLE


def test_an_export_of_it_comes_in_again_with_the_same_claims_and_conflicts(seeds):
    other, _ = services.open_dossier(slug="other", zone="Asia/Kabul")
    told = json.dumps(export_json(seeds)).encode()
    services.import_file(dossier=other, name="export.json", data=told, known_by_part={})
    services.weave_dossier(dossier=other)
    for columns in (("title", "start", "end", "zone", "basis", "weak", "source", "via"), ("text",)):
        assert rows(other.articles, *columns) == rows(seeds.articles, *columns)
    assert rows(other.claims, "start", "quote", "type", "timestamp__start") == rows(
        seeds.claims, "start", "quote", "type", "timestamp__start"
    )
    assert other.events.filter(conflict_count__gt=0).count() == seeds.events.filter(conflict_count__gt=0).count()


def rows(found, *columns):
    return sorted(found.values_list(*columns), key=str)


def test_weaving_is_a_function_of_the_rows(seeds):
    before = list(Event.objects.values()), list(Conflict.objects.values()), list(Claim.objects.values())
    services.weave_dossier(dossier=seeds)
    assert (list(Event.objects.values()), list(Conflict.objects.values()), list(Claim.objects.values())) == before
    assert reader.weave(accounts_of(seeds)) == reader.weave(accounts_of(seeds))


def test_an_editors_work_on_it_survives_a_new_version_of_the_reader(seeds, monkeypatch):
    editor = User.objects.create_user("edo")
    event, other, third = (largest(seeds, number) for number in range(3))
    taken = list(event.claims.order_by("pk")[:2])
    new = services.split_event(event=event, claims=taken, title="A part of it")
    left = set(event.claims.values_list("pk", flat=True))
    merged = set(other.claims.values_list("pk", flat=True)) | set(third.claims.values_list("pk", flat=True))
    services.merge_events(into=other, others=[third])
    services.name_event(event=event, title="As an editor names it")
    rejected = Claim.objects.filter(event=event).first()
    services.judge_claim(claim=rejected, verdict=Judgement.Verdict.REJECTED, editor=editor)
    ids = set(Claim.objects.values_list("pk", flat=True))

    monkeypatch.setattr(reader, "VERSION", "next")
    bring(seeds)

    assert set(Claim.objects.values_list("pk", flat=True)) == ids
    assert set(new.claims.values_list("pk", flat=True)) == {claim.pk for claim in taken}
    assert set(event.claims.values_list("pk", flat=True)) == left
    assert merged <= set(other.claims.values_list("pk", flat=True))
    event.refresh_from_db()
    assert event.title == "As an editor names it"
    assert event.claim_count == len(left) - 1
    assert Claim.objects.get(pk=rejected.pk).rejected
    assert set(Article.objects.values_list("reader", flat=True)) == {"next"}
    assert not Dossier.objects.get().stale
