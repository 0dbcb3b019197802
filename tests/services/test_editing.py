"""What an editor does takes effect at once, and no import undoes it."""

from itertools import pairwise

import pytest
from django.core.exceptions import ValidationError

from tests import factories
from tests.readings import TEXT, claim, two_sides
from tests.services.fire import BURNED, KILLED, OUT, bring
from timeline import services
from timeline.models import Act, Article, Claim, Conflict, Event, Judgement, Ruling, Timestamp
from timeline.reading.documents import Document
from timeline.services import parts


def bring_with_a_new_reader(desk):
    """A later reader sees other words, other times and another kind of happening everywhere."""
    desk.version = "3"
    desk.times = []
    desk.claims = [claim(TEXT, TEXT[:-1], "storm", when=("2023-03-01", "2023-03-02"), voice="the cook")]
    bring(desk)


def bring_with_the_same_spans(desk):
    """A later reader finds the same claims by span and type, and thinks otherwise about everything in them."""
    desk.version = "2"
    desk.claims = [
        claim(TEXT, words, when=("2023-03-01", "2023-03-02"), voice="the cook") for words in (BURNED, KILLED, OUT)
    ]
    bring(desk)


def read(words):
    return Claim.objects.get(quote=words)


both_readers = pytest.mark.parametrize("bring_again", [bring_with_a_new_reader, bring_with_the_same_spans])


def test_without_an_editor_a_new_reader_changes_everything(ship):
    bring_with_the_same_spans(ship)
    assert set(Claim.objects.values_list("voice", flat=True)) == {"the cook"}
    bring_with_a_new_reader(ship)
    assert Claim.objects.get().type == "storm"
    assert Event.objects.count() == 1


@both_readers
def test_a_rejected_claim_stays_rejected_and_out_of_sight(ship, editor, bring_again):
    services.judge_claim(claim=read(OUT), verdict="rejected", editor=editor, why="Another ship.")
    assert Event.objects.get().claim_count == 2
    bring_again(ship)
    assert read(OUT).rejected
    assert Judgement.objects.get().why == "Another ship."
    assert not read(OUT).sides.exists()


@both_readers
def test_an_accepted_claim_stays_as_it_was_accepted(ship, editor, bring_again):
    services.judge_claim(claim=read(KILLED), verdict="accepted", editor=editor)
    bring_again(ship)
    kept = read(KILLED)
    assert (kept.voice, kept.type) == ("", "fire")
    assert kept.timestamp.start == factories.at("2023-03-06")
    assert kept.quantities.get().low == 12


def test_a_later_word_takes_back_a_rejection(ship, editor):
    services.judge_claim(claim=read(OUT), verdict="rejected", editor=editor)
    services.judge_claim(claim=read(OUT), verdict="unsure", editor=editor)
    assert not read(OUT).rejected
    assert Judgement.objects.count() == 2
    assert Event.objects.get().claim_count == 3


def test_an_unknown_verdict_is_refused(ship, editor):
    with pytest.raises(ValidationError):
        services.judge_claim(claim=read(OUT), verdict="maybe", editor=editor)
    assert not Judgement.objects.exists()


@both_readers
def test_an_edited_quote_stays(ship, bring_again):
    services.edit_claim(claim=read(KILLED), changes={"quote": "killed about 12 sailors", "voice": "the port"})
    bring_again(ship)
    kept = Claim.objects.get(voice="the port")
    assert kept.quote == TEXT[kept.start : kept.end] == "killed about 12 sailors"
    assert kept.quantities.exists()


def test_a_quote_must_stand_in_the_article(ship):
    with pytest.raises(ValidationError, match="do not stand in the article"):
        services.edit_claim(claim=read(KILLED), changes={"quote": "The fire killed nobody"})
    assert not read(KILLED).touched


def test_a_claim_has_columns_an_editor_does_not_edit(ship):
    with pytest.raises(ValidationError):
        services.edit_claim(claim=read(KILLED), changes={"origin": 3})


@both_readers
def test_an_editors_time_stays_in_force_beside_the_readers(ship, editor, bring_again):
    services.retime_claim(
        claim=read(BURNED), start=factories.at("2023-03-05 10:00"), end=factories.at("2023-03-05 11:00"),
        granularity="hour", editor=editor, note="The log book.",
    )  # fmt: skip
    bring_again(ship)
    kept = read(BURNED)
    assert (kept.timestamp.by, kept.timestamp.note) == ("editor", "The log book.")
    assert kept.timestamp.zone == "Asia/Kathmandu"
    assert kept.timestamps.filter(by="reader").exists()
    assert kept.event.start == min(factories.at("2023-03-05 10:00"), kept.event.start)


def test_an_editors_time_taken_back_leaves_the_readers_in_force(ship, editor):
    stamp = services.retime_claim(
        claim=read(BURNED), start=factories.at("2023-03-05"), end=None, granularity="day", editor=editor
    )
    services.withdraw_time(stamp=stamp)
    assert read(BURNED).timestamp.by == "reader"
    with pytest.raises(ValidationError):
        services.withdraw_time(stamp=read(BURNED).timestamp)


def test_a_time_without_ends_or_with_ends_crossed_is_refused(ship, editor):
    for start, end in [(None, None), (factories.at("2023-03-05"), factories.at("2023-03-04"))]:
        with pytest.raises(ValidationError):
            services.retime_claim(claim=read(BURNED), start=start, end=end, granularity="day", editor=editor)
    assert not Timestamp.objects.filter(by="editor").exists()


@both_readers
def test_a_moved_claim_stays_where_it_was_put(ship, bring_again):
    other = factories.event(ship.dossier, title="The rescue")
    services.move_claims(claims=[read(OUT)], event=other)
    bring_again(ship)
    assert read(OUT).event == other
    assert other.claims.get() == read(OUT)


@both_readers
def test_the_claims_of_the_event_it_was_put_into_stay_with_it(ship, bring_again):
    ship.groups = lambda found: [[one] for one in found]
    services.weave_dossier(dossier=ship.dossier)
    event = read(BURNED).event
    services.move_claims(claims=[read(OUT)], event=event)
    assert read(KILLED).event != event
    bring_again(ship)
    assert {read(BURNED).event, read(OUT).event} == {event}


def test_taking_a_move_back_lets_weaving_choose_for_all_of_them_again(ship, editor):
    ship.groups = lambda found: [[one] for one in found]
    services.weave_dossier(dossier=ship.dossier)
    services.move_claims(claims=[read(OUT)], event=read(BURNED).event)
    services.undo(act=Act.objects.latest("id"), editor=editor)
    assert not Claim.objects.filter(event_fixed=True).exists()
    assert len({claim.event_id for claim in Claim.objects.all()}) == 3


def test_a_released_claim_goes_back(ship):
    other = factories.event(ship.dossier, title="The rescue")
    services.move_claims(claims=[read(OUT)], event=other)
    services.release_claims(claims=[read(OUT)])
    assert Event.objects.count() == 1


def test_a_claim_does_not_move_to_another_dossier(ship):
    elsewhere = factories.event(factories.dossier(slug="elsewhere"))
    with pytest.raises(ValidationError, match="another dossier"):
        services.move_claims(claims=[read(OUT)], event=elsewhere)


@both_readers
def test_merged_events_stay_merged(ship, editor, bring_again):
    ship.groups = lambda found: [[one] for one in found]
    services.weave_dossier(dossier=ship.dossier)
    into, other, third = Event.objects.order_by("claims__start")
    services.rule(event=other, reason="Seen.", editor=editor)
    services.merge_events(into=into, others=[other, third])
    bring_again(ship)
    assert {read(words).event for words in (BURNED, KILLED, OUT)} == {into}
    assert Ruling.objects.get().event == into


def test_merging_takes_two(ship):
    with pytest.raises(ValidationError):
        services.merge_events(into=Event.objects.get(), others=[Event.objects.get()])


@both_readers
def test_a_split_event_stays_split(ship, bring_again):
    event = Event.objects.get()
    new = services.split_event(event=event, claims=[read(OUT)], title="The rescue")
    bring_again(ship)
    assert read(OUT).event == new
    assert read(BURNED).event == read(KILLED).event == event
    assert Event.objects.get(pk=new.pk).title == "The rescue"


def test_a_split_leaves_claims_on_both_sides(ship):
    for claims in ([], list(Claim.objects.all())):
        with pytest.raises(ValidationError, match="both sides"):
            services.split_event(event=Event.objects.get(), claims=claims, title="x")


@both_readers
def test_an_editors_title_stays(ship, bring_again):
    event = Event.objects.get()
    services.name_event(event=event, title="The night of the fire")
    bring_again(ship)
    event.refresh_from_db()
    assert event.title == "The night of the fire"
    assert event.title_fixed


@both_readers
def test_a_ruling_stays_with_the_claims_it_weighed(ship, editor, bring_again):
    event = Event.objects.get()
    services.rule(event=event, reason="The log book.", editor=editor, kind="time", start=factories.at("2023-03-06"))
    assert (Conflict.objects.get().state, Conflict.objects.get().reason) == ("ruled", "The log book.")
    bring_again(ship)
    ruling = Ruling.objects.get()
    assert (ruling.event, ruling.weighed.count()) == (event, 3)
    assert Conflict.objects.filter(event=event, state="ruled").exists()


def test_a_ruling_needs_a_reason(ship, editor):
    for reason in ("", "  "):
        with pytest.raises(ValidationError):
            services.rule(event=Event.objects.get(), reason=reason, editor=editor)


def test_a_new_ruling_supersedes_and_keeps_the_one_before(ship, editor):
    event = Event.objects.get()
    first = services.rule(event=event, reason="First thought.", editor=editor, kind="time")
    other = services.rule(event=event, reason="On the whole.", editor=editor)
    second = services.rule(event=event, reason="Second thought.", editor=editor, kind="time")
    first.refresh_from_db()
    assert first.superseded_by == second
    assert set(Ruling.objects.filter(superseded_by=None)) == {other, second}
    assert Conflict.objects.get().reason == "Second thought."


@both_readers
def test_an_explained_conflict_stays_explained_even_when_it_was_gone(ship, editor, bring_again):
    conflict = Conflict.objects.get()
    services.settle_conflict(conflict=conflict, state="explained", reason="Two clocks.", editor=editor)
    ship.conflicts = lambda ids: ()
    services.weave_dossier(dossier=ship.dossier)
    assert not Conflict.objects.exists()
    ship.conflicts = two_sides
    bring_again(ship)
    kept = Conflict.objects.get(event=conflict.event)
    assert (kept.state, kept.reason) == ("explained", "Two clocks.")


def test_a_settled_conflict_can_be_opened_again(ship, editor):
    for state in ("dismissed", "open"):
        services.settle_conflict(conflict=Conflict.objects.get(), state=state, reason="Because.", editor=editor)
        assert Conflict.objects.get().state == state


@both_readers
def test_a_claim_an_editor_added_stays(ship, bring_again):
    services.add_claim(article=Article.objects.get(), quote="out by noon", type="end")
    bring_again(ship)
    assert read("out by noon").touched


@both_readers
def test_an_editors_article_stays_and_is_what_the_reader_goes_by(ship, bring_again):
    source = factories.source("The Gazette", zone="Europe/Paris")
    changes = {"published_text": "7 March 2023 16:00", "source": source, "title": "Fire"}
    services.edit_article(article=Article.objects.get(), changes=changes)
    assert (ship.known[-1].published, ship.known[-1].basis) == ("7 March 2023 16:00", "editor")
    bring_again(ship)
    kept = Article.objects.get()
    assert (kept.source, kept.title, kept.published_text) == (source, "Fire", "7 March 2023 16:00")
    assert kept.basis == "editor"
    assert kept.start == factories.at("2023-03-07 16:00")


def test_a_date_that_is_none_is_refused(ship):
    with pytest.raises(ValidationError, match="No date can be read"):
        services.edit_article(article=Article.objects.get(), changes={"published_text": "some day"})
    assert Article.objects.get().edited == ""


@pytest.mark.parametrize("zone", ["-04:00", "Paris", "Europe/Paris"])
def test_a_zone_the_reader_cannot_go_by_is_refused(ship, zone):
    """The desk's anchor says UTC, whatever it is told."""
    with pytest.raises(ValidationError):
        services.edit_article(article=Article.objects.get(), changes={"zone": zone})
    assert Article.objects.get().zone == "UTC"


def test_an_emptied_date_is_the_readers_again(ship):
    services.edit_article(article=Article.objects.get(), changes={"published_text": "8 March 2023"})
    services.edit_article(article=Article.objects.get(), changes={"published_text": ""})
    article = Article.objects.get()
    assert (article.edited, article.basis) == ("", "dateline")


def test_a_settled_doubt_does_not_come_back(ship):
    ship.version = "2"
    ship.doubts = ["Which harbour?"]
    bring(ship)
    Article.objects.get().doubts.update(settled=True)
    ship.version = "3"
    bring(ship)
    assert Article.objects.get().doubts.get().settled


def test_words_an_editor_judged_are_not_read_anew_under_a_slightly_other_span(ship, editor):
    services.judge_claim(claim=read(KILLED), verdict="rejected", editor=editor)
    ship.version = "2"
    ship.claims = [claim(TEXT, KILLED + ",")]
    bring(ship)
    assert Claim.objects.get().rejected


def test_other_words_near_a_judged_claim_are_read(ship, editor):
    services.judge_claim(claim=read(KILLED), verdict="rejected", editor=editor)
    ship.version = "2"
    ship.claims = [claim(TEXT, "killed about 12 sailors, the harbour master said")]
    bring(ship)
    assert Claim.objects.filter(rejected=False).count() == 1


def test_a_dismissed_conflict_is_not_counted(ship, editor):
    services.settle_conflict(conflict=Conflict.objects.get(), state="dismissed", reason="A slip.", editor=editor)
    assert (Event.objects.get().conflict_count, Event.objects.get().hard_count) == (0, 0)
    assert Conflict.objects.get().state == "dismissed"


def test_writes_together_weave_once(ship, editor):
    woven = []
    ship.conflicts = lambda ids: woven.append(ids) or ()
    with services.together():
        services.judge_claim(claim=read(OUT), verdict="rejected", editor=editor)
        services.edit_claim(claim=read(KILLED), changes={"voice": "the port"})
        assert not woven
    assert len(woven) == 1
    assert Event.objects.get().claim_count == 2


def test_writes_together_are_undone_together(ship, editor):
    with pytest.raises(ValidationError), services.together():
        services.judge_claim(claim=read(OUT), verdict="rejected", editor=editor)
        services.edit_claim(claim=read(KILLED), changes={"quote": "nowhere"})
    assert not read(OUT).rejected
    assert Event.objects.get().claim_count == 3


def test_another_zone_of_the_place_has_the_articles_read_again(ship):
    services.edit_dossier(dossier=ship.dossier, changes={"zone": "Asia/Tokyo"})
    assert ship.known[-1].place_zone == "Asia/Tokyo"
    with pytest.raises(ValidationError):
        services.edit_dossier(dossier=ship.dossier, changes={"zone": "Tokyo time"})


def test_another_zone_of_a_source_has_its_articles_read_again(ship):
    source = Article.objects.get().source
    source.zone = "Asia/Tokyo"
    services.save_source(source=source)
    assert ship.known[-1].zone == "Asia/Tokyo"


def test_a_claim_that_was_read_is_not_deleted_and_one_that_was_added_is(ship):
    with pytest.raises(ValidationError, match="rejected"):
        services.delete_claim(claim=read(OUT))
    added = services.add_claim(article=Article.objects.get(), quote="out by noon", type="end")
    services.delete_claim(claim=added)
    assert Claim.objects.count() == 3


def test_a_deleted_article_takes_its_file_with_it(ship):
    services.delete_article(article=Article.objects.get())
    assert not Claim.objects.exists()
    assert not ship.dossier.originals.exists()
    bring(ship)
    assert Claim.objects.count() == 3


def test_a_dossier_is_deleted_with_everything_in_it(ship):
    services.delete_dossier(dossier=ship.dossier)
    assert not Article.objects.exists()


def test_only_an_event_without_claims_is_deleted(ship):
    with pytest.raises(ValidationError, match="move them first"):
        services.delete_event(event=Event.objects.get())
    empty = factories.event(ship.dossier, title="Nothing", title_fixed=True)
    services.delete_event(event=empty)
    assert Event.objects.count() == 1


@pytest.mark.parametrize("slug", ["admin", "Static", "api"])
def test_a_dossier_does_not_take_an_address_of_the_site(db, slug):
    with pytest.raises(ValidationError, match="address of the site"):
        services.open_dossier(slug=slug)


PRINTED = """Ferry sinks off Port Varda

7 Mar, 2023 14:10

A ferry sank off the port on Monday, the harbour master said. The crew of the ferry were rescued by noon.
"""


def test_with_the_real_reader_a_zone_moves_the_date_and_a_date_moves_the_times(dossier):
    services.import_file(dossier=dossier, name="one.txt", data=PRINTED.encode(), known_by_part={})
    article = Article.objects.get()
    assert article.zone == "unknown"
    services.edit_article(article=article, changes={"zone": "Europe/Moscow"})
    assert Article.objects.get().start == factories.at("2023-03-07 11:10")
    services.edit_article(article=Article.objects.get(), changes={"published_text": "15 March 2023"})
    article = Article.objects.get()
    assert (article.zone, article.basis) == ("Europe/Moscow", "editor")
    monday = article.timexs.get(text="Monday")
    assert monday.value == "2023-03-13"


def cut(monkeypatch, *starts):
    """From now on files are cut into articles at these offsets."""

    def split(text):
        edges = [*starts, len(text)]
        return tuple(Document(text[a:b], part, a) for part, (a, b) in enumerate(pairwise(edges), start=1))

    monkeypatch.setattr(parts, "split_documents", split)


def test_an_editors_claims_follow_their_words_when_the_file_is_cut_otherwise(ship, editor, monkeypatch):
    services.judge_claim(claim=read(KILLED), verdict="accepted", editor=editor)
    cut(monkeypatch, TEXT.index("The fire"))
    ship.version, ship.claims, ship.times = "2", [], []
    bring(ship)
    kept = Claim.objects.get()
    assert (kept.start, kept.quote) == (0, KILLED)
    assert kept.article.text[kept.start : kept.end] == KILLED
    number = kept.quantities.get()
    assert kept.article.text[number.start : number.end] == number.text


def test_an_article_whose_judged_words_are_cut_off_stays_as_it_was(ship, editor, monkeypatch):
    services.judge_claim(claim=read(BURNED), verdict="accepted", editor=editor)
    cut(monkeypatch, TEXT.index("The fire"))
    ship.version = "2"
    outcome = services.import_file(dossier=ship.dossier, name="one.txt", data=TEXT.encode(), known_by_part={})
    assert "cut otherwise" in outcome.notes[0]
    assert Article.objects.get().text == TEXT
    assert Claim.objects.count() == 3


@pytest.mark.parametrize("judged", [False, True])
def test_a_part_that_is_found_no_more_goes_unless_an_editor_worked_on_it(ship, editor, monkeypatch, judged):
    ship.version, ship.times = "2", []
    ship.claims = [claim("The fire", "The fire")]
    cut(monkeypatch, 0, TEXT.index("The fire"))
    bring(ship)
    assert Article.objects.count() == 2
    if judged:
        services.judge_claim(claim=Claim.objects.get(article__part=2), verdict="accepted", editor=editor)
    cut(monkeypatch, 0)
    ship.version = "3"
    bring(ship)
    assert Article.objects.filter(part=2).exists() == judged
