"""The history at the desk: who changed what in a row, what changed in a dossier, and taking it back."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from tests import factories
from tests.pages import inline_code, submit
from timeline import services
from timeline.models import Act, Claim, Event


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
