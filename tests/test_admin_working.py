"""Working through an article: its text beside its claims, each step a click or a key, and each can be taken back."""

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import reverse

from tests import factories
from tests.pages import inline_code
from tests.readings import TEXT, claim, desk, time
from timeline import services
from timeline.models import Act, Article, Claim, Event

__all__ = ["desk"]

BURNED, KILLED, OUT = "A ship burned on Monday", "The fire killed about 12 sailors", "It was out by noon"
DAY = ("2023-03-06", "2023-03-07")


@pytest.fixture
def ship(dossier, desk):
    """Three claims of one article, in one event."""
    desk.times = [time(TEXT, "on Monday")]
    desk.claims = [claim(TEXT, words, "fire", when=DAY) for words in (BURNED, KILLED, OUT)]
    services.import_file(dossier=dossier, name="one.txt", data=TEXT.encode(), known_by_part={})
    services.weave_dossier(dossier=dossier)
    return Article.objects.get()


def read(words):
    return Claim.objects.get(quote=words)


def page(article):
    return reverse("admin:timeline_article_work", args=[article.pk])


def step(client, article, do, words="", **sent):
    chosen = {"claim": read(words).pk} if words else {}
    return client.post(page(article), {"do": do} | chosen | sent, follow=True)


def test_the_text_stands_beside_its_claims_without_inline_code(ship, edo):
    answer = edo.get(page(ship))
    told = answer.content.decode()
    assert f'<mark class="current">{BURNED}</mark>' in told
    assert f'<span class="claimed">{OUT}</span>' in told
    assert "3 claims, 3 not judged" in told
    assert inline_code(answer) == []
    assert "".join(piece.text for piece in answer.context["pieces"]) == TEXT


def test_every_key_is_there_once(ship, edo):
    step(edo, ship, "accept", BURNED)
    told = edo.get(page(ship), {"claim": read(KILLED).pk}).content.decode()
    keys = [part.split('"')[0] for part in told.split('data-key="')[1:]]
    assert {"a", "r", "u", "j", "k", "t", "q", "s", "e", "n", "z"} <= set(keys)
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(("do", "verdict"), [("accept", "accepted"), ("reject", "rejected"), ("unsure", "unsure")])
def test_judging_goes_on_to_the_next_claim_nobody_has_judged(ship, edo, do, verdict):
    step(edo, ship, "accept", KILLED)
    answer = step(edo, ship, do, BURNED)
    assert read(BURNED).judgements.get().verdict == verdict
    assert answer.context["current"] == read(OUT)
    assert answer.context["left"] == 1


def test_a_time_is_typed(ship, edo):
    step(edo, ship, "retime", OUT, when="2023-03-05TMO")
    stamp = read(OUT).timestamp
    assert (stamp.by, stamp.start) == ("editor", factories.at("2023-03-05 06:00", "Asia/Kathmandu"))
    assert (stamp.granularity, stamp.note) == ("part of day", "typed: 2023-03-05TMO")
    answer = step(edo, ship, "retime", OUT, when="the log book")
    assert "No time can be read in" in answer.content.decode()
    assert read(OUT).timestamp == stamp


def test_other_words_are_quoted_and_words_that_are_not_there_refused(ship, edo):
    step(edo, ship, "requote", OUT, quote="out by noon")
    assert TEXT[read("out by noon").start :].startswith("out by noon")
    answer = step(edo, ship, "requote", KILLED, quote="The fire killed nobody")
    assert "do not stand in the article" in answer.content.decode()


def test_a_claim_is_moved_to_a_new_event_and_back_by_merging(ship, edo):
    step(edo, ship, "move", OUT, title="The rescue")
    rescue = read(OUT).event
    assert (rescue.title, read(BURNED).event != rescue) == ("The rescue", True)
    step(edo, ship, "move", KILLED, event=rescue.pk)
    assert read(KILLED).event == rescue
    step(edo, ship, "merge", BURNED, event=rescue.pk)
    assert {read(words).event for words in (BURNED, KILLED, OUT)} == {read(BURNED).event}
    assert not Event.objects.filter(pk=rescue.pk).exists()


def test_no_event_of_another_dossier_is_taken(ship, edo):
    other = factories.event(factories.dossier(slug="other"), title="Elsewhere")
    answer = step(edo, ship, "move", OUT, event=other.pk)
    assert "Choose an event of this dossier" in answer.content.decode()
    assert read(OUT).event != other


def test_a_missing_claim_is_added_from_its_words(ship, edo):
    answer = step(edo, ship, "add", quote="by noon", type="fire")
    assert answer.context["current"] == read("by noon")
    assert "Choose what kind" in step(edo, ship, "add", quote="noon", type="no such").content.decode()


def test_every_step_is_taken_back(ship, edo):
    before = Claim.objects.values("quote", "rejected", "event_fixed", "touched", "timestamp").order_by("pk")
    stored = list(before)
    for do, sent in (("reject", {}), ("retime", {"when": "2023-03-05"}), ("move", {"title": "The rescue"})):
        step(edo, ship, do, OUT, **sent)
        undo = reverse("admin:timeline_act_undo", args=[Act.objects.latest("id").pk])
        answer = edo.post(undo, {"next": page(ship)}, follow=True)
        assert "Taken back" in answer.content.decode(), do
        assert list(before.all()) == stored, do


def test_a_viewer_takes_no_step(ship):
    user = User.objects.create_user("viv", is_staff=True)
    user.groups.add(Group.objects.get(name="viewer"))
    viv = Client()
    viv.force_login(user)
    assert viv.get(page(ship)).status_code == 200
    assert step(viv, ship, "reject", OUT).status_code == 403
    assert not read(OUT).rejected


def test_no_step_that_is_none_and_no_claim_of_another_article(ship, edo, dossier):
    assert "no such step" in step(edo, ship, "burn", OUT).content.decode()
    other = factories.claim(factories.article(dossier, text="It sank."), "It sank")
    answer = edo.post(page(ship), {"do": "reject", "claim": other.pk}, follow=True)
    assert "Choose a claim of this article" in answer.content.decode()


def test_many_claims_cost_no_more_queries(ship, edo, django_assert_max_num_queries):
    for _ in range(30):
        factories.time(factories.claim(ship, BURNED, about=Event.objects.get()), start="2023-03-06")
    with django_assert_max_num_queries(16):
        assert edo.get(page(ship)).status_code == 200


def test_the_rest_is_accepted_at_one_go_but_for_what_is_unsure(ship, edo):
    services.judge_claim(claim=read(OUT), verdict="rejected", editor=edo.user)
    factories.doubt(ship, about=read(KILLED))
    answer = step(edo, ship, "rest")
    assert [(one.quote, one.judgements.count()) for one in Claim.objects.order_by("start")] == [
        (BURNED, 1),
        (KILLED, 0),
        (OUT, 1),
    ]
    assert answer.context["current"] == read(KILLED)
    services.undo(act=Act.objects.latest("pk"), editor=edo.user)
    assert not read(BURNED).judgements.exists()


def test_who_judges_a_claim_settles_its_doubts(ship, edo):
    doubt = factories.doubt(ship, about=read(BURNED))
    step(edo, ship, "accept", BURNED)
    doubt.refresh_from_db()
    assert doubt.settled
    services.undo(act=Act.objects.latest("pk"), editor=edo.user)
    doubt.refresh_from_db()
    assert not doubt.settled


def test_the_doubts_of_the_article_stand_above_it_and_are_settled_there(ship, edo):
    doubt = factories.doubt(ship, text="No zone is printed.")
    other = factories.doubt(ship, about=read(BURNED))
    assert "No zone is printed." in edo.get(page(ship)).content.decode()
    step(edo, ship, "settle")
    assert [one.settled for one in (type(doubt).objects.get(pk=doubt.pk), type(doubt).objects.get(pk=other.pk))] == [
        True,
        False,
    ]


def test_after_the_last_claim_comes_the_next_article_and_then_the_conflicts(ship, edo, dossier):
    second = factories.article(dossier, text="It sank.")
    factories.claim(second, "It sank", about=read(OUT).event)
    assert step(edo, ship, "rest").redirect_chain[-1][0] == page(second)
    conflict = factories.conflict(read(OUT).event, "time", [read(BURNED), read(OUT)])
    services.judge_claim(claim=read("It sank"), verdict="unsure", editor=edo.user)
    conflict = read(OUT).event.conflicts.first() or factories.conflict(read(OUT).event, "time", [read(BURNED)])
    end = step(edo, second, "rest").redirect_chain[-1][0]
    assert end == reverse("admin:timeline_conflict_settle", args=[conflict.pk])
