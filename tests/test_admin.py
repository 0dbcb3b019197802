"""The editors' desk, used as an editor uses it: by opening pages and sending their forms."""

import pytest
from django.contrib import admin
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from tests import factories
from tests.pages import fields_of, inline_code, submit
from tests.readings import TEXT, claim, desk, quantity, time, two_sides
from timeline import services
from timeline.models import (
    Article,
    Claim,
    Conflict,
    Dossier,
    Doubt,
    Event,
    Judgement,
    Original,
    Ruling,
    Source,
    Timestamp,
)

__all__ = ["desk"]

BURNED, KILLED, OUT = "A ship burned on Monday", "The fire killed about 12 sailors", "It was out by noon"
DAY = ("2023-03-06", "2023-03-07")
MODELS = [Article, Claim, Conflict, Dossier, Doubt, Event, Judgement, Original, Ruling, Source, Timestamp]


@pytest.fixture
def ship(dossier, desk):
    """TEXT brought in: three claims in one event with a conflict and a doubt, read by version 1 of the reader."""
    desk.dossier = dossier
    desk.times = [time(TEXT, "on Monday")]
    desk.claims = [
        claim(TEXT, BURNED, when=DAY, at_time=0, doubts=("Which ship?",)),
        claim(TEXT, KILLED, "fire", when=DAY, quantities=(quantity(TEXT, "about 12 sailors", 12, 12),)),
        claim(TEXT, OUT, "fire", when=DAY),
    ]
    desk.conflicts = two_sides
    bring(desk)
    return desk


def bring(desk):
    services.import_file(dossier=desk.dossier, name="one.txt", data=TEXT.encode(), known_by_part={})
    services.weave_dossier(dossier=desk.dossier)


def bring_with_another_reader(desk):
    """A later reader finds the same spans, but thinks otherwise of everything in them."""
    desk.version = "2"
    desk.claims = [
        claim(TEXT, words, when=("2023-03-01", "2023-03-02"), voice="the cook") for words in (BURNED, KILLED, OUT)
    ]
    bring(desk)


def read(words):
    return Claim.objects.get(quote=words)


def page(row):
    return reverse(f"admin:timeline_{row._meta.model_name}_change", args=[row.pk])


def listing(model):
    return reverse(f"admin:timeline_{model._meta.model_name}_changelist")


def act(client, action, rows, **answers):
    """Choose an action for some rows of their list, and answer what it asks."""
    chosen = {"action": action, "_selected_action": [row.pk for row in rows]}
    return client.post(listing(type(rows[0])), chosen | answers, follow=True)


def one_of_each(ship, editor):
    services.judge_claim(claim=read(OUT), verdict="accepted", editor=editor)
    services.retime_claim(claim=read(OUT), start=factories.at("2023-03-06"), end=None, granularity="day", editor=editor)
    services.rule(event=Event.objects.get(), reason="The log book.", editor=editor, kind="time")
    return [model.objects.first() for model in MODELS]


def test_every_model_has_its_list_and_its_page_without_inline_code(ship, edo):
    for row in one_of_each(ship, edo.user):
        for address in (listing(type(row)), page(row)):
            answer = edo.get(address)
            assert answer.status_code == 200, address
            assert inline_code(answer) == [], address
            assert "script" not in answer.headers["Content-Security-Policy"].replace("default-src 'self'", "")


def test_every_list_can_be_searched_and_filtered(ship, edo):
    for row in one_of_each(ship, edo.user):
        answer = edo.get(listing(type(row)), {"q": "burned"})
        assert answer.status_code == 200
        assert admin.site.get_model_admin(type(row)).list_filter or type(row) is Dossier


@pytest.mark.parametrize("model", [Article, Claim, Conflict, Doubt, Event, Judgement, Ruling, Timestamp])
def test_a_list_takes_no_more_queries_for_more_rows(ship, edo, model, django_assert_max_num_queries):
    one_of_each(ship, edo.user)
    article = Article.objects.get()
    for _ in range(30):
        event = factories.event(ship.dossier)
        made = factories.claim(article, BURNED, about=event)
        factories.time(made, start="2023-03-06", end="2023-03-07")
        factories.conflict(event, "time", [made])
        factories.doubt(article, about=made)
        factories.judgement(made, editor=edo.user)
        factories.ruling(event, editor=edo.user, weighed=[made])
    with django_assert_max_num_queries(22):
        assert edo.get(listing(model)).status_code == 200


@pytest.mark.parametrize("which", [Article, Event])
def test_a_page_takes_no_more_queries_for_more_claims(ship, edo, which, django_assert_max_num_queries):
    event = Event.objects.get()
    for _ in range(30):
        factories.time(factories.claim(Article.objects.get(), BURNED, about=event), start="2023-03-06")
    with django_assert_max_num_queries(30):
        assert edo.get(page(which.objects.get())).status_code == 200


def test_ada_and_vera_stay_outside(ship, ada, vera):
    for client in (ada, vera):
        for model in MODELS:
            assert client.get(listing(model)).status_code == 302


def test_an_article_shows_its_claims_beside_their_words(ship, edo):
    answer = edo.get(page(Article.objects.get())).content.decode()
    assert f"<mark>{BURNED}</mark>" in answer
    assert "the harbour master said" in answer


def test_markup_in_an_article_is_shown_not_run(ship, edo):
    text = "<script>alert(1)</script> A ship burned."
    article = factories.article(ship.dossier, text=text)
    factories.claim(article, "A ship burned")
    answer = edo.get(page(article))
    assert inline_code(answer) == []
    assert "&lt;script&gt;" in answer.content.decode()


def test_an_editors_work_survives_a_new_reading(ship, edo):
    """The whole day of an editor at the desk; then the file comes in again, by a reader that thinks otherwise."""
    other = factories.event(ship.dossier, title="The rescue", title_fixed=True)
    third = factories.event(ship.dossier, title="Another fire", title_fixed=True)
    event = read(BURNED).event
    act(edo, "accept", [read(BURNED)])
    submit(edo, page(read(KILLED)), quote="killed about 12 sailors", voice="the port")
    killed = read("killed about 12 sailors")
    give_time(edo, killed, start="2023-03-05 10:00", end="2023-03-05 11:00", note="The log book.")
    act(edo, "move", [read(OUT)], event=other.pk, apply="Move")
    act(edo, "merge", [event, third], into=event.pk, apply="Merge")
    submit(edo, page(event), title="The night of the fire")
    rule_on(edo, Conflict.objects.get(event=event), "explained", "Two clocks.")
    judge(edo, read(OUT), "rejected", "Another ship.")

    bring_with_another_reader(ship)

    assert (read(BURNED).voice, read(BURNED).judgements.get().verdict) == ("", "accepted")
    killed.refresh_from_db()
    assert (killed.quote, killed.voice) == ("killed about 12 sailors", "the port")
    assert (killed.timestamp.by, killed.timestamp.note) == ("editor", "The log book.")
    assert killed.timestamp.start == factories.at("2023-03-05 10:00", "Asia/Kathmandu")
    assert killed.timestamps.filter(by="reader").exists()
    assert read(OUT).event == other
    assert read(OUT).rejected
    event.refresh_from_db()
    assert event.title == "The night of the fire"
    assert not Event.objects.filter(pk=third.pk).exists()
    conflict = Conflict.objects.get(event=event)
    assert (conflict.state, conflict.reason) == ("explained", "Two clocks.")
    assert Ruling.objects.get().editor == edo.user


def give_time(client, of_claim, **fields):
    """Fill the form for another time on the claim's page (the second list of times there)."""
    values = fields_of(client.get(page(of_claim)))
    form = {f"timestamps-2-0-{name}": value for name, value in split_times(fields).items()}
    values |= {"timestamps-2-TOTAL_FORMS": "1", "timestamps-2-0-granularity": "hour"} | form
    return client.post(page(of_claim), values, follow=True)


def split_times(fields):
    """The admin asks for a date and a time of day apart."""
    split = {}
    for name, value in fields.items():
        if name in ("start", "end"):
            split[f"{name}_0"], split[f"{name}_1"] = value.split()
        else:
            split[name] = value
    return split


def judge(client, of_claim, verdict, why):
    values = fields_of(client.get(page(of_claim)))
    values |= {"judgements-2-TOTAL_FORMS": "1", "judgements-2-0-verdict": verdict, "judgements-2-0-why": why}
    return client.post(page(of_claim), values, follow=True)


def rule_on(client, conflict, state, reason):
    return submit(client, page(conflict), ruling=state, why_so=reason)


@pytest.mark.parametrize(
    ("action", "verdict"), [("accept", "accepted"), ("reject", "rejected"), ("call_unsure", "unsure")]
)
def test_selected_claims_are_judged(ship, edo, action, verdict):
    answer = act(edo, action, [read(OUT), read(KILLED)])
    assert f"2 claims {verdict}" in answer.content.decode()
    assert set(Judgement.objects.values_list("verdict", "editor")) == {(verdict, edo.user.pk)}
    assert read(OUT).rejected == (verdict == "rejected")


def test_a_claim_is_judged_in_its_row_under_the_article(ship, edo):
    submit(edo, page(Article.objects.get()), claims__2__verdict="rejected", claims__1__voice="the port")
    assert read(OUT).rejected
    assert read(KILLED).voice == "the port"
    assert read(KILLED).touched
    assert not read(BURNED).touched


def test_saving_an_article_as_it_is_touches_nothing(ship, edo):
    submit(edo, page(Article.objects.get()))
    assert not Claim.objects.filter(touched=True).exists()
    assert Article.objects.get().edited == ""


def test_a_date_of_publication_that_is_none_is_refused_beside_the_field(ship, edo):
    answer = submit(edo, page(Article.objects.get()), expect_errors=True, published_text="some day")
    assert "No date can be read in this" in answer.content.decode()
    submit(edo, page(Article.objects.get()), published_text="8 March 2023", title="Fire in the port")
    assert Article.objects.get().edited == "published_text title"
    assert ship.known[-1].published == "8 March 2023"


def test_words_that_do_not_stand_in_the_article_are_refused_beside_the_field(ship, edo):
    answer = submit(edo, page(read(KILLED)), expect_errors=True, quote="The fire killed nobody")
    assert "do not stand in the article" in answer.content.decode()
    assert not read(KILLED).touched


def test_a_time_that_ends_before_it_starts_is_refused(ship, edo):
    answer = give_time(edo, read(OUT), start="2023-03-05 10:00", end="2023-03-05 09:00")
    assert "before the end" in answer.content.decode()
    assert not Timestamp.objects.filter(by="editor").exists()


def test_an_editors_time_is_told_on_the_clock_she_names(ship, edo):
    give_time(edo, read(OUT), start="2023-03-05 10:00", end="2023-03-05 11:00", zone="Europe/Paris")
    assert read(OUT).timestamp.start == factories.at("2023-03-05 09:00")


def test_an_editors_time_can_be_taken_back_and_the_readers_not(ship, edo):
    give_time(edo, read(OUT), start="2023-03-05 10:00", end="2023-03-05 11:00")
    stamp = read(OUT).timestamp
    edo.post(reverse("admin:timeline_timestamp_delete", args=[stamp.pk]), {"post": "yes"})
    assert read(OUT).timestamp.by == "reader"
    answer = edo.post(reverse("admin:timeline_timestamp_delete", args=[read(OUT).timestamp.pk]), {"post": "yes"})
    assert answer.status_code == 403


def test_a_claim_that_was_read_is_not_deleted(ship, edo):
    address = reverse("admin:timeline_claim_delete", args=[read(OUT).pk])
    assert edo.post(address, {"post": "yes"}).status_code == 403
    assert "deletelink" not in edo.get(page(read(OUT))).content.decode()


def test_a_claim_the_reader_missed_is_added(ship, edo):
    address = reverse("admin:timeline_claim_add")
    values = fields_of(edo.get(address))
    values |= {"article": Article.objects.get().pk, "quote": "out by noon", "type": "fire", "status": "asserted"}
    edo.post(address, values)
    added = read("out by noon")
    assert TEXT[added.start : added.end] == "out by noon"
    assert added.touched
    assert added.event


def test_moving_asks_where_and_refuses_both_and_neither(ship, edo):
    other = factories.event(ship.dossier, title="The rescue", title_fixed=True)
    for answers in ({}, {"apply": "Move"}, {"apply": "Move", "event": other.pk, "title": "x"}):
        answer = act(edo, "move", [read(OUT)], **answers)
        assert "Move claims to another event" in answer.content.decode()
        assert inline_code(answer) == []
        assert not read(OUT).event_fixed


def test_claims_move_to_a_new_event(ship, edo):
    act(edo, "move", [read(OUT)], title="The rescue", apply="Move")
    assert read(OUT).event.title == "The rescue"
    assert read(BURNED).event.title != "The rescue"
    act(edo, "release", [read(OUT)])
    assert read(OUT).event == read(BURNED).event


def test_merging_asks_which_stays(ship, edo):
    other = factories.event(ship.dossier, title="The rescue", title_fixed=True)
    answer = act(edo, "merge", [other, read(OUT).event])
    assert "Merge events" in answer.content.decode()
    assert Event.objects.filter(pk=other.pk).exists()
    assert "takes two events" in act(edo, "merge", [other]).content.decode()


def test_a_ruling_needs_a_reason(ship, edo):
    answer = submit(edo, page(Conflict.objects.get()), expect_errors=True, ruling="dismissed", why_so=" ")
    assert "needs a reason" in answer.content.decode()
    values = fields_of(edo.get(reverse("admin:timeline_ruling_add"))) | {"event": Event.objects.get().pk, "reason": ""}
    assert edo.post(reverse("admin:timeline_ruling_add"), values).status_code == 200
    assert not Ruling.objects.exists()


def test_a_ruling_is_made_superseded_and_never_changed(ship, edo):
    for reason in ("First thought.", "Second thought."):
        address = reverse("admin:timeline_ruling_add")
        values = fields_of(edo.get(address)) | {"event": Event.objects.get().pk, "reason": reason, "kind": "time"}
        values |= {"start_0": "2023-03-06", "start_1": "00:00"}
        assert edo.post(address, values).status_code == 302
    first, second = Ruling.objects.order_by("pk")
    assert first.superseded_by == second
    assert second.start == factories.at("2023-03-06", "Asia/Kathmandu")
    assert second.weighed.count() == 3
    assert "Second thought." not in fields_of(edo.get(page(second))).values()


def test_a_ruling_is_stale_when_a_new_claim_has_come(ship, edo):
    services.rule(event=Event.objects.get(), reason="The log book.", editor=edo.user)
    stale = {"standing": "stale"}
    assert "The log book." not in edo.get(listing(Ruling), stale).content.decode()
    services.add_claim(article=Article.objects.get(), quote="out by noon", type="fire")
    assert "The log book." in edo.get(listing(Ruling), stale).content.decode()


def test_an_events_page_says_how_many_claims_a_ruling_did_not_weigh(ship, edo):
    services.rule(event=Event.objects.get(), reason="The log book.", editor=edo.user)
    assert "stale:" not in edo.get(page(Event.objects.get())).content.decode()
    services.add_claim(article=Article.objects.get(), quote="out by noon", type="fire")
    assert "stale: 1 new" in edo.get(page(Event.objects.get())).content.decode()
    services.rule(event=Event.objects.get(), reason="Weighed again.", editor=edo.user)
    assert "stale:" not in edo.get(page(Event.objects.get())).content.decode()


def test_an_event_has_its_readers_title_back_when_an_editor_empties_hers(ship, edo):
    event = Event.objects.get()
    before = event.title
    submit(edo, page(event), title="The night of the fire")
    submit(edo, page(event), title="")
    event.refresh_from_db()
    assert (event.title, event.title_fixed) == (before, False)


def test_an_editors_quantity_has_its_place_in_the_text(ship, edo):
    row = {"quantities__0__text": "12 sailors", "quantities__0__low": "12", "quantities__0__high": ""}
    submit(edo, page(read(KILLED)), **row)
    kept = read(KILLED).quantities.get()
    assert TEXT[kept.start : kept.end] == "12 sailors"
    assert kept.high is None
    assert read(KILLED).touched


def test_doubts_are_settled(ship, edo):
    act(edo, "settle", [Doubt.objects.get()])
    assert Doubt.objects.get().settled


def test_a_dossier_is_made_and_does_not_take_the_sites_addresses(db, edo):
    address = reverse("admin:timeline_dossier_add")
    answer = submit(edo, address, expect_errors=True, title="Admin", slug="admin", zone="Asia/Kabul")
    assert "address of the site" in answer.content.decode()
    answer = submit(edo, address, expect_errors=True, title="Port", slug="port", zone="Port time")
    assert "no IANA time zone" in answer.content.decode()
    submit(edo, address, title="Port", slug="port", zone="Asia/Kabul")
    assert Dossier.objects.get().zone == "Asia/Kabul"


def test_a_dossier_goes_with_everything_in_it(ship, edo):
    one_of_each(ship, edo.user)
    edo.post(reverse("admin:timeline_dossier_delete", args=[ship.dossier.pk]), {"post": "yes"})
    assert not Dossier.objects.exists()
    assert not Original.objects.exists()


def test_articles_come_in_as_files(dossier, desk, edo):
    files = [SimpleUploadedFile("a.txt", TEXT.encode()), SimpleUploadedFile("b.txt", b"\x00\x01")]
    address = reverse("admin:timeline_dossier_import", args=[dossier.pk])
    assert inline_code(edo.get(address)) == []
    answer = edo.post(address, {"files": files, "source": "The Courier", "basis": "its page"}, follow=True)
    told = answer.content.decode()
    assert "New, 0 claims" in told
    assert "Binary, not text" in told
    assert Article.objects.get().source.name == "The Courier"


def test_articles_come_in_pasted(dossier, desk, edo):
    address = reverse("admin:timeline_dossier_import", args=[dossier.pk])
    edo.post(address, {"pasted": TEXT})
    assert Article.objects.get().text == TEXT


@pytest.mark.parametrize(
    ("given", "reason"),
    [({}, "Choose files, or paste"), ({"pasted": TEXT, "source": "The Courier"}, "how you know"),
     ({"pasted": TEXT, "zone": "Paris", "basis": "x"}, "no IANA time zone")],
)  # fmt: skip
def test_an_import_that_lacks_something_says_what(dossier, desk, edo, given, reason):
    answer = edo.post(reverse("admin:timeline_dossier_import", args=[dossier.pk]), given)
    assert reason in answer.content.decode()
    assert not Article.objects.exists()


def test_only_an_editor_imports(dossier, ada):
    assert ada.get(reverse("admin:timeline_dossier_import", args=[dossier.pk])).status_code == 302


def test_every_change_is_in_the_history(ship, edo):
    act(edo, "reject", [read(OUT)])
    submit(edo, page(read(KILLED)), voice="the port")
    for words, told in ((OUT, "Judged: rejected"), (KILLED, "Changed Voice")):
        history = edo.get(reverse("admin:timeline_claim_history", args=[read(words).pk]))
        assert told in history.content.decode()
