"""Two editors at one row: who saves over the other is told, sees both, and decides. Edo opens a page, Eva is quicker."""

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from tests import factories
from tests.pages import fields_of, inline_code
from tests.readings import TEXT, claim, desk, two_sides
from timeline import services
from timeline.models import Article, Claim, Conflict, Event, Judgement, Ruling

__all__ = ["desk"]

BURNED, OUT = "A ship burned on Monday", "It was out by noon"
DAY = ("2023-03-06", "2023-03-07")


@pytest.fixture
def ship(dossier, desk):
    desk.claims = [claim(TEXT, words, "fire", when=DAY) for words in (BURNED, OUT)]
    desk.conflicts = two_sides
    services.import_file(dossier=dossier, name="one.txt", data=TEXT.encode(), known_by_part={})
    services.weave_dossier(dossier=dossier)
    return Article.objects.get()


@pytest.fixture
def eva(db):
    client = Client()
    client.force_login(User.objects.create_superuser("eva"))
    client.user = User.objects.get(username="eva")
    return client


def read(words=BURNED):
    return Claim.objects.get(quote=words)


def page(row):
    return reverse(f"admin:timeline_{row._meta.model_name}_change", args=[row.pk])


def opened(client, address, **changes):
    """The form of a page as it would be sent by and by."""
    return fields_of(client.get(address)) | {name.replace("__", "-"): value for name, value in changes.items()}


def told_of(answer, *words):
    assert answer.status_code == 409
    assert inline_code(answer) == []
    text = answer.content.decode()
    for one in words:
        assert one in text, one


def again(client, address, answer):
    """“Save mine all the same”."""
    return client.post(address, fields_of(answer), follow=True)


def test_who_saves_over_another_is_told_and_shown_both(ship, edo, eva):
    address = page(read())
    mine, hers = opened(edo, address, voice="the cook"), opened(eva, address, voice="the master")
    assert eva.post(address, hers).status_code == 302
    answer = edo.post(address, mine)
    told_of(answer, "the master", "the cook", "eva")
    assert read().voice == "the master"
    assert again(edo, address, answer).status_code == 200
    assert read().voice == "the cook"


def test_what_only_the_other_changed_is_not_taken_back_unasked(ship, edo, eva):
    address = page(read())
    mine = opened(edo, address, place="the pier")
    eva.post(address, opened(eva, address, voice="the master"))
    told_of(edo.post(address, mine), "the master", "the pier")
    assert (read().voice, read().place) == ("the master", "")


def test_another_claim_is_nobodys_matter(ship, edo, eva):
    mine = opened(edo, page(read()), voice="the cook")
    other = page(read(OUT))
    eva.post(other, opened(eva, other, voice="the master"))
    assert edo.post(page(read()), mine).status_code == 302


def test_who_changes_nothing_is_not_asked(ship, edo, eva):
    address = page(read())
    mine = opened(edo, address)
    services.judge_claim(claim=read(), verdict="rejected", editor=eva.user)
    assert edo.post(address, mine).status_code == 302


def test_ones_own_other_window_is_told_too(ship, edo):
    address = page(read())
    first, second = opened(edo, address, voice="the cook"), opened(edo, address, voice="the master")
    edo.post(address, first)
    told_of(edo.post(address, second), "(you)")


def test_a_form_with_a_fault_keeps_what_its_page_had_seen(ship, edo, eva):
    address = page(read())
    mine = opened(edo, address, quote="no such words")
    eva.post(address, opened(eva, address, voice="the master"))
    answer = edo.post(address, mine)
    assert answer.status_code == 200
    assert fields_of(answer)["seen"] == mine["seen"]
    told_of(edo.post(address, fields_of(answer) | {"quote": BURNED, "place": "the pier"}), "the master")


@pytest.mark.parametrize("said", ["judgement", "time", "numbers", "doubt"])
def test_what_was_said_of_a_claim_meanwhile_counts(ship, edo, eva, said):
    address = page(read())
    doubt = factories.doubt(ship, about=read())
    number = factories.quantity(read(), "A ship", 1, 1)
    mine = opened(edo, address, voice="the cook")
    if said == "judgement":
        services.judge_claim(claim=read(), verdict="rejected", editor=eva.user)
    elif said == "time":
        services.retime_claim(
            claim=read(), start=factories.at("2023-03-06"), end=None, granularity="day", editor=eva.user
        )
    elif said == "numbers":
        number.low = 0
        services.edit_quantities(claim=read(), changed=[number])
    else:
        services.settle_doubts(doubts=[doubt])
    told_of(edo.post(address, mine), "the cook")
    assert read().voice == ""


def ruling_by(client):
    services.rule(event=Event.objects.get(), reason="The log book.", editor=client.user, kind="time")


def test_a_ruling_over_a_ruling_on_the_event(ship, edo, eva):
    address = page(Event.objects.get())
    typed = {"TOTAL_FORMS": "1", "0-reason": "The radar.", "0-state": "ruled", "0-confidence": "high"}
    # The page has the rulings that are there first, then the empty form for one's own.
    mine = opened(edo, address) | {f"rulings-2-{name}": value for name, value in typed.items()}
    ruling_by(eva)
    answer = edo.post(address, mine)
    told_of(answer, "The log book.", "The radar.")
    again(edo, address, answer)
    assert Ruling.objects.filter(reason="The radar.").exists()


def test_a_ruling_over_a_ruling_on_the_conflict(ship, edo, eva):
    conflict = Conflict.objects.get()
    mine = opened(edo, page(conflict), ruling="dismissed", why_so="The radar.")
    ruling_by(eva)
    told_of(edo.post(page(conflict), mine), "The log book.", "The radar.")
    assert Ruling.objects.count() == 1


def test_a_new_ruling_beside_one_made_meanwhile(ship, edo, eva):
    address = reverse("admin:timeline_ruling_add")
    event = Event.objects.get()
    mine = opened(edo, address, event=event.pk, reason="The radar.", kind="time", state="ruled", confidence="high")
    ruling_by(eva)
    answer = edo.post(address, mine)
    told_of(answer, "The log book.", "The radar.")
    again(edo, address, answer)
    assert Ruling.objects.filter(superseded_by=None).get().reason == "The radar."


def test_an_articles_page_knows_its_claims(ship, edo, eva):
    mine = opened(edo, page(ship), title="Fire at sea")
    services.judge_claim(claim=read(), verdict="rejected", editor=eva.user)
    told_of(edo.post(page(ship), mine), "rejected", "Fire at sea")


@pytest.mark.parametrize("row", ["dossier", "source"])
def test_a_dossier_and_a_source_have_two_editors_too(ship, edo, eva, row):
    one = getattr(ship, row)
    column = {"dossier": "place", "source": "note"}[row]
    mine = opened(edo, page(one), **{column: "the pier"})
    eva.post(page(one), opened(eva, page(one), **{column: "the dock"}))
    told_of(edo.post(page(one), mine), "the dock", "the pier")
    one.refresh_from_db()
    assert getattr(one, column) == "the dock"


def test_an_action_on_rows_somebody_judged_meanwhile(ship, edo, eva):
    address = reverse("admin:timeline_claim_changelist")
    chosen = {"action": "reject", "_selected_action": [read().pk, read(OUT).pk]}
    mine = opened(edo, address) | chosen
    services.judge_claim(claim=read(OUT), verdict="accepted", editor=eva.user)
    answer = edo.post(address, mine)
    told_of(answer, "accepted", "Reject the selected claims")
    assert Judgement.objects.count() == 1
    edo.post(address, fields_of(answer) | chosen)
    assert Judgement.objects.filter(verdict="rejected").count() == 2


def test_moving_takes_what_the_list_had_seen_along(ship, edo, eva):
    address = reverse("admin:timeline_claim_changelist")
    chosen = {"action": "move", "_selected_action": [read().pk]}
    asked = edo.post(address, opened(edo, address) | chosen)
    services.open_event(claims=[read()], title="The dock")
    answer = edo.post(address, fields_of(asked) | chosen | {"title": "The pier", "apply": "Move"})
    told_of(answer, "The dock")
    assert read().event.title == "The dock"


STEPS = [("reject", {}), ("retime", {"when": "2023-03-05"}), ("requote", {"quote": "A ship"}), ("move", {"title": "x"})]


@pytest.mark.parametrize(("do", "typed"), STEPS, ids=[do for do, _ in STEPS])
def test_a_step_over_anothers_judgement(ship, edo, eva, do, typed):
    address = reverse("admin:timeline_article_work", args=[ship.pk])
    seen = opened(edo, f"{address}?claim={read().pk}")["seen"]
    services.judge_claim(claim=read(), verdict="accepted", editor=eva.user)
    answer = edo.post(address, {"do": do, "claim": read().pk, "seen": seen} | typed)
    told_of(answer, "accepted", do, *typed.values())
    before = Claim.objects.values().get(pk=read().pk)
    assert (before["event_fixed"], before["touched"], before["rejected"]) == (False, False, False)
    pk = read().pk
    again(edo, address, answer)
    assert Claim.objects.values().get(pk=pk) != before


def test_a_merge_over_another_name(ship, edo, eva):
    services.open_event(claims=[read(OUT)], title="The rescue")
    rescue = read(OUT).event
    address = reverse("admin:timeline_article_work", args=[ship.pk])
    seen = opened(edo, f"{address}?claim={read().pk}")["seen"]
    services.name_event(event=rescue, title="The salvage")
    answer = edo.post(address, {"do": "merge", "claim": read().pk, "event": rescue.pk, "seen": seen})
    told_of(answer, "The salvage")
    assert Event.objects.filter(pk=rescue.pk).exists()


def test_every_form_of_the_desk_says_what_its_page_had_seen(ship, edo):
    ruling_by(edo)
    rows = [ship, read(), Event.objects.get(), Conflict.objects.get(), ship.dossier, ship.source]
    for row in [*rows, factories.doubt(ship)]:
        assert fields_of(edo.get(page(row)))["seen"], row
        listing = reverse(f"admin:timeline_{row._meta.model_name}_changelist")
        assert fields_of(edo.get(listing))["seen"], row


def test_what_the_editor_did_not_touch_follows_the_reader(ship, edo, desk):
    address = page(read())
    mine = opened(edo, address, place="the pier")
    desk.version, desk.claims = "2", [claim(TEXT, words, "fire", voice="the cook") for words in (BURNED, OUT)]
    services.import_file(dossier=ship.dossier, name="one.txt", data=TEXT.encode(), known_by_part={})
    services.weave_dossier(dossier=ship.dossier)
    assert edo.post(address, mine).status_code == 302
    assert (read().voice, read().place) == ("the cook", "the pier")


def test_a_claim_is_not_moved_back_to_where_weaving_had_it(ship, edo):
    address = page(read())
    mine = opened(edo, address, place="the pier")
    elsewhere = factories.event(ship.dossier, title="Elsewhere")
    Event.objects.exclude(pk=elsewhere.pk).delete()
    Claim.objects.update(event=elsewhere)
    assert edo.post(address, mine).status_code == 302
    assert not read().event_fixed
    assert read().place == "the pier"


def test_an_articles_row_that_nobody_touched_follows_too(ship, edo, desk):
    mine = opened(edo, page(ship), claims__0__voice="the master")
    Claim.objects.filter(quote=OUT).update(voice="the cook", type="attack")
    assert edo.post(page(ship), mine).status_code == 302
    assert {one.quote: one.voice for one in Claim.objects.all()} == {BURNED: "the master", OUT: "the cook"}
    assert not read(OUT).touched
