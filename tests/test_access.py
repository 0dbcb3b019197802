"""Every address as every kind of person: what a dossier is open to is what pages, exports, API and desk give out."""

import pytest
from django.contrib.auth.models import AnonymousUser, Group, User
from django.core.management import call_command
from django.http import Http404
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests import factories
from tests.pages import inline_code
from timeline import services
from timeline.access import get_dossier, visible_dossiers
from timeline.models import Claim, Dossier, Event, Judgement, Ruling, Source

PEOPLE = ["vera", "ada", "nina", "viewer", "editor", "chief"]
# Who of them sees a dossier that is open to …
SEES = {
    "public": set(PEOPLE),
    "signed in": set(PEOPLE) - {"vera"},
    "named": {"nina", "chief"},
}
DESK = ["article", "claim", "conflict", "dossier", "doubt", "event", "judgement", "original", "ruling", "timestamp"]


@pytest.fixture
def cast(db):
    """A client each for: no account, an account, the one who is named, and the three groups."""
    made = {name: Client() for name in PEOPLE}
    for name in PEOPLE[1:]:
        user = User.objects.create_user(name, is_staff=name in {"viewer", "editor", "chief"})
        if user.is_staff:
            user.groups.add(Group.objects.get(name=name))
        made[name].force_login(user)
        made[name].user = User.objects.get(pk=user.pk)
    made["vera"].user = AnonymousUser()
    return made


@pytest.fixture
def fire(dossier):
    """A dossier with a row of every kind, in the words of which “zebra” stands."""
    article = factories.article(dossier, text="A zebra burned on Monday.", published="2023-03-07 16:00")
    event = factories.event(dossier, title="A zebra burns")
    claim = factories.claim(article, "A zebra burned", about=event)
    factories.time(claim, start="2023-03-06", end="2023-03-07")
    factories.conflict(event, "time", [claim], why="zebra")
    factories.doubt(article, about=claim, text="zebra?")
    factories.judgement(claim, why="zebra")
    factories.ruling(event, reason="zebra")
    factories.count_up(event)
    return claim


def open_to(dossier, access, cast):
    dossier.access = access
    dossier.save()
    dossier.people.set([cast["nina"].user])


def addresses(resolver=None, prefix=""):
    """Every pattern of the site with a slug in it, outside of the admin."""
    for one in (resolver or get_resolver()).url_patterns:
        path = prefix + str(one.pattern)
        if isinstance(one, URLResolver) and not path.startswith("admin/"):
            yield from addresses(one, path)
        elif isinstance(one, URLPattern) and "<slug:slug>" in path:
            yield path


def filled(pattern, claim):
    pk = claim.article_id if "article" in pattern else claim.event_id
    return "/" + pattern.replace("<slug:slug>", claim.dossier.slug).replace("<int:pk>", str(pk))


@pytest.mark.parametrize("access", SEES)
def test_every_address_of_a_dossier_is_there_for_those_it_is_open_to_only(fire, dossier, cast, access):
    open_to(dossier, access, cast)
    found = [filled(pattern, fire) for pattern in addresses()]
    assert len(found) >= 6
    found += [f"/{dossier.slug}/?format={name}" for name in ("json", "csv", "ics")]
    for name, client in cast.items():
        for address in found:
            answer = client.get(address)
            expected = 200 if name in SEES[access] else 404
            assert answer.status_code == expected, (name, address)
            assert expected == 200 or b"zebra" not in answer.content


@pytest.mark.parametrize("access", SEES)
def test_lists_of_dossiers_tell_of_those_only(dossier, cast, access):
    open_to(dossier, access, cast)
    factories.dossier(slug="open-a", title="Open A")
    factories.dossier(slug="open-b", title="Open B")
    for name, client in cast.items():
        told = client.get("/").content.decode()
        assert (dossier.title in told) == (name in SEES[access]), name
        assert "Open A" in told
        assert (dossier in visible_dossiers(client.user)) == (name in SEES[access])


def test_who_may_not_see_the_only_dossier_is_not_led_there(dossier, cast):
    open_to(dossier, "named", cast)
    assert cast["vera"].get("/").status_code == 200
    assert cast["nina"].get("/").status_code == 302


def test_a_dossier_one_may_not_see_is_like_one_that_is_not_there(dossier, cast):
    open_to(dossier, "named", cast)
    for slug in (dossier.slug, "no-such"):
        with pytest.raises(Http404):
            get_dossier(cast["vera"].user, slug)
    assert get_dossier(cast["nina"].user, dossier.slug) == dossier


@pytest.mark.parametrize("model", DESK)
@pytest.mark.parametrize("name", ["viewer", "editor", "chief"])
def test_the_desk_shows_rows_of_the_dossiers_one_may_see(fire, dossier, cast, model, name):
    open_to(dossier, "named", cast)
    listing = reverse(f"admin:timeline_{model}_changelist")
    told = cast[name].get(listing)
    assert told.status_code == 200
    assert (dossier.title in told.content.decode() or "zebra" in told.content.decode()) == (name == "chief")
    row = Dossier._meta.apps.get_model("timeline", model).objects.first()
    answer = cast[name].get(reverse(f"admin:timeline_{model}_change", args=[row.pk]))
    assert answer.status_code == (200 if name == "chief" else 302)
    assert cast["vera"].get(listing).status_code == cast["ada"].get(listing).status_code == 302


@pytest.mark.parametrize("view", ["changes", "import"])
def test_the_desks_own_pages_keep_to_it_too(fire, dossier, cast, view):
    open_to(dossier, "named", cast)
    address = reverse(f"admin:timeline_dossier_{view}", args=[dossier.pk])
    assert cast["editor"].get(address).status_code == 404
    assert cast["chief"].get(address).status_code == 200


def test_no_claim_is_added_to_an_article_one_may_not_see(fire, dossier, cast):
    open_to(dossier, "named", cast)
    sent = {"article": fire.article_id, "quote": "A zebra", "type": "fire", "status": "asserted"}
    answer = cast["editor"].post(reverse("admin:timeline_claim_add"), sent)
    assert answer.status_code == 200
    assert "valid choice" in answer.content.decode()
    assert Claim.objects.count() == 1


def test_an_act_in_a_dossier_one_may_not_see_any_more_is_not_taken_back(fire, dossier, cast):
    services.judge_claim(claim=fire, verdict="rejected", editor=cast["editor"].user)
    open_to(dossier, "named", cast)
    act = fire.judgements.first() and dossier.changes.latest("id").act
    cast["editor"].post(reverse("admin:timeline_act_undo", args=[act.pk]))
    assert Claim.objects.get().rejected


def test_a_viewer_looks_and_changes_nothing(fire, cast):
    page = reverse("admin:timeline_claim_change", args=[fire.pk])
    assert cast["viewer"].get(page).status_code == 200
    assert cast["viewer"].post(page, {"quote": "A zebra"}).status_code == 403
    assert cast["viewer"].get(reverse("admin:timeline_claim_add")).status_code == 403


def test_an_editor_judges_and_does_not_rule_or_manage_sources(fire, dossier, cast):
    for model in ("ruling", "source"):
        assert cast["editor"].get(reverse(f"admin:timeline_{model}_add")).status_code == 403
        assert cast["chief"].get(reverse(f"admin:timeline_{model}_add")).status_code == 200
    source = reverse("admin:timeline_source_change", args=[Source.objects.first().pk])
    assert cast["editor"].post(source, {"name": "x"}).status_code == 403
    conflict = reverse("admin:timeline_conflict_change", args=[Event.objects.get().conflicts.get().pk])
    assert cast["editor"].post(conflict, {"ruling": "dismissed", "why_so": "x"}).status_code == 403
    assert Ruling.objects.count() == 1
    chosen = {"action": "accept", "_selected_action": [fire.pk]}
    cast["editor"].post(reverse("admin:timeline_claim_changelist"), chosen)
    assert Judgement.objects.filter(verdict="accepted", editor=cast["editor"].user).exists()


def test_only_a_chief_says_who_sees_a_dossier(dossier, cast):
    page = reverse("admin:timeline_dossier_change", args=[dossier.pk])
    sent = {"title": "The harbour", "slug": dossier.slug, "place": "", "zone": "UTC", "access": "named"}
    cast["editor"].post(page, sent)
    assert Dossier.objects.get().access == "public"
    cast["chief"].post(page, sent | {"people": [cast["ada"].user.pk]})
    assert (Dossier.objects.get().access, [u.username for u in Dossier.objects.get().people.all()]) == (
        "named",
        ["ada"],
    )
    assert inline_code(cast["chief"].get(page)) == []
    act = dossier.changes.latest("id").act
    services.undo(act=act, editor=cast["chief"].user)
    assert (Dossier.objects.get().access, Dossier.objects.get().people.count()) == ("public", 0)


def test_the_sixth_wrong_password_finds_the_door_closed(db):
    User.objects.create_user("edo", password="editor-4-ever", is_staff=True)
    door, sent = reverse("admin:login"), {"username": "edo", "password": "wrong"}
    assert [Client().post(door, sent).status_code for _ in range(6)] == [200, 200, 200, 200, 429, 429]
    assert Client().post(door, sent | {"password": "editor-4-ever"}).status_code == 429
    call_command("axes_reset", verbosity=0)
    assert Client().post(door, sent | {"password": "editor-4-ever"}).status_code == 302
