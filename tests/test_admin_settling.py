"""Conflicts are gone through one by one: ruled for a side, explained or dismissed, each with a reason, each undoable."""

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client
from django.urls import reverse

from tests import factories
from tests.pages import inline_code
from tests.readings import TEXT, claim, desk, quantity, time, two_sides
from timeline import services
from timeline.models import Act, Claim, Conflict, Event, Ruling, Side

__all__ = ["desk"]

BURNED, KILLED = "A ship burned on Monday", "The fire killed about 12 sailors"


@pytest.fixture
def conflict(dossier, desk):
    """One event in which two claims give two days."""
    desk.times = [time(TEXT, "on Monday")]
    desk.claims = [
        claim(TEXT, BURNED, when=("2023-03-06", "2023-03-07"), at_time=0),
        claim(
            TEXT, KILLED, when=("2023-03-08", "2023-03-09"), quantities=(quantity(TEXT, "about 12 sailors", 12, 12),)
        ),
    ]
    desk.conflicts = two_sides
    services.import_file(dossier=dossier, name="one.txt", data=TEXT.encode(), known_by_part={})
    services.weave_dossier(dossier=dossier)
    return Conflict.objects.get()


def page(conflict):
    return reverse("admin:timeline_conflict_settle", args=[conflict.pk])


def settle(client, conflict, do, reason="different clocks"):
    return client.post(page(conflict), {"do": do, "reason": reason}, follow=True)


def test_the_accounts_stand_side_by_side_with_a_key_each(conflict, edo):
    answer = edo.get(page(conflict))
    told = answer.content.decode()
    assert BURNED in told and KILLED in told
    assert 'data-key="1"' in told and 'data-key="2"' in told
    assert inline_code(answer) == []
    keys = [part.split('"')[0] for part in told.split('data-key="')[1:]]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(("do", "state"), [("explained", "explained"), ("dismissed", "dismissed"), ("side 2", "ruled")])
def test_it_is_settled_with_a_reason_and_by_whom(conflict, edo, do, state):
    settle(edo, conflict, do)
    assert Conflict.objects.get().state == state
    ruling = Ruling.objects.get()
    assert (ruling.reason, ruling.editor) == ("different clocks", edo.user)
    assert set(ruling.weighed.all()) == set(Claim.objects.all())


def test_a_side_that_is_preferred_gives_its_time(conflict, edo):
    side = conflict.sides.get(claim__quote=KILLED)
    settle(edo, conflict, f"side {side.number}")
    ruling = Ruling.objects.get()
    stamp = side.claim.timestamp
    assert (ruling.start, ruling.end, ruling.value) == (stamp.start, stamp.end, "")


@pytest.mark.parametrize("kind", ["quantity", "status", "actor"])
def test_a_side_of_another_kind_gives_what_it_says(conflict, edo, kind):
    Conflict.objects.update(kind=kind)
    services.prefer_side(conflict=Conflict.objects.get(), number=1, reason="x", editor=edo.user)
    ruling = Ruling.objects.get()
    assert ruling.value
    assert ruling.start is None


@pytest.mark.parametrize(("do", "reason"), [("explained", ""), ("side 9", "x"), ("side x", "x"), ("burn", "x")])
def test_without_a_reason_or_a_side_nothing_is_ruled(conflict, edo, do, reason):
    assert "Nothing was changed" in settle(edo, conflict, do, reason).content.decode()
    assert not Ruling.objects.exists()


def test_a_settled_one_can_be_opened_again_and_a_ruling_taken_back(conflict, edo):
    settle(edo, conflict, "dismissed")
    assert Event.objects.get().conflict_count == 0
    settle(edo, conflict, "open")
    assert Conflict.objects.get().state == "open"
    assert Ruling.objects.count() == 2
    services.undo(act=Act.objects.latest("pk"), editor=edo.user)
    assert Conflict.objects.get().state == "dismissed"


def test_after_the_last_one_comes_the_queue(conflict, edo):
    assert settle(edo, conflict, "explained").redirect_chain[-1][0].startswith(reverse("admin:timeline_queue"))


def test_who_may_not_rule_looks_only(conflict, dossier):
    client = Client()
    user = User.objects.create_user("eve", is_staff=True)
    user.groups.add(Group.objects.get(name="editor"))
    client.force_login(user)
    assert 'value="explained"' not in client.get(page(conflict)).content.decode()
    assert settle(client, conflict, "explained").status_code == 403
    dossier.access = "named"
    dossier.save()
    assert client.get(page(conflict)).status_code == 404


def test_no_more_queries_for_more_accounts(conflict, edo, django_assert_max_num_queries):
    with django_assert_max_num_queries(28):
        edo.get(page(conflict))


def test_a_witness_stands_once_with_the_others_that_carry_it(conflict, edo):
    first = Claim.objects.get(quote=BURNED)
    again = factories.claim(first.article, "A ship burned", about=first.event, origin=first.origin)
    Side.objects.create(conflict=conflict, claim=again, number=1)
    told = edo.get(page(conflict)).content.decode()
    assert told.count('class="words"') == 2
    assert "the same witness in" in told


def test_each_reason_has_a_key_and_those_of_its_kind_come_first(conflict, edo):
    told = edo.get(page(conflict)).content.decode()
    offered = [part.split('"')[0] for part in told.split('data-with="')[1:]]
    assert offered[0] == "different clocks" and len(offered) == len(set(offered)) == 12
