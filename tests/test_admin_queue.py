"""The queue tells what needs eyes and nothing else, of the dossiers one may see."""

import pytest
from django.urls import reverse

from tests import factories
from tests.pages import inline_code
from timeline import services
from timeline.access import visible_dossiers
from timeline.admin.queue import is_decided, sections
from timeline.models import Dossier, Source

DOUBTS, NEW, STALE, CONFLICTS, LOOSE, PUBLISHER, ZONE, UNDATED = range(8)


@pytest.fixture
def fire(dossier):
    article = factories.article(dossier, text="A ship burned. It sank.", published="2023-03-07 16:00")
    return factories.claim(article, "A ship burned", about=factories.event(dossier))


def counts():
    return [section.count for section in sections(Dossier.objects.all())]


def test_nothing_needs_eyes_where_all_is_known(fire):
    assert counts() == [0] * 8


def test_a_doubt_is_told_until_it_is_settled(fire):
    doubt = factories.doubt(fire.article, about=fire)
    assert counts()[DOUBTS] == 1
    services.settle_doubts(doubts=[doubt])
    assert counts()[DOUBTS] == 0


def test_a_claim_that_comes_after_a_ruling_is_told_with_the_ruling(fire):
    factories.ruling(fire.event, weighed=[fire])
    assert (counts()[NEW], counts()[STALE]) == (0, 0)
    late = factories.claim(fire.article, "It sank", about=fire.event)
    assert (counts()[NEW], counts()[STALE]) == (1, 1)
    late.rejected = True
    late.save()
    assert (counts()[NEW], counts()[STALE]) == (0, 0)


def test_a_superseded_ruling_needs_no_eyes(fire):
    old = factories.ruling(fire.event)
    old.superseded_by = factories.ruling(fire.event, weighed=[fire])
    old.save()
    assert (counts()[NEW], counts()[STALE]) == (0, 0)


def test_a_conflict_is_told_until_somebody_rules_on_it(fire):
    conflict = factories.conflict(fire.event, "time", [fire])
    assert counts()[CONFLICTS] == 1
    conflict.state = "explained"
    conflict.save()
    assert counts()[CONFLICTS] == 0


def test_a_claim_in_no_event_is_told(fire):
    factories.claim(fire.article, "It sank")
    assert counts()[LOOSE] == 1


def test_articles_of_unknown_publisher_zone_and_date_are_told_apart(dossier):
    nobody = factories.source("unknown publisher", kind=Source.Kind.UNKNOWN)
    factories.article(dossier, by=nobody, published="2023-03-07 16:00")
    factories.article(dossier, published="2023-03-07 16:00")
    article = factories.article(dossier, published="2023-03-07 16:00")
    article.zone = "unknown"
    article.save()
    factories.article(dossier)
    assert counts()[PUBLISHER:] == [1, 1, 1]


def test_the_page_counts_links_and_has_keys(fire, edo, dossier):
    factories.doubt(fire.article, about=fire, text="Which ship?")
    answer = edo.get(reverse("admin:timeline_queue"))
    told = answer.content.decode()
    assert inline_code(answer) == []
    assert 'data-key="1"' in told
    assert reverse("admin:timeline_article_work", args=[fire.article_id]) + f"?claim={fire.pk}" in told
    assert "Which ship?" in edo.get(reverse("admin:timeline_queue"), {"dossier": dossier.pk}).content.decode()
    other = factories.dossier(slug="other")
    assert "Which ship?" not in edo.get(reverse("admin:timeline_queue"), {"dossier": other.pk}).content.decode()


def test_every_list_the_page_links_to_is_there(fire, edo):
    for section in sections(visible_dossiers(edo.user)):
        if section.all_url:
            answer = edo.get(section.all_url)
            assert answer.status_code == 200, section.all_url


def test_who_has_no_desk_has_no_queue(ada, vera):
    assert ada.get(reverse("admin:timeline_queue")).status_code == 302
    assert vera.get(reverse("admin:timeline_queue")).status_code == 302


def decided():
    return is_decided(Dossier.objects.all())


def test_a_dossier_in_which_all_is_judged_and_settled_waits_for_no_decision(fire, edo):
    assert not decided()
    services.judge_claim(claim=fire, verdict="accepted", editor=edo.user)
    assert decided()
    told = edo.get(reverse("admin:timeline_queue"), {"dossier": fire.dossier_id}).content.decode()
    assert "Nothing here waits for a decision" in told


WAITING = {
    "a doubt": lambda claim: factories.doubt(claim.article),
    "a conflict": lambda claim: factories.conflict(claim.event, "time", [claim]),
    "a claim nobody judged": lambda claim: factories.claim(claim.article, "It sank", about=claim.event),
    "a stale ruling": lambda claim: factories.ruling(claim.event),
}


@pytest.mark.parametrize("what", WAITING)
def test_one_in_which_something_is_open_does(fire, edo, what):
    services.judge_claim(claim=fire, verdict="accepted", editor=edo.user)
    WAITING[what](fire)
    assert not decided()
    told = edo.get(reverse("admin:timeline_queue"), {"dossier": fire.dossier_id}).content.decode()
    assert "Nothing here waits" not in told


def test_an_empty_dossier_is_not_said_to_be_decided(dossier):
    assert not decided()
