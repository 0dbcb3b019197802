"""The history at the desk: who changed what in a row, what changed in a dossier, and taking it back."""

import re

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import reverse
from django.utils.html import strip_tags

from tests import factories
from tests.pages import inline_code, submit
from tests.readings import TEXT
from timeline import services
from timeline.intake import Given
from timeline.models import Act, Article, Claim, Event, ImportRun
from timeline.reading.anchors import Known


@pytest.fixture
def fire(dossier, edo):
    article = factories.article(dossier, text="A ship burned on Monday.")
    return factories.claim(article, "A ship burned", about=factories.event(dossier))


def changes(client, dossier, **asked):
    return client.get(reverse("admin:timeline_dossier_changes", args=[dossier.pk]), asked)


def test_a_rows_history_tells_from_what_to_what(fire, edo):
    submit(edo, reverse("admin:timeline_claim_change", args=[fire.pk]), voice="the port")
    answer = edo.get(reverse("admin:timeline_claim_history", args=[fire.pk]))
    assert "<del>–</del> → <ins>the port</ins>" in answer.content.decode()
    assert Act.objects.get().editor == edo.user
    assert inline_code(answer) == []


def test_a_claims_history_tells_what_was_said_of_it_and_of_no_other(fire, edo):
    other = factories.claim(fire.article, "burned on Monday", about=fire.event)
    services.judge_claim(claim=fire, verdict="accepted", why="Seen in the log.", editor=edo.user)
    start = factories.at("2023-03-05")
    services.retime_claim(claim=fire, start=start, end=None, granularity="day", note="By the clock.", editor=edo.user)
    told = edo.get(reverse("admin:timeline_claim_history", args=[fire.pk])).content.decode()
    assert "Seen in the log." in told
    assert "By the clock." in told
    told = edo.get(reverse("admin:timeline_claim_history", args=[other.pk])).content.decode()
    assert "Nobody has changed it" in told


def test_a_dossier_tells_what_changed_since(fire, edo, dossier):
    services.judge_claim(claim=fire, verdict="accepted", editor=edo.user)
    answer = changes(edo, dossier)
    assert "Judged" in answer.content.decode()
    assert inline_code(answer) == []
    assert "Judged" not in changes(edo, dossier, since="2999-01-01T00:00").content.decode()


def test_another_dossiers_changes_are_not_told(fire, edo):
    services.judge_claim(claim=fire, verdict="accepted", editor=edo.user)
    other = factories.dossier(slug="other", title="Other")
    assert "Judged" not in changes(edo, other).content.decode()


def test_an_act_is_taken_back_at_the_desk(fire, edo, dossier):
    services.judge_claim(claim=fire, verdict="rejected", editor=edo.user)
    back = reverse("admin:timeline_dossier_changes", args=[dossier.pk])
    answer = edo.post(reverse("admin:timeline_act_undo", args=[Act.objects.get().pk]), {"next": back}, follow=True)
    assert "Taken back: judged" in answer.content.decode()
    assert not Claim.objects.get().rejected
    assert "taken back" in changes(edo, dossier).content.decode()


def test_nobody_takes_back_what_another_did_or_is_led_elsewhere(fire, edo):
    services.judge_claim(claim=fire, verdict="rejected", editor=edo.user)
    stranger = Client()
    stranger.force_login(User.objects.create_user("eve", is_staff=True))
    address = reverse("admin:timeline_act_undo", args=[Act.objects.get().pk])
    answer = stranger.post(address, {"next": "https://elsewhere.example/"})
    assert answer.url == reverse("admin:index")
    assert Claim.objects.get().rejected
    assert stranger.get(address).status_code == 405


def test_the_changes_of_many_acts_cost_no_more_queries(fire, edo, dossier, django_assert_max_num_queries):
    for number in range(20):
        services.name_event(event=Event.objects.get(), title=f"Fire {number}")
    with django_assert_max_num_queries(16):
        assert changes(edo, dossier).status_code == 200


@pytest.fixture
def brought(dossier, edo):
    """An import by the editor of two files, one of which is no article."""
    files = [Given("one.txt", TEXT.encode(), {0: Known(publisher="The Herald", basis="its imprint")})]
    run = services.open_run(dossier=dossier, files=[*files, Given("two.txt", problem="empty")], editor=edo.user)
    services.start_run(run=run)
    return services.work_off(run=run)


def test_what_an_import_brought_is_told_with_who_and_what_weaving_made_of_it(brought, edo, dossier):
    answer = changes(edo, dossier)
    told = re.sub(r"\s+", " ", strip_tags(answer.content.decode()))
    claims, events = Claim.objects.count(), Event.objects.count()
    assert "1 article came in edo, " in told
    assert f"files1 new, 1 not takenclaims{claims} madenew publishersThe Heraldevents{events} made" in told
    assert inline_code(answer) == []


def test_an_import_that_changed_nothing_is_not_told(brought, edo, dossier):
    run = services.open_run(dossier=dossier, files=[Given("one.txt", TEXT.encode())], editor=edo.user)
    services.start_run(run=run)
    services.work_off(run=run)
    assert changes(edo, dossier).content.decode().count("came in") == 1


def test_imports_and_acts_stand_in_the_order_they_were_done(brought, edo, dossier):
    services.judge_claim(claim=Claim.objects.first(), verdict="accepted", editor=edo.user)
    told = changes(edo, dossier).content.decode()
    assert told.index("Judged") < told.index("1 article came in")
    assert "2 acts of people and imports" in told
    assert "came in" not in changes(edo, dossier, since="2999-01-01T00:00").content.decode()


def test_an_import_is_taken_back_at_the_desk(brought, edo, dossier):
    address = reverse("admin:timeline_import_run", args=[dossier.pk, brought.pk])
    assert "Take this import back" in edo.get(address).content.decode()
    answer = edo.post(address, {"do": "take back"}, follow=True)
    assert "can be brought in again" in answer.content.decode()
    assert not Article.objects.exists()
    told = changes(edo, dossier).content.decode()
    assert "taken back" in told
    assert "Take this import back" not in told


def test_an_import_on_which_somebody_worked_is_not_taken_back_but_told(brought, edo, dossier):
    services.judge_claim(claim=Claim.objects.first(), verdict="accepted", editor=edo.user)
    address = reverse("admin:timeline_import_run", args=[dossier.pk, brought.pk])
    assert "An editor has worked on" in edo.post(address, {"do": "take back"}, follow=True).content.decode()
    assert Article.objects.exists()


@pytest.mark.parametrize(("group", "own", "may"), [("editor", True, True), ("editor", False, False), ("chief", False, True)])  # fmt: skip
def test_who_brought_it_takes_an_import_back_or_a_chief(brought, dossier, group, own, may):
    one = User.objects.create_user("one", is_staff=True)
    one.groups.add(Group.objects.get(name=group))
    if own:
        ImportRun.objects.update(editor=one)
    client = Client()
    client.force_login(one)
    answer = client.post(reverse("admin:timeline_import_run", args=[dossier.pk, brought.pk]), {"do": "take back"})
    assert answer.status_code == (302 if may else 403)
    assert Article.objects.exists() != may


def test_what_many_rows_changed_in_is_counted_and_folded(brought, edo, dossier):
    article = Article.objects.get()
    for words in ("ship burned", "A ship", "on Monday", "killed about", "12 sailors"):
        factories.claim(article, words)
    services.judge_claims(claims=list(Claim.objects.all()), verdict="rejected", editor=edo.user)
    n = Claim.objects.count()
    assert f"<summary>{n} judgements made and {n} claims changed</summary>" in changes(edo, dossier).content.decode()


def test_the_imports_told_cost_no_more_queries(brought, edo, dossier, django_assert_max_num_queries):
    for number in range(12):
        run = services.open_run(dossier=dossier, files=[Given("one.txt", f"{TEXT} {number}".encode())], editor=edo.user)
        services.start_run(run=run)
        services.work_off(run=run)
    with django_assert_max_num_queries(16):
        assert changes(edo, dossier).content.decode().count("came in") == 13
