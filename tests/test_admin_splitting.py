"""An event is made two on a page of its own: some claims go, the others stay, and it is taken back whole."""

import pytest
from django.urls import reverse

from tests import factories
from tests.pages import inline_code
from timeline import services
from timeline.models import Act, Claim, Event


@pytest.fixture
def event(dossier):
    article = factories.article(dossier, text="A ship burned. It sank. The captain fled.", published="2023-03-07 16:00")
    made = factories.event(dossier)
    for words in ("A ship burned", "It sank", "The captain fled"):
        factories.claim(article, words, about=made)
    factories.count_up(made)
    return made


def one(words):
    return Claim.objects.get(quote=words)


def split(client, event, *words, title="The flight", **more):
    sent = {"claims": [one(each).pk for each in words], "title": title} | more
    return client.post(reverse("admin:timeline_event_split", args=[event.pk]), sent, follow=True)


def test_the_claims_that_are_ticked_become_an_event_and_the_others_stay(event, edo):
    answer = split(edo, event, "The captain fled")
    assert "1 claim of" in answer.content.decode()
    assert one("The captain fled").event.title == "The flight"
    assert {claim.event for claim in (one("A ship burned"), one("It sank"))} == {event}
    assert all(Claim.objects.values_list("event_fixed", flat=True))
    services.weave_dossier(dossier=event.dossier)
    assert Event.objects.filter(claim_count__gt=0).count() == 2


def test_it_is_one_act_and_taken_back_whole(event, edo):
    split(edo, event, "The captain fled")
    services.undo(act=Act.objects.get(), editor=edo.user)
    assert not Event.objects.filter(title="The flight").exists()
    assert not Claim.objects.filter(event_fixed=True).exists()


@pytest.mark.parametrize(
    ("words", "title"),
    [((), "The flight"), (("It sank",), ""), (("A ship burned", "It sank", "The captain fled"), "All")],
)
def test_a_split_without_claims_without_a_title_or_of_all_claims_is_none(event, edo, words, title):
    split(edo, event, *words, title=title)
    assert Event.objects.count() == 1
    assert not Act.objects.exists()


def test_a_claim_of_another_event_is_not_taken(event, edo):
    other = factories.event(event.dossier, title="Other")
    Claim.objects.filter(quote="It sank").update(event=other)
    split(edo, event, "It sank")
    assert one("It sank").event == other


def test_what_another_did_meanwhile_is_told_first(event, edo):
    page = edo.get(reverse("admin:timeline_event_split", args=[event.pk]))
    seen = page.context["seen"]
    with services.acting(editor=edo.user):
        services.edit_claim(claim=one("It sank"), changes={"voice": "the port"})
    answer = split(edo, event, "It sank", seen=seen)
    assert answer.status_code == 409
    assert not Event.objects.filter(title="The flight").exists()


def test_the_event_leads_to_it_and_the_page_runs_nothing_of_an_article(event, edo):
    address = reverse("admin:timeline_event_split", args=[event.pk])
    assert address in edo.get(reverse("admin:timeline_event_change", args=[event.pk])).content.decode()
    Claim.objects.filter(quote="It sank").update(quote="<script>alert(1)</script>")
    answer = edo.get(address)
    assert "<script>alert" not in answer.content.decode()
    assert inline_code(answer) == []
